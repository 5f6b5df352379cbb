import math
from dataclasses import replace

import pytest

from core.domain.task import TargetKind
from tests.benchmarks import neural
from tests.benchmarks.batch import PEERS, Result, measured, ratios
from tests.benchmarks.cost import measure
from tests.benchmarks.test_peers import a_table


@pytest.mark.parametrize("kind", [TargetKind.NUMBER, TargetKind.CATEGORY])
def test_a_fit_is_tested_on_the_last_fifth_beside_the_peers(
    kind: TargetKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neural, "MOST_EPOCHS", 3)
    ours, *peers = measured(a_table(60, kind), 40, peers=list(PEERS))
    assert [one.model for one in (ours, *peers)] == ["apprentice", "lightgbm", "catboost", "tabm"]
    if kind is TargetKind.NUMBER:
        assert ours.r2 is not None
        assert ours.r2 > 0.5
        assert ours.cov80 is not None
        assert peers[0].cov80 is None
        assert ours.row()["acc"] == ""
    else:
        assert ours.acc is not None
        assert ours.acc > 0.5
        assert ours.ece is not None


def test_ours_is_held_against_the_best_peer() -> None:
    ours = Result(
        dataset="a", task="regression", model="apprentice", n=50, mae=1.0, fit_s=0.0, pred1_ms=0.0
    )
    peers = [replace(ours, model="lightgbm", mae=4.0), replace(ours, model="catboost", mae=2.0)]
    assert ratios([ours, *peers], 50, "mae") == [0.5]
    assert ratios([ours, *peers], 50, "logloss") == []
    assert ratios([ours], 50, "mae") == []


def test_costs_are_measured_of_each_part() -> None:
    cost = measure(30, 5, repeats=2, with_peers=True)
    assert cost.peers is not None
    figures = (cost.observe_s, cost.predict_s, cost.fit_s, cost.begin_s)
    for one in (*figures, cost.peers.ridge_s, cost.peers.lightgbm_s):
        assert math.isfinite(one)
        assert one > 0
    assert math.isfinite(cost.peak_mib)  # so little may fit into what was freed before
    assert len(cost.cells()) == 10
