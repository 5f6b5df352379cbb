"""What every expert shares that regresses linearly on columns of its own making."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.experts.expert import Batch, Lessons, Outlook
from core.learning.experts.posterior import PRIOR_RATE, Posterior, Step
from core.learning.experts.watched import FEW, MOST, Watched

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
        self._watched = Watched()
        """Columns, centres (lessons, outputs) and leverages (lessons, 1)."""

    @abstractmethod
    def _columns(self, batch: Batch) -> Tensor:
        """Return the rows' columns; shape (rows, width)."""

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well."""
        rows = self._columns(lessons.batch)
        step = self._posterior.observe(rows, lessons.targets)
        self._move(lessons, step)
        if step and 0 < len(self._watched) <= MOST + FEW:
            centers = rows @ self._posterior.weights
            self._watched.put(lessons.ids, (rows, centers, step.leverages[:, None]))

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons."""
        self._watched.drop(lessons.ids)
        step = self._posterior.forget(self._columns(lessons.batch), lessons.targets)
        self._move(lessons, step)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        self._posterior.keep(columns)
        self._watched.clear()

    def predict(self, batch: Batch) -> Outlook:
        """Return the posterior predictive of each row."""
        rows = self._columns(batch)
        return outlook(
            self._kind,
            rows @ self._posterior.weights,
            1.0 + self._posterior.leverages(rows),
            self._posterior.shape,
            self._posterior.rate,
        )

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the exact predictive of each lesson without it."""
        fitted, leverages = self._watched.follow(lessons, self._measure)
        rest = (1.0 - leverages[:, 0]).clamp_min(1e-12)
        residuals = lessons.targets - fitted
        shape = self._posterior.shape - 0.5
        rates = self._posterior.rate - 0.5 * residuals.square() / rest[:, None]
        centers = lessons.targets - residuals / rest[:, None]
        return outlook(self._kind, centers, 1.0 / rest, shape, rates.clamp_min(PRIOR_RATE))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each lesson moves the question's centres, exactly."""
        asked = self._posterior.spread(self._columns(question))
        rows = self._columns(lessons.batch)
        rest = (1.0 - self._posterior.leverages(rows)).clamp_min(1e-12)
        residuals = lessons.targets - rows @ self._posterior.weights
        shares = (rows @ asked.T) / rest[:, None]
        return to_numpy(shares * residuals * sharpness(self._kind))

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor]:
        rows = self._columns(lessons.batch)
        return rows, rows @ self._posterior.weights, self._posterior.leverages(rows)[:, None]

    def _move(self, lessons: Lessons, step: Step | None) -> None:
        """Bring what is watched up to date."""
        if not self._watched.may_move(lessons):
            return
        if step is None:
            self._watched.clear()
            return
        rows, centers, leverages = self._watched.measures
        shared = rows @ step.halves.T
        more = step.gains.shape[1] - centers.shape[1]
        centers = torch.nn.functional.pad(centers, (0, more)) if more > 0 else centers
        centers.addmm_(shared, step.gains, alpha=step.sign)
        leverages.sub_(shared.square().sum(dim=1, keepdim=True), alpha=step.sign)
        self._watched.measures = (rows, centers, leverages)

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
    scales = torch.ones_like(factors)
    if kind is TargetKind.NUMBER:
        scales = (factors * rates.expand(len(factors), 1)[:, 0] / shape).sqrt()
    return Outlook(
        centers=to_numpy(centers * sharpness(kind)), scales=to_numpy(scales), freedom=2.0 * shape
    )


def sharpness(kind: TargetKind) -> float:
    """Return what regressed targets are multiplied by to be scores."""
    return 1.0 if kind is TargetKind.NUMBER else SHARPNESS


def to_numpy(tensor: Tensor) -> NDArray[np.float64]:
    """Return a tensor as an array."""
    return tensor.cpu().numpy().astype(np.float64, copy=False)
