"""Which lessons are odd: so far from what all others tell that they are to move no answer.

One absurd number among hundreds is a slip, and is set aside; several alike are news. So a lesson is
odd only if it is far off beside nearly all others, and if nothing about it is new: the first
lesson of a category is contradicted by none. A label is never odd: how often the rarer ones come
is what their lessons tell.

Source: Hampel et al. 1986, "Robust Statistics: The Approach Based on Influence Functions", §1.4
(rejection beyond some robust deviations, the plainest estimator whose influence falls to zero).
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.learning.encoding.table import Row

LEAST = 5
"""Of fewer lessons none is odd."""
FAR = 1.5
"""In doubts, of which one is worth a suspicion."""
BEYOND = 1.5
"""So many times as far off as the farthest of nearly all."""
SHARE = 0.05
"""More than this of the lessons are never odd."""


def odd_ones(doubts: NDArray[np.float64], rows: Sequence[Row]) -> NDArray[np.bool_]:
    """Return which lessons are odd.

    Args:
        doubts: how wrong each truth looks beside the others, from 1 on suspect; shape (rows,).
        rows: as they were read.
    """
    count = len(doubts)
    if count < LEAST:
        return np.zeros(count, dtype=np.bool_)
    most = max(1, int(SHARE * count))
    usual = float(np.sort(doubts)[-1 - most])
    odd = doubts >= max(FAR, BEYOND * usual)
    if odd.any():
        odd[odd] = ~_new_ones(rows)[odd]
    return odd


def _new_ones(rows: Sequence[Row]) -> NDArray[np.bool_]:
    """Return which rows have a category that no other has."""
    counts = [Counter(column) for column in zip(*rows, strict=True)]
    return np.array(
        [
            any(isinstance(cell, int) and n[cell] == 1 for cell, n in zip(row, counts, strict=True))
            for row in rows
        ]
    )
