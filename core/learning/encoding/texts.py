"""Texts: what they mean, by the sentence encoder, and their letters, as hashed n-grams."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.learning.encoding.field import Arrays, Columns, Group, with_indicator
from core.learning.encoding.table import Column, Texts
from core.learning.encoding.words import gram_codes

MOST_DIM = 8_192
LEAST_USED = 0.1
"""Of the texts of a fit that a part of the vector says something about: an encoder that cannot read
the others' script would take columns from one that can."""
MEANING_SHARE = 0.6
"""Of the columns that a text gets, where they are too few for the whole vector."""


@dataclass(frozen=True, kw_only=True)
class TextEncoder:
    """The sentence vector, character n-grams hashed into signed buckets, and an indicator.

    Vector and n-grams are of length 1 each, the n-grams damped; parts of the vector that are 0 in
    nearly all texts of the fit are left out. Source: Weinberger et al. 2009,
    "Feature Hashing for Large Scale Multitask Learning", §2.
    """

    kind: ClassVar[FieldKind] = FieldKind.TEXT
    buckets: int
    dim: int = 0
    """Of the sentence encoder; 0 without one."""
    used: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """Places of the vector that are looked at, ascending."""
    meaning: int = 0
    """Columns of the vector; with fewer than are used it is seen from a fixed side."""
    shortest: int = 1
    """Characters of the shortest n-grams; 2 in the fits of earlier programs."""

    @classmethod
    def fit(cls, column: Column, columns: int) -> Self:
        """Return the encoder that takes so many columns beside the indicator."""
        vectors = _texts(column).vectors
        shares = (vectors != 0).mean(axis=0) if len(vectors) else np.zeros(vectors.shape[1])
        there = shares >= LEAST_USED
        used = np.flatnonzero(there if there.any() else ~there)
        meaning = min(len(used), int(columns * MEANING_SHARE))
        return cls(buckets=columns - meaning, dim=vectors.shape[1], used=used, meaning=meaning)

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
        vectors = texts.vectors[:, self.used].astype(np.float64)
        return vectors if self._view is None else vectors @ self._view

    @cached_property
    def _view(self) -> NDArray[np.float64] | None:
        """Random directions, the same for all; shape (used, meaning). None: all that is used."""
        if self.meaning == len(self.used):
            return None
        drawn = np.random.default_rng(0).standard_normal((len(self.used), self.meaning))
        directions, _ = np.linalg.qr(drawn)
        return directions * np.sqrt(len(self.used) / self.meaning)

    def _letters(self, text: str) -> NDArray[np.float64]:
        codes = gram_codes(text, self.shortest)
        signs = np.where((codes >> np.uint64(63)).astype(bool), 1.0, -1.0)
        places = (codes % np.uint64(self.buckets)).astype(np.int64)
        sums = np.bincount(places, weights=signs, minlength=self.buckets)
        damped = np.sign(sums) * np.sqrt(np.abs(sums))
        return damped / max(float(np.linalg.norm(damped)), 1.0)

    def arrays(self) -> Arrays:
        """Return what it was fitted to."""
        sizes = [self.buckets, self.dim, len(self.used), self.meaning, self.shortest]
        return {"sizes": np.array(sizes, dtype=np.int64), "used": self.used}

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Self:
        """Return the encoder that :meth:`arrays` described.

        Raises:
            ValueError: the sizes contradict each other.
        """
        sizes = np.asarray(arrays["sizes"], dtype=np.int64)
        used = np.asarray(arrays["used"], dtype=np.int64)
        if sizes.shape != (5,) or used.shape != (sizes[2],):
            raise ValueError("a text's encoder has five sizes, and as many places as they say")
        buckets, dim, _, meaning, shortest = sizes.tolist()
        if not (1 <= buckets <= 1_000_000 and 0 <= meaning <= len(used) <= dim <= MOST_DIM):
            raise ValueError("a text's encoder needs 1 to 1,000,000 buckets and a small vector")
        if (dim == 0) != (meaning == 0) or shortest not in {1, 2}:
            raise ValueError("a text's vector is seen from one side at least")
        if np.any(used[1:] <= used[:-1]) or np.any((used < 0) | (used >= dim)):
            raise ValueError("the places of a text's vector ascend")
        return cls(buckets=buckets, dim=dim, used=used, meaning=meaning, shortest=shortest)


def _texts(column: Column) -> Texts:
    if not isinstance(column, Texts):
        raise TypeError(f"a text's encoder reads texts, not {type(column).__name__}")
    return column
