"""A sentence that states something: offered as a lesson or a question, never simply forecast."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.assistant import show
from core.assistant.commands.judged import correction_hint, judged_answer
from core.assistant.reading import Known, Reading, read_lesson
from core.assistant.reading.speech import SOLD_FOR
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.settling import unread_words
from core.assistant.show import clip
from core.assistant.statements import has_question_words, is_of_last_answer, is_statement
from core.assistant.wording import say
from core.domain.fields import FieldKind
from core.domain.task import Task, Truth
from core.errors import InvalidValue

_SHOWN = 200
"""Characters of a sentence that a card repeats."""


async def check_is_asked(
    ports: Ports, request: Request, task: Task, known: Known, reading: Reading
) -> None:
    """Return where a plain sentence may be a question about the values that it says, if any.

    A post that a task classifies may state anything, unless it speaks of the last answer.

    Raises:
        AskFirst: it states something: whether to predict all the same, or to learn what it says.
    """
    if task.is_about_texts:
        await _check_is_text(ports, request, task, known)
        return
    is_of_task = bool(reading.values or reading.unclear)
    if not is_of_task or has_question_words(request.text):
        return
    is_told = any(cue in request.text.casefold() for cue in SOLD_FOR)
    if not is_told and not is_statement(request.text, _unread(task, known, reading)):
        return
    lesson = _as_lesson(request, task, known, request.sender.day_of(ports.clock()))
    locale, hint = request.sender.locale, await _hint(ports, request, task)
    if lesson is not None:
        save = Way(
            label=say("save it", locale=locale),
            request=replace(request.about(task.name), name="teach"),
            is_yes=is_told,
        )
        title = say("shall i learn", locale=locale, lesson=clip(request.text.strip(), _SHOWN))
        shown = show.truth(lesson, task.target, locale=locale)
        said = (f"{task.name}: {task.target.name} {shown}", *hint)
        raise AskFirst(title, *said, ways=(save, _predict(request, task)))
    values = show.values_of(reading.values, task, locale=locale)
    read = [f"{task.name}: {values}"] if reading.values else []
    lines = (*read, *unread_words(reading.unread, locale), *hint)
    raise _whether_to_predict(request, task, lines)


async def _check_is_text(ports: Ports, request: Request, task: Task, known: Known) -> None:
    """Return where a sentence is a text to classify.

    Raises:
        AskFirst: it seems to speak of the answer that was given last.
    """
    if not is_of_last_answer(request.text, task.target.labels or known.labels):
        return
    hint = await _hint(ports, request, task)
    if hint:
        raise _whether_to_predict(request, task, hint)


def _whether_to_predict(request: Request, task: Task, lines: Sequence[str]) -> AskFirst:
    """Return the question whether a sentence that seems to state something is to be predicted."""
    text = clip(request.text.strip(), _SHOWN)
    title = say("is it asked", locale=request.sender.locale, text=text)
    return AskFirst(title, *lines, ways=(_predict(request, task),))


def _predict(request: Request, task: Task) -> Way:
    """Return the choice to take a sentence for a question all the same."""
    asked = replace(request.about(task.name), name="ask")
    return Way(label=say("predict it", locale=request.sender.locale), request=asked)


async def _hint(ports: Ports, request: Request, task: Task) -> Sequence[str]:
    """Return the line that says how the sender's last answer of the task is put right, if any."""
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request)
    return [correction_hint(request, judged)] if judged and judged.task.id == task.id else []


def _as_lesson(request: Request, task: Task, known: Known, today: date) -> Truth | None:
    """Return the target that a sentence says came true; None where it says none."""
    try:
        return read_lesson(request.text, task, known, today=today).target
    except InvalidValue:
        return None


def _unread(task: Task, known: Known, reading: Reading) -> Sequence[str]:
    """Return what was read as no value, and as the name of an item that nobody has taught."""
    new = [
        str(reading.values[field.key])
        for field in task.fields
        if field.kind is FieldKind.ITEM and field.key in reading.values
        if reading.values[field.key] not in known.categories.get(field.key, ())
    ]
    return (*reading.unread, *new)
