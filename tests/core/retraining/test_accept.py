from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.retraining.accept import MIN_CONFIDENCE, MIN_EXAMPLES, Judgement, accept
from tests.core.retraining.jobs import a_comparison


@pytest.mark.parametrize(
    ("examples", "confidence", "gain", "expected"),
    [
        (30, 0.90, 0.001, Judgement.BETTER),
        (29, 1.00, 5.0, Judgement.TOO_FEW),
        (30, 0.899, 0.1, Judgement.NOT_SURE),
        (500, 0.95, 0.0, Judgement.NOT_BETTER),
        (500, 0.05, -0.1, Judgement.NOT_BETTER),
        (500, nan, 0.1, Judgement.NOT_SURE),
        (500, 0.99, nan, Judgement.NOT_BETTER),
    ],
)
def test_a_candidate_is_promoted_only_when_it_is_surely_better(
    examples: int, confidence: float, gain: float, expected: Judgement
) -> None:
    judgement = accept(a_comparison(examples=examples, confidence=confidence, gain=gain))
    assert judgement is expected


@pytest.mark.parametrize(
    ("examples", "confidence", "gain", "expected"),
    [
        (100, 0.5, -0.01, Judgement.CLEANER),
        (100, 0.5, 0.01, Judgement.CLEANER),
        (100, 0.95, 0.1, Judgement.BETTER),
        (100, 0.10, -0.5, Judgement.NOT_BETTER),
        (100, nan, nan, Judgement.NOT_BETTER),
        (10, 0.5, 0.1, Judgement.TOO_FEW),
    ],
)
def test_a_live_version_with_traces_of_erased_examples_goes_unless_it_is_surely_better(
    examples: int, confidence: float, gain: float, expected: Judgement
) -> None:
    comparison = a_comparison(examples=examples, confidence=confidence, gain=gain)
    assert accept(comparison, live_has_traces=True) is expected


@given(st.integers(0, 200), st.floats(0, 1), st.floats(-10, 10))
def test_nothing_is_promoted_on_few_examples_or_without_confidence(
    examples: int, confidence: float, gain: float
) -> None:
    judgement = accept(a_comparison(examples=examples, confidence=confidence, gain=gain))
    is_sure = examples >= MIN_EXAMPLES and confidence >= MIN_CONFIDENCE and gain > 0
    assert judgement.promotes == is_sure


@given(st.integers(0, 200), st.floats(0, 1), st.floats(-10, 10), st.floats(0, 1))
def test_more_confidence_never_costs_a_promotion(
    examples: int, confidence: float, gain: float, more: float
) -> None:
    for traces in (False, True):
        low, high = sorted((confidence, more))
        unsure = a_comparison(examples=examples, confidence=low, gain=gain)
        sure = a_comparison(examples=examples, confidence=high, gain=gain)
        if accept(unsure, live_has_traces=traces).promotes:
            assert accept(sure, live_has_traces=traces).promotes
