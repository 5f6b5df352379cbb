"""One absurd lesson in a hundred, beside the same lessons without it.

``python -m tests.benchmarks.odd --data DIR [--sets a,b] [--sizes 50,200] [--out F.csv]``

The absurd lessons are either among those that a learner is fitted to, or taught after the fit.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import numpy as np
import torch
from rich.console import Console

from core.domain.example import Example
from core.domain.forecast import Forecast, NumberForecast
from core.domain.task import Truth
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.learning.learner import Learner
from tests.benchmarks.reports import print_lines, write_lines
from tests.benchmarks.scores import scored
from tests.benchmarks.tables import DataSet, described, load

POOL = 3_000
"""The rows are drawn from so many."""
ASKED = 200
SHARE = 0.01
MISSING = 4
CONFIG = LearnerConfig(device="cpu")


class Oddity(StrEnum):
    """What is wrong with a lesson. Where the truth is a label, it is another label."""

    TENFOLD = "10 x"
    THOUSANDFOLD = "1000 x"
    SIGN = "sign"
    SWAPPED = "swapped columns"
    GAPS = "gaps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What some odd lessons of one kind cost on one table."""

    dataset: str
    rows: int
    oddity: Oddity
    when: str
    """Whether the odd lessons were fitted to, or taught after the fit."""
    loss: float
    """Mean absolute error, or log loss, over that without the odd lessons."""
    rmse: float | None
    """Root mean squared error over that without them; None for labels."""
    move: float
    """The largest move of an answer: in the part of its 80 % interval on that side, or, of labels,
    of a probability."""

    def row(self) -> dict[str, object]:
        """Return it as a line of a table."""
        named = {name: getattr(self, name) for name in self.__slots__}
        return {
            name: f"{value:.4g}" if isinstance(value, float) else "" if value is None else value
            for name, value in named.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errors:
    forecasts: Sequence[Forecast]
    loss: float
    rmse: float | None


def measured(data: DataSet, rows: int, seed: int) -> Iterator[Result]:
    """Yield what each kind of odd lessons costs."""
    chance = np.random.default_rng(seed)
    order = chance.permutation(len(data))
    taught, asked = sorted(order[:rows].tolist()), order[rows : rows + ASKED].tolist()
    clean = data.examples(taught)
    learner = fit(data.task, clean, config=CONFIG)
    usual = _errors(learner, data, taught, asked)
    spoiled = chance.permutation(rows)[: max(1, round(SHARE * rows))].tolist()
    for oddity in Oddity:
        odd = {place: odd_lesson(clean[place], oddity, data, chance) for place in spoiled}
        lessons = [odd.get(place, one) for place, one in enumerate(clean)]
        later = learner.copy()
        later.observe(list(odd.values()))
        for when, found in (("fitted", fit(data.task, lessons, config=CONFIG)), ("after", later)):
            now = _errors(found, data, taught, asked)
            yield Result(
                dataset=data.name,
                rows=rows,
                oddity=oddity,
                when=when,
                loss=now.loss / usual.loss,
                rmse=now.rmse / usual.rmse if now.rmse and usual.rmse else None,
                move=_largest_move(usual.forecasts, now.forecasts),
            )


def odd_lesson(
    lesson: Example, oddity: Oddity, data: DataSet, chance: np.random.Generator
) -> Example:
    """Return a lesson with something absurd in it."""
    if oddity is Oddity.SWAPPED:
        keys = [field.key for field in data.task.fields if field.key in lesson.values]
        numbers = [key for key in keys if isinstance(lesson.values[key], float)]
        if len(numbers) < 2:
            return replace(lesson, target=odd_truth(lesson, oddity, data, chance))
        first, second = (numbers[at] for at in chance.choice(len(numbers), 2, replace=False))
        exchanged = {first: lesson.values[second], second: lesson.values[first]}
        return replace(lesson, values={**lesson.values, **exchanged})
    values = dict(lesson.values)
    if oddity is Oddity.GAPS:
        keys = sorted(values)
        count = min(MISSING, len(keys) - 1)
        for at in chance.choice(len(keys), count, replace=False):
            del values[keys[at]]
    return replace(lesson, values=values, target=odd_truth(lesson, oddity, data, chance))


def odd_truth(lesson: Example, oddity: Oddity, data: DataSet, chance: np.random.Generator) -> Truth:
    """Return what a lesson's truth surely is not."""
    if not data.is_number:
        others = sorted({str(truth) for truth in data.truths} - {str(lesson.target)})
        return others[int(chance.integers(len(others)))]
    factors = {Oddity.THOUSANDFOLD: 1000.0, Oddity.SIGN: -1.0}
    return factors.get(oddity, 10.0) * float(lesson.target or 0.0)


def _errors(
    learner: Learner, data: DataSet, taught: Sequence[int], asked: Sequence[int]
) -> _Errors:
    forecasts = [one.forecast for one in learner.predict([data.values[row] for row in asked])]
    known = [data.truths[row] for row in taught]
    outcomes = [scored(f, data.truths[row], known) for f, row in zip(forecasts, asked, strict=True)]
    if not data.is_number:
        losses = [one.logloss for one in outcomes]
        return _Errors(forecasts=forecasts, loss=float(np.mean(losses)), rmse=None)
    losses = [one.loss for one in outcomes]
    rmse = float(np.sqrt(np.mean(np.square(losses))))
    return _Errors(forecasts=forecasts, loss=float(np.mean(losses)), rmse=rmse)


def _largest_move(before: Sequence[Forecast], after: Sequence[Forecast]) -> float:
    return max(_move(one, other) for one, other in zip(before, after, strict=True))


def _move(before: Forecast, after: Forecast) -> float:
    if isinstance(before, NumberForecast) and isinstance(after, NumberForecast):
        interval, moved = before.interval(0.8), after.center - before.center
        side = interval.high - before.center if moved > 0 else before.center - interval.low
        return abs(moved) / max(side, 1e-12)
    old, new = _probabilities(before), _probabilities(after)
    return max(abs(new.get(label, 0.0) - p) for label, p in old.items())


def _probabilities(forecast: Forecast) -> dict[str, float]:
    return {} if isinstance(forecast, NumberForecast) else dict(forecast.probabilities)


def show(results: Sequence[Result], console: Console) -> None:
    """Print every result, the dearest first, and what they come to."""
    lines = [one.row() for one in sorted(results, key=lambda one: -one.loss)]
    print_lines(lines, console)
    groups = dict.fromkeys((one.rows, one.rmse is None, one.when) for one in results)
    for rows, is_label, when in sorted(groups):
        some = [
            one
            for one in results
            if (one.rows, one.rmse is None, one.when) == (rows, is_label, when)
        ]
        parts = [f"{rows} rows, {'labels' if is_label else 'numbers'}, {when}:"]
        parts.append(f"loss {_mean([one.loss for one in some]):.3f}")
        if not is_label:
            parts.append(f"RMSE {_mean([one.rmse or 1.0 for one in some]):.3f}")
        parts.append(f"above 1.03: {sum(one.loss > 1.03 for one in some)} of {len(some)}")
        parts.append(f"largest move {max(one.move for one in some):.2f}")
        console.print(" ".join(parts))


def _mean(ratios: Sequence[float]) -> float:
    return float(np.exp(np.mean(np.log(ratios))))


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    asked = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    console = Console(highlight=False, width=140)
    results: list[Result] = []
    for what in described(asked.data, asked.sets):
        data = load(asked.data, what, POOL)
        if "text" not in dict(what["columns"]).values():  # type: ignore[call-overload]
            for rows in asked.sizes:
                results += measured(data, rows, asked.seed)
    show(results, console)
    write_lines(asked.out, [one.row() for one in results])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.odd", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with a data.json")
    parser.add_argument("--sets", type=lambda text: text.split(","), default=[])
    parser.add_argument(
        "--sizes", type=lambda text: [int(one) for one in text.split(",")], default=[50, 200]
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="a CSV file to write, a line for each oddity")
    return parser


if __name__ == "__main__":
    main()
