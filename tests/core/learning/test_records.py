"""A record of many lessons of one question is honest where its labels are nearly even."""

import numpy as np
import pytest

from core.domain.fields import Values
from core.domain.task import TargetKind, Truth
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import PLACE, examples_of, world

TASK = world("ordinary", TargetKind.CATEGORY).task


def _record_of(lows: int, highs: int, seed: int = 1) -> float:
    """Return the share that is wrong of two questions, each with so many of either label."""
    labels = ["low"] * lows + ["high"] * highs
    order = np.random.default_rng(seed).permutation(len(labels))
    lessons: list[tuple[Values, Truth]] = [
        ({PLACE: place}, labels[at]) for at in order.tolist() for place in ("Mitte", "Wedding")
    ]
    learner = Learner(TASK, CONFIG)
    learner.observe(examples_of(lessons))
    return float(learner.leave_one_out().errors.mean())


@pytest.mark.parametrize(("lows", "highs"), [(14, 14), (15, 14), (30, 30)])
def test_labels_by_the_toss_of_a_coin_are_half_wrong(lows: int, highs: int) -> None:
    assert _record_of(lows, highs) == pytest.approx(0.5, abs=0.12)


def test_labels_of_a_loaded_coin_are_as_often_wrong_as_it_falls() -> None:
    found = [_record_of(28, 12, seed) for seed in range(1, 5)]
    assert float(np.mean(found)) == pytest.approx(0.3, abs=0.05)
    assert _record_of(40, 0) == pytest.approx(0.0, abs=0.01)


def test_noise_of_many_draws_is_half_wrong_on_average() -> None:
    found = [_record_of(heads, 24 - heads) for heads in (9, 10, 11, 12, 13, 14, 15)]
    assert float(np.mean(found)) == pytest.approx(0.47, abs=0.06)
