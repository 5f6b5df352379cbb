"""What the outputs of a network mean: losses to train by, and members put together."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning import student
from core.learning.experts.ensemble import Ensemble, EnsembleConfig
from core.learning.experts.expert import Arrays

NARROWEST, WIDEST = -6.0, 3.0
"""Bounds of a log scale."""
_WIDTHS = np.exp(np.linspace(-2.0, 2.0, 41))
_FREEDOMS = (2.5, 4.0, 8.0, 16.0, 50.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """What held-out residuals say of the scales that a network claims."""

    width: float = 1.0
    freedom: float = 8.0

    @classmethod
    def fit(
        cls, centers: NDArray[np.float64], scales: NDArray[np.float64], truths: NDArray[np.float64]
    ) -> Self:
        """Return the factor and the degrees of freedom under which the truths are likeliest."""
        misses = (truths - centers) / scales
        found = []
        for freedom in _FREEDOMS:
            for width in _WIDTHS:
                height = student.log_density(misses / width, freedom).sum()
                found.append((float(height - len(misses) * np.log(width)), float(width), freedom))
        _, width, freedom = max(found)
        return cls(width=width, freedom=freedom)


def number_loss(said: Tensor, targets: Tensor) -> Tensor:
    """Return the loss of a centre and of a log scale, mean over members.

    The scale learns from the centre's misses and does not move the centre: a Laplace likelihood,
    which one absurd value does not carry off.

    Shape:
        (folds, members, rows, 2), (folds, rows, 1) -> (folds, rows).
    """
    misses = said[..., 0] - targets[:, None, :, 0]
    center = torch.nn.functional.huber_loss(misses, torch.zeros_like(misses), reduction="none")
    log_scale = said[..., 1].clamp(NARROWEST, WIDEST)
    scale = misses.detach().abs() / log_scale.exp() + log_scale
    return (center + 0.1 * scale).mean(dim=1)


def label_loss(said: Tensor, targets: Tensor) -> Tensor:
    """Return the cross-entropy, mean over members.

    Shape:
        (folds, members, rows, labels), (folds, rows, labels) -> (folds, rows).
    """
    return -(said.log_softmax(dim=-1) * targets[:, None]).sum(dim=-1).mean(dim=1)


def outcome_of(kind: TargetKind, said: Tensor) -> Tensor:
    """Return what members say together: centre and scale, or the log of the mean probabilities.

    Shape:
        (members, rows, outputs) -> (rows, outputs).
    """
    if kind is not TargetKind.NUMBER:
        return (said.log_softmax(dim=-1).logsumexp(dim=0)) - np.log(len(said))
    centers, log_scales = said[..., 0], said[..., 1].clamp(NARROWEST, WIDEST)
    spread = centers.var(dim=0, correction=0)
    scales = ((2.0 * log_scales).exp().mean(dim=0) + spread).sqrt()
    return torch.stack([centers.mean(dim=0), scales], dim=-1)


def describe(arrays: Arrays, folds: int, inputs: int, outputs: int) -> Ensemble:
    """Return the ensemble of saved weights.

    Raises:
        KeyError: an array is missing.
        ValueError: the arrays do not suit each other, or so many inputs and outputs.
    """
    adapters, first = arrays["adapters"], arrays["first"]
    if adapters.ndim != 3 or first.ndim != 3:
        raise ValueError("the network's weights are of the wrong shape")
    sizes = EnsembleConfig(
        folds=folds,
        members=adapters.shape[1],
        inputs=inputs,
        width=first.shape[2],
        outputs=outputs,
    )
    ensemble = Ensemble(sizes, torch.Generator())
    state = {}
    for name, one in ensemble.state_dict().items():
        array = np.asarray(arrays[name], dtype=np.float32)
        if array.shape != tuple(one.shape) or not np.all(np.isfinite(array)):
            raise ValueError(f"the network's {name} are of the wrong shape")
        state[name] = torch.from_numpy(array.copy())
    ensemble.load_state_dict(state)
    return ensemble
