"""How well a sentence fits a task: how many of its fields it says something of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.assistant.acts import plain_words
from core.assistant.reading import Known, Reading
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.readings import NOTHING_KNOWN
from core.assistant.request import Request
from core.assistant.statements import GRAMMAR
from core.assistant.text_frames import framed_text, label_denied, label_told
from core.assistant.word_sets import word_set
from core.domain.fields import Field, FieldKind, Value
from core.domain.identity import FieldKey, TaskId
from core.domain.task import Task
from core.domain.text import name_key

_LONGEST = 500
"""Characters of a sentence that are read to tell its task."""
MOST_TASKS = 100
"""Tasks of a community that a sentence is read for; the others must be named."""
_OF_A_DAY = 0.5
"""Of a field: what a day that is said weighs."""
_OF_A_LABEL = 0.5
"""The same for a label that is told of a text, or asked for."""
_CLEAR = 2.0
"""What a message that was not written to the bot must say of a task's fields to be about it."""
_AHEAD = 1.0
"""By how much that must be more than what it says of any other task."""
_OF_SENTENCES = GRAMMAR | word_set("the a an same with in on at for to of as but and")
"""Words that make no text by themselves: ``the same with 300 pages``."""
_SOME_DAY = date(2000, 1, 1)
"""What day it is does not matter for which fields a sentence gives."""


def fields_said(request: Request, task: Task, known: Known) -> float:
    """Return how many fields a sentence gives a value that not any words would be.

    A day counts half: any sentence may say ``yesterday``.

    Args:
        request: the sentence.
        task: whose fields.
        known: what the task was taught: words among it count for the fields that take any words.
    """
    values = request.readings.of(request.text[:_LONGEST], task, known, today=_SOME_DAY).values
    fields = {field.key: field for field in task.fields}
    return sum(
        (_OF_A_DAY if fields[key].kind is FieldKind.DATE else 1.0)
        for key, value in values.items()
        if not are_new_words(fields[key], value, known)
    )


def names_value(text: str, task: Task, known: Known) -> bool:
    """Return whether a sentence has the words of a category or an item that the task knows."""
    folded = text.casefold()
    names = [name for seen in known.categories.values() for name in seen]
    names += [name for field in task.fields for name in field.options]
    return any(stands_in(name.casefold(), folded) for name in names)


def others_named(
    text: str, values: Mapping[FieldKey, Value], task: Task, known: Known
) -> Mapping[FieldKey, str]:
    """Return the known items and categories that a text names in place of a case's own.

    Args:
        text: which says something that may be of another case.
        values: of the case.
        task: its task.
        known: what that was taught.
    """
    folded = text.casefold()
    own = " ".join(str(value).casefold() for value in values.values())
    labels = {label.casefold() for label in (*task.target.labels, *known.labels)}
    found: dict[FieldKey, str] = {}
    for field in task.fields:
        if field.key not in values and field is not task.item:
            continue  # it says more of the case
        names = dict.fromkeys((*field.options, *known.categories.get(field.key, ())))
        said = [
            name
            for name in names
            if _is_telling(folded_name := name.casefold())
            and folded_name not in labels
            and folded_name not in own
            and stands_in(folded_name, folded)
        ]
        if said:
            found[field.key] = max(said, key=len)
    return found


def _is_telling(name: str) -> bool:
    """Return whether a name is more than a sign or little words, which any sentence has."""
    words = plain_words(name).split()
    return len(name) > 1 and any(map(str.isalpha, name)) and not STOP_WORDS.issuperset(words)


def is_known_name(text: str, task: Task, known: Known) -> bool:
    """Return whether a sentence is a label, a category or an item that the task has seen."""
    names = [*task.target.labels, *known.labels]
    names += [name for field in task.fields for name in field.options]
    names += [name for seen in known.categories.values() for name in seen]
    return name_key(text.strip(" ?？!！.。")) in {name_key(name) for name in names}


def stands_in(name: str, text: str) -> bool:
    """Return whether a name is in a text, and no part of a longer word of letters."""
    if not name.isascii():
        return name in text
    return re.search(rf"(?<![0-9a-z]){re.escape(name)}(?![0-9a-z])", text) is not None


def fitting(
    request: Request, tasks: Sequence[Task], known: Mapping[TaskId, Known]
) -> Sequence[Task]:
    """Return the tasks that a sentence says most fields of; all, where it says none of any.

    Args:
        request: the sentence.
        tasks: at least one.
        known: what some of them were taught.
    """
    counts = [(_fit(request, each, known.get(each.id, NOTHING_KNOWN)), each) for each in tasks]
    best = max(count for count, _ in counts)
    return [task for count, task in counts if count == best]


