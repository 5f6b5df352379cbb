"""Numbers written as words: ``twenty-five``, ``two and a half``, ``third``, 三百五十."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.han_numbers import Found, han_number_at
from core.assistant.reading.tokens import Token, TokenKind

SMALL_NUMBERS: Final = {
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
ORDINALS: Final = {
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
_OTHER_SCALES: Final = frozenset(
    [
        "dozen",
        "dozens",
        "lakh",
        "lakhs",
        "lac",
        "crore",
        "crores",
        "trillion",
        "grand",
        "tenner",
        "tenners",
        "fiver",
        "fivers",
    ]
)
"""Magnitudes that :mod:`units` multiplies by, and that a number in words may stand before."""
_BEFORE_PRONOUN: Final = frozenset({"other", "another", "which", "last", "wrong"})
"""Words behind which ``one`` counts nothing."""
_YEAR_CENTURIES: Final = range(13, 21)
"""What may begin a year in two halves: ``nineteen ninety``."""
_DIGITS_AFTER_POINT: Final = 9
_LONGEST: Final = 24
"""The most tokens of a number in words; nobody writes longer ones."""


def number_words_at(tokens: Sequence[Token], index: int) -> Found | None:
    """Return the number that is spelled out there and where it ends, or None."""
    first = tokens[index]
    if first.kind is TokenKind.HAN:
        return han_number_at(tokens, index)
    if first.text in ORDINALS:
        return float(ORDINALS[first.text]), index + 1
    if first.text in {"a", "an", "half", "quarter", "three"}:
        part = _part_of_scale(tokens, index)
        if part is not None:
            return part
    if first.text == "one" and index and tokens[index - 1].text in _BEFORE_PRONOUN:
        return None
    if first.text in SMALL_NUMBERS or first.text in _TENS or _is_one(tokens, index):
        return _english_number(tokens, index)
    return None


def is_number_word(token: Token) -> bool:
    """Return whether a number in words can begin with it."""
    return token.text in SMALL_NUMBERS or token.text in _TENS or token.text in _SCALES


def half_after(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """Return the fraction that is added there, and where it ends: ``and a half``, ``½``."""
    texts = [token.text for token in tokens[index : index + 4]]
    if texts[:2] == ["and", "a"] or texts[:2] == ["and", "one"]:
        part = {"half": 0.5, "quarter": 0.25}.get("".join(texts[2:3]))
        return (part, index + 3) if part else None
    if texts[:2] == ["and", "half"]:
        return 0.5, index + 2
    if texts[:3] == ["and", "three", "quarters"]:
        return 0.75, index + 3
    at = index + (texts[:1] == ["and"])
    part = vulgar_fraction("".join(texts[at - index : at - index + 1]))
    return (part, at + 1) if part else None


def vulgar_fraction(text: str) -> float | None:
    """Return what ``½`` or ``¾`` is."""
    is_one = len(text) == 1 and unicodedata.decomposition(text).startswith("<fraction>")
    return unicodedata.numeric(text) if is_one else None


def _is_one(tokens: Sequence[Token], index: int) -> bool:
    """Return whether ``a`` is a number: ``a hundred``."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return tokens[index].text in {"a", "an"} and after in _SCALES


def _part_of_scale(tokens: Sequence[Token], index: int) -> Found | None:
    """Return what stands before a magnitude: ``half a million``, ``a dozen``."""
    texts = [token.text for token in tokens[index : index + 6]]
    for words, part in _PARTS.items():
        at = len(words)
        is_scale = texts[at : at + 1] and (texts[at] in _SCALES or texts[at] in _OTHER_SCALES)
        if tuple(texts[:at]) == words and is_scale:
            return part, index + at
    if texts[0] in {"a", "an"} and texts[1:2] and texts[1] in _OTHER_SCALES:
        return 1.0, index + 1
    return None


_PARTS: Final = {
    (*article, word, *of): part
    for word, part in (("half", 0.5), ("quarter", 0.25))
    for article in ((), ("a",))
    for of in ((), ("a",), ("of", "a"))
} | {("three", "quarters", "of", "a"): 0.75, ("three", "quarter"): 0.75}


def _english_number(tokens: Sequence[Token], index: int) -> Found:
    total, part, stop = 0, 0, index
    joiner_ok = True
    for at in range(index, min(len(tokens), index + _LONGEST)):
        word = "one" if at == index and tokens[at].text in {"a", "an"} else tokens[at].text
        if word in SMALL_NUMBERS and joiner_ok:
            part, stop, joiner_ok = part + SMALL_NUMBERS[word], at + 1, False
        elif word in _TENS and joiner_ok:
            part, stop = part + _TENS[word], at + 1
            joiner_ok = _goes_on(tokens, at + 1)
        elif word in _SCALES:
            total, part = _raised(total, part, _SCALES[word])
            stop, joiner_ok = at + 1, True
        elif word not in {"and", "-"}:
            break
    return _with_year(tokens, total + part, stop) if not total else (float(total + part), stop)


def _with_year(tokens: Sequence[Token], number: int, stop: int) -> Found:
    """Return the number with its second half or decimals, where it has some."""
    texts = [token.text for token in tokens[stop : stop + _DIGITS_AFTER_POINT + 1]]
    if (
        number in _YEAR_CENTURIES
        and texts
        and (texts[0] in _TENS or SMALL_NUMBERS.get(texts[0], 0) >= 10)
    ):
        rest, end = _english_number(tokens, stop)
        return ((None if rest is None or rest >= 100 else number * 100 + rest), end)
    if texts[:1] == ["point"]:
        digits = ""
        for text in texts[1:]:
            if SMALL_NUMBERS.get(text, 10) > 9:
                break
            digits += str(SMALL_NUMBERS[text])
        end = stop + 1 + len(digits)
        return (float(f"{number}.{digits}") if digits else None), end
    half = half_after(tokens, stop)
    return (number + half[0], half[1]) if half else (float(number), stop)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a unit digit follows the tens: ``twenty five``, ``twenty-five``."""
    after = [token.text for token in tokens[index : index + 2] if token.text != "-"]
    return bool(after) and 0 < SMALL_NUMBERS.get(after[0], 0) < 10


def _raised(total: int, part: int, scale: int) -> tuple[int, int]:
    """Return total and open part after a word like ``hundred`` or ``thousand``."""
    if scale == _SCALES["hundred"]:
        return total, max(part, 1) * scale
    return total + max(part, 1) * scale, 0
