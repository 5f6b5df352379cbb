"""The trees expert: boosted trees, for what changes at a threshold."""

import math
from dataclasses import fields
from typing import Self

import numpy as np
import torch
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import resolve_device
from core.learning.encoding.field import Group
from core.learning.experts.boosting import BINS, DEPTH, Forest, boost
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons
from core.learning.experts.folded import FoldedExpert, known_labels
from core.learning.experts.folds import FOLDS, Folds
from core.learning.experts.inputs import KernelInputs
from core.learning.experts.losses import NARROWEST, WIDEST
from core.learning.experts.regression import to_numpy

MOST_LEAVES = 400_000
"""Numbers in the leaves of all trees, at most: many labels get fewer trees."""
FIRST_TREES, MORE_FOR = 100, 20
"""A fold has at most so many trees, and another for so many examples."""
FIRST_SCALE = 0.5
LARGEST_STEP = 3.0
MOST_JUDGED = 64
"""So many labels tell which question is the best; of more, the sums would fill the memory."""
MOST = 1e4
"""A leaf, a small part of a standardised number or of a score, never gets near so high."""


class NumberObjective:
    """Half the squared miss of the centre, and a Laplace's log scale that follows it."""

    judged = 1

    def loss(self, said: Tensor, targets: Tensor) -> Tensor:
        """Return the squared miss."""
        return (said[..., 0] - targets[:, 0]).square()

    def slopes(self, said: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the derivatives; the scale learns from the misses and does not move the centre."""
        misses = said[..., 0] - targets[:, 0]
        off = misses.abs() / said[..., 1].clamp(NARROWEST, WIDEST).exp()
        first = torch.stack([misses, (1.0 - off).clamp_min(-LARGEST_STEP)], dim=-1)
        bend = off.clamp(1.0 / LARGEST_STEP, LARGEST_STEP)
        return first, torch.stack([torch.ones_like(misses), bend], dim=-1)


class LabelObjective:
    """The cross-entropy."""

    def __init__(self, labels: int) -> None:
        self.judged = min(labels, MOST_JUDGED)

    def loss(self, said: Tensor, targets: Tensor) -> Tensor:
        """Return how unlikely the label that came was."""
        return -(said.log_softmax(dim=-1) * targets).sum(dim=-1)

    def slopes(self, said: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the derivatives."""
        shares = said.softmax(dim=-1)
        return shares - targets, shares * (1.0 - shares)


class TreesExpert(FoldedExpert[Forest]):
    """Gradient-boosted symmetric trees on the coordinates of the kernel."""

    name = "trees"

    @classmethod
    def least(cls, context: FitContext) -> int:
        """Return the setting's number of examples."""
        return context.config.trees_from

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with grown trees."""
        inputs, config = KernelInputs(features=context.features), context.config
        device = resolve_device(config.device)
        codes, targets = known_labels(lessons, context.kind)
        targets = targets.to(device, torch.float32)
        is_number = context.kind is TargetKind.NUMBER
        outputs = 2 if is_number else len(codes)
        folds = Folds.among(lessons.ids)
        unseen_by = torch.from_numpy(folds.of(lessons.ids)).to(device)
        points = inputs.of(lessons.batch.features).to(device, torch.float32)
        forest = boost(
            points,
            targets,
            (unseen_by != torch.arange(FOLDS, device=device)[:, None]).float(),
            base=_number_base(targets) if is_number else _label_base(targets),
            asked=_telling(inputs, points),
            objective=NumberObjective() if is_number else LabelObjective(outputs),
            trees=min(config.trees, FIRST_TREES + len(lessons) // MORE_FOR, _most_trees(outputs)),
            generator=torch.Generator().manual_seed(config.seed),
        )
        made = cls(context.kind, inputs, codes, folds, len(lessons), forest)
        made._measure_noise(lessons)
        return made

    def save(self) -> Arrays:
        """Return the trees as well."""
        forest = self._model
        return super().save() | {
            "coordinates": forest.coordinates.cpu().numpy(),
            "bins": forest.bins.cpu().numpy(),
            "leaves": to_numpy(forest.leaves),
            "base": to_numpy(forest.base),
        }

    @classmethod
    def _read(cls, arrays: Arrays, inputs: int, outputs: int, device: torch.device) -> Forest:
        forest = _described(arrays, inputs, outputs)
        return Forest(**{one.name: getattr(forest, one.name).to(device) for one in fields(Forest)})

    def _ask(self, batch: Batch) -> Tensor:
        points = self._inputs.of(batch.features)
        device = self._model.leaves.device
        return self._model(points.to(device, torch.float32))[:, None].cpu().double()


def _telling(inputs: KernelInputs, points: Tensor) -> Tensor:
    """Return the coordinates that tell rows apart; of a number its rank, where it has one."""
    ranked = {field for field, group in inputs.blocks if group is Group.CURVE}
    blocks = [inputs.blocks[place] for place in inputs.block_of.tolist()]
    doubled = [field in ranked and group is Group.LINEAR for field, group in blocks]
    varying = points.amax(dim=0) > points.amin(dim=0)
    found = varying & ~torch.tensor(doubled, device=points.device)
    return found.nonzero()[:, 0] if found.any() else found.new_zeros(1, dtype=torch.long)


def _most_trees(outputs: int) -> int:
    return max(MOST_LEAVES // (FOLDS * 2**DEPTH * outputs), 1)


def _number_base(targets: Tensor) -> Tensor:
    return torch.stack([targets.mean(), targets.new_tensor(math.log(FIRST_SCALE))])


def _label_base(targets: Tensor) -> Tensor:
    return ((targets.sum(dim=0) + 0.5) / (len(targets) + 1.0)).log()


def _described(arrays: Arrays, inputs: int, outputs: int) -> Forest:
    """Return the saved forest.

    Raises:
        KeyError: an array is missing.
        ValueError: the arrays do not suit each other, or so many inputs and outputs.
    """
    coordinates, bins = (np.asarray(arrays[name], np.int64) for name in ("coordinates", "bins"))
    leaves, base = (np.asarray(arrays[name], np.float32) for name in ("leaves", "base"))
    trees = coordinates.shape[1] if coordinates.ndim == 3 else 0
    if coordinates.shape != (FOLDS, trees, DEPTH) or bins.shape != coordinates.shape or not trees:
        raise ValueError("the trees ask as many questions as they are deep, in each fold")
    if leaves.shape != (FOLDS, trees, 2**DEPTH, outputs) or base.shape != (outputs,):
        raise ValueError("the trees have a leaf for each way that the questions can be answered")
    for places, most in ((coordinates, inputs), (bins, BINS)):
        if np.any(places < 0) or np.any(places >= most):
            raise ValueError("the trees ask about coordinates and bins that there are")
    if np.any(np.abs(leaves) > MOST) or np.any(np.abs(base) > MOST):
        raise ValueError("the trees' leaves are out of all proportion")
    parts = (torch.from_numpy(one.copy()) for one in (coordinates, bins, leaves, base))
    return Forest(**dict(zip((one.name for one in fields(Forest)), parts, strict=True)))
