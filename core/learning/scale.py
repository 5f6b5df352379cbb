"""The scale on which a number target is learned."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning.encoding.field import center_and_scale, soft_clip, soft_unclip

CLIP = 10.0
"""Robust standard deviations beyond which a taught number counts by its logarithm only."""
LARGEST = 1e15
"""The domain's bound on numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetScale:
    """A smooth ascending map from the target's unit to about mean 0 and deviation 1 and back.

    Far beyond what the fit saw it flattens, so that one absurd value cannot move the rest.
    """

    is_log: bool
    """Whether numbers are taken as ``sign(y) * log(1 + |y|)`` first."""
    center: float
    scale: float

    @classmethod
    def fit(cls, truths: NDArray[np.float64], *, is_log: bool) -> Self:
        """Return the scale on which the truths are centred and of deviation about 1."""
        center, scale = center_and_scale(_signed_log(truths) if is_log else truths)
        return cls(is_log=is_log, center=center, scale=scale)

    def forward(self, truths: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return numbers in the target's unit as standardised ones."""
        return soft_clip(self._plain(truths), CLIP)

    def inverse(self, z: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return standardised numbers in the target's unit, finite whatever comes."""
        numbers = self.center + self.scale * soft_unclip(z, CLIP)
        if self.is_log:
            numbers = np.sign(numbers) * np.expm1(np.minimum(np.abs(numbers), 40.0))
        return np.clip(numbers, -LARGEST, LARGEST)

    def log_slope(self, truths: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the logarithm of the forward map's derivative: the density's Jacobian."""
        beyond = np.maximum(np.abs(self._plain(truths)) - CLIP, 0.0)
        slope = -np.log1p(beyond) - np.log(self.scale)
        return slope - np.log1p(np.abs(truths)) if self.is_log else slope

    def _plain(self, truths: NDArray[np.float64]) -> NDArray[np.float64]:
        numbers = _signed_log(truths) if self.is_log else truths
        return (numbers - self.center) / self.scale


def _signed_log(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.sign(numbers) * np.log1p(np.abs(numbers))
