"""The number that a sentence has at one place, in digits, words or both, without its unit."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.figures import Figure, figure_of
from core.assistant.reading.han_numbers import han_number_at
from core.assistant.reading.number_words import half_after, number_words_at, vulgar_fraction
from core.assistant.reading.tokens import Token, TokenKind, is_glued

_SMALL_FRACTIONS: Final = {
    (str(part), str(whole)): part / whole for whole in range(2, 9) for part in range(1, whole)
}
_LONGEST_GROUPED: Final = 12
"""Digits of a number whose thousands are parted by blanks."""
_NAMING: Final = frozenset("?#")
"""Signs right before the number of an answer or of an example: it goes on with no other."""


def figure_at(tokens: Sequence[Token], at: int) -> tuple[Figure | None, int] | None:
    """Return the figure in digits or words and where it ends; no figure where it is not clear."""
    if tokens[at].kind is not TokenKind.NUMBER:
        part = vulgar_fraction(tokens[at].text)
        words = number_words_at(tokens, at) if part is None else (part, at + 1)
        return words and (_sure(words[0]), words[1])
    spaced = _spaced_thousands(tokens, at)
    if spaced is not None:
        return spaced
    mixed = han_number_at(tokens, at)
    if mixed is not None:
        return _sure(mixed[0]), mixed[1]
    figure = figure_of(tokens[at].text)
    more = _fraction_after(tokens, at + 1) if figure and len(figure.readings) == 1 else None
    if figure is None or more is None:
        return figure, at + 1
    return _sure(figure.likely + more[0]), more[1]


def _spaced_thousands(tokens: Sequence[Token], at: int) -> tuple[Figure, int] | None:
    """Return what ``12 500`` can be: 12,500, or 12 with another number after it."""
    stop, digits = at + 1, tokens[at].text
    while stop < len(tokens) and tokens[stop].start == tokens[stop - 1].end + 1:
        is_group = len(tokens[stop].text) == 3 and tokens[stop].text.isdecimal()
        if not is_group or len(digits) > _LONGEST_GROUPED:
            break
        digits, stop = digits + tokens[stop].text, stop + 1
    is_start = len(tokens[at].text) <= 3 and tokens[at].text.isdecimal()
    is_part = is_glued(tokens, stop) and tokens[stop].has_content
    is_named = is_glued(tokens, at) and tokens[at - 1].text in _NAMING
    is_start = is_start and not (is_named or tokens[at].text.startswith("0"))
    if stop == at + 1 or not is_start or is_part:
        return None
    readings = (float(digits), float(tokens[at].text))
    return Figure(readings, readings[0], is_sure=False), stop


def _sure(number: float | None) -> Figure | None:
    return None if number is None else Figure((number,), number)


def _fraction_after(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return what is added to whole digits: ``2 1/2``, ``2½``, ``2 and a half``."""
    half = half_after(tokens, at)
    if half is not None:
        return half
    texts = [token.text for token in tokens[at : at + 3]]
    if len(texts) < 3 or texts[1] != "/" or is_glued(tokens, at):
        return None
    part = _SMALL_FRACTIONS.get((texts[0], texts[2]))
    is_joined = is_glued(tokens, at + 1) and is_glued(tokens, at + 2)
    return (part, at + 3) if part and is_joined and not is_glued(tokens, at + 3) else None
