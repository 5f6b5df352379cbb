"""What the learner costs as examples and fields grow, beside refitting what is well known.

``python -m tests.benchmarks.cost [--sizes 200,2000,10000] [--fields 5,20,80] [--large]``

A lesson is followed by an answer, so that each answer includes what the lesson put off. The peers
learn a lesson by fitting all rows again. One thread.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import numpy as np
import psutil
import torch
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import Ridge

from core.domain.fields import Field, FieldKind, Values
from core.domain.identity import CommunityId, TaskId
from core.domain.task import Target, TargetKind, Task, field_key
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from tests.benchmarks.boosting import LightGbm
from tests.benchmarks.columns import columns_of
from tests.benchmarks.tables import NOW, DataSet

LARGE = 100_000
REPEATS = 20
LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Medians in seconds, and memory in MiB."""

    examples: int
    fields: int
    observe_s: float
    predict_s: float
    fit_s: float
    grown_mib: float
    """By how much the process grew while it fitted and learned."""
    ridge_s: float
    lightgbm_s: float

    def cells(self) -> list[str]:
        """Return the line of the printed table."""
        again = self.observe_s + self.predict_s
        return [
            f"{self.examples:,}",
            str(self.fields),
            f"{1e3 * self.observe_s:.2f}",
            f"{1e3 * self.predict_s:.2f}",
            f"{self.fit_s:.2f}",
            f"{self.grown_mib:,.0f}",
            f"{self.ridge_s / again:.1f} x",
            f"{self.lightgbm_s / again:.1f} x",
        ]


def made_up(rows: int, fields: int) -> DataSet:
    """Return a table of numbers, every fourth field a category, whose target bends and crosses."""
    draw = np.random.default_rng(rows + fields)
    is_word = [place % 4 == 3 for place in range(fields)]
    cells = draw.normal(size=(rows, fields))
    words = draw.integers(0, len(LETTERS), (rows, fields))
    x = np.where(is_word, words / len(LETTERS), cells)
    truths = np.sin(2 * x[:, 0]) + x[:, 1] * x[:, 2] + x[:, 3:].mean(axis=1)
    truths += draw.normal(0, 0.2, rows)
    kinds = [FieldKind.CATEGORY if word else FieldKind.NUMBER for word in is_word]
    keys = [field_key(place) for place in range(1, fields + 1)]

    def values(row: int) -> Values:
        return {
            key: LETTERS[words[row, place]] if is_word[place] else float(cells[row, place])
            for place, key in enumerate(keys)
        }

    task = Task(
        id=TaskId(1),
        community=CommunityId("benchmark"),
        name="made up",
        fields=tuple(
            Field(key=key, name=str(key), kind=kind) for key, kind in zip(keys, kinds, strict=True)
        ),
        target=Target(kind=TargetKind.NUMBER),
        created_at=NOW,
    )
    return DataSet(
        name="made up", task=task, values=[values(row) for row in range(rows)], truths=list(truths)
    )


def measure(examples: int, fields: int, repeats: int = REPEATS) -> Cost:
    """Return what it costs at so many examples of so many fields."""
    data = made_up(examples + repeats + 1, fields)
    before = psutil.Process().memory_info().rss
    start = perf_counter()
    learner = fit(data.task, data.examples(range(examples)), config=LearnerConfig(device="cpu"))
    fit_s = perf_counter() - start
    learner.predict([data.values[examples]])
    observes: list[float] = []
    predicts: list[float] = []
    for row in range(examples, examples + repeats):
        lesson = data.example(row)
        observes.append(_seconds(lambda one=lesson: learner.observe([one])))  # type: ignore[misc]
        asked = data.values[row + 1]
        predicts.append(_seconds(lambda one=asked: learner.predict([one])))  # type: ignore[misc]
    grown = psutil.Process().memory_info().rss - before
    columns = columns_of(data)
    inputs, known = columns.dense()[:examples], range(examples)
    return Cost(
        examples=examples,
        fields=fields,
        observe_s=median(observes),
        predict_s=median(predicts),
        fit_s=fit_s,
        grown_mib=grown / 2**20,
        ridge_s=_seconds(lambda: Ridge().fit(inputs, columns.truths[:examples])),
        lightgbm_s=_seconds(lambda: LightGbm(columns, known)),
    )


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    asked = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    table = Table(title="Medians; the peers' columns: how many times as long their refit takes")
    measured = ("observe ms", "predict ms", "fit s", "memory MiB")
    for heading in ("examples", "fields", *measured, "ridge", "LightGBM"):
        table.add_column(heading, justify="right")
    for examples in [*asked.sizes, *([LARGE] if asked.large else [])]:
        for fields in asked.fields:
            table.add_row(*measure(examples, fields).cells())
    Console(highlight=False, width=120).print(table)


def _numbers(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cost", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=[200, 2_000, 10_000])
    parser.add_argument("--fields", type=_numbers, default=[5, 20, 80])
    parser.add_argument("--large", action="store_true", help=f"{LARGE:,} examples too")
    return parser


if __name__ == "__main__":
    main()
