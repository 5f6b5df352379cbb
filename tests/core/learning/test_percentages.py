"""Answers of percentages and counts stay where such numbers may be."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from core.domain.fields import FieldKind
from core.domain.forecast import NumberForecast
from core.domain.task import TargetKind
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import SIZE, examples_of, task_of

PLAIN = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)
RISING = [(float(size), 10.0 * size + 15.0) for size in range(1, 9)]
"""From 25 to 95."""


@pytest.mark.parametrize("unit", ["%", "percent", "Per Cent"])
def test_no_percentage_is_above_100_where_none_was(unit: str) -> None:
    for size in (9, 12, 100):
        found = _asked(RISING, size, unit)
        assert found.center <= 100
        assert all(0 <= one.low <= one.high <= 100 for one in found.intervals)


def test_percentages_of_growth_and_other_units_go_on() -> None:
    assert _asked([*RISING, (9.0, 105.0)], 20, "%").center > 150
    assert _asked(RISING, 20, "kg").center > 150
    assert _asked(RISING, 20, None).center > 150


def test_a_percentage_above_100_that_was_withdrawn_was_never_taught() -> None:
    learner = _taught([*RISING, (9.0, 105.0)], "%")
    assert _asked_of(learner, 20).center > 100
    learner.forget({examples_of([({SIZE: 9.0}, 105.0)], start=9)[0].id})
    assert _asked_of(learner, 20).center <= 100


def test_a_falling_percentage_is_not_below_zero_unless_one_was() -> None:
    falling = [(float(size), 90.0 - 10.0 * size) for size in range(1, 9)]
    assert _asked(falling, 20, "%").intervals[0].low >= 0
    assert _asked([*falling, (12.0, -30.0)], 20, "%").center < 0


def _taught(lessons: Sequence[tuple[float, float]], unit: str | None) -> Learner:
    learner = Learner(replace(PLAIN, target=replace(PLAIN.target, unit=unit)), CONFIG)
    learner.observe(examples_of([({SIZE: size}, share) for size, share in lessons]))
    return learner


def _asked_of(learner: Learner, size: float) -> NumberForecast:
    (answer,) = learner.predict([{SIZE: float(size)}])
    assert isinstance(answer.forecast, NumberForecast)
    return answer.forecast


def _asked(lessons: Sequence[tuple[float, float]], size: float, unit: str | None) -> NumberForecast:
    return _asked_of(_taught(lessons, unit), size)
