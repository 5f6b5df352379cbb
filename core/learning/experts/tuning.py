"""Tuning of sentence vectors: a map of low rank under which each text lies by its own label.

Source: Goldberger et al. 2004, "Neighbourhood Components Analysis", with the labels' middles, each
text left out of its own, in the neighbours' place (Snell et al. 2017, "Prototypical Networks for
Few-shot Learning", §2).
"""

from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor

STEPS = 40
CHECK_EVERY = 10
"""Steps between looks at the texts that a fold does not see."""
RATE = 1.5e-2
PENALTY = 1.0
"""On the squared entries of the map's change, for all texts together."""
SHARPNESS = 20.0
"""Of a cosine of 1, to begin with."""
FACTORS = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0)
"""On the sharpness, of which the best counts."""
SMALL = 0.05
NOTHING = 1e-6


@dataclass(frozen=True, kw_only=True)
class Texts:
    """Sentence vectors with labels, and the fold that does not see each."""

    rows: Tensor
    """Shape (rows, dim); float32, of length 1."""
    labels: Tensor
    """Shape (rows, labels); one-hot."""
    names: Tensor
    """What each label is called, zeros where that is not known; shape (labels, dim)."""
    folds: Tensor
    """Shape (rows,)."""


@dataclass(frozen=True, kw_only=True)
class Maps:
    """A map x + xAB for each fold.

    Shape:
        left (folds, dim, rank), right (folds, rank, dim).
    """

    left: Tensor
    right: Tensor

    @classmethod
    def drawn(cls, folds: int, dim: int, rank: int, generator: torch.Generator) -> Self:
        """Return maps that change nothing yet."""
        left = SMALL * torch.randn(folds, dim, rank, generator=generator)
        return cls(left=left, right=torch.zeros(folds, rank, dim))

    def of(self, rows: Tensor) -> Tensor:
        """Return the rows as each fold sees them; (rows, dim) -> (folds, rows, dim)."""
        return torch.nn.functional.normalize(rows + (rows @ self.left) @ self.right, dim=-1)

    def copy(self) -> Self:
        """Return the maps as they are, whatever becomes of these."""
        return type(self)(left=self.left.detach().clone(), right=self.right.detach().clone())


def tune(texts: Texts, folds: int, rank: int, generator: torch.Generator) -> Maps:
    """Return each fold's map as it was best for the texts that the fold does not see.

    Where none helps them, that is the map that changes nothing.
    """
    drawn = Maps.drawn(folds, texts.rows.shape[1], rank, generator)
    maps = Maps(left=drawn.left.to(texts.rows), right=drawn.right.to(texts.rows))
    best, sharpness = maps.copy(), texts.rows.new_full((folds, 1, 1), SHARPNESS).log()
    learned = [one.requires_grad_() for one in (maps.left, maps.right, sharpness)]
    optimizer = torch.optim.Adam(learned, lr=RATE)
    seen = (texts.folds != torch.arange(folds, device=texts.folds.device)[:, None]).float()
    lowest = texts.rows.new_full((folds,), torch.inf)
    for step in range(STEPS + 1):
        cosines = leave_one_out(texts, maps, seen)
        if step % CHECK_EVERY == 0:
            unseen = _lowest(texts, cosines.detach(), sharpness.detach(), 1.0 - seen)
            better = unseen < lowest
            lowest = torch.where(better, unseen, lowest)
            for kept, now in ((best.left, maps.left), (best.right, maps.right)):
                kept[better] = now.detach()[better]
        optimizer.zero_grad()
        loss = (_losses(texts, sharpness.exp() * cosines) * seen).sum()
        change = (maps.left @ maps.right).square().sum()
        torch.autograd.backward((loss + PENALTY * change) / seen.sum())
        optimizer.step()
    return best


def leave_one_out(texts: Texts, maps: Maps, seen: Tensor) -> Tensor:
    """Return the cosine of each text with the middle of each label's other texts that are seen.

    Shape:
        seen (folds, rows) -> (folds, rows, labels); 0 where nothing is known of a label.
    """
    rows, names = maps.of(texts.rows), maps.of(texts.names)
    middles = names + (texts.labels.T * seen[:, None]) @ rows
    inner, squares = rows @ middles.mT, middles.square().sum(dim=2)[:, None]
    own = texts.labels * seen[:, :, None]
    inner, squares = inner - own, squares - own * (2.0 * inner - 1.0)
    return torch.where(squares > NOTHING, inner / squares.clamp_min(NOTHING).sqrt(), 0.0)


def _losses(texts: Texts, scores: Tensor) -> Tensor:
    """Return how unlikely each text's label is; (folds, rows, labels) -> (folds, rows)."""
    return -(scores.log_softmax(dim=2) * texts.labels).sum(dim=2)


def _lowest(texts: Texts, cosines: Tensor, sharpness: Tensor, counts: Tensor) -> Tensor:
    """Return the loss of the texts that count, at the best of several sharpnesses; (folds,).

    A map must not win by a better sharpness alone: the mixture finds that anyhow.
    """
    tries = [
        (_losses(texts, factor * sharpness.exp() * cosines) * counts).sum(dim=1)
        for factor in FACTORS
    ]
    return torch.stack(tries).amin(dim=0)
