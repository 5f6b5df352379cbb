"""Questions far from what was taught: answered in proportion, and never clipped into certainty."""

from collections.abc import Sequence

import pytest

from core.domain.fields import FieldKind
from core.domain.forecast import NumberForecast
from core.domain.task import TargetKind
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import SIZE, examples_of, task_of

TASK = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)
SIZES = range(1, 9)


def test_a_size_beyond_the_lessons_goes_on_in_proportion() -> None:
    doubled = [(float(size), 2.0 * size) for size in range(1, 4)]
    near, far = _asked(doubled, [6, 100])
    assert near.center == pytest.approx(12, rel=0.05)
    assert far.center == pytest.approx(200, rel=0.1)
    assert far.interval(0.8).low < 200 < far.interval(0.8).high


def test_ten_times_the_size_is_within_reach_of_five_lessons() -> None:
    (far,) = _asked([(float(size), 10.0 * size) for size in range(1, 6)], [100])
    assert far.interval(0.8).low < 1_000 < far.interval(0.8).high


@pytest.mark.parametrize("sign", [1, -1])
def test_the_farther_the_wider_and_on_both_sides_of_the_answer(sign: int) -> None:
    lessons = [(float(size), sign * 10.0 * size + size * 7 % 5) for size in SIZES]
    found = _asked(lessons, [9, 30, 100, 300, 1_000])
    widths = [one.interval(0.8).high - one.interval(0.8).low for one in found]
    assert widths == sorted(widths)
    assert all(one.interval(0.8).low < one.center < one.interval(0.8).high for one in found)


def test_growth_that_multiplies_is_not_certain_where_it_is_held_back() -> None:
    (far,) = _asked([(float(size), 2.0**size) for size in SIZES], [20])
    assert far.interval(0.8).high > 2 * far.center


def test_no_price_is_negative_where_none_was_and_none_is_sure_to_be_nothing() -> None:
    falling = [(float(size), 100.0 - 10.0 * size) for size in SIZES]
    for one in _asked(falling, [12, 50, 200]):
        assert one.center >= 0
        assert one.interval(0.8).low >= 0
        assert one.interval(0.8).high > 10


def test_what_was_negative_once_may_be_so_again() -> None:
    falling = [(float(size), 70.0 - 10.0 * size) for size in SIZES]
    (far,) = _asked(falling, [20])
    assert far.center < -50


def test_a_lesson_out_there_is_kept_to() -> None:
    lessons = [(float(size), 10.0 * size) for size in SIZES] * 4 + [(400.0, 90.0)] * 3
    (far,) = _asked(lessons, [400])
    assert 0 <= far.center < 300


def _asked(lessons: Sequence[tuple[float, float]], sizes: Sequence[int]) -> list[NumberForecast]:
    learner = Learner(TASK, CONFIG)
    learner.observe(examples_of([({SIZE: size}, price) for size, price in lessons]))
    found = [answer.forecast for answer in learner.predict([{SIZE: float(x)} for x in sizes])]
    return [one for one in found if isinstance(one, NumberForecast)]
