"""One field's text, or the target's, as a value: for forms, files, edits and corrections."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from core.assistant.reading.categories import Vocabulary, nearest_category, same_category
from core.assistant.reading.dates import date_at, whole_date
from core.assistant.reading.names import Names
from core.assistant.reading.quantities import Quantity, quantities_in
from core.assistant.reading.ratings import bare_rating
from core.assistant.reading.records import Known, Unclear
from core.assistant.reading.slots import (
    Slot,
    own_dimensions,
    settled,
    slot_of_field,
    slot_of_target,
)
from core.assistant.reading.speech import FILLERS, NO, STOP_WORDS, YES
from core.assistant.reading.tokens import CONTENT, Token, fold, is_glued, tokenise, words_of
from core.domain.fields import Field, FieldKind, Value
from core.domain.task import Target, Truth
from core.errors import InvalidValue

_SHOWN: Final = 40
_TAGS: Final = frozenset("#@/\\_")
"""Signs that make a number part of something else: ``#6``, ``<@6>``."""


def read_value(text: str, field: Field, known: Known, *, today: date) -> Value | Unclear:
    """Return what the text means in this field.

    Raises:
        InvalidValue: it means nothing there.
    """
    return read_slot(text, slot_of_field(field, known), today=today)


def read_truth(text: str, target: Target, known: Known) -> Truth | Unclear:
    """Return the true target in a correction: ``412``, ``it sold for 420k €``, ``bug``.

    Raises:
        InvalidValue: there is none, or several.
    """
    slot = slot_of_target(target, known)
    text = bare_rating(text, target.scale) if target.scale else text
    if slot.kind is FieldKind.CATEGORY:
        return _label(text, slot)
    found = _number(text, slot, is_said=True)
    return found if isinstance(found, Unclear) else target.check(found)


def read_slot(text: str, slot: Slot, *, today: date) -> Value | Unclear:
    """Return what the text means in this slot, all of it being meant for it.

    Raises:
        InvalidValue: it means nothing there.
    """
    match slot.kind:
        case FieldKind.NUMBER:
            return _number(text, slot, is_said=False)
        case FieldKind.YES_NO:
            return _yes_or_no(text, slot)
        case FieldKind.DATE:
            return _date(text, slot, today)
        case FieldKind.CATEGORY | FieldKind.ITEM | FieldKind.MEMBER:
            return _category(text, slot)
        case FieldKind.TEXT:
            return slot.check(text)


def _number(text: str, slot: Slot, *, is_said: bool) -> Value | Unclear:
    """Return the one number in the text; one that ``is_said`` may stand among other words."""
    tokens = tokenise(text)
    quantities = quantities_in(tokens, own=own_dimensions([slot]))
    readable = [q for q in quantities if q.figures and not q.is_loose]
    if not readable:
        readable = [q for q in quantities if q.figures]
    is_clear = len(readable) == 1 and (is_said or _is_alone(readable[0], tokens, slot))
    number = settled(readable[0], slot) if is_clear else None
    if number is None:
        raise InvalidValue(_not_a_number(text, slot, len(readable)))
    if isinstance(number, tuple):
        return Unclear(
            field=slot.key, text=text.strip(), readings=tuple(slot.check(n) for n in number)
        )
    return slot.check(number)


def _is_alone(quantity: Quantity, tokens: Sequence[Token], slot: Slot) -> bool:
    """Return whether only the field's name and little words stand beside the number."""
    if is_glued(tokens, quantity.stop) and tokens[quantity.stop].kind in CONTENT:
        return Names([slot]).of(tokens[quantity.stop].text) is slot
    if is_glued(tokens, quantity.first) and tokens[quantity.first - 1].text in _TAGS:
        return False
    others = [*tokens[: quantity.first], *tokens[quantity.stop :]]
    words = {token.text for token in others if token.has_content}
    name = set(words_of(slot.name))
    return all(
        word in name or word in FILLERS or word in STOP_WORDS or Names([slot]).of(word) is slot
        for word in words
    )


def _not_a_number(text: str, slot: Slot, count: int) -> str:
    unit = f" in {slot.unit}" if slot.unit else ""
    if not text.strip():
        return f'"{slot.name}" expects one number{unit}, like 3, 2.5 or 420k; nothing was given.'
    many = " has several" if count > 1 else " is not one that fits"
    return (
        f'"{slot.name}" expects one number{unit}, like 3, 2.5 or 420k; '
        f"{text.strip()[:_SHOWN]!r}{many}."
    )


def _yes_or_no(text: str, slot: Slot) -> bool:
    name = set(words_of(slot.name))
    words = [word for word in words_of(text) if word not in name]
    if not words and words_of(text):
        return True  # "balcony"
    word = "".join(words)
    if word in YES or word in NO:
        return word in YES
    raise InvalidValue(f'"{slot.name}" expects yes or no, not {text.strip()[:_SHOWN]!r}.')


def _date(text: str, slot: Slot, today: date) -> Value | Unclear:
    iso = whole_date(fold(text).strip().upper())
    if iso is not None:
        return iso
    tokens = tokenise(text)
    found = date_at(tokens, 0, today=today) if tokens else None
    if found is None or found.stop != len(tokens):
        raise InvalidValue(
            f'"{slot.name}" expects a date like 2026-05-31, not {text.strip()[:_SHOWN]!r}.'
        )
    if len(found.readings) > 1:
        return Unclear(field=slot.key, text=text.strip(), readings=found.readings)
    return found.readings[0]


def _category(text: str, slot: Slot) -> Value:
    """Return a known category or, where any may be taught, a new one, letter by letter."""
    same = same_category(" ".join(text.split()), slot)
    if same is None and slot.options:
        near = nearest_category(text, Vocabulary([slot]).of([slot]))
        same = near.value if near else None
    return slot.check(text if same is None else same)


def _label(text: str, slot: Slot) -> Truth | Unclear:
    same = same_category(" ".join(text.split()), slot)
    near = same or _mentioned(text, slot)
    if near is None or same is not None:
        return str(slot.check(near or text))
    if slot.options:
        return near
    try:
        new = slot.check(text)
    except InvalidValue:  # too long for a label, so it is a sentence about a known one
        return near
    return Unclear(field=slot.key, text=text.strip(), readings=(near, new))


def _mentioned(text: str, slot: Slot) -> str | None:
    """Return the one known label that the text holds, or else the one that it misspells."""
    vocabulary = Vocabulary([slot])
    tokens = tokenise(text)
    found: set[str] = set()
    index = 0
    while index < len(tokens):
        matches = vocabulary.phrases.matches_at(tokens, index)
        if matches:
            found |= {entry.value for entry in matches[0][0]}
        index = matches[0][1] if matches else index + 1
    if len(found) == 1:
        return found.pop()
    near = nearest_category(text, vocabulary.of([slot])) if not found else None
    return near.value if near else None
