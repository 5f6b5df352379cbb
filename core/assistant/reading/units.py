"""The unit that stands in a sentence, and what converts it to a field's own."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final

from core.assistant.reading.measures import MONEY, PLAIN, UNITS, Measure
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.reading.tokens import Token, TokenKind, fold, is_glued

_ONLY_OWN: Final = frozenset({"span", "volume", "speed", "temperature", "voltage"})
"""What is a unit only beside a field in such a one: elsewhere days are dates, and c a letter."""
MINUTES: Final = "minutes"
"""What is the own measure beside "time" of a target in minutes, for which 分 is no point."""
MONTHS: Final = "months"
"""What is the own measure beside "span" of a field in months, for which 月 is no date."""
CENTS: Final = "cents"
"""What is the own measure beside "CNY" where 分 stands behind 块 or 毛 and is no point."""
_NEEDED: Final = {
    **{("length", word): "length" for word in ("里", "尺", "寸")},
    **{("CNY", word): "CNY" for word in ("毛", "毛钱", "角")},
    ("%", "成新"): "%",
    ("mass", "两"): "mass",
    **{("mass", word): "mass" for word in ("st", "stone", "stones")},
    ("time", "刻"): "time",
    ("time", "分"): MINUTES,
    ("span", "月"): MONTHS,
    ("CNY", "分"): CENTS,
    ("CNY", "分钱"): "CNY",
}
"""Words that mean something else, too, and what must be an own measure to make them units."""
_NO_SCALE: Final = frozenset({"time", "span", "temperature", "%"})
"""What nobody counts in thousands: in ``k min`` the first is a name."""
_KIN: Final = frozenset({"time", "span"})
"""What lasts hours and what lasts days: one is converted to the other where it must be that."""
_WEEK: Final = 7 * 86_400.0
"""Seconds of the longest span that is said of what lasts hours."""
_GLUED: Final = {"in": "inch", "y": "year"}
"""Short words that are units only where they touch the number, and some field is in such ones."""
_LONGEST: Final = 4
"""The most tokens that a unit has: ``kg/m²`` has three."""


def unit_key(unit: str) -> str:
    """Return the form under which a unit is looked up."""
    return " ".join(fold(unit).split())


_NUMBER_OF: Final = "数"
"""What ends the name of a count in Chinese: 人数 is in 人, 天数 in 天."""
_TIMES: Final = frozenset(
    {"time", "duration", "runtime", "length", "delay", "wait", "ride", "trip"}
)
"""Ends of the names of what lasts."""
_NO_UNITS: Final = frozenset({"min", "year", "month", "week", "day", "hour", "minute", "second"})
"""Names of fields that are the smallest of something, or parts of a date or a time."""


def unit_counted(name: str) -> str | None:
    """Return what a Chinese name says that its field counts: 人 of 人数; None for another."""
    key = unit_key(name)
    is_count = key.endswith(_NUMBER_OF) and len(key) in (2, 3)
    return key.removesuffix(_NUMBER_OF) if is_count else None


_WITH_UNIT: Final = re.compile(r"[\u4e00-\u9fff]+[(（]?(?P<unit>[a-z]{1,4}|℃)[)）]?")
"""A Chinese name that ends with its unit: 直径cm."""


def _unit_at_end(name: str) -> str | None:
    """Return the unit of a measure that a Chinese name ends with: cm of 直径cm."""
    found = _WITH_UNIT.fullmatch(unit_key(name))
    measures = UNITS.get(found["unit"], ()) if found else ()
    is_unit = bool(measures) and all(m.dimension != PLAIN for m in measures)
    return found["unit"] if found and is_unit else None


def unit_in_name(name: str) -> str | None:
    """Return the unit that a number field's name tells: 人 of 人数, cm of 直径cm, g of ``w_g``."""
    return unit_counted(name) or _unit_at_end(name) or _unit_of_heading(name)


def _unit_of_heading(name: str) -> str | None:
    """Return the unit with which a name ends that is written as a heading: ``body_mass_g``.

    ``min`` is one only of a time, for it is rather the smallest of something.
    """
    before, _, end = unit_key(name).rpartition("_")
    if end == "min":
        return end if before.rpartition("_")[2] in _TIMES else None
    is_unit = any(measure.dimension != PLAIN for measure in UNITS.get(end, ()))
    return end if before and is_unit and end not in _NO_UNITS else None


