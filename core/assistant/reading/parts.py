"""Amounts in several parts: ``2h30``, ``1 h 56 min``, 1米75, 五块五, 一斤半."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from core.assistant.reading.amounts import Quantity, one_number
from core.assistant.reading.figures import figure_of
from core.assistant.reading.halves import ends_there
from core.assistant.reading.han_numbers import HAN_DIGITS, HAN_NUMERALS, han_number_at
from core.assistant.reading.measures import PLAIN, UNITS, Measure
from core.assistant.reading.number_words import half_after, number_words_at
from core.assistant.reading.signed_parts import (
    FOOT,
    HOUR,
    INCH,
    INCHES,
    MINUTE,
    SECOND,
    SIXTY,
    as_new_at,
    clock_at,
    is_last,
    marked_at,
    sure,
)
from core.assistant.reading.surroundings import HAN_AFTER
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import CENTS, MINUTES, is_money, is_same_kind, unit_at

Step = tuple[Decimal, int, Measure | None]
"""What a part adds, in base units, where it ends, and its unit; None where no part may follow."""

_PART: Final = re.compile(r"[^\W\d]+|\d+")
_FEET: Final = re.compile(r"(\d{1,2})(')(\d{1,2})")
_LONGEST: Final = 12
"""The most tokens of an amount in parts."""
_MOST_PARTS: Final = 4
_TWELVE: Final = 12
"""Inches of a foot."""
_METRE: Final = Measure("length", 1.0)
_IN_PARTS: Final = frozenset({"time", "span", "mass", "length", "CNY", PLAIN})
_SCALES: Final = (Measure(PLAIN, 1e3), Measure(PLAIN, 1e4))
_TENTHS: Final = (*(UNITS[word][0] for word in ("斤", "尺", "毛")), *_SCALES)
"""Units of which a digit right behind them is the tenths: 3斤2, ``3k5``."""
_SHORT_SCALES: Final = frozenset(["k", "w"])
_AND: Final = frozenset(["and", "又", "零"])


def parted(tokens: Sequence[Token], at: int) -> tuple[Token, ...] | None:
    """Return the tokens with the words that join numbers and units in parts: ``h30m`` of ``2h30m``.

    None where there are none.
    """
    near: list[Token] = []
    for index in range(at, min(len(tokens), at + _LONGEST)):
        near += _pieces(tokens, index, is_first=index == at)
    is_same = len(near) == min(len(tokens), at + _LONGEST) - at
    return None if is_same else (*tokens[:at], *near, *tokens[at + _LONGEST :])


def _pieces(tokens: Sequence[Token], index: int, *, is_first: bool) -> list[Token]:
    token = tokens[index]
    feet = _FEET.fullmatch(token.text) if token.kind is TokenKind.NUMBER else None
    if feet and figure_of(token.text) is None:
        found = [feet[1], feet[2], feet[3]]
    elif token.kind is TokenKind.WORD and is_glued(tokens, index) and not is_first:
        found = _PART.findall(token.text) if token.text not in UNITS else []
    else:
        found = []
    if len(found) < 2 or sum(map(len, found)) != len(token.text):
        return [token]
    pieces, start = [], token.start
    for text in found:
        kind = TokenKind.NUMBER if text.isdecimal() else TokenKind.WORD
        kind = kind if text != "'" else TokenKind.SIGN
        pieces.append(Token(kind, text, start, start + len(text)))
        start += len(text)
    return pieces


def amount_at(
    tokens: Sequence[Token], at: int, own: Collection[str], money: tuple[Measure, ...]
) -> Quantity | None:
    """Return the amount that begins there, with all its parts."""
    pieces = parted(tokens, at)
    found = _amount(pieces, at, own, money) if pieces else None
    if pieces and found is not None and found.parts > 1:
        end = pieces[found.stop - 1].end
        stop = next((i + 1 for i in range(at, len(tokens)) if tokens[i].end == end), None)
        if stop is not None:
            return replace(found, stop=stop, unit_first=min(found.unit_first, stop))
    return _amount(tokens, at, own, money)


def _amount(
    tokens: Sequence[Token], at: int, own: Collection[str], money: tuple[Measure, ...]
) -> Quantity | None:
    found = clock_at(tokens, at, own) or marked_at(tokens, at, own) or as_new_at(tokens, at, own)
    if found is not None:
        return found
    one = one_number(tokens, at, own, money)
    whole = with_parts(tokens, one, own) if one is not None else None
    if whole is None or whole.measures or "time" not in own:
        return whole
    minutes = one_number(tokens, at, {*own, MINUTES}, money)  # 3分20秒, though 3分 are points
    timed = with_parts(tokens, minutes, own) if minutes is not None else whole
    return timed if timed.parts > 1 else whole


def with_parts(tokens: Sequence[Token], head: Quantity, own: Collection[str]) -> Quantity:
    """Return an amount with its smaller parts, in its first unit; altered where one is no part."""
    if len(head.figures) != 1 or not head.measures:
        return head
    sums = [_sum(tokens, head, unit, own) for unit in head.measures if unit.dimension in _IN_PARTS]
    found = [one for one in sums if one.parts > head.parts]
    if len(found) > 1:
        found = [one for one in found if not {m.dimension for m in one.measures}.isdisjoint(own)]
    if len(found) == 1:
        return found[0]
    if found or _has_stray_number(tokens, head):
        stray = _past_digits(tokens, head.stop)
        stop = max((one.stop for one in found), default=stray)
        return replace(head, stop=stop, figures=(), is_altered=True)
    return head


def _has_stray_number(tokens: Sequence[Token], head: Quantity) -> bool:
    """Return whether a number touches a unit and counts nothing: 3平2, ``2h5``."""
    if head.unit_first == head.stop or head.stop >= len(tokens):
        return False
    if not is_glued(tokens, head.stop):  # 5 ft 13
        is_number = tokens[head.stop].kind is TokenKind.NUMBER and is_last(tokens, head.stop + 1)
        return is_number and not {FOOT, HOUR, MINUTE}.isdisjoint(head.measures)
    return _past_digits(tokens, head.stop) > head.stop


def _past_digits(tokens: Sequence[Token], at: int) -> int:
    """Return where the digits end that stand there and count nothing; ``at`` if none do."""
    stop = at
    while stop < min(len(tokens), at + _LONGEST) and (stop == at or is_glued(tokens, stop)):
        if tokens[stop].kind is not TokenKind.NUMBER and tokens[stop].text not in HAN_DIGITS:
            break
        stop += 1
    return stop if ends_there(tokens, stop) else at


def _sum(tokens: Sequence[Token], head: Quantity, unit: Measure, own: Collection[str]) -> Quantity:
    """Return the amount with all parts that go on with this unit, added up in the smallest."""
    total = _product(head.figures[0].likely, unit)
    last, smallest, stop, parts = unit, unit, head.stop, head.parts
    while parts < _MOST_PARTS and (step := _next(tokens, stop, last, own)):
        added, stop, after = step
        total, parts = total + added, parts + 1
        smallest = after or _below(last, added)
        if after is None:
            break
        last = after
    number = float(f"{total / Decimal(repr(smallest.factor)):.15g}")
    return replace(
        head,
        stop=stop,
        figures=(sure(number),),
        measures=(smallest,),
        parts=parts,
        largest=unit if smallest != unit else None,
    )


def _product(number: float, unit: Measure) -> Decimal:
    return Decimal(repr(number)) * Decimal(repr(unit.factor))


def _below(unit: Measure, added: Decimal) -> Measure:
    """Return the unit of a part that names none: the minutes of ``2h30``."""
    below = {HOUR: MINUTE, MINUTE: SECOND, FOOT: INCH}.get(unit)
    return below if below and added % Decimal(repr(below.factor)) == 0 else unit


def _next(tokens: Sequence[Token], at: int, last: Measure, own: Collection[str]) -> Step | None:
    """Return the part that goes on there, after one in the unit ``last``."""
    if at >= len(tokens):
        return None
    if tokens[at].text == "半" and is_glued(tokens, at) and ends_there(tokens, at + 1):
        return _product(0.5, last), at + 1, None
    half = half_after(tokens, at)
    if half is not None and last.dimension != PLAIN:
        return _product(half[0], last), half[1], None
    first = at + (tokens[at].text in _AND)
    if tokens[at].text == "and" and last.dimension not in {"time", "span"}:
        return None
    if first >= len(tokens):
        return None
    clock = clock_at(tokens, first, own) if last.dimension == "span" else None
    if clock is not None and not clock.is_clock:  # "1 day, 2:03:04"
        return _product(clock.figures[0].likely, clock.measures[0]), clock.stop, None
    return _smaller(tokens, first, last, own) or _bare(tokens, first, last, is_joined=first > at)


def _smaller(tokens: Sequence[Token], at: int, last: Measure, own: Collection[str]) -> Step | None:
    """Return ``56 min`` of ``1 h 56 min``."""
    if tokens[at].kind not in {TokenKind.NUMBER, TokenKind.HAN} or last.dimension == PLAIN:
        return None
    if tokens[at].kind is TokenKind.HAN and not is_glued(tokens, at):
        return None
    small = one_number(tokens, at, {*own, last.dimension, MINUTES, CENTS}, ())
    if small is None or len(small.figures) != 1 or small.figures[0].likely < 0:
        return None
    number, stop = small.figures[0].likely, small.stop
    if last == FOOT and not small.measures and stop < len(tokens) and tokens[stop].text in INCHES:
        return _product(number, INCH), stop + 1, None
    for unit in small.measures:
        if is_same_kind(unit, last) and unit.factor < last.factor:
            return _product(number, unit), stop, unit
    return None


def _bare(tokens: Sequence[Token], at: int, last: Measure, *, is_joined: bool) -> Step | None:
    """Return the number right behind a unit that is in the next smaller one: 75 of 1米75."""
    digits, stop = _digits(tokens, at)
    if not digits or not _ends_number(tokens, stop):
        return None
    is_touching = is_glued(tokens, at)
    if not is_touching and not (last in {HOUR, MINUTE, FOOT} and is_last(tokens, stop)):
        return None
    part, is_two = int(digits), len(digits) == 2
    if last in {HOUR, MINUTE}:
        is_part = (is_two or is_joined) and part < SIXTY
        return (_product(part, last) / SIXTY, stop, None) if is_part else None
    if last == FOOT:
        return (_product(part, INCH), stop, None) if part < _TWELVE else None
    unit = tokens[at - 1]
    if last in _TENTHS and not is_two:
        is_short = last.dimension != PLAIN or unit.text in _SHORT_SCALES
        return (_product(part, last) / 10, stop, None) if is_short else None
    is_han = unit.kind is TokenKind.HAN
    if (last == _METRE and (is_han or is_two)) or (last == UNITS["块"][0] and is_han):
        return _product(part, last) / 10 ** len(digits), stop, None
    return None


def _ends_number(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether what follows a number is nothing that it counts: 3米5宽, not 3米5个."""
    if ends_there(tokens, stop):
        return True
    after = tokens[stop]
    is_counted = after.text in HAN_AFTER or after.text in HAN_NUMERALS or after.text in UNITS
    is_rate = after.text == "一" and stop + 1 < len(tokens) and tokens[stop + 1].text in UNITS
    return is_rate or (after.kind is TokenKind.HAN and not is_counted)


