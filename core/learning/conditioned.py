"""The fast half of a learner: a fit conditioned on examples, exactly, as they come and go."""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray

from core.domain.task import Target
from core.learning.config import LearnerConfig, exact_device
from core.learning.encoding.table import Reader, Row
from core.learning.experts.expert import Batch, Lessons, Outlook
from core.learning.familiarity import LEAST, familiarity
from core.learning.fitted import Fit
from core.learning.forecasts import Forecaster
from core.learning.mixture import Mixture
from core.learning.targets import Targets, learned_as, targets_of
from core.learning.taught import Rows, Taught

WINDOW = 512
"""The newest examples whose leave-one-out record weighs the experts."""
LEAST_WINDOW = 128
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
        self._rows = Rows(reader, fit.features.width, self._device)
        self._mixture = Mixture([expert.copy() for expert in fit.experts])
        self._nearness: NDArray[np.float64] | None = None
        """Of the newest examples, each to the others; made and dropped like the forecaster."""
        self._forecaster: Forecaster | None = None
        """Made when it is asked for, and again after each change."""

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
        lessons = Lessons(
            ids=np.array([one.id for one in taught], dtype=np.int64),
            batch=self.batch([one.row for one in taught]),
            targets=columns.to(self._device),
            codes=self._reader.codes(self._targets.labels),
        )
        self._rows.add(lessons)
        self._mixture.observe(lessons)
        self._forecaster = self._nearness = None

    def forget(self, taught: Sequence[Taught]) -> None:
        """Condition no longer on these examples."""
        if not taught:
            return
        self._mixture.forget(self._rows.remove([one.id for one in taught]))
        kept = self._targets.remove([one.truth for one in taught])
        if kept is not None:
            self._rows.keep_targets(kept)
            self._mixture.keep_targets(kept)
        self._forecaster = self._nearness = None

    def lessons(self) -> Lessons:
        """Return all examples, in no particular order."""
        return self._rows.all()

    def batch(self, rows: Sequence[Row]) -> Batch:
        """Return rows as the experts see them."""
        features = self.fit.features.encode(self._reader.table(rows))
        return Batch(
            features=torch.from_numpy(features).to(self._device), rows=rows, reader=self._reader
        )

    @property
    def forecaster(self) -> Forecaster:
        """How outlooks become forecasts, by the honest record of the newest examples."""
        if self._forecaster is None:
            recent = self._rows.newest(self._window)
            outlooks = self._mixture.leave_one_out(recent, self._asked)
            columns = recent.targets.cpu().numpy()
            self._forecaster = self._targets.forecaster(outlooks, columns, self.fit.strain)
        return self._forecaster

    def outlooks(self, batch: Batch) -> list[Outlook]:
        """Return what the experts that have weight say of each row."""
        return self._mixture.predict(batch, self.forecaster.weights)

    def left_out(self) -> list[Outlook]:
        """Return what the experts that may answer say of each of the lessons without it."""
        return self._mixture.leave_one_out(self.lessons(), self._asked)

    def influences(self, question: Batch) -> list[NDArray[np.float64]]:
        """Return how each of the lessons moves each expert's outlook on a single question."""
        return self._mixture.influence(question, self.lessons(), self.forecaster.weights)

    def similarity(self, batch: Batch) -> NDArray[np.float64]:
        """Return how alike each row and each of the lessons are; shape (rows, lessons).

        Twice the inner product over the sum of the squared lengths, at least 0: 1 for the same
        only.
        """
        theirs, ours = self.lessons().batch.features, batch.features
        lengths = ours.square().sum(dim=1)[:, None] + self._rows.squares
        alike: NDArray[np.float64] = (
            (2.0 * (ours @ theirs.T) / lengths).clamp(0.0, 1.0).cpu().numpy()
        )
        return alike

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
        other._targets, other._rows = self._targets.copy(), self._rows.copy()
        other._mixture, other._forecaster = self._mixture.copy(), self._forecaster
        other._nearness = self._nearness
        return other

    @property
    def _window(self) -> int:
        return min(WINDOW, max(LEAST_WINDOW, WINDOW_SCORES // max(self._rows.outputs, 1)))

    @property
    def _asked(self) -> int:
        """How many experts may answer: until the model is ready, the rule only."""
        return len(self._mixture.experts) if self.is_ready else 1
