import math
from io import StringIO

import pytest
from rich.console import Console

from tests.benchmarks.scores import (
    Outcome,
    Scores,
    calibration_error,
    print_means,
    scored_labels,
    scored_number,
)


def test_a_stream_of_numbers_is_scored_against_the_running_median() -> None:
    outcomes = [scored_number(2.0, 3.0, [1.0]), scored_number(3.0, 3.0, [1.0, 3.0])]
    assert [o.loss for o in outcomes] == [1.0, 0.0]
    assert [o.naive for o in outcomes] == [2.0, 1.0]
    row = next(Scores.of("set", "model", outcomes).rows())
    assert row["rel_mae"] == pytest.approx(1 / 3, abs=1e-6)
    assert row["rel_rmse"] == pytest.approx(math.sqrt(1 / 5), abs=1e-6)
    assert (row["n"], row["n_actual"], row["acc"]) == (20, 3, "")


def test_windows_count_the_rows_since_the_checkpoint_before() -> None:
    outcomes = [Outcome(is_number=False, loss=float(row < 19), naive=1.0) for row in range(49)]
    scores = Scores.of("set", "model", outcomes)
    assert scores.by_checkpoint() == {20: 0.0, 50: 1.0}
    assert scores.by_checkpoint(windowed=False)[50] == pytest.approx(30 / 49)


def test_labels_are_scored_by_the_probability_of_the_truth() -> None:
    one = scored_labels({"a": 0.75, "b": 0.25}, "b", ["a", "b", "b"])
    assert (one.loss, one.naive, one.confidence) == (1.0, 0.0, 0.75)
    assert one.logloss == pytest.approx(math.log(4))
    assert scored_labels({"a": 1.0}, "new", ["a"]).logloss == pytest.approx(6 * math.log(10))
    assert scored_labels({}, "a", ["a"]).loss == 1.0


def test_being_as_sure_as_right_is_calibrated() -> None:
    sure = [
        Outcome(is_number=False, loss=float(row == 0), naive=0.0, confidence=0.75)
        for row in range(4)
    ]
    assert calibration_error(sure) == pytest.approx(0.0)
    assert calibration_error(sure[1:]) == pytest.approx(0.25)


def test_each_measure_is_printed_of_the_kind_of_target_that_has_it() -> None:
    console = Console(record=True, width=140, file=StringIO())
    numbers = [scored_number(2.0, 3.0, [1.0]) for _ in range(30)]
    labels = [scored_labels({"a": 0.75, "b": 0.25}, "b", ["a"]) for _ in range(30)]
    print_means([Scores.of("one", "m", numbers), Scores.of("two", "m", labels)], console)
    printed = console.export_text()
    for name in ("relative error", "relative RMSE", "accuracy", "log loss", "calibration error"):
        assert f"mean {name} by window (1 sets)" in printed
    assert "1.386" in printed  # the log loss of a quarter
