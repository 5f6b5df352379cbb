"""Parts of one unit: ``half an hour``, ``3/4 h``, ``an hour``, 半小时; 个半 behind a count."""

from collections.abc import Collection, Sequence
from typing import Final

from core.assistant.reading.measures import PLAIN, UNITS, Measure
from core.assistant.reading.number_words import half_after
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import is_money, unit_at

Part = tuple[float, int]
"""How much of a unit, and where that unit begins."""

_FRACTIONS: Final = {
    (str(part), str(whole)): part / whole for whole in range(2, 9) for part in range(1, whole)
}
_PARTS: Final = {("half",): 0.5, ("quarter",): 0.25, ("three", "quarters"): 0.75}
_ARTICLES: Final = frozenset(["a", "an", "the"])
_SHORTEST: Final = 3
"""Letters of a unit that ``a`` may count: ``a day``; ``a m`` is none."""
_COUNTED: Final = frozenset({"time", "span", "length", "mass"})
"""What an article counts one of: ``an hour``."""
_RATES: Final = frozenset(
    ["per", "once", "twice", "times", "such", "what", "of", "all", "every", "each", "/"]
)
"""Words before ``an hour`` that make it no length of time: ``twice a day``."""
_LEADING: Final = frozenset(["for", "about", "after", "around", "took", "roughly", "like"])
"""Words before ``hour and a half`` that begin no other amount."""
_NO_HALF: Final = frozenset("大前后上下多一过小每另各")
"""Characters before 半 that make another word of it: 上半年, 一半."""
_PARTICLES: Final = frozenset("的了吧呢啊哦哈嘛呀吗左上整钱到至或还")
"""Characters that may touch an amount from behind and are no part of it; 上 as in 上下."""


def ends_there(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether no word or number touches what ends there."""
    if not is_glued(tokens, stop) or not tokens[stop].has_content:
        return True
    return tokens[stop].text in _PARTICLES


def part_of_unit(tokens: Sequence[Token], at: int, own: Collection[str]) -> Part | None:
    """Return what part of a unit is said there, or that it is one; None where no unit follows."""
    found = _fraction(tokens, at) or _said_part(tokens, at) or _han_half(tokens, at)
    if found is not None:
        unit = unit_at(tokens, found[1], own=own)
        is_unit = unit is not None and not is_money(unit[0]) and unit[0][0].dimension != PLAIN
        return found if is_unit else None
    if is_one_and_more(tokens, at, own):
        return 1.0, at
    return (1.0, at + 1) if _is_one(tokens, at, own) else None


def is_one_and_more(tokens: Sequence[Token], at: int, own: Collection[str]) -> bool:
    """Return whether a unit and a part of it stand there with no article: ``hour and a half``."""
    text = tokens[at].text
    is_word = tokens[at].kind is TokenKind.WORD and len(text) >= _SHORTEST and text[-1] != "s"
    is_open = not at or not tokens[at - 1].has_content or tokens[at - 1].text in _LEADING
    unit = unit_at(tokens, at, own=own) if is_word and is_open else None
    if unit is None or {m.dimension for m in unit[0]}.isdisjoint(_COUNTED & {*own}):
        return False
    return half_after(tokens, unit[1]) is not None


def half_with_count(
    tokens: Sequence[Token], stop: int, own: Collection[str]
) -> tuple[int, tuple[tuple[Measure, ...], int] | None] | None:
    """Return where 个半 ends that adds a half, and the unit after it: 两个半小时, 一个半月.

    None where 半 begins another word: 两个半成品.
    """
    if "".join(token.text for token in tokens[stop : stop + 2]) != "个半":
        return None
    at = stop + 2
    is_month = at < len(tokens) and tokens[at].text == "月" and "span" in own
    unit = (UNITS["个月"], at + 1) if is_month else unit_at(tokens, at, own=own)
    return (at, unit) if unit is not None or ends_there(tokens, at) else None


def _fraction(tokens: Sequence[Token], at: int) -> Part | None:
    texts = [token.text for token in tokens[at : at + 3]]
    if len(texts) < 3 or texts[1] != "/" or is_glued(tokens, at):
        return None
    part = _FRACTIONS.get((texts[0], texts[2]))
    is_joined = is_glued(tokens, at + 1) and is_glued(tokens, at + 2)
    return (part, at + 3) if part and is_joined else None


def _said_part(tokens: Sequence[Token], at: int) -> Part | None:
    """Read ``half``, ``half a``, ``three quarters of an`` before a unit."""
    for words, part in _PARTS.items():
        if tuple(token.text for token in tokens[at : at + len(words)]) == words:
            stop = at + len(words)
            stop += stop < len(tokens) and tokens[stop].text == "of"
            stop += stop < len(tokens) and tokens[stop].text in {*_ARTICLES, "-"}
            return part, stop
    return None


def _han_half(tokens: Sequence[Token], at: int) -> Part | None:
    if tokens[at].text != "半" or (is_glued(tokens, at) and tokens[at - 1].text in _NO_HALF):
        return None
    is_counted = at + 1 < len(tokens) and tokens[at + 1].text == "个"
    is_month = at + 2 < len(tokens) and tokens[at + 2].text == "月"
    return 0.5, at + 1 + (is_counted and not is_month)


def _is_one(tokens: Sequence[Token], at: int, own: Collection[str]) -> bool:
    """Return whether an article counts one unit: ``an hour``, not that of ``5 € an hour``."""
    if tokens[at].text not in {"a", "an"} or at + 1 >= len(tokens):
        return False
    is_word = tokens[at + 1].kind is TokenKind.WORD and len(tokens[at + 1].text) >= _SHORTEST
    unit = unit_at(tokens, at + 1, own=own) if is_word else None
    if unit is None or {m.dimension for m in unit[0]}.isdisjoint(_COUNTED & {*own}):
        return False
    if at and (tokens[at - 1].kind is TokenKind.NUMBER or tokens[at - 1].text in _RATES):
        return False
    is_rate = at and unit_at(tokens, at - 1, own=own) is not None
    after = tokens[unit[1]] if unit[1] < len(tokens) else None
    goes_on = after is not None and after.has_content and after.text not in {"and", "or"}
    return not (is_rate or goes_on)
