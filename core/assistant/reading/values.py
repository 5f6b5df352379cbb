"""One field's text as a value: for forms, files and edits."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.categories import Vocabulary, nearest_category, same_category
from core.assistant.reading.counting import (
    counted_stop,
    is_another_amount,
    is_closed,
    without_remarks,
)
from core.assistant.reading.dates import date_at, whole_date
from core.assistant.reading.hours import hour_of_day
from core.assistant.reading.markup import without_markup
from core.assistant.reading.misread import Misread, not_a_number
from core.assistant.reading.names import Names
from core.assistant.reading.quantities import quantities_in
from core.assistant.reading.records import Doubt, Known, Unclear
from core.assistant.reading.slots import (
    Slot,
    own_dimensions,
    settled,
    slot_of_field,
)
from core.assistant.reading.speech import AFTER_NUMBERS, FILLERS, NO, STOP_WORDS, YES
from core.assistant.reading.sums import said_amounts
from core.assistant.reading.times import time_at
from core.assistant.reading.tokens import (
    CONTENT,
    Token,
    TokenKind,
    fold,
    is_glued,
    tokenise,
    unquoted,
    words_of,
)
from core.assistant.reading.units import is_money, own_measures
from core.domain.fields import Field, FieldKind, Value

_SHOWN: Final = 40
_PLAIN: Final = re.compile(r"\s*-?[0-9]{1,15}(?:\.[0-9]{1,2})?\s*")
"""A number that can be read in one way only; most cells of files are such."""
_DATE_ENDS: Final = frozenset(".!?\"'")
_SPACED: Final = re.compile(r"(?<![0-9.,] )(?<![0-9.,?#？＃])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
"""Thousands parted by blanks, which a value that stands alone may have: ``12 500``."""
_SHARED: Final = frozenset(["each", "apiece", "per", "every", "每"])
"""What makes the number before it a part of the one that is asked for."""
_HARMLESS: Final = frozenset("\"'.!?:=~≈")
"""Signs that change no number wherever they stand."""


def read_value(
    text: str, field: Field, known: Known, *, today: date, is_cell: bool = False
) -> Value | Unclear:
    """Return what the text means in this field.

    Args:
        text: what was typed.
        field: the field.
        known: what the task has seen.
        today: the member's day, from which days in words are counted.
        is_cell: whether it is a cell of a file, where ``(200)`` and ``170-`` are below zero.

    Raises:
        InvalidValue: it means nothing there.
    """
    return read_slot(text, slot_of_field(field, known), today=today, is_cell=is_cell)


def near_known(value: str, field: Field, known: Known) -> Unclear | None:
    """Return the known category that a new one is close to, to be asked about; None if none is."""
    slot = slot_of_field(field, known)
    if slot.kind is not FieldKind.CATEGORY or value in slot.seen:
        return None
    near = nearest_category(value, Vocabulary([slot]).of([slot]))
    if near is None:
        return None
    return Unclear(field=field.key, text=value, readings=(near.value, value), why=Doubt.NEAR)


def read_slot(text: str, slot: Slot, *, today: date, is_cell: bool = False) -> Value | Unclear:
    """Return what the text means in this slot, all of it being meant for it.

    Raises:
        InvalidValue: it means nothing there.
    """
    if slot.kind is not FieldKind.TEXT and text not in slot.seen:
        text = without_markup(text)
    match slot.kind:
        case FieldKind.NUMBER:
            return read_number(text, slot, is_said=False, is_cell=is_cell)
        case FieldKind.YES_NO:
            return _yes_or_no(text, slot)
        case FieldKind.DATE:
            return _date(text, slot, today)
        case FieldKind.CATEGORY | FieldKind.ITEM | FieldKind.MEMBER:
            return _category(text, slot)
        case FieldKind.TEXT:
            return slot.check(text)


def read_number(text: str, slot: Slot, *, is_said: bool, is_cell: bool = False) -> Value | Unclear:
    """Return the one number in the text; one that ``is_said`` may stand among other words."""
    if _PLAIN.fullmatch(text):
        return slot.check(float(text.strip()))
    hours = hour_of_day(text) if slot.is_hour_of_day else None
    if hours is not None:
        return slot.check(hours)
    grouped = _SPACED.sub(lambda digits: digits[0].replace(" ", "\u00a0"), text)
    tokens = _without_name(tokenise(grouped), slot)
    own = own_dimensions([slot])
    quantities = (said_amounts if is_said else quantities_in)(tokens, own=own)
    readable = [q for q in quantities if q.figures and not q.is_loose]
    if not readable:
        readable = [q for q in quantities if q.figures]
    is_clear = len(readable) == 1 and not any(q.is_altered for q in quantities)
    if is_clear:
        is_clear = (_is_said if is_said else _is_alone)(readable[0], tokens, slot)
    number = (
        settled(_signed(readable[0], tokens, slot, is_cell=is_cell), slot) if is_clear else None
    )
    if number is None:
        raise not_a_number(text, slot.name, slot.unit, count=len(readable))
    if isinstance(number, tuple):
        return Unclear(
            field=slot.key, text=text.strip(), readings=tuple(slot.check(n) for n in number)
        )
    return slot.check(number)


def _without_name(tokens: Sequence[Token], slot: Slot) -> Sequence[Token]:
    """Return the tokens after the field's own name: ``max 90`` in the field "max"."""
    name = words_of(slot.name)
    first = tuple(token.text for token in tokens[: len(name)])
    return tokens[len(name) :] if name and first == name else tokens


