"""A text that is a length of time and nothing else: ``1h 23m``, ``1 day, 2:03:04``, 1小时23分."""

import re
from typing import Final

from core.assistant.reading.parts import amount_at
from core.assistant.reading.tokens import tokenise
from core.assistant.reading.units import MINUTES, conversions_to

_COMMA: Final = re.compile(r",\s+(?:and\s+)?")
"""What only parts two units of a length that stands alone."""
_OWN: Final = frozenset({"time", "span", MINUTES})


def length_in(text: str, unit: str) -> tuple[float, int] | None:
    """Return a length in a unit of time, and in how many units it is said; None for anything else.

    A clock is one unit, and the hours come first: ``1:20``.
    """
    tokens = tokenise(_COMMA.sub(" ", text.strip().rstrip(".")))
    amount = amount_at(tokens, 0, _OWN, ()) if tokens else None
    if amount is None or len(amount.figures) != 1 or amount.stop != len(tokens):
        return None
    measures = [measure for measure in amount.measures if measure.dimension in _OWN]
    ways = conversions_to(measures, unit) if measures else ()
    if len(ways) != 1:
        return None
    is_only_clock = amount.unit_first == amount.stop
    return ways[0].of(amount.figures[0].readings[0]), 1 if is_only_clock else amount.parts
