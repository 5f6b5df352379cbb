"""Parts of amounts that name no unit, which are in the next smaller one: 75 of 1米75."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Final

from core.assistant.reading.amounts import one_number
from core.assistant.reading.halves import ends_there
from core.assistant.reading.han_numbers import HAN_DIGITS, HAN_NUMERALS, han_number_at
from core.assistant.reading.measures import PLAIN, UNITS, Measure
from core.assistant.reading.number_words import number_words_at
from core.assistant.reading.signed_parts import (
    FOOT,
    HOUR,
    INCH,
    MINUTE,
    POUND,
    SIXTY,
    STONE,
    is_last,
)
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.reading.surroundings import HAN_AFTER
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import own_measures

Step = tuple[Decimal, int, Measure | None]
"""What a part adds, in base units, where it ends, and its unit; None where no part may follow."""

_WHOLES: Final = {FOOT: (INCH, 12), STONE: (POUND, 14)}
"""What the number behind a foot or a stone counts, and how many of it are a whole."""
METRE: Final = Measure("length", 1.0)
_SCALES: Final = (Measure(PLAIN, 1e3), Measure(PLAIN, 1e4))
_TENTHS: Final = (*(UNITS[word][0] for word in ("斤", "尺", "毛")), *_SCALES)
"""Units of which a digit right behind them is the tenths: 3斤2, ``3k5``."""
_SHORT_SCALES: Final = frozenset(["k", "w"])
_UNIT_SIGNS: Final = frozenset("°‰‱")
"""Signs of units that the table of units does not know alone."""
_RANGE_SIGNS: Final = frozenset("-~")
_WITH_BARE_PARTS: Final = frozenset({"time", "span", "length", "mass"})
"""What a number behind a blank may be a part of: ``2 h 30``, ``5 ft 11``."""
_LONGEST_LABEL: Final = 4
"""The most words of a name with a colon that are looked for."""
_COLONS: Final = frozenset(":=")
_GROUP: Final = 3
"""Digits of a group of thousands behind a blank: ``30 000``."""


def as_own(unit: Measure) -> str:
    """Return what stands for a field's own unit beside the dimensions that fields measure."""
    return f"{unit.dimension} of {unit.factor:g}"


METRES: Final = as_own(METRE)
"""With a field in metres, ``m`` may be no minutes."""


def own_units(units: Iterable[str | None]) -> frozenset[str]:
    """Return the units of fields that are one measure each, see :func:`as_own`."""
    measures = [own_measures(unit) for unit in units if unit]
    return frozenset(as_own(found[0]) for found in measures if len(found) == 1)


def product(number: float, unit: Measure) -> Decimal:
    """Return so many of a unit in base units, exactly."""
    return Decimal(repr(number)) * Decimal(repr(unit.factor))


def bare_part(tokens: Sequence[Token], at: int, last: Measure, *, is_joined: bool) -> Step | None:
    """Return the number right behind a unit that is in the next smaller one: 75 of 1米75."""
    digits, stop = _digits(tokens, at)
    if not digits or not _ends_number(tokens, stop):
        return None
    is_touching = is_glued(tokens, at)
    if not is_touching and not (last in {HOUR, MINUTE, *_WHOLES} and is_end(tokens, stop)):
        return None
    part, is_two = int(digits), len(digits) == 2
    if last in {HOUR, MINUTE}:
        is_part = (is_two or is_joined) and part < SIXTY
        return (product(part, last) / SIXTY, stop, None) if is_part else None
    if last in _WHOLES:
        small, most = _WHOLES[last]
        return (product(part, small), stop, None) if part < most else None
    unit = tokens[at - 1]
    if last in _TENTHS and not is_two:
        is_short = last.dimension != PLAIN or unit.text in _SHORT_SCALES
        return (product(part, last) / 10, stop, None) if is_short else None
    is_han = unit.kind is TokenKind.HAN
    if is_han and last.dimension == "temperature":
        return product(part, last) / 10 ** len(digits), stop, None
    if (last == METRE and (is_han or is_two)) or (last == UNITS["块"][0] and is_han):
        return product(part, last) / 10 ** len(digits), stop, None
    return None


_IDLE_HAN: Final = frozenset("了的吧呢啊左上")
"""What may follow the last digit of a sum that counts nothing: 三块一了."""


def _ends_number(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether what follows a number is nothing that it counts: 3米5宽, not 3米5个."""
    if ends_there(tokens, stop):
        return True
    after = tokens[stop]
    is_counted = after.text in HAN_AFTER or after.text in HAN_NUMERALS or after.text in UNITS
    is_rate = after.text == "一" and stop + 1 < len(tokens) and tokens[stop + 1].text in UNITS
    return is_rate or (after.kind is TokenKind.HAN and not is_counted)


def _digits(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return one or two digits that stand there, Chinese ones too, and where they end."""
    if tokens[at].kind is TokenKind.NUMBER:
        text = tokens[at].text
        return (text, at + 1) if text.isdecimal() and len(text) <= 2 else ("", at)
    if tokens[at].kind is TokenKind.WORD:
        words = number_words_at(tokens, at)
        is_said = words is not None and words[0] is not None and 10 <= words[0] < SIXTY
        return (f"{words[0]:.0f}", words[1]) if words and is_said else ("", at)
    is_one_of = tokens[at].text == "一" and is_glued(tokens, at + 1)
    if is_one_of and tokens[at + 1].kind is TokenKind.HAN and tokens[at + 1].text not in _IDLE_HAN:
        return "", at  # 98元一包
    stop = at
    while stop < min(len(tokens), at + 2) and tokens[stop].text in HAN_DIGITS:
        stop += 1
    if stop > at and _ends_number(tokens, stop):
        return "".join(str(HAN_DIGITS[token.text]) for token in tokens[at:stop]), stop
    found = han_number_at(tokens, at) if tokens[at].kind is TokenKind.HAN else None
    is_small = found is not None and found[0] is not None and found[0] < 100
    return (f"{found[0]:02.0f}", found[1]) if found and is_small else ("", at)


def has_own_unit(tokens: Sequence[Token], at: int, own: Collection[str]) -> bool:
    """Return whether the number there is in a unit of its own, so that it is no bare part.

    A range may say it at its end: 30 of ``30 - 40 %``; that of ``2 h 30 - 2 h 45`` says none.
    """
    number = one_number(tokens, at, own, ())
    if number is None or number.measures:
        return number is not None
    if number.stop < len(tokens) and tokens[number.stop].text in _UNIT_SIGNS:
        return True
    joint = number.stop + 1
    if joint >= len(tokens) or tokens[number.stop].text not in _RANGE_SIGNS:
        return False
    end = one_number(tokens, joint, own, ())
    kinds = {m.dimension for m in end.measures} if end is not None else set()
    return bool(kinds) and kinds.isdisjoint(_WITH_BARE_PARTS)


def is_end(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether nothing follows a number, apart from a blank, that it may count."""
    if is_last(tokens, stop) or tokens[stop].kind is TokenKind.NUMBER:
        return stop >= len(tokens) or len(tokens[stop].text) != _GROUP
    is_joining = tokens[stop].kind is TokenKind.WORD and tokens[stop].text in STOP_WORDS
    return is_joining or _begins_label(tokens, stop)


def _begins_label(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a name with a colon stands there: ``rooms: 5``."""
    stop = at
    while stop < min(len(tokens), at + _LONGEST_LABEL) and tokens[stop].has_content:
        stop += 1
    return at < stop < len(tokens) and tokens[stop].text in _COLONS