def rate_stop(tokens: Sequence[Token], at: int, own: Collection[str]) -> int | None:
    """Return where 一斤 ends in 12块5一斤, which is what money is paid for and no amount."""
    unit = unit_at(tokens, at + 1, own=own) if tokens[at].text == "一" else None
    before = at - 1
    while before > max(0, at - 3) and tokens[before].text.isnumeric():
        before -= 1
    paid = unit_at(tokens, before, own=own) if before > 0 else None
    is_joined = is_glued(tokens, at) and is_glued(tokens, before)
    return unit[1] if unit and paid and is_joined and is_money(paid[0]) else None


def _digits(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return one or two digits that stand there, Chinese ones too, and where they end."""
    if tokens[at].kind is TokenKind.NUMBER:
        text = tokens[at].text
        return (text, at + 1) if text.isdecimal() and len(text) <= 2 else ("", at)
    if tokens[at].kind is TokenKind.WORD:
        words = number_words_at(tokens, at)
        is_said = words is not None and words[0] is not None and 10 <= words[0] < SIXTY
        return (f"{words[0]:.0f}", words[1]) if words and is_said else ("", at)
    stop = at
    while stop < min(len(tokens), at + 2) and tokens[stop].text in HAN_DIGITS:
        stop += 1
    if stop > at and _ends_number(tokens, stop):
        return "".join(str(HAN_DIGITS[token.text]) for token in tokens[at:stop]), stop
    found = han_number_at(tokens, at) if tokens[at].kind is TokenKind.HAN else None
    is_small = found is not None and found[0] is not None and found[0] < 100
    return (f"{found[0]:02.0f}", found[1]) if found and is_small else ("", at)
