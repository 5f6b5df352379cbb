"""Numbers in a sentence, with their sign, magnitude, unit and money."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from core.assistant.reading.figures import Figure
from core.assistant.reading.numbers import figure_at
from core.assistant.reading.surroundings import Lead, lead_at, tail_at
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import PLAIN, Measure, is_money, scaled, unit_at

_RANGE: Final = frozenset({"-", "~", "to", "bis", "and", "or", "到", "至", "或"})
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_IN_PARTS: Final = frozenset({"time", "mass", "length"})
"""What people say in two units at a time: hours and minutes, feet and inches."""
_LOOSE_BELOW: Final = 100
"""A smaller number in words (``one``, ``three``) counts only beside a unit or a field's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as typed, not yet of a field."""

    first: int
    stop: int
    """Its tokens, ``first`` to ``stop`` exclusive."""
    figures: tuple[Figure, ...]
    """One; the two ends of a range; or none for what only looks like a number (``1.2.3``)."""
    measures: tuple[Measure, ...] = ()
    unit_first: int
    """Where its unit or magnitude begins; ``stop`` if it has none."""
    is_worded: bool = False
    is_ordinal: bool = False
    is_altered: bool = False
    """Whether a sign or word beside it changes it in a way that gives no number: ``<5``."""
    may_be_negative: bool = False
    """Whether a dash or brackets around it may be a minus: ``(200)``, ``170-``."""

    @property
    def has_unit(self) -> bool:
        """Whether it says what it measures."""
        return any(measure.dimension != PLAIN for measure in self.measures)

    @property
    def is_loose(self) -> bool:
        """Whether it may well be part of ordinary speech: ``this one``, 二手."""
        is_small = self.is_worded and any(f.likely < _LOOSE_BELOW for f in self.figures[:1])
        return is_small and not self.measures


_ALTERED: Final[dict[str, Any]] = {"figures": (), "is_altered": True}


def quantity_at(
    tokens: Sequence[Token], index: int, *, own: Collection[str], names: Collection[int] = ()
) -> Quantity | None:
    """Return the quantity that begins with this token, or None.

    Args:
        tokens: the sentence.
        index: the token.
        own: the dimensions of the fields' own units, see :func:`units.unit_at`.
        names: the tokens that are the names of fields.
    """
    if tokens[index].text == "between" and index not in names and index + 1 < len(tokens):
        ends = quantity_at(tokens, index + 1, own=own)
        return ends and replace(ends, first=index, **({} if len(ends.figures) > 1 else _ALTERED))
    lead = lead_at(tokens, index, own=own, names=names)
    if lead.at >= len(tokens) or lead.at in names:
        return None
    chain = _chain_stop(tokens, lead.at)
    if chain:
        return Quantity(first=index, stop=chain, figures=(), unit_first=chain)
    one = _one_number(tokens, lead.at, own, lead.money)
    if one is None:
        return None
    one = _with_smaller_part(tokens, one, own)
    if lead.is_negative:
        one = _with_sign(one)
    if not lead.is_opened:
        one = _with_upper_end(tokens, one, own, lead.money)
    return _with_tail(tokens, replace(one, first=index), lead, names)


def _with_tail(
    tokens: Sequence[Token], one: Quantity, lead: Lead, names: Collection[int]
) -> Quantity | None:
    """Return the quantity with what stands around it; None where a bracket holds more than it."""
    if lead.is_opened:
        if one.stop >= len(tokens) or tokens[one.stop].text != ")":
            return None if tokens[one.first].text == "(" else replace(one, **_ALTERED)
        is_remark = one.has_unit and not is_money(one.measures)
        one = replace(one, stop=one.stop + 1, may_be_negative=not (is_remark or lead.is_negative))
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


def _one_number(
    tokens: Sequence[Token], at: int, own: Collection[str], money: tuple[Measure, ...]
) -> Quantity | None:
    found = figure_at(tokens, at)
    if found is None:
        return None
    figure, stop = found
    is_worded = tokens[at].kind is not TokenKind.NUMBER
    if figure is None:
        return Quantity(
            first=at,
            stop=stop,
            figures=(),
            unit_first=stop,
            is_worded=is_worded,
            is_altered=is_worded,
        )
    is_ordinal = stop < len(tokens) and tokens[stop].text in _ORDINALS and is_glued(tokens, stop)
    unit_first = stop = stop + is_ordinal
    measures, stop = _measures_at(tokens, stop, own, money)
    return Quantity(
        first=at,
        stop=stop,
        figures=(figure.thousands if is_money(measures) else figure,),
        measures=measures,
        unit_first=unit_first,
        is_worded=is_worded,
        is_ordinal=is_ordinal,
    )


