"""Questions with fields left out: completed from taught rows, so that answers average over them.

A field that a question leaves out is unknown. Its value is drawn from donors: taught rows that are
near the question in the fields that it gives. Where a donor lacks the field too, it stays missing,
so that gaps in lessons can mean something.

Source: Andridge and Little 2010, "A Review of Hot Deck Imputation for Survey Non-response", §3:
nearest-neighbour hot deck, with several donors kept as a weighted sample.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.domain.text import normal_form
from core.learning.encoding.table import CODED, Cell, Reader, Row, is_missing

MOST_DONORS = 48
"""Rows that stand for one question: a probability of 0.2 is then known to about 0.06."""
LEAST_NEAR = 4
"""Donors within the kernel's width at least, so that no single row stands for a field."""
LEAST_LACKING = 5
"""Fewer lessons do not tell what a gap means."""
ALIKE = 0.75
"""A lesson that has such a share of a question's gaps is like it."""
LEAST_WIDTH = 1e-9
"""Rows that are nearer to each other than this are alike."""
FAR = 1.0
"""Distance of two different categories, in standard deviations of a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completions:
    """The complete rows that a question may be, and how likely each is."""

    rows: tuple[Row, ...]
    weights: NDArray[np.float64]
    """Shape (rows,); they sum to 1."""


def has_new_gaps(question: Row, lessons: Sequence[Row]) -> bool:
    """Return whether a question leaves out what lessons do not, so that nothing tells its meaning.

    Gaps have a meaning where each is in some lessons, and some lessons have most of them together.
    """
    gaps = [place for place, cell in enumerate(question) if is_missing(cell)]
    if not gaps:
        return False
    lacking = np.array([[is_missing(lesson[place]) for place in gaps] for lesson in lessons])
    lacking = lacking[:, ~lacking.all(axis=0)]
    if not lacking.shape[1]:
        return False
    alike = lacking.mean(axis=1) >= ALIKE
    return bool(min(lacking.sum(axis=0).min(), alike.sum()) < LEAST_LACKING)


def complete(
    question: Row, unknown: Collection[int], donors: Sequence[Row], reader: Reader
) -> Completions:
    """Return the rows that a question may be: itself alone where nothing is unknown.

    Args:
        question: its cells.
        unknown: the places of those that are filled in.
        donors: taught rows, by ascending id.
        reader: what read the rows.
    """
    kinds = tuple(reader.kinds.values())
    if not unknown:
        return Completions(rows=(question,), weights=np.ones(1))
    weights = _nearness(question, donors, kinds)
    shares: dict[Row, float] = {}
    for at in _heaviest(weights):
        row = tuple(
            donors[at][place] if place in unknown else cell for place, cell in enumerate(question)
        )
        shares[row] = shares.get(row, 0.0) + float(weights[at])
    found = np.array(list(shares.values()))
    return Completions(rows=tuple(shares), weights=found / found.sum())


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
    return np.exp(-0.5 * beyond / max(width - float(distances.min()), LEAST_WIDTH))


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
