"""The same mathematics the slow way, in numpy: refits and textbook formulas."""

import math

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.posterior import PRIOR_RATE, PRIOR_SHAPE

Matrix = NDArray[np.float64]


def regression(rows: Matrix, targets: Matrix) -> tuple[Matrix, Matrix, Matrix, float]:
    """Return covariance, weights, rate (outputs,) and shape given rows of unit prior precision."""
    precision = np.eye(rows.shape[1]) + rows.T @ rows
    covariance = np.asarray(np.linalg.inv(precision), dtype=np.float64)
    weights = covariance @ rows.T @ targets
    # b = b₀ + (‖y - XW‖² + ‖W‖²) / 2, the residuals and the prior's own pull.
    squares = np.square(targets - rows @ weights).sum(axis=0) + np.square(weights).sum(axis=0)
    rate: Matrix = PRIOR_RATE + 0.5 * squares
    return covariance, weights, rate, PRIOR_SHAPE + 0.5 * len(rows)


def log_student(y: Matrix, kernel: Matrix) -> float:
    """Return the log density at y (n,) of the multivariate Student-t that the prior implies.

    Source: O'Hagan and Forster 2004, §11: 2a degrees of freedom, scale matrix (b/a) K.
    """
    freedom, n = 2 * PRIOR_SHAPE, len(y)
    sigma = PRIOR_RATE / PRIOR_SHAPE * kernel
    _, log_determinant = np.linalg.slogdet(sigma)
    quadratic = float(y @ np.linalg.solve(sigma, y))
    return (
        math.lgamma((freedom + n) / 2)
        - math.lgamma(freedom / 2)
        - 0.5 * n * math.log(freedom * math.pi)
        - 0.5 * float(log_determinant)
        - 0.5 * (freedom + n) * math.log1p(quadratic / freedom)
    )
