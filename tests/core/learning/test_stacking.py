import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.learning.stacking import LEAST, SEASONED_FOR_NUMBERS, stacking_weights

CHANCE = np.random.default_rng(8)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 6), st.integers(1, 4), st.integers(0, 99))
def test_weights_are_shares(rows: int, parts: int, seed: int) -> None:
    densities = np.random.default_rng(seed).normal(0.0, 50.0, size=(rows, parts))
    weights = stacking_weights(densities)
    assert weights.shape == (parts,)
    assert weights.sum() == pytest.approx(1.0)
    assert np.all((weights == 0) | (weights >= LEAST))


def test_the_better_part_takes_all_where_it_is_always_better() -> None:
    worse = CHANCE.normal(size=400)
    first, second = stacking_weights(np.stack([worse, worse + 4.0], axis=1))
    assert (first, second) == (0.0, 1.0)


def test_parts_that_are_right_in_turn_share() -> None:
    densities = np.array([[0.0, -5.0], [-5.0, 0.0]] * 200)
    assert stacking_weights(densities) == pytest.approx([0.5, 0.5], abs=0.02)


def test_a_short_record_is_not_trusted_and_a_long_one_is() -> None:
    lucky = np.array([[-9.0, -1.0, -1.0, 0.0]])
    short, long = (stacking_weights(lucky.repeat(rows, axis=0)) for rows in (3, 600))
    assert short[1] > short[3]
    assert long[3] > 0.9


def test_no_other_weights_make_the_record_likelier() -> None:
    densities = CHANCE.normal(size=(1_000, 2))
    found = stacking_weights(densities)
    shares = np.linspace(0.0, 1.0, 1_001)
    tried = np.log(np.exp(densities) @ np.stack([shares, 1 - shares])).sum(axis=0)
    reached = np.log(np.exp(densities) @ found).sum()
    assert reached >= tried.max() - 0.5


def test_without_a_record_the_straight_line_counts() -> None:
    rule, line, kernel = stacking_weights(np.empty((0, 3)))
    assert rule + line == pytest.approx(1.0)
    assert line > 0.9
    assert kernel == 0.0


def test_six_numbers_speak_for_all_parts_alike_and_three_for_the_line() -> None:
    three, six = (stacking_weights(np.zeros((rows, 4)), SEASONED_FOR_NUMBERS) for rows in (3, 6))
    assert three[1] > 0.9
    assert six[1:] == pytest.approx([six[1]] * 3)
    labels = stacking_weights(np.zeros((6, 4)))
    assert labels[1] > 2 * labels[3]


def test_densities_of_any_size_do_not_overflow() -> None:
    weights = stacking_weights(np.array([[-1e5 - 900.0, -1e5], [-800.0, 799.0]]))
    assert weights == pytest.approx([0.02, 0.98], abs=0.02)
