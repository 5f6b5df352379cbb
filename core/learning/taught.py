"""The counting examples of a learner, as read and as encoded."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.identity import ExampleId
from core.domain.task import Truth
from core.learning.encoding.table import Reader, Row
from core.learning.experts.expert import Batch, Lessons
from core.learning.similar import most_alike

Places = NDArray[np.intp]
GROWTH = 1.5
"""By what factor the arrays grow where a lesson finds no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """One counting example, as the task's fields read it."""

    id: ExampleId
    row: Row
    truth: Truth


class Kept(Batch):
    """Rows at some places among those kept, gathered when they are asked for."""

    _all: Sequence[Row]
    _kept: Tensor
    _places: Places

    def __init__(
        self, reader: Reader, rows: Sequence[Row], features: Tensor, places: Places
    ) -> None:
        given = {"reader": reader, "_all": rows, "_kept": features, "_places": places}
        vars(self).update(given)

    @cached_property
    def features(self) -> Tensor:
        """As they were added; shape (rows, width)."""
        return self._kept[torch.from_numpy(self._places).to(self._kept.device)].double()

    @cached_property
    def rows(self) -> Sequence[Row]:
        """As they were read."""
        return [self._all[place] for place in self._places.tolist()]

    def some(self, places: Places) -> "Kept":
        """Return the rows at these places among these."""
        return Kept(self.reader, self._all, self._kept, self._places[places])

    def gathered(self) -> Batch:
        """Return the rows on their own, for others may come to their places."""
        return Batch(features=self.features, rows=self.rows, reader=self.reader)

    def __len__(self) -> int:
        return len(self._places)


class Rows:
    """Encoded examples in arrays that grow; the order is nobody's business.

    Features are kept in single precision; :meth:`rounded` ones come back as they were added.

    Shape:
        features (n, width), targets (n, outputs), with room for more below.
    """

    def __init__(self, reader: Reader, width: int, device: torch.device) -> None:
        self._reader = reader
        self._rows: list[Row] = []
        self._ids = np.empty(0, dtype=np.int64)
        self._features = torch.empty(0, width, dtype=torch.float32, device=device)
        self._squares = self._features.new_empty(0)
        """Squared lengths of the features."""
        self._targets = torch.empty(0, 0, dtype=torch.float64, device=device)
        self._codes = np.empty(0, dtype=np.int64)
        self._recent: Places = np.empty(0, dtype=np.intp)
        """Among these, and those added since they were found, are the newest."""
        self._found_of = 0
        self._newest: Lessons | None = None

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def outputs(self) -> int:
        """How many columns the targets have."""
        return self._targets.shape[1]

    @property
    def ids(self) -> NDArray[np.int64]:
        """The id of each lesson, by place."""
        return self._ids[: len(self)]

    @staticmethod
    def rounded(features: Tensor) -> Tensor:
        """Return features (float64) in the precision in which they are kept."""
        return features.float().double()

    def expect(self, count: int) -> None:
        """Make room for so many more lessons at once."""
        self._reserve(len(self) + count, self.outputs)

    def add(self, lessons: Lessons) -> None:
        """Append lessons; their targets may have more columns than those so far."""
        start, end = len(self), len(self) + len(lessons)
        self._reserve(end, lessons.targets.shape[1])
        self._codes = np.append(self._codes, lessons.codes[len(self._codes) :])
        self._ids[start:end] = lessons.ids
        self._features[start:end] = lessons.batch.features
        self._squares[start:end] = lessons.batch.features.square().sum(dim=1)
        self._targets[start:end] = lessons.targets
        self._rows.extend(lessons.batch.rows)
        self._newest = None

    def remove(self, ids: Collection[ExampleId]) -> Lessons:
        """Take lessons out and return them, as they were added; the last ones take their places."""
        leaving = np.flatnonzero(np.isin(self.ids, list(ids)))
        picked = self.pick(leaving)
        removed = replace(picked, batch=self._kept(leaving).gathered())
        left = len(self) - len(leaving)
        holes = leaving[leaving < left]
        moved = np.setdiff1d(np.arange(left, len(self)), leaving)
        self._ids[holes] = self._ids[moved]
        for tensor in (self._features, self._squares, self._targets):
            tensor[holes] = tensor[moved]
        for hole, place in zip(holes.tolist(), moved.tolist(), strict=True):
            self._rows[hole] = self._rows[place]
        del self._rows[left:]
        self._found_of, self._recent, self._newest = 0, self._recent[:0], None
        return removed

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        self._targets = self._targets[:, list(columns)]
        self._codes = self._codes[list(columns)]
        self._newest = None

    def newest(self, count: int) -> Lessons:
        """Return so many lessons with the highest ids, ascending."""
        if self._newest is None or len(self._newest) != min(count, len(self)):
            if len(self._recent) < min(count, self._found_of):
                self._found_of, self._recent = 0, self._recent[:0]
            places = np.concatenate([self._recent, np.arange(self._found_of, len(self))])
            places = places[np.argsort(self._ids[places], kind="stable")[-count:]]
            self._recent, self._found_of = places, len(self)
            self._newest = self.pick(places)
        return self._newest

    def pick(self, places: Places) -> Lessons:
        """Return the lessons at these places, good until the next change."""
        chosen = torch.from_numpy(places).to(self._features.device)
        return Lessons(
            ids=self._ids[places],
            batch=self._kept(places),
            targets=self._targets[chosen],
            codes=self._codes,
        )

    def _kept(self, places: Places) -> Kept:
        return Kept(self._reader, self._rows, self._features, places)

    def most_alike(self, row: Tensor, count: int) -> list[tuple[int, float]]:
        """Return the ids of the lessons most alike to an encoded row, and how alike they are."""
        n = len(self)
        return most_alike(row, self._features[:n], self._squares[:n], self._ids[:n], count)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._reader, self._features.shape[1], self._features.device)
        n = len(self)
        other._ids, other._rows = self._ids[:n].copy(), list(self._rows)
        other._codes = self._codes
        other._features, other._squares = self._features[:n].clone(), self._squares[:n].clone()
        other._targets = self._targets[:n].clone()
        other._recent, other._found_of = self._recent, self._found_of
        return other

    def _reserve(self, rows: int, outputs: int) -> None:
        more = max(outputs - self._targets.shape[1], 0)
        room = len(self._features)
        taller = max(rows, int(GROWTH * room)) - room if rows > room else 0
        pad = torch.nn.functional.pad
        if taller:
            self._ids = np.pad(self._ids, (0, taller))
            self._features = pad(self._features, (0, 0, 0, taller))
            self._squares = pad(self._squares, (0, taller))
        if taller or more:
            self._targets = pad(self._targets, (0, more, 0, taller))
