"""``python -m tests.benchmarks.ratings``: ratings foretold one at a time, beside running levels.

Each rating is foretold, then learned, in time order, through the learner as the product uses it:
it is fitted anew whenever a fifth of the ratings is new. The films are made up, so that the
noise's floor is known, unless ``--data`` names a file like MovieLens 100k's ``u.data``.
"""

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from river import optim, reco

from core.domain.forecast import NumberForecast
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.learning.learner import Learner
from core.retraining.accept import MIN_EXAMPLES
from core.retraining.schedule import GROWTH
from tests.benchmarks.films import KEYS, TASK, FilmNights, film_nights, read_nights

CHECKPOINTS = (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
SHRINKAGE = 5.0
"""How many ratings the running levels' prior is worth."""
STEP = 0.025
"""Of river's recommenders, as its own examples have it; nothing of them is tuned."""
FACTORS = 10
FIRST = 3
"""Answers before so many ratings say nothing."""
HEADINGS = (
    "ratings",
    "noise's floor",
    "running levels",
    "river's Baseline",
    "river's BiasedMF",
    "learner",
    "against levels",
    "above the floor",
    "in 80 %",
)
CONFIG = LearnerConfig(device="cpu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What was foretold of each rating, and how long that took."""

    centers: NDArray[np.float64]
    inside: NDArray[np.bool_]
    """Whether the rating was in the 80 % range."""
    answer_ms: float
    lesson_ms: float
    fit_s: float
    """Of the last fit."""


def running_levels(nights: FilmNights) -> NDArray[np.float64]:
    """Return each rating as the running mean and shrunk levels of film and member foretell it."""
    sums: dict[object, float] = defaultdict(float)
    counts: dict[object, int] = defaultdict(int)
    found = []
    total = 0.0
    for seen, example in enumerate(nights.examples):
        mean = total / seen if seen else 3.0
        both = [example.values[KEYS[name]] for name in ("title", "rater")]
        levels = [(sums[one] - counts[one] * mean) / (counts[one] + SHRINKAGE) for one in both]
        found.append(float(np.clip(mean + sum(levels), 1, 5)))
        rating = float(example.target or 0)
        total += rating
        for one in both:
            sums[one] += rating
            counts[one] += 1
    return np.array(found)


def river_models() -> tuple[reco.Baseline, reco.BiasedMF]:
    """Return river's recommenders as its examples set them up."""
    return reco.Baseline(optimizer=optim.SGD(STEP)), reco.BiasedMF(
        n_factors=FACTORS,
        bias_optimizer=optim.SGD(STEP),
        latent_optimizer=optim.SGD(STEP),
        latent_initializer=optim.initializers.Normal(mu=0.0, sigma=0.1, seed=0),
    )


def river_says(model: reco.Baseline | reco.BiasedMF, nights: FilmNights) -> NDArray[np.float64]:
    """Return each rating as one of river's recommenders foretells it before it learns it."""
    found = []
    for place, example in enumerate(nights.examples):
        who, what = (example.values[KEYS[name]] for name in ("rater", "title"))
        found.append(model.predict_one(who, what) if place else 3.0)
        model.learn_one(who, what, float(example.target or 0))
    clipped: NDArray[np.float64] = np.clip(np.array(found, dtype=np.float64), 1, 5)
    return clipped


def foretold(nights: FilmNights) -> Run:
    """Return each rating as the learner foretells it before it learns it."""
    learner, due = Learner(TASK, CONFIG), MIN_EXAMPLES
    centers, inside, answers, lessons, fit_s = [], [], [], [], 0.0
    learner.observe(nights.examples[:FIRST])
    for place, example in enumerate(nights.examples[FIRST:], start=FIRST):
        if place >= due:
            begin = perf_counter()
            learner = fit(TASK, nights.examples[:place], config=CONFIG, warm=learner)
            fit_s, due = perf_counter() - begin, place + max(10, int(GROWTH * place))
        begin = perf_counter()
        forecast = learner.predict([example.values])[0].forecast
        answers.append(perf_counter() - begin)
        if not isinstance(forecast, NumberForecast):
            raise TypeError("a rating is foretold as a number")
        likely = forecast.interval(0.8)
        centers.append(forecast.center)
        inside.append(likely.low <= float(example.target or 0) <= likely.high)
        begin = perf_counter()
        learner.observe([example])
        lessons.append(perf_counter() - begin)
    return Run(
        centers=np.concatenate([np.full(FIRST, np.nan), centers]),
        inside=np.array([*[True] * FIRST, *inside]),
        answer_ms=median(answers) * 1e3,
        lesson_ms=median(lessons) * 1e3,
        fit_s=fit_s,
    )


def show(console: Console, nights: FilmNights) -> None:
    """Print the root mean squared errors by window as a table."""
    run, levels = foretold(nights), running_levels(nights)
    peers = [river_says(model, nights) for model in river_models()]
    table = Table(title="Ratings one at a time: root mean squared error", title_justify="left")
    for heading in HEADINGS:
        table.add_column(heading, justify="right")
    ends = [end for end in CHECKPOINTS if end < len(nights.examples)] + [len(nights.examples)]
    windows = [*zip([FIRST, *ends], ends, strict=False), (FIRST, len(nights.examples))]
    for start, end in windows:
        given = nights.ratings[start:end]
        plain, ours = rmse(levels[start:end], given), rmse(run.centers[start:end], given)
        floor = None if nights.truths is None else rmse(nights.truths[start:end], given)
        table.add_row(
            f"{start + 1:,} – {end:,}",
            "–" if floor is None else f"{floor:.3f}",
            f"{plain:.3f}",
            *(f"{rmse(peer[start:end], given):.3f}" for peer in peers),
            f"{ours:.3f}",
            f"{ours / plain - 1:+.1%}",
            "–" if floor is None else f"{ours / floor - 1:+.0%}",
            f"{run.inside[start:end].mean():.0%}",
        )
    console.print(table)
    console.print(
        f"answer {run.answer_ms:.2f} ms, lesson {run.lesson_ms:.2f} ms (medians), "
        f"last fit {run.fit_s:.1f} s"
    )


def rmse(said: NDArray[np.float64], ratings: NDArray[np.float64]) -> float:
    """Return the root of the mean squared error."""
    return float(np.sqrt(np.square(said - ratings).mean()))


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ratings")
    parser.add_argument("--ratings", type=int, default=1_500)
    parser.add_argument("--members", type=int, default=40)
    parser.add_argument("--films", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--data", type=Path, help="ratings like MovieLens 100k's u.data")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    if asked.data:
        show(Console(highlight=False), read_nights(asked.data, asked.ratings))
        return
    nights = film_nights(asked.ratings, members=asked.members, films=asked.films, seed=asked.seed)
    show(Console(highlight=False), nights)


if __name__ == "__main__":
    main()
