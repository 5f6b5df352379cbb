"""The Fourier expert: linear regression on random waves, all fields on one length scale."""

from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import exact_device
from core.learning.experts.evidence import Belief, climb, drawn, evidence_of
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons
from core.learning.experts.inputs import KernelInputs, has_places
from core.learning.experts.regression import RegressionExpert, to_numpy

SMOOTHNESS = 5
"""Degrees of freedom of the waves' frequencies: those of a Matérn 5/2 covariance."""
STRETCHES = (0.5, 1.0, 2.0)
"""The length scales tried, in multiples of that which puts two rows at a distance of 1."""
BELIEFS = [
    Belief(center=2.0, is_fixed=True),
    Belief(center=0.0, spread=0.7),
    Belief(center=0.7, spread=0.7),
]
"""Of the constant, the straight lines and the waves."""
MOST_POWERS = 8.0
LEAST_LESSONS = 5
MOST_JUDGED = 4_096
"""More lessons than these hardly move the strengths, and cost."""


class FourierExpert(RegressionExpert):
    """Regression on a constant, the coordinates, and cosines of random combinations of them.

    Source: Rahimi and Recht 2007, "Random Features for Large-Scale Kernel Machines".
    """

    name = "fourier"

    def __init__(
        self, kind: TargetKind, inputs: KernelInputs, waves: Tensor, powers: NDArray[np.float64]
    ) -> None:
        super().__init__(kind, 1 + len(inputs.block_of) + waves.shape[1], waves.device)
        self._inputs = inputs
        self._waves = waves
        """Frequencies, then the phase; shape (coordinates + 1, waves)."""
        self._powers = powers
        """Strength of each group of columns, in powers of ten; shape (3,)."""
        self._roots = _roots(waves, powers)

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether there is a field other than text to be near by."""
        return has_places(context.features)

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with the length scale and strengths that the evidence prefers."""
        inputs = KernelInputs(features=context.features)
        judged = drawn(len(lessons), MOST_JUDGED, context.config.seed).to(lessons.targets.device)
        points = inputs.of(lessons.batch.features[judged])
        targets = lessons.targets[judged]
        unit = _unit_waves(inputs, points, context)
        tries = []
        for stretch in STRETCHES if len(lessons) >= LEAST_LESSONS else STRETCHES[1:2]:
            waves = torch.cat([unit[:-1] / stretch, unit[-1:]])
            powers, height = _strengths(
                _columns(points, waves), points.shape[1], targets, context.kind
            )
            tries.append((height, waves, powers))
        _, waves, powers = max(tries, key=lambda one: one[0])
        return cls(context.kind, inputs, waves, to_numpy(powers))

    def save(self) -> Arrays:
        """Return the waves and the strengths."""
        return {"waves": to_numpy(self._waves), "powers": self._powers}

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved waves.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map.
        """
        inputs = KernelInputs(features=context.features)
        waves = np.asarray(arrays["waves"], dtype=np.float64)
        powers = np.asarray(arrays["powers"], dtype=np.float64)
        if waves.ndim != 2 or len(waves) != len(inputs.block_of) + 1 or powers.shape != (3,):
            raise ValueError("the Fourier expert has a frequency for each coordinate and wave")
        if np.any(np.abs(powers) > MOST_POWERS):
            raise ValueError("the Fourier expert's strengths are out of all proportion")
        device = exact_device(context.config.device)
        return cls(context.kind, inputs, torch.tensor(waves, device=device), powers)

    def copy(self) -> Self:
        """Return an independent copy."""
        return self._copy_to(type(self)(self._kind, self._inputs, self._waves, self._powers))

    def _columns(self, batch: Batch) -> Tensor:
        return _columns(self._inputs.of(batch.features), self._waves) * self._roots


def _columns(points: Tensor, waves: Tensor) -> Tensor:
    """Return a constant, the coordinates and the waves; shape (rows, 1 + coordinates + waves)."""
    angles = points @ waves[:-1] + waves[-1]
    high = (2.0 / waves.shape[1]) ** 0.5 * torch.cos(angles)
    level = points.new_ones(len(points), 1)
    return torch.cat([level, points / max(points.shape[1], 1) ** 0.5, high], dim=1)


def _roots(waves: Tensor, powers: NDArray[np.float64]) -> Tensor:
    """Return the root of each column's strength."""
    widths = torch.tensor([1, len(waves) - 1, waves.shape[1]])
    return (10.0 ** (0.5 * torch.from_numpy(powers))).repeat_interleave(widths).to(waves.device)


def _unit_waves(inputs: KernelInputs, points: Tensor, context: FitContext) -> Tensor:
    """Return frequencies for which two rows are about 1 apart, and phases."""
    config = context.config
    generator = torch.Generator().manual_seed(config.seed)
    normal = torch.randn(
        len(inputs.block_of) + SMOOTHNESS, config.waves, generator=generator, dtype=torch.float64
    )
    phases = 2 * torch.pi * torch.rand(1, config.waves, generator=generator, dtype=torch.float64)
    tails = (normal[-SMOOTHNESS:].square().sum(dim=0) / SMOOTHNESS).sqrt()
    weights = inputs.even_weights(points)[inputs.block_of.to(points.device)]
    frequencies = normal[:-SMOOTHNESS].to(points.device) * weights.sqrt()[:, None]
    return torch.cat([frequencies / tails.to(points.device), phases.to(points.device)])


def _strengths(
    rows: Tensor, coordinates: int, targets: Tensor, kind: TargetKind
) -> tuple[Tensor, float]:
    """Return the strengths of the groups that the evidence prefers, and how high that is."""
    powers = rows.new_tensor([belief.center for belief in BELIEFS])
    if len(rows) < LEAST_LESSONS:
        return powers, 0.0
    groups = torch.full((rows.shape[1],), 2, device=rows.device)
    groups[0], groups[1 : 1 + coordinates] = 0, 1
    weight = 1.0 if kind is TargetKind.NUMBER else 1.0 - 1.0 / targets.shape[1]
    evidence = evidence_of(rows, targets, groups, len(BELIEFS))
    return climb(evidence, BELIEFS, powers, weight=weight)
