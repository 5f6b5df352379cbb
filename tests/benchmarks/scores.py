"""What predictions made before learning are worth: errors, likelihood, calibration."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median

import numpy as np
from rich.console import Console
from rich.table import Table

from core.domain.forecast import Forecast, NumberForecast
from core.domain.task import Truth

CHECKPOINTS = (20, 50, 100, 200, 500, 1000, 2000)
ECE_BINS = 10
LEAST_LIKELY = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one prediction did.

    Numbers: absolute error, the running median's, whether the 80 % and 90 % intervals held.
    Categories: whether it was right, the most frequent label's being right, the log loss, the
    probability of the answer.
    """

    is_number: bool
    loss: float
    naive: float
    logloss: float = float("nan")
    confidence: float = float("nan")
    in_80: bool | None = None
    """None where no interval was given."""
    in_90: bool | None = None


def scored(forecast: Forecast, truth: Truth, before: Sequence[Truth]) -> Outcome:
    """Return how a forecast did; ``before`` is what the naive answer knows."""
    if isinstance(forecast, NumberForecast):
        number = float(truth)
        low, high = forecast.interval(0.8), forecast.interval(0.9)
        return replace(
            scored_number(forecast.center, number, before),
            in_80=low.low <= number <= low.high,
            in_90=high.low <= number <= high.high,
        )
    return scored_labels(dict(forecast.probabilities), truth, before)


def scored_number(center: float, truth: float, before: Sequence[Truth]) -> Outcome:
    """Return how a number without an interval did."""
    return Outcome(
        is_number=True,
        loss=abs(center - truth),
        naive=abs(median(map(float, before)) - truth),
    )


