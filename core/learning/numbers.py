"""Forecasts of numbers: experts weighed, widened and bounded by their honest record."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning import student
from core.learning.experts.expert import Outlook
from core.learning.stacking import SEASONED_FOR_NUMBERS, stacking_weights

LEVELS = (0.8, 0.9)
IMAGINED = 10.0
"""How many honest residuals the experts' own claim of their width is worth."""
EXACT = 1e-6
"""Nothing is expected to be nearer than so many scales."""
_POINTS = 40
_SHARES = (np.arange(_POINTS) + 0.5) / _POINTS
_WIDTHS = np.exp(np.linspace(-1.5, 1.5, 25))
_FREEDOMS = (2.5, 4.0, 8.0, 16.0, 50.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where numbers are expected, on the standardised scale; each array of shape (rows,)."""

    centers: NDArray[np.float64]
    scales: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCalibration:
    """What the honest record of the experts says of their forecasts."""

    weights: NDArray[np.float64]
    """Shape (experts,); they sum to 1."""
    width: float
    """Factor on the experts' own scale."""
    freedom: float
    """Degrees of freedom: how heavy the tails of what came were."""
    halves: tuple[float, ...]
    """Half of each level's interval, in scales."""
    median: float
    """How far off the better half of what came was at most, in scales."""

    @classmethod
    def fit(cls, outlooks: Sequence[Outlook], truths: NDArray[np.float64], strain: float) -> Self:
        """Return the calibration for leave-one-out outlooks and what came.

        Args:
            outlooks: of each expert.
            truths: standardised; shape (rows,).
            strain: by how much the residuals flatter the fit.
        """
        densities = [
            student.log_density((truths - o.centers[:, 0]) / o.scales, o.freedom) - np.log(o.scales)
            for o in outlooks
        ]
        weights = stacking_weights(np.stack(densities, axis=1), SEASONED_FOR_NUMBERS)
        located = _combined(outlooks, weights)
        residuals = strain * (truths - located.centers) / located.scales
        claimed = float(np.dot(weights, [o.freedom for o in outlooks]))
        # What the experts claim, as residuals that count beside the real ones.
        imagined = student.quantiles(_SHARES, claimed)
        pooled = np.concatenate([residuals, imagined])
        counts = np.concatenate([np.ones(len(residuals)), np.full(_POINTS, IMAGINED / _POINTS)])
        width, freedom = _likeliest(pooled, counts, claimed)
        *halves, median = _conformal(np.abs(pooled), counts, (*LEVELS, 0.5))
        return cls(
            weights=weights,
            width=width,
            freedom=freedom,
            halves=tuple(halves),
            median=max(median, EXACT),
        )

    def locate(self, outlooks: Sequence[Outlook]) -> Located:
        """Return where the mixture expects each row."""
        return _combined(outlooks, self.weights)

    def log_likelihood(self, located: Located, z: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log density of standardised truths; shape (rows,)."""
        scales = located.scales * self.width
        return student.log_density((z - located.centers) / scales, self.freedom) - np.log(scales)


def _combined(outlooks: Sequence[Outlook], weights: NDArray[np.float64]) -> Located:
    """Return the weighted centres, and scales that hold the experts' disagreement too."""
    centers = sum(
        (w * o.centers[:, 0] for w, o in zip(weights, outlooks, strict=True)), np.zeros(1)
    )
    squares = sum(
        (
            w * (np.square(o.scales) + np.square(o.centers[:, 0] - centers))
            for w, o in zip(weights, outlooks, strict=True)
        ),
        np.zeros(1),
    )
    return Located(centers=centers, scales=np.sqrt(squares))


def _likeliest(
    residuals: NDArray[np.float64], counts: NDArray[np.float64], claimed: float
) -> tuple[float, float]:
    """Return the width and the degrees of freedom under which the residuals are likeliest.

    For each freedom the likelihood rises to one width and falls beyond it.
    """
    squares, total = np.square(residuals), float(counts.sum())
    best = (-math.inf, 1.0, claimed)
    for freedom in (claimed, *_FREEDOMS):
        last = _last_rising(squares, counts, total, freedom)
        widths = _WIDTHS[max(last, 0) : last + 2]
        densities = student.log_density(residuals / widths[:, None], freedom)
        heights = densities @ counts - total * np.log(widths)
        top = int(np.argmax(heights))
        best = max(best, (float(heights[top]), float(widths[top]), freedom))
    return best[1], best[2]


def _last_rising(
    squares: NDArray[np.float64], counts: NDArray[np.float64], total: float, freedom: float
) -> int:
    """Return the place of the last width at which the likelihood still rises, or -1."""
    low, high = -1, len(_WIDTHS)
    while high - low > 1:
        middle = (low + high) // 2
        shares = squares / (squares + freedom * _WIDTHS[middle] ** 2)
        if (freedom + 1.0) * float(shares @ counts) > total:
            low = middle
        else:
            high = middle
    return low


def _conformal(
    sizes: NDArray[np.float64], counts: NDArray[np.float64], levels: Sequence[float]
) -> list[float]:
    """Return the sizes that shares ``levels`` of what is to come stay within.

    Source: Vovk, Gammerman and Shafer 2005, "Algorithmic Learning in a Random World", §4: the
    next one is one among the n + 1, so that its share is counted of the total plus one.
    """
    order = np.argsort(sizes)
    mass = np.cumsum(counts[order])
    places = np.searchsorted(mass, np.array(levels) * (mass[-1] + 1.0))
    found: list[float] = sizes[order[np.minimum(places, len(sizes) - 1)]].tolist()
    return found
