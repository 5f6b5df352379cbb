"""Predict, then learn: what would have been answered right before each lesson. Pure."""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Final, TypeAlias

from core.domain.example import Example, ExampleStatus, Foretold
from core.domain.fields import Values
from core.domain.forecast import Answer, NumberForecast, best_guess
from core.domain.identity import ExampleId
from core.domain.task import Task, Truth

if TYPE_CHECKING:
    from core.learning.learner import Learner

LessonPair: TypeAlias = tuple[Values, Truth]

ONE_BY_ONE: Final = 64
"""Up to this many examples each lesson is learned before the next is foretold."""

BLOCK_SHARE: Final = 0.05
"""From then on lessons are foretold in blocks of this share of what is known: a few lessons then
miss their nearest neighbours, which can only make the record look worse than it is."""

MOST_FORETOLD: Final = 1_000
"""Of more lessons at once every second, third, ... is foretold and learned, so that this many are
at most. To learn 18,000 rows by predicting each takes half a minute that tells the record no more;
what is passed over, the learner does not know on the way, so that it cannot look better either."""


class NaiveRule:
    """The running median, or the most frequent label so far, of what was taught."""

    def __init__(self, truths: Iterable[Truth]) -> None:
        self._numbers: list[float] = []
        self._labels: Counter[str] = Counter()
        for truth in truths:
            self.learn(truth)

    def learn(self, truth: Truth) -> None:
        """Count one truth more."""
        if isinstance(truth, str):
            self._labels[truth] += 1
        else:
            insort(self._numbers, truth)

    def answer(self) -> Truth | None:
        """Return what the rule answers; None before anything was taught."""
        if self._labels:
            return self._labels.most_common(1)[0][0]
        if not self._numbers:
            return None
        middle = len(self._numbers) // 2
        if len(self._numbers) % 2:
            return self._numbers[middle]
        return (self._numbers[middle - 1] + self._numbers[middle]) / 2


def foretell(
    task: Task,
    learner: "Learner",
    lessons: Sequence[LessonPair],
    *,
    truths: Mapping[ExampleId, Truth],
) -> Iterator[list[Foretold | None]]:
    """Yield what is foretold of each lesson, block by block.

    None before anything was taught, and for those that are passed over of very many lessons.
    The learner learns all but the last on the way: pass a copy where there are several. ``truths``
    are those that it knows already.
    """
    naive = NaiveRule(truths.values())
    since = (learner.fit.since if learner.fit else None) or 0
    newest = max(since, max(truths, default=0))  # learners take a higher id for a later example
    step = max(1, ceil(len(lessons) / MOST_FORETOLD))
    passed_over: list[Foretold | None] = [None] * (step - 1)
    total = len(lessons)
    lessons = lessons[step - 1 :: step]
    done = 0
    while done < len(lessons):
        block = lessons[done : done + _block_size(len(truths) + done)]
        asked = [values for values, _ in block]
        answers = learner.predict(asked) if learner.examples else None
        foretold: list[Foretold | None] = []
        for at, (_, truth) in enumerate(block):
            one = _foretold(answers[at], naive.answer()) if answers else None
            foretold += [*passed_over, one]
            naive.learn(truth)
        yield foretold
        if done + len(block) < len(lessons):
            learner.observe(
                [_example(task, newest + 1 + at, pair) for at, pair in enumerate(block, start=done)]
            )
        done += len(block)
    yield [None] * (total % step)  # the rest of the last step


def _block_size(known: int) -> int:
    return 1 if known < ONE_BY_ONE else max(1, int(BLOCK_SHARE * known))


def _foretold(answer: Answer, naive: Truth | None) -> Foretold | None:
    if naive is None:
        return None
    guess = best_guess(answer.forecast)
    if isinstance(answer.forecast, NumberForecast):
        interval = answer.forecast.interval(0.8)
        return Foretold(answer=guess, naive=naive, low=interval.low, high=interval.high)
    return Foretold(
        answer=guess, naive=naive, confidence=answer.forecast.probability(answer.forecast.top)
    )


def _example(task: Task, number: int, pair: LessonPair) -> Example:
    """Return a lesson as an example that no store knows."""
    values, truth = pair
    return Example(
        id=ExampleId(number),
        number=0,
        task_id=task.id,
        author=None,
        values=values,
        target=truth,
        status=ExampleStatus.ACTIVE,
        revision=0,
        taught_at=task.created_at,
    )
