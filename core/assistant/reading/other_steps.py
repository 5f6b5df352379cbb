"""Dates, yes and no, and values that are given in the order of the fields."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from core.assistant.reading.dates import DateMention, date_at
from core.assistant.reading.marks import Marks, slots_of_kind
from core.assistant.reading.names import Named
from core.assistant.reading.negation import denies_at
from core.assistant.reading.records import Unclear
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import IDLE, NO, STOP_WORDS, YES
from core.assistant.reading.tokens import TokenKind
from core.assistant.reading.values import read_slot
from core.domain.fields import FieldKind, Value
from core.errors import InvalidValue

_ARTICLES: Final = frozenset({"a", "an", "any", "the", "有"})
_LACKING: Final = frozenset(["lacks", "lack", "lacking", "missing", "minus", "缺"])
_OR: Final = frozenset(["or", "nor", "/", "或"])
_CONJUNCTIONS: Final = frozenset(["and", "but", "with", ".", "但", "和", "有"])
_FARTHEST: Final = 12
"""Tokens from a name to a word that may still deny it."""
_FEWEST_WITH_TEXT: Final = 3
"""A text may hold a comma, so two clauses do not yet make a list of values."""

_LONGEST_ITEM: Final = 14
_WORDS: Final = frozenset({TokenKind.WORD, TokenKind.HAN})
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
_LONGEST_LABEL: Final = 8
"""More words and signs than that are a remark rather than a category."""


def read_dates(sheet: Sheet, marks: Marks, *, today: date) -> None:
    """Read dates where the task has a date field; one that fits none is ignored."""
    if not any(slot.kind is FieldKind.DATE for slot in sheet.slots):
        return
    mentions = _dates_in(sheet, today)
    for mention in mentions:
        named = marks.before(mention.first) or marks.after(mention.stop)
        is_date = named is not None and named.slot.kind is FieldKind.DATE
        if named is not None and is_date and _give(sheet, named.slot, mention):
            marks.take(named, mention.first, mention.stop)
    rest = [
        mention for mention in mentions if sheet.is_free(mention.first) and not mention.is_loose
    ]
    slots = slots_of_kind(sheet, FieldKind.DATE)
    for mention in rest:
        is_only = len(slots) == len(rest) == 1
        if not (is_only and _give(sheet, slots[0], mention)):
            sheet.ignore(mention.first, mention.stop)


def _dates_in(sheet: Sheet, today: date) -> list[DateMention]:
    found, index = [], 0
    while index < len(sheet.tokens):
        mention = date_at(sheet.tokens, index, today=today) if sheet.is_free(index) else None
        if mention is not None and sheet.are_free(index, mention.stop):
            found.append(mention)
            index = mention.stop
        else:
            index += 1
    return found


def _give(sheet: Sheet, slot: Slot, mention: DateMention) -> bool:
    if not mention.readings:
        return False
    if len(mention.readings) > 1:
        return sheet.ask(slot, mention.readings, mention.first, mention.stop)
    return sheet.fill(slot, mention.readings[0], mention.first, mention.stop)


def read_yes_or_no(sheet: Sheet, marks: Marks) -> None:
    """Read ``balcony``, ``no balcony``, ``balcony: yes``, 没有阳台."""
    for named in marks.of_kind(FieldKind.YES_NO):
        first = named.first
        while sheet.word(first - 1) in _ARTICLES and sheet.is_free(first - 1):
            first -= 1
        if sheet.word(first - 1) in NO and sheet.is_free(first - 1):
            sheet.fill(named.slot, False, first - 1, named.stop)
            continue
        after = marks.past_fillers(named.stop)
        word = sheet.word(after)
        is_said = sheet.is_free(after) and (word in YES or word in NO)
        if is_said and not marks.begins_at(after + 1):
            sheet.fill(named.slot, word in YES, named.first, after + 1)
        elif _is_denied(sheet, marks, named):
            sheet.ask(named.slot, (False, True), named.first, named.stop)
        else:
            sheet.fill(named.slot, True, named.first, named.stop)


def _is_denied(sheet: Sheet, marks: Marks, named: Named) -> bool:
    """Return whether a word beside the name may deny it: ``it doesn't have a balcony``.

    A no that stands right before another name is that one's, but for ``no garden or balcony``.
    """
    first, stop = _stretch(sheet, named)
    texts = [token.text for token in sheet.tokens[first:stop]]
    for at in range(len(texts)):
        if texts[at] not in _LACKING and not denies_at(texts, at):
            continue
        after = at + 1
        while after < len(texts) and texts[after] in _ARTICLES:
            after += 1
        is_of_other = first + after != named.first and marks.begins_at(first + after)
        if not is_of_other or not _OR.isdisjoint(texts[after : named.first - first]):
            return True
    return False


def _stretch(sheet: Sheet, named: Named) -> tuple[int, int]:
    """Return where the words around a name begin and end that may speak of it."""
    first, stop = named.first, named.stop
    while first > max(0, named.first - _FARTHEST) and not _parts(sheet, first - 1):
        first -= 1
    farthest = min(len(sheet.tokens), named.stop + _FARTHEST)
    while stop < farthest and not _parts(sheet, stop):
        stop += 1
    return first, stop


def _parts(sheet: Sheet, index: int) -> bool:
    return sheet.tokens[index].kind is TokenKind.BREAK or sheet.word(index) in _CONJUNCTIONS


def read_in_order(sheet: Sheet, *, today: date) -> None:
    """Read ``Arrival, sci-fi, 2016``: as many clauses as fields, each fitting its own.

    What was read already must stand in its own place; otherwise nothing is read, for a wrong
    order is worse than a gap.
    """
    clauses = sheet.clauses()
    fields = tuple(slot for slot in sheet.slots if slot.key is not None)
    is_target_missing = any(slot.key is None and sheet.is_open(slot) for slot in sheet.slots)
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
    """Read the first clause of which nothing was read as the item, where that is missing."""
    slots = [s for s in slots_of_kind(sheet, FieldKind.CATEGORY) if s.holds_item]
    for first, stop in sheet.clauses() if slots else ():
        is_short = stop - first <= _LONGEST_ITEM
        has_words = any(sheet.tokens[at].kind in _WORDS for at in range(first, stop))
        if is_short and has_words and sheet.are_free(first, stop):
            sheet.fill(slots[0], sheet.text(first, stop).strip(' ?!."“”'), first, stop)
            return


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
    if is_category and sheet.word(first) in _LEADS:
        return None
    if slot.kind is FieldKind.CATEGORY and stop - first > longest:
        return None
    if (
        slot.kind is FieldKind.CATEGORY
        and not slot.holds_item
        and _names_another(sheet, first, stop)
    ):
        return None
    text = sheet.text(first, stop)
    is_quoted = slot.kind is FieldKind.CATEGORY and sheet.word(first) == sheet.word(stop - 1) == '"'
    try:
        return read_slot(text[1:-1] if is_quoted else text, slot, today=today)
    except InvalidValue:
        return None


def _names_another(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a clause says the value of something that is no field: ``owner: Ben``."""
    return any(sheet.word(at) in {":", "="} for at in range(first + 1, stop))
