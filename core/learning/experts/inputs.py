"""Where a row lies, as kernels see it: the shared features, gathered field by field."""

from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from core.domain.identity import FieldKey
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.field import Group

LEAST_SPREAD = 1e-3
RANK = 12**0.5
"""One over the deviation of what lies evenly between 0 and 1."""
TEXTS = frozenset({Group.TEXT, Group.MEANING})
"""Left to the straight line and to the experts on texts."""


@dataclass(frozen=True, kw_only=True)
class KernelInputs:
    """A linear map from the shared features to coordinates, each of a block of its own scale.

    A number has its standardised value and its rank (the sum of its curve's pieces), a category
    its level; a missing value is a step aside.

    Shape:
        features (rows, width) -> coordinates (rows, coordinates).
    """

    features: FeatureMap

    @cached_property
    def blocks(self) -> tuple[tuple[FieldKey, Group], ...]:
        """The blocks of coordinates, in order of appearance; texts lie nowhere."""
        return tuple(dict.fromkeys(block for _, block, _ in self._coordinates))

    @cached_property
    def block_of(self) -> Tensor:
        """The block of each coordinate; shape (coordinates,)."""
        places = {block: place for place, block in enumerate(self.blocks)}
        found = dict.fromkeys((block, place) for _, block, place in self._coordinates)
        return torch.tensor([places[block] for block, _ in found], dtype=torch.long)

    @cached_property
    def matrix(self) -> Tensor:
        """The map; shape (width, coordinates), float64."""
        found = dict.fromkeys((block, place) for _, block, place in self._coordinates)
        places = {one: place for place, one in enumerate(found)}
        matrix = torch.zeros(self.features.width, len(places), dtype=torch.float64)
        scales = self.features.column_scales
        for column, block, place in self._coordinates:
            matrix[column, places[block, place]] = 1.0 / scales[column]
        pieces = (matrix != 0).sum(dim=0).clamp_min(1)
        is_rank = torch.tensor([group is Group.CURVE for (_, group), _ in found], dtype=torch.bool)
        # Pieces of 0 to 1 over the root of their number add up to a rank of deviation about 1.
        return matrix * torch.where(is_rank, RANK / pieces.sqrt(), 1.0)

    def of(self, features: Tensor) -> Tensor:
        """Return the coordinates of encoded rows."""
        return features @ self.matrix.to(features.device)

    def even_weights(self, points: Tensor) -> Tensor:
        """Return weights of the blocks at which each counts alike and two rows are about 1 apart.

        A block that hardly varies weighs no more than 2. That a field is left out for the first
        time puts a row as far off as a block that varies does on average.

        Shape:
            points (rows, coordinates) -> (blocks,).
        """
        spread = points.new_zeros(len(self.blocks)).index_add_(
            0, self.block_of.to(points.device), 2.0 * points.var(dim=0, correction=0)
        )
        varying = (spread > LEAST_SPREAD).sum().clamp_min(1)
        even = (2.0 / (varying * spread.clamp_min(LEAST_SPREAD))).clamp_max(2.0)
        is_missing = [group is Group.MISSING for _, group in self.blocks]
        unheard = (spread <= LEAST_SPREAD) & torch.tensor(is_missing, device=points.device)
        return torch.where(unheard, 2.0 / varying, even)

    @cached_property
    def _coordinates(self) -> list[tuple[int, tuple[FieldKey, Group], int]]:
        """Return the columns that count, with the coordinate of each: block and place within."""
        found = []
        seen: dict[tuple[FieldKey, Group], int] = {}
        for column, block in enumerate(self.features.blocks, start=1):
            if block[1] in TEXTS:
                continue
            place = 0 if block[1] is Group.CURVE else seen.get(block, 0)
            seen[block] = place + 1
            found.append((column, block, place))
        return found


def has_places(features: FeatureMap) -> bool:
    """Return whether a field says more of where a row lies than that its text is missing."""
    return any(group not in TEXTS and group is not Group.MISSING for _, group in features.blocks)
