"""Weights of a mixture from how likely each of its parts found what came."""

import numpy as np
from numpy.typing import NDArray

ROUNDS = 100
ENOUGH = 1e-4
"""A round that moves no weight further is the last."""
LEAST = 0.01
"""A part that earns less is left out."""


def stacking_weights(log_densities: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights (parts,) that make the mixture's density of the rows highest.

    Source: Yao, Vehtari, Simpson and Gelman 2018, "Using Stacking to Average Bayesian Predictive
    Distributions", §3; maximised by expectation-maximisation from equal weights.

    Args:
        log_densities: of each row's truth before it was learned; shape (rows, parts).
    """
    rows, parts = log_densities.shape
    weights = np.full(parts, 1.0 / parts)
    if parts == 1 or rows == 0:
        return weights
    densities = np.exp(log_densities - log_densities.max(axis=1, keepdims=True))
    for _ in range(ROUNDS):
        moved = weights * (densities.T @ (1.0 / (densities @ weights))) / rows
        if np.abs(moved - weights).max() < ENOUGH:
            break
        weights = moved
    weights = np.where(moved < LEAST, 0.0, moved)
    return weights / weights.sum()
