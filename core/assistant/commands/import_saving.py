"""Saving the lessons of a file, all of them or none."""

from collections.abc import Sequence
from dataclasses import replace

from core.assistant.consent import note
from core.assistant.files.rows import Drawn
from core.assistant.lessons import replaced
from core.assistant.raters import newest_of_item, rated_by, tell_means
from core.assistant.request import Ports, Request
from core.assistant.steps import record_step
from core.domain.example import Example, ExampleStatus, Foretold, Lesson
from core.domain.identity import StepId
from core.domain.ratings import what_is_rated
from core.domain.step import StepKind
from core.domain.task import Task
from core.ports.work import Work

IMPORTED = "import examples"
"""What the audit calls an import.

Its subject is the task, how many rows were saved, the first and the last of them, and the file.
"""


async def save_lessons(
    ports: Ports, request: Request, task: Task, drawn: Sequence[Drawn], *, digest: str
) -> StepId | None:
    """Save the rows as lessons and return the step to take back; None where nothing changed."""
    if task.rater:
        drawn = _own_ratings(drawn, task, request)
    pairs = [(lesson.values, lesson.truth) for lesson in drawn]
    foretold = await ports.predictor.foretell(task, pairs)
    lessons = [
        _lesson(request, task, lesson, said) for lesson, said in zip(drawn, foretold, strict=True)
    ]
    async with ports.open_work() as work:
        since = await work.examples.revision(task.id)
        edited: list[tuple[Example, Example]] = []
        if task.rater:
            lessons, edited = await _new_of(work, request, task, lessons)
        saved = await work.examples.add_all(lessons)
        if task.rater:
            await tell_means(work, task, await work.examples.changed_since(task.id, 0))
        step = await record_step(
            work, request, task, StepKind.IMPORT, new=saved, since=since, edited=edited
        )
        ends = ":".join(str(one.id) for one in (*saved[:1], *saved[-1:]))
        await note(ports, work, request, IMPORTED, f"{task.id}:{len(saved)}:{ends}:{digest}")
    ports.predictor.follow_soon(task)
    ports.trainer.consider(task.id)
    return step


def _own_ratings(drawn: Sequence[Drawn], task: Task, request: Request) -> list[Drawn]:
    """Return rows as the sender's ratings, of each item the last."""
    last = {what_is_rated(lesson.values, task): lesson for lesson in drawn}
    return [replace(one, values=rated_by(one.values, task, request)) for one in last.values()]


async def _new_of(
    work: Work, request: Request, task: Task, lessons: Sequence[Lesson]
) -> tuple[list[Lesson], list[tuple[Example, Example]]]:
    """Return the ratings of what the sender had not rated, and what became of the earlier ones."""
    mine = await work.examples.of_author(request.sender.community, request.sender.member)
    earlier = newest_of_item(mine, task)
    new: list[Lesson] = []
    edited: list[tuple[Example, Example]] = []
    for lesson in lessons:
        before = earlier.get(what_is_rated(lesson.values, task))
        if before is None:
            new.append(lesson)
        else:
            edited.append((before, await replaced(work, before, lesson)))
    return new, edited


def _lesson(request: Request, task: Task, drawn: Drawn, foretold: Foretold | None) -> Lesson:
    return Lesson(
        task_id=task.id,
        author=request.sender.member,
        values=drawn.values,
        target=drawn.truth,
        status=ExampleStatus.HELD if drawn.is_odd else ExampleStatus.ACTIVE,
        source=f"{request.delivery}:{drawn.line}" if request.delivery else None,
        foretold=foretold,
    )
