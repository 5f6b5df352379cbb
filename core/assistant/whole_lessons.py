"""Lessons read whole: what a member typed as values and a target, doubts settled first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from core.assistant import show
from core.assistant.days import day_notes
from core.assistant.error_words import words_of
from core.assistant.grammar import ARROW
from core.assistant.other_questions import check_tells_one, several_values
from core.assistant.reading import (
    Doubt,
    Known,
    Reading,
    denies,
    holds_number,
)
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure, Way
from core.assistant.settling import overlooked_in, settle, settled_values, unread_of, unread_words
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import FieldKind, Value, show_plain
from core.domain.identity import FieldKey
from core.domain.task import Task, Truth
from core.errors import InvalidValue

_LONGEST_NAME = 12
"""Characters of a word that may be a second name."""
_MOST_LABELS = 10
"""Labels that a question offers; more are only listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeLesson:
    """A lesson as it was read and settled."""

    values: Mapping[FieldKey, Value]
    truth: Truth
    unread: tuple[str, ...]
    """What nothing was read from."""
    says_truth: bool = True
    """Whether it says its target, which else stays what it was."""
    is_doubted: bool = False
    """Whether what was not read may be a part of it, so that it is shown before it is saved."""
    notes: tuple[str, ...] = ()
    """Which day counts as today, where it names a day by it."""


def read_whole_lesson(
    ports: Ports, request: Request, task: Task, known: Known, *, changes: Example | None = None
) -> WholeLesson:
    """Return a lesson's values, target and rest.

    Args:
        ports: for the day that it is.
        request: whose text is the lesson.
        task: of the lesson.
        known: what the task has seen.
        changes: the example that it changes, which keeps the target, or all the fields, that it
            does not name.

    Raises:
        Unsure: it says no target, or nothing could be read.
        AskFirst: something could be read in two ways, or its target cannot be what it says.
    """
    locale = request.sender.locale
    today = request.sender.day_of(ports.clock())
    read = partial(_reading_of, request, task, known)
    reading, is_change = read(today=today), changes is not None
    settle(request, task, several_values(request.text, task, known))
    is_more = reading.target is None or any(map(holds_number, reading.unread))
    if is_more and ARROW.search(request.text) is None:
        check_tells_one(request, reading)
    settle(request, task, reading.unclear)
    settle(request, task, [c for c in reading.offers if not (is_change and c.why is Doubt.LEFT)])
    values = settled_values(request, reading)
    said = request.settled.get(TARGET, reading.target)
    truth = changes.target if said is None and changes and values else said
    if truth is None:
        missing = say("no target", locale=locale, target=task.target.name)
        raise Unsure("\n".join((missing, *unread_words(reading.unread, locale))))
    if not values and task.fields and not is_change:
        names = ", ".join(f.name for f in task.typed_fields[:12])
        raise Unsure(say("no field read", locale=locale, task=task.name, fields=names))
    item = task.item
    if task.rater and item and item.key not in values and not is_change:
        raise Unsure(say("no item", locale=locale, item=item.name, task=task.name))
    return WholeLesson(
        values=task.check_values(values),
        truth=task.target.check(truth),
        unread=unread_of(request, reading),
        says_truth=said is not None,
        is_doubted=_may_be_values(task, values, overlooked_in(request, reading))
        or _lists_names(request.text, task, values, reading.unread),
        notes=day_notes(request, today, reading.values, read),
    )


def _reading_of(request: Request, task: Task, known: Known, *, today: date) -> Reading:
    """Return what a lesson says; its target is the one chosen, where what it says cannot be that.

    Raises:
        AskFirst: its target cannot be what it says, and none is chosen yet.
        InvalidValue: it is no lesson for another reason.
    """
    try:
        return request.readings.of_lesson(request.text, task, known, today=today)
    except InvalidValue as error:
        arrow, chosen = ARROW.search(request.text), request.settled.get(TARGET)
        if arrow is None or error.parts.get("name") != task.target.name:
            raise
        if chosen is None:
            raise _which_target(request, task, error) from None
        text = f"{request.text[: arrow.end()]} {show_plain(chosen)}"
        return request.readings.of_lesson(text, task, known, today=today)


def _which_target(request: Request, task: Task, error: InvalidValue) -> AskFirst:
    """Return the question what a lesson's target is, with its labels where they are few."""
    locale, labels = request.sender.locale, task.target.labels
    offered = labels if len(labels) <= _MOST_LABELS else ()
    ways = tuple(
        Way(label=show.clip(label, 40), request=request.settle(TARGET, label)) for label in offered
    )
    line = say("target then", locale=locale, name=task.target.name)
    return AskFirst(words_of(error, locale), line, ways=ways, asks=TARGET)


def _lists_names(
    text: str, task: Task, values: Mapping[FieldKey, Value], unread: Sequence[str]
) -> bool:
    """Return whether an unread word goes on a list that a field's name begins: ``dog: Rex, Bo``."""
    named = [
        (field.name, str(values[field.key]))
        for field in task.typed_fields
        if field.kind is FieldKind.CATEGORY and field.key in values
    ]
    return any(
        re.search(
            rf"{re.escape(name)}\s*[:：]\s*{re.escape(value)}\s*[,，、;；]\s*{re.escape(word)}",
            text,
            re.IGNORECASE,
        )
        for name, value in named
        for word in unread
        if len(word.split()) == 1 and len(word) <= _LONGEST_NAME
    )


def _may_be_values(task: Task, values: Mapping[FieldKey, Value], unread: Sequence[str]) -> bool:
    """Return whether words that were not read may be values: numbers, names, or denials."""
    is_open = any(
        field.kind is FieldKind.CATEGORY and field.key not in values and not field.options
        for field in task.typed_fields
    )
    has_open = any(
        field.kind is FieldKind.YES_NO and field.key not in values for field in task.typed_fields
    )
    return any(is_open or holds_number(w) or (has_open and denies(w)) for w in unread)