def _signed(quantity: Quantity, tokens: Sequence[Token], slot: Slot, *, is_cell: bool) -> Quantity:
    """Return the quantity below zero where nothing else can be meant by its dash or brackets.

    So it is with a dash before a whole value, and with an accountant's ``(200)`` or ``170-`` in
    a file, where the task has seen numbers below zero, and for money of which it has seen none.
    """
    if not quantity.may_be_negative:
        return quantity
    is_dash = tokens[quantity.first].text == "-"
    in_money = slot.unit is not None and is_money(own_measures(slot.unit))
    in_money = in_money or is_money(quantity.measures)
    is_usual = in_money if slot.low is None else slot.low < 0
    if not (is_dash or is_cell or is_usual):
        return quantity
    figures = tuple(f.negative if f.likely > 0 else f for f in quantity.figures)
    return replace(quantity, figures=figures, may_be_negative=False, is_bracketed=False)


def _is_alone(quantity: Quantity, tokens: Sequence[Token], slot: Slot) -> bool:
    """Return whether only the field's name and little words stand beside the number."""
    stop = counted_stop(tokens, quantity.stop, slot)
    if stop is None:
        return False
    if is_glued(tokens, quantity.stop) and stop == quantity.stop and tokens[stop].kind in CONTENT:
        return Names([slot]).of(tokens[stop].text) is slot
    before = without_remarks(tokens[: quantity.first], is_before=True)
    after = without_remarks(tokens[stop:], is_before=False)
    named = [token.text for token in after if token.has_content]
    if named and not before and Names([slot]).of(" ".join(named)) is slot:
        return True  # "30 years old"
    others = [*before, *after]
    if any(t.kind is TokenKind.SIGN and t.text not in _HARMLESS for t in others):
        return False
    words = {token.text for token in others if token.has_content}
    name = set(words_of(slot.name))
    return all(
        word in name or word in FILLERS or word in STOP_WORDS or Names([slot]).of(word) is slot
        for word in words
    )


def _is_said(quantity: Quantity, tokens: Sequence[Token], slot: Slot) -> bool:
    """Return whether no unknown word follows the number and may change it: ``12 gazillion``."""
    stop = counted_stop(tokens, quantity.stop, slot)
    if stop is None or is_another_amount(tokens[: quantity.first], slot):
        return False
    if stop >= len(tokens) or not tokens[stop].has_content or is_closed(tokens, stop):
        return True
    word = tokens[stop].text
    if word in _SHARED:
        return False
    is_little = word in FILLERS or word in STOP_WORDS or word in AFTER_NUMBERS
    return is_little or word in words_of(slot.name)


def _yes_or_no(text: str, slot: Slot) -> bool:
    name = set(words_of(slot.name))
    words = [word for word in words_of(text) if word not in name]
    if not words and words_of(text):
        return True  # "balcony"
    word = "".join(words)
    if word in YES or word in NO:
        return word in YES
    raise Misread("no yes or no", name=slot.name, text=text.strip()[:_SHOWN])


def _date(text: str, slot: Slot, today: date) -> Value | Unclear:
    iso = whole_date(fold(text).strip().upper())
    if iso is not None:
        return iso
    tokens = _without_name(tokenise(text), slot)
    first = time_at(tokens, 0) or 0  # "14:30 on 31 May"
    first += first < len(tokens) and tokens[first].text in {"on", ",", "am"}
    found = None
    if first < len(tokens):
        found = date_at(tokens, first, today=today, is_past=slot.is_past, is_named=True)
    is_whole = found is not None and all(t.text in _DATE_ENDS for t in tokens[found.stop :])
    if found is None or not found.readings or not is_whole:
        raise Misread("no date", name=slot.name, text=text.strip()[:_SHOWN])
    if len(found.readings) > 1:
        return Unclear(field=slot.key, text=text.strip(), readings=found.readings)
    return found.readings[0]


def _category(text: str, slot: Slot) -> Value | Unclear:
    """Return a known category or, where any may be taught, a new one, letter by letter."""
    same = same_category(" ".join(text.split()), slot)
    if same is None and (bare := unquoted(text)) != text:
        return _category(bare, slot)
    if same is None and slot.options:
        near = nearest_category(text, Vocabulary([slot]).of([slot]))
        if near is not None:
            text = text.strip()
            return Unclear(field=slot.key, text=text, readings=(near.value,), why=Doubt.NEAR)
    return slot.check(text if same is None else same)