def clearly_fitting(
    request: Request,
    tasks: Sequence[Task],
    known: Mapping[TaskId, Known],
    mentioned: Sequence[Task],
) -> Task | None:
    """Return the one task that a message is clearly about that was not written to the bot.

    Any message may hold a number or a day. So two fields must be said: by name, by unit, or in
    words that were taught; the task's own name counts as one.

    Args:
        request: the message.
        tasks: the community's.
        known: what they were taught.
        mentioned: those whose names are among its words.
    """
    counts = sorted(
        (
            (
                fields_told(request, each, known.get(each.id, NOTHING_KNOWN)) + (each in mentioned),
                at,
            )
            for at, each in enumerate(tasks)
        ),
        reverse=True,
    )
    (best, at), second = counts[0], counts[1][0] if len(counts) > 1 else 0.0
    return tasks[at] if best >= _CLEAR and best - second >= _AHEAD else None


def fields_told(request: Request, task: Task, known: Known) -> float:
    """Return how many fields a message says that no number or day alone would be."""
    text = request.text[:_LONGEST]
    values = request.readings.of(text, task, known, today=_SOME_DAY, is_quoted=True).values
    words = f" {plain_words(text)} "
    return float(
        sum(
            _is_told(words, task.field(key), value)
            and not are_new_words(task.field(key), value, known)
            for key, value in values.items()
        )
    )


def _is_told(words: str, field: Field, value: Value) -> bool:
    """Return whether a value stands with its field's name or unit, or is in words of its own."""
    if field.kind not in (FieldKind.NUMBER, FieldKind.DATE):
        return True
    name = plain_words(field.name)
    is_named = name in words if not name.isascii() else f" {name} " in words
    figure = f"{value:g}" if isinstance(value, float) else ""
    unit = re.escape((field.unit or "").casefold())
    return is_named or bool(
        figure and unit and re.search(rf"(?<![\d.]){re.escape(figure)}\s?{unit}(?![a-z])", words)
    )


def _fit(request: Request, task: Task, known: Known) -> float:
    """Return how well a sentence fits: by fields, and by a label said of a text, or asked for."""
    text, fields = request.text, fields_said(request, task, known)
    if not task.has_text:
        return fields
    labels = task.target.labels or known.labels
    is_framed = framed_text(text, labels) != text
    return fields + (_OF_A_LABEL if is_framed or label_told(text, labels) else 0.0)


def is_of_text(text: str, task: Task, known: Known) -> bool:
    """Return whether a sentence holds a text and asks for its label of the task, or tells it."""
    if not task.has_text:
        return False
    labels = task.target.labels or known.labels
    told = label_told(text, labels) or label_denied(text, labels)
    return framed_text(text, labels) != text or (told is not None and bool(told[1]))


def are_new_words(field: Field, value: Value, known: Known) -> bool:
    """Return whether a value is words that were never seen in a field that takes any words."""
    return takes_any_words(field) and value not in known.categories.get(field.key, ())


def without_texts(text: str, task: Task, reading: Reading) -> Reading:
    """Return a reading in which what a text field took, which nobody named, is left unread.

    Any words that nothing else takes are such a text: they tell nothing of the task by themselves.
    """
    taken = [
        field.key
        for field in task.fields
        if field.kind is FieldKind.TEXT and field.key in reading.values
        if not re.search(rf"{re.escape(field.name)}\s*[:：=]", text, re.IGNORECASE)
    ]
    if not taken:
        return reading
    values = {key: value for key, value in reading.values.items() if key not in taken}
    unread = (*reading.unread, *(str(reading.values[key]) for key in taken))
    return replace(reading, values=values, unread=unread)


def without_idle_text(text: str, task: Task, known: Known, reading: Reading) -> Reading:
    """Return a reading without words that are no text: a label, or ``it was`` beside 380 pages."""
    without = without_texts(text, task, reading)
    left = {word for part in without.unread for word in plain_words(part).split()}
    if without.values and left <= _OF_SENTENCES:
        return replace(without, unread=reading.unread)
    labels = dict.fromkeys((*task.target.labels, *known.labels))
    names = {plain_words(label) for label in labels}
    are_told = any(plain_words(p) in names or label_told(p, labels) for p in without.unread)
    return without if are_told else reading


def takes_any_words(field: Field) -> bool:
    """Return whether words that were never seen may be the field's value."""
    is_open = field.kind is FieldKind.CATEGORY and not field.options
    return is_open or field.kind in (FieldKind.TEXT, FieldKind.ITEM)