def unit_named(name: str) -> str | None:
    """Return the unit that a field's name is, so that ``68 km`` is its value; None for another.

    A single letter is too little.
    """
    key = unit_key(name)
    if counted := unit_counted(name):
        return counted
    is_unit = any(measure.dimension != PLAIN for measure in UNITS.get(key, ()))
    return key if is_unit and len(key) > 1 and key not in _NO_UNITS else None


def own_measures(unit: str) -> tuple[Measure, ...]:
    """Return what a field's unit measures: one dimension, or the currencies a sign stands for."""
    key = unit_key(unit)
    found = tuple(m for m in UNITS.get(key, ()) if m.dimension != PLAIN)
    if found:
        return found if found[0].dimension in MONEY else found[:1]
    return _scaled_measures(key) or (Measure(_own_dimension(key), 1.0),)


def _scaled_measures(key: str) -> tuple[Measure, ...]:
    """Return what thousands or millions of a unit measure: ``k€``, ``$bn``, 万元, ``m tonnes``."""
    for split in range(len(key) - 1, 0, -1):
        left, right = key[:split].rstrip(" ."), key[split:].lstrip()
        for scale, unit in ((left, right), (right, left)):
            factor = next((m.factor for m in UNITS.get(scale, ()) if m.dimension == PLAIN), None)
            found = [m for m in UNITS.get(unit, ()) if m.dimension != PLAIN]
            money = [m for m in found if m.dimension in MONEY]
            is_apart = " " in key[split - 1 : split + 1]
            if factor and money and (scale == left or is_apart or not unit[0].isalpha()):
                return tuple(Measure(m.dimension, factor) for m in money)
            is_before = scale == left and is_apart
            if factor and found and is_before and found[0].dimension not in _NO_SCALE:
                return (Measure(found[0].dimension, factor * found[0].factor),)
    return ()


_COUNT: Final = "unit "
"""What the dimension of a unit begins with that is none of the known."""


def _own_dimension(key: str) -> str:
    return f"{_COUNT}{key.removesuffix('s')}"


def is_measure(unit: str) -> bool:
    """Return whether a unit measures something, rather than counting persons or things."""
    return not own_measures(unit)[0].dimension.startswith(_COUNT)


def is_money_unit(unit: str) -> bool:
    """Return whether a unit is one of money."""
    return is_money(own_measures(unit))


def is_money(measures: Collection[Measure]) -> bool:
    """Return whether a sum of money is meant."""
    return any(measure.dimension in MONEY for measure in measures)


def unit_at(
    tokens: Sequence[Token], index: int, *, own: Collection[str]
) -> tuple[tuple[Measure, ...], int] | None:
    """Return the measures of the unit that stands there and where it ends; the longest wins.

    Args:
        tokens: the sentence.
        index: where the unit would begin; a hyphen may come first, as in ``90-sqm``.
        own: the dimensions of units that are a field's own and not in the white list.
    """
    if index + 1 < len(tokens) and tokens[index].text == "-" and is_glued(tokens, index):
        index += 1
    near = tokens[index : index + _LONGEST]
    joined = tuple(accumulate(_spaced(tokens, at) for at in range(index, index + len(near))))
    for length in range(len(near), 0, -1):
        if any(token.kind is TokenKind.BREAK for token in near[:length]):
            continue
        key = joined[length - 1].strip()
        measures = () if _is_in_name(tokens, index, key) else UNITS.get(key, ())
        measures = tuple(m for m in measures if _is_meant(m, key, own))
        if _own_dimension(key) in own:
            measures = (Measure(_own_dimension(key), 1.0), *measures)
        if measures:
            return measures, index + length
    # "0.25 in" ends there; "90 in Berlin" goes on.
    is_last = index + 1 >= len(tokens) or not tokens[index + 1].has_content
    word = tokens[index].text if index < len(tokens) else ""
    short = _GLUED.get(word) if is_glued(tokens, index) or (is_last and word == "in") else None
    return (UNITS[short], index + 1) if short and UNITS[short][0].dimension in own else None


