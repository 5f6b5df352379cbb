"""The linear expert: Bayesian linear regression on the shared feature map."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import exact_device
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.field import Group
from core.learning.experts.evidence import Belief, climb, evidence_of, refine
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.posterior import PRIOR_RATE, Move, Posterior
from core.learning.experts.scoring import scored
from core.learning.experts.watched import Watched

GROUPS = tuple(Group)
BELIEFS = {
    Group.LINEAR: Belief(center=0.5),
    Group.CURVE: Belief(center=-0.5),
    Group.LEVEL: Belief(center=0.0),
    Group.MEANING: Belief(center=0.5),
    Group.TEXT: Belief(center=0.5),
    Group.MISSING: Belief(center=-1.0),
}
"""From experience with small tables: lines first, curves on top, missing rarely tells."""
CONSTANT = 1e4
"""The constant's strength: the level of the target is not shrunk."""
LEAST_LESSONS = 3
"""Fewer lessons say nothing about strengths."""
MOST_LABELLED = 600
"""Lessons with labels beyond these say little more about strengths, and take long."""
SHARPNESS = 4.0
"""Scores a label's regressed indicator gets: then a logistic slope is that of the regression."""
STEPS = 30
PULL = 1.0


class LinearExpert:
    """Regression on the encoded columns; one-hot targets for categories."""

    name = "linear"

    def __init__(self, kind: TargetKind, strengths: Tensor, powers: NDArray[np.float64]) -> None:
        self._kind = kind
        self._powers = powers
        """The groups' shared strengths in powers of ten, for the next fit to start from."""
        self._strengths = strengths
        self._roots = strengths.sqrt()
        outputs = 1 if kind is TargetKind.NUMBER else 0
        self._posterior = Posterior(len(strengths), outputs, strengths.device)
        self._watched = Watched()
        """Scaled rows, their fitted values and their leverages."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:  # noqa: ARG003 - all alike
        """Return True: it suits every task."""
        return True

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with the strengths that the evidence prefers."""
        if context.kind is TargetKind.CATEGORY and len(lessons) > MOST_LABELLED:
            lessons = lessons.some(np.linspace(0, len(lessons) - 1, MOST_LABELLED).astype(np.intp))
        rows, targets = lessons.batch.features, lessons.targets
        groups = column_groups(context.features).to(rows.device)
        beliefs = _beliefs(groups)
        powers = rows.new_tensor([belief.center for belief in beliefs])
        if len(lessons) >= LEAST_LESSONS:
            weight = 1.0 if context.kind is TargetKind.NUMBER else _label_weight(targets.shape[1])
            evidence = evidence_of(rows, targets, groups, len(beliefs))
            starts = [powers]
            if isinstance(context.warm, cls):
                starts.append(rows.new_tensor([*context.warm._powers, powers[-1].item()]))
            found = [climb(evidence, beliefs, start, weight=weight) for start in starts]
            powers = max(found, key=lambda pair: pair[1])[0]
        strengths = 10.0 ** powers[groups]
        if context.is_by_field and len(lessons) >= LEAST_LESSONS:
            strengths = _by_block(rows, targets, context.features, strengths)
        return cls(context.kind, strengths, powers[:-1].cpu().numpy())

    def log_evidence(self, lessons: Lessons) -> float:
        """Return the log marginal likelihood of the lessons' targets under this fit."""
        rows = lessons.batch.features * self._roots
        groups = torch.zeros(rows.shape[1], dtype=torch.long, device=rows.device)
        evidence = evidence_of(rows, lessons.targets, groups, 1)
        return float(evidence(rows.new_ones(1, 1)))

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well."""
        if lessons.targets.shape[1] > self._posterior.weights.shape[1]:
            self._watched.clear()
        move = self._posterior.observe(lessons.batch.features * self._roots, lessons.targets)
        self._follow(lessons, move)

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons."""
        self._watched.drop(lessons.ids)
        move = self._posterior.forget(lessons.batch.features * self._roots, lessons.targets)
        self._follow(lessons, move)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        self._posterior.keep(columns)
        self._watched.clear()

    def predict(self, batch: Batch) -> Outlook:
        """Return the posterior predictive of each row."""
        rows = batch.features * self._roots
        centers = rows @ self._posterior.weights
        if self._kind is TargetKind.CATEGORY:
            return scored(centers * SHARPNESS)
        leverage = ((rows @ self._posterior.covariance) * rows).sum(dim=1)
        return _student(centers, 1.0 + leverage, self._posterior.shape, self._posterior.rate)

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the exact predictive of each lesson without it."""
        fitted, leverages = self._watched.follow(lessons, self._measure)
        residuals, rest = lessons.targets - fitted, (1.0 - leverages).clamp_min(1e-12)
        centers = lessons.targets - residuals / rest[:, None]
        if self._kind is TargetKind.CATEGORY:
            return scored(centers * SHARPNESS)
        shape = self._posterior.shape - 0.5
        rates = self._posterior.rate - 0.5 * residuals.square() / rest[:, None]
        return _student(centers, 1.0 / rest, shape, rates.clamp_min(PRIOR_RATE))

    def nearness(self, batch: Batch) -> NDArray[np.float64]:
        """Return how little the rows' leverage is: how well known their mix of columns."""
        rows = batch.features * self._roots
        return -_to_numpy(((rows @ self._posterior.covariance) * rows).sum(dim=1))

    def nearness_left_out(self, lessons: Lessons) -> NDArray[np.float64]:
        """Return the same of each lesson without it."""
        _, leverages = self._watched.follow(lessons, self._measure)
        return -_to_numpy(leverages / (1.0 - leverages).clamp_min(1e-12))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each lesson moves the question's centres, exactly."""
        spread, residuals, rest = self._without(lessons)
        shares = (spread @ (question.features * self._roots).T) / rest[:, None]
        return _to_numpy(shares * residuals * self._sharpness)

    def save(self) -> Arrays:
        """Return the strengths."""
        return {"strengths": _to_numpy(self._strengths), "powers": self._powers}

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved strengths.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map.
        """
        strengths = np.asarray(arrays["strengths"], dtype=np.float64)
        powers = np.asarray(arrays["powers"], dtype=np.float64)
        if strengths.shape != (context.features.width,) or powers.shape != (len(GROUPS),):
            raise ValueError("the linear expert has one strength for each column and each group")
        if not np.all((strengths > 0) & np.isfinite(strengths)) or not np.all(np.isfinite(powers)):
            raise ValueError("the linear expert's strengths are positive")
        device = exact_device(context.config.device)
        return cls(context.kind, torch.tensor(strengths, device=device), powers)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._kind, self._strengths, self._powers)
        other._posterior, other._watched = self._posterior.copy(), self._watched.copy()
        return other

    @property
    def _sharpness(self) -> float:
        return 1.0 if self._kind is TargetKind.NUMBER else SHARPNESS

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor]:
        rows = lessons.batch.features * self._roots
        leverages = ((rows @ self._posterior.covariance) * rows).sum(dim=1)
        return rows, rows @ self._posterior.weights, leverages

    def _follow(self, lessons: Lessons, move: Move | None) -> None:
        """Keep what is watched up to date."""
        if move is None:
            self._watched.clear()
        elif self._watched.may_move(lessons):
            rows, fitted, leverages = self._watched.measures
            across = rows @ move.spread
            fitted.addmm_(across, move.solved)
            leverages -= move.leverages(across)

    def _without(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor]:
        """Return each row times the covariance, its residuals, and 1 minus its leverage."""
        rows = lessons.batch.features * self._roots
        spread = rows @ self._posterior.covariance
        rest = (1.0 - (spread * rows).sum(dim=1)).clamp_min(1e-12)
        return spread, lessons.targets - rows @ self._posterior.weights, rest


def _student(centers: Tensor, factors: Tensor, shape: float, rates: Tensor) -> Outlook:
    """Return Student-t predictives: their squared scale is rate / shape times the factor."""
    return Outlook(
        centers=_to_numpy(centers),
        scales=_to_numpy((factors * rates.expand(len(factors), 1)[:, 0] / shape).sqrt()),
        freedom=2.0 * shape,
    )


def column_groups(features: FeatureMap) -> Tensor:
    """Return the group of each column, the constant's last; shape (width,)."""
    order = {group: place for place, group in enumerate(GROUPS)}
    return torch.tensor([len(GROUPS), *(order[group] for _, group in features.blocks)])


