"""Amounts of a sentence that are no values: what is only more or less than another, and bounds."""

from typing import Final

from core.assistant.reading.relative import relatives_in
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.tokens import TokenKind, is_glued

_LONGEST_COMPARISON: Final = 10
"""Chinese characters from 比 to the number."""
_COMPARED: Final = "比"
_BOUNDS: Final = frozenset(["至少", "至多", "最多", "最少", "起码", "不到", "不止", "超过"])
_NOT_COMPARED: Final = frozenset("较如赛例方")
"""What makes another word of it: 比如."""


def relative_spans(sheet: Sheet) -> dict[int, int]:
    """Return where the amounts begin and end that only say how much more or less: 多住两天."""
    names = [slot.name for slot in sheet.slots]
    found = relatives_in(sheet.tokens, sheet.source, sheet.own, names)
    return {each.first: each.stop for each in found if each.is_sure and each.amount}


def bound_before(sheet: Sheet, first: int) -> int | None:
    """Return where the Chinese bound begins that holds the number: 比昨天高2度, 至少钓了5小时."""
    at = first
    while first - at < _LONGEST_COMPARISON and is_glued(sheet.tokens, at):
        at -= 1
        if sheet.tokens[at].kind is not TokenKind.HAN:
            return None
        is_compared = sheet.word(at) == _COMPARED and sheet.word(at + 1) not in _NOT_COMPARED
        if is_compared or f"{sheet.word(at)}{sheet.word(at + 1)}" in _BOUNDS:
            return at
    return None
