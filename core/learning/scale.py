"""The scale on which a number target is learned."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning.encoding.field import center_and_scale, soft_clip, soft_unclip

CLIP = 10.0
"""Robust standard deviations beyond which a taught number counts by its logarithm's only."""
LARGEST = 1e15
"""The domain's bound on numbers."""


POWERS = (1.0, 0.5, 0.0)
"""As it is, about its square root, about its logarithm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetScale:
    """A smooth ascending map from the target's unit to about mean 0 and deviation 1 and back.

    Numbers y are first taken as ``sign(y) ((1 + |y|)^power - 1) / power``, at power 0 as
    ``sign(y) log(1 + |y|)``. Far beyond what the fit saw the map flattens, so that one absurd
    value cannot move the rest.

    Source: Yeo and Johnson 2000, "A New Family of Power Transformations"; here odd.
    """

    power: float
    center: float
    scale: float

    @classmethod
    def fit(cls, truths: NDArray[np.float64], *, power: float) -> Self:
        """Return the scale on which the truths are centred and of deviation about 1."""
        center, scale = center_and_scale(_powered(truths, power))
        return cls(power=power, center=center, scale=scale)

    def forward(self, truths: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return numbers in the target's unit as standardised ones."""
        return soft_clip(soft_clip(self._plain(truths), CLIP), CLIP)

    def inverse(self, z: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return standardised numbers in the target's unit, finite whatever comes."""
        numbers = self.center + self.scale * soft_unclip(soft_unclip(z, CLIP), CLIP)
        sizes = np.abs(numbers)
        if self.power == 0:
            sizes = np.expm1(np.minimum(sizes, 40.0))
        elif self.power != 1:
            sizes = np.minimum(1 + self.power * sizes, 1e20) ** (1 / self.power) - 1
        return np.clip(np.sign(numbers) * sizes, -LARGEST, LARGEST)

    def log_slope(self, truths: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the logarithm of the forward map's derivative: the density's Jacobian."""
        beyond = np.maximum(np.abs(self._plain(truths)) - CLIP, 0.0)
        slope = (self.power - 1) * np.log1p(np.abs(truths)) - np.log(self.scale)
        return slope - np.log1p(beyond) - np.log1p(np.log1p(beyond))

    def _plain(self, truths: NDArray[np.float64]) -> NDArray[np.float64]:
        return (_powered(truths, self.power) - self.center) / self.scale


def _powered(numbers: NDArray[np.float64], power: float) -> NDArray[np.float64]:
    sizes = np.abs(numbers)
    if power == 0:
        sizes = np.log1p(sizes)
    elif power != 1:
        sizes = ((1 + sizes) ** power - 1) / power
    return np.sign(numbers) * sizes
