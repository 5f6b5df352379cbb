"""A sentence that states something: offered as a lesson or a question, never simply forecast."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NoReturn

from core.assistant import show
from core.assistant.acts import begins_socially
from core.assistant.commands.judged import (
    Judged,
    correction_hint,
    judged_answer,
    offer_correction,
)
from core.assistant.commands.rated_items import told_rating
from core.assistant.question_kinds import asks_for_amount, asks_otherwise
from core.assistant.reading import Known, Reading, read_lesson
from core.assistant.reading.speech import SOLD_FOR
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.settling import unread_words
from core.assistant.show import clip
from core.assistant.statements import has_question_words, is_of_last_answer, is_statement
from core.assistant.text_frames import label_told
from core.assistant.wording import say
from core.domain.fields import FieldKind
from core.domain.task import Task
from core.errors import InvalidValue

_LIST = re.compile(r"[,，;；、]")
"""What parts the values of a list."""
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
    if not reading.values and not reading.unclear:
        return
    key = _doubt_about(request, task, known, reading)
    if key is None:
        return
    locale, hint = request.sender.locale, await _hint(ports, request, task)
    words = told_rating(request.text, task) or request.text
    lesson = _as_lesson(words, task, known, request.sender.day_of(ports.clock()))
    is_clear = words != request.text or is_statement(request.text, reading.unread)
    if lesson is not None and _is_whole(task, lesson) and (is_clear or _is_told(request.text)):
        save = Way(
            label=say("save it", locale=locale),
            request=replace(request.about(task.name), name="teach", text=words),
            is_yes=_is_told(request.text),
        )
        title = say("shall i learn", locale=locale, lesson=clip(request.text.strip(), _SHOWN))
        said = (*_as_read(request, task, lesson), *hint)
        raise AskFirst(title, *said, ways=(save, predict_way(request, task)))
    lines = (*_as_read(request, task, reading), *hint)
    raise whether_to_predict(request, task, lines, key)


def _doubt_about(request: Request, task: Task, known: Known, reading: Reading) -> str | None:
    """Return which sentence says why a text may be no question; None where it surely is one."""
    text = request.text
    if asks_otherwise(text, task) or _says_a_day_alone(task, reading):
        return "asks otherwise"
    is_left = _has_number_left(task, reading) and not asks_for_amount(text)
    if has_question_words(text) and not is_left:
        return None
    is_left = is_left or told_rating(text, task) is not None
    is_stated = is_left or is_statement(text, _unread(task, known, reading))
    thanks = task.item is None and begins_socially(text)  # "thanks, off for an 8 km walk"
    if is_stated or _is_told(text) or thanks:
        return "is it asked"
    return "asks otherwise" if _says_little(text, task, reading) else None


def _says_little(text: str, task: Task, reading: Reading) -> bool:
    """Return whether a text without a word that asks says one thing of the task, and another.

    A list may hold more than the task knows of (``Mitte, quiet``), and an item is a question.
    """
    is_little = len(reading.values) + len(reading.unclear) <= 1 < len(task.fields)
    is_list = task.item is not None or _LIST.search(text) is not None
    return is_little and bool(reading.unread) and not is_list


def _is_whole(task: Task, lesson: Reading) -> bool:
    """Return whether a lesson says something of the case, and of the item if there is one."""
    return task.item.key in lesson.values if task.item else bool(lesson.values)


def _is_told(text: str) -> bool:
    return any(cue in text.casefold() for cue in SOLD_FOR)


def _says_a_day_alone(task: Task, reading: Reading) -> bool:
    """Return whether a text says nothing of the task but a day, beside other words: 今天有点冷."""
    kinds = {task.field(key).kind for key in reading.values}
    return kinds == {FieldKind.DATE} and bool(reading.unread) and not reading.unclear


def _has_number_left(task: Task, reading: Reading) -> bool:
    """Return whether a number was read as nothing: more is said than is understood.

    The name of an item may have one.
    """
    return not task.item and any(sign.isdigit() for part in reading.unread for sign in part)


def _as_read(request: Request, task: Task, reading: Reading) -> Sequence[str]:
    """Return the lines about what of a sentence was read, and what was not."""
    locale = request.sender.locale
    values = show.values_of(reading.values, task, locale=locale)
    if reading.target is not None:
        shown = show.truth(reading.target, task.target, locale=locale)
        values = f"{values} → {task.target.name} {shown}".strip()
    read = [f"{task.name}: {values}"] if values else []
    return (*read, *unread_words(reading.unread, locale))


async def _check_is_text(ports: Ports, request: Request, task: Task, known: Known) -> None:
    """Return where a sentence is a text to classify.

    Raises:
        AskFirst: it seems to tell the label of a text, or to speak of the answer given last.
    """
    labels = task.target.labels or known.labels
    if told := label_told(request.text, labels):
        await _ask_about_label(ports, request, task, *told)
    if not is_of_last_answer(request.text, labels):
        return
    hint = await _hint(ports, request, task)
    if hint:
        raise whether_to_predict(request, task, hint, "is it asked")


async def _ask_about_label(
    ports: Ports, request: Request, task: Task, label: str, text: str
) -> NoReturn:
    """Ask what a label that is told is of.

    Raises:
        AskFirst: always. It may be of the text before it, or of the answer given last.
    """
    if text:
        lesson = f"{text} -> {label}"
        teach = replace(request.about(task.name), name="teach", text=lesson)
        save = Way(label=say("save it", locale=request.sender.locale), request=teach)
        shown = clip(f"{task.name}: {lesson}", _SHOWN)
        title = say("shall i learn", locale=request.sender.locale, lesson=shown)
        raise AskFirst(title, ways=(save, predict_way(request, task)))
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request)
    if judged and judged.task.id == task.id:
        raise whether_label(request, judged, label)
    raise whether_to_predict(request, task, (), "is it asked")


def whether_label(request: Request, judged: Judged, label: str) -> AskFirst:
    """Return the question whether the answer to a text has a label, or the sentence is a text."""
    offer = offer_correction(request, judged, label)
    ways = (*offer.ways, predict_way(request, judged.task))
    return AskFirst(offer.title, *offer.lines, ways=ways)


def whether_to_predict(request: Request, task: Task, lines: Sequence[str], key: str) -> AskFirst:
    """Return the question whether a sentence is to be predicted; the key says what is doubtful."""
    text, target = clip(request.text.strip(), _SHOWN), task.target.name
    title = say(key, locale=request.sender.locale, text=text, target=target)
    return AskFirst(title, *lines, ways=(predict_way(request, task),))


def predict_way(request: Request, task: Task) -> Way:
    """Return the choice to take a sentence for a question all the same."""
    asked = replace(request.about(task.name), name="ask")
    return Way(label=say("predict it", locale=request.sender.locale), request=asked)


async def _hint(ports: Ports, request: Request, task: Task) -> Sequence[str]:
    """Return the line that says how the sender's last answer of the task is put right, if any."""
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request)
    return [correction_hint(request, judged)] if judged and judged.task.id == task.id else []


def _as_lesson(text: str, task: Task, known: Known, today: date) -> Reading | None:
    """Return a sentence as a lesson; None where it says nothing of what came true."""
    try:
        lesson = read_lesson(text, task, known, today=today)
    except InvalidValue:
        return None
    return None if lesson.target is None else lesson


def _unread(task: Task, known: Known, reading: Reading) -> Sequence[str]:
    """Return what was read as no value, and as the name of an item that nobody has taught."""
    new = [
        str(reading.values[field.key])
        for field in task.fields
        if field.kind is FieldKind.ITEM and field.key in reading.values
        if reading.values[field.key] not in known.categories.get(field.key, ())
    ]
    return (*reading.unread, *new)
