"""What every expert shares that is trained when a version is made and then fixed: its folds."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, Self, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import resolve_device
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.folds import UNSEEN, Folds
from core.learning.experts.inputs import KernelInputs, has_places
from core.learning.experts.losses import Noise, outcome_of
from core.learning.experts.regression import to_numpy
from core.learning.experts.watched import MOST, Watched

ModelT = TypeVar("ModelT")
"""What is trained, for all folds at once."""
LEAST_NOISE = 1e-6
IMAGINED = 0.5
"""Imagined lessons of a label that the fit did not know."""


class FoldedExpert(ABC, Generic[ModelT]):
    """Models in four folds, each of which has never seen a quarter of the lessons.

    Every lesson of the fit is foretold honestly by the fold that did not see it, a later one by all
    folds together, as is a question. What is observed after the fit changes no model: the influence
    of a lesson is 0, but for one of a label that the fit did not know, which is scored by its
    count.
    """

    name: ClassVar[str]

    def __init__(
        self,
        kind: TargetKind,
        inputs: KernelInputs,
        labels: NDArray[np.int64],
        folds: Folds,
        examples: int,
        model: ModelT,
    ) -> None:
        self._kind, self._inputs, self._examples = kind, inputs, examples
        self._folds = folds
        self._model = model
        """It never changes, so that copies share it."""
        self._noise = Noise()
        self._labels = labels
        """Codes of the labels that it tells apart; shape (outputs,), empty for numbers."""
        self._columns = np.empty(0, dtype=np.int64)
        """Codes of the target columns as they are now."""
        self._counts = np.empty(0)
        """How many lessons each of these labels has."""
        self._asked: tuple[Batch, Tensor] | None = None
        """The row last asked for, and what was said of it: it does not change."""
        self._watched = Watched()
        """Nothing, and what was said of lessons without them; (lessons, outputs)."""

    @classmethod
    @abstractmethod
    def least(cls, context: FitContext) -> int:
        """Return from how many examples on it is of use."""

    @abstractmethod
    def _ask(self, batch: Batch) -> Tensor:
        """Return what each member of each fold says; (folds, members, rows, outputs), float64."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether there are fields other than texts, and examples enough."""
        return context.examples >= cls.least(context) and has_places(context.features)

    def observe(self, lessons: Lessons) -> None:
        """Count the lessons' labels; nothing else changes."""
        width = lessons.targets.shape[1]
        self._columns = np.concatenate([self._columns, lessons.codes[len(self._columns) : width]])
        self._counts = np.pad(self._counts, (0, max(width - len(self._counts), 0)))
        self._counts[:width] += to_numpy(lessons.targets).sum(axis=0)
        is_known = self._asked is not None and self._asked[0] is lessons.batch
        if is_known and 0 < len(self._watched) <= MOST:
            self._watched.put(lessons.ids, self._measure(lessons))

    def forget(self, lessons: Lessons) -> None:
        """Count these lessons' labels no longer."""
        self._counts[: lessons.targets.shape[1]] -= to_numpy(lessons.targets).sum(axis=0)
        self._watched.drop(lessons.ids)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        kept = [column for column in columns if column < len(self._columns)]
        self._columns, self._counts = self._columns[kept], self._counts[kept]

    def predict(self, batch: Batch) -> Outlook:
        """Return what all folds together say of each row."""
        said = to_numpy(outcome_of(self._kind, self._answers(batch).flatten(0, 1)))
        return self._outlook(said, np.zeros((1, len(self._counts))))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return what the fold (or folds) that did not see the lesson says of it."""
        (said,) = self._watched.follow(lessons, self._measure)
        return self._outlook(to_numpy(said), to_numpy(lessons.targets))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return 0, but for lessons of labels that the fit did not know."""
        said = to_numpy(outcome_of(self._kind, self._answers(question).flatten(0, 1)))
        with_all = self._outlook(said, np.zeros((1, len(self._counts)))).centers
        alike = np.repeat(said, len(lessons), axis=0)
        return with_all - self._outlook(alike, to_numpy(lessons.targets)).centers

    def save(self) -> Arrays:
        """Return what all kinds have: the noise, the labels, the lessons' ids; a subclass adds."""
        return {
            "noise": np.array([self._noise.width, self._noise.freedom]),
            "labels": self._labels.copy(),
            "counts": np.array([len(self._labels), self._examples]),
            "lessons": self._folds.lessons,
        }

    def _measure_noise(self, lessons: Lessons) -> None:
        """Learn how far off numbers were that the folds did not see."""
        if self._kind is TargetKind.NUMBER:
            said = self._honest(lessons)
            self._noise = Noise.fit(said[:, 0], said[:, 1], to_numpy(lessons.targets[:, 0]))

    def _answers(self, batch: Batch) -> Tensor:
        """Return what :meth:`_ask` does; of a row asked for last, without asking again."""
        if len(batch) > 1:
            return self._ask(batch)
        if self._asked is None or self._asked[0] is not batch:
            self._asked = batch, self._ask(batch)
        return self._asked[1]

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor]:
        said = torch.from_numpy(self._honest(lessons))
        return said[:, :0], said

    def _honest(self, lessons: Lessons) -> NDArray[np.float64]:
        """Return what the folds that did not see each lesson say; shape (rows, outputs)."""
        said, folds = self._answers(lessons.batch), self._folds.of(lessons.ids)
        found: NDArray[np.float64] = np.empty((said.shape[2], said.shape[3]))
        for fold in np.unique(folds):
            own = np.flatnonzero(folds == fold)
            members = said.flatten(0, 1) if fold == UNSEEN else said[fold]
            found[own] = to_numpy(outcome_of(self._kind, members[:, own]))
        return found

    def _outlook(self, said: NDArray[np.float64], less: NDArray[np.float64]) -> Outlook:
        """Return the outlook of rows, counting fewer lessons; (rows or 1, columns)."""
        if self._kind is TargetKind.NUMBER:
            scales = self._noise.width * said[:, 1]
            return Outlook(centers=said[:, :1], scales=scales, freedom=self._noise.freedom)
        shares = (np.maximum(self._counts - less, 0.0) + IMAGINED) / (self._examples + 1.0)
        centers = np.tile(np.log(shares), (len(said) if len(less) == 1 else 1, 1))
        places = {int(code): place for place, code in enumerate(self._labels)}
        for column, code in enumerate(self._columns):
            if int(code) in places:
                centers[:, column] = said[:, places[int(code)]]
        return Outlook(centers=centers, scales=np.ones(len(said)), freedom=np.inf)

    @classmethod
    @abstractmethod
    def _read(cls, arrays: Arrays, inputs: int, outputs: int, device: torch.device) -> ModelT:
        """Return the model that was saved; raises as :meth:`load` does."""

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with its saved model.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map.
        """
        inputs = KernelInputs(features=context.features)
        labels, noise, examples = saved_labels(arrays)
        outputs = 2 if context.kind is TargetKind.NUMBER else len(labels)
        device = resolve_device(context.config.device)
        model = cls._read(arrays, len(inputs.block_of), outputs, device)
        folds = Folds.saved(arrays["lessons"], examples)
        made = cls(context.kind, inputs, labels, folds, examples, model)
        made._noise = noise
        return made

    def copy(self) -> Self:
        """Return an independent copy; the model, which never changes, is shared."""
        other = type(self)(
            self._kind, self._inputs, self._labels, self._folds, self._examples, self._model
        )
        other._noise = self._noise
        other._columns, other._counts = self._columns.copy(), self._counts.copy()
        other._watched = self._watched.copy()
        return other


def known_labels(lessons: Lessons, kind: TargetKind) -> tuple[NDArray[np.int64], Tensor]:
    """Return the codes of the labels that were taught and their targets; of numbers, no codes."""
    if kind is TargetKind.NUMBER:
        return np.empty(0, np.int64), lessons.targets
    known = torch.nonzero(lessons.targets.sum(dim=0) > 0)[:, 0]
    return lessons.codes[known.cpu().numpy()], lessons.targets[:, known]


def saved_labels(arrays: Arrays) -> tuple[NDArray[np.int64], Noise, int]:
    """Return the labels, the noise and the number of examples that were saved.

    Raises:
        KeyError: an array is missing.
        ValueError: they are of the wrong shape or out of all proportion.
    """
    labels = np.asarray(arrays["labels"], dtype=np.int64)
    noise = np.asarray(arrays["noise"], dtype=np.float64)
    counts = np.asarray(arrays["counts"], dtype=np.int64)
    if labels.ndim != 1 or noise.shape != (2,) or counts.shape != (2,):
        raise ValueError("an expert in folds has labels, counts, and two numbers of noise")
    if np.any(noise < LEAST_NOISE) or np.any(noise > 1.0 / LEAST_NOISE):
        raise ValueError("the noise of an expert in folds is out of all proportion")
    if counts[0] != len(labels) or counts[1] < 1:
        raise ValueError("an expert in folds knows how many labels and examples it has")
    return labels, Noise(width=float(noise[0]), freedom=float(noise[1])), int(counts[1])
