"""Where a row lies, as kernels see it: the shared features, gathered field by field."""

from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from core.domain.identity import FieldKey
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.field import Group

LEAST_SPREAD = 1e-3


@dataclass(frozen=True, kw_only=True)
class KernelInputs:
    """A linear map from the shared features to coordinates, each of a block of its own scale.

    A number has its standardised value and its rank (the sum of its curve's pieces), a category
    its level, a text its n-grams; a missing value is a step aside.

    Shape:
        features (rows, width) -> coordinates (rows, coordinates).
    """

    features: FeatureMap

    @cached_property
    def blocks(self) -> tuple[tuple[FieldKey, Group], ...]:
        """The blocks of coordinates, in order of appearance."""
        return tuple(dict.fromkeys(self.features.blocks))

    @cached_property
    def block_of(self) -> Tensor:
        """The block of each coordinate; shape (coordinates,)."""
        places = {block: place for place, block in enumerate(self.blocks)}
        found = dict.fromkeys(self._coordinates())
        return torch.tensor([places[block] for block, _ in found], dtype=torch.long)

    @cached_property
    def matrix(self) -> Tensor:
        """The map; shape (width, coordinates), float64."""
        coordinates = self._coordinates()
        places = {one: place for place, one in enumerate(dict.fromkeys(coordinates))}
        matrix = torch.zeros(self.features.width, len(places), dtype=torch.float64)
        for column, one in enumerate(coordinates, start=1):
            matrix[column, places[one]] = 1.0
        scales = torch.from_numpy(self.features.column_scales)
        matrix[1:] /= scales[1:, None]
        counts = torch.zeros(len(places)).index_add_(
            0,
            torch.tensor([places[one] for one in coordinates], dtype=torch.long),
            torch.ones(len(coordinates)),
        )
        is_rank = torch.tensor([group is Group.CURVE for (_, group), _ in places])
        # Pieces of 0 to 1 over the root of their number add up to a rank of deviation about 1.
        return matrix * torch.where(is_rank, 3.46 / counts.clamp_min(1.0).sqrt(), 1.0)

    def of(self, features: Tensor) -> Tensor:
        """Return the coordinates of encoded rows."""
        return features @ self.matrix.to(features.device)

    def even_weights(self, points: Tensor) -> Tensor:
        """Return weights of the blocks at which each counts alike and two rows are about 1 apart.

        A block that hardly varies weighs no more than 2. Shape (blocks,).
        """
        spread = points.new_zeros(len(self.blocks)).index_add_(
            0, self.block_of.to(points.device), 2.0 * points.var(dim=0, correction=0)
        )
        varying = (spread > LEAST_SPREAD).sum().clamp_min(1)
        return (2.0 / (varying * spread.clamp_min(LEAST_SPREAD))).clamp_max(2.0)

    def _coordinates(self) -> list[tuple[tuple[FieldKey, Group], int]]:
        """Return the coordinate of each column: a block, and the place within it."""
        found = []
        seen: dict[tuple[FieldKey, Group], int] = {}
        for block in self.features.blocks:
            place = 0 if block[1] is Group.CURVE else seen.get(block, 0)
            seen[block] = place + 1
            found.append((block, place))
        return found
