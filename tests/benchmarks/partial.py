"""Questions that give some fields only, beside a learner that was taught those fields alone.

``python -m tests.benchmarks.partial --data DIR [--sets a,b] [--rows N] [--draws N] [--out F.csv]``
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console

from core.domain.fields import Values
from core.domain.forecast import NumberForecast
from core.domain.identity import FieldKey
from core.domain.task import Truth
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.learning.learner import Learner
from tests.benchmarks.reports import print_lines, write_lines
from tests.benchmarks.scores import scored
from tests.benchmarks.tables import DataSet, described, load

POOL = 3_000
"""The rows that are taught and asked are drawn from so many."""
NOT_TABLES = "text"
CONFIG = LearnerConfig(device="cpu")
IMAGINED = 0.5
"""Imagined rows of each label in the base rate. Source: Jeffreys' prior."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One choice of fields of one table."""

    dataset: str
    fields: int
    given: int
    loss: float
    """Mean absolute error, or log loss, of the learner of all fields asked with these only."""
    columns: float
    """Of a learner that was taught these fields only."""
    base: float
    """Of the median, or the labels' frequencies."""
    columns_error: float
    """Standard error of ``loss - columns``."""
    base_error: float
    """Standard error of ``loss - base``."""
    cov80: float | None
    """The share of truths in the 80 % intervals; None for categories."""
    columns_cov80: float | None
    first_ms: float
    """How long the first answer with these fields took."""
    answer_ms: float
    """How long each further one took."""

    @property
    def ratio(self) -> float:
        """Error beside that of the learner taught these fields only."""
        return self.loss / max(self.columns, 1e-12)

    @property
    def is_worse_than_base(self) -> bool:
        """Whether it is behind the base rate by more than two standard errors."""
        return self.loss - self.base > 2.0 * self.base_error

    def row(self) -> dict[str, object]:
        """Return it as a line of a table."""
        named = {name: getattr(self, name) for name in self.__slots__} | {"ratio": self.ratio}
        return {
            name: f"{value:.4g}" if isinstance(value, float) else "" if value is None else value
            for name, value in named.items()
        }


def measured(data: DataSet, rows: int, asked: int, draws: int, seed: int) -> Iterator[Result]:
    """Yield how each choice of fields does; the choices range from one field to all but one."""
    chance = np.random.default_rng(seed)
    order = chance.permutation(len(data))
    taught, tested = order[: min(rows, len(data) - asked)].tolist(), order[-asked:].tolist()
    whole = fit(data.task, data.examples(sorted(taught)), config=CONFIG)
    keys = [field.key for field in data.task.fields]
    for place in range(draws):
        count = 1 + round((len(keys) - 2) * place / max(draws - 1, 1))
        chosen = {keys[at] for at in chance.choice(len(keys), size=count, replace=False)}
        yield _result(data, whole, chosen, sorted(taught), tested)


def _result(
    data: DataSet,
    whole: Learner,
    chosen: set[FieldKey],
    taught: Sequence[int],
    tested: Sequence[int],
) -> Result:
    some = _with_fields(data, chosen)
    alone = fit(some.task, some.examples(taught), config=CONFIG)
    asked = [some.values[row] for row in tested]
    truths, known = [data.truths[row] for row in tested], [data.truths[row] for row in taught]
    start = perf_counter()
    whole.predict(asked[:1])
    first_s = perf_counter() - start
    start = perf_counter()
    losses, inside = _judged(whole, asked, truths, known)
    each_s = (perf_counter() - start) / len(asked)
    columns, columns_inside = _judged(alone, asked, truths, known)
    base = _base(truths, known, is_number=data.is_number)
    return Result(
        dataset=data.name,
        fields=len(data.task.fields),
        given=len(chosen),
        loss=float(losses.mean()),
        columns=float(columns.mean()),
        base=float(base.mean()),
        columns_error=_standard_error(losses - columns),
        base_error=_standard_error(losses - base),
        cov80=inside,
        columns_cov80=columns_inside,
        first_ms=1e3 * first_s,
        answer_ms=1e3 * each_s,
    )


def _with_fields(data: DataSet, chosen: set[FieldKey]) -> DataSet:
    fields = tuple(field for field in data.task.fields if field.key in chosen)
    values: list[Values] = [
        {key: value for key, value in one.items() if key in chosen} for one in data.values
    ]
    return replace(data, task=replace(data.task, fields=fields), values=values)


def _judged(
    learner: Learner, asked: Sequence[Values], truths: Sequence[Truth], known: Sequence[Truth]
) -> tuple[NDArray[np.float64], float | None]:
    """Return the loss of each answer, and the share of truths in the 80 % intervals."""
    forecasts = [learner.predict([values])[0].forecast for values in asked]
    outcomes = [scored(f, truth, known) for f, truth in zip(forecasts, truths, strict=True)]
    if isinstance(forecasts[0], NumberForecast):
        return np.array([o.loss for o in outcomes]), float(
            np.mean([bool(o.in_80) for o in outcomes])
        )
    return np.array([o.logloss for o in outcomes]), None


def _base(
    truths: Sequence[Truth], known: Sequence[Truth], *, is_number: bool
) -> NDArray[np.float64]:
    if is_number:
        middle = float(np.median(np.array(known, dtype=np.float64)))
        return np.abs(np.array(truths, dtype=np.float64) - middle)
    counts: Mapping[Truth, int] = Counter(known)
    total = len(known) + IMAGINED * len(counts)
    return np.array([-np.log((counts.get(one, 0) + IMAGINED) / total) for one in truths])


def _standard_error(differences: NDArray[np.float64]) -> float:
    return float(differences.std(ddof=1) / np.sqrt(len(differences)))


def show(results: Sequence[Result], console: Console) -> None:
    """Print every result, the worst ratio first, and what they come to."""
    lines = [one.row() for one in sorted(results, key=lambda one: -one.ratio)]
    print_lines(lines, console)
    ratios = np.array([one.ratio for one in results])
    held = [one.cov80 for one in results if one.cov80 is not None]
    console.print(
        f"ratio to the columns alone: geometric mean {np.exp(np.log(ratios).mean()):.3f}, "
        f"worst {ratios.max():.3f}, above 1.05 {np.sum(ratios > 1.05)} of {len(ratios)}; "
        f"behind the base rate {sum(one.is_worse_than_base for one in results)}; "
        f"80 % interval holds {np.mean(held) if held else float('nan'):.3f}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    asked = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    console = Console(highlight=False, width=160)
    results: list[Result] = []
    for what in described(asked.data, asked.sets):
        if not asked.sets and NOT_TABLES in str(what["task"]):
            continue
        data = load(asked.data, what, POOL)
        for found in measured(data, asked.rows, asked.asked, asked.draws, asked.seed):
            results.append(found)
            console.print(f"{found.dataset:<11} {found.given} of {found.fields}: {found.ratio:.3f}")
    show(results, console)
    write_lines(asked.out, [one.row() for one in results])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.partial", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with a data.json")
    parser.add_argument("--sets", type=lambda text: text.split(","), default=[])
    parser.add_argument("--rows", type=int, default=300, help="taught")
    parser.add_argument("--asked", type=int, default=100)
    parser.add_argument("--draws", type=int, default=3, help="choices of fields of each table")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="a CSV file to write, a line for each choice of fields")
    return parser


if __name__ == "__main__":
    main()
