"""Which of many encoded rows are most like one."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

ROUGH = 1e-5
"""By how much a similarity in single precision may be off, with much to spare."""
MOST_COMPARED = 256
_TIE = 12
"""Similarities that agree to so many decimals are a tie, which the lower id wins."""


def most_alike(
    row: Tensor, others: Tensor, squares: Tensor, ids: NDArray[np.int64], count: int
) -> list[tuple[int, float]]:
    """Return the ids of the most similar of other rows, the most similar first.

    All are compared in single precision, those that may be among the first in double.

    Args:
        row: shape (width,), float64.
        others: shape (n, width), float32.
        squares: their squared lengths; shape (n,), float32.
        ids: of the others; shape (n,).
        count: how many are wanted.
    """
    inner = (others @ row.float()).cpu().numpy()
    rough = 2.0 * inner / (squares.cpu().numpy() + float(row @ row))
    near = np.arange(len(ids))
    if len(ids) > count:
        near = np.flatnonzero(rough >= np.partition(rough, -count)[-count] - ROUGH)
    if len(near) > MOST_COMPARED:
        near = near[np.lexsort((ids[near], -np.round(rough[near] / ROUGH)))[:MOST_COMPARED]]
    alike = similarity(row[None], others[torch.from_numpy(near)].double())[0]
    order = np.lexsort((ids[near], -np.round(alike, _TIE)))[:count]
    return [(int(ids[near[place]]), float(alike[place])) for place in order if alike[place] > 0]


def similarity(rows: Tensor, others: Tensor) -> NDArray[np.float64]:
    """Return how alike each row and each of the others are; shape (rows, others).

    Twice the inner product over the sum of the squared lengths, at least 0: 1 for the same only.
    """
    lengths = rows.square().sum(dim=1)[:, None] + others.square().sum(dim=1)
    found: NDArray[np.float64] = (2.0 * (rows @ others.T) / lengths).clamp(0.0, 1.0).cpu().numpy()
    return found
