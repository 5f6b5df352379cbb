"""How long a lesson and the next answer take, beside refitting a ridge of scikit-learn.

Both sides expand the numbers piecewise and the categories one-hot. The learner also chooses its
ridges by evidence, and gives an interval and an honest record with each answer; the ridge does not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from sklearn.compose import make_column_transformer
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, SplineTransformer

from core.learning.fitting import fit
from tests.benchmarks.flats import DISTRICTS, FLATS, Flats, some_flats

Result = TypeVar("Result")

SIZES = (100, 500, 2_000)
REPEATS = 30
"""Lessons timed at each size, each followed by a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Medians, in milliseconds."""

    examples: int
    retrain: float
    lesson: float
    answer: float
    refit: float
    """scikit-learn: learn the lesson by fitting all rows again, then answer."""

    @property
    def times_faster(self) -> float:
        """How many times faster a lesson with its next answer is than refitting."""
        return self.refit / (self.lesson + self.answer)


def measure(examples: int) -> Timing:
    """Return how long it takes at this number of examples."""
    flats = some_flats(examples + REPEATS + 1)
    known = [flats.example(row) for row in range(examples)]
    retrain, learner = _timed(partial(fit, FLATS, known))
    learner.predict([flats.values(examples)])
    lessons: list[float] = []
    answers: list[float] = []
    refits: list[float] = []
    for row in range(examples, examples + REPEATS):
        lesson, question = flats.example(row), flats.values(row + 1)
        lessons.append(_timed(partial(learner.observe, [lesson]))[0])
        answers.append(_timed(partial(learner.predict, [question]))[0])
        refits.append(_timed(partial(_refit_and_answer, flats, row))[0])
    return Timing(
        examples=examples,
        retrain=retrain,
        lesson=median(lessons),
        answer=median(answers),
        refit=median(refits),
    )


def show(console: Console) -> None:
    """Print the timings of every size as a table."""
    table = Table(
        title="A lesson and the next answer, in milliseconds (median)", title_justify="left"
    )
    for heading in ("examples", "retrain", "lesson", "answer", "ridge refit + answer", "faster"):
        table.add_column(heading, justify="right")
    for size in SIZES:
        timing = measure(size)
        figures = (timing.retrain, timing.lesson, timing.answer, timing.refit)
        shown = (f"{figure:,.2f}" for figure in figures)
        table.add_row(f"{size:,}", *shown, f"{timing.times_faster:.1f} x")
    console.print(table)


def _refit_and_answer(flats: Flats, row: int) -> float:
    known = slice(0, row + 1)
    model = make_pipeline(
        make_column_transformer(
            (SplineTransformer(n_knots=12, degree=1, knots="quantile"), [0, 1]),
            (OneHotEncoder(categories=[range(len(DISTRICTS))]), [2]),
        ),
        Ridge(),
    ).fit(flats.columns(known), flats.price[known])
    return float(model.predict(flats.columns(slice(row + 1, row + 2)))[0])


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return how many milliseconds a piece of work took, and what it gave."""
    begin = perf_counter()
    result = work()
    return (perf_counter() - begin) * 1_000, result
