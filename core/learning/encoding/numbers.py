"""Numbers and dates: a straight line, a piecewise-linear curve, and the calendar."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.learning.encoding.field import (
    LEAST_SPREAD,
    Arrays,
    Columns,
    Group,
    center_and_scale,
    soft_clip,
    with_indicator,
)
from core.learning.encoding.table import Column

CLIP = 10.0
"""Robust standard deviations within which a number counts in proportion."""
CALENDAR = 9
"""Columns of a date beside those of its day number: month as an angle (2), weekday (7)."""


@dataclass(frozen=True, kw_only=True)
class NumberEncoder:
    """A standardised linear column, one column for each quantile bin, a missing indicator.

    Source: Gorishniy et al. 2022, "On Embeddings for Numerical Features", §3.1 (PLE).
    """

    kind: ClassVar[FieldKind] = FieldKind.NUMBER
    place: NDArray[np.float64]
    """Centre and scale of the linear column; shape (2,)."""
    edges: NDArray[np.float64]
    """Ends of the bins, ascending; shape (bins + 1,) or (0,)."""
    means: NDArray[np.float64]
    """Mean of each piece over the fit; shape (bins,)."""

    @classmethod
    def fit(cls, column: Column, bins: int) -> Self:
        """Return the encoder for a column, with at most so many bins."""
        known = np.asarray(column, dtype=np.float64)
        known = known[~np.isnan(known)]
        edges = quantile_edges(known, bins)
        means = _pieces(known, edges).mean(axis=0) if len(edges) else np.empty(0)
        return cls(place=np.array(center_and_scale(known)), edges=edges, means=means)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The group of each column."""
        return (Group.LINEAR, *(Group.CURVE,) * len(self.means), Group.MISSING)

    def encode(self, column: Column) -> Columns:
        """Return the encoded column; shape (rows, 1 + bins + 1)."""
        numbers = np.asarray(column, dtype=np.float64)
        missing = np.isnan(numbers)
        filled = np.where(missing, self.place[0], numbers)
        line = soft_clip((filled - self.place[0]) / self.place[1], CLIP)[:, None]
        if not len(self.means):
            return with_indicator(line, missing)
        # Over the root of their number, the pieces' joint prior does not depend on it.
        pieces = (_pieces(filled, self.edges) - self.means) / np.sqrt(len(self.means))
        return with_indicator(np.concatenate([line, pieces], axis=1), missing)

    def arrays(self) -> Arrays:
        """Return what it was fitted to."""
        return {"place": self.place, "edges": self.edges, "means": self.means}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Self:
        """Return the encoder that :meth:`arrays` described.

        Raises:
            ValueError: the arrays contradict each other.
        """
        place, edges, means = (
            np.asarray(arrays[name], dtype=np.float64) for name in ("place", "edges", "means")
        )
        if (
            place.shape != (2,)
            or place[1] < LEAST_SPREAD
            or len(edges) != (len(means) + 1) * bool(len(means))
        ):
            raise ValueError(
                "a number's encoder needs a positive scale and one edge more than bins"
            )
        if np.any(np.diff(edges) <= 0):
            raise ValueError("the edges of a number's bins must ascend")
        if np.any((means < 0) | (means > 1)):
            raise ValueError("the means of a number's bins lie between 0 and 1")
        return cls(place=place, edges=edges, means=means)


@dataclass(frozen=True, kw_only=True)
class DateEncoder:
    """The day number as a number, and the calendar: month as an angle, weekday one-hot."""

    kind: ClassVar[FieldKind] = FieldKind.DATE
    day: NumberEncoder
    calendar: NDArray[np.float64]
    """Mean of each calendar column over the fit; shape (9,), or (0,) where there is no room."""

    @classmethod
    def fit(cls, column: Column, bins: int, *, with_calendar: bool) -> Self:
        """Return the encoder for a column of day numbers."""
        days = np.asarray(column, dtype=np.float64)
        known = days[~np.isnan(days)]
        means = _calendar(known).mean(axis=0) if len(known) else np.zeros(CALENDAR)
        return cls(
            day=NumberEncoder.fit(column, bins), calendar=means if with_calendar else np.empty(0)
        )

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The group of each column."""
        return (*(Group.LEVEL,) * len(self.calendar), *self.day.groups)

    def encode(self, column: Column) -> Columns:
        """Return the encoded column; shape (rows, 0 or 9, then the day number's)."""
        numbers = self.day.encode(column)
        if not len(self.calendar):
            return numbers
        days = np.asarray(column, dtype=np.float64)
        missing = np.isnan(days)
        calendar = _calendar(np.where(missing, 1.0, days)) - self.calendar
        return np.concatenate([np.where(missing[:, None], 0.0, calendar), numbers], axis=1)

    def arrays(self) -> Arrays:
        """Return what it was fitted to."""
        return self.day.arrays() | {"calendar": self.calendar}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Self:
        """Return the encoder that :meth:`arrays` described.

        Raises:
            ValueError: the arrays contradict each other.
        """
        calendar = np.asarray(arrays["calendar"], dtype=np.float64)
        if calendar.shape not in ((0,), (CALENDAR,)):
            raise ValueError("a date has no or nine calendar columns")
        if np.any(np.abs(calendar) > 1):
            raise ValueError("the means of a date's calendar lie between -1 and 1")
        return cls(day=NumberEncoder.from_arrays(arrays), calendar=calendar)


def quantile_edges(known: NDArray[np.float64], bins: int) -> NDArray[np.float64]:
    """Return the ends of at most so many bins that hold about equally many of the values."""
    distinct = np.unique(known)
    if len(distinct) < 3 or bins < 2:
        return np.empty(0)
    if len(distinct) > bins + 1:
        distinct = np.unique(np.quantile(known, np.linspace(0.0, 1.0, bins + 1)))
        # Where a value repeats, zero say, the edges that fell together go to the others.
        others = known[~np.isin(known, distinct)]
        if spare := (bins + 1 - len(distinct)) * bool(len(others)):
            shares = (np.arange(spare) + 0.5) / spare
            distinct = np.unique(np.concatenate([distinct, np.quantile(others, shares)]))
    return distinct if len(distinct) >= 3 else np.empty(0)


def _pieces(numbers: NDArray[np.float64], edges: NDArray[np.float64]) -> Columns:
    """Return how far each number has come through each bin, 0 to 1; shape (rows, bins)."""
    with np.errstate(over="ignore"):  # far beyond a tiny bin is past its end all the same
        return np.clip((numbers[:, None] - edges[:-1]) / np.diff(edges), 0.0, 1.0)


def _calendar(days: NDArray[np.float64]) -> Columns:
    """Return month sine and cosine and the weekday, Monday first; shape (rows, 9)."""
    columns = np.zeros((len(days), CALENDAR))
    for row, number in enumerate(days):
        day = date.fromordinal(int(number))
        angle = 2 * np.pi * (day.month - 1 + day.day / 31) / 12
        columns[row, :2] = np.sin(angle), np.cos(angle)
        columns[row, 2 + day.weekday()] = 1.0
    return columns
