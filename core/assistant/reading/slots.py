"""Slots: what a sentence can fill, be it a field or the target, and how a number fits one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.figures import Figure
from core.assistant.reading.measures import DOLLARS, MONEY, UNITS, Measure
from core.assistant.reading.records import Known
from core.assistant.reading.units import (
    MINUTES,
    MONTHS,
    Conversion,
    conversions_to,
    is_measure,
    is_money,
    own_measures,
    unit_in_name,
)
from core.domain.fields import NAMED_KINDS, Field, FieldKind, Value
from core.domain.identity import FieldKey
from core.domain.task import Target, Task

_HOUR: Final = Measure("time", 3600.0)
_MINUTE: Final = Measure("time", 60.0)
_YEAR: Final = UNITS["years"][0]
_STRETCH: Final = 5.0
"""How many times beyond the task's history a number still looks like one of it."""
_STRETCH_OF_YEARS: Final = 2.0
"""The same for a number that may be a year, which is rather something else."""
_FAR: Final = 10_000
"""How many times smaller a unit is than a field's own, and is not said of it without its name."""
_CLOCKS: Final = frozenset(("o'clock", "oclock", "点", "点钟", "點", "點鐘", "时", "時"))
"""Units of times of the day."""
_CLOCK_NAMES: Final = re.compile(r"\bhour(?: of (?:the )?day)?$|时刻$|钟点$|点钟$", re.IGNORECASE)
"""Names of such fields: ``departure hour``, not ``hours``."""
_DAY_ENDS: Final = 24.0
"""Hours."""
_YEARS: Final = range(1950, 2101)
"""Bare numbers that are rather years than counts."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slot:
    """A field or the target, with what the task has seen of it."""

    key: FieldKey | None
    """None for the target."""
    owner: Field | Target
    kind: FieldKind
    name: str
    unit: str | None = None
    options: tuple[str, ...] = ()
    """The only categories allowed, where there are any."""
    seen: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    """The smallest and the largest number seen."""
    is_whole: bool = False
    """Whether all numbers seen are whole."""
    is_past: bool = False
    """Whether its days have passed, as those of a lesson have, whose outcome is known."""

    @property
    def holds_item(self) -> bool:
        """Whether it names what is rated."""
        return isinstance(self.owner, Field) and self.owner.kind is FieldKind.ITEM

    @property
    def is_hour_of_day(self) -> bool:
        """Whether its numbers are hours of a day, by its unit or its name."""
        if (self.unit or "").casefold() in _CLOCKS:
            return True
        is_in_hours = self.unit is None or own_measures(self.unit) == (_HOUR,)
        return is_in_hours and _CLOCK_NAMES.search(self.name) is not None

    def check(self, value: Value) -> Value:
        """Return the value as it is stored.

        Raises:
            InvalidValue: it does not fit.
        """
        return self.owner.check(value)

    def looks_usual(self, number: float, *, stretch: float = _STRETCH) -> bool:
        """Return whether the number is near what the task has seen; any is, of a new task."""
        if self.low is None or self.high is None:
            return True
        if self.is_whole and not float(number).is_integer():
            return False
        if self.low > 0:
            return self.low / stretch <= number <= self.high * stretch
        margin = max(self.high - self.low, abs(self.low), abs(self.high))
        return self.low - margin <= number <= self.high + margin


def _are_whole(numbers: Sequence[float]) -> bool:
    return bool(numbers) and all(float(number).is_integer() for number in numbers)


def slot_of_field(field: Field, known: Known) -> Slot:
    """Return the slot that a field is."""
    numbers = known.numbers.get(field.key, ())
    is_number = field.kind is FieldKind.NUMBER
    return Slot(
        key=field.key,
        owner=field,
        kind=FieldKind.CATEGORY if field.kind in NAMED_KINDS else field.kind,
        name=field.name,
        unit=field.unit or (unit_in_name(field.name) if is_number else None),
        options=field.options,
        seen=field.options or tuple(known.categories.get(field.key, ())),
        low=min(numbers, default=None),
        high=max(numbers, default=None),
        is_whole=_are_whole(numbers) and not (field.unit and is_measure(field.unit)),
    )


def slot_of_target(target: Target, known: Known) -> Slot:
    """Return the slot that a target is."""
    seen = target.scale.ratings if target.scale else known.targets
    is_number = target.kind.is_number
    return Slot(
        key=None,
        owner=target,
        kind=FieldKind.NUMBER if is_number else FieldKind.CATEGORY,
        name=target.name,
        unit=target.unit,
        options=target.labels,
        seen=target.labels or tuple(known.labels),
        low=min(seen, default=None),
        high=max(seen, default=None),
        is_whole=_are_whole(seen),
    )


def slots_of(task: Task, known: Known, *, is_past: bool = False) -> tuple[Slot, ...]:
    """Return the task's fields as slots, in order; who rates is never typed, so it is none.

    Args:
        task: whose fields.
        known: what the task has seen.
        is_past: whether days without a year, and mere weekdays, are those that have passed.
    """
    fields = [field for field in task.fields if field.kind is not FieldKind.MEMBER]
    return tuple(replace(slot_of_field(field, known), is_past=is_past) for field in fields)


def own_dimensions(slots: Sequence[Slot]) -> frozenset[str]:
    """Return what the slots' units measure, those outside the white list included."""
    units = [(slot.key, own_measures(slot.unit)) for slot in slots if slot.unit]
    own = {measure.dimension for _, measures in units for measure in measures}
    own |= {MINUTES for key, measures in units if key is None and measures == (_MINUTE,)}
    return frozenset(own | {MONTHS for _, measures in units if measures == UNITS["个月"]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The numbers that a quantity can be in a slot's unit."""

    readings: tuple[float, ...]
    likely: float | None = None
    """The one to take where the history does not decide; None means to ask."""


def candidates_for(quantity: Quantity, slot: Slot) -> Candidates | None:
    """Return what the quantity can mean in this slot, or None where it does not fit."""
    if quantity.is_ordinal and slot.unit and own_measures(slot.unit)[0].dimension == "mass":
        return None  # "21st" may be so many stones
    found = _candidates_for(quantity, slot)
    if found is None or not (slot.kind is FieldKind.NUMBER and slot.is_hour_of_day):
        return found
    readings = tuple(hour for hour in found.readings if 0 <= hour <= _DAY_ENDS)
    return replace(found, readings=readings) if readings else None


def _candidates_for(quantity: Quantity, slot: Slot) -> Candidates | None:
    ways = conversions_to(quantity.measures, slot.unit)
    if slot.unit is None and quantity.largest is not None:  # "2h30": 2.5, or 150?
        summed = quantity.measures[0]
        ways = (Conversion(summed.factor / quantity.largest.factor), *ways)
    if quantity.is_clock and not is_unit_of(quantity, slot):
        return None
    if _is_bare_year(quantity) and slot.unit and own_measures(slot.unit)[0] == _YEAR:
        return None  # a bike of 2012 is not 2,012 years old
    if not quantity.figures or not ways or slot.kind is not FieldKind.NUMBER:
        return None
    if len(quantity.figures) > 1:  # a range is no value: ask for one of its ends
        ends = tuple(ways[0].of(figure.likely) for figure in quantity.figures)
        return Candidates(readings=ends)
    figure = quantity.figures[0]
    if quantity.may_be_negative:  # "(200)" or the dash of a list
        negative = figure.negative if figure.likely > 0 else figure
        readings = (*negative.readings, *(-reading for reading in negative.readings))
        return Candidates(readings=tuple(way.of(r) for way in ways for r in readings))
    if not figure.is_sure and slot.unit and is_money(own_measures(slot.unit)):
        figure = replace(figure, likely=figure.readings[-1], is_sure=True)
    if quantity.is_clock and slot.unit and own_measures(slot.unit) == (_HOUR,):
        figure = Figure(figure.readings[:1], figure.readings[0])
    readings = tuple(dict.fromkeys(way.of(r) for way in ways for r in figure.readings))
    is_one = len(ways) == 1 or len(readings) == 1  # 0 is 0 in any unit
    is_told = not (_is_any_money(quantity, slot) or _is_part_of_day(quantity, slot))
    is_sure = figure.is_sure and is_one and is_told
    return Candidates(readings=readings, likely=ways[0].of(figure.likely) if is_sure else None)


def _is_any_money(quantity: Quantity, slot: Slot) -> bool:
    """Return whether a word for money is said that may be of another currency: bucks beside €."""
    own = {m.dimension for m in own_measures(slot.unit)} if slot.unit else DOLLARS
    return {m.dimension for m in quantity.measures} >= MONEY and own.isdisjoint(DOLLARS)


def _is_part_of_day(quantity: Quantity, slot: Slot) -> bool:
    """Return whether a part of a day is said of what lasts hours: half a day is rarely 12."""
    is_part = 0 < quantity.figures[0].likely < 1
    is_of_hours = any(own.dimension == _HOUR.dimension for own in own_measures(slot.unit or ""))
    return is_part and is_of_hours and any(m.dimension == "span" for m in quantity.measures)


def settled(quantity: Quantity, slot: Slot) -> float | tuple[float, ...] | None:
    """Return the number meant, the readings to choose from, or None where none fits the slot."""
    found = candidates_for(quantity, slot)
    if found is None:
        return None
    if len(quantity.figures) > 1 or quantity.is_bracketed:
        return found.readings
    if len(found.readings) == 1:
        return found.readings[0] if found.likely is not None else found.readings
    usual = tuple(r for r in found.readings if slot.looks_usual(r)) or found.readings
    if len(usual) == 1:
        is_part = quantity.figures[0].is_part(found.readings.index(usual[0]))
        return found.readings if is_part else usual[0]
    return found.likely if found.likely in usual else usual


def is_unit_of(quantity: Quantity, slot: Slot) -> bool:
    """Return whether the number says that it is in this slot's unit: ``90 m²``."""
    if slot.unit is None or slot.kind is not FieldKind.NUMBER or not quantity.has_unit:
        return False
    own = {measure.dimension for measure in own_measures(slot.unit)}
    return any(measure.dimension in own for measure in quantity.measures)


def is_far_smaller(quantity: Quantity, slot: Slot) -> bool:
    """Return whether nobody gives what the slot asks for in so small a unit: km in inches."""
    own = own_measures(slot.unit) if slot.unit else ()
    return any(
        m.dimension == o.dimension and m.factor * _FAR < o.factor
        for m in quantity.measures
        for o in own
    )


def usual_in(quantity: Quantity, slot: Slot) -> bool:
    """Return whether one of the quantity's readings is near what the slot has seen."""
    found = candidates_for(quantity, slot)
    if found is None:
        return False
    if _is_bare_year(quantity):
        return any(slot.looks_usual(r, stretch=_STRETCH_OF_YEARS) for r in found.readings)
    return any(slot.looks_usual(r) for r in found.readings)


def _is_bare_year(quantity: Quantity) -> bool:
    """Return whether the number may be the number of a year: 2012."""
    is_one = len(quantity.figures) == 1 and not quantity.measures and not quantity.is_worded
    return is_one and quantity.figures[0].likely in _YEARS


_ABOUT_AS_LARGE: Final = 10.0
"""How many times as large a unit may be as another that it stands for: miles for km."""


def rather_nearest_unit(quantity: Quantity, slots: list[Slot]) -> list[Slot]:
    """Return the slots in the very unit that was said, else where it is usual or nearly as large.

    With a field in km and one in m, 42 km are of the first, 400 feet of the second. A finer unit
    than a field's own may stand for it, so that 12000 m are of none; a coarser one does not.
    """
    said = {quantity.largest} if quantity.largest else {*quantity.measures}
    same = [s for s in slots if s.unit and said & {*own_measures(s.unit)}]
    usual = [s for s in slots if usual_in(quantity, s)]
    if len(same) == 1 and not {*usual} - {*same}:
        return same
    if same and usual and not {*usual} & {*same}:
        owns = [own for slot in usual for own in own_measures(slot.unit or "")]
        is_finer = any(one.factor < own.factor for one in said for own in owns)
        return [] if is_finer else same
    usual = [s for s in usual if s in (same or slots)]
    near = [s for s in same or slots if _is_nearly_as_large(said, s)]
    return usual or near


def _is_nearly_as_large(said: Collection[Measure], slot: Slot) -> bool:
    """Return whether a field's unit is of about the size of one that was said."""
    own = own_measures(slot.unit or "")
    ratios = [one.factor / two.factor for one in said for two in own if two.factor]
    return any(1 / _ABOUT_AS_LARGE < ratio < _ABOUT_AS_LARGE for ratio in ratios)