def _is_in_name(tokens: Sequence[Token], index: int, key: str) -> bool:
    """Return whether ``st`` begins a name there: ``12 st john's road``."""
    if key != "st" or is_glued(tokens, index) or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    return after.kind is TokenKind.WORD and after.text not in STOP_WORDS


def _is_meant(measure: Measure, key: str, own: Collection[str]) -> bool:
    """Return whether a word is that unit beside fields in such units."""
    needed = _NEEDED.get((measure.dimension, key))
    if needed is None and measure.dimension == "span" and "time" in own:
        return "span" in own or measure.factor <= _WEEK
    if key == "w" and measure.dimension == PLAIN:  # 1.2w yuan; "7w" may be weeks
        return "CNY" in own or MONEY.isdisjoint(own)
    if needed is None and measure.dimension in _ONLY_OWN:
        needed = measure.dimension
    return needed is None or needed in own


def _spaced(tokens: Sequence[Token], index: int) -> str:
    # "90 m in Berlin" is not 90 min.
    return tokens[index].text if is_glued(tokens, index) else f" {tokens[index].text}"


@dataclass(frozen=True, slots=True)
class Conversion:
    """What makes the number of one unit that of another."""

    factor: float
    shift: float = 0.0

    def of(self, number: float) -> float:
        """Return the number in the other unit, as people calculate it."""
        product = scaled(number, self.factor)
        return round(product + self.shift, _PLACES) if self.shift else product


_PLACES: Final = 9
"""Digits after the point of a sum, so that 32 °F are 0 °C, which no fraction of 9 holds exactly."""
AS_IS: Final = Conversion(1.0)
"""What changes nothing."""


def conversions_to(measures: Sequence[Measure], unit: str | None) -> tuple[Conversion, ...]:
    """Return what a typed number may be converted by to be in a field's unit.

    Several mean that the unit is ambiguous (``5m`` where no unit is known); none means that it
    does not fit (kilograms in a field of metres).
    """
    if not measures:
        return (AS_IS,)
    if unit is None:
        found = [Conversion(factor) for measure in measures for factor in _unitless(measure)]
    else:
        own = own_measures(unit)
        is_own_scale = own[0].dimension == "temperature" and own[0] in measures
        typed = own if is_own_scale else measures  # "8 degrees" are on the scale of the field
        found = [c for m in typed for o in own if (c := conversion(m, o))]
        found = found or [Conversion(factor) for factor in _magnitudes(measures, own[0])]
    return tuple(dict.fromkeys(found))


def conversion(typed: Measure, own: Measure) -> Conversion | None:
    """Return what converts one unit to another; None where they measure different things."""
    if not is_same_kind(typed, own):
        return None
    return Conversion(typed.factor / own.factor, (typed.shift - own.shift) / own.factor)


def is_same_kind(one: Measure, other: Measure) -> bool:
    """Return whether two units measure the same, hours and days alike."""
    return one.dimension == other.dimension or {one.dimension, other.dimension} == _KIN


def _unitless(measure: Measure) -> tuple[float, ...]:
    if measure.dimension == "%":
        return (measure.factor, measure.factor / 100)
    return (measure.factor if measure.dimension in {PLAIN, *MONEY} else 1.0,)


def _magnitudes(measures: Sequence[Measure], own: Measure) -> list[float]:
    """Return what a mere magnitude means in a field with a unit: 420k in k€ is 420."""
    if own.dimension in MONEY:
        return [m.factor / own.factor for m in measures if m.dimension == PLAIN]
    # "m" beside kilograms is some metres, not a million kilograms.
    return [m.factor for m in measures] if {m.dimension for m in measures} == {PLAIN} else []


def scaled(number: float, factor: float) -> float:
    """Return the product as people calculate it: 4.35 × 1,000,000 is 4,350,000 to the digit.

    A product has 15 digits, so that 2 h 5 min, which no fraction of an hour holds exactly, are
    125 min.
    """
    product = Decimal(repr(number)) * Decimal(repr(factor))
    return float(product if factor == 1 else f"{product:.15g}")
