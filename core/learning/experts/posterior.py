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
SAFE = 1e-5
"""A downdate that leaves less than this of a variance is done by Cholesky instead."""
MOST_PENDING = 32
"""Rows whose changes of the matrices are made in one go: one product costs less than many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How a few rows x moved the posterior: P by -s H'H, the weights by s H'G."""

    halves: Tensor
    """H; shape (rows, width)."""
    gains: Tensor
    """G; shape (rows, outputs)."""
    sign: float
    """s: 1 for rows observed, -1 for rows forgotten."""
    leverages: Tensor
    """x'Px of the rows themselves, after it; shape (rows,)."""


class Posterior:
    """Sufficient statistics of the rows observed, and what follows from them.

    Shape:
        rows (n, width) and targets (n, outputs), all float64 and on one device.
    """

    def __init__(self, width: int, outputs: int, device: torch.device) -> None:
        self.count = 0
        self._precision = torch.eye(width, dtype=torch.float64, device=device)
        self._covariance = self._precision.clone()
        self.weights = torch.zeros(width, outputs, dtype=torch.float64, device=device)
        self._moment = self.weights.clone()
        self._squares = torch.zeros(outputs, dtype=torch.float64, device=device)
        self._changes = 0
        self._rows = self._halves = self.weights.new_empty(0, width)
        """What is still to be added to the precision and taken from the covariance, squared."""
        self._signs = self.weights.new_empty(0)

    @property
    def covariance(self) -> Tensor:
        """P; shape (width, width)."""
        self._settle()
        return self._covariance

    def spread(self, rows: Tensor) -> Tensor:
        """Return XP for rows X; shape as theirs."""
        less = (rows @ self._halves.T * self._signs) @ self._halves
        return rows @ self._covariance - less

    def leverages(self, rows: Tensor) -> Tensor:
        """Return x'Px of each row: how little is known of what it tells; shape (rows,)."""
        return torch.linalg.vecdot(self.spread(rows), rows)

    @property
    def shape(self) -> float:
        """The noise posterior's a; half the degrees of freedom of a prediction."""
        return PRIOR_SHAPE + 0.5 * self.count

    @property
    def rate(self) -> Tensor:
        """The noise posterior's b; shape (outputs,)."""
        explained = (self.weights * self._moment).sum(dim=0)
        return PRIOR_RATE + 0.5 * (self._squares - explained).clamp_min(0.0)

    def observe(self, rows: Tensor, targets: Tensor) -> Step | None:
        """Add rows; return how that moved the posterior, None where it was worked out anew."""
        self._widen(targets.shape[1])
        return self._change(rows, targets, sign=1.0) if len(rows) else None

    def forget(self, rows: Tensor, targets: Tensor) -> Step | None:
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
        return other

    def _widen(self, outputs: int) -> None:
        """Make room for new outputs: as if every row so far had had zero there."""
        more = outputs - self.weights.shape[1]
        if more > 0:
            self.weights = torch.nn.functional.pad(self.weights, (0, more))
            self._moment = torch.nn.functional.pad(self._moment, (0, more))
            self._squares = torch.nn.functional.pad(self._squares, (0, more))

    def _change(self, rows: Tensor, targets: Tensor, *, sign: float) -> Step | None:
        missing = self.weights.shape[1] - targets.shape[1]
        targets = torch.nn.functional.pad(targets, (0, missing)) if missing > 0 else targets
        self.count += int(sign) * len(rows)
        self._moment.addmm_(rows.T, targets, alpha=sign)
        self._squares += sign * targets.square().sum(dim=0)
        self._changes += len(rows)
        few = len(rows) <= len(self._precision) // 8 or len(rows) == 1
        step = self._step(rows, targets, sign) if few else None
        if step is None or self._changes > REFRESH_EVERY:
            self._settle()
            self._precision.addmm_(rows.T, rows, alpha=sign)
            self._refresh()
            return None
        self.weights.addmm_(step.halves.T, step.gains, alpha=sign)
        self._rows = torch.cat([self._rows, rows])
        self._halves = torch.cat([self._halves, step.halves])
        self._signs = torch.cat([self._signs, self._signs.new_full((len(rows),), sign)])
        if len(self._signs) > MOST_PENDING:
            self._settle()
        return step

    def _step(self, rows: Tensor, targets: Tensor, sign: float) -> Step | None:
        """Return the step by Woodbury's identity; None where it would be inexact."""
        spread = self.spread(rows)
        inner = spread @ rows.T * sign
        inner.diagonal().add_(1.0)
        factor, failed = torch.linalg.cholesky_ex(inner)
        if int(failed) or float(factor.diagonal().amin()) ** 2 < SAFE:
            return None
        right = torch.cat([spread, targets - rows @ self.weights], dim=1)
        found = torch.linalg.solve_triangular(factor, right, upper=False)
        inverse = torch.cholesky_inverse(factor)
        return Step(
            halves=found[:, : spread.shape[1]],
            gains=found[:, spread.shape[1] :],
            sign=sign,
            leverages=sign * (1.0 - inverse.diagonal()),
        )

    def _settle(self) -> None:
        """Make the changes that are still to be made."""
        if not len(self._signs):
            return
        signs = self._signs[:, None]
        self._precision.addmm_(self._rows.T, self._rows * signs)
        self._covariance.addmm_(self._halves.T, self._halves * signs, alpha=-1.0)
        self._rows, self._halves = self._rows[:0], self._halves[:0]
        self._signs = self._signs[:0]

    def _refresh(self) -> None:
        factor = torch.linalg.cholesky(self._precision)
        self._covariance = torch.cholesky_inverse(factor)
        self.weights = torch.cholesky_solve(self._moment, factor)
        self._changes = 0
