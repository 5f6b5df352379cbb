"""Numbers with Chinese numerals, in part or all: 三百五十, 一万五千亿, 3万4000, 三点五."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import unit_at

Found = tuple[float | None, int]
"""A number and where it ends; None where the words make no clear one: 三四百."""

_THREE: Final = 3
"""三五个 are some, as 三四个 are."""
_LONGEST: Final = 24
"""The most tokens of a number; nobody writes longer ones."""
HAN_DIGITS: Final = {char: n for n, char in enumerate("零一二三四五六七八九")} | {
    **{char: n for n, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    **dict(zip("两兩貳參陸俩仨", (2, 2, 2, 3, 6, 2, 3), strict=True)),
}
"""The numerals from zero to nine."""
_PAIR: Final = frozenset("两兩俩")
"""Two before a scale or a noun; behind a number 两 is a unit of mass: 3斤2两."""
_HAN_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_HAN_MYRIADS: Final = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
_ALL_SCALES: Final = {**_HAN_SCALES, **_HAN_MYRIADS}
HAN_NUMERALS: Final = frozenset({*HAN_DIGITS, *_ALL_SCALES})
_MEASURED: Final = frozenset({"length", "mass", "area", "volume", "energy"})
"""Dimensions of units behind the last digit of a sum in thousands: 3千5公里."""
_MONEY_AFTER: Final = frozenset("元块圆円日美欧人€$¥￥")
"""What may follow the last numeral without a blank so that it still belongs to the sum."""


def figures_of(said: str) -> str:
    """Return a number in figures that is said by one Chinese numeral up to ten, or in figures."""
    number = HAN_DIGITS.get(said, _HAN_SCALES["十"] if said == "十" else None)
    return said if number is None else str(number)


def han_number_at(tokens: Sequence[Token], index: int) -> Found | None:
    """Return a number that has Chinese numerals, in part or all, and where it ends.

    The last numerals of 420万3室 are the number of rooms, so they are left where a noun follows.
    """
    stop = index
    while stop < min(len(tokens), index + _LONGEST) and _is_numeral(tokens, stop, index):
        stop += 1
    texts = [token.text for token in tokens[index:stop]]
    is_start = bool(texts) and (texts[0] not in _ALL_SCALES or texts[0] in {"十", "拾"})
    if not is_start or all(text not in HAN_NUMERALS for text in texts):
        return None
    if tokens[index].kind is TokenKind.NUMBER:
        texts = _without_next(tokens, texts, index)
        if len(texts) < 2 or all(text in _ALL_SCALES for text in texts[1:]):
            return None  # 420万: a number with a magnitude
    elif len(texts) > 1 and all(text in HAN_DIGITS for text in texts):  # 二〇二六
        if len(texts) == 2 and HAN_DIGITS[texts[0]] and HAN_DIGITS[texts[1]]:
            return None, stop  # 三四: three or four
        return float("".join(str(HAN_DIGITS[text]) for text in texts)), stop
    stop = index + len(texts)
    if tokens[index].kind is TokenKind.HAN and _is_point(tokens, stop):
        return _with_decimals(tokens, texts, stop)
    return _han_sum(texts), stop


def _is_numeral(tokens: Sequence[Token], at: int, first: int) -> bool:
    if at > first and not is_glued(tokens, at):
        return False
    if at > first and tokens[at].text in _PAIR and tokens[at - 1].text not in _ALL_SCALES:
        return False
    return tokens[at].text in HAN_NUMERALS or tokens[at].kind is TokenKind.NUMBER


def _without_next(tokens: Sequence[Token], texts: list[str], index: int) -> list[str]:
    """Return the numerals without the last number, where a noun shows that it counts that.

    A digit before the unit of a measure is a part of the sum: 1万2公里.
    """
    after = index + len(texts)
    is_noun = is_glued(tokens, after) and tokens[after].has_content
    is_part = len(texts[-1]) == 1 and texts[-2:-1] != [] and texts[-2] in _ALL_SCALES
    if is_noun and is_part and _is_measured(tokens, after):
        return texts
    if is_noun and texts[-1] not in _ALL_SCALES and tokens[after].text not in _MONEY_AFTER:
        while texts and texts[-1] not in _ALL_SCALES:
            texts = texts[:-1]
    return texts


def _is_measured(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a unit of what is weighed or measured stands there, not one of time."""
    unit = unit_at(tokens, at, own=_MEASURED)
    return unit is not None and any(one.dimension in _MEASURED for one in unit[0])


