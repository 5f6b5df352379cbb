"""The covariance of two rows: a level, a straight line, and a smooth function of the fields.

    k = CONSTANT + a Matérn52(r) + c x'x      r² = |x - x'|², each coordinate weighed

all over the noise's variance. Source: Rasmussen and Williams 2006, "Gaussian Processes for Machine
Learning", §4.2.1.
"""

from dataclasses import dataclass, replace
from typing import Self

import torch
from torch import Tensor

CONSTANT = 100.0
"""Variance of the level, over the noise's: it is not shrunk."""
NEAR_ENOUGH = 1e-9
JITTER = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """What is fitted of a covariance."""

    weights: Tensor
    """One over the squared length scale of each block of coordinates; shape (blocks,)."""
    amplitude: float
    """Variance of the smooth part, over the noise's."""
    slope: float
    """Variance of a straight line's slope, in weighed coordinates."""

    def between(self, some: Tensor, others: Tensor) -> Tensor:
        """Return the covariances of weighed rows; shape (some, others)."""
        inner = some @ others.T
        squares = _lengths(some)[:, None] + _lengths(others) - 2.0 * inner
        return CONSTANT + self.amplitude * matern(squares.clamp_min(0.0)) + self.slope * inner

    def own(self, points: Tensor) -> Tensor:
        """Return the variance of each weighed row; shape (rows,)."""
        return CONSTANT + self.amplitude + self.slope * _lengths(points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Weighed rows, as a Gram matrix takes them."""

    scales: Scales
    places: Tensor
    """Shape (rows, coordinates)."""

    def __len__(self) -> int:
        return len(self.places)

    def between(self, others: Self) -> Tensor:
        """Return the covariances with other rows; shape (rows, others)."""
        return self.scales.between(self.places, others.places)

    def own(self) -> Tensor:
        """Return the variance of each row; shape (rows,)."""
        return self.scales.own(self.places)

    def joined(self, others: Self) -> Self:
        """Return these rows and then the others."""
        return replace(self, places=torch.cat([self.places, others.places]))

    def some(self, places: Tensor) -> Self:
        """Return the rows at these places."""
        return replace(self, places=self.places[places])


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Columns whose inner products are nearly the covariances: rows as seen from landmarks.

    Source: Williams and Seeger 2001, "Using the Nyström Method to Speed Up Kernel Machines".
    """

    scales: Scales
    landmarks: Tensor
    """Weighed; shape (m, coordinates)."""
    lengths: Tensor
    """Squared; shape (m,)."""
    root: Tensor
    """The Cholesky factor of their smooth covariances; shape (m, m)."""

    @classmethod
    def of(cls, scales: Scales, landmarks: Tensor) -> Self:
        """Return the view from weighed landmarks."""
        lengths = _lengths(landmarks)
        among = lengths[:, None] + lengths - 2.0 * landmarks @ landmarks.T
        gram = scales.amplitude * matern(among.clamp_min(0.0))
        gram.diagonal().add_(JITTER * (1.0 + scales.amplitude))
        root = torch.linalg.cholesky(gram)
        return cls(scales=scales, landmarks=landmarks, lengths=lengths, root=root)

    def columns(self, points: Tensor) -> Tensor:
        """Return the columns of weighed rows; shape (rows, 1 + coordinates + m)."""
        squares = _lengths(points)[:, None] + self.lengths - 2.0 * points @ self.landmarks.T
        cross = self.scales.amplitude * matern(squares.clamp_min(0.0))
        smooth = torch.linalg.solve_triangular(self.root, cross.T, upper=False).T
        level = points.new_full((len(points), 1), CONSTANT**0.5)
        return torch.cat([level, self.scales.slope**0.5 * points, smooth], dim=1)


def matern(squares: Tensor) -> Tensor:
    """Return the Matérn 5/2 correlation at squared distances."""
    distance = (5.0 * squares + NEAR_ENOUGH).sqrt()
    return (1.0 + distance + distance.square() / 3.0) * torch.exp(-distance)


def _lengths(points: Tensor) -> Tensor:
    return points.square().sum(dim=1)
