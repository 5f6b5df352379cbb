import numpy as np
import pytest
from numpy.typing import NDArray

from core.learning import numbers, student
from core.learning.experts.expert import Outlook
from core.learning.numbers import LEVELS, NumberCalibration

FAR = 5.0


def test_intervals_hold_what_they_say() -> None:
    """On fresh residuals, whatever their true width and tails, and whatever was claimed."""
    chance = np.random.default_rng(1)
    for width, freedom in ((1.0, 1e3), (3.0, 1e3), (0.4, 3.0)):
        held = np.zeros(len(LEVELS))
        for _ in range(40):
            truths = width * chance.standard_t(freedom, size=300)
            calibration = NumberCalibration.fit([_outlook(100)], truths[:100], 1.0)
            held += [(np.abs(truths[100:]) <= half).mean() for half in calibration.halves]
        # A claim that is too wide counts as ten residuals, so that it errs on the safe side.
        assert np.all(held / 40 - LEVELS > -0.02)
        assert np.all(held / 40 - LEVELS < 0.05)


def test_few_residuals_leave_about_what_was_claimed() -> None:
    claimed = NumberCalibration.fit([_outlook(0)], np.empty(0), 1.0)
    expected = student.quantiles((1 + np.array(LEVELS)) / 2, 20.0)
    assert np.all(np.array(claimed.halves) >= expected)
    assert np.all(np.array(claimed.halves) < 1.6 * expected)
    one = NumberCalibration.fit([_outlook(1)], np.array([0.1]), 1.0)
    assert one.halves == pytest.approx(claimed.halves, rel=0.2)


def test_a_flattered_record_is_widened() -> None:
    truths = np.random.default_rng(2).normal(size=200)
    plain = NumberCalibration.fit([_outlook(200)], truths, 1.0)
    strained = NumberCalibration.fit([_outlook(200)], truths, 1.5)
    assert np.all(np.array(strained.halves) > 1.2 * np.array(plain.halves))


def test_the_expert_that_was_right_gets_the_weight() -> None:
    truths = np.random.default_rng(3).normal(size=80)
    right = _outlook(80, centers=truths + 0.05)
    calibration = NumberCalibration.fit([_outlook(80), right], truths, 1.0)
    assert calibration.weights[1] > 0.9
    assert calibration.locate([_outlook(1), _outlook(1, centers=np.array([4.0]))]).centers[0] > 3.5


def test_disagreeing_experts_are_less_sure() -> None:
    alike = NumberCalibration(
        weights=np.array([0.5, 0.5]), width=1.0, freedom=20.0, halves=(1.3, 1.7), median=0.7
    )
    agreed = alike.locate([_outlook(1), _outlook(1)])
    torn = alike.locate([_outlook(1, centers=np.array([at])) for at in (-FAR, FAR)])
    assert torn.centers[0] == agreed.centers[0] == 0.0
    assert torn.scales[0] == pytest.approx(np.sqrt(1 + FAR**2))


def test_the_likelihood_is_a_density() -> None:
    calibration = NumberCalibration.fit(
        [_outlook(50)], np.random.default_rng(4).normal(size=50), 1.0
    )
    grid = np.linspace(-400.0, 400.0, 400_001)
    located = calibration.locate([_outlook(1)])
    heights = np.exp(calibration.log_likelihood(located, grid))
    assert np.trapezoid(heights, grid) == pytest.approx(1.0, abs=2e-3)


def test_the_usual_distance_is_not_moved_by_a_few_that_are_far_off() -> None:
    truths = np.random.default_rng(5).normal(size=200)
    plain = NumberCalibration.fit([_outlook(200)], truths, 1.0)
    truths[:10] = 100.0
    spoiled = NumberCalibration.fit([_outlook(200)], truths, 1.0)
    assert plain.median == pytest.approx(0.6745, rel=0.15)
    assert spoiled.median == pytest.approx(plain.median, rel=0.15)


def _outlook(count: int, *, centers: NDArray[np.float64] | None = None) -> Outlook:
    """Return a claim of width 1 and 20 degrees of freedom."""
    middle = np.zeros(count) if centers is None else centers
    return Outlook(centers=middle[:, None], scales=np.ones(len(middle)), freedom=20.0)


def test_the_likeliest_width_is_found_as_if_all_were_tried() -> None:
    chance = np.random.default_rng(8)
    for count in (0, 3, 40, 500):
        for freedom in (3.0, 7.5, 60.0):
            spread = float(np.exp(1.5 * chance.normal()))
            residuals = spread * chance.standard_t(freedom, size=count + 10)
            counts = np.ones(count + 10)
            heights = {
                (width, free): float(
                    student.log_density(residuals / width, free) @ counts
                    - len(residuals) * np.log(width)
                )
                for free in (freedom, *numbers._FREEDOMS)
                for width in numbers._WIDTHS.tolist()
            }
            assert numbers._likeliest(residuals, counts, freedom) == max(
                heights, key=lambda one: heights[one]
            )
