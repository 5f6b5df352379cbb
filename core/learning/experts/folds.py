"""Which lessons the folds of a fit have not seen."""

from typing import Self

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
FOLDS = 4
UNSEEN = FOLDS
"""Stands for the fold of a lesson that was taught after the fit: no fold has seen it."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_TOP_BITS = np.uint64(62)


class Folds:
    """A quarter of the lessons of a fit for each fold, by their order.

    An id says no more than which lesson came before which, so that the same lessons have the same
    folds under any ids. What was taught after the fit is in none: all folds foretell it honestly.
    """

    def __init__(self, lessons: Ids) -> None:
        self.lessons = lessons
        """The ids of the lessons of the fit, ascending; none where an earlier program made the fit,
        in whose folds the ids themselves tell the fold of any lesson."""

    @classmethod
    def among(cls, lessons: Ids) -> Self:
        """Return the folds of a fit to these lessons."""
        return cls(np.sort(lessons))

    @classmethod
    def saved(cls, lessons: NDArray[np.generic], count: int) -> Self:
        """Return the folds of a saved fit to so many lessons.

        Raises:
            ValueError: these are not the ids of so many lessons.
        """
        ids = np.asarray(lessons, dtype=np.int64)
        if ids.ndim != 1 or len(ids) not in {0, count} or np.any(ids[1:] <= ids[:-1]):
            raise ValueError(f"the folds are not those of {count} lessons")
        return cls(ids)

    def of(self, ids: Ids) -> NDArray[np.int64]:
        """Return the fold that has not seen each lesson, or ``UNSEEN``; shape (lessons,)."""
        if not len(self.lessons):
            return spread(ids)
        places = np.minimum(np.searchsorted(self.lessons, ids), len(self.lessons) - 1)
        return np.where(self.lessons[places] == ids, spread(places + 1), UNSEEN)


def spread(numbers: Ids) -> NDArray[np.int64]:
    """Return a fold for each number, as even among neighbours as among every second or third."""
    mixed = numbers.astype(np.uint64) * _GOLDEN
    return (mixed >> _TOP_BITS).astype(np.int64)
