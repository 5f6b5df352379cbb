"""Numbers in a sentence, with their sign, magnitude, unit and money."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.bare_parts import has_own_unit
from core.assistant.reading.figures import Figure
from core.assistant.reading.measures import Measure
from core.assistant.reading.parts import amount_at, rate_stop
from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.relative_days import is_in_weekday
from core.assistant.reading.rough_amounts import some_at, with_unit_behind
from core.assistant.reading.signed_parts import is_last
from core.assistant.reading.surroundings import Lead, lead_at, tail_at
from core.assistant.reading.tokens import Token, TokenKind, is_glued, tokenise
from core.assistant.reading.units import conversion, is_money
from core.domain.fields import FieldKind

_SIGNS: Final = frozenset("-~")
_RANGE: Final = phrases("-|~|to|bis|and|or|到|至|或|或 者|或 是|还 是|和|跟")
"""What stands between the two ends of a range, or between two numbers of which one is meant."""
_AND: Final = frozenset(["and", "和", "跟"])
"""What joins two numbers of one field only where nothing says another: ``for 5 and 10 km``."""
_HALF: Final = "半"
_HALVED: Final = frozenset("成价票场天年月夜")
"""Characters before which a half makes another word: 半成品, 半价."""
_LIST: Final = ";"
"""How the break of a list is kept: 、 of 2、3公斤."""
_LEADING_IN: Final = frozenset(["for", "of", "about", "run", "running"])
"""What leads to an amount and names no field."""
_ABOUT_AS_LARGE: Final = 10.0
"""How many times as large one of two values of a field may be: ``2 and 80 m²`` are none."""
_ANY: Final = frozenset({"time", "span", "mass", "temperature", "CNY", "%"})
"""What an amount may measure of which no field is known; feet are written like minutes."""
_LEADING: Final = frozenset([":", "=", "is", "was"])
"""What may stand between a name and its number."""
_MULTIPLYING: Final = frozenset(["twice", "thrice", "double", "triple", "half", "times"])
_ALTERED: Final[dict[str, Any]] = {"figures": (), "is_altered": True}


def quantity_at(
    tokens: Sequence[Token], index: int, *, own: Collection[str], names: Collection[int] = ()
) -> Quantity | None:
    """Return the quantity that begins with this token, or None.

    Args:
        tokens: the sentence.
        index: the token.
        own: the dimensions of the fields' own units, see :func:`units.unit_at`.
        names: the tokens that are the names of fields, with the kinds of those where known.
    """
    if tokens[index].text == "between" and index not in names and index + 1 < len(tokens):
        ends = quantity_at(tokens, index + 1, own=own)
        return ends and replace(ends, first=index, **({} if len(ends.figures) > 1 else _ALTERED))
    if is_in_weekday(tokens, index):
        return None
    if index not in names and (some := some_at(tokens, index, own)):
        return some
    rate = rate_stop(tokens, index, own)
    if rate:
        return Quantity(first=index, stop=rate, unit_first=rate, **_ALTERED)
    lead = lead_at(tokens, index, own=own, names=names)
    if lead.at >= len(tokens) or lead.at in names:
        return None
    one = amount_at(tokens, lead.at, own, lead.money)
    one = _beside_names(tokens, one, own, names) if one is not None else None
    chain = _chain_stop(tokens, lead.at)
    if chain and not (one and one.stop >= chain):
        return Quantity(first=index, stop=chain, figures=(), unit_first=chain)
    if one is None:
        return None
    if lead.is_negative:
        one = _with_sign(one)
    if not lead.is_opened:
        one = _with_upper_end(tokens, one, own, lead.money)
    found = _with_tail(tokens, replace(one, first=index), lead, names)
    return found and with_unit_behind(tokens, found, own)


def _beside_names(
    tokens: Sequence[Token], one: Quantity, own: Collection[str], names: Collection[int]
) -> Quantity:
    """Return an amount with all its parts, and without the one that a name behind it counts.

    A unit that names the field of the next number is none of this one: ``climb 300 km 8``; nor is
    one that only begins a name: 房间 in 面积50 房间数1.
    """
    if one.unit_first < one.stop and one.unit_first in names and one.stop < len(tokens):
        bare = amount_at(tokens[: one.unit_first], one.first, own, ())
        is_of_next = one.stop in names or tokens[one.stop].kind is TokenKind.NUMBER
        if bare is not None and is_of_next:
            return bare
    if one.stop < len(tokens) and one.stop in names:
        one = _without_next(tokens, one, own)
    if _is_half_before_name(tokens, one.stop, names):
        return amount_at(tokens[: one.stop + 1], one.first, own, ()) or one  # 5斤半糯米
    if one.stop + 1 < len(tokens) and tokens[one.stop].kind is TokenKind.NUMBER:
        return _with_bare_part(tokens, one, own, names)
    return one


def _is_half_before_name(tokens: Sequence[Token], at: int, names: Collection[int]) -> bool:
    """Return whether a half ends an amount that a name follows: 5斤半糯米, not 5斤半成品."""
    if at in names or at + 1 not in names or tokens[at].text != _HALF:
        return False
    return tokens[at + 1].text not in _HALVED


def _without_next(tokens: Sequence[Token], one: Quantity, own: Collection[str]) -> Quantity:
    """Return an amount without the part that a name follows: 2 h of ``2 h and 30 min rest``."""
    joints = [at for at in range(one.first, one.stop) if tokens[at].text == "and"]
    first = amount_at(tokens[: joints[-1]], one.first, own, ()) if joints else None
    return first if first is not None and one.parts > first.parts else one


def _with_bare_part(
    tokens: Sequence[Token], one: Quantity, own: Collection[str], names: Collection[int]
) -> Quantity:
    """Return an amount with the part before a name that does not count it.

    30 min are part of ``2 h 30 rooms 5`` and of ``2 h 30 windy``, yet 30 of ``2 h 30 rooms``
    counts the rooms.
    """
    at = one.stop + 1
    if at not in names:
        return _unless_counted(tokens, one, own)
    is_number = not isinstance(names, Mapping) or names[at] is FieldKind.NUMBER
    while at in names:
        at += 1
    at += at < len(tokens) and tokens[at].text in _LEADING
    if is_number and (at >= len(tokens) or tokens[at].kind is not TokenKind.NUMBER):
        return one
    whole = amount_at(tokens[: one.stop + 1], one.first, own, ())
    return whole if whole is not None and whole.parts > one.parts else one


def _unless_counted(tokens: Sequence[Token], one: Quantity, own: Collection[str]) -> Quantity:
    """Return an amount, altered where an unknown word may count its last part: ``2 h 30 Mitte``."""
    at = one.stop + 1
    if tokens[at].kind is not TokenKind.WORD or has_own_unit(tokens, one.stop, own):
        return one
    whole = amount_at(tokens[:at], one.first, own, ())
    is_either = whole is not None and whole.parts > one.parts
    return replace(one, stop=at, **_ALTERED) if is_either else one


def _with_tail(
    tokens: Sequence[Token], one: Quantity, lead: Lead, names: Collection[int]
) -> Quantity | None:
    """Return the quantity with what stands around it; None where a bracket holds more than it."""
    if lead.is_opened:
        if one.stop >= len(tokens) or tokens[one.stop].text != ")":
            return None if tokens[one.first].text == "(" else replace(one, **_ALTERED)
        is_remark = one.has_unit and not is_money(one.measures)
        is_minus = not (is_remark or lead.is_negative)
        one = replace(one, stop=one.stop + 1, may_be_negative=is_minus, is_bracketed=is_minus)
    tail = tail_at(tokens, one.stop, is_worded=one.is_worded and not one.measures, names=names)
    if lead.is_altered or tail.is_altered or not one.figures:
        is_altered = bool(one.figures) or one.is_altered
        return replace(one, stop=tail.stop, figures=(), is_altered=is_altered)
    may_be_negative = one.may_be_negative or lead.may_be_negative or tail.may_be_negative
    return replace(one, stop=tail.stop, may_be_negative=may_be_negative)


def quantities_in(tokens: Sequence[Token], *, own: Collection[str]) -> list[Quantity]:
    """Return all quantities, in order and without overlap."""
    found, index = [], 0
    while index < len(tokens):
        quantity = quantity_at(tokens, index, own=own)
        if quantity is not None:
            found.append(quantity)
        index = quantity.stop if quantity else index + 1
    return found


def is_amount(text: str) -> bool:
    """Return whether a text is one amount, with at most a word for an unknown unit behind it."""
    tokens = tokenise(text)
    found = quantity_at(tokens, 0, own=_ANY) if tokens else None
    if found is None or not found.figures:
        return False
    return len(tokens) - found.stop <= (not found.has_unit)


def is_measured(text: str) -> bool:
    """Return whether a text is one amount with its unit, and says nothing else: ``2h30``."""
    tokens = tokenise(text)
    found = quantity_at(tokens, 0, own=_ANY) if tokens else None
    is_whole = found is not None and all(not t.has_content for t in tokens[found.stop :])
    return found is not None and is_whole and len(found.figures) == 1 and found.has_unit


def holds_number(text: str) -> bool:
    """Return whether a text holds a number, other than one of ordinary speech: ``this one``.

    What multiplies a number is one: ``twice``.
    """
    tokens = tokenise(text)
    if any(token.kind is TokenKind.NUMBER or token.text in _MULTIPLYING for token in tokens):
        return True
    return any(not one.is_loose for one in quantities_in(tokens, own=_ANY))


def _chain_stop(tokens: Sequence[Token], at: int) -> int | None:
    """Return where ``10:30``, ``3/4`` or ``030-12-34`` ends; None where it is no such thing."""
    stop, joints = at, ""
    while stop < len(tokens) and tokens[stop].kind is TokenKind.NUMBER:
        joint = tokens[stop + 1].text if stop + 2 < len(tokens) else ""
        is_joined = is_glued(tokens, stop + 1) and is_glued(tokens, stop + 2)
        if joint not in {"-", "/", ":"} or not is_joined:
            break
        if tokens[stop + 2].kind is not TokenKind.NUMBER:
            break
        joints, stop = joints + joint, stop + 2
    return stop + 1 if joints not in {"", "-"} else None


def _with_sign(quantity: Quantity) -> Quantity:
    return replace(quantity, figures=tuple(figure.negative for figure in quantity.figures))


def _with_upper_end(
    tokens: Sequence[Token], low: Quantity, own: Collection[str], money: tuple[Measure, ...]
) -> Quantity:
    """Return the range ``3-4``, ``80 to 90 m²`` where one stands there, else the number itself."""
    joint, at = low.stop, phrase_at(tokens, low.stop, _RANGE) or _next_in_list(tokens, low)
    if at is None or at >= len(tokens) or not low.figures:
        return low
    is_between = low.first > 0 and tokens[low.first - 1].text == "between"
    is_listed = tokens[joint].text in _AND and not is_between
    if is_listed and not _is_led_in(tokens, low):
        return low
    if tokens[joint].text == "-" and is_glued(tokens, joint) != is_glued(tokens, at):
        return low  # "3 -4" are two numbers
    minus = tokens[at].text == "-" and is_glued(tokens, at + 1)
    high = amount_at(tokens, at + minus, own, money) if at + minus < len(tokens) else None
    if high is None or not high.figures or (is_listed and not _are_comparable(low, high)):
        return low
    is_said = tokens[joint].text not in _SIGNS and is_last(tokens, high.stop)
    ends = _in_one_unit(low, high, is_shared=is_said)
    if ends is None:
        return low
    high = _with_sign(high) if minus else high
    if high.figures[0].likely == ends[0].likely:
        return replace(high, first=low.first, **_ALTERED)
    figures = (*ends, *high.figures)
    high = high if high.measures else replace(high, measures=low.measures)
    return replace(high, first=low.first, figures=figures, is_worded=low.is_worded)


def _next_in_list(tokens: Sequence[Token], low: Quantity) -> int | None:
    """Return where the next whole number stands behind a Chinese comma: 2、3公斤."""
    at = low.stop + 1
    if at >= len(tokens) or tokens[low.stop].text != _LIST or not is_glued(tokens, low.stop):
        return None
    if low.measures or not low.figures or not is_glued(tokens, at):
        return None
    if tokens[at].kind is not TokenKind.NUMBER or not tokens[at].text.isdecimal():
        return None
    return at if float(tokens[at].text) == low.figures[0].likely + 1 else None


def _is_led_in(tokens: Sequence[Token], low: Quantity) -> bool:
    """Return whether no name or noun stands before a bare number: ``for 5 and 10 km``."""
    is_bare = not low.measures and not low.is_worded
    return is_bare and (low.first == 0 or tokens[low.first - 1].text in _LEADING_IN)


def _are_comparable(low: Quantity, high: Quantity) -> bool:
    """Return whether a bare number is about as large as the one behind it, which has a unit."""
    one, two = low.figures[0].likely, high.figures[0].likely
    return high.has_unit and one > 0 and 1 / _ABOUT_AS_LARGE <= one / two <= _ABOUT_AS_LARGE


def _in_one_unit(low: Quantity, high: Quantity, *, is_shared: bool) -> tuple[Figure, ...] | None:
    """Return the lower end in the unit of the upper one; None where they measure not alike.

    Args:
        low: the lower end.
        high: the upper end.
        is_shared: whether an upper end without a unit has that of the lower one.
    """
    if low.measures in {(), high.measures} or (is_shared and not high.measures):
        return low.figures
    ways = [way for m in low.measures for h in high.measures if (way := conversion(m, h))]
    if len(ways) != 1:
        return None
    number = ways[0].of(low.figures[0].likely)
    return (Figure((number,), number),)
