import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.learning.experts.posterior import REFRESH_EVERY, Posterior
from tests.core.learning.experts.plainly import Matrix, regression

CPU = torch.device("cpu")


def test_it_is_the_textbooks_posterior() -> None:
    for count, width in ((1, 6), (5, 6), (40, 6)):
        rows, targets = _drawn(count, width)
        posterior = _taught(rows, targets)
        _assert_same(posterior, rows, targets)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["put", "take"]), st.integers(0, 19)), max_size=60))
def test_rank_one_changes_equal_a_refit(moves: list[tuple[str, int]]) -> None:
    rows, targets = _drawn(20, 8)
    posterior, there = Posterior(8, 2, CPU), set[int]()
    for move, at in moves:
        row, target = torch.tensor(rows[at : at + 1]), torch.tensor(targets[at : at + 1])
        if move == "put" and at not in there:
            posterior.observe(row, target)
            there.add(at)
        elif move == "take" and at in there:
            posterior.forget(row, target)
            there.remove(at)
    kept = sorted(there)
    _assert_same(posterior, rows[kept], targets[kept])


def test_thousands_of_changes_gather_no_rounding() -> None:
    rows, targets = _drawn(60, 12)
    posterior = _taught(rows, targets)
    for at in range(5 * REFRESH_EVERY):
        one = slice(at % 60, at % 60 + 1)
        posterior.forget(torch.tensor(rows[one]), torch.tensor(targets[one]))
        posterior.observe(torch.tensor(rows[one]), torch.tensor(targets[one]))
    _assert_same(posterior, rows, targets)


def test_one_row_that_outweighs_all_others_can_be_forgotten() -> None:
    rows, targets = _drawn(10, 4)
    posterior = _taught(rows, targets)
    giant = torch.tensor([[1e3, -1e3, 1e3, 3.0]], dtype=torch.float64)
    posterior.observe(giant, torch.ones(1, 2, dtype=torch.float64))
    posterior.forget(giant, torch.ones(1, 2, dtype=torch.float64))
    _assert_same(posterior, rows, targets, close=1e-6)


def test_many_rows_at_once_equal_one_by_one() -> None:
    rows, targets = _drawn(30, 64)
    together, apart = _taught(rows, targets), Posterior(64, 2, CPU)
    for at in range(30):
        apart.observe(torch.tensor(rows[at : at + 1]), torch.tensor(targets[at : at + 1]))
    assert torch.allclose(together.covariance, apart.covariance)
    assert torch.allclose(together.weights, apart.weights)
    assert torch.allclose(together.rate, apart.rate)


def test_an_output_that_comes_later_was_zero_before() -> None:
    rows, targets = _drawn(12, 5)
    targets[:9, 1] = 0.0
    posterior = _taught(rows[:9], targets[:9, :1])
    posterior.observe(torch.tensor(rows[9:]), torch.tensor(targets[9:]))
    _assert_same(posterior, rows, targets)


def test_outputs_that_go_take_nothing_with_them() -> None:
    rows, targets = _drawn(12, 5, outputs=3)
    posterior = _taught(rows, targets)
    posterior.keep([0, 2, 7])
    _assert_same(posterior, rows, targets[:, [0, 2]])


def test_with_nothing_observed_it_is_the_prior() -> None:
    _assert_same(Posterior(3, 2, CPU), np.empty((0, 3)), np.empty((0, 2)))


def _drawn(count: int, width: int, *, outputs: int = 2) -> tuple[Matrix, Matrix]:
    chance = np.random.default_rng(11)
    return chance.normal(size=(count, width)), chance.normal(size=(count, outputs))


def _taught(rows: Matrix, targets: Matrix) -> Posterior:
    posterior = Posterior(rows.shape[1], 0, CPU)
    posterior.observe(torch.tensor(rows), torch.tensor(targets))
    return posterior


def _assert_same(
    posterior: Posterior, rows: Matrix, targets: Matrix, *, close: float = 1e-8
) -> None:
    covariance, weights, rate, shape = regression(rows, targets)
    assert posterior.covariance.numpy() == pytest.approx(covariance, abs=close)
    assert posterior.weights.numpy() == pytest.approx(weights, abs=close)
    assert posterior.rate.numpy() == pytest.approx(rate, abs=close)
    assert posterior.shape == shape
