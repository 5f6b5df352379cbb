"""The network expert: an ensemble of perceptrons, trained when a version is made and then fixed."""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import resolve_device
from core.learning.experts.ensemble import Ensemble, EnsembleConfig
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.inputs import KernelInputs, has_places
from core.learning.experts.losses import Noise, describe, label_loss, number_loss, outcome_of
from core.learning.experts.regression import to_numpy
from core.learning.experts.training import TrainingSet, train

FOLDS = 4
FARTHEST = 8.0
"""Coordinates are cut off here, in about deviations."""
LEAST_NOISE = 1e-6
IMAGINED = 0.5
"""Imagined lessons of a label that the fit did not know."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_TOP_BITS = np.uint64(62)


class NetworkExpert:
    """Perceptrons in four folds, each of which has never seen a quarter of the lessons.

    A lesson's fold follows from its id, so that every lesson is foretold honestly by the fold that
    did not see it, and nobody needs to remember which lessons there were. A question is answered
    by all folds together. What is observed after the fit changes no weight: the influence of a
    lesson is 0, but for one of a label that the fit did not know, which is scored by its count.
    """

    name = "network"

    def __init__(
        self,
        kind: TargetKind,
        inputs: KernelInputs,
        ensemble: Ensemble,
        noise: Noise,
        labels: NDArray[np.int64],
        examples: int,
    ) -> None:
        self._kind, self._inputs, self._examples = kind, inputs, examples
        self._ensemble, self._noise = ensemble, noise
        self._labels = labels
        """Codes of the labels that it tells apart; shape (outputs,), empty for numbers."""
        self._columns = np.empty(0, dtype=np.int64)
        """Codes of the target columns as they are now."""
        self._counts = np.empty(0)
        """How many lessons each of these labels has."""
        self._said: dict[int, NDArray[np.float64]] = {}
        """What was said of lessons without them, by id: it does not change."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether there are fields other than texts, and examples enough."""
        enough = context.examples >= context.config.network_from
        return enough and has_places(context.features)

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with trained weights."""
        inputs, config = KernelInputs(features=context.features), context.config
        device = resolve_device(config.device)
        is_number = context.kind is TargetKind.NUMBER
        known = torch.nonzero(lessons.targets.sum(dim=0) > 0)[:, 0].cpu()
        codes = np.empty(0, np.int64) if is_number else lessons.codes[known.numpy()]
        targets = lessons.targets if is_number else lessons.targets[:, known.to(device)]
        rows = TrainingSet(
            points=_place(inputs, lessons.batch, device),
            targets=targets.to(device, torch.float32),
            folds=fold_of(lessons.ids),
        )
        generator = torch.Generator().manual_seed(config.seed)
        sizes = EnsembleConfig(
            folds=FOLDS,
            members=max(config.network_members // FOLDS, 1),
            inputs=len(inputs.block_of),
            width=config.network_width,
            outputs=2 if is_number else len(codes),
        )
        ensemble = Ensemble(sizes, generator).to(device)
        loss = number_loss if is_number else label_loss
        train(ensemble, rows, loss, rounds=config.network_rounds, generator=generator)
        made = cls(context.kind, inputs, ensemble, Noise(), codes, len(lessons))
        if is_number:
            said = made._honest(lessons)
            made._noise = Noise.fit(said[:, 0], said[:, 1], to_numpy(lessons.targets[:, 0]))
        return made

    def observe(self, lessons: Lessons) -> None:
        """Count the lessons' labels; nothing else changes."""
        width = lessons.targets.shape[1]
        self._columns = np.concatenate([self._columns, lessons.codes[len(self._columns) : width]])
        self._counts = np.pad(self._counts, (0, max(width - len(self._counts), 0)))
        self._counts[:width] += to_numpy(lessons.targets).sum(axis=0)

    def forget(self, lessons: Lessons) -> None:
        """Count these lessons' labels no longer."""
        self._counts[: lessons.targets.shape[1]] -= to_numpy(lessons.targets).sum(axis=0)
        for one in lessons.ids:
            self._said.pop(int(one), None)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        kept = [column for column in columns if column < len(self._columns)]
        self._columns, self._counts = self._columns[kept], self._counts[kept]

    def predict(self, batch: Batch) -> Outlook:
        """Return what all folds together say of each row."""
        said = to_numpy(outcome_of(self._kind, self._ask(batch).flatten(0, 1)))
        return self._outlook(said, np.zeros((1, len(self._counts))))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return what the fold that did not see the lesson says of it."""
        missing = [at for at, one in enumerate(lessons.ids) if int(one) not in self._said]
        if missing:
            some = lessons.pick(np.array(missing, dtype=np.intp))
            fresh = self._honest(some)
            self._said |= {int(one): said for one, said in zip(some.ids, fresh, strict=True)}
        said = np.stack([self._said[int(one)] for one in lessons.ids])
        return self._outlook(said, to_numpy(lessons.targets))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return 0, but for lessons of labels that the fit did not know."""
        said = to_numpy(outcome_of(self._kind, self._ask(question).flatten(0, 1)))
        with_all = self._outlook(said, np.zeros((1, len(self._counts)))).centers
        alike = np.repeat(said, len(lessons), axis=0)
        return with_all - self._outlook(alike, to_numpy(lessons.targets)).centers

    def save(self) -> Arrays:
        """Return the weights."""
        weights = {name: to_numpy(w) for name, w in self._ensemble.state_dict().items()}
        noise = np.array([self._noise.width, self._noise.freedom])
        return weights | {
            "noise": noise,
            "labels": self._labels.copy(),
            "counts": np.array([len(self._labels), self._examples]),
        }

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved weights.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map.
        """
        inputs = KernelInputs(features=context.features)
        labels = np.asarray(arrays["labels"], dtype=np.int64)
        noise = np.asarray(arrays["noise"], dtype=np.float64)
        counts = np.asarray(arrays["counts"], dtype=np.int64)
        if labels.ndim != 1 or noise.shape != (2,) or counts.shape != (2,):
            raise ValueError("the network expert has labels, counts, and two numbers of noise")
        if np.any(noise < LEAST_NOISE) or np.any(noise > 1.0 / LEAST_NOISE):
            raise ValueError("the network expert's noise is out of all proportion")
        if counts[0] != len(labels) or counts[1] < 1:
            raise ValueError("the network expert knows how many labels and examples it has")
        is_number = context.kind is TargetKind.NUMBER
        outputs = 2 if is_number else len(labels)
        ensemble = describe(arrays, FOLDS, len(inputs.block_of), outputs)
        device = resolve_device(context.config.device)
        found = Noise(width=float(noise[0]), freedom=float(noise[1]))
        return cls(context.kind, inputs, ensemble.to(device), found, labels, int(counts[1]))

    def copy(self) -> Self:
        """Return an independent copy; the weights, which never change, are shared."""
        other = type(self)(
            self._kind, self._inputs, self._ensemble, self._noise, self._labels, self._examples
        )
        other._columns, other._counts = self._columns.copy(), self._counts.copy()
        other._said = dict(self._said)
        return other

    @torch.no_grad()
    def _ask(self, batch: Batch) -> Tensor:
        """Return what every member says; shape (folds, members, rows, outputs)."""
        device = self._ensemble.adapters.device
        points = _place(self._inputs, batch, device)
        return self._ensemble(points.expand(FOLDS, -1, -1)).cpu().double()

    def _honest(self, lessons: Lessons) -> NDArray[np.float64]:
        """Return what the fold that did not see each lesson says; shape (rows, outputs)."""
        said = self._ask(lessons.batch)
        folds = fold_of(lessons.ids)
        parts = torch.stack([outcome_of(self._kind, one) for one in said])
        return to_numpy(parts[torch.from_numpy(folds), torch.arange(len(lessons))])

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


def fold_of(ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the fold that does not see each lesson: spread evenly, whatever the ids."""
    mixed = ids.astype(np.uint64) * _GOLDEN
    return (mixed >> _TOP_BITS).astype(np.int64)


def _place(inputs: KernelInputs, batch: Batch, device: torch.device) -> Tensor:
    """Return the rows' coordinates, none of them far out; shape (rows, inputs)."""
    return inputs.of(batch.features).clamp(-FARTHEST, FARTHEST).to(torch.float32).to(device)
