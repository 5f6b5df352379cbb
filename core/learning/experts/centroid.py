"""The centroid expert: how near a text is to the middle of each label's texts."""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.learning.config import exact_device
from core.learning.encoding.field import Group
from core.learning.experts.evidence import drawn
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.offsets import MOST_JUDGED, Offsets
from core.learning.experts.regression import to_numpy
from core.learning.experts.scoring import columns_of, is_category_from_text, scored, widened
from core.learning.experts.watched import Watched

SHARPNESS = 20.0
"""Scores a cosine of 1 gets: a first guess, which the honest record corrects."""
LETTERS = 0.3
"""Length of the n-grams beside a sentence vector of length 1."""
NOTHING = 1e-12
"""A squared length that stands for no text."""


class CentroidExpert:
    """The cosine of a text and the sum of each label's texts, with an offset for each label.

    Source: Snell et al. 2017, "Prototypical Networks for Few-shot Learning", §2; on fixed vectors.
    """

    name = "centroid"

    def __init__(
        self,
        columns: NDArray[np.intp],
        lengths: NDArray[np.float64],
        device: torch.device,
        offsets: Offsets,
    ) -> None:
        self._offsets = offsets
        self._codes = np.empty(0, dtype=np.int64)
        """Of the labels as they are now."""
        self._columns = torch.from_numpy(columns).to(device)
        self._lengths = torch.from_numpy(lengths).to(device)
        self._sums = torch.zeros(0, len(columns), dtype=torch.float64, device=device)
        """Of each label's texts; shape (labels, columns)."""
        self._counts = torch.zeros(0, dtype=torch.float64, device=device)
        self._watched = Watched()
        """Rows, their inner products with the sums, and their squared lengths."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether labels are to be told from texts."""
        return is_category_from_text(context)

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with an offset for each label."""
        some = lessons.pick(drawn(len(lessons), MOST_JUDGED, context.config.seed).numpy())
        plain = cls._for(context, Offsets({}))
        plain.observe(some)
        return cls._for(context, Offsets.fit(plain.leave_one_out(some).centers, some))

    def observe(self, lessons: Lessons) -> None:
        """Add the lessons' texts to their labels' sums; a label's name is its first text."""
        known, labels = len(self._sums), lessons.targets.shape[1]
        if labels > known:
            self._codes = np.append(self._codes, lessons.codes[known:labels])
            self._sums, self._counts = widened(self._sums, labels), widened(self._counts, labels)
            self._watched.clear()
            self._change(lessons.names_from(known), 1.0)
        self._change(lessons, 1.0)

    def forget(self, lessons: Lessons) -> None:
        """Take the lessons' texts out of their labels' sums."""
        self._watched.drop(lessons.ids)
        self._change(lessons, -1.0)
        emptied = self._counts < 1
        self._sums[emptied] = 0.0  # exactly, not but for rounding

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these labels only."""
        kept = [column for column in columns if column < len(self._sums)]
        self._sums, self._counts = self._sums[kept], self._counts[kept]
        self._codes = self._codes[kept]
        self._watched.clear()

    def predict(self, batch: Batch) -> Outlook:
        """Return the cosine with each label's sum, 0 for a label without texts, and its offset."""
        return scored(self._asked(batch) + self._offsets.of(self._codes))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the same with each lesson taken out of its own label."""
        return scored(self._left_out(lessons) + self._offsets.of(self._codes))

    def nearness(self, batch: Batch) -> NDArray[np.float64]:
        """Return the cosine with the nearest label's sum."""
        return self._asked(batch).max(axis=1, initial=0.0)

    def nearness_left_out(self, lessons: Lessons) -> NDArray[np.float64]:
        """Return the same of each lesson without it."""
        return self._left_out(lessons).max(axis=1, initial=0.0)

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how each lesson moves the question's cosine with its label."""
        rows, asked = self._rows(lessons.batch), self._rows(question)
        size, whole = _squares_of(asked), asked @ self._sums.T
        left = (whole - lessons.targets * (rows @ asked.T)) * self._stays(lessons)
        squares = self._squares_without(lessons, rows @ self._sums.T, _squares_of(rows))
        moved = _cosines(whole, self._squares(), size) - _cosines(left, squares, size)
        influences: NDArray[np.float64] = (moved * lessons.targets).cpu().numpy()
        return influences

    def save(self) -> Arrays:
        """Return the labels' offsets."""
        return self._offsets.save()

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved offsets; raises as :meth:`Offsets.load` does."""
        return cls._for(context, Offsets.load(arrays))

    @classmethod
    def _for(cls, context: FitContext, offsets: Offsets) -> Self:
        meaning = columns_of(context.features, Group.MEANING)
        letters = columns_of(context.features, Group.TEXT)
        lengths = np.ones(len(meaning) + len(letters))
        lengths[len(meaning) :] = LETTERS if len(meaning) else 1.0
        device = exact_device(context.config.device)
        return cls(np.concatenate([meaning, letters]), lengths, device, offsets)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self).__new__(type(self))
        other._columns, other._lengths = self._columns, self._lengths
        other._offsets, other._codes = self._offsets, self._codes
        other._sums, other._counts = self._sums.clone(), self._counts.clone()
        other._watched = self._watched.copy()
        return other

    def _asked(self, batch: Batch) -> NDArray[np.float64]:
        """Return the cosine of each row with each label's sum; shape (rows, labels)."""
        rows = self._rows(batch)
        inner = rows @ self._sums.T
        return to_numpy(_cosines(inner, self._squares(), _squares_of(rows)))

    def _left_out(self, lessons: Lessons) -> NDArray[np.float64]:
        """Return the same of each lesson with it taken out of its own label."""
        inner, sizes = self._watched.follow(lessons, self._measure)
        left = (inner - lessons.targets * sizes) * self._stays(lessons)
        return to_numpy(_cosines(left, self._squares_without(lessons, inner, sizes), sizes))

    def _rows(self, batch: Batch) -> Tensor:
        return batch.features[:, self._columns] * self._lengths

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor]:
        rows = self._rows(lessons.batch)
        return rows, rows @ self._sums.T, _squares_of(rows)

    def _change(self, lessons: Lessons, sign: float) -> None:
        rows = self._rows(lessons.batch)
        labels = lessons.targets.shape[1]
        self._sums[:labels].addmm_(lessons.targets.T, rows, alpha=sign)
        self._counts[:labels] += sign * lessons.targets.sum(dim=0)
        if self._watched.may_move(lessons):
            theirs, inner, _ = self._watched.measures
            inner[:, :labels].addmm_(theirs @ rows.T, lessons.targets, alpha=sign)

    def _squares(self) -> Tensor:
        return self._sums.square().sum(dim=1)

    def _squares_without(self, lessons: Lessons, inner: Tensor, sizes: Tensor) -> Tensor:
        """Return the sums' squared lengths, each lesson out of its own; (lessons, labels)."""
        return self._squares() - lessons.targets * (2.0 * inner - sizes)

    def _stays(self, lessons: Lessons) -> Tensor:
        """Return 0 where a label has no text left without the lesson, else 1."""
        return 1.0 - lessons.targets * (self._counts < 2)


def _squares_of(rows: Tensor) -> Tensor:
    return rows.square().sum(dim=1, keepdim=True)


def _cosines(inner: Tensor, squares: Tensor, sizes: Tensor) -> Tensor:
    """Return scores from inner products and the squared lengths of both sides."""
    return SHARPNESS * inner / (squares.clamp_min(NOTHING) * sizes.clamp_min(NOTHING)).sqrt()