def _is_point(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].text == "点" and tokens[at + 1].text in HAN_DIGITS


def _with_decimals(tokens: Sequence[Token], texts: list[str], point: int) -> Found:
    """Return 三点五 as 3.5."""
    stop = point + 1
    while stop < min(len(tokens), point + _LONGEST) and tokens[stop].text in HAN_DIGITS:
        stop += 1
    whole = _han_sum(texts)
    is_followed = stop < len(tokens) and tokens[stop].text in _HAN_SCALES
    if whole is None or is_followed:  # 三点五十 is a time
        return None, stop
    digits = "".join(str(HAN_DIGITS[token.text]) for token in tokens[point + 1 : stop])
    return float(f"{int(whole)}.{digits}"), stop


def either_han(texts: Sequence[str]) -> tuple[float, ...]:
    """Return the two numbers of which numerals mean one: 三四百, 十七八; none where it is clear."""
    digits = [HAN_DIGITS.get(text, -1) for text in texts]
    for at, (one, two) in enumerate(pairwise(digits)):
        if 0 < one < two <= one + 1 + (one == _THREE):
            both = (
                _han_sum([*texts[: at + 1], *texts[at + 2 :]]),
                _han_sum([*texts[:at], *texts[at + 1 :]]),
            )
            return tuple(number for number in both if number is not None) if all(both) else ()
    return ()


def _han_sum(texts: Sequence[str]) -> float | None:
    """Return the sum of numerals and scales, or None where their order makes no number."""
    number: float | None = None
    sums = [0.0, 0.0, 0.0]  # 亿, 万, ones
    last, after_zero = 10**16, False
    for text in texts:
        if text in {"零", "〇"} and len(texts) > 1:
            after_zero = True
            continue
        scale = _ALL_SCALES.get(text)
        if scale is None:
            typed = HAN_DIGITS.get(text)
            if number is not None or (typed is None and not text.replace(".", "", 1).isdigit()):
                return None  # 三四百
            number = float(text) if typed is None else float(typed)
            continue
        if not _raise(sums, number, scale, last):
            return None
        number, last, after_zero = None, scale, False
    return _with_rest(sums, number, last, after_zero=after_zero)


def _raise(sums: list[float], number: float | None, scale: int, last: int) -> bool:
    """Add a number with its scale to the sums; return whether it may stand there."""
    if scale in _HAN_SCALES.values():
        if last <= scale or (number is None and scale != 10):
            return False
        sums[2] += (1 if number is None else number) * scale
        return True
    open_sum = sums[2] + (number or 0)
    if scale == 10**4:
        if sums[1] or not open_sum:
            return False
        sums[1:] = [open_sum, 0.0]
        return True
    whole = sums[1] * 10**4 + open_sum  # 一万五千亿
    if sums[0] or not whole:
        return False
    sums[:] = [whole, 0.0, 0.0]
    return True


def _with_rest(
    sums: Sequence[float], number: float | None, last: int, *, after_zero: bool
) -> float | None:
    """Return the sum with the last numeral: 三千五 is 3,500, 一千零五 1,005."""
    total = sums[0] * 10**8 + sums[1] * 10**4 + sums[2]
    if number is None:
        return total
    if 100 <= last < 10**16 and number < 10 and not after_zero:
        return total + number * (last // 10)
    return total + number if number < last else None
