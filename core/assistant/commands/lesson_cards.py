"""The card of a lesson in a sentence: what would be learned is shown before it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant import show
from core.assistant.reading import Reading
from core.assistant.reply import Effect
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure, Way
from core.assistant.rights import require_teacher
from core.assistant.settling import offers_in, unread_words, with_names_settled
from core.assistant.show import clip
from core.assistant.which import find_task
from core.assistant.whole_lessons import WholeLesson, read_whole_lesson
from core.assistant.wording import say
from core.domain.codec import value_to_json, values_to_json
from core.domain.fields import Values
from core.domain.ratings import digest_of
from core.domain.task import Task, Truth
from core.errors import InvalidValue, NotFound
from core.ports.work import Work

_AS_READ: Final = "as read "
"""What is agreed to begins with it where a lesson is to be saved as it was shown."""


def whether_to_learn(request: Request, lesson: str, *lines: str, ways: Sequence[Way]) -> AskFirst:
    """Return the question whether a lesson is to be learned, with how it was read."""
    shown = clip(lesson.strip(), show.SENTENCE)
    title = say("shall i learn", locale=request.sender.locale, lesson=shown)
    return AskFirst(title, *lines, ways=tuple(ways))


def save_way(request: Request, saving: Request, *, effect: Effect = Effect.CHANGES) -> Way:
    """Return the choice to save a lesson, which is what a typed yes means."""
    label = say("save it", locale=request.sender.locale)
    return Way(label=label, request=saving.agree("save"), is_yes=True, effect=effect)


def teach_ways(
    request: Request,
    taking: Request,
    task: Task,
    lesson: str,
    reading: Reading,
    truths: Sequence[Truth],
) -> Sequence[Way]:
    """Return the choices to save a sentence as a lesson: one for each truth that it may say.

    Args:
        request: whose sentence it is.
        taking: the same, with a name that fits one open category taken as its value; the first
            choice saves it so, the second without the name.
        task: of the lesson.
        lesson: the sentence as a lesson.
        reading: what was read of it.
        truths: what may have come true.
    """
    teaching = replace(request.about(task.name), name="teach", text=lesson)
    if len(truths) == 1:
        settled = teaching if reading.target == truths[0] else teaching.settle(TARGET, truths[0])
        if taking == request:
            return (save_way(request, settled),)
        bare = with_names_settled(settled, reading, taken=False)
        names = ", ".join(case.text for case in offers_in(request, reading))
        label = say("save without", locale=request.sender.locale, names=clip(names, 40))
        taken = replace(settled, settled={**settled.settled, **taking.settled})
        return (save_way(request, taken), Way(label=label, request=bare.agree("save")))
    locale, name = request.sender.locale, task.target.name
    shown = [show.truth(truth, task.target, locale=locale) for truth in truths]
    labels = [say("name is value", locale=locale, name=name, value=clip(one, 40)) for one in shown]
    return [
        Way(label=label, request=teaching.settle(TARGET, truth).agree("save"))
        for label, truth in zip(labels, truths, strict=True)
    ]


def as_read(
    request: Request, task: Task, values: Values, truth: Truth | None, unread: Sequence[str]
) -> tuple[str, ...]:
    """Return the lines about what of a sentence was read, and what was not."""
    locale = request.sender.locale
    said = show.values_of(values, task, locale=locale)
    if truth is not None:
        said = f"{said} → {task.target.name} {show.truth(truth, task.target, locale=locale)}"
    read = [f"{task.name}: {said.strip()}"] if values or truth is not None else []
    return (*read, *unread_words(unread, locale))


async def lesson_offered(ports: Ports, request: Request) -> AskFirst | None:
    """Return the question whether a lesson is to be learned as it was read.

    None where it is of a task that is not there: making that asks anyway.

    Raises:
        AskFirst: it could be about several tasks, or be read in two ways.
        NotAllowed: the sender may not teach the task.
        InvalidValue: its answer is none that the task may have.
        Unsure: it says no target, or nothing could be read.
    """
    async with ports.open_work() as work:
        task, lesson = await find_task(work, request, ports=ports)
        if task is None:
            return None
        await require_teacher(work, request, task)
        known = (await ports.recollection.of(work, task)).known
    read = read_whole_lesson(ports, lesson, task, known)
    saving = replace(lesson.about(task.name), name="teach")
    return lesson_card(request, task, read, saving=saving)


def lesson_card(request: Request, task: Task, read: WholeLesson, *, saving: Request) -> AskFirst:
    """Return the question whether a lesson is to be learned, with how and by which day it was read.

    Only where nothing of it is doubted, a piped line takes the yes for granted.
    """
    lines = as_read(request, task, read.values, read.truth, read.unread)
    is_other = not is_as_shown(request, read)
    if is_other:
        lines = (say("read otherwise", locale=request.sender.locale), *lines)
    effect = Effect.CHANGES if read.is_doubted or is_other else Effect.HARMLESS
    way = save_way(request, saving, effect=effect)
    return whether_to_learn(request, request.text, *lines, *read.notes, ways=(way,))


async def with_reading_kept(ports: Ports, asked: AskFirst) -> AskFirst:
    """Return a question whose choices to save a lesson hold what they save as it is read now."""
    if not any(map(_saves, asked.ways)):
        return asked
    async with ports.open_work() as work:
        ways = [
            replace(way, request=await _with_reading(ports, work, way.request))
            if _saves(way)
            else way
            for way in asked.ways
        ]
    return AskFirst(
        asked.title, *asked.lines, ways=tuple(ways), is_personal=asked.is_personal, asks=asked.asks
    )


def _saves(way: Way) -> bool:
    return way.request.name == "teach" and "save" in way.request.agreed


async def _with_reading(ports: Ports, work: Work, saving: Request) -> Request:
    """Return what saves a lesson with its reading; as it is where it is still to be asked."""
    saving = replace(saving, agreed=frozenset(a for a in saving.agreed if not _is_reading(a)))
    lesson = replace(saving, text=saving.option("lesson") or saving.text)
    try:
        task, lesson = await find_task(work, lesson)
        if task is None:
            return saving
        known = (await ports.recollection.of(work, task)).known
        return saving.agree(_reading_shown(read_whole_lesson(ports, lesson, task, known)))
    except (AskFirst, NotFound, Unsure, InvalidValue):
        return saving


def is_as_shown(request: Request, read: WholeLesson) -> bool:
    """Return whether a lesson is read as on the card that offered to save it, if one did."""
    shown = {agreed for agreed in request.agreed if _is_reading(agreed)}
    return not shown or _reading_shown(read) in shown


def _is_reading(agreed: str) -> bool:
    return agreed.startswith(_AS_READ)


def _reading_shown(read: WholeLesson) -> str:
    """Return the mark of what a lesson says: its fields by their keys, and its answer."""
    values = sorted(values_to_json(read.values).items())
    return f"{_AS_READ}{digest_of([*values, value_to_json(read.truth)])}"
