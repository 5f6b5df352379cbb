"""The contrast expert: the centroid expert on sentence vectors that a fit has tuned to the task."""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.learning.config import exact_device, resolve_device
from core.learning.encoding.field import Group
from core.learning.experts.centroid import CentroidExpert
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.folds import FOLDS, UNSEEN, Folds
from core.learning.experts.offsets import Offsets
from core.learning.experts.regression import to_numpy
from core.learning.experts.scoring import columns_of, is_category_from_text, scored
from core.learning.experts.tuning import Maps, Texts, tune

RANK = 32
MOST_ROWS = 2_048
"""A fit looks at so many texts, drawn from all."""
LARGEST = 100.0
"""No entry of a map that was trained is anywhere near."""


class ContrastExpert:
    """Centroids under four maps, each of which has never seen a quarter of the lessons.

    The map that did not see a lesson foretells it; a later lesson is foretold, as a question is
    answered, by the mean of all four. The centroids are conditioned exactly; the maps stay.
    """

    name = "contrast"

    def __init__(
        self, maps: Maps, columns: NDArray[np.intp], folds: Folds, device: torch.device
    ) -> None:
        self._folds = folds
        self._maps = Maps(left=maps.left.to(device).double(), right=maps.right.to(device).double())
        pairs = zip(self._maps.left, self._maps.right, strict=True)
        self._parts = [_Mapped(left, right, columns, device) for left, right in pairs]

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether labels are to be told from what texts mean, and there are enough."""
        enough = context.examples >= context.config.contrast_from
        reads = is_category_from_text(context)
        return enough and reads and len(columns_of(context.features, Group.MEANING)) > 0

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with maps tuned to the lessons."""
        generator = torch.Generator().manual_seed(context.config.seed)
        columns = columns_of(context.features, Group.MEANING)
        order = torch.randperm(len(lessons), generator=generator).numpy()
        some = lessons.pick(np.sort(order[:MOST_ROWS]))
        folds = Folds.among(some.ids)
        maps = tune(_texts(some, columns, folds, context), FOLDS, RANK, generator)
        return cls(maps, columns, folds, exact_device(context.config.device))

    def observe(self, lessons: Lessons) -> None:
        """Add the lessons' texts to their labels' sums."""
        for part in self._parts:
            part.observe(lessons)

    def forget(self, lessons: Lessons) -> None:
        """Take the lessons' texts out of their labels' sums."""
        for part in self._parts:
            part.forget(lessons)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these labels only."""
        for part in self._parts:
            part.keep_targets(columns)

    def predict(self, batch: Batch) -> Outlook:
        """Return the mean over the maps of the cosine with each label's sum."""
        return scored(np.mean([part.predict(batch).centers for part in self._parts], axis=0))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the cosines by the map (or maps) that did not see the lesson, and without it."""
        folds, centers = self._folds.of(lessons.ids), np.zeros(lessons.targets.shape)
        for fold, part in enumerate(self._parts):
            places = np.flatnonzero((folds == fold) | (folds == UNSEEN))
            centers[places] += part.leave_one_out(lessons.pick(places)).centers
        centers[folds == UNSEEN] /= FOLDS
        return scored(centers)

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how each lesson moves the question's score of its label."""
        moves = [part.influence(question, lessons) for part in self._parts]
        found: NDArray[np.float64] = np.mean(moves, axis=0)
        return found

    def save(self) -> Arrays:
        """Return the maps, and the ids of the lessons that they were tuned to."""
        maps = {"left": to_numpy(self._maps.left), "right": to_numpy(self._maps.right)}
        return {**maps, "lessons": self._folds.lessons}

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved maps.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map, or are out of all proportion.
        """
        columns = columns_of(context.features, Group.MEANING)
        shapes = {"left": (FOLDS, len(columns), RANK), "right": (FOLDS, RANK, len(columns))}
        found = {name: np.asarray(arrays[name], dtype=np.float64) for name in shapes}
        for name, array in found.items():
            if array.shape != shapes[name]:
                raise ValueError(f"the contrast's {name} has the shape {array.shape}")
            if not np.all(np.abs(array) <= LARGEST):
                raise ValueError(f"the contrast's {name} is out of all proportion")
        maps = Maps(**{name: torch.from_numpy(array.copy()) for name, array in found.items()})
        folds = Folds.saved(arrays["lessons"], min(context.examples, MOST_ROWS))
        return cls(maps, columns, folds, exact_device(context.config.device))

    def copy(self) -> Self:
        """Return an independent copy; the maps, which never change, are shared."""
        other = type(self).__new__(type(self))
        other._maps, other._folds = self._maps, self._folds
        other._parts = [part.copy() for part in self._parts]
        return other


class _Mapped(CentroidExpert):
    """The centroid expert under one map."""

    def __init__(
        self, left: Tensor, right: Tensor, columns: NDArray[np.intp], device: torch.device
    ) -> None:
        super().__init__(columns, np.ones(len(columns)), device, Offsets({}))
        self._left, self._right = left, right

    def copy(self) -> Self:
        """Return an independent copy."""
        other = super().copy()
        other._left, other._right = self._left, self._right
        return other

    def _rows(self, batch: Batch) -> Tensor:
        rows = super()._rows(batch)
        return torch.nn.functional.normalize(rows + (rows @ self._left) @ self._right, dim=1)


def _texts(lessons: Lessons, columns: NDArray[np.intp], folds: Folds, context: FitContext) -> Texts:
    """Return what is tuned on; labels without a lesson are left out."""
    device = resolve_device(context.config.device)
    taught = torch.nonzero(lessons.targets.sum(dim=0) > 0)[:, 0]
    rows = lessons.batch.features[:, columns].to(device, torch.float32)
    names = rows.new_zeros(len(taught), len(columns))
    if lessons.names is not None:
        names = lessons.names.features[taught][:, columns].to(rows)
    return Texts(
        rows=torch.nn.functional.normalize(rows, dim=1),
        labels=lessons.targets[:, taught].to(rows),
        names=torch.nn.functional.normalize(names, dim=1),
        folds=torch.from_numpy(folds.of(lessons.ids)).to(device),
    )
