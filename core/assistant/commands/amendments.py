"""What of a lesson a sentence puts right: what it names, or what stood where the new value is to.

``wind was 9`` names its field; ``32 not 22`` is of what was 22; ``sorry, 32`` of what may be 32.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Final

from core.assistant import show
from core.assistant.acts import plain_words
from core.assistant.buttons import written
from core.assistant.commands.contrasted import contrasted
from core.assistant.commands.judged import is_number_alone
from core.assistant.reading import (
    Known,
    Unclear,
    beside_truth,
    is_measured,
    read_question,
    read_said_truth,
    read_truth,
    read_value,
)
from core.assistant.reading.dates import is_weekday
from core.assistant.reading.quantities import quantities_in
from core.assistant.reading.slots import (
    is_unit_of,
    own_dimensions,
    slot_of_field,
    slot_of_target,
    slots_of,
)
from core.assistant.reading.tokens import tokenise
from core.assistant.request import TARGET, Request
from core.assistant.task_fit import stands_in
from core.assistant.text_frames import without_own_names
from core.domain.example import Example, Lesson
from core.domain.fields import Value, Values, show_plain
from core.domain.identity import FieldKey
from core.domain.task import Task, Truth
from core.errors import InvalidValue

_UNIT_FIRST: Final = re.compile(
    r"(?:the\s+)?(?P<unit>[^\W\d_]{1,20}?)\s*"
    r"(?:\b(?:was|were|is|are|should be)\b|[:=]|应该是|是)\s*"
    r"(?P<number>\d[\d.,]*)",
    re.IGNORECASE,
)
"""A number behind the name of its unit: ``minutes were 35``."""
_LITTLE: Final = 1.5
_LARGE: Final = 3.0
"""Times that a number put right is of what it was: seldom more than the first, hardly the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What of a lesson a sentence puts right."""

    values: Mapping[FieldKey, Value]
    truth: Truth | None = None

    def after(self, request: Request) -> "Amendment":
        """Return it with what its member has chosen for the request before."""
        chosen = {FieldKey(key): v for key, v in request.settled.items() if key != TARGET}
        before = request.settled.get(TARGET)
        chosen_truth = before if isinstance(before, float | str) else None
        truth = chosen_truth if self.truth is None else self.truth
        return Amendment(values={**chosen, **self.values}, truth=truth)

    def apply(self, request: Request) -> Request:
        """Return a request with what was put right as its member's choice."""
        for key, value in self.values.items():
            request = request.settle(key, value)
        return request if self.truth is None else request.settle(TARGET, self.truth)

    def written(self, task: Task) -> str:
        """Return it as it is typed: ``wind: 9``, or ``-> 12``."""
        arrow = "" if self.truth is None else f"-> {show_plain(self.truth)}"
        return " ".join((*([written(self.values, task)] if self.values else []), arrow)).strip()

    def described(self, task: Task, locale: str) -> str:
        """Return ``wind 9 km/h``."""
        shown = [show.values_of(self.values, task, locale=locale)] if self.values else []
        if self.truth is not None:
            truth = show.truth(self.truth, task.target, locale=locale)
            shown.append(f"{task.target.name} {truth}")
        return " · ".join(shown)


def amendment_in(text: str, task: Task, known: Known, *, today: date) -> Amendment | None:
    """Return the fields, or the target, that a text says whole; None where it says neither."""
    reading = read_question(text, task, known, today=today)
    is_whole = not (reading.unread or reading.unclear or reading.offers)
    named = [_is_named(text, task, known, *one) for one in reading.values.items()]
    if any(named):
        values = without_own_names(reading.values, task)
        return Amendment(values=values) if is_whole and all(named) else None
    try:
        truth = read_said_truth(text, task.target, known)
    except InvalidValue:
        return None
    if isinstance(truth, Unclear) or beside_truth(text, task.target, known):
        return None
    words = plain_words(text).replace(plain_words(task.target.name), "")
    if _fields_named(words, task):  # "140, the size"
        return None
    is_known = is_number_alone(words) or truth in (*task.target.labels, *known.labels)
    return Amendment(values={}, truth=truth) if is_known else None


def _fields_named(text: str, task: Task) -> Sequence[FieldKey]:
    """Return the fields whose names are among the words of a text."""
    words = plain_words(text)
    return [field.key for field in task.fields if stands_in(plain_words(field.name), words)]


def _is_named(text: str, task: Task, known: Known, key: FieldKey, value: Value) -> bool:
    """Return whether a field was named, or its value is one that was taught; no bare number is."""
    is_known = value in known.categories.get(key, ())
    is_named = task.field(key).name.casefold() in text.casefold()
    return is_known or is_named or says_in_unit(text, task, key, value)


def says_in_unit(text: str, task: Task, key: FieldKey, value: Value) -> bool:
    """Return whether a text is a field's number with its unit, which is not the target's too."""
    field = task.field(key)
    is_own = field.unit is not None and field.unit != task.target.unit
    return is_own and is_measured(text) and isinstance(value, float) and f"{value:g}" in text


