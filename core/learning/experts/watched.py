"""What an expert keeps of the lessons whose leave-one-out record was asked for last.

The record of the newest lessons is asked for after each new one. What it takes of a lesson moves
little by little; keeping it up to date costs a fraction of computing it again.
"""

from collections.abc import Callable
from typing import Self, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.learning.experts.expert import Lessons

Measures: TypeAlias = tuple[Tensor, ...]
"""One row for each lesson in each of them."""

MOST = 512
"""Lessons that are watched; of more, nothing is kept."""
MOST_MOVES = 256
"""After so many changes everything is measured again, for the rounding errors."""
FEW = 8
"""So many lessons at once are followed one by one; after more, measuring again is cheaper."""


class Watched:
    """Measures of lessons, by id."""

    def __init__(self) -> None:
        self.ids: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self.measures: Measures = ()
        self._moves = 0

    def __len__(self) -> int:
        return len(self.ids)

    def follow(self, lessons: Lessons, measure: Callable[[Lessons], Measures]) -> Measures:
        """Return all of ``measure(lessons)`` but the first, and watch them.

        Measured is only what is not known. The first measure, the rows themselves, is large.
        """
        if len(lessons) > MOST:
            return measure(lessons)[1:]
        if not len(self):
            self.ids, self.measures = lessons.ids.copy(), measure(lessons)
            return self.measures[1:]
        places = _places(lessons.ids, self.ids)
        fresh = np.flatnonzero(places < 0)
        if len(fresh):
            places[fresh] = self._make_room(lessons.ids, len(fresh))
            self.ids[places[fresh]] = lessons.ids[fresh]
            for known, new in zip(self.measures, measure(lessons.pick(fresh)), strict=True):
                known[places[fresh]] = new
        return tuple(known[places] for known in self.measures[1:])

    def _make_room(self, asked: NDArray[np.int64], count: int) -> NDArray[np.intp]:
        """Return places for so many more lessons: of those not asked for, then new ones."""
        gone = np.flatnonzero(~np.isin(self.ids, asked))[:count]
        more = count - len(gone)
        start = len(self.ids)
        self.ids = np.concatenate([self.ids, np.full(more, -1)])
        self.measures = tuple(
            torch.cat([known, known.new_empty(more, *known.shape[1:])]) if more else known
            for known in self.measures
        )
        return np.concatenate([gone, np.arange(start, start + more)])

    def may_move(self, lessons: Lessons) -> bool:
        """Return whether to move the measures by a change; else they are dropped here."""
        self._moves += len(lessons)
        if len(self) and (len(lessons) > FEW or self._moves > MOST_MOVES):
            self.clear()
        return bool(len(self))

    def drop(self, ids: NDArray[np.int64]) -> None:
        """Watch these lessons no longer."""
        staying = np.flatnonzero(~np.isin(self.ids, ids))
        self.ids = self.ids[staying]
        self.measures = tuple(known[staying] for known in self.measures)

    def clear(self) -> None:
        """Watch nothing."""
        self.ids, self.measures, self._moves = self.ids[:0], (), 0

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)()
        other.ids, other._moves = self.ids.copy(), self._moves
        other.measures = tuple(known.clone() for known in self.measures)
        return other


def _places(ids: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return where each id is among the known ones; -1 where it is not."""
    order = np.argsort(known)
    found = order[np.minimum(np.searchsorted(known, ids, sorter=order), len(known) - 1)]
    return np.where(known[found] == ids, found, -1)
