"""The network expert: an ensemble of perceptrons."""

from typing import Self

import torch
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import resolve_device
from core.learning.experts.ensemble import Ensemble, EnsembleConfig
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons
from core.learning.experts.folded import FoldedExpert, known_labels
from core.learning.experts.folds import FOLDS, Folds
from core.learning.experts.inputs import KernelInputs
from core.learning.experts.losses import describe, label_loss, number_loss
from core.learning.experts.regression import to_numpy
from core.learning.experts.training import TrainingSet, train

FARTHEST = 8.0
"""Coordinates are cut off here, in about deviations."""


class NetworkExpert(FoldedExpert[Ensemble]):
    """Perceptrons that share their layers within a fold."""

    name = "network"

    @classmethod
    def least(cls, context: FitContext) -> int:
        """Return the setting's number of examples."""
        return context.config.network_from

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with trained weights."""
        inputs, config = KernelInputs(features=context.features), context.config
        device = resolve_device(config.device)
        is_number = context.kind is TargetKind.NUMBER
        codes, targets = known_labels(lessons, context.kind)
        folds = Folds.among(lessons.ids)
        rows = TrainingSet(
            points=_place(inputs, lessons.batch, device),
            targets=targets.to(device, torch.float32),
            folds=folds.of(lessons.ids),
        )
        generator = torch.Generator().manual_seed(config.seed)
        sizes = EnsembleConfig(
            folds=FOLDS,
            members=max(config.network_members // FOLDS, 1),
            inputs=len(inputs.block_of),
            width=config.network_width,
            outputs=2 if is_number else len(codes),
        )
        ensemble = Ensemble(sizes, generator).to(device)
        loss = number_loss if is_number else label_loss
        train(ensemble, rows, loss, rounds=config.network_rounds, generator=generator)
        made = cls(context.kind, inputs, codes, folds, len(lessons), ensemble)
        made._measure_noise(lessons)
        return made

    def save(self) -> Arrays:
        """Return the weights as well."""
        weights = {name: to_numpy(w) for name, w in self._model.state_dict().items()}
        return super().save() | weights

    @classmethod
    def _read(cls, arrays: Arrays, inputs: int, outputs: int, device: torch.device) -> Ensemble:
        return describe(arrays, FOLDS, inputs, outputs).to(device)

    @torch.no_grad()
    def _ask(self, batch: Batch) -> Tensor:
        device = self._model.adapters.device
        points = _place(self._inputs, batch, device)
        return self._model(points.expand(FOLDS, -1, -1)).cpu().double()


def _place(inputs: KernelInputs, batch: Batch, device: torch.device) -> Tensor:
    """Return the rows' coordinates, none of them far out; shape (rows, inputs)."""
    return inputs.of(batch.features).clamp(-FARTHEST, FARTHEST).to(torch.float32).to(device)
