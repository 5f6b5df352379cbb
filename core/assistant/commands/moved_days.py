"""The day, or the time of the day, that ``two weeks earlier`` makes of the one before."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.parts import amount_at
from core.assistant.reading.relative_amount import Relative
from core.assistant.reading.tokens import tokenise
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Task

_CLOCKS: Final = frozenset({"点", "点钟", "时", "o'clock", "oclock"})
"""Units of times of the day, which are counted in hours."""
_HOUR: Final = 3600.0
"""Seconds."""
_DAY: Final = 86_400.0
"""Seconds."""
_MONTH: Final = 28 * _DAY
"""Seconds of the shortest month: spans of units so long are counted in months."""
_MONTHS: Final = 12 / (365.25 * _DAY)
"""Months in a second, on average."""
_TIME: Final = frozenset({"time", "span"})
"""What amounts measure that move a day or a time of the day."""


def moved_by(
    relative: Relative, before: Mapping[FieldKey, Value], task: Task
) -> tuple[FieldKey, Value] | None:
    """Return the one field that an amount moves, and its new value; None where none is sure."""
    tokens = tokenise(relative.amount)
    amount = amount_at(tokens, 0, _TIME, ()) if relative.is_shift and tokens else None
    if amount is None or not amount.measures:
        return None
    found: list[tuple[FieldKey, Value]] = []
    for each in task.fields:
        old = before.get(each.key)
        seconds = amount.figures[0].likely * amount.measures[0].factor
        seconds = -seconds if relative.is_less else seconds
        if isinstance(old, float) and (each.unit or "").casefold() in _CLOCKS:
            found.append((each.key, float(f"{old + seconds / _HOUR:.12g}")))
        elif isinstance(old, date) and (new := _moved(old, seconds, amount)):
            found.append((each.key, new))
    return found[0] if len(found) == 1 else None


def _moved(day: date, seconds: float, amount: Quantity) -> date | None:
    """Return a day so much later, by whole days or by months of the calendar; None for others."""
    if amount.measures[0].factor < _MONTH:
        return day + timedelta(seconds=seconds) if seconds % _DAY == 0 else None
    months = seconds * _MONTHS
    if abs(months - round(months)) > 0.01:
        return None
    at = day.year * 12 + day.month - 1 + round(months)
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
