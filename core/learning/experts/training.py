"""Training of an ensemble: AdamW, each fold until the rows it does not see tell it to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.learning.experts.ensemble import Ensemble

BATCH = 256
RATE = 2e-3
DECAY = 1e-2
STEPS_A_ROUND = 40
PATIENCE = 8
"""Rounds without progress of any fold after which training ends."""
LOUDEST = 1.0
"""The gradient of a fold is not longer than this on average."""

Loss: TypeAlias = Callable[[Tensor, Tensor], Tensor]
"""What is said (folds, members, rows, outputs), what came (folds, rows, targets) -> (folds, rows).
"""


@dataclass(frozen=True, kw_only=True)
class TrainingSet:
    """Rows, and the fold that does not see each."""

    points: Tensor
    """Shape (rows, inputs); float32."""
    targets: Tensor
    """Shape (rows, targets); float32."""
    folds: NDArray[np.int64]
    """Shape (rows,)."""

    def held_out(self, folds: int) -> tuple[Tensor, Tensor]:
        """Return the rows that each fold does not see, padded, and which of them are not padding.

        Shape:
            both (folds, most rows of a fold).
        """
        places = [np.flatnonzero(self.folds == fold) for fold in range(folds)]
        most = max(len(one) for one in places)
        table = np.stack([np.pad(one, (0, most - len(one))) for one in places])
        real = np.arange(most) < np.array([len(one) for one in places])[:, None]
        device = self.points.device
        return torch.from_numpy(table).to(device), torch.from_numpy(real).to(device)

    def batches(self, folds: int, generator: torch.Generator) -> Tensor:
        """Return rows that each fold sees, for a round of steps; shape (steps, folds, batch)."""
        found = []
        for fold in range(folds):
            seen = np.flatnonzero(self.folds != fold)
            rows = torch.from_numpy(seen if len(seen) else np.arange(len(self.folds)))
            size = min(BATCH, len(rows))
            laps = -(-STEPS_A_ROUND * size // len(rows))
            order = [rows[torch.randperm(len(rows), generator=generator)] for _ in range(laps)]
            found.append(torch.cat(order)[: STEPS_A_ROUND * size].view(STEPS_A_ROUND, size))
        size = min(one.shape[1] for one in found)
        return torch.stack([one[:, :size] for one in found], dim=1).to(self.points.device)


def train(
    ensemble: Ensemble, rows: TrainingSet, loss: Loss, *, rounds: int, generator: torch.Generator
) -> None:
    """Train each fold on the rows it sees; leave it as it was best on those it does not see."""
    folds = ensemble.config.folds
    optimizer = torch.optim.AdamW(ensemble.parameters(), lr=RATE, weight_decay=DECAY)
    best = {name: one.detach().clone() for name, one in ensemble.named_parameters()}
    lowest = held_out_loss(ensemble, rows, loss)
    stale = 0
    for _ in range(rounds):
        for places in rows.batches(folds, generator):
            optimizer.zero_grad(set_to_none=True)
            said = ensemble(rows.points[places])
            torch.autograd.backward(loss(said, rows.targets[places]).mean(dim=1).sum())
            torch.nn.utils.clip_grad_norm_(ensemble.parameters(), LOUDEST * folds**0.5)
            optimizer.step()
        reached = held_out_loss(ensemble, rows, loss)
        better = reached < lowest
        lowest = torch.where(better, reached, lowest)
        for name, one in ensemble.named_parameters():
            best[name][better] = one.detach()[better]
        stale = 0 if bool(better.any()) else stale + 1
        if stale >= PATIENCE:
            break
    ensemble.load_state_dict(best)


@torch.no_grad()
def held_out_loss(ensemble: Ensemble, rows: TrainingSet, loss: Loss) -> Tensor:
    """Return each fold's mean loss on the rows that it does not see; shape (folds,)."""
    table, real = rows.held_out(ensemble.config.folds)
    losses = loss(ensemble(rows.points[table]), rows.targets[table])
    return (losses * real).sum(dim=1) / real.sum(dim=1).clamp_min(1)
