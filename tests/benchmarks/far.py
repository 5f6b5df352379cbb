"""Questions beyond what was taught: each table sorted by a field, its lower part taught.

``python -m tests.benchmarks.far --data DIR [--sets a,b] [--rows N] [--fields N] [--out F.csv]``
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from rich.console import Console

from core.domain.fields import FieldKind
from core.domain.forecast import NumberForecast
from core.domain.identity import FieldKey
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from tests.benchmarks.reports import print_lines, write_lines
from tests.benchmarks.scores import scored
from tests.benchmarks.tables import DataSet, described, load

POOL = 3_000
"""The rows are drawn from so many."""
TAUGHT = 0.7
CONFIG = LearnerConfig(device="cpu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One table sorted by one field."""

    dataset: str
    field: str
    mae: float
    naive: float
    """Mean absolute error of the taught median."""
    cov80: float
    cov90: float
    width: float
    """Mean width of the 80 % interval, in mean widths at the taught rows."""
    negative: float
    """The share of 80 % intervals that reach below zero, where no taught truth does."""

    def row(self) -> dict[str, object]:
        """Return it as a line of a table."""
        named = {name: getattr(self, name) for name in self.__slots__}
        return {
            name: f"{value:.4g}" if isinstance(value, float) else value
            for name, value in named.items()
        }


def measured(data: DataSet, rows: int, fields: int, seed: int) -> Iterator[Result]:
    """Yield how the upper part is answered, for some of the fields that are numbers."""
    chance = np.random.default_rng(seed)
    drawn = chance.permutation(len(data))[:rows].tolist()
    numbers = [field.key for field in data.task.fields if field.kind is FieldKind.NUMBER]
    for at in chance.permutation(len(numbers))[:fields].tolist():
        yield _result(data, numbers[at], _sorted_by(data, numbers[at], drawn))


def _sorted_by(data: DataSet, key: FieldKey, rows: Sequence[int]) -> list[int]:
    """Return the rows that have this field, the lowest first."""
    known = {row: data.values[row][key] for row in rows if key in data.values[row]}
    return sorted(known, key=lambda row: (float(str(known[row])), row))


def _result(data: DataSet, key: FieldKey, order: Sequence[int]) -> Result:
    taught, asked = order[: int(TAUGHT * len(order))], order[int(TAUGHT * len(order)) :]
    learner = fit(data.task, data.examples(sorted(taught)), config=CONFIG)
    known = [float(data.truths[row]) for row in taught]
    far = [one.forecast for one in learner.predict([data.values[row] for row in asked])]
    near = [one.forecast for one in learner.predict([data.values[row] for row in taught])]
    outcomes = [scored(f, data.truths[row], known) for f, row in zip(far, asked, strict=True)]
    lows = [one.interval(0.8).low for one in far if isinstance(one, NumberForecast)]
    return Result(
        dataset=data.name,
        field=data.task.field(key).name,
        mae=float(np.mean([one.loss for one in outcomes])),
        naive=float(np.mean([one.naive for one in outcomes])),
        cov80=float(np.mean([bool(one.in_80) for one in outcomes])),
        cov90=float(np.mean([bool(one.in_90) for one in outcomes])),
        width=_width(far) / max(_width(near), 1e-12),
        negative=float(np.mean(np.array(lows) < 0)) if min(known) >= 0 else 0.0,
    )


def _width(forecasts: Sequence[object]) -> float:
    intervals = [one.interval(0.8) for one in forecasts if isinstance(one, NumberForecast)]
    return float(np.mean([one.high - one.low for one in intervals]))


def show(results: Sequence[Result], console: Console) -> None:
    """Print every result, the lowest coverage first, and what they come to."""
    lines = [one.row() for one in sorted(results, key=lambda one: one.cov80)]
    print_lines(lines, console)
    held = np.array([one.cov80 for one in results])
    error = np.exp(np.mean([np.log(one.mae / max(one.naive, 1e-12)) for one in results]))
    console.print(
        f"80 % interval holds {held.mean():.3f}, below .70 on {np.sum(held < 0.7)} of {len(held)}; "
        f"relative error {error:.3f}; width {np.mean([one.width for one in results]):.2f}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    asked = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    console = Console(highlight=False, width=140)
    results: list[Result] = []
    for what in described(asked.data, asked.sets):
        if what["task"] == "regression":
            data = load(asked.data, what, POOL)
            results += measured(data, asked.rows, asked.fields, asked.seed)
    show(results, console)
    write_lines(asked.out, [one.row() for one in results])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.far", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with a data.json")
    parser.add_argument("--sets", type=lambda text: text.split(","), default=[])
    parser.add_argument("--rows", type=int, default=300, help="taught and asked together")
    parser.add_argument("--fields", type=int, default=4, help="of each table, drawn by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="a CSV file to write, a line for each field")
    return parser


if __name__ == "__main__":
    main()
