import numpy as np
import pytest
import torch
from torch import Tensor

from core.learning.experts.evidence import (
    Belief,
    ByRows,
    _ByColumns,
    climb,
    evidence_of,
    grams_of,
    log_belief,
)
from tests.core.learning.experts.plainly import log_student

GROUPS = torch.tensor([0, 0, 1, 2, 2, 2])


def test_it_is_the_density_of_a_multivariate_student() -> None:
    for count in (1, 4, 30):
        rows, targets = _drawn(count)
        strengths = torch.tensor([[0.5, 3.0, 1e-3], [10.0, 0.1, 1.0]], dtype=torch.float64)
        found = evidence_of(rows, targets, GROUPS, 3)(strengths)
        for tried, height in zip(strengths, found, strict=True):
            kernel = np.eye(count) + ((rows * tried[GROUPS]) @ rows.T).numpy()
            expected = sum(log_student(targets[:, at].numpy(), kernel) for at in range(2))
            assert float(height) == pytest.approx(expected, rel=1e-9)


def test_few_rows_and_many_give_the_same_evidence() -> None:
    rows, targets = _drawn(9)
    strengths = torch.tensor([[0.5, 3.0, 1e4]], dtype=torch.float64)
    by_rows = ByRows(grams_of(rows, GROUPS, 3), targets)(strengths)
    by_columns = _ByColumns(rows, targets, GROUPS, 3)(strengths)
    assert float(by_rows) == pytest.approx(float(by_columns), rel=1e-9)


def test_the_climb_reaches_the_top_of_a_hill() -> None:
    def hill(strengths: Tensor) -> Tensor:
        return -100.0 * (strengths.log10() - torch.tensor([1.25, -2.0])).square().sum(dim=1)

    beliefs = [Belief(center=0.0), Belief(center=0.0)]
    found, height = climb(hill, beliefs, torch.zeros(2, dtype=torch.float64), weight=1.0)
    assert found.tolist() == [1.25, -2.0]
    assert height == pytest.approx(float(log_belief(found[None], beliefs)))


def test_the_climb_moves_nothing_that_is_fixed_and_never_falls() -> None:
    rows, targets = _drawn(20)
    beliefs = [Belief(center=0.0), Belief(center=4.0, is_fixed=True), Belief(center=-1.0)]
    start = torch.tensor([0.3, 4.0, -0.7], dtype=torch.float64)
    evidence = evidence_of(rows, targets, GROUPS, 3)
    found, height = climb(evidence, beliefs, start, weight=1.0)
    before = float(evidence(10.0 ** start[None]) + log_belief(start[None], beliefs))
    assert float(found[1]) == 4.0
    assert height > before
    assert start.tolist() == [0.3, 4.0, -0.7]


def test_belief_is_strongest_at_its_centre_and_yields_to_certainty() -> None:
    beliefs = [Belief(center=0.5, spread=0.35)]
    near, off, far = log_belief(torch.tensor([[0.5], [1.5], [11.5]]), beliefs).tolist()
    assert near == 0.0
    assert off < near
    # Ten times as far costs but a few nats more: the tails are heavy.
    assert off - far < 10.0


def _drawn(count: int) -> tuple[Tensor, Tensor]:
    chance = np.random.default_rng(12)
    return (
        torch.tensor(chance.normal(size=(count, len(GROUPS)))),
        torch.tensor(chance.normal(size=(count, 2))),
    )
