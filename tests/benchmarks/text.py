"""Texts: ``python -m tests.benchmarks.text --data DIR [--sets a,b] [--stream] [--few]``.

Few-shot: the first k rows of each label are taught, the last 2,000 rows asked. Stream: predict,
then teach, in file order, retrained in place whenever the schedule says so. Beside both stand
logistic regressions on words, characters and sentence vectors, and the nearest centroid of those.
What is tuned is tuned with ``--develop``, which leaves out the rows that are asked without it.
Out of scope (clinc150): how well the familiarity of answers tells questions of no label.
"""

import argparse
import csv
import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Field, FieldKind
from core.domain.forecast import CategoryForecast
from core.domain.identity import CommunityId, ExampleId, FieldKey, MemberId, TaskId
from core.domain.task import Target, TargetKind, Task
from core.embedding.opening import open_encoder, resolve
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.learning.learner import Learner
from core.ports.embedding import SentenceEncoder
from core.retraining.schedule import ScheduleFacts, why_due
from tests.benchmarks import text_numbers
from tests.benchmarks.text_peers import peers_of, streamed

SHOTS = (1, 5, 10, 20)
POINTS = (20, 50, 100, 200, 500, 1500)
HELD_OUT = 2_000
OUTSIDE_SHOTS = 10
TEXT = FieldKey("f1")
CONFIG = LearnerConfig(device="cpu")
CACHE = Path(tempfile.gettempdir()) / "apprentice-benchmarks"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
TASK = Task(
    id=TaskId(1),
    community=CommunityId("terminal:bench"),
    name="texts",
    fields=(Field(key=TEXT, name="text", kind=FieldKind.TEXT),),
    target=Target(kind=TargetKind.CATEGORY),
    created_at=NOW,
)


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A set of texts with labels."""

    name: str
    texts: list[str]
    labels: list[str]


class DiskEncoder:
    """An encoder whose vectors are kept in a file, so that a second run need not make them."""

    def __init__(self, encoder: SentenceEncoder, name: str) -> None:
        self.name, self.dim = encoder.name, encoder.dim
        self._encoder = encoder
        self._path = CACHE / f"{name}.npz"
        self._vectors: dict[str, NDArray[np.float32]] = {}
        if self._path.exists():
            with np.load(self._path) as kept:
                self._vectors = dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector for each text."""
        fresh = list(dict.fromkeys(text for text in texts if text not in self._vectors))
        self._vectors |= zip(fresh, self._encoder.encode(fresh), strict=True)
        found = [self._vectors[text] for text in texts]
        return np.array(found, dtype=np.float32).reshape(len(texts), self.dim)

    def keep(self) -> None:
        """Write what is known."""
        CACHE.mkdir(exist_ok=True)
        vectors = np.array(list(self._vectors.values()))
        np.savez(self._path, texts=np.array(list(self._vectors)), vectors=vectors)


def read(path: Path, name: str, rows: int) -> Rows:
    """Return at most so many rows of a file, all of them for 0."""
    with path.open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))[: rows or None]
    return Rows(
        name=name, texts=[r["text"] for r in found], labels=[r.get("label", "") for r in found]
    )


def few_shot(rows: Rows, encoder: SentenceEncoder | None, folder: Path) -> dict[str, list[float]]:
    """Return the accuracy at each number of examples per label, by model."""
    found: dict[str, list[float]] = defaultdict(list)
    start = asked_from(len(rows.texts))
    asked, truths = rows.texts[start:], rows.labels[start:]
    for shots in SHOTS:
        places = first_of_each(rows.labels[:start], shots)
        texts, labels = [rows.texts[p] for p in places], [rows.labels[p] for p in places]
        began = perf_counter()
        learner = fit(TASK, examples_of(texts, labels), config=CONFIG, encoder=encoder)
        found["seconds to fit"].append(perf_counter() - began)
        found["apprentice"].append(share_right(tops(learner, asked), truths))
        for peer, say in peers_of(encoder).items():
            found[peer].append(share_right(say(texts, labels, asked), truths))
        others = folder / f"{rows.name}_oos.csv"
        if shots == OUTSIDE_SHOTS and others.exists():
            strange = read(others, rows.name, 0).texts
            found[f"out of scope, AUROC at {shots}"].append(separation(learner, asked, strange))
    return dict(found)


def stream(rows: Rows, encoder: SentenceEncoder | None) -> dict[str, list[float]]:
    """Return the accuracy so far at each checkpoint, and what an answer and a lesson took."""
    learner = Learner(TASK, CONFIG, encoder)
    examples = examples_of(rows.texts, rows.labels)
    right, changed, took = 0, 0, defaultdict[str, list[float]](list)
    figures: dict[str, list[float]] = defaultdict(list)
    for count, example in enumerate(examples[: POINTS[-1]], start=1):
        began = perf_counter()
        if learner.examples:
            right += tops(learner, [str(example.values[TEXT])])[0] == example.target
        answered = perf_counter()
        learner.observe([example])
        took["ms to answer"].append(1e3 * (answered - began))
        took["ms to learn"].append(1e3 * (perf_counter() - answered))
        changed += 1
        if why_due(ScheduleFacts(active=learner.examples, changed=changed)):
            began, changed = perf_counter(), 0
            learner = fit(TASK, examples[:count], config=CONFIG, encoder=encoder, warm=learner)
            took["s to fit"].append(perf_counter() - began)
        if count in POINTS:
            figures["accuracy so far"].append(right / count)
            for name, values in took.items():
                lately = values[-200:] if name != "s to fit" else values[-1:]
                figures[name].append(float(np.median(lately)) if lately else np.nan)
    texts, labels = rows.texts[: POINTS[-1]], rows.labels[: POINTS[-1]]
    for peer, say in peers_of(encoder).items():
        told = np.cumsum(streamed(say, texts, labels))
        figures[peer] = [told[point - 1] / point for point in POINTS if point <= len(texts)]
    return dict(figures)


