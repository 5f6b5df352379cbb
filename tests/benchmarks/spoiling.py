"""Tables in which some truths were made wrong, and how well a search finds them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.domain.task import Truth
from tests.benchmarks.tables import DataSet

FLIPPED, SHIFTED = 0.08, 0.05
"""The share of labels, and of numbers, that is made wrong."""
SPREADS = (2.0, 4.0)
"""A number is moved by so many standard deviations of the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoiled:
    """A table with wrong truths, and where they are. Shape: wrong (rows,)."""

    data: DataSet
    wrong: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a search for wrong truths says. Shape: both (rows,)."""

    doubts: NDArray[np.float64]
    """The higher, the sooner a row is shown."""
    listed: NDArray[np.bool_] | None
    """The rows it calls wrong, where it has a rule for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How well a search did, all as shares but ``listed``."""

    average_precision: float
    at_count: float
    """Of the first rows, as many as are wrong, how many are."""
    listed: float | None
    """How many rows it calls wrong for each that is."""
    precision: float | None
    recall: float | None


def spoil(data: DataSet, seed: int) -> Spoiled:
    """Return the table with some labels exchanged for others, or some numbers moved far off."""
    draw = np.random.default_rng(seed)
    count = round((SHIFTED if data.is_number else FLIPPED) * len(data))
    wrong = np.zeros(len(data), dtype=np.bool_)
    wrong[draw.permutation(len(data))[:count]] = True
    change = _moved if data.is_number else _flipped
    truths = change(data.truths, wrong, draw)
    return Spoiled(data=replace(data, truths=truths), wrong=wrong)


def judge(search: Search, wrong: NDArray[np.bool_]) -> Found:
    """Return how well a search found what is wrong; ties are broken against it."""
    order = np.lexsort((wrong, -search.doubts))
    hits = wrong[order]
    precisions = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    found = Found(
        average_precision=float(precisions[hits].mean()),
        at_count=float(precisions[hits.sum() - 1]),
        listed=None,
        precision=None,
        recall=None,
    )
    if search.listed is None:
        return found
    right = float((search.listed & wrong).sum())
    return replace(
        found,
        listed=float(search.listed.sum() / wrong.sum()),
        precision=right / max(int(search.listed.sum()), 1),
        recall=right / int(wrong.sum()),
    )


def _flipped(
    truths: Sequence[Truth], wrong: NDArray[np.bool_], draw: np.random.Generator
) -> list[Truth]:
    """Return labels, the wrong ones exchanged for another label by its frequency."""
    labels = np.array(truths, dtype=object)
    flipped = [draw.choice(labels[labels != labels[row]]) for row in np.flatnonzero(wrong)]
    labels[wrong] = flipped
    return [str(label) for label in labels]


def _moved(
    truths: Sequence[Truth], wrong: NDArray[np.bool_], draw: np.random.Generator
) -> list[Truth]:
    """Return numbers, the wrong ones moved up or down; none below zero where none was."""
    numbers = np.array(truths, dtype=np.float64)
    steps = (
        numbers.std() * draw.uniform(*SPREADS, len(numbers)) * draw.choice([-1, 1], len(numbers))
    )
    if numbers.min() >= 0:
        steps = np.where(numbers + steps < 0, -steps, steps)
    return [float(one) for one in np.where(wrong, numbers + steps, numbers)]
