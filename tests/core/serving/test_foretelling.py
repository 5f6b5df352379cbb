from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain
from statistics import median
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.example import Example, Foretold
from core.domain.fields import Values
from core.domain.forecast import Answer, Basis, CategoryForecast, Interval, NumberForecast
from core.domain.identity import CommunityId, ExampleId, TaskId
from core.domain.task import Target, TargetKind, Task, Truth
from core.learning.learner import Learner
from core.serving.foretelling import BLOCK_SHARE, MOST_FORETOLD, ONE_BY_ONE, NaiveRule, foretell
from tests.core.serving.world import doubled

TASK = Task(
    id=TaskId(1),
    community=CommunityId("terminal:here"),
    name="houses",
    fields=(),
    target=Target(kind=TargetKind.NUMBER),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)


class CountingLearner:
    """Answers how many examples it learned, and notes the order in which it was used."""

    fit = None

    def __init__(self, known: int = 0) -> None:
        self.known = known
        self.blocks: list[tuple[int, int]] = []
        self.ids: list[int] = []

    def predict(self, questions: Sequence[Values]) -> list[Answer]:
        count = float(self.known)
        forecast = NumberForecast(
            center=count, intervals=(Interval(level=0.8, low=count - 1, high=count + 1),)
        )
        return [
            Answer(forecast=forecast, basis=Basis.MODEL, version=0, examples=self.known)
            for _ in questions
        ]

    def observe(self, examples: Sequence[Example]) -> None:
        self.blocks.append((self.known, len(examples)))
        self.ids += [e.id for e in examples]
        self.known += len(examples)

    @property
    def examples(self) -> int:
        return self.known


class CertainLearner(CountingLearner):
    """Answers a label with three quarters of its trust."""

    def predict(self, questions: Sequence[Values]) -> list[Answer]:
        forecast = CategoryForecast(probabilities=(("spam", 0.75), ("ham", 0.25)))
        return [
            Answer(forecast=forecast, basis=Basis.MODEL, version=0, examples=self.known)
            for _ in questions
        ]


def flat(blocks: Iterable[Sequence[Foretold | None]]) -> list[Foretold | None]:
    return list(chain.from_iterable(blocks))


def as_learner(fake: CountingLearner) -> Learner:
    return cast("Learner", fake)


def known(*truths: Truth) -> dict[ExampleId, Truth]:
    return {ExampleId(at): truth for at, truth in enumerate(truths, start=1)}


def test_each_of_the_first_lessons_is_learned_before_the_next_is_foretold() -> None:
    learner = CountingLearner()
    foretold = flat(foretell(TASK, as_learner(learner), doubled(ONE_BY_ONE), truths={}))
    assert foretold[0] is None
    assert [f.answer for f in foretold[1:] if f] == [float(n) for n in range(1, ONE_BY_ONE)]
    assert len(set(learner.ids)) == ONE_BY_ONE - 1  # nobody is asked after the last


def test_later_lessons_go_in_blocks_of_a_twentieth_at_most() -> None:
    learner = CountingLearner(known=100)
    lessons = doubled(MOST_FORETOLD)
    foretold = flat(foretell(TASK, as_learner(learner), lessons, truths=known(*[1.0] * 100)))
    assert None not in foretold
    taught = sum(length for _, length in learner.blocks)  # all but the last block
    assert 0.9 * len(lessons) < taught < len(lessons)
    assert learner.ids == list(range(101, 101 + taught))
    assert all(length <= BLOCK_SHARE * known for known, length in learner.blocks)
    assert len(learner.blocks) < 60


@given(st.integers(MOST_FORETOLD + 1, 20_000))
@settings(max_examples=10, deadline=None)
def test_of_very_many_lessons_an_even_share_is_foretold(count: int) -> None:
    learner = CountingLearner(known=3)
    lessons = doubled(count)
    foretold = flat(foretell(TASK, as_learner(learner), lessons, truths=known(1.0, 2.0, 3.0)))
    told = [place for place, one in enumerate(foretold) if one]
    step = told[0] + 1
    assert told == list(range(step - 1, count, step))
    assert MOST_FORETOLD / 2 <= len(told) <= MOST_FORETOLD
    assert len(foretold) == count
    assert learner.known < 3 + len(told)  # what is passed over is not learned on the way


def test_as_many_lessons_as_are_foretold_at_most_are_all_foretold() -> None:
    lessons = doubled(MOST_FORETOLD)
    foretold = flat(foretell(TASK, as_learner(CountingLearner()), lessons, truths={}))
    assert foretold[0] is None
    assert None not in foretold[1:]


def test_what_is_foretold_of_a_number_has_its_interval_and_the_running_median() -> None:
    learner = as_learner(CountingLearner(known=3))
    foretold = flat(foretell(TASK, learner, doubled(1), truths=known(1.0, 9.0, 5.0)))
    assert foretold[0] is not None
    assert (foretold[0].answer, foretold[0].low, foretold[0].high) == (3.0, 2.0, 4.0)
    assert foretold[0].naive == 5.0


def test_what_is_foretold_of_a_category_has_its_probability_and_the_most_frequent() -> None:
    learner = as_learner(CertainLearner(known=3))
    lessons: list[tuple[Values, Truth]] = [({}, "ham")]
    (foretold,) = flat(foretell(TASK, learner, lessons, truths=known("ham", "spam", "ham")))
    assert foretold is not None
    assert (foretold.answer, foretold.confidence, foretold.naive) == ("spam", 0.75, "ham")
    assert foretold.low is None


@given(st.lists(st.floats(-1e15, 1e15), min_size=1))
def test_the_naive_rule_of_numbers_is_their_median(truths: list[float]) -> None:
    assert NaiveRule(truths).answer() == median(truths)


@given(st.lists(st.sampled_from(["spam", "ham", "eggs"]), min_size=1))
def test_the_naive_rule_of_labels_is_the_most_frequent(truths: list[str]) -> None:
    counts = Counter(truths)
    assert counts[cast("str", NaiveRule(truths).answer())] == max(counts.values())


def test_the_naive_rule_knows_nothing_at_first() -> None:
    assert NaiveRule(()).answer() is None
