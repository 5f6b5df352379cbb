"""Categories and yes/no: one-hot levels, hash buckets."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.learning.encoding.field import Arrays, Columns, Group, with_indicator
from core.learning.encoding.table import Column


@dataclass(frozen=True, kw_only=True)
class CategoryEncoder:
    """One column for each level of the fit, a few shared by levels taught later, an indicator.

    Levels are known by their keyed code alone.
    """

    kind: ClassVar[FieldKind] = FieldKind.CATEGORY
    levels: NDArray[np.int64]
    """Codes, ascending; shape (levels,)."""
    means: NDArray[np.float64]
    """Share of each level, then of each bucket, over the fit; shape (levels + buckets,)."""

    @classmethod
    def fit(cls, column: Column, levels: int, buckets: int) -> Self:
        """Return the encoder for a column; its most frequent levels get a column of their own."""
        codes = np.asarray(column, dtype=np.int64)
        known = codes[codes != 0]
        found, counts = np.unique(known, return_counts=True)
        kept = np.sort(found[np.argsort(-counts, kind="stable")[:levels]])
        plain = cls(levels=kept, means=np.zeros(len(kept) + buckets))
        shares = plain.encode(known).mean(axis=0)[:-1] if len(known) else plain.means
        return cls(levels=kept, means=shares)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The group of each column."""
        return (*(Group.LEVEL,) * len(self.means), Group.MISSING)

    def encode(self, column: Column) -> Columns:
        """Return the encoded column; shape (rows, levels + buckets + 1)."""
        codes = np.asarray(column, dtype=np.int64)
        place = np.searchsorted(self.levels, codes)
        buckets = len(self.means) - len(self.levels)
        level = np.minimum(place, max(len(self.levels) - 1, 0))
        known = self.levels[level] == codes if len(self.levels) else np.zeros(len(codes), bool)
        shared = len(self.levels) + codes.astype(np.uint64) % np.uint64(buckets)
        columns = np.zeros((len(codes), len(self.means)))
        columns[np.arange(len(codes)), np.where(known, level, shared.astype(np.int64))] = 1.0
        return with_indicator(columns - self.means, codes == 0)

    def arrays(self) -> Arrays:
        """Return what it was fitted to."""
        return {"levels": self.levels, "means": self.means}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Self:
        """Return the encoder that :meth:`arrays` described.

        Raises:
            ValueError: the arrays contradict each other.
        """
        levels = np.asarray(arrays["levels"], dtype=np.int64)
        means = np.asarray(arrays["means"], dtype=np.float64)
        if levels.ndim != 1 or means.ndim != 1:
            raise ValueError("a category's levels and means are one row each")
        if len(means) <= len(levels) or np.any(levels[1:] <= levels[:-1]):
            raise ValueError("a category's levels must ascend and leave a bucket for others")
        if np.any((means < 0) | (means > 1)):
            raise ValueError("the means of a category's columns are shares")
        return cls(levels=levels, means=means)


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
