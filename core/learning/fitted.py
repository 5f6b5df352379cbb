"""The slow half of a learner: what is chosen once from the examples and then stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch

from core.domain.task import Target, TargetKind
from core.learning.config import LearnerConfig, exact_device
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.experts.expert import Batch, Expert, FitContext, Lessons
from core.learning.experts.linear import LinearExpert
from core.learning.mixture import EXPERTS
from core.learning.scale import TargetScale
from core.learning.targets import targets_of
from core.learning.taught import Taught

Report = Callable[[float, str], None]
"""Told how far a fit is, 0 to 1, and at what."""

LOG_EARNS = 1.0
"""By how many nats the logarithm must be the likelier scale: it is the more surprising one."""
LEAST_FOR_LOG = 5
_PLAIN = TargetScale(is_log=False, center=0.0, scale=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Everything that retraining makes; it holds no example."""

    features: FeatureMap
    scale: TargetScale
    """Of a number target; the identity for categories."""
    experts: tuple[Expert, ...]
    """In the order of ``EXPERTS``, conditioned on nothing."""
    examples: int
    """How many examples it was fitted on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a fit is made with."""

    target: Target
    reader: Reader
    config: LearnerConfig
    is_full: bool
    warm: Fit | None = None


def make_fit(taught: Sequence[Taught], recipe: Recipe, report: Report) -> Fit:
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
        kind=recipe.target.kind,
        features=features,
        config=recipe.config,
        is_full=recipe.is_full,
    )
    report(0.1, "choosing the scale of the target")
    scale = _choose_scale(taught, recipe.target, batch, context)
    lessons = _lessons(taught, recipe.target, scale, batch)
    experts = []
    for place, kind in enumerate(EXPERTS):
        report(0.2 + 0.8 * place / len(EXPERTS), f"fitting the {kind.name} expert")
        warm = recipe.warm.experts[place] if recipe.warm else None
        experts.append(kind.fit(lessons, replace(context, warm=warm)))
    report(1.0, "fitted")
    return Fit(features=features, scale=scale, experts=tuple(experts), examples=len(taught))


def _lessons(
    taught: Sequence[Taught], target: Target, scale: TargetScale, batch: Batch
) -> Lessons:
    columns = targets_of(target, scale).add([one.truth for one in taught])
    return Lessons(
        ids=np.array([one.id for one in taught], dtype=np.int64),
        batch=batch,
        targets=torch.from_numpy(columns).to(batch.features.device),
    )


def _choose_scale(
    taught: Sequence[Taught], target: Target, batch: Batch, context: FitContext
) -> TargetScale:
    """Return the scale on which the numbers are likeliest, Jacobian included."""
    if target.kind is TargetKind.CATEGORY:
        return _PLAIN
    numbers = np.array([one.truth for one in taught], dtype=np.float64)
    plain = TargetScale.fit(numbers, is_log=False)
    if len(numbers) < LEAST_FOR_LOG or numbers.min() < 0:
        return plain
    heights = {}
    for scale in (plain, TargetScale.fit(numbers, is_log=True)):
        lessons = _lessons(taught, target, scale, batch)
        expert = LinearExpert.fit(lessons, replace(context, is_full=False))
        slopes = float(scale.log_slope(numbers).sum())
        heights[scale] = expert.log_evidence(lessons) + slopes - LOG_EARNS * scale.is_log
    return max(heights, key=lambda scale: heights[scale])
