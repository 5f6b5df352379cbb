"""Numbers from texts: a learner taught so many lessons, beside ridges, on files of both columns.

``python -m tests.benchmarks.text --numbers --data DIR`` reads ``text,number`` from each file there.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from core.domain.forecast import NumberForecast
from core.domain.task import Target, TargetKind, Task
from core.learning.fitting import fit
from core.ports.embedding import SentenceEncoder
from tests.benchmarks import text

SIZES = (20, 50, 200, 800)
ASKED = 300
DRAWS = 2
STRENGTHS = 10.0 ** np.arange(-3.0, 3.1, 0.5)
Numbers: TypeAlias = NDArray[np.float64]
Columns: TypeAlias = Callable[[Sequence[str], Sequence[str]], tuple[object, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Texts with a number each."""

    texts: Sequence[str]
    numbers: Numbers

    def some(self, places: NDArray[np.intp]) -> "Rows":
        """Return the rows at these places."""
        return Rows(texts=[self.texts[place] for place in places], numbers=self.numbers[places])


Model: TypeAlias = Callable[[Rows, Rows], tuple[Numbers, float]]
"""From what is taught and asked to what is said, and the share that the 80 % ranges hold."""


def read(path: Path) -> Rows:
    """Return a file's rows."""
    with path.open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    return Rows(
        texts=[row["text"] for row in found],
        numbers=np.array([float(row["number"]) for row in found]),
    )


def task() -> Task:
    """Return the task: a number from a text."""
    return Task(
        id=text.TASK.id,
        community=text.TASK.community,
        name="numbers",
        fields=text.TASK.fields,
        target=Target(kind=TargetKind.NUMBER),
        created_at=text.NOW,
    )


def compared(rows: Rows, size: int, encoder: SentenceEncoder | None) -> dict[str, Numbers]:
    """Return the figures of learner and peers, means over draws, by name; none if too few rows."""
    found: dict[str, list[Sequence[float]]] = {}
    for draw in range(DRAWS):
        order = np.random.default_rng(draw).permutation(len(rows.texts))
        taught, asked = rows.some(order[:size]), rows.some(order[-ASKED:])
        if size + len(asked.texts) > len(rows.texts):
            return {}
        naive = np.abs(asked.numbers - np.median(taught.numbers)).mean()
        spread = np.sqrt(np.square(asked.numbers - taught.numbers.mean()).mean())
        for name, say in _models(encoder).items():
            start = process_time()
            said, share = say(taught, asked)
            off = said - asked.numbers
            figures = [np.abs(off).mean() / naive, np.sqrt(np.square(off).mean()) / spread]
            found.setdefault(name, []).append([*figures, share, process_time() - start])
    return {name: np.mean(figures, axis=0) for name, figures in found.items()}


def _models(encoder: SentenceEncoder | None) -> dict[str, Model]:
    models: dict[str, Model] = {
        "apprentice": partial(_learned, encoder),
        "characters, ridge": partial(_ridge, _characters),
    }
    if encoder is not None:
        models["vectors, ridge"] = partial(_ridge, partial(_vectors, encoder))
    return models


def _learned(encoder: SentenceEncoder | None, taught: Rows, asked: Rows) -> tuple[Numbers, float]:
    """Return what the learner says, and which share its 80 % ranges hold."""
    lessons = text.examples_of(taught.texts, taught.numbers.tolist())
    learner = fit(task(), lessons, config=text.CONFIG, encoder=encoder)
    answers = learner.predict([{text.TEXT: one} for one in asked.texts])
    forecasts = [one.forecast for one in answers if isinstance(one.forecast, NumberForecast)]
    ranges = [one.interval(0.8) for one in forecasts]
    inside = [r.low <= came <= r.high for r, came in zip(ranges, asked.numbers, strict=True)]
    return np.array([one.center for one in forecasts]), float(np.mean(inside))


def _ridge(columns: Columns, taught: Rows, asked: Rows) -> tuple[Numbers, float]:
    """Return what ridge says; strength, and logarithm or not, by cross-validation."""
    from sklearn.linear_model import RidgeCV
    from sklearn.model_selection import cross_val_predict

    inputs, questions = columns(taught.texts, asked.texts)
    found: list[tuple[float, Numbers]] = []
    for bend, plain in ((np.array, np.array), (np.log1p, np.expm1)):
        numbers, model = bend(taught.numbers), RidgeCV(alphas=STRENGTHS)
        left = plain(cross_val_predict(model, inputs, numbers, cv=5))
        off = float(np.abs(left - taught.numbers).mean())
        found.append((off, plain(model.fit(inputs, numbers).predict(questions))))
    return min(found, key=lambda pair: pair[0])[1], np.nan


def _characters(taught: Sequence[str], asked: Sequence[str]) -> tuple[object, object]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    letters = TfidfVectorizer(sublinear_tf=True, analyzer="char", ngram_range=(1, 4))
    return letters.fit_transform(taught), letters.transform(asked)


def _vectors(
    encoder: SentenceEncoder, taught: Sequence[str], asked: Sequence[str]
) -> tuple[object, object]:
    return encoder.encode(taught), encoder.encode(asked)


def show(console: Console, name: str, tables: Sequence[tuple[int, dict[str, Numbers]]]) -> None:
    """Print the figures of a set after each number of lessons."""
    table = Table(title=f"{name}: MAE over the median's · RMSE over the mean's · 80 % range holds")
    table.add_column("taught", justify="right")
    for model in tables[0][1]:
        table.add_column(model, justify="right")
    for size, found in tables:
        cells = [
            f"{off:.3f} · {square:.3f}" + ("" if np.isnan(share) else f" · {share:.2f}")
            for off, square, share, _ in found.values()
        ]
        table.add_row(str(size), *cells)
    console.print(table)


def measure(folder: Path, names: Sequence[str], encoder: str) -> None:
    """Print the table of each set that is named, of all for none, and the means of all."""
    console = Console(highlight=False, width=120)
    every: dict[int, list[dict[str, Numbers]]] = {}
    for name in names or sorted(path.stem for path in folder.glob("*.csv")):
        rows, reads = read(folder / f"{name}.csv"), text.encoder_of(encoder, name)
        found = [(size, compared(rows, size, reads)) for size in SIZES]
        found = [(size, figures) for size, figures in found if figures]
        show(console, name, found)
        for size, figures in found:
            every.setdefault(size, []).append(figures)
        if isinstance(reads, text.DiskEncoder):
            reads.keep()
    means = [
        (size, {model: np.mean([one[model] for one in sets], axis=0) for model in sets[0]})
        for size, sets in every.items()
    ]
    show(console, "mean", means)
