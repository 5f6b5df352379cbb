"""What a learner reports of itself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.identity import ExampleId
from core.domain.task import Truth


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
        log_likelihood=none,
        inside=None,
        confidence=None,
        doubt=none,
    )
