"""What fields promise of a rating beside the levels of items and members."""

from collections.abc import Sequence

import numpy as np

from core.learning.experts.ledger import Rated
from core.learning.experts.likings import Numbers, Places

LEVEL = 4.0
"""How many ratings the prior of a level is worth before the record says otherwise."""
PENALTIES = (64.0, 1.0, 4.0, 16.0, 256.0)
"""Of the fields' columns, the usual one first."""
EARNS = 3.0
"""How many ratings' (or items') squared errors a choice must save to be taken."""
CONSTANT = 1e-3
"""The mean is not shrunk."""
ROUNDS = 8
FOLDS = 4


def earned(errors: Sequence[float], count: int) -> int:
    """Return the place of the smallest sum of squared errors, or 0, the usual choice's.

    Args:
        errors: of each choice.
        count: how many ratings they are of, or items where it is those that are foretold.
    """
    best = int(np.argmin(errors))
    return best if errors[best] < errors[0] * (1.0 - EARNS / count) else 0


def promise_of(columns: Numbers, rows: Rated, sides: Places, *, is_chosen: bool) -> Numbers:
    """Return what each column adds to a rating; shape (width,).

    Args:
        columns: of the feature map; shape (rows, width).
        rows: the ratings, nothing promised yet.
        sides: the columns to use, the constant first.
        is_chosen: whether to take the penalty that best foretells items never seen.
    """
    _, items = np.unique(rows.items, return_inverse=True)
    _, members = np.unique(rows.members, return_inverse=True)
    within = columns[:, sides]
    penalty = PENALTIES[0]
    if is_chosen and len(sides) > 1 and items.max() >= FOLDS:
        errors = [_new_items_error(within, rows, items, members, one) for one in PENALTIES]
        penalty = PENALTIES[earned(errors, int(items.max()) + 1)]
    promise = np.zeros(columns.shape[1])
    promise[sides] = levelled(within, rows.rest, items, members, penalty)[0]
    return promise


def _new_items_error(
    columns: Numbers, rows: Rated, items: Places, members: Places, penalty: float
) -> float:
    """Return the sum of the squared errors at the items of each fold, fitted to the others."""
    total = 0.0
    for fold in range(FOLDS):
        held = items % FOLDS == fold
        kept = ~held
        weights, levels = levelled(
            columns[kept], rows.rest[kept], items[kept], members[kept], penalty
        )
        levels = np.append(levels, np.zeros(members.max() + 1))
        errors = rows.rest[held] - columns[held] @ weights - levels[members[held]]
        total += float(np.square(errors).sum())
    return total


def levelled(
    columns: Numbers, targets: Numbers, items: Places, members: Places, penalty: float
) -> tuple[Numbers, Numbers]:
    """Return the columns' weights beside levels of items and members, and the members' levels.

    Source: Hastie, Tibshirani and Friedman 2009, "The Elements of Statistical Learning", §9.1
    (backfitting).
    """
    ridge = np.full(columns.shape[1], penalty)
    ridge[0] = CONSTANT
    gain = np.linalg.solve(columns.T @ columns + np.diag(ridge), columns.T)
    weights: Numbers = np.zeros(columns.shape[1])
    item_worth, member_worth = np.bincount(items) + LEVEL, np.bincount(members) + LEVEL
    item, member = np.zeros(len(item_worth)), np.zeros(len(member_worth))
    for _ in range(ROUNDS):
        weights = gain @ (targets - item[items] - member[members])
        rest = targets - columns @ weights
        item = np.bincount(items, rest - member[members]) / item_worth
        member = np.bincount(members, rest - item[items]) / member_worth
    return weights, member
