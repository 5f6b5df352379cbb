"""The rule: the median of what was taught, or how often each label was; and the nearest example."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook

PRIOR_SHAPE = 1.0
PRIOR_RATE = 0.5
"""Before any example the noise is thought to be about the standardised target's deviation."""
PRIOR_COUNT = 0.5
"""Imagined examples of each label. Source: Jeffreys' prior."""


class RuleExpert:
    """Knows the targets only; the yardstick of every other expert."""

    name = "rule"

    def __init__(self, kind: TargetKind) -> None:
        self._kind = kind
        self._sorted = np.empty(0)
        """Numbers: the observed targets, ascending."""
        self._counts = np.empty(0)
        """Categories: how many lessons each label has."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:  # noqa: ARG003 - all alike
        """Return True: it suits every task."""
        return True

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:  # noqa: ARG003 - nothing to fit
        """Return the rule for this kind of target."""
        return cls(context.kind)

    def observe(self, lessons: Lessons) -> None:
        """Count the lessons as well."""
        targets = _plain(lessons.targets)
        if self._kind is TargetKind.NUMBER:
            # Of what is almost sorted the stable sort makes one pass.
            self._sorted = np.sort(np.append(self._sorted, targets[:, 0]), kind="stable")
            return
        self._widen(targets.shape[1])
        self._counts = self._counts + targets.sum(axis=0)

    def forget(self, lessons: Lessons) -> None:
        """Count these lessons no longer."""
        targets = _plain(lessons.targets)
        if self._kind is TargetKind.CATEGORY:
            self._counts = self._counts - targets.sum(axis=0)
            return
        gone = np.sort(targets[:, 0])
        repeats = np.arange(len(gone)) - np.searchsorted(gone, gone)
        self._sorted = np.delete(self._sorted, np.searchsorted(self._sorted, gone) + repeats)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        if self._kind is TargetKind.CATEGORY:
            self._counts = self._counts[[c for c in columns if c < len(self._counts)]]

    def predict(self, batch: Batch) -> Outlook:
        """Return the same for each row."""
        if self._kind is TargetKind.CATEGORY:
            scores = np.log(self._counts + PRIOR_COUNT)
            return _scores(np.tile(scores, (len(batch), 1)))
        taught = self._sorted
        low, high = (len(taught) - 1) // 2, len(taught) // 2
        middle = float(0.5 * (taught[low] + taught[high])) if len(taught) else 0.0
        rate = PRIOR_RATE + 0.5 * float(np.square(taught - middle).sum())
        scale = np.sqrt(rate / self._shape(len(taught)) * (1.0 + 1.0 / max(len(taught), 1)))
        return Outlook(
            centers=np.full((len(batch), 1), middle),
            scales=np.full(len(batch), scale),
            freedom=2.0 * self._shape(len(taught)),
        )

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the rule of all lessons but each."""
        targets = _plain(lessons.targets)
        if self._kind is TargetKind.CATEGORY:
            return _scores(np.log(self._counts - targets + PRIOR_COUNT))
        left, z = len(self._sorted) - 1, targets[:, 0]
        middles = self._medians_without(z)
        # The sum of squares about a moved centre, from the sums about 0.
        total = self._sorted.sum() - z
        squares = np.square(self._sorted).sum() - np.square(z)
        about = np.maximum(squares - 2 * middles * total + left * np.square(middles), 0.0)
        scales = np.sqrt((PRIOR_RATE + 0.5 * about) / self._shape(left) * (1 + 1 / max(left, 1)))
        return Outlook(centers=middles[:, None], scales=scales, freedom=2.0 * self._shape(left))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each lesson moves the median, or the scores of the labels."""
        return self.predict(question).centers - self.leave_one_out(lessons).centers

    def save(self) -> Arrays:
        """Return nothing: there is no fit."""
        return {}

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:  # noqa: ARG003 - nothing saved
        """Return the rule for this kind of target."""
        return cls(context.kind)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._kind)
        other._sorted, other._counts = self._sorted.copy(), self._counts.copy()
        return other

    def _shape(self, count: int) -> float:
        return PRIOR_SHAPE + 0.5 * count

    def _widen(self, labels: int) -> None:
        self._counts = np.pad(self._counts, (0, max(labels - len(self._counts), 0)))

    def _medians_without(self, z: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the median of the sorted targets without one of each value; shape as z."""
        left = len(self._sorted) - 1
        if left < 1:
            return np.zeros(len(z))
        removed = np.searchsorted(self._sorted, z)
        low, high = (left - 1) // 2, left // 2
        lows = self._sorted[low + (low >= removed)]
        return 0.5 * (lows + self._sorted[high + (high >= removed)])


def _scores(scores: NDArray[np.float64]) -> Outlook:
    return Outlook(centers=scores, scales=np.ones(len(scores)), freedom=np.inf)


def _plain(tensor: Tensor) -> NDArray[np.float64]:
    return tensor.cpu().numpy().astype(np.float64, copy=False)
