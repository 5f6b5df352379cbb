"""Values that are given in the order of the fields, and the item that comes first."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from core.assistant.reading.item_words import offer_behind_item, read_item_before_category
from core.assistant.reading.leftovers import is_idle
from core.assistant.reading.marks import slots_of_kind
from core.assistant.reading.names import Names
from core.assistant.reading.negation import is_negated
from core.assistant.reading.question_edges import only_asks, without_question
from core.assistant.reading.records import Unclear
from core.assistant.reading.remark_words import asks_in_han, is_remark
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import ARTICLES, IDLE, STOP_WORDS
from core.assistant.reading.tokens import WORDS, TokenKind, unquoted
from core.assistant.reading.values import read_slot
from core.domain.fields import FieldKind, Value
from core.errors import InvalidValue

_FEWEST_WITH_TEXT: Final = 3
"""A text may hold a comma, so two clauses do not yet make a list of values."""

_LONGEST_ITEM: Final = 14
_LEADS: Final = frozenset(
    {
        "with",
        "without",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "near",
        "not",
        "no",
        "but",
        "and",
        "or",
    }
)
"""What begins a remark rather than a category."""
_YEAR: Final = re.compile(r"1[89]\d\d|20\d\d")
_YEARS: Final = range(1800, 2100)
_YEAR_NAMES: Final = frozenset(
    [
        "year",
        "released",
        "release",
        "release year",
        "jahr",
        "année",
        "年",
        "年份",
        "上映年份",
        "年代",
    ]
)
_LONGEST_LABEL: Final = 8
"""More words and signs than that are a remark rather than a category."""


def read_in_order(sheet: Sheet, *, today: date) -> None:
    """Read ``Arrival, sci-fi, 2016``: as many clauses as fields, each fitting its own.

    What was read already must stand in its own place; otherwise nothing is read, for a wrong
    order is worse than a gap.
    """
    clauses = [
        one for one in sheet.clauses() if not (_missing_item(sheet) and only_asks(sheet, *one))
    ]
    fields = tuple(slot for slot in sheet.slots if slot.key is not None)
    is_target_missing = any(slot.key is None and sheet.is_open(slot) for slot in sheet.slots)
    if len(clauses) == 1 and _missing_item(sheet):
        return  # read as an item, without the words and signs that ask about it
    for slots in (sheet.slots,) if is_target_missing else (sheet.slots, fields):
        if len(clauses) == len(slots) and _may_be_list(slots):
            found = _values_in_order(sheet, slots, clauses, today)
            for slot, value, first, stop in found:
                if isinstance(value, Unclear):
                    sheet.doubt(slot, value, first, stop)
                else:
                    sheet.fill(slot, value, first, stop)
            return


def read_item(sheet: Sheet) -> None:
    """Read the first clause of which nothing was read as the item, where that is missing.

    A year in brackets goes to the field for years, if there is one: ``The Room (2003)``.
    """
    slot = _missing_item(sheet)
    for first, clause_stop in sheet.clauses() if slot else ():
        stop = _title_stop(sheet, first, clause_stop)
        is_short = stop - first <= _LONGEST_ITEM
        has_words = any(sheet.tokens[at].kind in WORDS for at in range(first, stop))
        is_name = has_words and not only_asks(sheet, first, stop)
        if slot and is_short and is_name and sheet.are_free(first, stop):
            start, after = without_question(sheet, first, stop)
            end = _read_bracketed_year(sheet, start, after)
            title = unquoted(sheet.text(start, end).strip(' ?!.？！。"“”《》'))
            if sheet.fill(slot, title, start, end):
                sheet.take_also(slot, first, start)
                sheet.take_also(slot, after, stop)
                offer_behind_item(sheet, slot, start, end)
            return
    if slot:
        read_item_before_category(sheet, slot)


def _title_stop(sheet: Sheet, first: int, stop: int) -> int:
    """Return where a title in Chinese marks ends that begins a clause; else where that ends."""
    if sheet.word(first) != "《":
        return stop
    return next((at + 1 for at in range(first, stop) if sheet.word(at) == "》"), stop)


def read_numeric_item(sheet: Sheet) -> None:
    """Read a first clause that is a number and nothing else, and no other field's, as the item."""
    slot, clauses = _missing_item(sheet), sheet.clauses()
    if slot is None or not clauses:
        return
    first, stop = clauses[0]
    said = [t for t in sheet.tokens[first:stop] if t.text not in {"?", "!", "."}]
    if len(said) == 1 and said[0].kind is TokenKind.NUMBER and sheet.are_free(first, stop):
        sheet.fill(slot, sheet.text(first, stop).strip(" ?!."), first, stop)


