"""Numbers that cannot be right: far outside what the task has seen, and what was likely meant."""

import math
import statistics
from collections.abc import Sequence

MIN_HISTORY = 5
"""Fewer values say nothing about what is usual."""
_RATIO = 5.0
"""Within five times the range's ends no value is odd."""
_SPREADS = 10.0
"""Ten robust standard deviations from the median: a joke or a slip, not a tail."""
_LOG_SPREADS = 6.0
"""The same for logarithms, whose tails are thin: a thousandfold slip is beyond it."""
_SLIPS = (1_000.0, 1_000_000.0, 10_000.0, 100.0, 0.001, 0.000001, 0.0001, 0.01)
"""What slips of unit multiply by: k, million, 万, per cent, and their inverses."""


def is_far_outside(value: float, history: Sequence[float]) -> bool:
    """Return whether the value is nothing like the history (at least five values).

    A quantity that was always positive is compared by ratios, any other by differences.
    """
    if len(history) < MIN_HISTORY:
        return False
    lowest, highest = min(history), max(history)
    if lowest <= 0:
        reach = max(abs(lowest), abs(highest), 1e-9)
        is_beyond = _deviations(value, history, least=0.05 * reach) > _SPREADS
        return is_beyond and abs(value) > _RATIO * reach
    if value <= 0:
        return lowest > highest / _RATIO or lowest - value > highest - lowest
    if lowest / _RATIO <= value <= highest * _RATIO:
        return False
    logs = [math.log(v) for v in history]
    return _deviations(math.log(value), logs, least=0.1) > _LOG_SPREADS


def _deviations(value: float, history: Sequence[float], *, least: float) -> float:
    """Return how many robust deviations the value lies from the history's median."""
    middle = statistics.median(history)
    deviation = 1.4826 * statistics.median(abs(v - middle) for v in history)
    return abs(value - middle) / max(deviation, least)


def likely_meant(value: float, history: Sequence[float]) -> float | None:
    """Return the value times a common slip that would be usual; None where none is."""
    for factor in _SLIPS:
        meant = value * factor
        if min(history) / 2 <= meant <= max(history) * 2:
            return float(f"{meant:.12g}")
    return None
