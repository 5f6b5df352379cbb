"""Tastes of items, learned from who liked what and tied to the items' fields.

Each item's taste ``v`` is near what its fields say, ``x W``; each member weighs tastes by ``p``::

    rest - levels = p(member) · v(item) + noise

Members, items and W are solved in turn, each in closed form given the others.

Source: Hu, Koren and Volinsky 2008, "Collaborative Filtering for Implicit Feedback Datasets", §4
(alternating least squares); Agarwal and Chen 2009, "Regression-based Latent Factor Models", §2.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]

SWEEPS = 10
ITEM_TIE = 2.0
FIELD_TIE = 10.0
"""Prior precisions, in units of the noise's, of v about x W and of W."""


def learned_tastes(
    rest: Numbers, members: Places, items: Places, start: Numbers, sides: Numbers, tie: float
) -> tuple[Numbers, Numbers]:
    """Return the items' tastes and W.

    Args:
        rest: what levels leave of each rating; shape (rows,).
        members: the place of each rating's member.
        items: the place of each rating's item.
        start: tastes to start from; shape (items, tastes).
        sides: the items' fields, centred; shape (items, columns).
        tie: the prior precision of p, in units of the noise's.
    """
    tastes, width = start, start.shape[1]
    gain = np.linalg.solve(sides.T @ sides + FIELD_TIE * np.eye(sides.shape[1]), sides.T)
    weights = gain @ tastes
    nobody = np.zeros((int(members.max()) + 1, width))
    for _ in range(SWEEPS):
        likings = _solved(rest, members, tastes[items], nobody, tie)
        tastes = _solved(rest, items, likings[members], sides @ weights, ITEM_TIE)
        weights = gain @ tastes
    size = np.sqrt(np.square(tastes).mean(axis=0).clip(1e-12))
    return tastes / size, weights / size


def _solved(rest: Numbers, places: Places, given: Numbers, means: Numbers, tie: float) -> Numbers:
    """Return the ridge solution of each place about its mean; shape as ``means``."""
    count, width = means.shape
    grams = np.zeros((count, width, width))
    moments: Numbers = tie * means
    for one in range(width):
        moments[:, one] += np.bincount(places, given[:, one] * rest, minlength=count)
        for other in range(one + 1):
            sums = np.bincount(places, given[:, one] * given[:, other], minlength=count)
            grams[:, one, other] = grams[:, other, one] = sums
    grams += tie * np.eye(width)
    return np.asarray(np.linalg.solve(grams, moments[:, :, None])[:, :, 0], dtype=np.float64)
