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
    """How one row x moved the posterior: P by -s hh', the weights by s hg'."""

    half: Tensor
    """h; shape (width,)."""
    gain: Tensor
    """g; shape (outputs,)."""
    sign: float
    """s: 1 for a row observed, -1 for one forgotten."""
    leverage: float
    """x'Px after it."""


class Posterior:
    """Sufficient statistics of the rows observed, and what follows from them.

    Shape:
        rows (n, width) and targets (n, outputs), all float64 and on one device.
    """

    def __init__(self, width: int, outputs: int, device: torch.device) -> None:
        self.count = 0
        self._precision = torch.eye(width, dtype=torch.float64, device=device)
        self._covariance = self._precision.clone()
        self._weights = torch.zeros(width, outputs, dtype=torch.float64, device=device)
        self._moment = self._weights.clone()
        self._squares = torch.zeros(outputs, dtype=torch.float64, device=device)
        self._changes = 0
        self._is_stale = False
        """Whether covariance and weights are to be worked out anew before they are used."""
        self._rows = self._weights.new_empty(MOST_PENDING, width)
        self._halves = self._rows.clone()
        self._signs = self._weights.new_empty(MOST_PENDING, 1)
        self._pending = 0
        """So many rows are still to be added to the precision, halves taken from P, squared."""

    @property
    def covariance(self) -> Tensor:
        """P; shape (width, width)."""
        self._refresh()
        self._settle()
        return self._covariance

    @property
    def weights(self) -> Tensor:
        """W; shape (width, outputs)."""
        self._refresh()
        return self._weights

    def spread(self, rows: Tensor) -> Tensor:
        """Return PX' for rows X, transposed: shape as theirs."""
        self._refresh()
        spread = rows @ self._covariance
        if self._pending:
            halves, signs = self._halves[: self._pending], self._signs[: self._pending]
            spread -= ((halves @ rows.T) * signs).T @ halves
        return spread

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

    def observe(self, rows: Tensor, targets: Tensor) -> list[Step] | None:
        """Add rows; return the steps that took, None where all was worked out anew."""
        self._widen(targets.shape[1])
        return self._change(rows, targets, sign=1.0)

    def forget(self, rows: Tensor, targets: Tensor) -> list[Step] | None:
        """Take away rows that were added; return as :meth:`observe` does."""
        return self._change(rows, targets, sign=-1.0)

    def keep(self, outputs: Sequence[int]) -> None:
        """Keep these outputs only."""
        chosen = torch.as_tensor(list(outputs), dtype=torch.long, device=self._moment.device)
        chosen = chosen[chosen < self._moment.shape[1]]
        self._weights = self._weights[:, chosen]
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
        more = outputs - self._moment.shape[1]
        if more > 0:
            self._weights = torch.nn.functional.pad(self._weights, (0, more))
            self._moment = torch.nn.functional.pad(self._moment, (0, more))
            self._squares = torch.nn.functional.pad(self._squares, (0, more))

    def _change(self, rows: Tensor, targets: Tensor, *, sign: float) -> list[Step] | None:
        missing = self._moment.shape[1] - targets.shape[1]
        targets = torch.nn.functional.pad(targets, (0, missing)) if missing > 0 else targets
        self._changes += len(rows)
        is_stepwise = len(rows) <= max(len(self._precision) // 8, 1)
        is_stepwise &= self._changes <= REFRESH_EVERY
        if is_stepwise:
            self._refresh()
        self.count += int(sign) * len(rows)
        self._moment.addmm_(rows.T, targets, alpha=sign)
        self._squares.add_(targets.square().sum(dim=0), alpha=sign)
        steps: list[Step] = []
        for row, target in zip(rows, targets, strict=True) if is_stepwise else ():
            step = self._step(row, target, sign)
            if step is None:
                break
            steps.append(step)
        if len(steps) == len(rows):
            return steps
        self._settle()
        left = rows[len(steps) :]
        self._precision.addmm_(left.T, left, alpha=sign)
        self._is_stale, self._changes = True, 0
        return None

    def _step(self, row: Tensor, target: Tensor, sign: float) -> Step | None:
        """Add or take away a row by the Sherman-Morrison formula; None where it is inexact."""
        spread = self.spread(row[None])[0]
        size = 1.0 + sign * float(spread @ row)
        if size < SAFE:
            return None
        root = size**-0.5
        half, gain = spread * root, (target - row @ self._weights) * root
        self._weights.addr_(half, gain, alpha=sign)
        if self._pending == MOST_PENDING:
            self._settle()
        place = self._pending
        self._rows[place], self._halves[place], self._signs[place] = row, half, sign
        self._pending += 1
        return Step(half=half, gain=gain, sign=sign, leverage=sign * (1.0 - 1.0 / size))

    def _settle(self) -> None:
        """Make the changes that are still to be made."""
        if not self._pending:
            return
        rows, halves = self._rows[: self._pending], self._halves[: self._pending]
        signs = self._signs[: self._pending]
        self._precision.addmm_(rows.T, rows * signs)
        self._covariance.addmm_(halves.T, halves * signs, alpha=-1.0)
        self._pending = 0

    def _refresh(self) -> None:
        if not self._is_stale:
            return
        factor = torch.linalg.cholesky(self._precision)
        self._covariance = torch.cholesky_inverse(factor)
        self._weights = torch.cholesky_solve(self._moment, factor)
        self._is_stale = False
