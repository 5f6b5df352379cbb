"""The counting examples of a learner, as read and as encoded."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import torch
from torch import Tensor

from core.domain.identity import ExampleId
from core.domain.task import Truth
from core.learning.encoding.table import Reader, Row
from core.learning.experts.expert import Batch, Lessons


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """One counting example, as the task's fields read it."""

    id: ExampleId
    row: Row
    truth: Truth


class Rows:
    """Encoded examples in arrays that grow; the order is nobody's business.

    Shape:
        features (n, width), targets (n, outputs).
    """

    def __init__(self, reader: Reader, width: int, device: torch.device) -> None:
        self._reader = reader
        self._ids = np.empty(0, dtype=np.int64)
        self._rows: list[Row] = []
        self._features = torch.empty(0, width, dtype=torch.float64, device=device)
        self._targets = torch.empty(0, 0, dtype=torch.float64, device=device)
        self._squares = torch.empty(0, dtype=torch.float64, device=device)
        """Squared lengths of the features."""
        self._codes = np.empty(0, dtype=np.int64)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def outputs(self) -> int:
        """How many columns the targets have."""
        return self._targets.shape[1]

    @property
    def squares(self) -> Tensor:
        """The squared length of each lesson's features, in the order of :meth:`all`."""
        return self._squares

    def add(self, lessons: Lessons) -> None:
        """Append lessons; their targets may have more columns than those so far."""
        start, end = len(self), len(self) + len(lessons)
        self._reserve(end, lessons.targets.shape[1])
        self._codes = np.append(self._codes, lessons.codes[len(self._codes) :])
        self._features[start:end] = lessons.batch.features
        self._targets[start:end] = lessons.targets
        squares = lessons.batch.features.square().sum(dim=1)
        self._squares = torch.cat([self._squares, squares])
        self._ids = np.concatenate([self._ids, lessons.ids])
        self._rows.extend(lessons.batch.rows)

    def remove(self, ids: Collection[ExampleId]) -> Lessons:
        """Take lessons out and return them, as they were added."""
        leaving = np.isin(self._ids, list(ids))
        removed = self._pick(np.flatnonzero(leaving))
        staying = np.flatnonzero(~leaving)
        kept = self._pick(staying)
        self._features, self._targets = kept.batch.features, kept.targets
        self._squares = self._squares[staying]
        self._ids, self._rows = kept.ids, list(kept.batch.rows)
        return removed

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        self._targets = self._targets[:, list(columns)]
        self._codes = self._codes[list(columns)]

    def all(self) -> Lessons:
        """Return every lesson."""
        n = len(self)
        return self._lessons(self._ids, self._rows, self._features[:n], self._targets[:n])

    def newest(self, count: int) -> Lessons:
        """Return so many lessons with the highest ids."""
        if len(self) <= count:
            return self.all()
        return self._pick(np.argpartition(self._ids, len(self) - count)[-count:])

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._reader, self._features.shape[1], self._features.device)
        other._ids, other._rows = self._ids, list(self._rows)
        other._squares = self._squares
        other._codes = self._codes
        other._features = self._features[: len(self)].clone()
        other._targets = self._targets[: len(self)].clone()
        return other

    def _pick(self, places: np.ndarray[tuple[int, ...], np.dtype[np.intp]]) -> Lessons:
        chosen = torch.from_numpy(places).to(self._features.device)
        rows = [self._rows[place] for place in places]
        return self._lessons(self._ids[places], rows, self._features[chosen], self._targets[chosen])

    def _lessons(
        self,
        ids: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
        rows: Sequence[Row],
        features: Tensor,
        targets: Tensor,
    ) -> Lessons:
        batch = Batch(features=features, rows=rows, reader=self._reader)
        return Lessons(ids=ids, batch=batch, targets=targets, codes=self._codes)

    def _reserve(self, rows: int, outputs: int) -> None:
        more = max(outputs - self._targets.shape[1], 0)
        taller = (
            0 if rows <= len(self._features) else max(rows, 2 * len(self)) - len(self._features)
        )
        pad = torch.nn.functional.pad
        if taller:
            self._features = pad(self._features, (0, 0, 0, taller))
        if taller or more:
            self._targets = pad(self._targets, (0, more, 0, taller))
