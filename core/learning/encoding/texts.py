"""Texts: what they mean, by the sentence encoder, and their letters, as hashed n-grams."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.learning.encoding.field import Arrays, Columns, Group, with_indicator
from core.learning.encoding.table import Column, Texts
from core.learning.encoding.words import gram_codes

MOST_DIM = 8_192
MEANING_SHARE = 0.6
"""Of the columns that a text gets, where they are too few for the whole vector."""


@dataclass(frozen=True, kw_only=True)
class TextEncoder:
    """The sentence vector, character n-grams hashed into signed buckets, and an indicator.

    Vector and n-grams are of length 1 each, the n-grams damped. Source: Weinberger et al. 2009,
    "Feature Hashing for Large Scale Multitask Learning", §2.
    """

    kind: ClassVar[FieldKind] = FieldKind.TEXT
    buckets: int
    dim: int = 0
    """Of the sentence encoder; 0 without one."""
    meaning: int = 0
    """Columns of the vector; with fewer than ``dim`` it is seen from a fixed side."""

    @classmethod
    def fit(cls, column: Column, columns: int) -> Self:
        """Return the encoder that takes so many columns beside the indicator."""
        dim = _texts(column).vectors.shape[1]
        meaning = min(dim, int(columns * MEANING_SHARE))
        return cls(buckets=columns - meaning, dim=dim, meaning=meaning)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The group of each column."""
        return (
            *(Group.MEANING,) * self.meaning,
            *(Group.TEXT,) * self.buckets,
            Group.MISSING,
        )

    def encode(self, column: Column) -> Columns:
        """Return the encoded column; shape (rows, meaning + buckets + 1)."""
        texts = _texts(column)
        letters = np.array([self._letters(text) for text in texts.words])
        parts = [self._meaning(texts), letters.reshape(-1, self.buckets)]
        missing = np.array([not text for text in texts.words], dtype=bool)
        return with_indicator(np.concatenate(parts, axis=1), missing)

    def _meaning(self, texts: Texts) -> NDArray[np.float64]:
        vectors = texts.vectors[:, : self.dim].astype(np.float64)
        return vectors if self._view is None else vectors @ self._view

    @cached_property
    def _view(self) -> NDArray[np.float64] | None:
        """Random directions, the same for all; shape (dim, meaning). None: all of the vector."""
        if self.meaning == self.dim:
            return None
        drawn = np.random.default_rng(0).standard_normal((self.dim, self.meaning))
        directions, _ = np.linalg.qr(drawn)
        return directions * np.sqrt(self.dim / self.meaning)

    def _letters(self, text: str) -> NDArray[np.float64]:
        codes = gram_codes(text)
        signs = np.where((codes >> np.uint64(63)).astype(bool), 1.0, -1.0)
        places = (codes % np.uint64(self.buckets)).astype(np.int64)
        sums = np.bincount(places, weights=signs, minlength=self.buckets)
        damped = np.sign(sums) * np.sqrt(np.abs(sums))
        return damped / max(float(np.linalg.norm(damped)), 1.0)

    def arrays(self) -> Arrays:
        """Return what it was fitted to."""
        return {"sizes": np.array([self.buckets, self.dim, self.meaning], dtype=np.int64)}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Self:
        """Return the encoder that :meth:`arrays` described.

        Raises:
            ValueError: the sizes contradict each other.
        """
        buckets, dim, meaning = (int(size) for size in np.asarray(arrays["sizes"], np.int64))
        if not (1 <= buckets <= 1_000_000 and 0 <= meaning <= dim <= MOST_DIM):
            raise ValueError("a text's encoder needs 1 to 1,000,000 buckets and a small vector")
        if (dim == 0) != (meaning == 0):
            raise ValueError("a text's vector is seen from one side at least")
        return cls(buckets=buckets, dim=dim, meaning=meaning)


def _texts(column: Column) -> Texts:
    if not isinstance(column, Texts):
        raise TypeError(f"a text's encoder reads texts, not {type(column).__name__}")
    return column
