"""Fitted once on the first rows of a table, tested on its last fifth: the learner beside peers.

``python -m tests.benchmarks.batch --data DIR [--sets a,b] [--sizes 50,200] [--peers] [--out F]``
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from time import perf_counter

import numpy as np
import torch
from rich.console import Console

from core.domain.forecast import Forecast, NumberForecast
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from tests.benchmarks.boosting import CatBoost, Fitter, LightGbm, fit_peer
from tests.benchmarks.columns import Columns, columns_of
from tests.benchmarks.neural import TabularNetwork
from tests.benchmarks.peers import outcome as peer_outcome
from tests.benchmarks.reports import print_lines, write_lines
from tests.benchmarks.scores import Outcome, calibration_error, scored
from tests.benchmarks.tables import DataSet, described, load

ROWS = 20_000
MOST_TESTED = 2_000
TIMED = 20
OURS = "apprentice"
PEERS: dict[str, Fitter] = {"lightgbm": LightGbm, "catboost": CatBoost, "tabm": TabularNetwork}
COMPARED = ("mae", "rmse", "logloss")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One model, fitted once to so many rows of a set."""

    dataset: str
    task: str
    model: str
    n: int
    rmse: float | None = None
    mae: float | None = None
    r2: float | None = None
    acc: float | None = None
    logloss: float | None = None
    fit_s: float
    pred1_ms: float
    cov80: float | None = None
    cov90: float | None = None
    ece: float | None = None

    def row(self) -> dict[str, object]:
        """Return it as the published measurements have it; what does not apply is empty."""
        named = {name: getattr(self, name) for name in self.__slots__}
        return {name: _rounded(value) for name, value in named.items()}


def measured(data: DataSet, size: int, *, peers: Sequence[str] = ()) -> Iterator[Result]:
    """Yield how the learner, and the peers, do on the last fifth after ``size`` rows."""
    tested = range(len(data) - min(len(data) // 5, MOST_TESTED), len(data))
    yield _ours(data, size, tested)
    columns = columns_of(data)
    for name in peers:
        yield _theirs(data, columns, name, size, tested)


def _ours(data: DataSet, size: int, tested: Sequence[int]) -> Result:
    start = perf_counter()
    learner = fit(data.task, data.examples(range(size)), config=LearnerConfig(device="cpu"))
    fit_s = perf_counter() - start
    forecasts: list[Forecast] = []
    for at in range(0, len(tested), 200):
        asked = [data.values[row] for row in tested[at : at + 200]]
        forecasts.extend(answer.forecast for answer in learner.predict(asked))
    start = perf_counter()
    for row in tested[:TIMED]:
        learner.predict([data.values[row]])
    each_ms = 1e3 * (perf_counter() - start) / len(tested[:TIMED])
    known = data.truths[:size]
    pairs = zip(tested, forecasts, strict=True)
    outcomes = [scored(forecast, data.truths[row], known) for row, forecast in pairs]
    found = _result(data, OURS, size, outcomes, [data.truths[row] for row in tested])
    if isinstance(forecasts[0], NumberForecast):
        found = replace(
            found,
            cov80=fmean(bool(o.in_80) for o in outcomes),
            cov90=fmean(bool(o.in_90) for o in outcomes),
        )
    return replace(found, fit_s=fit_s, pred1_ms=each_ms)


def _theirs(data: DataSet, columns: Columns, name: str, size: int, tested: Sequence[int]) -> Result:
    start = perf_counter()
    model = fit_peer(PEERS[name], columns, range(size))
    fit_s = perf_counter() - start
    guesses = model.predict(tested)
    start = perf_counter()
    for row in tested[:TIMED]:
        model.predict([row])
    each_ms = 1e3 * (perf_counter() - start) / len(tested[:TIMED])
    known = data.truths[:size]
    pairs = zip(tested, guesses, strict=True)
    outcomes = [peer_outcome(guess, data.truths[row], known) for row, guess in pairs]
    found = _result(data, name, size, outcomes, [data.truths[row] for row in tested])
    return replace(found, fit_s=fit_s, pred1_ms=each_ms)


def _result(
    data: DataSet, model: str, size: int, outcomes: Sequence[Outcome], truths: Sequence[object]
) -> Result:
    task = "regression" if data.is_number else "classification"
    blank = Result(dataset=data.name, task=task, model=model, n=size, fit_s=0.0, pred1_ms=0.0)
    if not data.is_number:
        return replace(
            blank,
            acc=1.0 - fmean(o.loss for o in outcomes),
            logloss=fmean(o.logloss for o in outcomes),
            ece=calibration_error(outcomes),
        )
    losses = np.array([o.loss for o in outcomes])
    spread = float(np.var(np.array(truths, dtype=np.float64)))
    mean_square = float(np.square(losses).mean())
    return replace(
        blank,
        rmse=mean_square**0.5,
        mae=float(losses.mean()),
        r2=1.0 - mean_square / spread if spread else 0.0,
    )


def ratios(results: Sequence[Result], size: int, what: str) -> list[float]:
    """Return, for each set with peers, our error over the best peer's; below 1 is better."""
    found = []
    for name in dict.fromkeys(one.dataset for one in results):
        here = [one for one in results if (one.dataset, one.n) == (name, size)]
        errors = {one.model: getattr(one, what) for one in here}
        peers = [error for model, error in errors.items() if model in PEERS and error is not None]
        if peers and errors.get(OURS) is not None:
            found.append(float(errors[OURS]) / max(min(peers), 1e-300))
    return found


def show(results: Sequence[Result], console: Console) -> None:
    """Print every result, and the means of the ratios to the best peer."""
    lines = [one.row() for one in results]
    print_lines(lines, console)
    for size in sorted({one.n for one in results}):
        for what in COMPARED:
            if found := ratios(results, size, what):
                ahead = sum(ratio < 1 for ratio in found)
                console.print(
                    f"{size:>6,} rows: {what} {fmean(found):.3f} x the best peer's, "
                    f"better on {ahead} of {len(found)} sets"
                )


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    asked = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    console = Console(highlight=False, width=180)
    results: list[Result] = []
    for what in described(asked.data, asked.sets):
        data = load(asked.data, what, ROWS)
        for size in asked.sizes:
            if size <= len(data) - len(data) // 5:
                results.extend(measured(data, size, peers=asked.peers))
    show(results, console)
    write_lines(asked.out, [one.row() for one in results])


def _rounded(value: object) -> object:
    if value is None:
        return ""
    return float(f"{value:.6g}") if isinstance(value, float) else value


def _peers(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in PEERS]:
        raise argparse.ArgumentTypeError(f"expected {', '.join(PEERS)}; not {', '.join(unknown)}")
    return names


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.batch", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with a data.json")
    parser.add_argument("--sets", type=lambda text: text.split(","), default=[])
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(one) for one in text.split(",")],
        default=[50, 200, 1_000, 5_000],
    )
    parser.add_argument(
        "--peers",
        nargs="?",
        default=[],
        const=list(PEERS),
        type=_peers,
        help=f"all of {', '.join(PEERS)}, or some of them (TabM takes minutes from 1,000 rows on)",
    )
    parser.add_argument("--out", help="a CSV file to write, a line for each model and size")
    return parser


if __name__ == "__main__":
    main()
