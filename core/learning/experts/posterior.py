"""Bayesian linear regression in closed form: exact to observe, forget, leave out and attribute.

With unit prior precision on the columns x of a row and noise variance s² ~ IG(a, b)::

    w | s² ~ N(W, s² P)    P = (I + X'X)⁻¹    W = P X'Y    b = b₀ + (Y'Y - W'X'Y) / 2

Several outputs share P. Source: Bishop 2006, "Pattern Recognition and Machine Learning", §3.3;
O'Hagan and Forster 2004, "Kendall's Advanced Theory of Statistics 2B", §11 (normal-inverse-gamma).
"""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

PRIOR_SHAPE = 1.0
PRIOR_RATE = 0.02
"""Noise is thought to be about a seventh of the target's deviation, as if from two examples."""
REFRESH_EVERY = 256
"""Low-rank changes after which rounding errors are cleared by a Cholesky factorisation."""
SAFE = 1e-6
"""A downdate that leaves less than this of a variance is done by Cholesky instead."""


class Posterior:
    """Sufficient statistics of the rows observed, and what follows from them.

    Shape:
        rows (n, width) and targets (n, outputs), all float64 and on one device.
    """

    def __init__(self, width: int, outputs: int, device: torch.device) -> None:
        self.count = 0
        self.precision = torch.eye(width, dtype=torch.float64, device=device)
        self.covariance = self.precision.clone()
        self.weights = torch.zeros(width, outputs, dtype=torch.float64, device=device)
        self._moment = self.weights.clone()
        self._squares = torch.zeros(outputs, dtype=torch.float64, device=device)
        self._changes = 0
        self.watched = self.weights.new_empty(0, width)
        """Rows that are looked at again and again; shape (watched, width)."""
        self.spread = self.watched
        """The watched rows times the covariance, kept up to date; shape as theirs."""

    @property
    def shape(self) -> float:
        """The noise posterior's a; half the degrees of freedom of a prediction."""
        return PRIOR_SHAPE + 0.5 * self.count

    @property
    def rate(self) -> Tensor:
        """The noise posterior's b; shape (outputs,)."""
        explained = (self.weights * self._moment).sum(dim=0)
        return PRIOR_RATE + 0.5 * (self._squares - explained).clamp_min(0.0)

    def observe(self, rows: Tensor, targets: Tensor) -> None:
        """Add rows."""
        self._widen(targets.shape[1])
        if len(rows):
            self._change(rows, targets, sign=1.0)

    def forget(self, rows: Tensor, targets: Tensor) -> None:
        """Take away rows that were added."""
        self._change(rows, targets, sign=-1.0)

    def watch(self, places: NDArray[np.intp], rows: Tensor) -> None:
        """Watch rows at these places: instead of those there, or after the last."""
        if not len(rows):
            return
        more = max(int(places.max()) + 1 - len(self.watched), 0)
        if more:
            self.watched = torch.nn.functional.pad(self.watched, (0, 0, 0, more))
            self.spread = torch.nn.functional.pad(self.spread, (0, 0, 0, more))
        self.watched[places], self.spread[places] = rows, rows @ self.covariance

    def of_watched(self) -> tuple[Tensor, Tensor]:
        """Return the watched rows' centres (watched, outputs) and their leverages (watched,)."""
        leverages = torch.linalg.vecdot(self.spread, self.watched)
        return self.watched @ self.weights, leverages

    def unwatch(self, staying: NDArray[np.intp]) -> None:
        """Go on watching only the rows at these places."""
        self.watched, self.spread = self.watched[staying], self.spread[staying]

    def keep(self, outputs: Sequence[int]) -> None:
        """Keep these outputs only."""
        chosen = torch.as_tensor(list(outputs), dtype=torch.long, device=self.weights.device)
        chosen = chosen[chosen < self.weights.shape[1]]
        self.weights = self.weights[:, chosen]
        self._moment = self._moment[:, chosen]
        self._squares = self._squares[chosen]

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self).__new__(type(self))
        for name, value in vars(self).items():
            setattr(other, name, value.clone() if isinstance(value, Tensor) else value)
        return other

    def _widen(self, outputs: int) -> None:
        """Make room for new outputs: as if every row so far had had zero there."""
        more = outputs - self.weights.shape[1]
        if more > 0:
            self.weights = torch.nn.functional.pad(self.weights, (0, more))
            self._moment = torch.nn.functional.pad(self._moment, (0, more))
            self._squares = torch.nn.functional.pad(self._squares, (0, more))

    def _change(self, rows: Tensor, targets: Tensor, *, sign: float) -> None:
        missing = self.weights.shape[1] - targets.shape[1]
        targets = torch.nn.functional.pad(targets, (0, missing)) if missing > 0 else targets
        self.count += int(sign) * len(rows)
        self.precision.addmm_(rows.T, rows, alpha=sign)
        self._moment.addmm_(rows.T, targets, alpha=sign)
        self._squares += sign * targets.square().sum(dim=0)
        self._changes += len(rows)
        few = len(rows) <= len(self.precision) // 8 or len(rows) == 1
        if self._changes > REFRESH_EVERY or not few or not self._low_rank(rows, targets, sign):
            self._refresh()

    def _low_rank(self, rows: Tensor, targets: Tensor, sign: float) -> bool:
        """Move covariance and weights by Woodbury's identity; False where that would be inexact."""
        spread = self.covariance @ rows.T
        inner = rows @ spread * sign
        inner.diagonal().add_(1.0)
        factor, failed = torch.linalg.cholesky_ex(inner)
        if int(failed) or float(factor.diagonal().amin()) ** 2 < SAFE:
            return False
        residuals = targets - rows @ self.weights
        self.weights.addmm_(spread, torch.cholesky_solve(residuals, factor), alpha=sign)
        half = torch.linalg.solve_triangular(factor, spread.T, upper=False)
        self.covariance.addmm_(half.T, half, alpha=-sign)
        if len(self.watched):
            self.spread.addmm_(self.watched @ half.T, half, alpha=-sign)
        return True

    def _refresh(self) -> None:
        factor = torch.linalg.cholesky(self.precision)
        self.covariance = torch.cholesky_inverse(factor)
        self.weights = torch.cholesky_solve(self._moment, factor)
        self.spread = self.watched @ self.covariance
        self._changes = 0
