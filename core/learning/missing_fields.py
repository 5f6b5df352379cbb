"""Questions with fields left out: completed from taught rows, so that answers average over them.

A field that a question leaves out is unknown. Its value is drawn from donors: taught rows that are
near the question in the fields that it gives. Where a donor lacks the field too, it stays missing,
so that gaps in lessons can mean something.

Source: Andridge and Little 2010, "A Review of Hot Deck Imputation for Survey Non-response", §3:
nearest-neighbour hot deck, with several donors kept as a weighted sample.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.domain.text import normal_form
from core.learning.encoding.table import CODED, Cell, Reader, Row

MOST_DONORS = 48
"""Rows that stand for one question: a probability of 0.2 is then known to about 0.06."""
LEAST_NEAR = 4
"""Donors within the kernel's width at least, so that no single row stands for a field."""
FAR = 1.0
"""Distance of two different categories, in standard deviations of a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completions:
    """The complete rows that a question may be, and how likely each is."""

    rows: tuple[Row, ...]
    weights: NDArray[np.float64]
    """Shape (rows,); they sum to 1."""


def complete(question: Row, donors: Sequence[Row], reader: Reader) -> Completions:
    """Return the rows that a question may be: itself alone where nothing known is left out.

    Args:
        question: its cells, some of them missing.
        donors: taught rows, by ascending id.
        reader: what read the rows.
    """
    kinds = tuple(reader.kinds.values())
    absent = {
        place
        for place, kind in enumerate(kinds)
        if kind is not FieldKind.MEMBER
        and is_missing(question[place])
        and not all(is_missing(donor[place]) for donor in donors)
    }
    if not absent:
        return Completions(rows=(question,), weights=np.ones(1))
    weights = _nearness(question, donors, kinds)
    shares: dict[Row, float] = {}
    for at in _heaviest(weights):
        row = tuple(
            donors[at][place] if place in absent else cell for place, cell in enumerate(question)
        )
        shares[row] = shares.get(row, 0.0) + float(weights[at])
    found = np.array(list(shares.values()))
    return Completions(rows=tuple(shares), weights=found / found.sum())


def is_missing(cell: Cell) -> bool:
    """Return whether a cell holds no value: NaN, the code 0 or no text."""
    return cell != cell if isinstance(cell, float) else not cell


def _nearness(
    question: Row, donors: Sequence[Row], kinds: Sequence[FieldKind]
) -> NDArray[np.float64]:
    """Return the weight of each donor, at most 1: a normal kernel of the distance; shape (donors,).

    The kernel is as wide as the distance to the nearest 2 sqrt(n) donors.
    """
    squares = [
        np.square(_distances(question[place], [donor[place] for donor in donors], kind))
        for place, kind in enumerate(kinds)
        if not is_missing(question[place])
    ]
    if not squares:
        return np.ones(len(donors))
    distances = np.mean(squares, axis=0)
    near = min(max(LEAST_NEAR, int(2.0 * np.sqrt(len(donors)))), len(donors))
    width = float(np.partition(distances, near - 1)[near - 1])
    beyond = distances - distances.min()
    return np.exp(-0.5 * beyond / max(width - float(distances.min()), np.finfo(float).tiny))


def _distances(asked: Cell, column: Sequence[Cell], kind: FieldKind) -> NDArray[np.float64]:
    """Return how far the donors' cells of one field are from the question's; shape (donors,)."""
    if kind in CODED:
        return np.array([0.0 if cell == asked else FAR for cell in column])
    if kind is FieldKind.TEXT:
        words = set(normal_form(str(asked)).split())
        others = [set(normal_form(str(cell)).split()) for cell in column]
        return np.array([FAR * (1.0 - _overlap(words, other)) for other in others])
    numbers = np.array(column, dtype=np.float64)
    known = numbers[~np.isnan(numbers)]
    scale = float(known.std()) if len(known) else 0.0
    gaps = np.abs(numbers - float(asked)) / (scale or 1.0)
    return np.where(np.isnan(gaps), FAR, gaps)


def _overlap(words: set[str], others: set[str]) -> float:
    """Return the share of words that two texts have in common (Jaccard)."""
    return len(words & others) / max(len(words | others), 1)


def _heaviest(weights: NDArray[np.float64]) -> list[int]:
    """Return the places of the donors kept: those with the highest weights.

    Of equal weights an even selection is kept, so that it looks like all of them.
    """
    if len(weights) <= MOST_DONORS:
        return list(range(len(weights)))
    least = np.partition(weights, -MOST_DONORS)[-MOST_DONORS]
    above, equal = np.flatnonzero(weights > least), np.flatnonzero(weights == least)
    room = MOST_DONORS - len(above)
    spread = equal[(np.arange(room) * len(equal)) // room]
    return sorted([*above.tolist(), *spread.tolist()])
