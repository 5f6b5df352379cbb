"""Gaussian process regression in closed form: exact to observe, forget, leave out and attribute.

With unit noise beside the covariances G of the rows, K = I + G, and the noise variance
s² ~ IG(a, b) integrated out::

    C = K⁻¹    A = C Y    b = b₀ + Y'A / 2
    asked x: centre k(x)'A    factor: 1 + k(x, x) - k(x)'C k(x)
    left out: residual A_i / C_ii    factor: 1 / C_ii

Source: Rasmussen and Williams 2006, "Gaussian Processes for Machine Learning", §2.2, §5.4.2;
the inverse grows and shrinks by its borders (Schur complements).
"""

from collections.abc import Sequence
from typing import Generic, Protocol, Self, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.learning.experts.posterior import PRIOR_RATE, PRIOR_SHAPE

REFRESH_EVERY = 512
"""Bordered changes after which rounding errors are cleared by a Cholesky factorisation."""


class Points(Protocol):
    """Rows where a covariance sees them; never changed."""

    def __len__(self) -> int:
        """Return how many rows there are."""
        ...

    def between(self, others: Self) -> Tensor:
        """Return the covariances with other rows, over the noise's; shape (rows, others)."""
        ...

    def own(self) -> Tensor:
        """Return the variance of each row; shape (rows,)."""
        ...

    def joined(self, others: Self) -> Self:
        """Return these rows and then the others."""
        ...

    def some(self, places: Tensor) -> Self:
        """Return the rows at these places."""
        ...


PointsT = TypeVar("PointsT", bound=Points)


class Gram(Generic[PointsT]):
    """The rows observed and the inverse of their noisy covariances.

    Shape:
        targets and weights (n, outputs); inverse (n, n); all float64 and on one device.
    """

    def __init__(self, none: PointsT, targets: Tensor) -> None:
        """Begin with no rows and no targets (0, outputs)."""
        self._ids = np.empty(0, dtype=np.int64)
        self.points = none
        self.targets = targets
        self._weights = self.targets
        self._room = targets.new_empty(0, 0)
        """The inverse, and empty borders to grow into."""
        self._changes = 0

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> NDArray[np.int64]:
        """The rows' ids, in no particular order."""
        return self._ids

    @property
    def shape(self) -> float:
        """The noise posterior's a; half the degrees of freedom of a prediction."""
        return PRIOR_SHAPE + 0.5 * len(self)

    @property
    def rate(self) -> Tensor:
        """The noise posterior's b; shape (outputs,)."""
        return PRIOR_RATE + 0.5 * (self.targets * self._weights).sum(dim=0).clamp_min(0.0)

    def observe(self, ids: NDArray[np.int64], points: PointsT, targets: Tensor) -> None:
        """Add rows; their targets may have more columns than those so far."""
        pad = torch.nn.functional.pad
        wider = max(self.targets.shape[1], targets.shape[1])
        old = pad(self.targets, (0, wider - self.targets.shape[1]))
        self.targets = torch.cat([old, pad(targets, (0, wider - targets.shape[1]))])
        self._changes += len(ids)
        if len(ids) > len(self) // 2 or self._changes > REFRESH_EVERY:
            self._append(ids, points)
            self._refresh()
            return
        self._border(points)
        self._append(ids, points)
        self._weights = self._inverse @ self.targets

    def forget(self, ids: NDArray[np.int64]) -> None:
        """Take away rows that were added."""
        is_leaving = np.isin(self._ids, ids)
        left = len(self) - int(is_leaving.sum())
        holes = np.flatnonzero(is_leaving[:left])
        movers = left + np.flatnonzero(~is_leaving[left:])
        self._swap(holes, movers)
        edge, corner = self._inverse[left:, :left], self._inverse[left:, left:]
        half = torch.linalg.solve_triangular(torch.linalg.cholesky(corner), edge, upper=False)
        self._room[:left, :left].addmm_(half.T, half, alpha=-1.0)
        staying = np.arange(left)
        staying[holes] = movers
        chosen = torch.from_numpy(staying).to(self.targets.device)
        self._ids = self._ids[staying]
        self.points, self.targets = self.points.some(chosen), self.targets[chosen]
        self._weights = self._inverse @ self.targets
        self._changes += len(ids)
        if self._changes > REFRESH_EVERY:
            self._refresh()

    def keep(self, outputs: Sequence[int]) -> None:
        """Keep these outputs only."""
        chosen = [column for column in outputs if column < self.targets.shape[1]]
        self.targets, self._weights = self.targets[:, chosen], self._weights[:, chosen]

    def predict(self, points: PointsT) -> tuple[Tensor, Tensor]:
        """Return the centres (rows, outputs) and the variances over the noise's (rows,)."""
        cross = points.between(self.points)
        explained = ((cross @ self._inverse) * cross).sum(dim=1)
        factors = (1.0 + points.own() - explained).clamp_min(1.0)
        return cross @ self._weights, factors

    def without(self, ids: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """Return the left-out residuals (rows, outputs) and one over their factors (rows,)."""
        places = self._places(ids)
        precisions = self._inverse.diagonal()[places].clamp(1e-12, 1.0)
        return self._weights[places] / precisions[:, None], precisions

    def influence(self, point: PointsT, ids: NDArray[np.int64]) -> Tensor:
        """Return how far each row moves the centres of a single point; shape (rows, outputs)."""
        spread = (point.between(self.points) @ self._inverse)[0]
        residuals, _ = self.without(ids)
        return spread[self._places(ids)][:, None] * residuals

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self).__new__(type(self))
        vars(other).update(vars(self))
        other._room = self._room.clone()
        return other

    @property
    def _inverse(self) -> Tensor:
        return self._room[: len(self), : len(self)]

    def _places(self, ids: NDArray[np.int64]) -> Tensor:
        order = np.argsort(self._ids)
        places = order[np.searchsorted(self._ids[order], ids)]
        return torch.from_numpy(places).to(self.targets.device)

    def _append(self, ids: NDArray[np.int64], points: PointsT) -> None:
        self._ids = np.concatenate([self._ids, ids])
        self.points = self.points.joined(points)

    def _border(self, points: PointsT) -> None:
        """Grow the inverse by the new rows."""
        n, end = len(self), len(self) + len(points)
        self._reserve(end)
        cross = points.between(self.points).T
        spread = self._inverse @ cross
        inner = points.between(points) - cross.T @ spread
        inner.diagonal().add_(1.0)
        corner = torch.cholesky_inverse(torch.linalg.cholesky(inner))
        edge = spread @ corner
        self._inverse.addmm_(edge, spread.T)
        self._room[:n, n:end] = -edge
        self._room[n:end, :n] = -edge.T
        self._room[n:end, n:end] = corner

    def _swap(self, some: NDArray[np.intp], others: NDArray[np.intp]) -> None:
        """Let rows of the inverse change places with as many others."""
        inverse, here, there = self._inverse, *map(torch.from_numpy, (some, others))
        for matrix in (inverse, inverse.T):
            moved = matrix[here]
            matrix[here] = matrix[there]
            matrix[there] = moved

    def _reserve(self, count: int) -> None:
        if count > len(self._room):
            size = max(count, len(self._room) * 3 // 2)
            room = self._room.new_empty(size, size)
            room[: len(self), : len(self)] = self._inverse
            self._room = room

    def _refresh(self) -> None:
        noisy = self.points.between(self.points)
        noisy.diagonal().add_(1.0)
        self._room = torch.cholesky_inverse(torch.linalg.cholesky(noisy))
        self._weights = self._room @ self.targets
        self._changes = 0
