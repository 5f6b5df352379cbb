"""What the learner costs as examples and fields grow, beside refitting what is well known.

``python -m tests.benchmarks.cost [--sizes 1000,2000,10000] [--fields 5,20,60] [--large] [--peers]``

A lesson that was never asked about is followed by an answer to another question, so that each
answer includes what the lesson put off. Each size has a process of its own, for its peak of memory,
above that of the table itself. The peers learn a lesson by fitting all rows again. One thread;
seconds are the processor's, so that other work on the machine hardly counts.
"""

import argparse
import resource
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from statistics import median
from time import process_time

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
class Peers:
    """Seconds that a refit takes."""

    ridge_s: float
    lightgbm_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Medians in seconds, and memory in MiB."""

    examples: int
    fields: int
    observe_s: float
    predict_s: float
    fit_s: float
    begin_s: float
    """The first answer, for which all examples are conditioned on."""
    kept_mib: float
    """By how much the process grew while it fitted and learned."""
    peak_mib: float
    """By how much at most."""
    peers: Peers | None

    def cells(self) -> list[str]:
        """Return the line of the printed table."""
        again = self.observe_s + self.predict_s
        peers = (self.peers.ridge_s, self.peers.lightgbm_s) if self.peers else ()
        return [
            f"{self.examples:,}",
            str(self.fields),
            f"{1e3 * self.observe_s:.2f}",
            f"{1e3 * self.predict_s:.2f}",
            f"{self.fit_s:.2f}",
            f"{self.begin_s:.2f}",
            f"{self.kept_mib:,.0f}",
            f"{self.peak_mib:,.0f}",
            *(f"{seconds / again:.1f} x" for seconds in peers),
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


def measure(
    examples: int, fields: int, repeats: int = REPEATS, *, with_peers: bool = False
) -> Cost:
    """Return what it costs at so many examples of so many fields."""
    torch.set_num_threads(1)
    data = made_up(examples + 2 * repeats + 1, fields)
    taught = data.examples(range(examples))
    before, start = _memory_mib(), process_time()
    learner = fit(data.task, taught, config=LearnerConfig(device="cpu"))
    fit_s = process_time() - start
    begin_s = _seconds(lambda: learner.predict([data.values[examples]]))
    observes: list[float] = []
    predicts: list[float] = []
    for row in range(examples, examples + repeats):
        lesson, asked = data.example(row), data.values[row + repeats]
        observes.append(_seconds(partial(learner.observe, [lesson])))
        predicts.append(_seconds(partial(learner.predict, [asked])))
    return Cost(
        examples=examples,
        fields=fields,
        observe_s=median(observes),
        predict_s=median(predicts),
        fit_s=fit_s,
        begin_s=begin_s,
        kept_mib=_memory_mib() - before,
        peak_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before,
        peers=_refitted(data, examples) if with_peers else None,
    )


def _refitted(data: DataSet, examples: int) -> Peers:
    columns = columns_of(data)
    inputs, known = columns.dense()[:examples], range(examples)
    return Peers(
        ridge_s=_seconds(lambda: Ridge().fit(inputs, columns.truths[:examples])),
        lightgbm_s=_seconds(lambda: LightGbm(columns, known)),
    )


def _memory_mib() -> float:
    resident: int = psutil.Process().memory_info().rss
    return resident / 2**20


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    asked = _parser().parse_args(arguments)
    table = Table(title="Medians; the peers' columns: how many times as long their refit takes")
    measured = ("observe ms", "predict ms", "fit s", "begin s", "kept MiB", "peak MiB")
    peers = ("ridge", "LightGBM") if asked.peers else ()
    for heading in ("examples", "fields", *measured, *peers):
        table.add_column(heading, justify="right")
    console = Console(highlight=False, width=120)
    for examples in [*asked.sizes, *([LARGE] if asked.large else [])]:
        for fields in asked.fields:
            with ProcessPoolExecutor(1, get_context("spawn")) as apart:
                found = apart.submit(measure, examples, fields, with_peers=asked.peers).result()
            console.print(
                f"{examples:,} examples of {fields} fields: {' '.join(found.cells()[2:])}"
            )
            table.add_row(*found.cells())
    console.print(table)


def _numbers(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cost", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=[1_000, 2_000, 10_000])
    parser.add_argument("--fields", type=_numbers, default=[5, 20, 60])
    parser.add_argument("--large", action="store_true", help=f"{LARGE:,} examples too")
    parser.add_argument("--peers", action="store_true", help="time the peers' refits as well")
    return parser


if __name__ == "__main__":
    main()
