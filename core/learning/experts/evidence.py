"""How strongly to believe in each group of columns: chosen by the marginal likelihood.

The strength t of a column is its weight's prior variance over the noise's, so with K = I + XTX'
(T diagonal) and the noise integrated out, for each output y::

    log p(y) = log G(a) / G(a0) + a0 log b0 - a log b - log|K| / 2 - n/2 log 2pi
    a = a0 + n/2        b = b0 + y'K⁻¹y / 2

Source: MacKay 1992, "Bayesian Interpolation".
"""

import math
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

from core.learning.experts.posterior import PRIOR_RATE, PRIOR_SHAPE


class Evidence(Protocol):
    """The log evidence of one data set as a function of the strengths of its groups."""

    def __call__(self, strengths: Tensor) -> Tensor:
        """Return the log evidence of each row of strengths; shape (tries, groups) -> (tries,)."""
        ...


def evidence_of(rows: Tensor, targets: Tensor, groups: Tensor, count: int) -> Evidence:
    """Return the evidence function of rows (n, width) and targets (n, outputs).

    Args:
        rows: the encoded columns.
        targets: what they predict.
        groups: the group of each column; shape (width,).
        count: how many groups there are.
    """
    if len(rows) > rows.shape[1]:
        return _ByColumns(rows, targets, groups, count)
    return ByRows(grams_of(rows, groups, count), targets)


def grams_of(rows: Tensor, groups: Tensor, count: int) -> Tensor:
    """Return the inner products of the rows in each group of columns; shape (count, n, n)."""
    parts = [rows[:, groups == group] for group in range(count)]
    return torch.stack([part @ part.T for part in parts])


def drawn(count: int, most: int, seed: int) -> Tensor:
    """Return the places of at most so many lessons by which strengths are judged, ascending."""
    if count <= most:
        return torch.arange(count)
    generator = torch.Generator().manual_seed(seed)
    return torch.randperm(count, generator=generator)[:most].sort().values


class ByRows:
    """Factorises n x n matrices: for fewer rows than columns."""

    def __init__(self, grams: Tensor, targets: Tensor) -> None:
        self._grams, self._targets = grams, targets
        self._unit = torch.eye(grams.shape[-1], dtype=grams.dtype, device=grams.device)

    def __call__(self, strengths: Tensor) -> Tensor:
        """Return the log evidence of each row of strengths."""
        matrices = torch.einsum("tg,gij->tij", strengths, self._grams) + self._unit
        factors = torch.linalg.cholesky(matrices)
        targets = self._targets.expand(len(strengths), -1, -1)
        half = torch.linalg.solve_triangular(factors, targets, upper=False)
        return log_evidence(half.square().sum(dim=1), _log_determinant(factors), len(self._targets))


class _ByColumns:
    """Factorises width x width matrices: for more rows than columns."""

    def __init__(self, rows: Tensor, targets: Tensor, groups: Tensor, count: int) -> None:
        self._rows = len(rows)
        self._groups = groups
        self._gram = rows.T @ rows
        self._moment = rows.T @ targets
        self._squares = targets.square().sum(dim=0)
        self._unit = torch.eye(rows.shape[1], dtype=rows.dtype, device=rows.device)
        self._count = count

    def __call__(self, strengths: Tensor) -> Tensor:
        found = [self._one(strength) for strength in strengths]
        return torch.cat(found)

    def _one(self, strengths: Tensor) -> Tensor:
        roots = strengths[self._groups].sqrt()
        factor = torch.linalg.cholesky(self._unit + roots[:, None] * self._gram * roots)
        moment = roots[:, None] * self._moment
        half = torch.linalg.solve_triangular(factor, moment, upper=False)
        quadratic = (self._squares - half.square().sum(dim=0)).clamp_min(0.0)
        return log_evidence(quadratic[None], _log_determinant(factor[None]), self._rows)


def log_evidence(quadratic: Tensor, log_determinant: Tensor, rows: int) -> Tensor:
    """Return the log evidence from y'K⁻¹y (tries, outputs) and log|K| (tries,)."""
    shape = PRIOR_SHAPE + 0.5 * rows
    outputs = quadratic.shape[1]
    constant = (
        math.lgamma(shape)
        - math.lgamma(PRIOR_SHAPE)
        + PRIOR_SHAPE * math.log(PRIOR_RATE)
        - 0.5 * rows * math.log(2 * math.pi)
    )
    fit = shape * torch.log(PRIOR_RATE + 0.5 * quadratic).sum(dim=1)
    return outputs * (constant - 0.5 * log_determinant) - fit


def _log_determinant(factors: Tensor) -> Tensor:
    return 2.0 * factors.diagonal(dim1=-2, dim2=-1).log().sum(dim=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What is thought of a group's strength beforehand, in powers of ten."""

    center: float
    spread: float = 0.35
    is_fixed: bool = False


def climb(
    evidence: Evidence, beliefs: list[Belief], start: Tensor, *, weight: float
) -> tuple[Tensor, float]:
    """Return the strengths (groups,) of the highest posterior near the start, and its logarithm.

    Moves one group at a time over a grid that gets finer.

    Args:
        evidence: of the data.
        beliefs: about each group.
        start: strengths in powers of ten; shape (groups,).
        weight: of the evidence beside the beliefs.
    """
    best = start.clone()
    height = -math.inf
    for reach, step in ((3.0, 1.0), (1.0, 0.5), (0.5, 0.25)):
        moves = torch.arange(-reach, reach + step / 2, step, dtype=best.dtype, device=best.device)
        for group, belief in enumerate(beliefs):
            if belief.is_fixed:
                continue
            tries = best.repeat(len(moves), 1)
            tries[:, group] += moves
            heights = weight * evidence(10.0**tries) + log_belief(tries, beliefs)
            top = int(heights.argmax())
            best, height = tries[top], float(heights[top])
    return best, height


def log_belief(powers: Tensor, beliefs: list[Belief]) -> Tensor:
    """Return how well strengths (tries, groups), in powers of ten, suit the beliefs."""
    centers = powers.new_tensor([belief.center for belief in beliefs])
    spreads = powers.new_tensor([belief.spread for belief in beliefs])
    # A Student-t with two degrees of freedom: narrow, but what is certain can pull far.
    return -1.5 * torch.log1p(((powers - centers) / spreads).square() / 2.0).sum(dim=1)
