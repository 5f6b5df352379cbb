"""Gradient boosting of symmetric trees, for several folds at once.

Every node of a level asks the same question, so that a tree is as many questions as it is deep, and
a table of leaves. Source: Friedman 2001, "Greedy Function Approximation: A Gradient Boosting
Machine", algorithm 1, with leaves by Newton's step; Prokhorenkova et al. 2018, "CatBoost: Unbiased
Boosting with Categorical Features", §5 (oblivious trees).
"""

from dataclasses import dataclass
from typing import Protocol, Self

import torch
from torch import Tensor

DEPTH = 5
RATE = 0.15
SHRINKAGE = 3.0
"""Imagined rows of each leaf on which nothing is off."""
STEP = 0.0625
REACH = 2.0
"""Questions are asked at steps within this distance of 0, which follow from no row."""
BINS = int(2 * REACH / STEP)
LEAST_ROWS = 2
"""A leaf of fewer rows says nothing, so that it gives none of them away."""
SHARE = 0.8
"""Of the rows that a tree looks at; others each time."""
FEW, MANY = 8, 48
"""A tree may ask about half of the coordinates, but not fewer or more than these."""
MOST_ROWS = 4_096
"""Rows that a tree looks at, at most."""
AT_ONCE = 512
"""Rows that are asked about at once."""
PATIENCE = 30
"""Trees without progress of any fold after which no more are added."""