def scored_labels(
    probabilities: Mapping[str, float], truth: Truth, before: Sequence[Truth]
) -> Outcome:
    """Return how the probabilities of labels did."""
    top = max(probabilities, key=lambda label: (probabilities[label], label), default="")
    likely = min(max(probabilities.get(str(truth), 0.0), LEAST_LIKELY), 1.0)
    return Outcome(
        is_number=False,
        loss=float(top != truth),
        naive=float(Counter(before).most_common(1)[0][0] != truth),
        logloss=-float(np.log(likely)),
        confidence=probabilities.get(top, 0.0),
    )


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Return the expected calibration error over ten bins of equal width.

    Source: Guo et al. 2017, "On Calibration of Modern Neural Networks", §2.
    """
    sure = np.array([one.confidence for one in outcomes])
    right = np.array([1.0 - one.loss for one in outcomes])
    bins = np.minimum((sure * ECE_BINS).astype(int), ECE_BINS - 1)
    gaps = [abs((right - sure)[bins == place].sum()) for place in range(ECE_BINS)]
    return float(sum(gaps) / max(len(outcomes), 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """One model on one set."""

    data: str
    model: str
    outcomes: Sequence[Outcome]
    """From the second row on."""
    learn_s: Sequence[float]
    predict_s: Sequence[float]

    @classmethod
    def of(
        cls,
        data: str,
        model: str,
        outcomes: Sequence[Outcome],
        learn_s: Sequence[float] = (),
        predict_s: Sequence[float] = (),
    ) -> "Scores":
        """Return the scores of a stream."""
        return cls(data=data, model=model, outcomes=outcomes, learn_s=learn_s, predict_s=predict_s)

    @property
    def is_number(self) -> bool:
        """Whether the target is a number."""
        return self.outcomes[0].is_number

    def windows(self) -> Iterator[tuple[int, Sequence[Outcome], Sequence[Outcome]]]:
        """Yield each checkpoint, all outcomes up to it and those since the one before.

        The last is the first that the set does not fill.
        """
        start = 0
        for checkpoint in CHECKPOINTS:
            recent = self.outcomes[start : checkpoint - 1]
            if not recent:
                return
            yield checkpoint, self.outcomes[: checkpoint - 1], recent
            start = checkpoint - 1

    def by_checkpoint(
        self, measure: "Measure | None" = None, *, windowed: bool = True
    ) -> dict[int, float]:
        """Return a measure at each checkpoint; relative error or accuracy unless another is given.

        Args:
            measure: of some outcomes.
            windowed: of those since the checkpoint before, not of all up to it.
        """
        of = measure or _quality
        return {n: of(recent if windowed else past) for n, past, recent in self.windows()}

    def line(self) -> str:
        """Return the scores in a line."""
        numbers = "  ".join(f"{n}: {q:.3f}" for n, q in self.by_checkpoint().items())
        speed = ""
        if self.learn_s and self.predict_s:
            speed = f"  learn {1e3 * median(self.learn_s[-500:]):.2f} ms"
            speed += f"  predict {1e3 * median(self.predict_s[-500:]):.2f} ms"
        return f"{self.data:<11} {self.model:<11} {numbers}{speed}"

    def rows(self) -> Iterator[dict[str, object]]:
        """Yield a row for each checkpoint, as the published measurements have them."""
        for n, past, recent in self.windows():
            so_far, window = _figures(past), _figures(recent)
            yield {
                "dataset": self.data,
                "task": "regression" if self.is_number else "classification",
                "model": self.model,
                "n": n,
                "n_actual": len(past) + 1,
                "rel_mae": so_far["rel_mae"],
                "win_rel_mae": window["rel_mae"],
                "rel_rmse": so_far["rel_rmse"],
                "win_rel_rmse": window["rel_rmse"],
                "acc": so_far["acc"],
                "win_acc": window["acc"],
                "logloss": so_far["logloss"],
                "win_logloss": window["logloss"],
                "ece": so_far["ece"],
                "cov80": so_far["cov80"],
                "cov90": so_far["cov90"],
                "learn_us_mean": _mean_us(self.learn_s[:n]),
                "predict_us_mean": _mean_us(self.predict_s[:n]),
            }


def _mean_us(seconds: Sequence[float]) -> object:
    return round(1e6 * fmean(seconds), 1) if seconds else ""


def _quality(outcomes: Sequence[Outcome]) -> float:
    if outcomes[0].is_number:
        return sum(o.loss for o in outcomes) / max(sum(o.naive for o in outcomes), 1e-300)
    return 1.0 - fmean(o.loss for o in outcomes)


def _relative_rmse(outcomes: Sequence[Outcome]) -> float:
    """Return the root mean squared error over that of the running median."""
    squares = sum(o.naive**2 for o in outcomes)
    return float(np.sqrt(sum(o.loss**2 for o in outcomes) / max(squares, 1e-300)))


def _log_loss(outcomes: Sequence[Outcome]) -> float:
    return fmean(o.logloss for o in outcomes)


Measure = Callable[[Sequence[Outcome]], float]
MEASURES: dict[bool, dict[str, Measure]] = {
    True: {"relative error": _quality, "relative RMSE": _relative_rmse},
    False: {"accuracy": _quality, "log loss": _log_loss, "calibration error": calibration_error},
}
"""What is printed of numbers (True) and of labels."""


def _figures(outcomes: Sequence[Outcome]) -> dict[str, object]:
    figures: dict[str, object] = dict.fromkeys(
        ("rel_mae", "rel_rmse", "acc", "logloss", "ece", "cov80", "cov90"), ""
    )
    if outcomes[0].is_number:
        return figures | {
            "rel_mae": round(_quality(outcomes), 6),
            "rel_rmse": round(_relative_rmse(outcomes), 6),
            "cov80": _share([o.in_80 for o in outcomes]),
            "cov90": _share([o.in_90 for o in outcomes]),
        }
    return figures | {
        "acc": round(_quality(outcomes), 6),
        "logloss": round(fmean(o.logloss for o in outcomes), 6),
        "ece": round(calibration_error(outcomes), 4),
    }


def _share(held: Sequence[bool | None]) -> object:
    known = [one for one in held if one is not None]
    return round(fmean(known), 4) if known else ""


def print_means(scores: Sequence[Scores], console: Console) -> None:
    """Print each model's means over the sets at each checkpoint, numbers and categories apart."""
    for is_number, measures in MEASURES.items():
        chosen = [one for one in scores if one.is_number is is_number]
        for name, measure in measures.items() if chosen else ():
            title = f"mean {name} by window ({_sets(chosen)} sets)"
            console.print(_means(chosen, title, measure))
        if chosen:
            console.print(_honesty(chosen))


def _means(scores: Sequence[Scores], title: str, measure: Measure) -> Table:
    table = Table(title=title)
    table.add_column("model")
    for point in CHECKPOINTS:
        table.add_column(str(point), justify="right")
    for model in dict.fromkeys(one.model for one in scores):
        reached = [one.by_checkpoint(measure) for one in scores if one.model == model]
        means = [[one[point] for one in reached if point in one] for point in CHECKPOINTS]
        table.add_row(model, *(f"{fmean(found):.3f}" if found else "" for found in means))
    return table


def _honesty(scores: Sequence[Scores]) -> str:
    """Return coverage or calibration of each model, over all rows from the 200th on."""
    found = []
    for model in dict.fromkeys(one.model for one in scores):
        late = [one.outcomes[199:] for one in scores if one.model == model]
        rows = [figures for part in late if part for figures in [_figures(part)]]
        for name in ("cov80", "cov90", "ece", "logloss"):
            known = [float(str(row[name])) for row in rows if row[name] != ""]
            if known:
                found.append(f"{model} {name} {fmean(known):.3f}")
    return "from the 200th row on: " + ", ".join(found)


def _sets(scores: Sequence[Scores]) -> int:
    return len({one.data for one in scores})
