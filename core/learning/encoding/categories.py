"""Categories and yes/no: one-hot levels, hash buckets."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.learning.encoding.field import Arrays, Columns, Group, with_indicator
from core.learning.encoding.table import Codes, Column


@dataclass(frozen=True, kw_only=True)
class CategoryEncoder:
    """One column for each level of the fit, a few shared by levels taught later, an indicator.

    Levels are known by their task's code alone.
    """

    kind: ClassVar[FieldKind] = FieldKind.CATEGORY
    levels: NDArray[np.int64]
    """The task's codes, the most frequent first, then the one taught first; shape (levels,)."""
    means: NDArray[np.float64]
    """Share of each level, then of each bucket, over the fit; shape (levels + buckets,)."""
    by_own: bool = False
    """Whether buckets follow from the task's codes, as in the fits of earlier programs."""

    @classmethod
    def fit(cls, column: Column, levels: int, buckets: int) -> Self:
        """Return the encoder for a column; its most frequent levels get a column of their own."""
        codes = codes_in(column)
        known = codes.some(codes.own != 0)
        found, first, counts = np.unique(known.own, return_index=True, return_counts=True)
        kept = found[np.lexsort((first, -counts))[:levels]]
        plain = cls(levels=kept, means=np.zeros(len(kept) + buckets))
        shares = plain.encode(known).mean(axis=0)[:-1] if len(known.own) else plain.means
        return cls(levels=kept, means=shares)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The group of each column."""
        return (*(Group.LEVEL,) * len(self.means), Group.MISSING)

    def encode(self, column: Column) -> Columns:
        """Return the encoded column; shape (rows, levels + buckets + 1)."""
        codes, places = codes_in(column).own, len(self.levels) + self.shared(column)
        if len(self.levels):
            order = np.argsort(self.levels)
            found = np.searchsorted(self.levels, codes, sorter=order)
            level = order[np.minimum(found, len(self.levels) - 1)]
            places = np.where(self.levels[level] == codes, level, places)
        columns = np.zeros((len(codes), len(self.means)))
        columns[np.arange(len(codes)), places] = 1.0
        return with_indicator(columns - self.means, codes == 0)

    def shared(self, column: Column) -> NDArray[np.int64]:
        """Return the bucket that each row's level is in if it has no column of its own."""
        codes = codes_in(column)
        spread = (codes.own if self.by_own else codes.public).astype(np.uint64)
        return (spread % np.uint64(len(self.means) - len(self.levels))).astype(np.int64)

    def arrays(self) -> Arrays:
        """Return what it was fitted to."""
        buckets = len(self.means) - len(self.levels)
        sizes = np.array([len(self.levels), buckets, self.by_own], dtype=np.int64)
        return {"levels": self.levels, "means": self.means, "sizes": sizes}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Self:
        """Return the encoder that :meth:`arrays` described.

        Raises:
            ValueError: the arrays contradict each other.
        """
        levels = np.asarray(arrays["levels"], dtype=np.int64)
        means = np.asarray(arrays["means"], dtype=np.float64)
        sizes = np.asarray(arrays["sizes"], dtype=np.int64)
        if levels.ndim != 1 or means.ndim != 1 or sizes.shape != (3,):
            raise ValueError("a category's levels, means and sizes are one row each")
        count, buckets, by_own = sizes.tolist()
        if (len(levels), len(means)) != (count, count + buckets) or buckets < 1:
            raise ValueError("a category has its levels and a bucket for others at least")
        if len(np.unique(levels)) < count or by_own not in {0, 1}:
            raise ValueError("a category's levels must differ")
        if np.any((means < 0) | (means > 1)):
            raise ValueError("the means of a category's columns are shares")
        return cls(levels=levels, means=means, by_own=bool(by_own))


@dataclass(frozen=True, kw_only=True)
class YesNoEncoder:
    """One column of 1 and -1, and an indicator."""

    kind: ClassVar[FieldKind] = FieldKind.YES_NO
    groups: ClassVar[tuple[Group, ...]] = (Group.LEVEL, Group.MISSING)
    mean: NDArray[np.float64]
    """Shape (1,)."""

    @classmethod
    def fit(cls, column: Column) -> Self:
        """Return the encoder for a column."""
        signs = np.asarray(column, dtype=np.float64)
        known = signs[~np.isnan(signs)]
        return cls(mean=np.array([known.mean() if len(known) else 0.0]))

    def encode(self, column: Column) -> Columns:
        """Return the encoded column; shape (rows, 2)."""
        signs = np.asarray(column, dtype=np.float64)
        missing = np.isnan(signs)
        return with_indicator((np.where(missing, 0.0, signs) - self.mean)[:, None], missing)

    def arrays(self) -> Arrays:
        """Return what it was fitted to."""
        return {"mean": self.mean}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Self:
        """Return the encoder that :meth:`arrays` described.

        Raises:
            ValueError: the array has another shape.
        """
        mean = np.asarray(arrays["mean"], dtype=np.float64)
        if mean.shape != (1,):
            raise ValueError("a yes/no field has one mean")
        if abs(mean[0]) > 1:
            raise ValueError("the mean of a yes/no field lies between no and yes")
        return cls(mean=mean)


def codes_in(column: Column) -> Codes:
    """Return a column of codes; any other is a mistake."""
    if not isinstance(column, Codes):
        raise TypeError(f"a category's encoder reads codes, not {type(column).__name__}")
    return column
