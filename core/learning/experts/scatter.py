"""Means of labels and the scatter about them, its inverse kept up to date one row at a time.

With c rows of a label beforehand, of mean m, a row x changes the scatter A and the mean by::

    A + c / (c + 1) rr'        m + r / (c + 1)        r = x - m

and Sherman and Morrison 1950 give the inverse. Taking a row out is the same with the signs turned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor

from core.learning.experts.scoring import widened

SHRINKAGE = 2.0
"""Squared length in each direction that the scatter is thought to have beforehand."""
REFRESH_EVERY = 256
"""Steps after which rounding errors are cleared by a Cholesky factorisation."""
FEW = 8
"""Rows up to which steps are cheaper than a factorisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How one row moved the inverse, and its label's mean."""

    direction: Tensor
    """A⁻¹r before; shape (width,)."""
    means: Tensor
    """m'A⁻¹r of each label before; shape (labels,)."""
    shrink: float
    """A⁻¹ became A⁻¹ - shrink A⁻¹rr'A⁻¹."""
    shift: float
    """What x'A⁻¹r of before times this adds to x'A⁻¹m of the label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What taking out each of several rows alone would change; shapes (rows, 1 or labels)."""

    ratio: Tensor
    """r over x - m, where m is the label's mean with the row."""
    means: Tensor
    shrink: Tensor
    shift: Tensor
    own: Tensor
    """1 for the row's label."""
    squares: Tensor
    """m'A⁻¹m without the row."""


class Scatter:
    """Sufficient statistics of rows with labels."""

    def __init__(self, width: int, device: torch.device) -> None:
        self._matrix = SHRINKAGE * torch.eye(width, dtype=torch.float64, device=device)
        self.inverse = torch.eye(width, dtype=torch.float64, device=device) / SHRINKAGE
        self.means = torch.zeros(0, width, dtype=torch.float64, device=device)
        self.counts = torch.zeros(0, dtype=torch.float64, device=device)
        self.cross = torch.zeros(0, 0, dtype=torch.float64, device=device)
        """m'A⁻¹m of each pair of labels; shape (labels, labels)."""
        self.count = 0
        self._steps = 0

    def widen(self, labels: int) -> bool:
        """Make room for new labels; return whether there were any."""
        more = labels - len(self.means)
        if more > 0:
            self.means, self.counts = widened(self.means, labels), widened(self.counts, labels)
            self.cross = torch.nn.functional.pad(self.cross, (0, more, 0, more))
        return more > 0

    def keep(self, labels: Sequence[int]) -> None:
        """Keep these labels only; the others have one row at most, about which nothing scatters."""
        kept = [label for label in labels if label < len(self.means)]
        self.means, self.counts = self.means[kept], self.counts[kept]
        self.count = round(float(self.counts.sum()))
        self.cross = self.cross[kept][:, kept]

    def change(self, rows: Tensor, labels: Tensor, sign: float) -> None:
        """Add rows (sign 1) or take them out (-1)."""
        if len(rows) <= FEW:
            for row, label in zip(rows, labels.tolist(), strict=True):
                self.step(row, label, sign)
            return
        outer = (self.means.T * self.counts) @ self.means
        sums = self.means * self.counts[:, None]
        sums.index_add_(0, labels, rows, alpha=sign)
        self.counts.index_add_(0, labels, torch.ones_like(rows[:, 0]), alpha=sign)
        self.means = sums / self.counts.clamp_min(1.0)[:, None]
        self.means[self.counts < 1] = 0.0
        self.count += int(sign) * len(rows)
        self._matrix += outer + sign * rows.T @ rows - (self.means.T * self.counts) @ self.means
        self._refresh()

    def step(self, row: Tensor, label: int, sign: float) -> Step:
        """Add or take out one row and return what that changed."""
        before = float(self.counts[label]) - (sign < 0)
        ratio = 1.0 if sign > 0 else (before + 1.0) / max(before, 1.0)
        aside = (row - self.means[label]) * ratio
        direction = self.inverse @ aside
        length, means = float(aside @ direction), self.means @ direction
        share = sign * before / (before + 1.0)
        shrink = share / (1.0 + share * length)
        rest = 1.0 - shrink * length
        move = sign / (before + 1.0)
        self._matrix.addr_(aside, aside, alpha=share)
        self.inverse.addr_(direction, direction, alpha=-shrink)
        self.cross.addr_(means, means, alpha=-shrink)
        moved = move * rest * means
        self.cross[label] += moved
        self.cross[:, label] += moved
        self.cross[label, label] += move**2 * rest * length
        self._move_mean(label, aside, sign, move)
        return Step(direction=direction, means=means, shrink=shrink, shift=move * rest)

    def without(self, labels: Tensor, inner: Tensor, own: Tensor) -> Without:
        """Return what taking out each row alone would change.

        Args:
            labels: of the rows; shape (rows,).
            inner: x'A⁻¹m; shape (rows, labels).
            own: x'A⁻¹x; shape (rows, 1).
        """
        before = (self.counts[labels] - 1.0)[:, None]
        ratio = (before + 1.0) / before.clamp_min(1.0)
        mine = inner.gather(1, labels[:, None])
        middle = self.cross.diagonal()[labels][:, None]
        length = ratio.square() * (own - 2.0 * mine + middle)
        means = ratio * (inner - self.cross[labels])
        share = -before / (before + 1.0)
        shrink = share / (1.0 + share * length).clamp_min(1e-12)
        rest, move = 1.0 - shrink * length, -1.0 / (before + 1.0)
        is_own = torch.zeros_like(inner).scatter_(1, labels[:, None], 1.0)
        squares = self.cross.diagonal() - shrink * means.square()
        squares += is_own * (2.0 * move * rest * means + move.square() * rest * length)
        return Without(
            ratio=ratio, means=means, shrink=shrink, shift=move * rest, own=is_own, squares=squares
        )

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self).__new__(type(self))
        for name, value in vars(self).items():
            setattr(other, name, value.clone() if isinstance(value, Tensor) else value)
        return other

    def _move_mean(self, label: int, aside: Tensor, sign: float, move: float) -> None:
        self.counts[label] += sign
        self.count += int(sign)
        self.means[label] += move * aside
        if self.counts[label] < 1:
            self.means[label], self.cross[label], self.cross[:, label] = 0.0, 0.0, 0.0
        self._steps += 1
        if self._steps > REFRESH_EVERY:
            self._refresh()

    def _refresh(self) -> None:
        self.inverse = torch.cholesky_inverse(torch.linalg.cholesky(self._matrix))
        self.cross = self.means @ self.inverse @ self.means.T
        self._steps = 0
