"""Numbers that cannot be right: far outside what was seen, or what a unit allows."""

from collections.abc import Sequence
from typing import Self

from core.assistant.priors import ANY_NUMBER, Prior

MIN_HISTORY = 3
"""From as many values on their own range says what is usual; fewer are helped by other tasks."""
_RATIO = 5.0
"""From five times the range's ends on a value is odd, however wide the range is."""
_FEW_RATIO = 100.0
"""The same beside two values: a slip of two digits may be right, one of three is not."""
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
_SURE_UNTIL = 10
"""Beside fewer confirmed values, one that was far outside is taken as it was confirmed."""
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
            in while the task has fewer than three.
        are_sure: whether somebody stands for each value; those of a file nobody has looked at.
    """

    def __init__(
        self,
        values: Sequence[float],
        *,
        prior: Prior = ANY_NUMBER,
        related: Sequence[float] = (),
        are_sure: bool = True,
    ) -> None:
        self._prior = prior
        nonzero = [v for v in values if v]
        self._is_mostly_zero = len(nonzero) < len(values) / 2
        self._is_zero_seen = len(nonzero) < len(values)
        are_large = bool(nonzero) and min(nonzero) > _MANY
        if self._is_mostly_zero or are_large:  # rain, claims: how much there is where there is any
            values = nonzero
        is_many = len(values) >= MIN_HISTORY
        if not is_many:
            values = [*values, *related]
        usual = [v for v in values if is_many or prior.allows(v)]
        self._unusual = [] if is_many else [v for v in values if not prior.allows(v)]
        kept = _without_absurd(usual, are_sure=are_sure)
        self._spread = _Spread.of(kept, is_many=is_many) if kept else None

    def is_far_outside(self, value: float) -> bool:
        """Return whether the value is nothing like what was seen, or like what is usual."""
        spread = self._spread
        if value == 0 and (self._is_mostly_zero or self._is_zero_seen):
            return False
        if value < 0 <= self._prior.low and spread is not None and spread.lowest > 0:
            return True
        if self._prior.allows(value):
            return spread is not None and not spread.holds(value)
        if spread is not None and spread.holds(value) and spread.reaches(value):
            return False
        return not any(_Spread.of([v], is_many=False).holds(value) for v in self._unusual)

    def likely_meant(self, value: float) -> float | None:
        """Return the value times a common slip that would be usual; None where none is."""
        if self._spread is None:
            return None
        for factor in _SLIPS:
            meant = value * factor
            if self._spread.lowest / 2 <= meant <= self._spread.highest * 2:
                return float(f"{meant:.12g}")
        return None


def _are_counts(values: Sequence[float]) -> bool:
    return all(value.is_integer() for value in values)


class _Spread:
    """The range of some numbers, which holds what is like them."""

    def __init__(self, lowest: float, highest: float, *, is_many: bool, are_counts: bool) -> None:
        self._is_many = is_many
        self._ratio = _RATIO if is_many else _FEW_RATIO if lowest < highest else _ONE_RATIO
        self.lowest, self.highest = lowest, highest
        self._least_top = _SMALL if are_counts or not is_many else 0.0

    @classmethod
    def of(cls, values: Sequence[float], *, is_many: bool) -> Self:
        """Return the range of some numbers."""
        are_counts = _are_counts(values)
        return cls(min(values), max(values), is_many=is_many, are_counts=are_counts)

    def holds(self, value: float) -> bool:
        """Return whether the value is like them.

        A quantity that was always positive is compared by ratios, any other by its size.
        """
        if self.lowest > 0:
            return self._holds_ratio(value)
        reach = max(abs(self.lowest), abs(self.highest), self._least_top)
        return abs(value) < self._ratio * reach or value == 0

    def _holds_ratio(self, value: float) -> bool:
        is_count = value.is_integer() and 0 <= value <= _COUNT and self.highest <= _COUNT
        if is_count or (value == 0 and self.highest <= _MANY):
            return True
        if value == 0 and self.lowest > _MANY:
            return False
        if value <= 0:
            span = self.highest - self.lowest
            return not self._is_many or (
                self.lowest <= self.highest / _RATIO and self.lowest - value <= span
            )
        most = max(self.highest, self._least_top) * self._ratio
        return self.lowest / self._ratio < value < most

    def reaches(self, value: float) -> bool:
        """Return whether a number that is unusual in itself is only a little beyond them."""
        return abs(value) <= _UNUSUAL_RATIO * max(abs(self.lowest), abs(self.highest))


def _without_absurd(values: Sequence[float], *, are_sure: bool) -> Sequence[float]:
    """Return the values without the few at either end that a gap parts from all the others."""
    if len(values) <= 2:
        return values
    ordered = sorted(values)
    ends = max(1 + (len(ordered) >= _TWO_FROM), len(ordered) // _ABSURD_SHARE)
    is_many = len(ordered) >= (_SURE_UNTIL if are_sure else MIN_HISTORY)
    are_counts = _are_counts(ordered)
    first, last = ends, len(ordered) - ends
    lowest, highest = ordered[first], ordered[last - 1]
    while last < len(ordered):
        inner = _Spread(lowest, ordered[last - 1], is_many=is_many, are_counts=are_counts)
        if not inner.holds(ordered[last]):
            break
        last += 1
    while first > 0:
        inner = _Spread(ordered[first], highest, is_many=is_many, are_counts=are_counts)
        if not inner.holds(ordered[first - 1]):
            break
        first -= 1
    return ordered[first:last]
