"""Multilayer perceptrons that share weights: the network itself, for several folds at once.

Source: Gorishniy, Kotelnikov and Babenko 2024, "TabM: Advancing Tabular Deep Learning with
Parameter-Efficient Ensembling", §3.4 (TabM-mini): all members of an ensemble share their layers,
and differ by how they scale their inputs and by their heads.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

LEAST_SCALE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class EnsembleConfig:
    """The sizes of an ensemble."""

    folds: int
    """Ensembles side by side that share nothing."""
    members: int
    """Perceptrons of each fold."""
    inputs: int
    width: int
    """Units of each of the two hidden layers."""
    outputs: int


class Ensemble(nn.Module):
    """Perceptrons with two hidden layers; the members of a fold share them.

    Shape:
        points (folds, rows, inputs) -> (folds, members, rows, outputs).
    """

    def __init__(self, config: EnsembleConfig, generator: torch.Generator) -> None:
        super().__init__()
        self.config = config
        folds, members = config.folds, config.members
        inputs, width, outputs = config.inputs, config.width, config.outputs
        shapes = {
            "adapters": (folds, members, inputs),
            "first": (folds, inputs, width),
            "first_bias": (folds, width),
            "second": (folds, width, width),
            "second_bias": (folds, width),
            "heads": (folds, members, width, outputs),
            "head_biases": (folds, members, outputs),
        }
        for name, shape in shapes.items():
            self.register_parameter(name, nn.Parameter(torch.empty(shape)))
        self.adapters: Tensor
        self.first: Tensor
        self.first_bias: Tensor
        self.second: Tensor
        self.second_bias: Tensor
        self.heads: Tensor
        self.head_biases: Tensor
        self.reset_parameters(generator)

    @torch.no_grad()
    def reset_parameters(self, generator: torch.Generator) -> None:
        """Draw signs for the adapters, and weights that keep the size of what flows through."""
        signs = torch.randint(0, 2, self.adapters.shape, generator=generator)
        self.adapters.copy_(2.0 * signs - 1.0)
        for weights in (self.first, self.second, self.heads):
            bound = max(weights.shape[-2], 1) ** -0.5
            drawn = torch.rand(weights.shape, generator=generator)
            weights.copy_(bound * (2.0 * drawn - 1.0))
        for biases in (self.first_bias, self.second_bias, self.head_biases):
            biases.zero_()

    def forward(self, points: Tensor) -> Tensor:
        """Return what each member of each fold says of the fold's rows."""
        folds, members = self.adapters.shape[:2]
        scaled = points[:, None] * self.adapters[:, :, None]
        flat = scaled.reshape(folds, members * points.shape[1], points.shape[2])
        hidden = torch.baddbmm(self.first_bias[:, None], flat, self.first).relu()
        hidden = torch.baddbmm(self.second_bias[:, None], hidden, self.second).relu()
        hidden = hidden.view(folds, members, points.shape[1], -1)
        return hidden @ self.heads + self.head_biases[:, :, None]
