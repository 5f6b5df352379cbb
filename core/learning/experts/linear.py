"""The linear expert: Bayesian linear regression on the shared feature map."""

import math
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
from core.learning.experts.evidence import Belief, climb, drawn, evidence_of
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons
from core.learning.experts.regression import RegressionExpert, to_numpy

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
MOST_STRENGTH = 1e12
MOST_JUDGED = 1_000
"""More lessons than these hardly move the strengths, and cost."""
LEAST_LESSONS = 3
"""Fewer lessons say nothing about strengths."""


class LinearExpert(RegressionExpert):
    """Regression on the encoded columns; one-hot targets for categories."""

    name = "linear"

    def __init__(self, kind: TargetKind, strengths: Tensor, powers: NDArray[np.float64]) -> None:
        super().__init__(kind, len(strengths), strengths.device)
        self._powers = powers
        """The groups' shared strengths in powers of ten, for the next fit to start from."""
        self._strengths = strengths
        self._roots = strengths.sqrt()

    @classmethod
    def suits(cls, context: FitContext) -> bool:  # noqa: ARG003 - all alike
        """Return True: it suits every task."""
        return True

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with the strengths that the evidence prefers."""
        rows, targets = lessons.batch.features, lessons.targets
        groups = column_groups(context.features).to(rows.device)
        beliefs = _beliefs(groups)
        powers = rows.new_tensor([belief.center for belief in beliefs])
        if len(lessons) >= LEAST_LESSONS:
            weight = 1.0 if context.kind is TargetKind.NUMBER else _label_weight(targets.shape[1])
            judged = drawn(len(rows), MOST_JUDGED, context.config.seed).to(rows.device)
            evidence = evidence_of(rows[judged], targets[judged], groups, len(beliefs))
            starts = [powers]
            if isinstance(context.warm, cls):
                starts.append(rows.new_tensor([*context.warm._powers, powers[-1].item()]))
            found = [climb(evidence, beliefs, start, weight=weight) for start in starts]
            powers = max(found, key=lambda pair: pair[1])[0]
        strengths = 10.0 ** powers[groups]
        return cls(context.kind, strengths, powers[:-1].cpu().numpy())

    def log_evidence(self, lessons: Lessons) -> float:
        """Return the log marginal likelihood of the lessons' targets under this fit."""
        rows = lessons.batch.features * self._roots
        groups = torch.zeros(rows.shape[1], dtype=torch.long, device=rows.device)
        evidence = evidence_of(rows, lessons.targets, groups, 1)
        return float(evidence(rows.new_ones(1, 1)))

    def nearness(self, batch: Batch) -> NDArray[np.float64]:
        """Return how little the rows' leverage is: how well known their mix of columns."""
        return -to_numpy(self._rows_of(batch)[1])

    def nearness_left_out(self, lessons: Lessons) -> NDArray[np.float64]:
        """Return the same of each lesson without it."""
        _, leverages = self._watched.follow(lessons, self._measure)
        return -to_numpy(leverages / (1.0 - leverages).clamp_min(1e-12))

    def save(self) -> Arrays:
        """Return the strengths."""
        return {"strengths": to_numpy(self._strengths), "powers": self._powers}

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
        if not np.all((strengths > 0) & (strengths < MOST_STRENGTH)) or not np.all(
            np.isfinite(powers)
        ):
            raise ValueError("the linear expert's strengths are positive")
        device = exact_device(context.config.device)
        return cls(context.kind, torch.tensor(strengths, device=device), powers)

    def copy(self) -> Self:
        """Return an independent copy."""
        return self._copy_to(type(self)(self._kind, self._strengths, self._powers))

    def _columns(self, batch: Batch) -> Tensor:
        return batch.features * self._roots


def column_groups(features: FeatureMap) -> Tensor:
    """Return the group of each column, the constant's last; shape (width,)."""
    order = {group: place for place, group in enumerate(GROUPS)}
    return torch.tensor([len(GROUPS), *(order[group] for _, group in features.blocks)])


def _beliefs(groups: Tensor) -> list[Belief]:
    """Return what is thought of each group and of the constant; what is not there is fixed."""
    there = set(groups.tolist())
    known = [replace(b, is_fixed=place not in there) for place, b in enumerate(BELIEFS.values())]
    return [*known, Belief(center=math.log10(CONSTANT), is_fixed=True)]


def _label_weight(labels: int) -> float:
    """One-hot columns sum to one, so that one of them says nothing new."""
    return (labels - 1) / labels
