"""What a learner reports of itself."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.forecast import CategoryForecast, Forecast, best_guess
from core.domain.identity import ExampleId
from core.domain.task import Truth, error_of
from core.learning.encoding.table import Row

MANY = 8
"""So many lessons of the very same question tell how its answer would vary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOneOut:
    """Each counting example predicted from all the others, at the fit and weights as they are.

    By ascending id; empty with fewer than two examples.
    """

    ids: tuple[ExampleId, ...]
    truths: tuple[Truth, ...]
    answers: tuple[Truth, ...]
    """The single answer to each."""
    naive: tuple[Truth, ...]
    """The median, or the most frequent label, of the others."""
    errors: NDArray[np.float64]
    """How far off each answer is, or how likely wrong; shape (examples,)."""
    log_likelihood: NDArray[np.float64]
    """Of each truth, in the target's unit; shape (examples,)."""
    inside: NDArray[np.bool_] | None
    """Whether each truth lies in its 80 % interval; numbers only."""
    confidence: NDArray[np.float64] | None
    """The probability of each answer; categories only."""
    doubt: NDArray[np.float64]
    """How wrong each truth looks beside the others, from 0 on; from 1 on it is suspect."""


def no_record() -> LeaveOneOut:
    """Return the record of fewer than two examples."""
    none: NDArray[np.float64] = np.empty(0)
    return LeaveOneOut(
        ids=(),
        truths=(),
        answers=(),
        naive=(),
        errors=none,
        log_likelihood=none,
        inside=None,
        confidence=None,
        doubt=none,
    )


def errors_of(
    forecasts: Sequence[Forecast], truths: Sequence[Truth], rows: Sequence[Row]
) -> NDArray[np.float64]:
    """Return how far off each left-out answer is; of a label, how likely it is wrong.

    Where one question was taught many times and its labels are nearly even, the lesson left out
    tips the scales, always against itself: all would be wrong. So there it counts how often the
    answer would be wrong if as many lessons were drawn anew, not whether it just is.

    Source: Efron and Tibshirani 1997, "Improvements on Cross-Validation: The .632+ Bootstrap
    Method", §2: the leave-one-out bootstrap as cross-validation whose jumps are smoothed; here
    with the normal approximation of the difference of two labels' frequencies.

    Args:
        forecasts: of each lesson without it.
        truths: what was taught.
        rows: what was asked, as it was read.
    """
    repeats = Counter(rows)
    return np.array(
        [
            _wrong(forecast, str(truth), repeats[row])
            if isinstance(forecast, CategoryForecast) and repeats[row] >= MANY
            else error_of(best_guess(forecast), truth)
            for forecast, truth, row in zip(forecasts, truths, rows, strict=True)
        ]
    )


def _wrong(forecast: CategoryForecast, truth: str, repeats: int) -> float:
    """Return how likely another label would be ahead of the truth."""
    likely = dict(forecast.probabilities)
    own = likely.pop(truth, 0.0)
    lead = (own - max(likely.values(), default=0.0)) * math.sqrt(repeats)
    return 0.5 * math.erfc(lead / math.sqrt(2.0))
