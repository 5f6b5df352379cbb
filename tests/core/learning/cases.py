"""Which subjects there are for which worlds: laws are asked of no expert that does not suit."""

from collections.abc import Sequence
from functools import cache

import pytest

from core.domain.task import TargetKind
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.experts.expert import FitContext
from core.learning.mixture import experts_for
from core.learning.targets import learned_as
from tests.core.learning.subjects import CONFIG, FITTED, LEARNER
from tests.core.learning.worlds import TARGETS, WORLDS, world


@cache
def context_of(name: str, kind: TargetKind) -> FitContext:
    """Return what the experts of a world are fitted or loaded with."""
    there = world(name, kind)
    reader = Reader(there.task)
    table = reader.table([reader.read(one.values) for one in there.examples])
    return FitContext(
        kind=learned_as(there.task.target),
        features=FeatureMap.fit(table, CONFIG),
        config=CONFIG,
        examples=len(there.examples),
    )


def experts_of(name: str, kind: TargetKind) -> tuple[str, ...]:
    """Return the names of the experts that suit a world, the rule first."""
    return tuple(str(expert.name) for expert in experts_for(context_of(name, kind)))


def subjects_of(name: str, kind: TargetKind) -> tuple[str, ...]:
    """Return the experts that suit a world, the learner, and the learner with a fit."""
    return (*experts_of(name, kind), LEARNER, FITTED)


def _odd_cases(fitted: str | None = None) -> Sequence[tuple[str, TargetKind, str]]:
    """Return each subject that is fitted to each odd world, or to the one named."""
    return [
        (name, kind, odd)
        for kind in TARGETS
        for odd in WORLDS
        for name in subjects_of(fitted or odd, kind)
    ]


BY_CASE = pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for kind in TARGETS for name in subjects_of("ordinary", kind)]
)
"""Each subject of the ordinary world of each kind."""
BY_EXPERT = pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for kind in TARGETS for name in experts_of("ordinary", kind)]
)
"""Each expert of the ordinary world of each kind."""
BY_WORLD = pytest.mark.parametrize(("name", "kind", "odd"), _odd_cases())
"""Each subject of each world."""
BY_FEW = pytest.mark.parametrize(("name", "kind", "odd"), _odd_cases("three examples"))
"""Each subject of a fit to three examples, beside each world."""
