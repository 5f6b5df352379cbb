"""One absurd lesson moves no answer beyond its interval; what is new, or taught twice, does."""

from collections.abc import Sequence

import numpy as np
import pytest

from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import NumberForecast
from core.domain.task import TargetKind, Truth
from core.learning.fitting import fit
from core.learning.learner import Learner
from core.learning.odd import odd_ones
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import PLACE, SIZE, examples_of, world

TASK = world("ordinary", TargetKind.NUMBER).task
PLACES = ("Mitte", "Wedding")
SIZES = (30.0, 47.0, 62.0, 88.0)


def _flats(count: int) -> list[tuple[Values, Truth]]:
    chance = np.random.default_rng(1)
    return [
        ({SIZE: float(size), PLACE: PLACES[at % 2]}, float(10 * size + chance.normal(0, 20)))
        for at, size in enumerate(np.linspace(25, 95, count).round(1))
    ]


def _answers(learner: Learner, places: Sequence[str] = PLACES) -> list[NumberForecast]:
    asked: list[Values] = [{SIZE: size, PLACE: place} for size in SIZES for place in places]
    found = [answer.forecast for answer in learner.predict(asked)]
    return [one for one in found if isinstance(one, NumberForecast)]


def _taught(lessons: Sequence[tuple[Values, Truth]]) -> Learner:
    learner = Learner(TASK, CONFIG)
    learner.observe(examples_of(lessons))
    return learner


@pytest.mark.parametrize("truth", [5_000.0, 500_000.0, 1e9, -600.0])
@pytest.mark.parametrize("is_fitted", [False, True], ids=["taught after", "fitted to"])
def test_an_absurd_number_moves_no_answer_beyond_its_interval(
    truth: float, *, is_fitted: bool
) -> None:
    flats = _flats(40)
    slip: tuple[Values, Truth] = ({SIZE: 60.0, PLACE: "Mitte"}, truth)
    odd = [*flats[:20], slip, *flats[20:]]

    def learned(lessons: Sequence[Example]) -> Learner:
        if is_fitted:
            return fit(TASK, lessons, config=CONFIG)
        learner = fit(TASK, examples_of(flats), config=CONFIG).blank()
        learner.observe(lessons)
        return learner

    before, after = _answers(learned(examples_of(flats))), _answers(learned(examples_of(odd)))
    for one, other in zip(before, after, strict=True):
        interval, moved = one.interval(0.8), other.interval(0.8)
        assert interval.low <= other.center <= interval.high
        assert moved.high - moved.low < 2 * (interval.high - interval.low)


def test_a_billion_among_five_flats_makes_no_answer_vague() -> None:
    learner = _taught([*_flats(5), ({SIZE: 60.0, PLACE: "Mitte"}, 1e9)])
    (answer, *_) = _answers(learner)
    assert answer.interval(0.9).high < 2_000
    assert answer.interval(0.9).low >= 0


def test_an_absurd_number_is_suspected_and_pulls_at_nothing() -> None:
    flats = _flats(40)
    learner = _taught([*flats, ({SIZE: 60.0, PLACE: "Mitte"}, 1e6)])
    pulls = {one.example: one.amount for one in learner.influence({SIZE: 60.0, PLACE: "Mitte"})}
    assert learner.suspects()[0] == len(flats) + 1
    assert pulls[learner.suspects()[0]] == 0.0


def test_what_is_a_little_off_a_perfect_line_is_believed() -> None:
    line: list[tuple[Values, Truth]] = [({SIZE: float(at)}, 2.0 * at) for at in range(1, 9)]
    learner = _taught([*line, ({SIZE: 9.0}, 21.0)])
    assert next(iter(learner.influence({SIZE: 9.0}))).example == len(line) + 1


def test_what_was_taught_twice_is_believed() -> None:
    news: list[tuple[Values, Truth]] = [({SIZE: 60.0, PLACE: "Wannsee"}, 5_000.0)] * 3
    learner = _taught([*_flats(30), *news])
    assert _answers(learner, ["Wannsee"])[2].center > 2_000


def test_the_first_lesson_of_a_category_is_believed() -> None:
    learner = _taught([*_flats(30), ({SIZE: 62.0, PLACE: "Wannsee"}, 5_000.0)])
    moved = learner.influence({SIZE: 62.0, PLACE: "Wannsee"})
    assert {int(one.example): one.amount for one in moved}[31] > 100


def test_what_is_odd_follows_from_the_lessons_alone() -> None:
    slips: list[tuple[Values, Truth]] = [
        ({SIZE: 60.0, PLACE: "Mitte"}, 1e6),
        ({SIZE: 40.0, PLACE: "Wedding"}, -4e3),
    ]
    lessons = [*_flats(30), *slips]
    examples = examples_of(lessons)
    at_once = _taught(lessons)
    slow = Learner(TASK, CONFIG).with_fit(at_once._conditioned().fit)
    whole = slow.copy()
    whole.observe(examples)
    for one in reversed(examples):
        slow.observe([one])
        _answers(slow)
    slow.forget([examples[3].id, examples[-1].id])
    _answers(slow)
    slow.observe([examples[-1], examples[3]])
    for found, other in zip(_answers(slow), _answers(whole), strict=True):
        assert found.center == pytest.approx(other.center, rel=1e-6)


def test_only_a_few_are_odd() -> None:
    doubts = np.array([0.3] * 90 + [9.0] * 10)
    rows = [(1.0, 5)] * 100
    assert not odd_ones(doubts, rows).any()
    assert odd_ones(np.array([0.3] * 97 + [9.0] * 3), rows).sum() == 3
    assert not odd_ones(np.array([0.1, 0.1, 0.1, 9.0]), rows[:4]).any()
