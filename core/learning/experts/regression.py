"""What every expert shares that regresses linearly on columns of its own making."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.experts.expert import Batch, Lessons, Outlook
from core.learning.experts.gram import Gram
from core.learning.experts.posterior import PRIOR_RATE, Posterior, Step
from core.learning.experts.watched import MOST, Watched

CENTERS = 1
"""The measure that has a column for each output."""
SHARPNESS = 4.0
"""Scores a label's regressed indicator gets: then a logistic slope is that of the regression."""


class RegressionExpert(ABC):
    """Bayesian linear regression on columns; one-hot targets for categories.

    A subclass says what the columns of a row are, scaled so that each weight's prior variance is
    the noise's.
    """

    name: ClassVar[str]

    def __init__(self, kind: TargetKind, width: int, device: torch.device) -> None:
        self._kind = kind
        outputs = 1 if kind is TargetKind.NUMBER else 0
        self._posterior = Posterior(width, outputs, device)
        self._asked: tuple[Batch, Tensor, Tensor] | None = None
        """The row last asked for, its columns and leverage, until something is learned."""
        self._watched = Watched()
        """Columns, centres (lessons, outputs) and leverages (lessons,)."""

    @abstractmethod
    def _columns(self, batch: Batch) -> Tensor:
        """Return the rows' columns; shape (rows, width)."""

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well."""
        rows, self._asked = self._columns(lessons.batch), None
        steps = self._posterior.observe(rows, lessons.targets)
        self._move(lessons, steps)
        if steps and len(steps) == 1 and 0 < len(self._watched) <= MOST:
            leverage = rows.new_tensor([steps[0].leverage])
            self._watched.put(lessons.ids, (rows, rows @ self._posterior.weights, leverage))

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons."""
        self._watched.drop(lessons.ids)
        rows, self._asked = self._columns(lessons.batch), None
        self._move(lessons, self._posterior.forget(rows, lessons.targets))

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        self._posterior.keep(columns)
        self._watched.clear()

    def predict(self, batch: Batch) -> Outlook:
        """Return the posterior predictive of each row."""
        rows, leverages = self._rows_of(batch)
        return outlook(
            self._kind,
            rows @ self._posterior.weights,
            1.0 + leverages,
            self._posterior.shape,
            self._posterior.rate,
        )

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the exact predictive of each lesson without it."""
        fitted, leverages = self._watched.follow(lessons, self._measure)
        return outlook_without(
            self._kind,
            lessons.targets,
            residuals=lessons.targets - fitted,
            rest=(1.0 - leverages).clamp_min(1e-12)[:, None],
            noise=(self._posterior.shape, self._posterior.rate),
        )

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each lesson moves the question's centres, exactly."""
        asked = self._posterior.spread(self._columns(question))
        rows = self._columns(lessons.batch)
        rest = (1.0 - self._posterior.leverages(rows)).clamp_min(1e-12)
        residuals = lessons.targets - rows @ self._posterior.weights
        shares = (rows @ asked.T) / rest[:, None]
        return to_numpy(shares * residuals * sharpness(self._kind))

    def _rows_of(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return the rows' columns and their leverages x'Px; of one row, those worked out last."""
        if len(batch) > 1:
            rows = self._columns(batch)
            return rows, self._posterior.leverages(rows)
        if self._asked is None or self._asked[0] is not batch:
            rows = self._columns(batch)
            self._asked = batch, rows, self._posterior.leverages(rows)
        return self._asked[1:]

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor]:
        rows = self._columns(lessons.batch)
        return rows, rows @ self._posterior.weights, self._posterior.leverages(rows)

    def _move(self, lessons: Lessons, steps: Sequence[Step] | None) -> None:
        """Bring what is watched up to date."""
        if not self._watched.may_move(lessons):
            return
        if steps is None:
            self._watched.clear()
            return
        self._watched.widen(CENTERS, self._posterior.weights.shape[1])
        rows, centers, leverages = self._watched.measures
        for step in steps:
            shared = rows @ step.half
            centers.addr_(shared, step.gain, alpha=step.sign)
            leverages.addcmul_(shared, shared, value=-step.sign)

    def _copy_to(self, other: Self) -> Self:
        """Return the other, of the same fit, with this one's posterior."""
        other._posterior = self._posterior.copy()
        other._watched = self._watched.copy()
        return other


def outlook(
    kind: TargetKind, centers: Tensor, factors: Tensor, shape: float, rates: Tensor
) -> Outlook:
    """Return Student-t predictives: their squared scale is rate / shape times the factor.

    Args:
        kind: of the target.
        centers: shape (rows, outputs).
        factors: variance of each row over the noise's; shape (rows,).
        shape: the noise posterior's a.
        rates: the noise posterior's b; shape (outputs,) or (rows, outputs).
    """
    scales = np.ones(len(factors))
    if kind is TargetKind.NUMBER:
        scales = np.sqrt(to_numpy(factors) * to_numpy(rates)[..., 0] / shape)
    scores = to_numpy(centers) * sharpness(kind)
    return Outlook(centers=scores, scales=scales, freedom=2.0 * shape)


def outlook_without(
    kind: TargetKind,
    targets: Tensor,
    *,
    residuals: Tensor,
    rest: Tensor,
    noise: tuple[float, Tensor],
) -> Outlook:
    """Return the exact predictive of each row without it.

    Args:
        kind: of the target.
        targets: shape (rows, outputs), as residuals.
        residuals: what is left of the targets with the row.
        rest: 1 minus the row's leverage; shape (rows, 1).
        noise: the noise posterior's a and b (outputs,), with the row.
    """
    left, (shape, rates) = residuals / rest, noise
    if kind is TargetKind.NUMBER:
        rates = (rates - 0.5 * residuals * left).clamp_min(PRIOR_RATE)
    return outlook(kind, targets - left, 1.0 / rest[:, 0], shape - 0.5, rates)


def outlook_of_gram_without(kind: TargetKind, gram: Gram[Any], lessons: Lessons) -> Outlook:
    """Return the exact predictive of each lesson without it, by a regression in its dual form."""
    residuals, precisions = gram.without(lessons.ids)
    rest = precisions[:, None]
    return outlook_without(
        kind,
        lessons.targets,
        residuals=residuals * rest,
        rest=rest,
        noise=(gram.shape, gram.rate),
    )


def sharpness(kind: TargetKind) -> float:
    """Return what regressed targets are multiplied by to be scores."""
    return 1.0 if kind is TargetKind.NUMBER else SHARPNESS


def to_numpy(tensor: Tensor) -> NDArray[np.float64]:
    """Return a tensor as an array."""
    return tensor.cpu().numpy().astype(np.float64, copy=False)