def separation(learner: Learner, inside: Sequence[str], outside: Sequence[str]) -> float:
    """Return how often a text of no label is less familiar than one of some label."""
    from sklearn.metrics import roc_auc_score

    answers = learner.predict([{TEXT: text} for text in [*inside, *outside]])
    strange = [1.0 - (answer.familiarity or 0.0) for answer in answers]
    return float(roc_auc_score([0] * len(inside) + [1] * len(outside), strange))


def tops(learner: Learner, texts: Sequence[str]) -> list[str]:
    """Return the likeliest label of each text."""
    forecasts = [answer.forecast for answer in learner.predict([{TEXT: t} for t in texts])]
    return [f.top if isinstance(f, CategoryForecast) else "" for f in forecasts]


def share_right(guessed: Sequence[str], truths: Sequence[str]) -> float:
    """Return the accuracy."""
    return float(np.mean([guess == truth for guess, truth in zip(guessed, truths, strict=True)]))


def first_of_each(labels: Sequence[str], count: int) -> list[int]:
    """Return the places of the first so many of each label."""
    seen: dict[str, int] = defaultdict(int)
    places = []
    for place, label in enumerate(labels):
        seen[label] += 1
        if seen[label] <= count:
            places.append(place)
    return places


def examples_of(texts: Sequence[str], labels: Sequence[str]) -> list[Example]:
    """Return texts as taught examples."""
    return [
        Example(
            id=ExampleId(number),
            number=number,
            task_id=TASK.id,
            author=MemberId("terminal:bench"),
            values={TEXT: text},
            target=label,
            status=ExampleStatus.ACTIVE,
            revision=number,
            taught_at=NOW,
        )
        for number, (text, label) in enumerate(zip(texts, labels, strict=True), start=1)
    ]


def encoder_of(encoder_name: str, name: str) -> DiskEncoder | None:
    """Return the encoder of this name for a set, None for none."""
    encoder = open_encoder(resolve(encoder_name), str(CACHE))
    return DiskEncoder(encoder, f"{name} {encoder.name.replace('/', ' ')}") if encoder else None


def for_development(rows: Rows) -> Rows:
    """Return the rows without those that are asked in a report."""
    end = asked_from(len(rows.texts))
    return Rows(name=rows.name, texts=rows.texts[:end], labels=rows.labels[:end])


def asked_from(count: int) -> int:
    """Return from which of so many rows on they are asked."""
    return max(count - HELD_OUT, count // 2)


def _is_text(described: dict[str, object]) -> bool:
    columns = described["columns"]
    return isinstance(columns, dict) and "text" in columns and described["target"] == "label"


def show(console: Console, title: str, table: Mapping[str, Sequence[float]]) -> None:
    """Print the figures of each set, and their means where all have as many."""
    console.print(f"\n{title}")
    shown = Table()
    shown.add_column("set")
    for heading in _headings(title, max(map(len, table.values()))):
        shown.add_column(heading, justify="right")
    for name, figures in table.items():
        shown.add_row(name, *(f"{figure:.3f}" for figure in figures))
    if len({len(figures) for figures in table.values()}) == 1:
        means = np.mean(list(table.values()), axis=0)
        shown.add_row("mean", *(f"{mean:.3f}" for mean in means))
    console.print(shown)


def _headings(title: str, count: int) -> list[str]:
    """Return after how many examples each figure is; a stream is first fitted after its first."""
    if "AUROC" in title:
        return ["AUROC"]
    if title.startswith("few-shot"):
        return [f"{shots} each" for shots in SHOTS[:count]]
    start = int(title.endswith("to fit"))
    return [str(point) for point in POINTS[start : start + count]]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sets", default="")
    parser.add_argument("--rows", type=int, default=0, help="0: all")
    parser.add_argument("--few", action="store_true")
    parser.add_argument("--stream", action="store_true")
    parser.add_argument("--numbers", action="store_true", help="numbers from texts, nothing else")
    parser.add_argument("--develop", action="store_true")
    parser.add_argument("--encoder", default="auto", help="auto, none, or an encoder's name")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables that are asked for."""
    options = _options(arguments)
    if options.numbers:
        names = options.sets.split(",") if options.sets else []
        text_numbers.measure(options.data, names, options.encoder)
        return
    known = json.loads((options.data / "data.json").read_text())
    names = options.sets.split(",") if options.sets else [d["name"] for d in known if _is_text(d)]
    tables: dict[str, dict[str, list[float]]] = defaultdict(dict)
    for name in names:
        rows = read(options.data / f"{name}.csv", name, options.rows)
        rows = for_development(rows) if options.develop else rows
        encoder = encoder_of(options.encoder, name)
        if options.few or not options.stream:
            for model, figures in few_shot(rows, encoder, options.data).items():
                tables[f"few-shot accuracy: {model}"][name] = figures
        if options.stream or not options.few:
            for model, figures in stream(rows, encoder).items():
                tables[f"stream: {model}"][name] = figures
        if isinstance(encoder, DiskEncoder):
            encoder.keep()
    for title, table in tables.items():
        show(Console(highlight=False), title, table)


if __name__ == "__main__":
    main()
