from collections.abc import Sequence

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.task import TargetKind
from core.learning.encoding.table import Reader
from core.learning.experts.expert import Batch, Lessons
from core.learning.experts.rule import PRIOR_COUNT, PRIOR_RATE, PRIOR_SHAPE, RuleExpert
from tests.core.learning.worlds import task_of

NUMBERS = st.lists(st.sampled_from([-3.0, -0.5, 0.0, 0.5, 1.0, 1.0, 7.25]), min_size=2, max_size=9)


@settings(max_examples=30, deadline=None)
@given(NUMBERS)
def test_a_number_is_foretold_by_the_median(numbers: list[float]) -> None:
    said = _numbers(numbers).predict(_batch(2))
    middle = float(np.median(numbers))
    rate = PRIOR_RATE + 0.5 * np.square(np.array(numbers) - middle).sum()
    shape = PRIOR_SHAPE + 0.5 * len(numbers)
    assert said.centers[:, 0] == pytest.approx([middle, middle])
    assert said.scales == pytest.approx([np.sqrt(rate / shape * (1 + 1 / len(numbers)))] * 2)
    assert said.freedom == 2 * shape


@settings(max_examples=30, deadline=None)
@given(NUMBERS)
def test_each_number_is_left_out_exactly(numbers: list[float]) -> None:
    said = _numbers(numbers).leave_one_out(_lessons(np.array(numbers)[:, None]))
    for out in range(len(numbers)):
        without = _numbers(numbers[:out] + numbers[out + 1 :]).predict(_batch(1))
        assert said.centers[out] == pytest.approx(without.centers[0])
        assert said.scales[out] == pytest.approx(without.scales[0])
        assert said.freedom == without.freedom


@settings(max_examples=30, deadline=None)
@given(NUMBERS, st.data())
def test_what_is_forgotten_no_longer_counts(numbers: list[float], data: st.DataObject) -> None:
    gone = data.draw(st.integers(1, len(numbers)))
    rule = _numbers(numbers)
    rule.forget(_lessons(np.array(numbers[:gone])[:, None]))
    left = _numbers(numbers[gone:])
    assert rule.predict(_batch(1)).centers == pytest.approx(left.predict(_batch(1)).centers)


def test_a_label_is_foretold_by_its_share() -> None:
    rule = RuleExpert(TargetKind.CATEGORY)
    rule.observe(_lessons(_hot([0, 0, 0, 1], 3)))
    scores = rule.predict(_batch(1)).centers[0]
    assert np.exp(scores) == pytest.approx(np.array([3, 1, 0]) + PRIOR_COUNT)
    left_out = rule.leave_one_out(_lessons(_hot([0, 1], 3)))
    assert np.exp(left_out.centers) == pytest.approx(np.array([[2, 1, 0], [3, 0, 0]]) + PRIOR_COUNT)


def test_a_label_without_examples_is_dropped() -> None:
    rule = RuleExpert(TargetKind.CATEGORY)
    rule.observe(_lessons(_hot([0, 1, 2, 2], 3)))
    rule.forget(_lessons(_hot([1], 3)))
    rule.keep_targets([0, 2])
    assert np.exp(rule.predict(_batch(1)).centers[0]) == pytest.approx(
        np.array([1, 2]) + PRIOR_COUNT
    )


def test_before_any_example_it_expects_the_middle_of_the_scale() -> None:
    said = RuleExpert(TargetKind.NUMBER).predict(_batch(1))
    assert said.centers.tolist() == [[0.0]]
    assert 0.3 < said.scales[0] < 3.0


def _numbers(numbers: Sequence[float]) -> RuleExpert:
    rule = RuleExpert(TargetKind.NUMBER)
    if numbers:
        rule.observe(_lessons(np.array(numbers)[:, None]))
    return rule


def _hot(columns: Sequence[int], width: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.eye(width)[list(columns)]


def _batch(count: int) -> Batch:
    return Batch(
        features=torch.ones(count, 1, dtype=torch.float64),
        rows=[()] * count,
        reader=Reader(task_of((), TargetKind.NUMBER)),
    )


def _lessons(targets: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Lessons:
    return Lessons(
        ids=np.arange(len(targets)),
        batch=_batch(len(targets)),
        targets=torch.tensor(targets),
        codes=np.arange(targets.shape[1]),
    )
