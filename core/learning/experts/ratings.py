"""The experts for ratings: levels of items and members, and members' tastes in items."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.domain.task import TargetKind
from core.learning.encoding.features import FeatureMap
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.folded import LEAST_NOISE
from core.learning.experts.ledger import Ledger, Strengths
from core.learning.experts.likings import Expected
from core.learning.experts.rating_fit import (
    MEMORIES,
    RatingFit,
    Tastes,
    codes_of,
    fit_levels,
    side_columns,
)
from core.learning.experts.rating_tastes import with_tastes

FREEDOM = 2.0
"""Degrees of freedom of a prediction before any rating; each rating adds one."""


class LevelExpert:
    """What fields promise, how good an item is thought, how harsh a member is."""

    name = "biases"

    def __init__(self, fit: RatingFit, features: FeatureMap) -> None:
        self._fit, self._features = fit, features
        self._ledger = Ledger(fit.strengths)

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether there are members who rate items."""
        kinds = {encoder.kind for encoder in context.features.encoders.values()}
        return context.kind is TargetKind.NUMBER and {FieldKind.ITEM, FieldKind.MEMBER} <= kinds

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert fitted to the lessons, conditioned on none."""
        return cls(fit_levels(lessons, context.features), context.features)

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well."""
        targets = lessons.targets.cpu().numpy()[:, 0]
        self._ledger.add(self._fit.read(lessons.batch, self._features, targets, lessons.ids))

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons."""
        self._ledger.remove(lessons.ids)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Do nothing: a number has one column."""

    def predict(self, batch: Batch) -> Outlook:
        """Return what each row's member is expected to rate its item."""
        rows = self._fit.read(batch, self._features)
        return self._outlook(batch, self._ledger.sums.expected(rows), len(self._ledger))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return what would be expected of each rating had it not been given."""
        targets = lessons.targets.cpu().numpy()[:, 0]
        rows = self._fit.read(lessons.batch, self._features, targets, lessons.ids)
        left = self._ledger.sums.left_out(rows)
        return self._outlook(lessons.batch, left, len(self._ledger) - 1)

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each rating moves the question's centre, exactly."""
        targets = lessons.targets.cpu().numpy()[:, 0]
        rows = self._fit.read(lessons.batch, self._features, targets, lessons.ids)
        asked = self._fit.read(question, self._features)
        return self._ledger.sums.influence(asked, rows)[:, None]

    def save(self) -> Arrays:
        """Return the fit: keyed codes of items, and no rating."""
        fit = self._fit
        return {
            "promise": fit.promise,
            "items": fit.tastes.items,
            "tastes_of_items": fit.tastes.of_items,
            "tastes_of_fields": fit.tastes.of_fields,
            "strengths": np.array([fit.strengths.item, fit.strengths.member]),
            "taste_strengths": fit.strengths.tastes,
            "memory": np.array([fit.strengths.memory]),
            "noise": np.array([fit.noise]),
        }

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with a saved fit.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit each other or the feature map.
        """
        strengths, noise = _numbers(arrays["strengths"]), _numbers(arrays["noise"])
        memory = _numbers(arrays["memory"])
        if strengths.shape != (2,) or arrays["taste_strengths"].ndim != 1:
            raise ValueError(f"the {cls.name} expert has two strengths of levels, and of tastes")
        if noise.shape != (1,) or memory.shape != (1,) or not min(MEMORIES) <= memory[0] <= 1:
            raise ValueError(f"the {cls.name} expert has one noise, and one memory of those tried")
        fit = RatingFit(
            promise=_numbers(arrays["promise"]),
            tastes=Tastes(
                items=np.asarray(arrays["items"], dtype=np.int64),
                of_items=_numbers(arrays["tastes_of_items"]),
                of_fields=_numbers(arrays["tastes_of_fields"]),
            ),
            strengths=Strengths(
                item=float(strengths[0]),
                member=float(strengths[1]),
                tastes=_numbers(arrays["taste_strengths"]),
                memory=float(memory[0]),
            ),
            noise=float(noise[0]),
        )
        width, tastes = context.features.width, len(fit.strengths.tastes) - 1
        items = fit.tastes.items
        shapes = (fit.promise.shape, fit.tastes.of_fields.shape, fit.tastes.of_items.shape)
        if shapes != ((width,), (width, tastes), (len(items), tastes)):
            raise ValueError(f"the {cls.name} expert's arrays are of shapes {shapes}")
        sizes = np.concatenate([strengths, fit.strengths.tastes, noise])
        if not np.all((sizes >= LEAST_NOISE) & (sizes <= 1.0 / LEAST_NOISE)):
            raise ValueError(f"the {cls.name} expert's strengths or noise are out of proportion")
        if np.any(np.diff(items) <= 0):
            raise ValueError(f"the {cls.name} expert's items ascend")
        return cls(fit, context.features)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._fit, self._features)
        other._ledger = self._ledger.copy()
        return other

    def _outlook(self, batch: Batch, expected: Expected, count: int) -> Outlook:
        return Outlook(
            centers=(self._fit.promised(batch) + expected.centers)[:, None],
            scales=self._fit.noise * np.sqrt(expected.spreads),
            freedom=FREEDOM + count,
        )


class TasteExpert(LevelExpert):
    """The same, and what each member likes more or less than others do."""

    name = "factors"

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert fitted to the lessons, conditioned on none."""
        features = context.features
        made = fit_levels(lessons, features)
        if not len(lessons):
            return cls(made, features)
        rows = made.read(lessons.batch, features, lessons.targets.cpu().numpy()[:, 0], lessons.ids)
        columns = lessons.batch.features.cpu().numpy()
        made = with_tastes(made, columns, rows, side_columns(features))
        items = codes_of(lessons.batch, features, FieldKind.ITEM)
        return cls(replace(made, tastes=made.tastes.by_own_codes(items)), features)


def _numbers(array: NDArray[np.generic]) -> NDArray[np.float64]:
    return np.asarray(array, dtype=np.float64)
