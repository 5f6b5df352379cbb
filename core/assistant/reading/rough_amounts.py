"""Chinese amounts that are not known exactly, with their units: 几百块, 120多人, 十来个小时."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.tokens import Token, TokenKind, is_glued, word_at
from core.assistant.reading.units import unit_at

_SCALES: Final = frozenset("十百千万亿")
_LONGEST: Final = 5
"""Characters of such words."""
_SOME: Final = frozenset("几数上")
"""What stands before a scale alone: 几百, 数十, 上千."""
_LARGE: Final = frozenset("百千万亿")
"""Scales behind 上; 早上十点 is none."""


def some_at(tokens: Sequence[Token], index: int, own: Collection[str]) -> Quantity | None:
    """Return an amount of which only the scale is known: 几百块, 好几十人, 上千."""
    at = index + (tokens[index].text == "好")
    scales = _LARGE if at < len(tokens) and tokens[at].text == "上" else _SCALES
    if at >= len(tokens) or tokens[at].text not in _SOME or word_at(tokens, at + 1) not in scales:
        return None
    stop = at + 1
    while stop < at + _LONGEST and word_at(tokens, stop) in scales and is_glued(tokens, stop):
        stop += 1
    if stop == at + 1:
        return None
    one = Quantity(first=index, stop=stop, figures=(), unit_first=stop, is_altered=True)
    return with_unit_behind(tokens, one, own)


def with_unit_behind(tokens: Sequence[Token], one: Quantity, own: Collection[str]) -> Quantity:
    """Return an amount that is not known exactly with the unit behind: 120多人, 十来个小时."""
    is_han = one.is_altered and tokens[one.stop - 1].kind is TokenKind.HAN
    if not is_han or one.measures:
        return one
    at = one.stop - (tokens[one.stop - 2].text == "来")  # 五百来块
    at += at < len(tokens) and tokens[at].text == "个"
    if at == one.stop and not is_glued(tokens, at):
        return one
    unit = unit_at(tokens, at, own=own) if at < len(tokens) else None
    if unit is None:
        return one
    return replace(one, measures=unit[0], unit_first=at, stop=unit[1])
