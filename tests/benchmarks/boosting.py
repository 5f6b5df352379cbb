"""The peers that boost trees, fitted to some rows of a table: LightGBM and CatBoost."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from catboost import CatBoostClassifier, CatBoostRegressor
from lightgbm import Booster, Dataset, train
from numpy.typing import NDArray
from scipy.stats import skew

from tests.benchmarks.columns import Columns, Guess

SKEWED = 1.0
TREES = 100
ITERATIONS = 300


class Fitted(Protocol):
    """A model that was fitted to some rows."""

    def predict(self, rows: Sequence[int]) -> list[Guess]:
        """Return what it says of each row."""
        ...


Fitter = Callable[[Columns, Sequence[int]], Fitted]


class Constant:
    """What is said while all truths are the same."""

    def __init__(self, guess: Guess) -> None:
        self._guess = guess

    def predict(self, rows: Sequence[int]) -> list[Guess]:
        """Return the one truth there was."""
        return [self._guess for _ in rows]


class LightGbm:
    """LightGBM, the categories by code; a skewed target without negatives as its log1p."""

    def __init__(self, columns: Columns, rows: Sequence[int]) -> None:
        self._columns = columns
        truths = columns.truths[list(rows)]
        self._labels: list[str] = []
        self._is_log = columns.is_number and is_skewed(truths.astype(np.float64))
        if columns.is_number:
            numbers = truths.astype(np.float64)
            target = np.log1p(numbers) if self._is_log else numbers
        else:
            self._labels = sorted(set(truths.tolist()))
            target = np.searchsorted(np.array(self._labels, dtype=object), truths)
        self._booster = self._trained(columns.coded(rows), target)

    def _trained(self, inputs: NDArray[np.float64], target: NDArray[np.float64]) -> Booster:
        settings: dict[str, object] = {
            "num_threads": 1,
            "verbosity": -1,
            "seed": 0,
            "min_data_in_leaf": max(2, min(20, len(inputs) // 10)),
            "min_data_in_bin": 1 if len(inputs) < 100 else 3,
            "objective": "regression",
        }
        if len(self._labels) == 2:
            settings["objective"] = "binary"
        elif self._labels:
            settings |= {"objective": "multiclass", "num_class": len(self._labels)}
        names = self._columns.categories()
        return train(
            settings, Dataset(inputs, target, categorical_feature=names), num_boost_round=TREES
        )

    def predict(self, rows: Sequence[int]) -> list[Guess]:
        """Return what it says of each row."""
        said = np.asarray(self._booster.predict(self._columns.coded(rows), num_threads=1))
        if not self._labels:
            return [float(one) for one in (np.expm1(said) if self._is_log else said)]
        if len(self._labels) == 2:
            said = np.stack([1.0 - said, said], axis=1)
        return [dict(zip(self._labels, map(float, one), strict=True)) for one in said]


class CatBoost:
    """CatBoost with the categories as they are; with ``logs`` a skewed target as its log1p."""

    def __init__(self, columns: Columns, rows: Sequence[int], *, logs: bool = False) -> None:
        self._columns = columns
        truths = columns.truths[list(rows)]
        self._is_log = logs and columns.is_number and is_skewed(truths.astype(np.float64))
        target = np.log1p(truths.astype(np.float64)) if self._is_log else truths
        kind = CatBoostRegressor if columns.is_number else CatBoostClassifier
        self._model = kind(
            iterations=ITERATIONS,
            thread_count=1,
            random_seed=0,
            verbose=False,
            allow_writing_files=False,
            cat_features=columns.categories(),
        )
        self._model.fit(columns.mixed(rows), target)

    def predict(self, rows: Sequence[int]) -> list[Guess]:
        """Return what it says of each row."""
        inputs = self._columns.mixed(rows)
        if self._columns.is_number:
            said = np.asarray(self._model.predict(inputs, thread_count=1))
            return [float(one) for one in (np.expm1(said) if self._is_log else said)]
        labels = [str(label) for label in self._model.classes_]
        said = self._model.predict_proba(inputs, thread_count=1)
        return [dict(zip(labels, map(float, one), strict=True)) for one in said]


def fit_peer(kind: Fitter, columns: Columns, rows: Sequence[int]) -> Fitted:
    """Return a peer fitted to these rows, or what can be said before one can be."""
    truths = set(columns.truths[list(rows)].tolist())
    if len(truths) > 1:
        return kind(columns, rows)
    only = truths.pop()
    return Constant(only if columns.is_number else {only: 1.0})


def is_skewed(numbers: NDArray[np.float64]) -> bool:
    """Return whether numbers without negatives have a long upper tail."""
    return bool(numbers.min() >= 0 and numbers.std() > 0 and skew(numbers) > SKEWED)
