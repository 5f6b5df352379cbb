"""How many texts of each label have an n-gram, counted exactly."""

from collections.abc import Sequence
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

Places: TypeAlias = NDArray[np.intp]
"""A text's n-grams as columns of the counts."""


class GramCounts:
    """Counts of n-grams, which come and go with the texts."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        """The column of each n-gram that was counted; column 0 is for all others."""
        self.of_labels = np.zeros((0, 1), dtype=np.int32)
        """How many texts of a label have an n-gram; shape (labels, columns), with room."""
        self.of_all = np.zeros(1, dtype=np.int64)
        """How many texts of any label have an n-gram; shape (columns,)."""
        self.sizes = np.zeros(0)
        """N-grams of each label's texts; shape (labels,)."""

    def __len__(self) -> int:
        return len(self.sizes)

    def widen(self, labels: int) -> None:
        """Have room for so many labels."""
        more = labels - len(self)
        self.sizes = np.pad(self.sizes, (0, more))
        self.of_labels = np.pad(self.of_labels, ((0, more), (0, 0)))

    def keep(self, labels: Sequence[int]) -> None:
        """Keep these labels only."""
        self.of_labels, self.sizes = self.of_labels[labels], self.sizes[labels]
        self.of_all = self.of_labels.sum(axis=0, dtype=np.int64)

    def change(self, grams: Sequence[int], label: int, sign: int) -> None:
        """Count a text of a label, or count it no longer."""
        for gram in grams:
            self._places.setdefault(gram, len(self._places) + 1)
        if len(self._places) >= self.of_labels.shape[1]:
            room = len(self._places) + len(self._places) // 2 + 64 - self.of_labels.shape[1]
            self.of_labels = np.pad(self.of_labels, ((0, 0), (0, room)))
            self.of_all = np.pad(self.of_all, (0, room))
        places = self.places(grams)
        self.of_labels[label, places] += sign
        self.of_all[places] += sign
        self.sizes[label] += sign * len(places)

    def places(self, grams: Sequence[int]) -> Places:
        """Return the column of each n-gram, 0 of those that were never counted."""
        return np.array([self._places.get(gram, 0) for gram in grams], dtype=np.intp)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)()
        other._places = dict(self._places)
        other.of_labels, other.of_all = self.of_labels.copy(), self.of_all.copy()
        other.sizes = self.sizes.copy()
        return other
