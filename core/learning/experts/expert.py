"""The interface of an expert: what it is shown, what it answers, what it must be able to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, Self, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader, Row, Table

Arrays: TypeAlias = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Rows as experts see them: as the shared feature map encodes them, and as they were read."""

    features: Tensor
    """Shape (rows, width of the feature map); float64, on the learner's device."""
    rows: Sequence[Row]
    reader: Reader

    def some(self, places: NDArray[np.intp]) -> "Batch":
        """Return the rows at these places."""
        rows = [self.rows[place] for place in places]
        return Batch(features=self.features[places], rows=rows, reader=self.reader)

    @cached_property
    def table(self) -> Table:
        """The rows' plain values, for an expert that has an encoding of its own."""
        return self.reader.table(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """Taught rows with their truths."""

    ids: NDArray[np.int64]
    """Shape (rows,)."""
    batch: Batch
    targets: Tensor
    """Numbers: standardised, shape (rows, 1). Categories: one-hot, shape (rows, labels)."""
    codes: NDArray[np.int64]
    """What tells each target column from others, for good; 0 for numbers. Shape (outputs,)."""
    names: Batch | None = None
    """A row for each target column whose texts all say the label's name; given where lessons are
    observed, in tasks that have labels and texts."""

    def __len__(self) -> int:
        return len(self.ids)

    def names_from(self, column: int) -> "Lessons":
        """Return the names of the labels from this column on, each as a lesson of its label."""
        if self.names is None:
            return self.pick(np.empty(0, dtype=np.intp))
        places = np.arange(column, len(self.names))
        return Lessons(
            ids=-1 - places,
            batch=self.names.some(places),
            targets=torch.eye(len(self.names)).to(self.targets)[column:],
            codes=self.codes,
        )

    def pick(self, places: NDArray[np.intp]) -> "Lessons":
        """Return the lessons at these places."""
        chosen = torch.from_numpy(places).to(self.targets.device)
        batch, targets = self.batch.some(places), self.targets[chosen]
        return Lessons(
            ids=self.ids[places],
            batch=batch,
            targets=targets,
            codes=self.codes,
            names=self.names,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What an expert expects of each row.

    Numbers: a Student-t distribution on the standardised scale. Categories: a score for each
    label, of which the softmax at temperature 1 is a sensible first guess.
    """

    centers: NDArray[np.float64]
    """Shape (rows, 1), or (rows, labels)."""
    scales: NDArray[np.float64]
    """Shape (rows,); numbers only, ones for categories."""
    freedom: float
    """Degrees of freedom; numbers only."""

    def some(self, start: int, stop: int) -> "Outlook":
        """Return what is expected of these rows."""
        return Outlook(
            centers=self.centers[start:stop], scales=self.scales[start:stop], freedom=self.freedom
        )

    def where(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> "Outlook":
        """Return what is expected of the rows of a mask, or at these places."""
        return Outlook(centers=self.centers[rows], scales=self.scales[rows], freedom=self.freedom)


def joined(outlooks: Sequence[Outlook]) -> Outlook:
    """Return an expert's outlooks on several batches as one."""
    return Outlook(
        centers=np.concatenate([one.centers for one in outlooks]),
        scales=np.concatenate([one.scales for one in outlooks]),
        freedom=outlooks[0].freedom,
    )


class Expert(Protocol):
    """A fitted model that is conditioned on examples in closed form.

    The fit (constructor, :meth:`fit`, :meth:`load`) is fixed; ``observe`` and ``forget`` move the
    posterior exactly, in any order. A new label is a new last column of the targets; an expert
    that has not seen a column yet takes it as one of zeros.
    """

    @property
    def name(self) -> str:
        """What answers call it."""
        ...

    @classmethod
    def suits(cls, context: "FitContext") -> bool:
        """Return whether it can be of use for such a task; :meth:`fit` is called only then."""
        ...

    @classmethod
    def fit(cls, lessons: Lessons, context: "FitContext") -> Self:
        """Return an expert fitted to the lessons, conditioned on none."""
        ...

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well."""
        ...

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons, given as they were observed."""
        ...

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only: the other labels have no lesson left."""
        ...

    def predict(self, batch: Batch) -> Outlook:
        """Return what is expected of each row; works before anything was observed."""
        ...

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return what :meth:`predict` would say of each observed lesson had it not been."""
        ...

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return the centres for a single question minus those without each observed lesson.

        Shape:
            (lessons, 1), or (lessons, labels).
        """
        ...

    def save(self) -> Arrays:
        """Return the fit, without anything that was observed."""
        ...

    @classmethod
    def load(cls, arrays: Arrays, context: "FitContext") -> Self:
        """Return the expert that :meth:`save` described, conditioned on none.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map.
        """
        ...

    def copy(self) -> Self:
        """Return an independent copy."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FitContext:
    """What experts are fitted or loaded with."""

    kind: TargetKind
    features: FeatureMap
    config: LearnerConfig
    examples: int
    """How many examples it is fitted to."""
    warm: Expert | None = None
    """The same expert of an earlier version, to start from as well."""
