"""The kernel expert: a Gaussian process whose length scales the marginal likelihood chose."""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.config import exact_device
from core.learning.experts.covariance import Placed, Scales, View
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.gram import Gram
from core.learning.experts.inputs import KernelInputs, has_places
from core.learning.experts.landmarks import choose_landmarks
from core.learning.experts.marginal import fit_scales
from core.learning.experts.regression import (
    RegressionExpert,
    outlook,
    outlook_of_gram_without,
    sharpness,
    to_numpy,
)

TINY = 1e-12
MOST = 1e8
"""A climb of the likelihood never gets near so high."""


class KernelExpert(RegressionExpert):
    """Gaussian process regression: exact for some examples, from landmarks for many."""

    name = "kernel"

    def __init__(
        self, kind: TargetKind, inputs: KernelInputs, scales: Scales, landmarks: Tensor, limit: int
    ) -> None:
        width = 1 + len(inputs.block_of) + len(landmarks)
        super().__init__(kind, width, scales.weights.device)
        self._inputs, self._scales, self._limit = inputs, scales, limit
        self._roots = scales.weights[inputs.block_of.to(scales.weights.device)].sqrt()
        self._landmarks = landmarks
        """Not weighed; shape (landmarks, coordinates)."""
        self._view: View | None = None
        """From the landmarks; None until it is needed."""
        outputs = 1 if kind is TargetKind.NUMBER else 0
        none = Placed(scales=scales, places=self._roots.new_empty(0, len(self._roots)))
        self._gram: Gram[Placed] | None = Gram(none, self._roots.new_empty(0, outputs))
        """None once there are more examples than the limit."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether there is a field other than text to be near by."""
        return has_places(context.features)

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with the length scales that the marginal likelihood prefers."""
        inputs, config = KernelInputs(features=context.features), context.config
        points = inputs.of(lessons.batch.features)
        warm = context.warm._scales if isinstance(context.warm, cls) else None
        scales = fit_scales(
            inputs, points, lessons.targets, context.kind, warm=warm, seed=config.seed
        )
        roots = scales.weights[inputs.block_of.to(points.device)].sqrt()
        found = choose_landmarks(points * roots, config.landmarks, config.seed)
        landmarks = found / roots.clamp_min(TINY)
        return cls(context.kind, inputs, scales, landmarks, config.kernel_rows)

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well; beyond the limit, from landmarks."""
        if self._gram is None:
            super().observe(lessons)
            return
        points = self._place(lessons.batch)
        if len(self._gram) + len(lessons) <= self._limit:
            self._gram.observe(lessons.ids, self._placed(points), lessons.targets)
            return
        self._posterior.observe(self._seen(self._gram.points.places), self._gram.targets)
        self._posterior.observe(self._seen(points), lessons.targets)
        self._gram = None

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons."""
        if self._gram is None:
            super().forget(lessons)
        else:
            self._gram.forget(lessons.ids)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        super().keep_targets(columns)
        if self._gram is not None:
            self._gram.keep(columns)

    def predict(self, batch: Batch) -> Outlook:
        """Return the posterior predictive of each row."""
        if self._gram is None:
            return super().predict(batch)
        centers, factors = self._gram.predict(self._placed(self._place(batch)))
        return outlook(self._kind, centers, factors, self._gram.shape, self._gram.rate)

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the exact predictive of each lesson without it."""
        if self._gram is None:
            return super().leave_one_out(lessons)
        return outlook_of_gram_without(self._kind, self._gram, lessons)

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each lesson moves the question's centres, exactly."""
        if self._gram is None:
            return super().influence(question, lessons)
        moved = self._gram.influence(self._placed(self._place(question)), lessons.ids)
        return to_numpy(moved * sharpness(self._kind))

    def save(self) -> Arrays:
        """Return the scales and the landmarks."""
        return {
            "weights": to_numpy(self._scales.weights),
            "strengths": np.array([self._scales.amplitude, self._scales.slope]),
            "landmarks": to_numpy(self._landmarks),
            "landmark_count": np.array([len(self._landmarks)]),
        }

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved scales and landmarks.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map.
        """
        inputs = KernelInputs(features=context.features)
        weights, strengths, landmarks = (
            np.asarray(arrays[name], dtype=np.float64)
            for name in ("weights", "strengths", "landmarks")
        )
        if weights.shape != (len(inputs.blocks),) or strengths.shape != (2,):
            raise ValueError("the kernel expert has one weight for each block and two strengths")
        sizes = np.concatenate([weights, strengths])
        if np.any(sizes < 0) or np.any(sizes > MOST):
            raise ValueError("the kernel expert's weights and strengths are out of all proportion")
        count = np.asarray(arrays["landmark_count"]).tolist()
        if landmarks.shape[1:] != (len(inputs.block_of),) or count != [len(landmarks)]:
            raise ValueError("the kernel expert's landmarks have one number for each coordinate")
        device = exact_device(context.config.device)
        scales = Scales(
            weights=torch.tensor(weights, device=device),
            amplitude=float(strengths[0]),
            slope=float(strengths[1]),
        )
        places = torch.tensor(landmarks, device=device)
        return cls(context.kind, inputs, scales, places, context.config.kernel_rows)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._kind, self._inputs, self._scales, self._landmarks, self._limit)
        other._gram = None if self._gram is None else self._gram.copy()
        other._view = self._view
        return self._copy_to(other)

    def _columns(self, batch: Batch) -> Tensor:
        return self._seen(self._place(batch))

    def _seen(self, points: Tensor) -> Tensor:
        """Return weighed rows as seen from the landmarks."""
        if self._view is None:
            self._view = View.of(self._scales, self._landmarks * self._roots)
        return self._view.columns(points)

    def _placed(self, points: Tensor) -> Placed:
        return Placed(scales=self._scales, places=points)

    def _place(self, batch: Batch) -> Tensor:
        """Return the rows weighed, so that one length scale is a distance of 1."""
        return self._inputs.of(batch.features) * self._roots
