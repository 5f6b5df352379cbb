"""What others say of each row before they learn it: trees and lines refitted, river's forests."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from time import perf_counter
from typing import Protocol

from river import forest, preprocessing

from core.domain.task import Truth
from tests.benchmarks.boosting import CatBoost, Fitted, Fitter, LightGbm, fit_peer
from tests.benchmarks.columns import Columns, Guess, columns_of
from tests.benchmarks.linear_peers import Linear
from tests.benchmarks.scores import Outcome, Scores, scored_labels, scored_number
from tests.benchmarks.tables import DataSet

CATBOOST_GROWTH = 1.2
"""CatBoost is refitted whenever the rows have grown by a fifth, for a fit takes seconds."""


class Peer(Protocol):
    """A model that is asked of a row, and then learns it."""

    name: str

    def predict(self, row: int) -> Guess:
        """Return what it says of a row."""
        ...

    def learn(self, row: int) -> None:
        """Learn a row."""
        ...


class Refitted:
    """A model that is fitted to all rows anew whenever they have grown by a factor."""

    def __init__(self, name: str, kind: Fitter, growth: float, columns: Columns) -> None:
        self.name = name
        self._kind, self._growth, self._columns = kind, growth, columns
        self._due = 1.0
        self._model: Fitted | None = None

    def predict(self, row: int) -> Guess:
        """Return what the last fit says of a row."""
        if self._model is None:
            raise ValueError("A peer learns a row before it is asked of one.")
        return self._model.predict([row])[0]

    def learn(self, row: int) -> None:
        """Fit to all rows up to this one, if it is time."""
        if row + 1 < self._due:
            return
        self._model = fit_peer(self._kind, self._columns, range(row + 1))
        self._due = max((row + 1) * self._growth, row + 2)


class RiverForest:
    """River's aggregated Mondrian forest, its inputs standardised as they come."""

    name = "river_amfs"

    def __init__(self, columns: Columns) -> None:
        self._columns, self._inputs = columns, columns.dense()
        self._scaler = preprocessing.StandardScaler()
        self._forest = (
            forest.AMFRegressor(seed=0) if columns.is_number else forest.AMFClassifier(seed=0)
        )

    def predict(self, row: int) -> Guess:
        """Return what it says of a row."""
        x = self._standardised(row)
        if self._columns.is_number:
            return float(self._forest.predict_one(x))
        return {str(label): float(p) for label, p in self._forest.predict_proba_one(x).items()}

    def learn(self, row: int) -> None:
        """Learn a row."""
        self._scaler.learn_one({k: v for k, v in self._raw(row).items() if v == v})
        self._forest.learn_one(self._standardised(row), self._columns.truths[row])

    def _raw(self, row: int) -> dict[int, float]:
        return dict(enumerate(self._inputs[row].tolist()))

    def _standardised(self, row: int) -> dict[int, float]:
        """Return a row in deviations from the means so far; what is missing is at the mean."""
        raw = self._raw(row)
        known = self._scaler.transform_one({k: v for k, v in raw.items() if v == v})
        return {key: known.get(key, 0.0) for key in raw}


def stream_peers(data: DataSet) -> Iterator[Scores]:
    """Yield what each peer says of each row before it learns it."""
    columns = columns_of(data)
    peers: list[Peer] = [
        Refitted("lgbm_geolog", LightGbm, 1.1, columns),
        Refitted("cat_geo", CatBoost, CATBOOST_GROWTH, columns),
        Refitted("linear", Linear, 1.1, columns),
        RiverForest(columns),
    ]
    if columns.is_number:
        peers.append(Refitted("cat_geolog", partial(CatBoost, logs=True), CATBOOST_GROWTH, columns))
    for peer in peers:
        yield _streamed(data, peer)


def _streamed(data: DataSet, peer: Peer) -> Scores:
    outcomes: list[Outcome] = []
    learn_s: list[float] = []
    predict_s: list[float] = []
    for row in range(len(data)):
        if row:
            start = perf_counter()
            guess = peer.predict(row)
            predict_s.append(perf_counter() - start)
            outcomes.append(outcome(guess, data.truths[row], data.truths[:row]))
        start = perf_counter()
        peer.learn(row)
        learn_s.append(perf_counter() - start)
    return Scores.of(data.name, peer.name, outcomes, learn_s, predict_s)


def outcome(guess: Guess, truth: Truth, before: Sequence[Truth]) -> Outcome:
    """Return how a guess did; ``before`` is what the naive answer knows."""
    if isinstance(guess, Mapping):
        return scored_labels(guess, truth, before)
    return scored_number(guess, float(truth), before)
