import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.learning.scale import CLIP, LARGEST, POWERS, TargetScale

NUMBERS = st.floats(-1e15, 1e15)
BENT = pytest.mark.parametrize("power", POWERS)
PRICES = np.array([180e3, 210e3, 250e3, 265e3, 310e3, 420e3, 1.2e6])


@BENT
@settings(max_examples=30, deadline=None)
@given(st.floats(-1e7, 1e7))
def test_back_and_forth_is_the_same_number(power: float, number: float) -> None:
    scale = TargetScale.fit(PRICES, power=power)
    (back,) = scale.inverse(scale.forward(np.array([number])))
    assert back == pytest.approx(number, rel=1e-6, abs=1e-3)


@BENT
@settings(max_examples=30, deadline=None)
@given(st.floats(-11.0, 11.0))
def test_forth_and_back_is_the_same_step(power: float, z: float) -> None:
    scale = TargetScale(power=power, center=1.0, scale=0.3)
    assert scale.forward(scale.inverse(np.array([z])))[0] == pytest.approx(z, abs=1e-6)


@BENT
@settings(max_examples=30, deadline=None)
@given(st.lists(NUMBERS, min_size=2, max_size=8, unique=True))
def test_it_keeps_the_order(power: float, numbers: list[float]) -> None:
    steps = TargetScale.fit(PRICES, power=power).forward(np.sort(np.array(numbers)))
    assert np.all(np.diff(steps) >= 0)
    assert np.all(np.isfinite(steps))


@BENT
@pytest.mark.parametrize("number", [-3e6, -500.0, -1.0, 0.5, 7.0, 2e5, 9e5, 4e6])
def test_the_slope_is_the_derivative(power: float, number: float) -> None:
    scale = TargetScale.fit(PRICES, power=power)
    step = 1e-5 * max(abs(number), 1.0)
    low, high = scale.forward(np.array([number - step, number + step]))
    (found,) = scale.log_slope(np.array([number]))
    assert found == pytest.approx(np.log((high - low) / (2 * step)), abs=1e-4)


@BENT
def test_a_density_on_the_scale_is_one_in_the_unit(power: float) -> None:
    """The Jacobian keeps the mass: a normal of width 1 about the centre, integrated in euro."""
    scale = TargetScale.fit(PRICES, power=power)
    numbers = scale.inverse(np.linspace(-6.0, 6.0, 20_001))
    z = scale.forward(numbers)
    density = np.exp(-0.5 * np.square(z) + scale.log_slope(numbers)) / np.sqrt(2 * np.pi)
    assert np.trapezoid(density, numbers) == pytest.approx(1.0, abs=1e-3)


@BENT
@settings(max_examples=30, deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_whatever_is_answered_is_finite(power: float, z: float) -> None:
    (number,) = TargetScale(power=power, center=3.0, scale=1e9).inverse(np.array([z]))
    assert abs(number) <= LARGEST


@BENT
def test_an_absurd_number_counts_a_little_more_than_a_far_one(power: float) -> None:
    scale = TargetScale.fit(PRICES, power=power)
    assert scale.forward(np.array([1e15]))[0] < CLIP + 30


@BENT
@pytest.mark.parametrize("truths", [[], [5.0], [2.0] * 9, [1e15, -1e15], [0.0, 1e-300]])
def test_few_or_equal_numbers_have_a_scale(power: float, truths: list[float]) -> None:
    scale = TargetScale.fit(np.array(truths), power=power)
    assert scale.scale > 0
    assert np.all(np.isfinite(scale.forward(np.array([*truths, 1.0]))))
    assert np.all(np.isfinite(scale.log_slope(np.array([*truths, 1.0]))))
