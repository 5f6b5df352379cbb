"""The same lessons in the same order give the same answer, whatever their ids and the task's."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.example import Example
from core.domain.identity import CommunityId, ExampleId, TaskId
from core.domain.task import TargetKind, Task
from core.learning.compare import compare
from core.learning.fitting import fit
from tests.core.learning.cases import BY_CASE
from tests.core.learning.subjects import CONFIG, Said, Subject, subject_of
from tests.core.learning.texts import example_of, task_of_texts
from tests.core.learning.worlds import PLACE, SIZE, World, example, world
from tests.fakes.embedding import WordEncoder

FITTED_TO = 34
"""Lessons that a fit is made of; those after them are taught to it."""


@BY_CASE
def test_what_is_said_follows_from_the_lessons_alone(name: str, kind: TargetKind) -> None:
    there = _with_later_lessons(world("ordinary", kind))
    elsewhere = _elsewhere(there)
    assert _everything(_taught(name, kind, elsewhere), elsewhere) == _everything(
        _taught(name, kind, there), there
    )


def test_texts_with_an_encoder_too() -> None:
    task = task_of_texts()
    words = {"fruit": ("apple", "pear", "plum", "fig"), "tool": ("saw", "file", "drill", "awl")}
    pairs = [
        (f"{words[label][at % 4]} {words[label][at // 4 % 4]} {at}", label)
        for at in range(40)
        for label in words
    ]
    examples = tuple(example_of(at, *pair) for at, pair in enumerate(pairs, start=1))
    there = World(task=task, examples=examples, questions=({"f1": "a pear, a saw"}, {}))  # type: ignore[dict-item]
    elsewhere = _elsewhere(there)
    assert _answers_from_texts(elsewhere) == _answers_from_texts(there)


def test_which_version_is_the_better_does_too(kind: TargetKind) -> None:
    there = _with_later_lessons(world("ordinary", kind))
    judged = []
    for one in (there, _elsewhere(there)):
        live = fit(one.task, one.examples[:FITTED_TO], config=CONFIG)
        judged.append(compare(one.task, one.examples, live, config=CONFIG, folds=2))
    assert judged[1] == judged[0]


def _answers_from_texts(there: World) -> list[object]:
    config = replace(CONFIG, contrast_from=60, trees_from=10**6, network_from=10**6)
    learner = fit(there.task, there.examples[:70], config=config, encoder=WordEncoder())
    learner.observe(there.examples[70:])
    assert learner.weights()["contrast"] > 0
    answers = [answer.forecast for answer in learner.predict(there.questions)]
    return [*answers, learner.leave_one_out().log_likelihood.tolist()]


def _taught(name: str, kind: TargetKind, there: World) -> Subject:
    made = fit(there.task, there.examples[:FITTED_TO], config=CONFIG).fit
    subject = subject_of(name, kind, made=made, task=there.task)
    subject.observe(there.examples)
    return subject


def _everything(subject: Subject, there: World) -> list[list[Said]]:
    """Return all that a subject says, by the order of the lessons."""
    left_out, moved = subject.leave_one_out(), subject.influence(there.questions[0])
    return [
        subject.ask(there.questions),
        [left_out[one.id] for one in there.examples],
        [moved[one.id] for one in there.examples],
    ]


def _with_later_lessons(there: World) -> World:
    """Return a world with lessons of categories that its fit does not know."""
    truths = [one.target or 0.0 for one in there.examples]
    later = [
        example(90 + at, {PLACE: place, SIZE: 50.0 + at}, truths[at])
        for at, place in enumerate(("Atlantis", "Lemuria", "Mu", "Thule", "Ys"))
    ]
    return replace(there, examples=(*there.examples, *later))


def _elsewhere(there: World) -> World:
    """Return the same world under other ids, in another community."""
    task = replace(there.task, id=TaskId(77), community=CommunityId("terminal:elsewhere"))
    return replace(there, task=task, examples=_renumbered(there.examples, task))


def _renumbered(examples: Sequence[Example], task: Task) -> tuple[Example, ...]:
    return tuple(
        replace(one, id=ExampleId(1000 + 3 * at * at), task_id=task.id)
        for at, one in enumerate(examples)
    )
