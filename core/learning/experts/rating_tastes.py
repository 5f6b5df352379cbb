"""Tastes of items: where their fields differ most, or as who liked what teaches them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.factoring import learned_tastes
from core.learning.experts.ledger import Rated, Strengths
from core.learning.experts.likings import Numbers, Places
from core.learning.experts.rating_fit import (
    MEMORIES,
    RatingFit,
    Tastes,
    foretold_error,
    noise_of,
)
from core.learning.experts.rating_levels import LEVEL, earned, levelled

Held = NDArray[np.bool_]
TASTES = 4
LEAST_TO_LEARN = 100
"""With fewer ratings tastes are those of the fields."""
USUAL = 30.0
STRENGTHS = (USUAL, 4.0, 10.0, 100.0, 1000.0)
"""How many ratings a member's indifference to a taste may be worth."""
TIES = (None, 10.0, 40.0)
"""How firmly members are held to indifference while tastes are learned; None not to learn."""
FOLDS = 4
_SMALL = 1e-6


def with_tastes(fit: RatingFit, columns: Numbers, rows: Rated, sides: Places) -> RatingFit:
    """Return the fit with the tastes that foretell held-out ratings best.

    Learned tastes flatter the ratings that they were learned from, so that only ratings held out
    can tell which are the better.
    """
    if len(rows) < LEAST_TO_LEARN:
        return _taking(fit, tastes_of(columns, rows, sides, tie=None), USUAL)
    errors = np.zeros((len(TIES), len(STRENGTHS)))
    seen: list[list[tuple[Tastes, Rated, Held]]] = [[] for _ in TIES]
    for fold in range(FOLDS):
        held = np.arange(len(rows)) % FOLDS == fold
        for at, tie in enumerate(TIES):
            tastes = tastes_of(columns[~held], rows.pick(~held), sides, tie=tie)
            read = replace(rows, tastes=tastes.read(columns, rows.items))
            seen[at].append((tastes, read, held))
            for worth, strength in enumerate(STRENGTHS):
                errors[at, worth] += foretold_error(_strengths(fit, tastes, strength), read, held)
    place = earned(errors.ravel().tolist(), len(rows))
    best, strength = divmod(place, len(STRENGTHS))
    fit, error = _remembering(fit, STRENGTHS[strength], seen[best], float(errors.flat[place]))
    made = _taking(fit, tastes_of(columns, rows, sides, tie=TIES[best]), STRENGTHS[strength])
    return replace(made, noise=noise_of(error, len(rows)))


def _remembering(
    fit: RatingFit, strength: float, seen: Sequence[tuple[Tastes, Rated, Held]], error: float
) -> tuple[RatingFit, float]:
    """Return the fit with the longest memory that foretells as well, and the squared error then.

    Tastes may stay where levels drift.
    """
    longer = [one for one in MEMORIES if one > fit.strengths.memory]
    tried = [replace(fit, strengths=replace(fit.strengths, memory=one)) for one in longer]
    errors = [
        sum(
            foretold_error(_strengths(one, tastes, strength), rows, held)
            for tastes, rows, held in seen
        )
        for one in tried
    ]
    best = int(np.argmin([error, *errors]))
    return ([fit, *tried][best], [error, *errors][best])


def _taking(fit: RatingFit, tastes: Tastes, strength: float) -> RatingFit:
    return replace(fit, tastes=tastes, strengths=_strengths(fit, tastes, strength))


def _strengths(fit: RatingFit, tastes: Tastes, strength: float) -> Strengths:
    each = np.full(tastes.of_fields.shape[1], strength)
    return replace(fit.strengths, tastes=np.append(fit.strengths.tastes[:1], each))


def tastes_of(columns: Numbers, rows: Rated, sides: Places, *, tie: float | None) -> Tastes:
    """Return the tastes of the rated items; one rated once is known by its fields alone."""
    items, of_row, counts = np.unique(rows.items, return_inverse=True, return_counts=True)
    means = np.zeros((len(items), len(sides) - 1))
    np.add.at(means, of_row, columns[:, sides[1:]])
    means /= counts[:, None]
    center = means.mean(axis=0)
    means -= center
    turn = _widest(means)
    tastes = means @ turn
    if tie is not None:
        tastes, turn = _learned(rows, of_row, tastes, means, tie)
    of_fields = np.zeros((columns.shape[1], tastes.shape[1]))
    of_fields[sides[1:]], of_fields[0] = turn, -center @ turn
    often = counts > 1  # So that no file holds what a single rating says.
    return Tastes(items=items[often], of_items=tastes[often], of_fields=of_fields)


def _widest(means: Numbers) -> Numbers:
    """Return the few directions in which the items differ most, of deviation 1 each."""
    _, sizes, directions = np.linalg.svd(means, full_matrices=False)
    kept = min(TASTES, int((sizes > _SMALL).sum()))
    turn: Numbers = directions[:kept].T / sizes[:kept] * np.sqrt(len(means))
    return turn


def _learned(
    rows: Rated, items: Places, tastes: Numbers, means: Numbers, tie: float
) -> tuple[Numbers, Numbers]:
    """Return the items' tastes and what fields tell of them, learned from the ratings."""
    chance = np.random.default_rng(0)
    more = chance.normal(size=(len(tastes), TASTES - tastes.shape[1]))
    _, members = np.unique(rows.members, return_inverse=True)
    weights, levels = levelled(np.ones((len(rows), 1)), rows.rest, items, members, 0.0)
    rest = rows.rest - weights[0] - levels[members]
    rest -= (np.bincount(items, rest) / (np.bincount(items) + LEVEL))[items]
    return learned_tastes(rest, members, items, np.hstack([tastes, more]), means, tie)