def _missing_item(sheet: Sheet) -> Slot | None:
    slots = slots_of_kind(sheet, FieldKind.CATEGORY)
    return next((slot for slot in slots if slot.holds_item), None)


def _read_bracketed_year(sheet: Sheet, first: int, stop: int) -> int:
    """Return where the item ends: before a bracketed year that a field took, else right after it.

    Words after the bracket are none of the item.
    """
    for at in range(first + 1, stop - 2):
        opens, year, closes = (sheet.word(at + step) for step in range(3))
        if opens != "(" or closes != ")" or not _YEAR.fullmatch(year):
            continue
        for slot in slots_of_kind(sheet, FieldKind.NUMBER):
            is_year = slot.name.casefold() in _YEAR_NAMES or (
                slot.low in _YEARS and slot.looks_usual(float(year))
            )
            if is_year and sheet.fill(slot, float(year), at, at + 3):
                return at
        return at + 3
    return stop


def _values_in_order(
    sheet: Sheet, slots: Sequence[Slot], clauses: Sequence[tuple[int, int]], today: date
) -> list[tuple[Slot, Value | Unclear, int, int]]:
    """Return the values that the unread clauses have in their own fields; none if one has not."""
    found: list[tuple[Slot, Value | Unclear, int, int]] = []
    for slot, (first, stop) in zip(slots, clauses, strict=True):
        users = {sheet.user_of(at) for at in range(first, stop)} - {None}
        if users == {slot}:
            if _has_more(sheet, first, stop):
                return []
            continue
        value = None if users else _value_of(sheet, slot, first, stop, today)
        if value is None:
            return []
        found.append((slot, value, first, stop))
    return found


def _has_more(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether words stand beside the value that may say something themselves."""
    words = (sheet.word(at) for at in range(first, stop) if sheet.is_free(at))
    is_text = any(slot.kind is FieldKind.TEXT for slot in sheet.slots)
    return not is_text and any(
        word[0].isalnum() and word not in STOP_WORDS and word not in IDLE for word in words
    )


def _may_be_list(slots: Sequence[Slot]) -> bool:
    has_text = any(slot.kind is FieldKind.TEXT for slot in slots)
    return not has_text or len(slots) >= _FEWEST_WITH_TEXT


def _value_of(
    sheet: Sheet, slot: Slot, first: int, stop: int, today: date
) -> Value | Unclear | None:
    if not sheet.is_open(slot) or not sheet.are_free(first, stop):
        return None
    longest = _LONGEST_ITEM if slot.holds_item else _LONGEST_LABEL
    is_category = slot.kind is FieldKind.CATEGORY and not slot.holds_item
    if is_category and (sheet.word(first) in _LEADS or _is_named(sheet, slot, first, stop)):
        return None
    if slot.kind is FieldKind.CATEGORY and stop - first > longest:
        return None
    if (
        slot.kind is FieldKind.CATEGORY
        and not slot.holds_item
        and _names_another(sheet, first, stop)
    ):
        return None
    is_han = sheet.tokens[first].kind is TokenKind.HAN
    is_denied = is_han and is_negated(sheet.tokens[first:stop])  # 不要朝阳区
    if slot.holds_item and _title_stop(sheet, first, stop) < stop:
        return None  # 《怪谈簿》还原本
    text = sheet.text(*(without_question(sheet, first, stop) if slot.holds_item else (first, stop)))
    text = text.strip(" 《》") if slot.holds_item else text
    is_no_name = is_remark(text) or asks_in_han(text)
    if is_category and (is_denied or is_idle(sheet, first, stop) or is_no_name):
        return None
    try:
        return read_slot(text, slot, today=today)
    except InvalidValue:
        return None


def _is_named(sheet: Sheet, slot: Slot, first: int, stop: int) -> bool:
    """Return whether a clause begins with the slot's own name, which is no part of its value.

    ``weather in the rain`` is read by that name or asked about, and not by its place.
    """
    while first < stop and sheet.word(first) in ARTICLES:
        first += 1
    named = Names([slot]).at(sheet.tokens, first) if first < stop else None
    return named is not None and named.stop <= stop


def _names_another(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a clause says the value of something that is no field: ``owner: Ben``."""
    return any(sheet.word(at) in {":", "="} for at in range(first + 1, stop))
