import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.learning import student

FREEDOMS = (1.0, 2.0, 2.5, 4.0, 7.3, 30.0, 400.0)


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_the_density_holds_all_the_mass(freedom: float) -> None:
    """With r = tan(a) the whole line is an interval."""
    angles = np.linspace(-np.pi / 2, np.pi / 2, 200_001)[1:-1]
    heights = np.exp(student.log_density(np.tan(angles), freedom)) / np.square(np.cos(angles))
    # The ends hold what the open interval leaves out: nothing but for freedom 1, a constant there.
    ends = 2 / math.pi * (angles[1] - angles[0]) / 2 if freedom == 1 else 0.0
    assert np.trapezoid(heights, angles) + ends == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_between_two_quantiles_lies_the_density_of_their_levels(freedom: float) -> None:
    for level in (0.6, 0.8, 0.9, 0.97):
        low, high = student.quantiles(np.array([1.0 - level, level]), freedom)
        inner = np.linspace(low, high, 20_001)
        within = np.trapezoid(np.exp(student.log_density(inner, freedom)), inner)
        assert within == pytest.approx(2.0 * level - 1.0, abs=2e-4)


def test_one_and_two_degrees_are_known_in_closed_form() -> None:
    r = np.array([0.0, 0.5, -2.0, 10.0])
    assert np.exp(student.log_density(r, 1.0)) == pytest.approx(1 / (math.pi * (1 + r**2)))
    assert np.exp(student.log_density(r, 2.0)) == pytest.approx((2 + r**2) ** -1.5)
    p = np.array([0.02, 0.3, 0.5, 0.9])
    assert student.quantiles(p, 1.0) == pytest.approx(np.tan(np.pi * (p - 0.5)), abs=1e-4)
    two = (2 * p - 1) / np.sqrt(2 * p * (1 - p))
    assert student.quantiles(p, 2.0) == pytest.approx(two, abs=1e-4)


@settings(max_examples=30, deadline=None)
@given(st.floats(0.01, 0.99), st.sampled_from(FREEDOMS))
def test_quantiles_are_symmetric(level: float, freedom: float) -> None:
    value, mirrored = student.quantiles(np.array([level, 1.0 - level]), freedom)
    assert value == pytest.approx(-mirrored, rel=1e-6, abs=1e-9)
    assert math.copysign(1, value) == math.copysign(1, level - 0.5) or abs(value) < 1e-9


@pytest.mark.parametrize("freedom", [1_000.0, 1e9])
def test_with_many_degrees_it_is_the_normal(freedom: float) -> None:
    levels = np.array([0.5, 0.758036, 0.975, 0.99865])
    normal = np.array([0.0, 0.7, 1.959964, 3.0])
    assert student.quantiles(levels, freedom) == pytest.approx(normal, abs=2e-2)


def test_shapes_broadcast() -> None:
    r, freedoms = np.zeros((3, 1)), np.array([[1.0, 2.0]])
    assert student.log_density(r, freedoms).shape == (3, 2)
