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
        self._spare: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        """Places of lessons that were not asked for last."""
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
        is_spare = np.ones(len(self.ids), dtype=bool)
        is_spare[places[places >= 0]] = False
        self._spare = np.flatnonzero(is_spare)
        if len(fresh):
            places[fresh] = self.put(lessons.ids[fresh], measure(lessons.pick(fresh)))
        return tuple(known[places] for known in self.measures[1:])

    def put(self, ids: NDArray[np.int64], measures: Measures) -> NDArray[np.intp]:
        """Watch these lessons, of which the measures are known; return their places.

        They take those of lessons that were not asked for last.
        """
        start, more = len(self.ids), max(len(ids) - len(self._spare), 0)
        places = np.concatenate([self._spare[: len(ids)], np.arange(start, start + more)])
        self._spare = self._spare[len(ids) :]
        self.ids = np.pad(self.ids, (0, more))
        self.ids[places] = ids
        if more:
            self.measures = tuple(
                torch.cat([known, known.new_empty(more, *known.shape[1:])])
                for known in self.measures
            )
        for known, new in zip(self.measures, measures, strict=True):
            known[places] = new
        return places

    def may_move(self, lessons: Lessons) -> bool:
        """Return whether to move the measures by a change; else they are dropped here."""
        self._moves += len(lessons)
        if len(self) and (len(lessons) > FEW or self._moves > MOST_MOVES):
            self.clear()
        return bool(len(self))

    def drop(self, ids: NDArray[np.int64]) -> None:
        """Watch these lessons no longer."""
        staying = np.flatnonzero(~np.isin(self.ids, ids))
        self._spare = self._spare[:0]
        if len(staying) < len(self.ids):
            self.ids = self.ids[staying]
            self.measures = tuple(known[staying] for known in self.measures)

    def clear(self) -> None:
        """Watch nothing."""
        self.ids, self.measures, self._moves = self.ids[:0], (), 0
        self._spare = self._spare[:0]

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)()
        other.ids, other._moves = self.ids.copy(), self._moves
        other._spare = self._spare
        other.measures = tuple(known.clone() for known in self.measures)
        return other


def _places(ids: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return where each id is among the known ones; -1 where it is not."""
    order = np.argsort(known)
    found = order[np.minimum(np.searchsorted(known, ids, sorter=order), len(known) - 1)]
    return np.where(known[found] == ids, found, -1)
