"""The names with a colon or an equals sign in a sentence, and how far their values may reach."""

from dataclasses import dataclass
from typing import Final

from core.assistant.reading.categories import same_category
from core.assistant.reading.names import Names
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import FILLERS, NO, YES
from core.assistant.reading.tokens import TokenKind, is_glued, is_in_time
from core.domain.fields import FieldKind

_MARKS: Final = frozenset({":", "="})
_QUOTES: Final = '"'
_UNWORDED: Final = frozenset({FieldKind.NUMBER, FieldKind.YES_NO, FieldKind.DATE})
"""Kinds of fields whose values are no words of a question."""
_ASKING: Final = frozenset(
    ["how", "what", "when", "which", "will", "would", "does", "is", "are", "can", "should"]
)
_ASKING_HAN: Final = frozenset(
    ["多少", "多久", "几点", "几天", "怎么", "要不", "会不", "能不", "是不"]
)
"""Words that begin a question, the Chinese ones by two characters."""
_SENTENCE_ENDS: Final = frozenset("!?.…)")
_LONGEST_INSIDE: Final = 4
"""Characters of a value that a Chinese text ends in behind a blank: 谁见过红领巾 班级：二班."""
_LONGEST_VALUE: Final = 8
"""Words and signs of a value beside a text; a longer clause is part of the text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A name with its mark, and where the value may reach."""

    slot: Slot
    first: int
    value: int
    stop: int


def name_before(
    sheet: Sheet, names: Names, mark: int, *, since: int = 0
) -> tuple[Slot, int] | None:
    """Return the slot whose name stands right before this token, and where the name begins."""
    first, found, is_time = mark, None, is_in_time(sheet.tokens, mark)
    while first > since and sheet.tokens[mark - 1].end - sheet.tokens[first - 1].start <= 64:
        first -= 1
        if sheet.tokens[first].has_content:
            text = sheet.text(first, mark)
            slot = names.literal(text) or (None if is_time else names.of(text))
            found = (slot, first) if slot else found
    return found


def pairs_in(sheet: Sheet, names: Names) -> list[Pair]:
    """Return the names with a colon in a sentence; a text may hold others, which are none."""
    starts: list[tuple[Slot, int, int]] = []
    since = 0
    may_be_in_text = any(slot.kind is FieldKind.TEXT for slot in sheet.slots)
    for mark, token in enumerate(sheet.tokens):
        if token.text not in _MARKS or token.kind is not TokenKind.SIGN:
            continue
        in_text = bool(starts) and starts[-1][0].kind is FieldKind.TEXT
        found = name_before(sheet, names, mark, since=since)
        goes_on = bool(starts) and _is_next(starts[-1], found, mark)
        if found and may_be_in_text and not goes_on and _is_of_text(sheet, *found, mark):
            since = mark + 1
            continue
        if found is None and not (in_text or is_in_time(sheet.tokens, mark)):
            found = _misspelt_before(sheet, names, mark, since)
        is_told = found is not None and _is_counted(sheet, *found, mark + 1)
        if found is not None and not is_told and not _begins_question(sheet, found[0], mark + 1):
            starts.append((*found, mark + 1))
        since = mark + 1
    stops = [*(first for _, first, _ in starts[1:]), len(sheet.tokens)][: len(starts)]
    return [
        Pair(slot, first, value, stop)
        for (slot, first, value), stop in zip(starts, stops, strict=True)
    ]


def _is_counted(sheet: Sheet, slot: Slot, first: int, value: int) -> bool:
    """Return whether a number before a name is its value, and words follow the colon.

    ``40 passengers: it was late`` counts the passengers.
    """
    if slot.kind is not FieldKind.NUMBER or first == 0:
        return False
    is_number = sheet.tokens[first - 1].kind is TokenKind.NUMBER and sheet.is_free(first - 1)
    is_word = value < len(sheet.tokens) and sheet.tokens[value].kind is TokenKind.WORD
    return is_number and is_word and sheet.word(value) not in FILLERS


def _begins_question(sheet: Sheet, slot: Slot, at: int) -> bool:
    """Return whether a question stands behind a colon, which is no value: ``rain: how late?``."""
    if slot.kind not in _UNWORDED:
        return False
    return sheet.word(at) in _ASKING or f"{sheet.word(at)}{sheet.word(at + 1)}" in _ASKING_HAN


def _is_next(before: tuple[Slot, int, int], found: tuple[Slot, int] | None, mark: int) -> bool:
    """Return whether a name and its colon follow the short value of a pair, without a comma.

    ``rooms: 2 balcony: no note: calm`` are three pairs, yet a text goes on up to its end, or up to
    the target: ``note: calm price: 210k``.
    """
    slot, _, value = before
    if found is None or mark - value > _LONGEST_VALUE:
        return False
    return slot.kind is not FieldKind.TEXT or found[0].key is None


def _is_of_text(sheet: Sheet, slot: Slot, first: int, mark: int) -> bool:
    """Return whether a text goes on there, which only seems to name a field.

    A name begins its clause; what it leads to is short, and something that the field can be.
    """
    begins = first == 0 or sheet.tokens[first - 1].kind is TokenKind.BREAK
    begins = begins or (
        sheet.word(first - 1) in _SENTENCE_ENDS and _is_value(sheet, slot, mark + 1)
    )
    marks = (at for at in range(mark + 1, len(sheet.tokens)) if sheet.word(at) in _MARKS)
    stop = clause_stop(sheet, Pair(slot, first, mark + 1, next(marks, len(sheet.tokens))))
    is_han = sheet.tokens[first].kind is TokenKind.HAN and not is_glued(sheet.tokens, first)
    is_apart = is_han and slot.kind is not FieldKind.TEXT and stop - mark - 1 <= _LONGEST_INSIDE
    if not (begins or is_apart) or sheet.tokens[mark - 1].text in _QUOTES:
        return True
    return slot.kind is not FieldKind.TEXT and stop - mark - 1 > _LONGEST_VALUE


def _is_value(sheet: Sheet, slot: Slot, at: int) -> bool:
    """Return whether what stands there up to the clause's end is one of the slot's own values."""
    stop = clause_stop(sheet, Pair(slot, at, at, min(at + _LONGEST_VALUE, len(sheet.tokens))))
    if slot.kind is FieldKind.NUMBER:
        return at < stop and sheet.tokens[at].kind is TokenKind.NUMBER
    if slot.kind is FieldKind.YES_NO:
        return stop - at == 1 and sheet.word(at) in YES | NO
    text = sheet.text(at, stop).rstrip(" .!?")
    is_category = slot.kind is FieldKind.CATEGORY and sheet.may_compare(len(slot.seen))
    return is_category and same_category(text, slot) is not None


def _misspelt_before(sheet: Sheet, names: Names, mark: int, since: int) -> tuple[Slot, int] | None:
    """Return the slot whose name the words since the last comma misspell."""
    first = mark
    while first > since and sheet.tokens[first - 1].kind is not TokenKind.BREAK:
        first -= 1
    is_short = first < mark and sheet.tokens[mark - 1].end - sheet.tokens[first].start <= 64
    if not is_short or not sheet.may_compare(names.count):
        return None
    slot = names.nearest(sheet.text(first, mark))
    return (slot, first) if slot else None


def clause_stop(sheet: Sheet, pair: Pair) -> int:
    """Return where the clause of the value ends."""
    for index in range(pair.value, pair.stop):
        if sheet.tokens[index].kind is TokenKind.BREAK:
            return index
    return pair.stop
