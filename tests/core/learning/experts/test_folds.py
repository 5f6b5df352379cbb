"""Folds: even, and a function of the order of the lessons alone."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.learning.experts.folds import FOLDS, UNSEEN, Folds, spread

IDS = np.arange(5, 4_005, 5, dtype=np.int64)


def test_folds_are_even() -> None:
    folds = Folds.among(IDS).of(IDS)
    assert set(folds) == set(range(FOLDS))
    assert np.abs(np.bincount(folds) - len(IDS) / FOLDS).max() < 10


@pytest.mark.parametrize("step", [2, 3, 4, 5, 8])
def test_lessons_that_come_in_turns_are_spread_over_all_folds(step: int) -> None:
    folds = Folds.among(IDS).of(IDS)[::step]
    assert np.bincount(folds).min() > 0.2 * len(folds)


def test_other_ids_in_the_same_order_have_the_same_folds() -> None:
    others = IDS * IDS
    assert np.array_equal(Folds.among(others).of(others), Folds.among(IDS).of(IDS))


def test_a_lesson_keeps_its_fold_whichever_others_are_asked_for() -> None:
    folds = Folds.among(IDS)
    assert np.array_equal(folds.of(IDS[::-3]), folds.of(IDS)[::-3])


def test_a_later_lesson_was_seen_by_no_fold() -> None:
    assert Folds.among(IDS).of(np.array([4, 12, 9_999])).tolist() == [UNSEEN] * 3


def test_in_the_folds_of_an_earlier_program_the_ids_tell() -> None:
    folds = Folds.saved(np.empty(0, dtype=np.int64), len(IDS))
    assert np.array_equal(folds.of(IDS), spread(IDS))


@pytest.mark.parametrize("lessons", [IDS[:-1], IDS[::-1], np.repeat(IDS[: len(IDS) // 2], 2)])
def test_ids_that_cannot_be_those_of_the_fit_are_refused(lessons: NDArray[np.int64]) -> None:
    with pytest.raises(ValueError, match="folds"):
        Folds.saved(lessons, len(IDS))
