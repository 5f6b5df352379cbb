"""One number in a sentence with its magnitude and its unit: ``420k €``, 两个半小时."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.assistant.reading.figures import Figure
from core.assistant.reading.halves import half_with_count, part_of_unit
from core.assistant.reading.han_numbers import either_han
from core.assistant.reading.measures import PLAIN, Measure
from core.assistant.reading.numbers import figure_at
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import is_money, unit_at

_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_POUNDS: Final = frozenset({"lb", "lbs", "pound", "pounds"})
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
    is_bracketed: bool = False
    """Whether it is in brackets, which may be a minus whatever the history holds: ``(200)``."""
    parts: int = 1
    """In how many units it is said: two of ``2h30``."""
    largest: Measure | None = None
    """The unit of its first part, where that is another than the one it is added up in."""
    is_clock: bool = False
    """Whether it is hours and minutes or minutes and seconds: ``1:20``."""

    @property
    def has_unit(self) -> bool:
        """Whether it says what it measures."""
        return any(measure.dimension != PLAIN for measure in self.measures)

    @property
    def is_loose(self) -> bool:
        """Whether it may well be part of ordinary speech: ``this one``, 二手."""
        is_small = self.is_worded and any(f.likely < _LOOSE_BELOW for f in self.figures[:1])
        return is_small and not self.measures


def one_number(
    tokens: Sequence[Token], at: int, own: Collection[str], money: tuple[Measure, ...]
) -> Quantity | None:
    """Return the number that stands there with its unit, or with the money said before it."""
    part = part_of_unit(tokens, at, own)
    found = figure_at(tokens, at) if part is None else (Figure((part[0],), part[0]), part[1])
    if found is None:
        return None
    figure, stop = found
    is_worded = tokens[at].kind is not TokenKind.NUMBER
    either = _either(tokens, at, stop) if figure is None else ()
    if either:
        measures, end = _measures_at(tokens, stop, own, money)
        return Quantity(
            first=at, stop=end, figures=either, measures=measures, unit_first=stop, is_worded=True
        )
    if figure is None:
        return Quantity(
            first=at,
            stop=stop,
            figures=(),
            unit_first=stop,
            is_worded=is_worded,
            is_altered=is_worded,
        )
    is_ordinal = _is_ordinal(tokens, stop, own)
    unit_first = stop = stop + is_ordinal
    half = half_with_count(tokens, stop, own) if len(figure.readings) == 1 else None
    if half is not None:
        figure, stop = Figure((figure.likely + 0.5,), figure.likely + 0.5), half[0]
        unit_first = stop
    measures, stop = _measures_at(tokens, stop, own, money)
    if half is not None and half[1] is not None and not measures:
        measures, stop = half[1]
    return Quantity(
        first=at,
        stop=stop,
        figures=(figure.thousands if is_money(measures) else figure,),
        measures=measures,
        unit_first=unit_first,
        is_worded=is_worded,
        is_ordinal=is_ordinal,
    )


def _either(tokens: Sequence[Token], at: int, stop: int) -> tuple[Figure, ...]:
    """Return the two numbers that two Chinese numerals in a row may mean: 两三斤, 三四百."""
    numbers = either_han([token.text for token in tokens[at:stop]])
    return tuple(Figure((number,), number) for number in numbers)


def _is_ordinal(tokens: Sequence[Token], stop: int, own: Collection[str]) -> bool:
    """Return whether the number that ends there is one of a row: ``3rd``, yet not ``8st 2lb``."""
    if stop >= len(tokens) or tokens[stop].text not in _ORDINALS or not is_glued(tokens, stop):
        return False
    if tokens[stop].text != "st" or "mass" not in own:
        return True
    is_first = tokens[stop - 1].text.endswith("1") and not tokens[stop - 1].text.endswith("11")
    is_parted = stop + 2 < len(tokens) and tokens[stop + 2].text in _POUNDS
    return is_first and not is_parted


def _measures_at(
    tokens: Sequence[Token], at: int, own: Collection[str], money: tuple[Measure, ...]
) -> tuple[tuple[Measure, ...], int]:
    """Return magnitude and unit together, and where they end: ``k€``, ``million USD``, 万元."""
    magnitude, stop = 1.0, at
    is_counted = stop < len(tokens) and tokens[stop].text == "个"
    behind = _unit_after(tokens, stop + 1, own) if is_counted else None
    # 两个亿, 两个小时; 7个人 are persons also where another field counts in 个
    found = behind or _unit_after(tokens, stop, own)
    while found is not None and (scale := _scale_of(found, tokens, own, money)):
        magnitude, stop = magnitude * scale, found[1]
        found = _unit_after(tokens, stop, own)
    unit: tuple[Measure, ...] = money
    is_same = found is not None and not {*money}.isdisjoint(found[0])
    if found is not None and (not money or is_same or is_money(found[0])):
        unit, stop = money or found[0], found[1]
    if not unit and magnitude != 1.0:
        unit = (Measure(PLAIN, 1.0),)
    return tuple(replace(m, factor=m.factor * magnitude) for m in unit), stop


def _unit_after(
    tokens: Sequence[Token], at: int, own: Collection[str]
) -> tuple[tuple[Measure, ...], int] | None:
    """Return the unit after a number, unless it is the currency before the next: ``3 € 310``."""
    found = unit_at(tokens, at, own=own) or _in_brackets(tokens, at, own)
    if found is None or is_glued(tokens, at) or not is_money(found[0]):
        return found
    if found[1] >= len(tokens) or tokens[found[1]].kind is not TokenKind.NUMBER:
        return found
    next_unit = unit_at(tokens, found[1] + 1, own=own)  # "420 € 90 m²": 90 has its own
    is_of_next = next_unit is None or is_money(next_unit[0]) or next_unit[0][0].dimension == PLAIN
    return None if is_of_next else found


def _in_brackets(
    tokens: Sequence[Token], at: int, own: Collection[str]
) -> tuple[tuple[Measure, ...], int] | None:
    """Return the unit that brackets hold, and where they end: ``5 (lb)``."""
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return None
    unit = unit_at(tokens, at + 1, own=own)
    is_closed = unit is not None and unit[1] < len(tokens) and tokens[unit[1]].text == ")"
    return (unit[0], unit[1] + 1) if unit is not None and is_closed else None


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
