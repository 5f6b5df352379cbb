"""What an expert keeps of the lessons whose leave-one-out record was asked for last.

The record of the newest lessons is asked for after each new one. What it takes of a lesson moves
little by little; keeping it up to date costs a fraction of computing it again. They are a queue:
the oldest leave in front, the newest join behind.
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
        self._start, self._end = 0, 0
        """Where the queue lies in the arrays."""
        self._ids: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._measures: Measures = ()
        self._moves = 0

    def __len__(self) -> int:
        return self._end - self._start

    @property
    def ids(self) -> NDArray[np.int64]:
        """The lessons that are watched."""
        return self._ids[self._start : self._end]

    @property
    def measures(self) -> Measures:
        """What is known of them, to be changed in place."""
        return tuple(known[self._start : self._end] for known in self._measures)

    def follow(self, lessons: Lessons, measure: Callable[[Lessons], Measures]) -> Measures:
        """Return all of ``measure(lessons)`` but the first, and watch them.

        Measured is only what is not known. The first measure, the rows themselves, is large.
        """
        if len(lessons) > MOST:
            return measure(lessons)[1:]
        if not len(self):
            self._lay(lessons.ids, measure(lessons))
        elif np.array_equal(self.ids[-len(lessons) :], lessons.ids):
            self._start = self._end - len(lessons)
        else:
            self._align(lessons, measure)
        return self.measures[1:]

    def put(self, ids: NDArray[np.int64], measures: Measures) -> None:
        """Watch these lessons as well, of which the measures are known."""
        end = self._end + len(ids)
        if end > len(self._ids):
            self._lay(self.ids, self.measures)
            end = self._end + len(ids)
        self._ids[self._end : end] = ids
        for known, new in zip(self._measures, measures, strict=True):
            known[self._end : end] = new
        self._end = end

    def widen(self, measure: int, columns: int) -> None:
        """Give a measure so many columns, the new ones of zeros."""
        more = columns - self._measures[measure].shape[1]
        if not more:
            return
        wider = torch.nn.functional.pad(self._measures[measure], (0, more))
        before, after = self._measures[:measure], self._measures[measure + 1 :]
        self._measures = (*before, wider, *after)

    def may_move(self, lessons: Lessons) -> bool:
        """Return whether to move the measures by a change; else they are dropped here."""
        self._moves += len(lessons)
        if len(self) and (len(lessons) > FEW or self._moves > MOST_MOVES):
            self.clear()
        return bool(len(self))

    def drop(self, ids: NDArray[np.int64]) -> None:
        """Watch these lessons no longer."""
        staying = np.flatnonzero(~np.isin(self.ids, ids))
        if len(staying) < len(self):
            self._lay(self.ids[staying], tuple(known[staying] for known in self.measures))

    def clear(self) -> None:
        """Watch nothing."""
        self._start, self._end, self._moves = 0, 0, 0
        self._ids, self._measures = self._ids[:0], ()

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)()
        if len(self):
            other._lay(self.ids, self.measures)
        other._moves = self._moves
        return other

    def _align(self, lessons: Lessons, measure: Callable[[Lessons], Measures]) -> None:
        """Watch just these lessons, in their order."""
        places = _places(lessons.ids, self.ids)
        known, fresh = np.flatnonzero(places >= 0), np.flatnonzero(places < 0)
        found = measure(lessons.pick(fresh)) if len(fresh) else ()
        places, count = places[known], len(self)
        if np.array_equal(places, np.arange(count - len(known), count)):
            self._start = self._end - len(known)
        else:
            measures = self.measures
            self._lay(lessons.ids[known], tuple(one[places] for one in measures))
        if len(fresh):
            self.put(lessons.ids[fresh], found)
        if not np.array_equal(self.ids, lessons.ids):
            order = _places(lessons.ids, self.ids)
            self._lay(lessons.ids, tuple(one[order] for one in self.measures))

    def _lay(self, ids: NDArray[np.int64], measures: Measures) -> None:
        """Let the queue be these lessons, with room for as many again behind them."""
        room = MOST + FEW
        self._ids = np.concatenate([ids, np.zeros(room, dtype=np.int64)])
        self._measures = tuple(
            torch.cat([one, one.new_empty(room, *one.shape[1:])]) for one in measures
        )
        self._start, self._end = 0, len(ids)


def _places(ids: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return where each id is among the known ones; -1 where it is not."""
    order = np.argsort(known)
    found = order[np.minimum(np.searchsorted(known, ids, sorter=order), len(known) - 1)]
    return np.where(known[found] == ids, found, -1)
