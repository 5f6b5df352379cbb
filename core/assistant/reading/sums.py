"""Truths that are counted from two amounts: ``an hour less 10``, ``45 + 5``, 三十减五."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.measures import PLAIN, Measure
from core.assistant.reading.number_words import number_words_at
from core.assistant.reading.quantities import quantities_in, quantity_at
from core.assistant.reading.signed_parts import HOUR, MINUTE, SIXTY, sure
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import scaled

_LESS: Final = frozenset(["less", "minus", "减", "少"])
_MORE: Final = frozenset(["plus", "+", "加"])
_ARTICLES: Final = frozenset(["a", "an"])
_HAN_JOINTS: Final = frozenset("减加少")
_PERCENT: Final = "%"
_LONGEST: Final = 12
"""The most tokens of one amount."""
_PART: Final = ""
"""What joins a number to the hours right before it: ``1 hour 5``."""


def said_amounts(tokens: Sequence[Token], *, own: Collection[str]) -> list[Quantity]:
    """Return the quantities of a text that says a truth, a sum of two as the one that it makes.

    A sum that cannot be told exactly is an altered quantity, and never one of its parts.
    """
    found = quantities_in(tokens, own=own)
    for at in range(1, len(tokens)):
        total = _sum_at(tokens, at, own)
        if total is not None:
            kept = [q for q in found if q.stop <= total.first or q.first >= total.stop]
            return sorted([*kept, total], key=lambda quantity: quantity.first)
    return found


def says_sum(tokens: Sequence[Token], *, own: Collection[str]) -> bool:
    """Return whether a text says two amounts of which one is to be counted."""
    return any(_sum_at(tokens, at, own) is not None for at in range(1, len(tokens)))


def _sum_at(tokens: Sequence[Token], at: int, own: Collection[str]) -> Quantity | None:
    """Return what two amounts make that are joined there; None where they are not."""
    text = tokens[at].text
    is_joint = text in _LESS or text in _MORE
    if not (is_joint or (_may_end_sum(tokens, at) and _begins_number(tokens, at))):
        return None
    left = _left_of(tokens, at, own)
    if left is None or (left.is_loose and text not in _HAN_JOINTS):
        return None
    joint = text if is_joint else _PART
    right = _right_of(tokens, at + is_joint, own)
    if right is None:
        return None
    if is_joint or _is_part(tokens, left, right):
        return _made(left, right, joint)
    # Of "a kilo 5" nothing else knows that an amount stands before the number.
    return _altered(left, right) if tokens[left.first].text in _ARTICLES else None


def _left_of(tokens: Sequence[Token], at: int, own: Collection[str]) -> Quantity | None:
    skipped = max(0, at - _LONGEST)
    found = quantities_in(tokens[skipped:at], own=own)
    if not found or found[-1].stop + skipped != at or len(found[-1].figures) != 1:
        return None
    return replace(found[-1], first=found[-1].first + skipped)


def _right_of(tokens: Sequence[Token], at: int, own: Collection[str]) -> Quantity | None:
    right = quantity_at(tokens, at, own=own) if at < len(tokens) else None
    return right if right is not None and len(right.figures) == 1 else None


def _may_end_sum(tokens: Sequence[Token], at: int) -> bool:
    """Return whether an amount that nothing joins may belong to the one before: ``a kilo 5``."""
    is_last = len(tokens) - at <= _LONGEST
    return is_last or any(t.text in _ARTICLES for t in tokens[max(0, at - _LONGEST) : at])


def _begins_number(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number follows words there: ``an hour 5``, ``an hour ten``."""
    if not tokens[at - 1].has_content or is_glued(tokens, at):
        return False
    return tokens[at].kind is TokenKind.NUMBER or number_words_at(tokens, at) is not None


def _is_part(tokens: Sequence[Token], left: Quantity, right: Quantity) -> bool:
    """Return whether minutes end the text, or a smaller unit, behind hours: ``an hour 5``."""
    number = right.figures[0].likely
    if left.parts > 1 or right.stop < len(tokens) or number >= SIXTY:
        return False
    if not right.measures:
        return HOUR in left.measures and number.is_integer()
    return HOUR in left.measures and MINUTE in right.measures


def _made(left: Quantity, right: Quantity, joint: str) -> Quantity:
    """Return the quantity that two make; altered where their units leave it open."""
    whole = replace(right, first=left.first, parts=1, largest=None, is_worded=False)
    one, two = left.figures[0].likely, right.figures[0].likely
    if _PERCENT in {m.dimension for m in right.measures}:
        by, unit = one * two / 100, left.measures
    else:
        units = _in_one_unit(left, right, joint)
        if units is None:
            return _altered(left, right)
        one, by, unit = (scaled(one, units[0]), scaled(two, units[1]), units[2])
    total = float(f"{one - by if joint in _LESS else one + by:.12g}")
    if total < 0 or (joint in _LESS and not total):
        return _altered(left, right)
    return replace(whole, figures=(sure(total),), measures=unit, may_be_negative=False)


def _altered(left: Quantity, right: Quantity) -> Quantity:
    """Return that two amounts make none that can be told exactly."""
    return replace(right, first=left.first, figures=(), is_altered=True)


def _in_one_unit(
    left: Quantity, right: Quantity, joint: str
) -> tuple[float, float, tuple[Measure, ...]] | None:
    """Return what two numbers are multiplied by to be in one unit, and that unit."""
    if not left.measures or left.measures == right.measures:
        return 1.0, 1.0, right.measures
    if not right.measures:
        return _bare_in(left, right.figures[0].likely, joint)
    pairs = [
        (mine, theirs)
        for mine in left.measures
        for theirs in right.measures
        if mine.dimension == theirs.dimension and not (mine.shift or theirs.shift)
    ]
    if len(pairs) != 1:
        return None
    [(mine, theirs)] = pairs
    small = min(mine, theirs, key=lambda measure: measure.factor)
    return mine.factor / small.factor, theirs.factor / small.factor, (small,)


def _bare_in(
    left: Quantity, number: float, joint: str
) -> tuple[float, float, tuple[Measure, ...]] | None:
    """Return the same for a number without a unit: 10 of ``an hour less 10`` are minutes."""
    if HOUR in left.measures:
        is_minutes = joint == _PART or number > left.figures[0].likely
        return (float(SIXTY), 1.0, (MINUTE,)) if is_minutes and number < SIXTY else None
    is_scale = any(m.dimension == PLAIN and m.factor != 1 for m in left.measures)
    return None if is_scale else (1.0, 1.0, left.measures)