def amendments_in(
    text: str, example: Example | Lesson, task: Task, known: Known, *, today: date, is_led: bool
) -> Sequence[Amendment]:
    """Return how a text may put a lesson right: in one way, or several that are to be asked about.

    Args:
        text: without the words that lead to what is right.
        example: the lesson.
        task: its task.
        known: what that has seen.
        today: the member's day.
        is_led: whether words lead to it; else only what the lesson says is put right.
    """
    for new, old in contrasted(text):
        parts = parts_of(example.values, example.target, old, task, known, today)
        values = task.convert_values(example.values)
        found = [
            one
            for part in parts
            if (one := as_part(new, part, task, known, today, of=part and values.get(part)))
        ]
        if found:
            return found
    if is_led and (one := _in_unit(text, task, known, today)):
        return (one,)
    named = amendment_in(text, task, known, today=today) if is_led else None
    whole = (named,) if named else ()
    if not is_led or (named and named.values) or not is_number_alone(plain_words(text)):
        return whole
    usual: Sequence[FieldKey | None] = _fields_named(text, task) or [
        part for part in (*example.values, None) if is_usual(text, part, task, known, today)
    ]
    found = [one for part in usual if (one := as_part(text, part, task, known, today))]
    return _nearest([one for one in found if not is_said(one, example)], example) or whole


def says_more(text: str, example: Example | Lesson, task: Task, known: Known, today: date) -> bool:
    """Return whether a text says more than a number that the lesson does not: ``36, Kreuzberg``."""
    values = read_question(text, task, known, today=today).values
    return any(
        (isinstance(value, bool) or value in known.categories.get(key, ()))
        and value != example.values.get(key)
        for key, value in values.items()
    )


def _nearest(found: Sequence[Amendment], example: Example | Lesson) -> Sequence[Amendment]:
    """Return the one change that is little, where each other is large; else all of them."""
    ratios = [_ratio(one, example) for one in found]
    near = [one for one, ratio in zip(found, ratios, strict=True) if ratio <= _LITTLE]
    is_clear = len(near) == 1 and all(ratio <= _LITTLE or ratio >= _LARGE for ratio in ratios)
    return near if is_clear else found


def _ratio(amendment: Amendment, example: Example | Lesson) -> float:
    """Return how many times the larger of an old and a new number is the smaller; 1 for others."""
    new: Value | None = amendment.truth
    old: Value | None = example.target
    for key, value in amendment.values.items():
        new, old = value, example.values.get(key)
    if not (isinstance(new, float) and isinstance(old, float)) or new == old:
        return 1.0
    small, large = sorted((abs(new), abs(old)))
    return large / small if small and new * old > 0 else inf


def _in_unit(text: str, task: Task, known: Known, today: date) -> Amendment | None:
    """Return a number as that of the one field, or the answer, in whose unit it is given."""
    if first := _UNIT_FIRST.fullmatch(text.strip()):
        text = f"{first['number']} {first['unit']}"
    own = parts_measured(text, task, known)
    return as_part(text, own[0], task, known, today) if len(own) == 1 else None


def parts_measured(text: str, task: Task, known: Known) -> Sequence[FieldKey | None]:
    """Return the fields, or None for the answer, in whose unit the one number of a text is."""
    slots = (*slots_of(task, known), slot_of_target(task.target, known))
    said = quantities_in(tokenise(text), own=own_dimensions(slots))
    return [slot.key for slot in slots if len(said) == 1 and is_unit_of(said[0], slot)]


def parts_of(
    stored: Values, truth: Truth | None, old: str, task: Task, known: Known, today: date
) -> Sequence[FieldKey | None]:
    """Return the fields with a value that a text says; None is for the truth."""
    values = task.convert_values(stored)
    fields = [field.key for field in task.typed_fields if field.key in values]
    return [
        part
        for part in (*fields, None)
        if (was := read_part(old, part, task, known, today)) is not None
        and (
            was == (truth if part is None else values[part])
            or (part is not None and _are_of_weekday(old, was, values[part]))
        )
    ]


def _are_of_weekday(text: str, said: Value | None, stored: Value | None) -> bool:
    """Return whether a text is the name of the weekday of both days: of which week is not said."""
    if not (isinstance(said, date) and isinstance(stored, date)):
        return False
    return is_weekday(text) and said.weekday() == stored.weekday()


def read_part(
    text: str, part: FieldKey | None, task: Task, known: Known, today: date
) -> Value | None:
    """Return a text as a field's value, or as the truth; None where it is none."""
    try:
        if part is None:
            found: Value | Unclear = read_truth(text, task.target, known)
        else:
            found = read_value(text, task.field(part), known, today=today)
    except InvalidValue:
        return None
    return None if isinstance(found, Unclear) else found


def as_part(
    text: str,
    part: FieldKey | None,
    task: Task,
    known: Known,
    today: date,
    *,
    of: Value | None = None,
) -> Amendment | None:
    """Return a text as a field's new value, or as the answer; None where it cannot be that.

    A weekday alone is that of the week of the value before, where that is given.
    """
    new = read_part(text, part, task, known, today)
    if isinstance(new, date) and isinstance(of, date) and is_weekday(text):
        new = of + timedelta(days=(new.weekday() - of.weekday() + 3) % 7 - 3)
    is_rating = task.item is not None and part == task.item.key
    if new is None or (is_rating and read_part(text, None, task, known, today) is not None):
        return None
    if part is not None:
        return Amendment(values={part: new})
    return Amendment(values={}, truth=new) if isinstance(new, float | str) else None


def is_usual(text: str, part: FieldKey | None, task: Task, known: Known, today: date) -> bool:
    """Return whether a number is near those that the task has seen there."""
    new = read_part(text, part, task, known, today)
    if not isinstance(new, float) or isinstance(new, bool):
        return False
    slot = (
        slot_of_target(task.target, known)
        if part is None
        else slot_of_field(task.field(part), known)
    )
    return slot.looks_usual(new)


def is_said(amendment: Amendment, example: Example | Lesson) -> bool:
    """Return whether a lesson says already what is to be put right."""
    if amendment.truth is not None:
        return amendment.truth == example.target
    return all(example.values.get(key) == value for key, value in amendment.values.items())
