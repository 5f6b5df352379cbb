"""When two subjects say the same, and when what one says makes sense."""

import math
from collections.abc import Mapping, Sequence

import pytest

from core.domain.identity import ExampleId
from core.domain.task import TargetKind
from tests.core.learning.subjects import Said, Subject, WholeLearner
from tests.core.learning.worlds import World

CLOSE = 1e-6
"""Beyond rounding in closed forms; relative, and of what is said on a scale of about 1."""


def assert_alike(found: Said, expected: Said) -> None:
    """Compare what is said of one question."""
    assert found == pytest.approx(expected, rel=CLOSE, abs=CLOSE)


def assert_alike_all(found: Sequence[Said], expected: Sequence[Said]) -> None:
    """Compare what is said of several questions."""
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert_alike(one, other)


def assert_alike_each(found: Mapping[ExampleId, Said], expected: Mapping[ExampleId, Said]) -> None:
    """Compare what is said of several lessons."""
    assert set(found) == set(expected)
    for key, said in expected.items():
        assert_alike(found[key], said)


def assert_sound(subject: Subject, there: World) -> None:
    """Ask everything; answers are finite, probabilities sum to 1, and nothing is left out."""
    said = subject.ask(there.questions)
    assert len(said) == len(there.questions)
    loo = subject.leave_one_out()
    moved = [subject.influence(question) for question in there.questions[:2]]
    everything = [*said, *loo.values(), *(pull for found in moved for pull in found.values())]
    assert all(_is_finite(figures) for figures in everything)
    if isinstance(subject, WholeLearner) and there.task.target.kind is TargetKind.CATEGORY:
        for figures in (*said, *loo.values()):
            assert math.fsum(figures.values()) == pytest.approx(1.0)
            assert all(0.0 <= share <= 1.0 for share in figures.values())
    elif there.task.target.kind is TargetKind.NUMBER:
        assert all(figures.get("scale", 1.0) > 0 for figures in (*said, *loo.values()))


def _is_finite(figures: Said) -> bool:
    return all(math.isfinite(value) for key, value in figures.items() if key != "freedom")
