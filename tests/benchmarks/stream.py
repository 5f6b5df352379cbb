"""Predict, then teach, one row after the other: the learner as the product uses it.

``python -m tests.benchmarks.stream --data DIR [--sets a,b] [--rows N] [--peers] [--out F.csv]``

The product's own schedule decides when the learner is fitted anew, here in place.
"""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import torch
from rich.console import Console

from core.domain.forecast import Answer
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.learning.learner import Learner
from core.retraining.schedule import ScheduleFacts, why_due
from tests.benchmarks.scores import CHECKPOINTS, Outcome, Scores, print_means, scored
from tests.benchmarks.tables import DataSet, described, load

LONG_AGO = timedelta(hours=1)
OURS = "apprentice"


@dataclass(slots=True)
class Streamed:
    """What came of one stream."""

    outcomes: list[Outcome] = field(default_factory=list)
    learn_s: list[float] = field(default_factory=list)
    predict_s: list[float] = field(default_factory=list)
    fit_s: list[tuple[int, float]] = field(default_factory=list)


def stream(data: DataSet, config: LearnerConfig) -> Streamed:
    """Return what the learner says of each row before it is taught."""
    found = Streamed()
    learner = Learner(data.task, config)
    last_fit = 0
    for row in range(len(data)):
        if row:
            start = perf_counter()
            answer = learner.predict([data.values[row]])[0]
            found.predict_s.append(perf_counter() - start)
            found.outcomes.append(outcome(data, row, answer))
        start = perf_counter()
        learner.observe([data.example(row)])
        found.learn_s.append(perf_counter() - start)
        if is_due(row + 1, last_fit):
            start = perf_counter()
            warm = learner if learner.fit else None
            learner = fit(data.task, data.examples(range(row + 1)), config=config, warm=warm)
            last_fit = row + 1
            found.fit_s.append((last_fit, perf_counter() - start))
    return found


def is_due(taught: int, last_fit: int) -> bool:
    """Return whether the product would retrain now, were enough time gone by."""
    facts = ScheduleFacts(active=taught, changed=taught - last_fit, since_end=LONG_AGO)
    return why_due(facts) is not None


def outcome(data: DataSet, row: int, answer: Answer) -> Outcome:
    """Return how an answer did."""
    return scored(answer.forecast, data.truths[row], data.truths[:row])


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    asked = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    console = Console(highlight=False, width=140)
    scores: list[Scores] = []
    for what in described(asked.data, asked.sets):
        data = load(asked.data, what, asked.rows)
        found = stream(data, LearnerConfig(device=asked.device))
        timed = Scores.of(data.name, OURS, found.outcomes, found.learn_s, found.predict_s)
        scores.append(timed)
        console.print(f"{timed.line()}  fit {found.fit_s[-1][1] if found.fit_s else 0:.2f} s")
        if asked.peers:
            from tests.benchmarks.peers import stream_peers

            for peer in stream_peers(data):
                scores.append(peer)
                console.print(peer.line())
    print_means(scores, console)
    if asked.out:
        with Path(asked.out).open("w", encoding="utf-8", newline="") as file:
            rows = [row for one in scores for row in one.rows()]
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.stream", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with a data.json")
    parser.add_argument("--sets", type=lambda text: text.split(","), default=[])
    parser.add_argument("--rows", type=int, default=CHECKPOINTS[-1])
    parser.add_argument(
        "--peers", action="store_true", help="LightGBM, CatBoost, lines and river too"
    )
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--out", help="a CSV file to write, a line for each set and checkpoint")
    return parser


if __name__ == "__main__":
    main()
