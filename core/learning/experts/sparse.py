"""Texts as vectors of length 1 of all their n-grams, and rows that have such texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.learning.encoding.words import gram_codes

AT_ONCE = 8
"""Rows that are multiplied together: what lies side by side is read once."""
Numbers: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.intp]


class Vocabulary:
    """The column of each n-gram that a lesson has; those that no lesson has are in none."""

    def __init__(self) -> None:
        self._columns: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._columns)

    def learn(self, rows: Sequence[Sequence[str]]) -> None:
        """Give a column to each n-gram of these rows' texts."""
        for texts in rows:
            for field, text in _said(texts):
                for code in (np.unique(gram_codes(text)) ^ np.uint64(field)).tolist():
                    self._columns.setdefault(code, len(self._columns))

    def vector(self, texts: Sequence[str]) -> tuple[Places, Numbers]:
        """Return the columns of a row's n-grams and what is in them; each text is of length 1.

        How often an n-gram comes is damped. One without a column counts for the length alone.
        """
        # No row has none: one of the first column comes before all, and counts for nothing.
        columns, values = [np.zeros(1, dtype=np.intp)], [np.zeros(1)]
        for field, text in _said(texts):
            codes, counts = np.unique(gram_codes(text), return_counts=True)
            weights = 1.0 + np.log(counts)
            found = [self._columns.get(code, -1) for code in (codes ^ np.uint64(field)).tolist()]
            places = np.array(found, dtype=np.intp)
            columns.append(places[places >= 0])
            values.append((weights / np.linalg.norm(weights))[places >= 0])
        return np.concatenate(columns), np.concatenate(values)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)()
        other._columns = dict(self._columns)
        return other


def squared_length(texts: Sequence[str]) -> float:
    """Return that of a row's vector: 1 for each text that says something."""
    return float(len(_said(texts)))


def _said(texts: Sequence[str]) -> list[tuple[int, str]]:
    return [(field, text) for field, text in enumerate(texts) if text.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texted:
    """Rows with plain columns and n-grams, as a Gram matrix takes them; all weighed.

    Shape:
        plain (rows, columns); lengths (rows,), squared; starts (rows,); columns and values, of all
        n-grams of all rows, one row after the other.
    """

    plain: Tensor
    lengths: Numbers
    starts: Places
    columns: Places
    values: Numbers

    @classmethod
    def of(cls, plain: Tensor, rows: Sequence[tuple[Places, Numbers]], lengths: Numbers) -> Self:
        """Return rows, given the n-grams and the squared length of all of them in each."""
        sizes = [0, *(len(places) for places, _ in rows)]
        return cls(
            plain=plain,
            lengths=lengths,
            starts=np.cumsum(sizes, dtype=np.intp)[:-1],
            columns=np.concatenate([np.empty(0, np.intp), *(places for places, _ in rows)]),
            values=np.concatenate([np.empty(0), *(values for _, values in rows)]),
        )

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, others: Self) -> Tensor:
        """Return the covariances with other rows; shape (rows, others)."""
        letters = torch.from_numpy(self.letters_between(others)).to(self.plain.device)
        return self.plain @ others.plain.T + letters

    def letters_between(self, others: Self) -> Numbers:
        """Return what the n-grams add to that."""
        found = np.zeros((len(self), len(others)))
        if not len(self) or not len(others):
            return found
        width = 1 + max(int(self.columns.max()), int(others.columns.max()))
        board = np.zeros((width, min(AT_ONCE, len(self))))
        for start in range(0, len(self), AT_ONCE):
            some = [self._row(row) for row in range(start, min(start + AT_ONCE, len(self)))]
            for place, (columns, values) in enumerate(some):
                board[columns, place] = values
            products = board[others.columns] * others.values[:, None]
            sums = np.add.reduceat(products, others.starts, axis=0)
            found[start : start + len(some)] = sums.T[: len(some)]
            for place, (columns, _) in enumerate(some):
                board[columns, place] = 0.0
        return found

    def own(self) -> Tensor:
        """Return the variance of each row; shape (rows,)."""
        letters = torch.from_numpy(self.lengths).to(self.plain.device)
        return self.plain.square().sum(dim=1) + letters

    def joined(self, others: Self) -> Self:
        """Return these rows and then the others."""
        return type(self)(
            plain=torch.cat([self.plain, others.plain]),
            lengths=np.concatenate([self.lengths, others.lengths]),
            starts=np.concatenate([self.starts, len(self.columns) + others.starts]),
            columns=np.concatenate([self.columns, others.columns]),
            values=np.concatenate([self.values, others.values]),
        )

    def some(self, places: Tensor) -> Self:
        """Return the rows at these places."""
        chosen = places.cpu().numpy()
        sizes = np.diff(self.starts, append=len(self.columns))[chosen]
        starts = np.cumsum(sizes) - sizes
        kept = np.arange(int(sizes.sum())) + np.repeat(self.starts[chosen] - starts, sizes)
        return type(self)(
            plain=self.plain[places],
            lengths=self.lengths[chosen],
            starts=starts,
            columns=self.columns[kept],
            values=self.values[kept],
        )

    def _row(self, row: int) -> tuple[Places, Numbers]:
        end = self.starts[row + 1] if row + 1 < len(self) else len(self.columns)
        part = slice(self.starts[row], end)
        return self.columns[part], self.values[part]
