"""Numbers that cannot be right: far outside what was seen, or what a unit allows."""

import math
import statistics
from collections.abc import Sequence

from core.assistant.priors import ANY_NUMBER, Prior

MIN_HISTORY = 5
"""From as many values on their spread says what is usual; fewer are compared by ratios alone."""
_RATIO = 5.0
"""Within five times the range's ends no value is odd."""
_FEW_RATIO = 100.0
"""The same beside two to four values: a slip of two digits may be right, one of three is not."""
_ONE_RATIO = 300.0
"""The same beside a single value."""
_UNUSUAL_RATIO = 10.0
"""What a prior does not allow must be as near as this to what was seen."""
_SMALL = 10.0
"""Beside counts below this a larger one is compared with this instead: 1, 2 and then 365."""
_COUNT = 20.0
"""Whole numbers up to this are small counts, any of which may come."""
_MANY = 1_000.0
"""Of what is mostly larger than this, none is odd: a price of 0."""
_SPREADS = 10.0
"""Ten robust standard deviations from the median: a joke or a slip, not a tail."""
_LOG_SPREADS = 6.0
"""The same for logarithms, whose tails are thin: a thousandfold slip is beyond it."""
_SLIPS = (1_000.0, 1_000_000.0, 10_000.0, 100.0, 0.001, 0.000001, 0.0001, 0.01)
"""What slips of unit multiply by: k, million, 万, per cent, and their inverses."""
_ABSURD_SHARE = 50
"""One value in fifty at each end may be absurd itself: a confirmed joke, a typing slip."""
_TWO_FROM = 20
"""From as many values on two at each end may be."""


class History:
    """A robust summary of the numbers seen, made once: each value is then judged in O(1).

    Values that are themselves nothing like the rest are left out, so that one absurd value that
    was confirmed lets no other pass.

    Args:
        values: the numbers of the task, in any order.
        prior: what is usual before anything was seen.
        related: numbers of the same name and unit in other tasks of the community, which stand
            in while the task has fewer than five.
    """

    def __init__(
        self,
        values: Sequence[float],
        *,
        prior: Prior = ANY_NUMBER,
        related: Sequence[float] = (),
    ) -> None:
        self._prior = prior
        nonzero = [v for v in values if v]
        self._is_mostly_zero = len(nonzero) < len(values) / 2
        if self._is_mostly_zero:  # rain, claims: how much there is where there is any
            values = nonzero
        is_many = len(values) >= MIN_HISTORY
        if not is_many:
            values = [*values, *related]
        usual = [v for v in values if is_many or prior.allows(v)]
        self._unusual = [] if is_many else [v for v in values if not prior.allows(v)]
        kept = _without_absurd(usual)
        self._spread = _Spread(kept, is_many=is_many) if kept else None

    def is_far_outside(self, value: float) -> bool:
        """Return whether the value is nothing like what was seen, or like what is usual."""
        spread = self._spread
        if value == 0 and self._is_mostly_zero:
            return False
        if self._prior.allows(value):
            return spread is not None and not spread.holds(value)
        if spread is not None and spread.holds(value) and spread.reaches(value):
            return False
        return not any(_Spread([v], is_many=False).holds(value) for v in self._unusual)

    def likely_meant(self, value: float) -> float | None:
        """Return the value times a common slip that would be usual; None where none is."""
        if self._spread is None:
            return None
        for factor in _SLIPS:
            meant = value * factor
            if self._spread.lowest / 2 <= meant <= self._spread.highest * 2:
                return float(f"{meant:.12g}")
        return None


class _Spread:
    """The range and the robust spread of some numbers, which hold what is like them."""

    def __init__(self, values: Sequence[float], *, is_many: bool) -> None:
        self._is_many = is_many
        self._ratio = _RATIO if is_many else _FEW_RATIO if len(values) > 1 else _ONE_RATIO
        self.lowest, self.highest = min(values), max(values)
        scaled = [math.log(v) for v in values] if self.lowest > 0 else values
        self._middle = statistics.median(scaled)
        self._deviation = 1.4826 * statistics.median(abs(v - self._middle) for v in scaled)

    def holds(self, value: float) -> bool:
        """Return whether the value is like them.

        A quantity that was always positive is compared by ratios, any other by differences.
        """
        if self.lowest > 0:
            return self._holds_ratio(value)
        reach = max(abs(self.lowest), abs(self.highest), 1e-9)
        if not self._is_many:
            return abs(value) <= self._ratio * max(reach, _SMALL)
        is_near = abs(value - self._middle) <= _SPREADS * max(self._deviation, 0.05 * reach)
        return is_near or abs(value) <= _RATIO * reach

    def _holds_ratio(self, value: float) -> bool:
        if not self._is_many:
            least, most = self.lowest / self._ratio, max(self.highest, _SMALL) * self._ratio
            return value <= 0 or least <= value <= most
        if value.is_integer() and 0 <= value <= _COUNT and self.highest <= _COUNT:
            return True
        if value == 0 and self.highest <= _MANY:
            return True
        if value <= 0:
            span = self.highest - self.lowest
            return self.lowest <= self.highest / _RATIO and self.lowest - value <= span
        if self.lowest / _RATIO <= value <= self.highest * _RATIO:
            return True
        return abs(math.log(value) - self._middle) <= _LOG_SPREADS * max(self._deviation, 0.1)

    def reaches(self, value: float) -> bool:
        """Return whether a number that is unusual in itself is only a little beyond them."""
        return abs(value) <= _UNUSUAL_RATIO * max(abs(self.lowest), abs(self.highest))


def _without_absurd(values: Sequence[float]) -> Sequence[float]:
    """Return the values without the few at either end that are nothing like those between."""
    if len(values) <= 2:
        return values
    ordered = sorted(values)
    ends = max(1 + (len(ordered) >= _TWO_FROM), len(ordered) // _ABSURD_SHARE)
    middle = ordered[ends : len(ordered) - ends]
    between = _Spread(middle, is_many=len(ordered) >= _TWO_FROM)
    first, last = 0, len(ordered)
    while first < ends and not between.holds(ordered[first]):
        first += 1
    while last > len(ordered) - ends and not between.holds(ordered[last - 1]):
        last -= 1
    return ordered[first:last]
