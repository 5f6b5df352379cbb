"""Weights of a mixture from how likely each of its parts found what came."""

import numpy as np
from numpy.typing import NDArray

ROUNDS = 50
ENOUGH = 1e-4
IMAGINED = 10.0
"""The imagined rows of all parts but the rule together."""
IMAGINED_RULE = 0.2
SEASONED = (4, 12)
"""So many rows say nothing of the later parts; so many make them as trustworthy beforehand as the
second, which for labels may know what texts mean."""
SEASONED_FOR_NUMBERS = (3, 6)
"""Of numbers: three lessons that lie on a line are answered by the line."""
LEAST = 0.01
"""A part that earns less is left out."""


def stacking_weights(
    log_densities: NDArray[np.float64], seasoned: tuple[int, int] = SEASONED
) -> NDArray[np.float64]:
    """Return the weights (parts,) that make the mixture's density of the rows highest.

    As if the parts had also been the best on some imagined rows: a short record flatters whoever
    was lucky. The first part, the rule, on next to none; the second, the straight line, on most
    while there are few rows; later all alike.

    Source: Yao, Vehtari, Simpson and Gelman 2018, "Using Stacking to Average Bayesian Predictive
    Distributions", §3; maximised by expectation-maximisation.

    Args:
        log_densities: of each row's truth before it was learned; shape (rows, parts).
        seasoned: how many rows say nothing of the later parts, and how many speak for all alike.
    """
    rows, parts = log_densities.shape
    imagined = _imagined(rows, parts, seasoned)
    weights = imagined / imagined.sum()
    if parts == 1 or rows == 0:
        return weights
    densities = np.exp(log_densities - log_densities.max(axis=1, keepdims=True))
    turned, total, mixed = densities.T.copy(), rows + imagined.sum(), np.empty(rows)
    for _ in range(ROUNDS):
        np.dot(densities, weights, out=mixed)
        np.reciprocal(mixed, out=mixed)
        moved = (weights * turned.dot(mixed) + imagined) / total
        settled = max(map(abs, (moved - weights).tolist())) < ENOUGH
        weights = moved
        if settled:
            break
    weights = np.where(weights < LEAST, 0.0, weights)
    return weights / weights.sum()


def _imagined(rows: int, parts: int, seasoned: tuple[int, int]) -> NDArray[np.float64]:
    """Return on how many imagined rows each part was the best; shape (parts,)."""
    if parts < 3:
        return np.array([IMAGINED_RULE, IMAGINED])[:parts]
    even = IMAGINED / (parts - 1)
    few, many = seasoned
    later = even * min(max(rows - few, 0) / (many - few), 1.0)
    return np.array([IMAGINED_RULE, IMAGINED - later * (parts - 2), *[later] * (parts - 2)])