def _measures_at(
    tokens: Sequence[Token], at: int, own: Collection[str], money: tuple[Measure, ...]
) -> tuple[tuple[Measure, ...], int]:
    """Return magnitude and unit together, and where they end: ``k€``, ``million USD``, 万元."""
    magnitude, stop = 1.0, at
    found = _unit_after(tokens, stop, own)
    if found is None and stop < len(tokens) and tokens[stop].text == "个":  # 两个亿, 两个小时
        found = _unit_after(tokens, stop + 1, own)
    while found is not None and (scale := _scale_of(found, tokens, own, money)):
        magnitude, stop = magnitude * scale, found[1]
        found = _unit_after(tokens, stop, own)
    unit: tuple[Measure, ...] = money
    if found is not None and (not money or is_money(found[0])):
        unit, stop = money or found[0], found[1]
    if not unit and magnitude != 1.0:
        unit = (Measure(PLAIN, 1.0),)
    return tuple(Measure(m.dimension, m.factor * magnitude) for m in unit), stop


def _unit_after(
    tokens: Sequence[Token], at: int, own: Collection[str]
) -> tuple[tuple[Measure, ...], int] | None:
    """Return the unit after a number, unless it is the currency before the next: ``3 € 310``."""
    found = unit_at(tokens, at, own=own)
    if found is None or is_glued(tokens, at) or not is_money(found[0]):
        return found
    if found[1] >= len(tokens) or tokens[found[1]].kind is not TokenKind.NUMBER:
        return found
    next_unit = unit_at(tokens, found[1] + 1, own=own)  # "420 € 90 m²": 90 has its own
    is_of_next = next_unit is None or is_money(next_unit[0]) or next_unit[0][0].dimension == PLAIN
    return None if is_of_next else found


def _scale_of(
    found: tuple[tuple[Measure, ...], int],
    tokens: Sequence[Token],
    own: Collection[str],
    money: tuple[Measure, ...],
) -> float | None:
    """Return the factor if this is a magnitude, as ``m`` is only with money or a unit after it."""
    measures, stop = found
    scales = [measure.factor for measure in measures if measure.dimension == PLAIN]
    if not scales:
        return None
    if len(scales) == len(measures) or money:
        return scales[0]
    after = _unit_after(tokens, stop, own)
    is_counted = after is not None and (is_money(after[0]) or after[0][0].dimension in own)
    return scales[0] if is_counted else None


def _with_smaller_part(tokens: Sequence[Token], large: Quantity, own: Collection[str]) -> Quantity:
    """Return ``1 h 56 min``, ``1 kg 200 g`` as one quantity, in the larger unit; else it alone."""
    at = large.stop
    if not large.figures or at >= len(tokens) or tokens[at].kind is not TokenKind.NUMBER:
        return large
    small = _one_number(tokens, at, own, ())
    if small is None or not small.figures:
        return large
    for measure in large.measures:
        factors = [m.factor for m in small.measures if m.dimension == measure.dimension]
        if measure.dimension in _IN_PARTS and factors and factors[0] < measure.factor:
            part = scaled(small.figures[0].likely, factors[0] / measure.factor)
            total = large.figures[0].likely + part
            figures = (Figure((total,), total),)
            return replace(large, stop=small.stop, figures=figures, measures=(measure,))
    return large


def _with_sign(quantity: Quantity) -> Quantity:
    return replace(quantity, figures=tuple(figure.negative for figure in quantity.figures))


def _with_upper_end(
    tokens: Sequence[Token], low: Quantity, own: Collection[str], money: tuple[Measure, ...]
) -> Quantity:
    """Return the range ``3-4``, ``80 to 90 m²`` where one stands there, else the number itself."""
    at = low.stop
    if at + 1 >= len(tokens) or tokens[at].text not in _RANGE or not low.figures:
        return low
    if tokens[at].text == "and" and (low.first < 1 or tokens[low.first - 1].text != "between"):
        return low
    if tokens[at].text == "-" and is_glued(tokens, at) != is_glued(tokens, at + 1):
        return low  # "3 -4" are two numbers
    minus = tokens[at + 1].text == "-" and is_glued(tokens, at + 2)
    high = _one_number(tokens, at + 1 + minus, own, money) if at + 1 + minus < len(tokens) else None
    if high is None or not high.figures or low.measures not in {(), high.measures}:
        return low
    high = _with_sign(high) if minus else high
    if high.figures[0].likely == low.figures[0].likely:
        return replace(high, first=low.first, **_ALTERED)
    figures = (*low.figures, *high.figures)
    return replace(high, first=low.first, figures=figures, is_worded=low.is_worded)
