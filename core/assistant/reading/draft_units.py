"""The number of a first lesson's clause and its unit, where no field tells yet what is meant."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.measures import PLAIN, UNITS, Measure
from core.assistant.reading.parts import parted
from core.assistant.reading.quantities import quantities_in
from core.assistant.reading.signed_parts import MINUTE
from core.assistant.reading.tokens import Token, TokenKind
from core.assistant.reading.units import is_money, own_measures, unit_at

OF_NEW: Final = frozenset({"temperature", "volume", "speed", "time", "span"})
"""Measures that a new field may have, though their units are read only beside such a field."""
_LENGTHS: Final = frozenset({"time", "span"})
_LONGEST: Final = 12
"""Words and signs of a clause that is a name and a length of time; a longer one is a text."""
_MINUTES: Final = "min"
_MONTHS: Final = "个月"
_WATTS: Final = {*UNITS["w"]}
"""What may be watts or tens of thousands: 1.2w."""


def new_quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Return the clear quantities of a clause; lengths of time in words where there is no other."""
    found = [one for one in quantities_in(tokens, own=OF_NEW - _LENGTHS) if one.figures]
    if found or len(tokens) > _LONGEST:
        return found
    said = quantities_in(tokens, own=_LENGTHS)  # "an hour and a half"
    return [one for one in said if one.figures and one.unit_first < one.stop]


def unit_in(source: str, tokens: Sequence[Token], quantity: Quantity) -> str | None:
    """Return the unit as typed, without magnitude: the € of ``420k €``, the h of ``2h30``.

    Args:
        source: the clause.
        tokens: its tokens.
        quantity: its number.
    """
    if not quantity.has_unit:
        return None
    pieces = parted(tokens, quantity.first) or tokens
    end = tokens[quantity.stop - 1].end
    wanted = {measure.dimension for measure in quantity.measures}
    found: list[tuple[bool, str]] = []
    for index in range(quantity.first, len(pieces)):
        unit = unit_at(pieces, index, own=OF_NEW)
        if unit is None or pieces[unit[1] - 1].end > end or not _is_clear(pieces, index, unit[0]):
            continue
        said = source[pieces[index].start : pieces[unit[1] - 1].end].removeprefix("-")
        if own_measures(said)[0].dimension not in wanted:  # the m of "24m30s"
            said = _MINUTES if MINUTE in unit[0] else ""
        if said and any(measure.dimension != PLAIN for measure in unit[0]):
            found.append((is_money(unit[0]), said))
    if not found and quantity.measures == UNITS[_MONTHS]:  # 一个半月
        return _MONTHS
    return max(found, key=lambda one: one[0])[1] if found else None


def _is_clear(tokens: Sequence[Token], index: int, measures: Sequence[Measure]) -> bool:
    """Return whether ``w`` is watts: behind a name in Latin letters, and nothing Chinese."""
    if not {*measures} >= _WATTS:
        return True
    kinds = {token.kind for token in tokens[:index]}
    return TokenKind.WORD in kinds and TokenKind.HAN not in kinds
