"""Amounts in several parts: ``2h30``, ``1 h 56 min``, 1米75, 五块五, 一斤半."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from core.assistant.reading.amounts import Quantity, one_number
from core.assistant.reading.bare_parts import (
    METRE,
    METRES,
    Step,
    as_own,
    bare_part,
    has_own_unit,
    is_end,
    product,
)
from core.assistant.reading.figures import figure_of
from core.assistant.reading.halves import ends_there
from core.assistant.reading.han_numbers import HAN_DIGITS
from core.assistant.reading.measures import PLAIN, UNITS, Measure
from core.assistant.reading.number_words import half_after, number_words_at
from core.assistant.reading.signed_parts import (
    FOOT,
    HOUR,
    INCH,
    INCHES,
    MINUTE,
    POUND,
    SECOND,
    SIXTY,
    STONE,
    as_new_at,
    clock_at,
    marked_at,
    sure,
)
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import CENTS, MINUTES, is_money, is_same_kind, unit_at

_PART: Final = re.compile(r"[^\W\d]+|\d+")
_FEET: Final = re.compile(r"(\d{1,2})(')(\d{1,2})")
_LONGEST: Final = 12
"""The most tokens of an amount in parts."""
_MOST_PARTS: Final = 4
_IN_PARTS: Final = frozenset({"time", "span", "mass", "length", "temperature", "CNY", PLAIN})
_AND: Final = frozenset(["and", "又", "零"])
_TIMES: Final = frozenset(["time", "span"])
"""What is said in two units as a rule, whatever else is asked for: ``1 h 30 min``."""


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
    plain = _amount(tokens, at, own, money)
    pieces = parted(tokens, at) if plain is not None else None
    found = _amount(pieces, at, own, money) if pieces else None
    if pieces and found is not None and found.parts > 1:
        end = pieces[found.stop - 1].end
        stop = next((i + 1 for i in range(at, len(tokens)) if tokens[i].end == end), None)
        if stop is not None:
            return replace(found, stop=stop, unit_first=min(found.unit_first, stop))
    return plain


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
    if len({one.figures for one in found}) == 1:  # 37度3 on either scale
        found = [replace(found[0], measures=tuple(m for one in found for m in one.measures))]
    if len(found) == 1 and not (_may_be_metres(head, own) and _is_bare_time(tokens, found[0])):
        return found[0]
    metres = _past_metres(tokens, head, own)
    if found or metres or _has_stray_number(tokens, head, own):
        stray = metres or _past_digits(tokens, head.stop)
        stop = max((one.stop for one in found), default=stray)
        return replace(head, stop=stop, figures=(), is_altered=True)
    return head


def _may_be_metres(head: Quantity, own: Collection[str]) -> bool:
    """Return whether ``m`` may be minutes or metres, as it is beside a field in metres."""
    return METRES in own and {MINUTE, METRE} <= {*head.measures}


def _past_metres(tokens: Sequence[Token], head: Quantity, own: Collection[str]) -> int | None:
    """Return where ``30 m`` of ``2 h 30 m`` ends, be it minutes or metres; None if it is neither.

    Only a field in metres makes a question of it, and no blank an answer: ``2h30m``.
    """
    if HOUR not in head.measures or head.stop >= len(tokens) or is_glued(tokens, head.stop):
        return None
    small = one_number(tokens, head.stop, own, ())
    is_part = small is not None and len(small.figures) == 1 and small.figures[0].likely < SIXTY
    return small.stop if small and is_part and _may_be_metres(small, own) else None


def _is_bare_time(tokens: Sequence[Token], one: Quantity) -> bool:
    """Return whether this is a time whose last part names no unit: ``3 m 20``."""
    is_time, last = one.measures[0].dimension == "time", one.stop - 1
    is_number = tokens[last].text.isnumeric() or number_words_at(tokens, last) is not None
    return is_time and is_number


def _has_stray_number(tokens: Sequence[Token], head: Quantity, own: Collection[str]) -> bool:
    """Return whether a number touches a unit and counts nothing: 3平2, ``2h5``."""
    if head.unit_first == head.stop or head.stop >= len(tokens):
        return False
    if has_own_unit(tokens, head.stop, own):
        return False
    if not is_glued(tokens, head.stop):  # 5 ft 13
        is_number = tokens[head.stop].kind is TokenKind.NUMBER and is_end(tokens, head.stop + 1)
        return is_number and not {FOOT, HOUR, MINUTE, STONE}.isdisjoint(head.measures)
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
    total = product(head.figures[0].likely, unit)
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


def _below(unit: Measure, added: Decimal) -> Measure:
    """Return the unit of a part that names none: the minutes of ``2h30``."""
    below = {HOUR: MINUTE, MINUTE: SECOND, FOOT: INCH, STONE: POUND}.get(unit)
    return below if below and added % Decimal(repr(below.factor)) == 0 else unit


def _next(tokens: Sequence[Token], at: int, last: Measure, own: Collection[str]) -> Step | None:
    """Return the part that goes on there, after one in the unit ``last``."""
    if at >= len(tokens):
        return None
    if tokens[at].text == "半" and is_glued(tokens, at) and ends_there(tokens, at + 1):
        return product(0.5, last), at + 1, None
    half = half_after(tokens, at)
    if half is not None and last.dimension != PLAIN:
        return product(half[0], last), half[1], None
    first = at + (tokens[at].text in _AND)
    if tokens[at].text == "and" and last.dimension not in _TIMES:
        return None
    if first >= len(tokens):
        return None
    clock = clock_at(tokens, first, own) if last.dimension == "span" else None
    if clock is not None and not clock.is_clock:  # "1 day, 2:03:04"
        return product(clock.figures[0].likely, clock.measures[0]), clock.stop, None
    small = _smaller(tokens, first, last, own)
    if small is not None or has_own_unit(tokens, first, {*own, last.dimension}):
        return small
    return bare_part(tokens, first, last, is_joined=first > at)


def _smaller(tokens: Sequence[Token], at: int, last: Measure, own: Collection[str]) -> Step | None:
    """Return ``56 min`` of ``1 h 56 min``."""
    is_word = tokens[at].kind is TokenKind.WORD and number_words_at(tokens, at) is not None
    is_number = is_word or tokens[at].kind in {TokenKind.NUMBER, TokenKind.HAN}
    if not is_number or last.dimension == PLAIN:
        return None
    if tokens[at].kind is TokenKind.HAN and not is_glued(tokens, at):
        return None
    small = one_number(tokens, at, {*own, last.dimension, MINUTES, CENTS}, ())
    if small is None or len(small.figures) != 1 or small.figures[0].likely < 0:
        return None
    number, stop = small.figures[0].likely, small.stop
    if last == FOOT and not small.measures and stop < len(tokens) and tokens[stop].text in INCHES:
        return product(number, INCH), stop + 1, None
    if _may_be_metres(small, own) and not is_glued(tokens, at):
        return None  # "2 h 30 m" beside a height in metres
    for unit in small.measures:
        if is_same_kind(unit, last) and unit.factor < last.factor:
            return None if _are_two(last, unit, own) else (product(number, unit), stop, unit)
    return None


def _are_two(large: Measure, small: Measure, own: Collection[str]) -> bool:
    """Return whether fields of their own are in each of two units: a way in km, a climb in m."""
    return large.dimension not in _TIMES and {as_own(large), as_own(small)} <= {*own}


def rate_stop(tokens: Sequence[Token], at: int, own: Collection[str]) -> int | None:
    """Return where 一斤 ends in 12块5一斤, which is what money is paid for and no amount."""
    unit = unit_at(tokens, at + 1, own=own) if tokens[at].text == "一" else None
    before = at - 1
    while before > max(0, at - 3) and tokens[before].text.isnumeric():
        before -= 1
    paid = unit_at(tokens, before, own=own) if before > 0 else None
    is_joined = is_glued(tokens, at) and is_glued(tokens, before)
    return unit[1] if unit and paid and is_joined and is_money(paid[0]) else None
