"""The fast half of a learner: a fit conditioned on examples, exactly, as they come and go."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.fields import FieldKind
from core.domain.task import Target, TargetKind
from core.learning.config import LearnerConfig, exact_device
from core.learning.encoding.table import Places, Reader, Row, is_missing, missing_like
from core.learning.experts.expert import Batch, Lessons, Outlook, joined
from core.learning.familiarity import LEAST, familiarity
from core.learning.fitted import Fit
from core.learning.forecasts import Forecaster
from core.learning.missing_fields import Completions, complete, has_new_gaps
from core.learning.mixture import Mixture
from core.learning.naming import LabelNames
from core.learning.odd import odd_ones
from core.learning.targets import Targets, learned_as, targets_of
from core.learning.taught import Rows, Taught
from core.learning.trusted import Trust, Trusted

WINDOW = 512
"""The newest examples whose leave-one-out record weighs the experts."""
LEAST_WINDOW = 128
AT_ONCE = 4_096
"""Examples encoded and observed in one go, for the memory that takes."""
MOST_KEPT = 16
"""Single rows that need not be encoded again."""
WINDOW_SCORES = 16_384
"""With many labels the window is smaller: it holds about so many scores of each expert."""


class Conditioned:
    """A fit and the examples it is conditioned on.

    What it answers depends on the set of examples alone, not on how it came about, but for
    rounding.
    """

    def __init__(self, fit: Fit, target: Target, reader: Reader, config: LearnerConfig) -> None:
        self.fit = fit
        self._reader = reader
        self._device = exact_device(config.device)
        self.kind = learned_as(target)
        self._targets: Targets = targets_of(target, fit.scale)
        self._names = LabelNames(reader, fit.features, self._device)
        self._rows = Rows(reader, fit.features.width, self._device)
        self._mixture = Mixture([expert.copy() for expert in fit.experts])
        self._nearness: NDArray[np.float64] | None = None
        """Of the newest examples, each to the others; made and dropped like the forecaster."""
        self._batches: dict[Row, Batch] = {}
        """Single rows as encoded, the first asked for first."""
        self._trust = Trust(fit.strain)
        self._trusted: Trusted | None = None
        """What answers; made when it is asked for, and again after each change."""

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def is_ready(self) -> bool:
        """Whether the model answers; else the rule does."""
        return self._targets.is_ready

    @property
    def names(self) -> list[str]:
        """The experts' names, in the order of the weights."""
        return [expert.name for expert in self._mixture.experts]

    def observe(self, taught: Sequence[Taught]) -> None:
        """Condition on these examples as well."""
        if not taught:
            return
        columns = torch.from_numpy(self._targets.add([one.truth for one in taught]))
        labels = self._targets.labels
        codes = self._reader.codes(labels)
        names = self._names.of(labels) if self.kind is TargetKind.CATEGORY else None
        self._rows.expect(len(taught))
        for start in range(0, len(taught), AT_ONCE):
            some = taught[start : start + AT_ONCE]
            lessons = Lessons(
                ids=np.array([one.id for one in some], dtype=np.int64),
                batch=self.batch([one.row for one in some]),
                targets=columns[start : start + AT_ONCE].to(self._device),
                codes=codes,
                names=names,
            )
            self._rows.add(lessons)
            self._mixture.observe(lessons)
            self._trust.observe(lessons)
        self._trusted = self._nearness = None

    def forget(self, taught: Sequence[Taught]) -> None:
        """Condition no longer on these examples."""
        if not taught:
            return
        gone = self._rows.remove([one.id for one in taught])
        self._mixture.forget(gone)
        self._trust.forget(gone)
        kept = self._targets.remove([one.truth for one in taught])
        if kept is not None:
            self._rows.keep_targets(kept)
            self._mixture.keep_targets(kept)
        self._batches.clear()  # who withdraws words may want them forgotten
        self._trusted = self._nearness = None

    @property
    def ids(self) -> NDArray[np.int64]:
        """The id of each example, in the order of :meth:`lessons`."""
        return self._rows.ids

    def lessons(self) -> Lessons:
        """Return all examples, in no particular order."""
        return self._rows.pick(np.arange(len(self)))

    def batch(self, rows: Sequence[Row]) -> Batch:
        """Return rows as the experts see them; what was asked last is often taught next."""
        if len(rows) > 1:
            return self._encoded(rows)
        (row,) = rows
        if row not in self._batches:
            if len(self._batches) >= MOST_KEPT:
                del self._batches[next(iter(self._batches))]
            self._batches[row] = self._encoded(rows)
        return self._batches[row]

    def asked(self, rows: Sequence[Row]) -> Batch:
        """Return questions as the experts see them: numbers far beyond the lessons go on."""
        batch = self.batch(rows)
        columns = batch.features.cpu().numpy()
        if not len(self) or not self.fit.features.is_far(columns):
            return batch
        lines = self._rows.newest(self._window).batch.features.abs().amax(dim=0).cpu().numpy()
        gone_on = self.fit.features.continued(columns, lines, batch.table)
        features = self._rows.rounded(torch.from_numpy(gone_on)).to(self._device)
        return Batch(features=features, rows=rows, reader=self._reader)

    def _encoded(self, rows: Sequence[Row]) -> Batch:
        features = torch.from_numpy(self.fit.features.encode(self._reader.table(rows)))
        kept = self._rows.rounded(features).to(self._device)
        return Batch(features=kept, rows=rows, reader=self._reader)

    @property
    def trusted(self) -> Trusted:
        """What answers: the experts without what is odd among the newest examples."""
        if self._trusted is None:
            recent = self._rows.newest(self._window)
            self._trusted = self._trust.of(self._mixture, recent, self._asked, self._targets)
        return self._trusted

    @property
    def forecaster(self) -> Forecaster:
        """How outlooks become forecasts, by the honest record of the newest examples."""
        return self.trusted.forecaster

    def odd(self) -> set[int]:
        """Return the ids of all examples that are odd, not among the newest only."""
        doubts = self._targets.doubts(
            self.forecaster, self.left_out(), self.lessons().targets.cpu().numpy()
        )
        return set(self.ids[odd_ones(doubts, self.lessons().batch.rows)].tolist())

    def given(self, row: Row) -> Places:
        """Return the places of the fields that tell a question's answer.

        All of them; where it leaves out what the newest examples do not, those that it gives.
        """
        places = tuple(range(len(row)))
        if not self.is_ready or FieldKind.MEMBER in self._reader.kinds.values():
            return places
        if not has_new_gaps(row, self._rows.newest(self._window).batch.rows):
            return places
        return tuple(place for place in places if not is_missing(row[place]))

    def without_untaught(self, row: Row) -> Row:
        """Return a question without the cells that no newest example has, which tell nothing."""
        rows = self._rows.newest(self._window).batch.rows
        return tuple(
            cell if is_missing(cell) or _has(rows, place) else missing_like(cell)
            for place, cell in enumerate(row)
        )

    def complete(self, row: Row, unknown: Collection[int]) -> Completions:
        """Return the rows that a question may be, by what the newest examples have there."""
        donors = self._rows.newest(self._window).batch.rows
        return complete(row, unknown, donors, self._reader)

    def outlooks(self, batch: Batch) -> list[Outlook]:
        """Return what the experts that have weight say of each row."""
        return self.trusted.mixture.predict(batch, self.forecaster.weights)

    def left_out(self) -> list[Outlook]:
        """Return what the experts that may answer say of each of the lessons without it."""
        found = [self.trusted.left_out(part, self._asked) for part in self._parts()]
        return [joined(outlooks) for outlooks in zip(*found, strict=True)]

    def influences(self, question: Batch) -> list[NDArray[np.float64]]:
        """Return how each of the lessons moves each expert's outlook on a single question."""
        found = [self.trusted.influence(question, part) for part in self._parts()]
        return [np.concatenate(moves) for moves in zip(*found, strict=True)]

    def most_alike(self, features: Tensor, count: int) -> list[tuple[int, float]]:
        """Return the ids of the lessons most alike to an encoded row, and how alike they are."""
        return self._rows.most_alike(features, count)

    def familiarity(self, batch: Batch) -> list[float | None]:
        """Return the share of the newest examples that are stranger to the rest than each row."""
        measurer = self._mixture.measurer
        if measurer is None or len(self) < LEAST:
            return [None] * len(batch)
        if self._nearness is None:
            self._nearness = measurer.nearness_left_out(self._rows.newest(self._window))
        return familiarity(measurer.nearness(batch), self._nearness)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self).__new__(type(self))
        other.fit, other.kind = self.fit, self.kind
        other._reader, other._device = self._reader, self._device
        other._names = self._names.copy()
        other._targets, other._rows = self._targets.copy(), self._rows.copy()
        other._mixture, other._trust = self._mixture.copy(), self._trust.copy()
        other._trusted = self._trusted and replace(
            self._trusted, mixture=other._trust.mixture_of(self._trusted.odd, other._mixture)
        )
        other._nearness, other._batches = self._nearness, dict(self._batches)
        return other

    def _parts(self) -> Iterator[Lessons]:
        """Return all examples in parts of about the same size."""
        count = -(-len(self) // AT_ONCE)
        return (self._rows.pick(part) for part in np.array_split(np.arange(len(self)), count))

    @property
    def _window(self) -> int:
        return min(WINDOW, max(LEAST_WINDOW, WINDOW_SCORES // max(self._rows.outputs, 1)))

    @property
    def _asked(self) -> int:
        """How many experts may answer: until the model is ready, the rule only."""
        return len(self._mixture.experts) if self.is_ready else 1


def _has(rows: Sequence[Row], place: int) -> bool:
    """Return whether one of the rows has a value at this place."""
    return any(not is_missing(row[place]) for row in rows)
