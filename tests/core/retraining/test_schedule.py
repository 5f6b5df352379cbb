from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.retraining.schedule import Due, ScheduleFacts, why_due

QUIET = ScheduleFacts(active=100, changed=0, since_end=timedelta(hours=2))
"""A task that nothing happened to since its last run."""

any_facts = st.builds(
    ScheduleFacts,
    active=st.integers(0, 300),
    changed=st.integers(0, 300),
    erased=st.integers(0, 3),
    fields_changed=st.booleans(),
    recent_errors=st.lists(st.floats(0, 1e6), max_size=40).map(tuple),
    promised_error=st.none() | st.floats(0, 1e6),
    since_end=st.none() | st.timedeltas(timedelta(), timedelta(days=3)),
    last_took=st.timedeltas(timedelta(), timedelta(minutes=30)),
    has_failed=st.booleans(),
)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (QUIET, None),
        (ScheduleFacts(active=29, changed=29), None),
        (ScheduleFacts(active=30, changed=30), Due.NEW_EXAMPLES),
        (replace(QUIET, changed=19), None),
        (replace(QUIET, changed=20), Due.NEW_EXAMPLES),
        (replace(QUIET, active=1000, changed=199), None),
        (replace(QUIET, active=1000, changed=200), Due.NEW_EXAMPLES),
        (replace(QUIET, active=30, changed=9), None),
        (replace(QUIET, active=30, changed=10), Due.NEW_EXAMPLES),
        (replace(QUIET, changed=9, since_end=timedelta(days=2)), None),
        (replace(QUIET, changed=10, since_end=timedelta(days=2)), Due.NEW_EXAMPLES),
        (replace(QUIET, fields_changed=True), Due.FIELDS_CHANGED),
        (replace(QUIET, erased=1), Due.ERASED),
        (replace(QUIET, erased=1, active=29), None),
    ],
)
def test_a_task_is_due_when_enough_changed(facts: ScheduleFacts, expected: Due | None) -> None:
    assert why_due(facts) is expected


@pytest.mark.parametrize(
    ("since_end", "last_took", "has_failed", "is_due"),
    [
        (timedelta(seconds=59), timedelta(seconds=1), False, False),
        (timedelta(seconds=60), timedelta(seconds=1), False, True),
        (timedelta(minutes=9), timedelta(minutes=1), False, False),
        (timedelta(minutes=10), timedelta(minutes=1), False, True),
        (timedelta(minutes=59), timedelta(seconds=1), True, False),
        (timedelta(minutes=60), timedelta(seconds=1), True, True),
    ],
)
def test_a_task_rests_after_a_run(
    since_end: timedelta, last_took: timedelta, *, has_failed: bool, is_due: bool
) -> None:
    facts = ScheduleFacts(
        active=100, changed=100, since_end=since_end, last_took=last_took, has_failed=has_failed
    )
    assert (why_due(facts) is not None) == is_due


@pytest.mark.parametrize(
    ("errors", "promised", "expected"),
    [
        ((3.0, 5.0) * 10, 1.0, Due.DRIFT),
        ((3.0, 5.0) * 9, 1.0, None),
        ((3.0, 5.0) * 10, None, None),
        ((1.0, 1.2) * 10, 1.0, None),
        ((0.0,) * 19 + (100.0,), 1.0, None),
        ((1.0, 0.0) * 15, 0.1, Due.DRIFT),
        ((0.0,) * 30, 0.0, None),
    ],
)
def test_an_error_surely_above_the_cards_promise_makes_a_task_due(
    errors: tuple[float, ...], promised: float | None, expected: Due | None
) -> None:
    facts = replace(QUIET, recent_errors=errors, promised_error=promised)
    assert why_due(facts) is expected


@given(any_facts)
def test_a_task_with_few_examples_is_never_due(facts: ScheduleFacts) -> None:
    assert why_due(replace(facts, active=min(facts.active, 29))) is None


@given(any_facts)
def test_a_task_never_starts_again_within_a_minute(facts: ScheduleFacts) -> None:
    assert why_due(replace(facts, since_end=timedelta(seconds=59))) is None


@given(any_facts, st.integers(0, 100))
def test_more_changes_never_make_a_due_task_wait(facts: ScheduleFacts, more: int) -> None:
    if why_due(facts) is not None:
        assert why_due(replace(facts, changed=facts.changed + more)) is not None


@given(any_facts)
def test_without_a_change_only_drift_makes_a_task_due(facts: ScheduleFacts) -> None:
    still = replace(facts, changed=0, erased=0, fields_changed=False)
    assert why_due(still) in {None, Due.DRIFT}
