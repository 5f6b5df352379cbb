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
from core.learning.experts.posterior import PRIOR_RATE, Posterior

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
        self._watched_ids = np.empty(0, dtype=np.int64)

    @abstractmethod
    def _columns(self, batch: Batch) -> Tensor:
        """Return the rows' columns; shape (rows, width)."""

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well."""
        self._posterior.observe(self._columns(lessons.batch), lessons.targets)

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons."""
        self._unwatch(np.flatnonzero(~np.isin(self._watched_ids, lessons.ids)))
        self._posterior.forget(self._columns(lessons.batch), lessons.targets)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        self._posterior.keep(columns)

    def predict(self, batch: Batch) -> Outlook:
        """Return the posterior predictive of each row."""
        rows = self._columns(batch)
        leverage = ((rows @ self._posterior.covariance) * rows).sum(dim=1)
        return outlook(
            self._kind,
            rows @ self._posterior.weights,
            1.0 + leverage,
            self._posterior.shape,
            self._posterior.rate,
        )

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the exact predictive of each lesson without it."""
        places = self._watch(lessons)
        fitted, leverage = self._posterior.of_watched()
        rest = (1.0 - leverage[places]).clamp_min(1e-12)
        residuals = lessons.targets - fitted[places]
        shape = self._posterior.shape - 0.5
        rates = self._posterior.rate - 0.5 * residuals.square() / rest[:, None]
        centers = lessons.targets - residuals / rest[:, None]
        return outlook(self._kind, centers, 1.0 / rest, shape, rates.clamp_min(PRIOR_RATE))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each lesson moves the question's centres, exactly."""
        rows = self._columns(lessons.batch)
        spread = rows @ self._posterior.covariance
        residuals, rest = self._without(lessons.targets, rows, spread)
        shares = (spread @ self._columns(question).T) / rest[:, None]
        return to_numpy(shares * residuals * sharpness(self._kind))

    def _without(self, targets: Tensor, rows: Tensor, spread: Tensor) -> tuple[Tensor, Tensor]:
        """Return the rows' residuals, and 1 minus their leverage."""
        rest = (1.0 - (spread * rows).sum(dim=1)).clamp_min(1e-12)
        return targets - rows @ self._posterior.weights, rest

    def _watch(self, lessons: Lessons) -> NDArray[np.intp]:
        """Return where the lessons lie among the watched rows, having put the new ones there.

        The posterior moves what it knows of them with itself, so that only new lessons cost
        anything; they take the places of lessons that are not asked for.
        """
        if len(self._watched_ids) > len(lessons):
            self._unwatch(np.flatnonzero(np.isin(self._watched_ids, lessons.ids)))
        known = np.isin(lessons.ids, self._watched_ids)
        fresh = np.flatnonzero(~known)
        if len(fresh):
            gone = np.flatnonzero(~np.isin(self._watched_ids, lessons.ids))[: len(fresh)]
            start = len(self._watched_ids)
            places = np.concatenate([gone, np.arange(start, start + len(fresh) - len(gone))])
            ids = np.concatenate([self._watched_ids, np.zeros(len(fresh) - len(gone), np.int64)])
            ids[places] = lessons.ids[fresh]
            self._posterior.watch(places, self._columns(lessons.pick(fresh).batch))
            self._watched_ids = ids
        order = np.argsort(self._watched_ids)
        return order[np.searchsorted(self._watched_ids[order], lessons.ids)]

    def _unwatch(self, staying: NDArray[np.intp]) -> None:
        """Go on watching only the lessons at these places."""
        if len(staying) < len(self._watched_ids):
            self._watched_ids = self._watched_ids[staying]
            self._posterior.unwatch(staying)

    def _copy_to(self, other: Self) -> Self:
        """Return the other, of the same fit, with this one's posterior."""
        other._posterior = self._posterior.copy()
        other._watched_ids = self._watched_ids
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
