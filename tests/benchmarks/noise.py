"""Wrong truths: ``python -m tests.benchmarks.noise --data DIR [--sets a,b] [--rows N] [--seed N]``.

Some labels are exchanged and some numbers moved, at random; then the learner's suspects are asked
for, and cleanlab's (by the out-of-fold probabilities of a logistic regression and of LightGBM).
For numbers, where cleanlab's rule is the out-of-fold residual, LightGBM's stands beside.
"""

import argparse
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

import numpy as np
import torch
from cleanlab.filter import find_label_issues
from cleanlab.rank import get_label_quality_scores
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from core.domain.fields import FieldKind
from core.embedding.opening import open_encoder, resolve
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.ports.embedding import SentenceEncoder
from tests.benchmarks.boosting import LightGbm, fit_peer
from tests.benchmarks.columns import columns_of
from tests.benchmarks.spoiling import Found, Search, Spoiled, judge, spoil
from tests.benchmarks.tables import DataSet, described, load

ROWS = 400
FOLDS = 5
LEAST_PROBABILITY = 1e-6
FIGURES = ("average_precision", "at_count", "listed", "precision", "recall")
Searcher = Callable[[DataSet, SentenceEncoder | None], Search]


def ours(data: DataSet, encoder: SentenceEncoder | None) -> Search:
    """Return the learner's own doubts of what it was taught, and its suspects."""
    config = LearnerConfig(device="cpu")
    learner = fit(data.task, data.examples(range(len(data))), config=config, encoder=encoder)
    suspects = learner.suspects(limit=len(data))
    record = learner.leave_one_out()
    places = np.array([int(example) - 1 for example in record.ids])
    doubts = np.full(len(data), -1.0)
    doubts[places] = record.doubt
    listed = np.zeros(len(data), dtype=np.bool_)
    listed[[int(example) - 1 for example in suspects]] = True
    return Search(doubts=doubts, listed=listed)


def cleanlab_logistic(data: DataSet, encoder: SentenceEncoder | None) -> Search:
    """Return cleanlab's, by a logistic regression on the columns or the sentence vectors."""
    inputs = _inputs(data, encoder)
    labels = np.array(data.truths, dtype=object)

    def guess(rest: Sequence[int], held: Sequence[int]) -> list[Mapping[str, float]]:
        model = make_pipeline(
            SimpleImputer(keep_empty_features=True),
            StandardScaler(),
            LogisticRegression(max_iter=300),
        )
        model.fit(inputs[rest], labels[rest])
        names = [str(label) for label in model.classes_]
        said = model.predict_proba(inputs[held])
        return [dict(zip(names, map(float, row), strict=True)) for row in said]

    return _cleanlab(data, guess)


def cleanlab_lightgbm(data: DataSet, encoder: SentenceEncoder | None) -> Search:
    """Return cleanlab's, by LightGBM on the columns."""
    del encoder
    columns = columns_of(data)

    def guess(rest: Sequence[int], held: Sequence[int]) -> list[Mapping[str, float]]:
        said = fit_peer(LightGbm, columns, rest).predict(held)
        return [one for one in said if isinstance(one, Mapping)]

    return _cleanlab(data, guess)


def residual_lightgbm(data: DataSet, encoder: SentenceEncoder | None) -> Search:
    """Return how far off LightGBM is of numbers that it was not fitted to."""
    del encoder
    columns, doubts = columns_of(data), np.zeros(len(data))
    for rest, held in _folds(len(data)):
        said = np.array(fit_peer(LightGbm, columns, rest).predict(held), dtype=np.float64)
        doubts[held] = np.abs(columns.truths[held].astype(np.float64) - said)
    return Search(doubts=doubts, listed=None)


FOR_LABELS: dict[str, Searcher] = {
    "apprentice": ours,
    "cleanlab, logistic": cleanlab_logistic,
    "cleanlab, LightGBM": cleanlab_lightgbm,
}
FOR_NUMBERS: dict[str, Searcher] = {"apprentice": ours, "LightGBM's residual": residual_lightgbm}


def measured(spoiled: Spoiled, encoder: SentenceEncoder | None) -> dict[str, Found]:
    """Return how well each search finds what is wrong in a table."""
    data = spoiled.data
    searchers = FOR_NUMBERS if data.is_number else FOR_LABELS
    if _is_text(data):
        searchers = {name: one for name, one in searchers.items() if one is not cleanlab_lightgbm}
    return {
        name: judge(search(data, encoder if _is_text(data) else None), spoiled.wrong)
        for name, search in searchers.items()
    }


def _cleanlab(
    data: DataSet, guess: Callable[[Sequence[int], Sequence[int]], list[Mapping[str, float]]]
) -> Search:
    """Return self-confidence as the doubt, and the issues of its confident joint."""
    names = sorted({str(truth) for truth in data.truths})
    likely = np.full((len(data), len(names)), LEAST_PROBABILITY)
    for rest, held in _folds(len(data)):
        for row, said in zip(held, guess(rest, held), strict=True):
            likely[row] += [said.get(name, 0.0) for name in names]
    likely /= likely.sum(axis=1, keepdims=True)
    labels = np.array([names.index(str(truth)) for truth in data.truths])
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="May not flag all label issues in class")
        issues = find_label_issues(labels, likely, n_jobs=1)
    return Search(doubts=-get_label_quality_scores(labels, likely), listed=issues)


def _folds(rows: int) -> list[tuple[list[int], list[int]]]:
    """Return the rows to fit to and the rows to ask of, for each fold; they come shuffled."""
    return [
        ([row for row in range(rows) if row % FOLDS != fold], list(range(fold, rows, FOLDS)))
        for fold in range(FOLDS)
    ]


def _inputs(data: DataSet, encoder: SentenceEncoder | None) -> NDArray[np.float64]:
    if encoder is None:
        return columns_of(data).dense()
    texts = [str(values.get(data.task.fields[0].key, "")) for values in data.values]
    return encoder.encode(texts).astype(np.float64)


def _is_text(data: DataSet) -> bool:
    return all(field.kind is FieldKind.TEXT for field in data.task.fields)


def show(results: Mapping[str, Mapping[str, Found]], console: Console) -> None:
    """Print what each search found in each set, and the means over the sets that it searched."""
    table = Table("set", "search", *(name.replace("_", " ") for name in FIGURES))
    means: dict[tuple[bool, str], list[Found]] = defaultdict(list)
    for dataset, found in results.items():
        for name, one in found.items():
            table.add_row(dataset, name, *map(_cell, _figures([one])))
            means[("LightGBM's residual" in found, name)].append(one)
    table.add_section()
    for (is_number, name), several in means.items():
        kind = f"mean of {len(several)}, {'numbers' if is_number else 'labels'}"
        table.add_row(kind, name, *map(_cell, _figures(several)))
    console.print(table)


def _figures(several: Sequence[Found]) -> list[float | None]:
    columns = ([getattr(one, name) for one in several] for name in FIGURES)
    return [None if None in column else fmean(column) for column in columns]


def _cell(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.noise", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with a data.json")
    parser.add_argument("--sets", type=lambda text: text.split(","), default=[])
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    torch.set_num_threads(1)
    encoder = open_encoder(resolve("auto"), str(Path(tempfile.gettempdir()) / "apprentice-noise"))
    results = {
        str(what["name"]): measured(spoil(load(asked.data, what, asked.rows), asked.seed), encoder)
        for what in described(asked.data, asked.sets)
    }
    show(results, Console(highlight=False, width=140))


if __name__ == "__main__":
    main()
