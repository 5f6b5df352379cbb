"""Student's t distribution: density and quantiles."""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_POINTS = 4_001
FREEDOM_MAX = 1_000.0
"""Beyond, it is the normal distribution for our purposes."""


def log_density(
    r: NDArray[np.float64], freedom: float | NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the log density of standardised residuals; the shapes broadcast."""
    half = freedom / 2
    norm = _log_gamma(half + 0.5) - _log_gamma(half) - 0.5 * np.log(2 * np.pi * half)
    # In place, and log rather than log1p, whose last digits tell nothing here: half the time.
    found: NDArray[np.float64] = np.square(r) / (2 * half)
    found += 1.0
    np.log(found, out=found)
    found *= -(half + 0.5)
    found += norm
    return found


def quantiles(levels: NDArray[np.float64], freedom: float) -> NDArray[np.float64]:
    """Return the values that lie above a share ``levels`` (0 to 1, ends excluded) of the mass."""
    angles, below = _table(min(freedom, FREEDOM_MAX))
    found = np.tan(np.interp(levels, below, angles)) * math.sqrt(min(freedom, FREEDOM_MAX))
    result: NDArray[np.float64] = found
    return result


@lru_cache(maxsize=256)
def _table(freedom: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return angles and the mass below each: with r = sqrt(v) tan a, da has density cos^(v-1) a."""
    angles = np.linspace(-np.pi / 2, np.pi / 2, _POINTS)
    density = np.maximum(np.cos(angles), 0.0) ** (freedom - 1.0)
    mass = np.concatenate([[0.0], np.cumsum(0.5 * (density[1:] + density[:-1]))])
    return angles, mass / mass[-1]


_lgamma = np.vectorize(math.lgamma, otypes=[np.float64])


def _log_gamma(x: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
    if isinstance(x, float):
        return math.lgamma(x)
    result: NDArray[np.float64] = _lgamma(x)
    return result
