"""Bayesian linear regression in closed form: exact to observe, forget, leave out and attribute.

With unit prior precision on the columns x of a row and noise variance s² ~ IG(a, b)::

    w | s² ~ N(W, s² P)    P = (I + X'X)⁻¹    W = P X'Y    b = b₀ + (Y'Y - W'X'Y) / 2

Several outputs share P. Source: Bishop 2006, "Pattern Recognition and Machine Learning", §3.3;
O'Hagan and Forster 2004, "Kendall's Advanced Theory of Statistics 2B", §11 (normal-inverse-gamma).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor

PRIOR_SHAPE = 1.0
PRIOR_RATE = 0.02
"""Noise is thought to be about a seventh of the target's deviation, as if from two examples."""
REFRESH_EVERY = 256
"""Low-rank changes after which rounding errors are cleared by a Cholesky factorisation."""
SAFE = 1e-6
"""A downdate that leaves less than this of a variance is done by Cholesky instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How rows moved the covariance P and the weights, as they were before."""

    spread: Tensor
    """P X'; shape (width, rows)."""
    factor: Tensor
    """Lower Cholesky factor of I + X P X', or with a minus where rows were taken away."""
    solved: Tensor
    """What X P, from the right, adds to the weights; shape (rows, outputs)."""
    sign: float

    def leverages(self, across: Tensor) -> Tensor:
        """Return what x'Px of other rows loses, given their ``x'PX'``; shape (others,)."""
        half = torch.linalg.solve_triangular(self.factor, across.T, upper=False)
        return self.sign * half.square().sum(dim=0)


class Posterior:
    """Sufficient statistics of the rows observed, and what follows from them.

    Shape:
        rows (n, width) and targets (n, outputs), all float64 and on one device.
    """

    def __init__(self, width: int, outputs: int, device: torch.device) -> None:
        self.count = 0
        self.precision = torch.eye(width, dtype=torch.float64, device=device)
        """As of the last refresh."""
        self._pending: list[tuple[Tensor, float]] = []
        """The rows that came and went since: the precision is only needed there."""
        self.covariance = self.precision.clone()
        self.weights = torch.zeros(width, outputs, dtype=torch.float64, device=device)
        self._moment = self.weights.clone()
        self._squares = torch.zeros(outputs, dtype=torch.float64, device=device)
        self._changes = 0

    @property
    def shape(self) -> float:
        """The noise posterior's a; half the degrees of freedom of a prediction."""
        return PRIOR_SHAPE + 0.5 * self.count

    @property
    def rate(self) -> Tensor:
        """The noise posterior's b; shape (outputs,)."""
        explained = (self.weights * self._moment).sum(dim=0)
        return PRIOR_RATE + 0.5 * (self._squares - explained).clamp_min(0.0)

    def observe(self, rows: Tensor, targets: Tensor) -> Move | None:
        """Add rows; return how they moved it, or None where it was computed anew."""
        self._widen(targets.shape[1])
        return self._change(rows, targets, sign=1.0)

    def forget(self, rows: Tensor, targets: Tensor) -> Move | None:
        """Take away rows that were added; return as :meth:`observe` does."""
        return self._change(rows, targets, sign=-1.0)

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
        other._pending = list(self._pending)
        return other

    def _widen(self, outputs: int) -> None:
        """Make room for new outputs: as if every row so far had had zero there."""
        more = outputs - self.weights.shape[1]
        if more > 0:
            self.weights = torch.nn.functional.pad(self.weights, (0, more))
            self._moment = torch.nn.functional.pad(self._moment, (0, more))
            self._squares = torch.nn.functional.pad(self._squares, (0, more))

    def _change(self, rows: Tensor, targets: Tensor, *, sign: float) -> Move | None:
        missing = self.weights.shape[1] - targets.shape[1]
        targets = torch.nn.functional.pad(targets, (0, missing)) if missing > 0 else targets
        self.count += int(sign) * len(rows)
        self._pending.append((rows, sign))
        self._moment.addmm_(rows.T, targets, alpha=sign)
        self._squares += sign * targets.square().sum(dim=0)
        self._changes += len(rows)
        few = len(rows) <= len(self.precision) // 8 or len(rows) == 1
        if self._changes <= REFRESH_EVERY and few:
            move = self._low_rank(rows, targets, sign)
            if move is not None:
                return move
        self._refresh()
        return None

    def _low_rank(self, rows: Tensor, targets: Tensor, sign: float) -> Move | None:
        """Move covariance and weights by Woodbury's identity; None where that would be inexact."""
        spread = self.covariance @ rows.T
        inner = rows @ spread * sign
        inner.diagonal().add_(1.0)
        factor, failed = torch.linalg.cholesky_ex(inner)
        if int(failed) or float(factor.diagonal().amin()) ** 2 < SAFE:
            return None
        solved = sign * torch.cholesky_solve(targets - rows @ self.weights, factor)
        self.weights.addmm_(spread, solved)
        half = torch.linalg.solve_triangular(factor, spread.T, upper=False)
        self.covariance.addmm_(half.T, half, alpha=-sign)
        return Move(spread=spread, factor=factor, solved=solved, sign=sign)

    def _refresh(self) -> None:
        for rows, sign in self._pending:
            self.precision.addmm_(rows.T, rows, alpha=sign)
        self._pending = []
        factor = torch.linalg.cholesky(self.precision)
        self.covariance = torch.cholesky_inverse(factor)
        self.weights = torch.cholesky_solve(self._moment, factor)
        self._changes = 0