class Objective(Protocol):
    """What is to become small."""

    judged: int
    """How many of the outputs, the first, tell which question is the best."""

    def loss(self, said: Tensor, targets: Tensor) -> Tensor:
        """Return how far off each row is.

        Shape:
            (folds, rows, outputs), (rows, targets) -> (folds, rows).
        """
        ...

    def slopes(self, said: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the first and the second derivative by what is said, both of its shape."""
        ...


@dataclass(frozen=True, kw_only=True)
class Forest:
    """Trees of each fold; what a fold says of a row is the sum of its leaves on a base."""

    coordinates: Tensor
    """Which coordinate each level asks about; shape (folds, trees, depth)."""
    bins: Tensor
    """Whether it lies beyond this bin; shape (folds, trees, depth)."""
    leaves: Tensor
    """Shape (folds, trees, 2 ** depth, outputs)."""
    base: Tensor
    """Shape (outputs,)."""

    def __call__(self, points: Tensor) -> Tensor:
        """Return what each fold says of each row; (rows, coordinates) -> (folds, rows, outputs)."""
        return torch.cat([self._of(some) for some in torch.split(binned(points), AT_ONCE)], dim=1)

    def _of(self, codes: Tensor) -> Tensor:
        """Return the same of rows that are binned."""
        leaf = self._leaf(codes)
        outputs = self.leaves.shape[-1]
        found = self.leaves.gather(2, leaf[..., None].expand(-1, -1, -1, outputs))
        return self.base + found.sum(dim=1)

    def _leaf(self, codes: Tensor) -> Tensor:
        """Return the leaf of each tree that each row is in; shape (folds, trees, rows)."""
        columns = codes.T.contiguous()
        if len(codes) == 1:  # All levels at once, which for more rows would not fit the caches.
            levels = torch.arange(self.bins.shape[-1] - 1, -1, -1, device=codes.device)
            beyond = self.bins < columns[self.coordinates, 0]
            return (beyond * 2**levels).sum(dim=-1, keepdim=True)
        leaf = torch.zeros(*self.bins.shape[:2], len(codes), dtype=torch.long, device=codes.device)
        for asked, bins in zip(self.coordinates.unbind(-1), self.bins.unbind(-1), strict=True):
            leaf = 2 * leaf + (bins[..., None] < columns[asked])
        return leaf


def binned(points: Tensor) -> Tensor:
    """Return which bin each coordinate lies in."""
    return ((points + REACH) / STEP).floor().clamp(0, BINS - 1).long()


def boost(
    points: Tensor,
    targets: Tensor,
    seen: Tensor,
    *,
    base: Tensor,
    asked: Tensor,
    objective: Objective,
    trees: int,
    generator: torch.Generator,
) -> Forest:
    """Return a forest for each fold, as large as the rows that it does not see want it.

    Args:
        points: shape (rows, coordinates).
        targets: shape (rows, targets).
        seen: which rows each fold learns from; shape (folds, rows).
        base: what is said before there is a tree; shape (outputs,).
        asked: which coordinates may be asked about.
        objective: what the trees make small, on the rows that a fold does not see too.
        trees: how many each fold gets at most.
        generator: of what each tree looks at.
    """
    codes = binned(points)
    said = base.expand(len(seen), len(points), -1).contiguous()
    grown: list[tuple[Tensor, Tensor, Tensor]] = []
    lowest, sizes = (
        _unseen(objective.loss(said, targets), seen),
        torch.zeros(len(seen), dtype=torch.long),
    )
    for size in range(1, trees + 1):
        weights = seen * _drawn(len(points), generator).to(seen.device)
        some = _some(asked, generator)
        slopes = objective.slopes(said, targets)
        tree, leaf = grow(codes, *slopes, weights, some, objective.judged)
        grown.append(tree)
        said = said + tree[2].gather(1, leaf[..., None].expand_as(said))
        reached = _unseen(objective.loss(said, targets), seen)
        better = (reached < lowest).cpu()
        lowest, sizes[better] = torch.minimum(reached, lowest), size
        if size - int(sizes.max()) >= PATIENCE:
            break
    coordinates, bins, leaves = (torch.stack(parts, dim=1) for parts in zip(*grown, strict=True))
    most = max(int(sizes.max()), 1)
    kept = torch.arange(most) < sizes[:, None]
    leaves = leaves[:, :most] * kept[:, :, None, None].to(leaves.device)
    return Forest(coordinates=coordinates[:, :most], bins=bins[:, :most], leaves=leaves, base=base)


def _drawn(rows: int, generator: torch.Generator) -> Tensor:
    """Return which rows a tree looks at; shape (rows,)."""
    return torch.rand(rows, generator=generator) < min(SHARE, MOST_ROWS / rows)


def _some(asked: Tensor, generator: torch.Generator) -> Tensor:
    """Return the coordinates that a tree may ask about."""
    count = min(max(len(asked) // 2, FEW), MANY, len(asked))
    return asked[torch.randperm(len(asked), generator=generator)[:count].to(asked.device)]


def _unseen(losses: Tensor, seen: Tensor) -> Tensor:
    """Return each fold's mean loss on the rows that it does not see."""
    unseen = 1.0 - seen
    return (losses * unseen).sum(dim=1) / unseen.sum(dim=1).clamp_min(1.0)


def grow(
    codes: Tensor, first: Tensor, second: Tensor, weights: Tensor, asked: Tensor, judged: int
) -> tuple[tuple[Tensor, Tensor, Tensor], Tensor]:
    """Return a tree for each fold (coordinates, bins, leaves), and each row's leaf in it.

    Args:
        codes: bins of all rows; shape (rows, coordinates).
        first: derivatives of the loss; shape (folds, rows, outputs).
        second: the same.
        weights: which rows each fold looks at; shape (folds, rows).
        asked: the coordinates that may be asked about.
        judged: how many of the outputs tell which question is the best.
    """
    folds, rows, outputs = first.shape
    leaf = torch.zeros(folds, rows, dtype=torch.long, device=codes.device)
    pulls = torch.cat([first, torch.ones_like(first[..., :1]), second], dim=-1) * weights[..., None]
    looks = Looks.of(codes[:, asked], first[..., :judged], weights)
    chosen, beyond = [], []
    columns = codes.T.contiguous()
    sums = looks.histogram(leaf, leaves=1)
    for level in range(DEPTH):
        best = _gains(sums).flatten(1).argmax(dim=1)
        coordinate, place = asked[best // BINS], best % BINS
        chosen.append(coordinate)
        beyond.append(place)
        leaf = 2 * leaf + (place[:, None] < columns[coordinate])
        if level < DEPTH - 1:
            sums = looks.split(sums, leaf)
    sums = pulls.new_zeros(folds, 2**DEPTH, pulls.shape[-1])
    sums.scatter_add_(1, leaf[..., None].expand_as(pulls), pulls)
    slope, count, bend = torch.split(sums, [outputs, 1, outputs], dim=-1)
    leaves = torch.where(count >= LEAST_ROWS, -RATE * slope / (bend + SHRINKAGE), 0.0)
    return (torch.stack(chosen, dim=1), torch.stack(beyond, dim=1), leaves), leaf


@dataclass(frozen=True, kw_only=True)
class Looks:
    """What a tree looks at: the pairs of a fold and a row that it learns from."""

    fold: Tensor
    row: Tensor
    columns: Tensor
    """The place of each coordinate's bin among all bins; shape (pairs, coordinates)."""
    pulls: Tensor
    """Shape (pairs, judged)."""
    folds: int

    @classmethod
    def of(cls, codes: Tensor, pulls: Tensor, weights: Tensor) -> Self:
        """Return the pairs of weight; (rows, coordinates), (folds, rows, n), (folds, rows)."""
        fold, row = weights.nonzero(as_tuple=True)
        columns = codes + BINS * torch.arange(codes.shape[1], device=codes.device)
        return cls(
            fold=fold, row=row, columns=columns[row], pulls=pulls[fold, row], folds=len(weights)
        )

    def histogram(self, leaf: Tensor, *, leaves: int) -> Tensor:
        """Return sums of the pulls, and last the counts, by leaf, coordinate and bin.

        Shape:
            (folds, rows) -> (judged + 1, folds, leaves, coordinates, BINS).
        """
        node = leaf[self.fold, self.row] + leaves * self.fold
        return self._summed(node, self.columns, self.pulls, leaves)

    def split(self, sums: Tensor, leaf: Tensor) -> Tensor:
        """Return the sums by half of each leaf, of which the odd ones are counted.

        What is left of a leaf is the even one's, so that each pair is added about half as often.
        """
        leaves = sums.shape[2]
        node = leaf[self.fold, self.row] + 2 * leaves * self.fold
        odd = (node % 2).nonzero()[:, 0]
        beyond = self._summed(node[odd] // 2, self.columns[odd], self.pulls[odd], leaves)
        return torch.stack([sums - beyond, beyond], dim=3).flatten(2, 3)

    def _summed(self, node: Tensor, columns: Tensor, pulls: Tensor, leaves: int) -> Tensor:
        coordinates = columns.shape[1]
        size = self.folds * leaves * coordinates * BINS
        places = (node[:, None] * (coordinates * BINS) + columns).flatten()
        each = pulls.T[:, :, None].expand(-1, -1, coordinates)
        sums = [torch.bincount(places, part.flatten(), size) for part in each]
        counts = torch.bincount(places, minlength=size).to(pulls.dtype)
        return torch.stack([*sums, counts]).view(-1, self.folds, leaves, coordinates, BINS)


def _gains(sums: Tensor) -> Tensor:
    """Return what each question would explain; (folds, coordinates, BINS)."""
    below = sums.cumsum(dim=-1)
    above = below[..., -1:] - below
    return _explained(below).add_(_explained(above)).sum(dim=1)


def _explained(sums: Tensor) -> Tensor:
    """Return what one side of each question explains; (folds, leaves, coordinates, BINS).

    The sums are used up: fresh memory for each step would take longer than the steps.
    """
    squares, counts = sums[:-1].square_(), sums[-1].add_(SHRINKAGE)
    total = squares[0] if len(squares) == 1 else squares.sum(dim=0)
    return total.div_(counts)
