"""The discriminant expert: linear discriminant analysis of what texts mean, one by one.

With a label's mean m and the scatter W within labels, shrunk to the identity, the score of a
text x is, but for a constant::

    (n + l) (x'A⁻¹m - m'A⁻¹m / 2)        A = lI + W

Source: Hastie, Tibshirani and Friedman 2009, "The Elements of Statistical Learning", §4.3; one
more text of a label moves W by the outer product of a vector with itself (Welford 1962).
"""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.learning.config import exact_device
from core.learning.encoding.field import Group
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.scatter import SHRINKAGE, Scatter, Without
from core.learning.experts.scoring import columns_of, is_category_from_text, scored
from core.learning.experts.watched import Watched

SHARPNESS = 0.3
"""Texts are not normally distributed: a first guess, which the honest record corrects."""


class DiscriminantExpert:
    """Normal distributions with a mean for each label and one covariance for all.

    Sees the sentence vectors; without an encoder, the hashed n-grams.
    """

    name = "discriminant"

    def __init__(self, columns: NDArray[np.intp], device: torch.device) -> None:
        self._columns = torch.from_numpy(columns).to(device)
        self._scatter = Scatter(len(columns), device)
        self._watched = Watched()
        """The rows x, x'A⁻¹m for each label, and x'A⁻¹x."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether labels are to be told from texts."""
        return is_category_from_text(context)

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:  # noqa: ARG003 - nothing to fit
        """Return the expert for this feature map."""
        return cls.load({}, context)

    def observe(self, lessons: Lessons) -> None:
        """Add the lessons to their labels' means and to the scatter about them.

        A label's name is its first text; alone, it scatters about nothing.
        """
        known = len(self._scatter.means)
        if self._scatter.widen(lessons.targets.shape[1]):
            self._watched.clear()
            self._change(lessons.names_from(known), 1.0)
        self._change(lessons, 1.0)

    def forget(self, lessons: Lessons) -> None:
        """Take the lessons out again."""
        self._watched.drop(lessons.ids)
        self._change(lessons, -1.0)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these labels only."""
        self._scatter.keep(columns)
        self._watched.clear()

    def predict(self, batch: Batch) -> Outlook:
        """Return the log-likelihood of each row under each label, but for a constant."""
        found = self._scatter
        inner = (self._rows(batch) @ found.inverse) @ found.means.T
        scores = inner - 0.5 * found.cross.diagonal()
        return scored(_known(scores * self._factor(0), found.counts >= 1))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the same with each lesson taken out of its label."""
        inner, own = self._watched.follow(lessons, self._measure)
        labels = lessons.targets.argmax(dim=1)
        mine = inner.gather(1, labels[:, None])
        without = self._scatter.without(labels, inner, own)
        return scored(self._left(inner, own - mine, without))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how each lesson moves the question's scores."""
        found, asked = self._scatter, self._rows(question)
        rows, inner, own = self._measure(lessons)
        labels = lessons.targets.argmax(dim=1)
        spread = asked @ found.inverse
        theirs, across = spread @ found.means.T, rows @ spread.T
        aside = across - theirs[0, labels][:, None]
        left = self._left(theirs, aside, found.without(labels, inner, own))
        moved: NDArray[np.float64] = self.predict(question).centers - left.cpu().numpy()
        return moved

    def save(self) -> Arrays:
        """Return nothing: there is no fit."""
        return {}

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:  # noqa: ARG003 - nothing saved
        """Return the expert for this feature map."""
        meaning = columns_of(context.features, Group.MEANING)
        columns = meaning if len(meaning) else columns_of(context.features, Group.TEXT)
        return cls(columns, exact_device(context.config.device))

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self).__new__(type(self))
        other._columns = self._columns
        other._scatter, other._watched = self._scatter.copy(), self._watched.copy()
        return other

    def _rows(self, batch: Batch) -> Tensor:
        return batch.features[:, self._columns]

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor]:
        rows = self._rows(lessons.batch)
        spread = rows @ self._scatter.inverse
        return rows, spread @ self._scatter.means.T, (spread * rows).sum(dim=1, keepdim=True)

    def _change(self, lessons: Lessons, sign: float) -> None:
        rows, labels = self._rows(lessons.batch), lessons.targets.argmax(dim=1)
        if not self._watched.may_move(lessons):
            self._scatter.change(rows, labels, sign)
            return
        theirs, inner, own = self._watched.measures
        for row, label in zip(rows, labels.tolist(), strict=True):
            step = self._scatter.step(row, label, sign)
            along = theirs @ step.direction
            own -= step.shrink * along.square()[:, None]
            inner -= step.shrink * along[:, None] * step.means
            inner[:, label] += step.shift * along
            inner[:, self._scatter.counts < 1] = 0.0

    def _factor(self, without: int) -> float:
        return SHARPNESS * (self._scatter.count - without + SHRINKAGE)

    def _left(self, inner: Tensor, aside: Tensor, without: Without) -> Tensor:
        """Return scores with lessons left out.

        Args:
            inner: x'A⁻¹m of the texts asked for, with the lessons.
            aside: (x, y - m)A⁻¹ for the lesson y, m its label's mean.
            without: what each lesson changes.
        """
        along = aside * without.ratio
        left = inner - without.shrink * along * without.means
        left += without.own * (without.shift * along)
        taught = self._scatter.counts - without.own >= 1
        return _known((left - 0.5 * without.squares) * self._factor(1), taught)


def _known(scores: Tensor, taught: Tensor) -> Tensor:
    """Return the scores with those of labels without texts as low as any other."""
    if not scores.shape[1]:
        return scores
    lowest = torch.where(taught, scores, torch.inf).amin(dim=1, keepdim=True)
    lowest = torch.where(lowest.isinf(), 0.0, lowest)
    return torch.where(taught, scores, lowest)
