"""Numbers written as words: ``twenty-five``, ``two hundred thousand``, ``third``, 三百五十."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.tokens import Token, TokenKind

_SMALL: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS: Final = {
    word: number * 10
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES: Final = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ],
        start=1,
    )
}
_LONGEST: Final = 24
"""The most tokens of a number in words; nobody writes longer ones."""


def number_words_at(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """Return the number that is spelled out there and where it ends, or None."""
    first = tokens[index]
    if first.kind is TokenKind.HAN:
        return _han_number(tokens, index)
    if first.text in _ORDINALS:
        return float(_ORDINALS[first.text]), index + 1
    if first.text in _SMALL or first.text in _TENS:
        return _english_number(tokens, index)
    return None


def _english_number(tokens: Sequence[Token], index: int) -> tuple[float, int]:
    total, part, stop = 0, 0, index
    joiner_ok = True
    for at in range(index, min(len(tokens), index + _LONGEST)):
        word = tokens[at].text
        if word in _SMALL and joiner_ok:
            part, stop, joiner_ok = part + _SMALL[word], at + 1, False
        elif word in _TENS and joiner_ok:
            part, stop = part + _TENS[word], at + 1
            joiner_ok = _goes_on(tokens, at + 1)
        elif word in _SCALES:
            total, part = _raised(total, part, _SCALES[word])
            stop, joiner_ok = at + 1, True
        elif word not in {"and", "-"}:
            break
    return float(total + part), stop


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a unit digit follows the tens: ``twenty five``, ``twenty-five``."""
    after = [token.text for token in tokens[index : index + 2] if token.text != "-"]
    return bool(after) and 0 < _SMALL.get(after[0], 0) < 10


def _raised(total: int, part: int, scale: int) -> tuple[int, int]:
    """Return total and open part after a word like ``hundred`` or ``thousand``."""
    if scale == _SCALES["hundred"]:
        return total, max(part, 1) * scale
    return total + max(part, 1) * scale, 0


_HAN_DIGITS: Final = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_SCALES: Final = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS: Final = {"万": 10**4, "亿": 10**8}
_HAN_NUMERALS: Final = frozenset({*_HAN_DIGITS, *_HAN_SCALES, *_HAN_MYRIADS})


def _han_number(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    stop = index
    while stop < min(len(tokens), index + _LONGEST) and tokens[stop].text in _HAN_NUMERALS:
        stop += 1
    numerals = "".join(token.text for token in tokens[index:stop])
    if not numerals or (numerals[0] not in _HAN_DIGITS and numerals[0] != "十"):
        return None
    if len(numerals) > 1 and all(char in _HAN_DIGITS for char in numerals):  # 二〇二六
        return float("".join(str(_HAN_DIGITS[char]) for char in numerals)), stop
    return float(_han_sum(numerals)), stop


def _han_sum(numerals: str) -> int:
    total, section, digit, last_scale = 0, 0, 0, 1
    for char in numerals:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
            last_scale = last_scale if digit else 1
        elif char in _HAN_SCALES:
            last_scale = _HAN_SCALES[char]
            section, digit = section + (digit or 1) * last_scale, 0
        else:
            last_scale = _HAN_MYRIADS[char]
            total, section, digit = total + (section + digit or 1) * last_scale, 0, 0
    # 三千五 is 3,500: a last digit counts a tenth of the scale before it.
    short = last_scale // 10 if last_scale >= 100 else 1
    return total + section + digit * short