def _beliefs(groups: Tensor) -> list[Belief]:
    """Return what is thought of each group and of the constant; what is not there is fixed."""
    there = set(groups.tolist())
    known = [replace(b, is_fixed=place not in there) for place, b in enumerate(BELIEFS.values())]
    return [*known, Belief(center=math.log10(CONSTANT), is_fixed=True)]


def _by_block(rows: Tensor, targets: Tensor, features: FeatureMap, shared: Tensor) -> Tensor:
    """Return the strengths with each field's columns of a group given one of their own."""
    places = {block: place for place, block in enumerate(dict.fromkeys(features.blocks), start=1)}
    blocks = torch.tensor([0, *(places[block] for block in features.blocks)], device=rows.device)
    starts = torch.zeros(len(places) + 1, dtype=rows.dtype, device=rows.device)
    starts[blocks] = shared
    refined = refine(rows, targets, blocks, starts, steps=STEPS, pull=PULL)[blocks]
    refined[0] = shared[0]
    return refined


def _label_weight(labels: int) -> float:
    """One-hot columns sum to one, so that one of them says nothing new."""
    return (labels - 1) / labels


def _to_numpy(tensor: Tensor) -> NDArray[np.float64]:
    return tensor.cpu().numpy().astype(np.float64, copy=False)
