"""The slow half of a learner: what is chosen once from the examples and then stays."""

import heapq
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch

from core.domain.identity import ExampleId
from core.domain.task import Target, TargetKind
from core.learning.config import LearnerConfig, exact_device
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.experts.expert import Batch, Expert, FitContext, Lessons
from core.learning.experts.linear import LinearExpert
from core.learning.mixture import experts_for
from core.learning.naming import LabelNames
from core.learning.scale import POWERS, TargetScale
from core.learning.targets import learned_as, targets_of
from core.learning.taught import Taught

Report = Callable[[float, str], None]
"""Told how far a fit is, 0 to 1, and at what."""


def ignore(fraction: float, stage: str) -> None:
    """Listen to no report."""


PROVISIONAL = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32)
"""Version 0 is fitted to so many examples, those with the lowest ids: as many as there are."""
BENT_EARNS = 0.3
"""By how many nats a bent scale must be the likelier one: it is the more surprising."""
LEAST_TO_BEND = 5
FEW = 2.0
DRIFT = 0.05
SETTLED = 500.0
_PLAIN = TargetScale(power=1.0, center=0.0, scale=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Everything that retraining makes; it holds no example."""

    features: FeatureMap
    scale: TargetScale
    """Of a number target; the identity for categories."""
    experts: tuple[Expert, ...]
    """The rule first, conditioned on nothing."""
    examples: int
    """How many examples it was fitted on."""
    strain: float = 1.0
    """How much wider or softer its forecasts must be than its own record claims."""
    since: ExampleId | None = None
    """Examples of a lower id have faded: they do not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a fit is made with."""

    target: Target
    reader: Reader
    config: LearnerConfig
    warm: Fit | None = None


def first_of(active: Collection[ExampleId], sizes: Sequence[int]) -> tuple[ExampleId, ...]:
    """Return the lowest ids, as many as the largest of the sizes that the examples fill."""
    return tuple(heapq.nsmallest(size_of(len(active), sizes), active))


def size_of(count: int, sizes: Sequence[int]) -> int:
    """Return the largest of the ascending sizes that so many examples fill."""
    return sizes[bisect_right(sizes, count) - 1]


def strain_of(examples: int, kind: TargetKind) -> float:
    """Return by what factor the record of a fit to so many examples flatters it.

    Scales and strengths were chosen on the examples that they are judged by. Numbers that are asked
    next lie a little further off than what was taught, the less so the more was. Measured on twelve
    public tables in file order.
    """
    drift = DRIFT * min(1.0, SETTLED / max(examples, 1)) if kind is TargetKind.NUMBER else 0.0
    return 1.0 + drift + FEW / max(examples, 1)


def fit_to(taught: Sequence[Taught], recipe: Recipe, report: Report = ignore) -> Fit:
    """Return the fit to these examples."""
    report(0.0, "reading the examples")
    table = recipe.reader.table([one.row for one in taught])
    features = FeatureMap.fit(table, recipe.config)
    device = exact_device(recipe.config.device)
    batch = Batch(
        features=torch.from_numpy(features.encode(table)).to(device),
        rows=[one.row for one in taught],
        reader=recipe.reader,
    )
    context = FitContext(
        kind=learned_as(recipe.target),
        features=features,
        config=recipe.config,
        examples=len(taught),
    )
    report(0.1, "choosing the scale of the target")
    scale = _scale_of(taught, recipe.target, batch, context)
    lessons = _lessons(taught, recipe.target, scale, batch, context)
    experts: list[Expert] = []
    kinds = experts_for(context)
    earlier = {expert.name: expert for expert in recipe.warm.experts} if recipe.warm else {}
    for place, kind in enumerate(kinds):
        report(0.2 + 0.8 * place / len(kinds), f"fitting the {kind.name} expert")
        warm = earlier.get(str(kind.name))
        experts.append(kind.fit(lessons, replace(context, warm=warm)))
    report(1.0, "fitted")
    return Fit(
        features=features,
        scale=scale,
        experts=tuple(experts),
        examples=len(taught),
        strain=strain_of(len(taught), context.kind),
    )


def powers_for(taught: Sequence[Taught], target: Target) -> tuple[float, ...]:
    """Return the scales to consider: bent ones for several numbers, none negative, no ratings."""
    if target.kind is not TargetKind.NUMBER or len(taught) < LEAST_TO_BEND:
        return POWERS[:1]
    return POWERS if min(float(one.truth) for one in taught) >= 0 else POWERS[:1]


def _lessons(
    taught: Sequence[Taught], target: Target, scale: TargetScale, batch: Batch, context: FitContext
) -> Lessons:
    known = targets_of(target, scale)
    columns = known.add([one.truth for one in taught])
    is_category = context.kind is TargetKind.CATEGORY
    device = batch.features.device
    names = LabelNames(batch.reader, context.features, device).of(known.labels)
    return Lessons(
        ids=np.array([one.id for one in taught], dtype=np.int64),
        batch=batch,
        targets=torch.from_numpy(columns).to(device),
        codes=batch.reader.codes(known.labels),
        names=names if is_category else None,
    )


def _scale_of(
    taught: Sequence[Taught], target: Target, batch: Batch, context: FitContext
) -> TargetScale:
    """Return the scale on which the numbers are likeliest."""
    if target.kind is TargetKind.CATEGORY:
        return _PLAIN
    numbers = np.array([one.truth for one in taught], dtype=np.float64)
    powers = powers_for(taught, target)
    scales = [TargetScale.fit(numbers, power=power) for power in powers]
    if len(scales) == 1:
        return scales[0]
    heights = []
    for scale in scales:
        lessons = _lessons(taught, target, scale, batch, context)
        evidence = LinearExpert.fit(lessons, context).log_evidence(lessons)
        earns = float(scale.log_slope(numbers).sum()) - BENT_EARNS * (scale.power != 1)
        heights.append(evidence + earns)
    return scales[int(np.argmax(heights))]
