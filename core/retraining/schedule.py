"""When a task is due for retraining: pure, so that every rule can be tried in a table.

What a member teaches counts at once without any retraining; it is for what conditioning cannot
change: feature maps, hyper-parameters, weights. So it may be rare, and must not be endless.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import sqrt
from statistics import fmean, stdev
from typing import Final

from core.retraining.accept import MIN_EXAMPLES

GROWTH: Final = 0.20
"""The share of changed examples that makes a run worth while: hyper-parameters move slowly, and
with a constant share the number of runs grows with the logarithm of the examples."""

MIN_CHANGES: Final = 10
"""Fewer changes than this are hardly ever enough to tell two fits apart."""

STALE_AFTER: Final = timedelta(days=1)
"""After this long, :data:`MIN_CHANGES` are enough: a large task then follows its world daily."""

MIN_PAUSE: Final = timedelta(minutes=1)
"""Between the end of a run and the next one's start, so that a burst of lessons makes one run."""

PAUSE_PER_RUN: Final = 10
"""The pause in multiples of the last run's length: training takes a tenth of the time at most."""

PAUSE_AFTER_FAILURE: Final = timedelta(hours=1)
"""After a run that failed or that a member stopped: what made it so has to pass first."""

MIN_DRIFT_EXAMPLES: Final = 20
"""Fewer foretold errors than this are no sign of drift."""

DRIFT_FACTOR: Final = 1.2
"""How much worse than the card's promise the honest error must surely be; less is weather."""

DRIFT_ERRORS: Final = 2.0
"""Standard errors taken off the recent mean: one false alarm in forty."""


class Due(StrEnum):
    """Why a retraining is due."""

    ERASED = "examples were erased"
    FIELDS_CHANGED = "the fields changed"
    NEW_EXAMPLES = "new examples"
    DRIFT = "the error grew"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleFacts:
    """What the schedule needs to know of a task.

    "Since" counts from the last run that was judged, promoted or refused: what it has seen is no
    reason for another. That no task has two runs at once is the lease's business, not the
    schedule's.
    """

    active: int
    """Examples that count now."""
    changed: int
    """Examples that were taught, edited, withdrawn or restored since."""
    erased: int = 0
    """Examples that were erased since, of those that the last run saw."""
    fields_changed: bool = False
    """Whether the task's fields or target are others than they were then."""
    recent_errors: Sequence[float] = ()
    """The honest errors of examples taught since, each foretold before it was learned."""
    promised_error: float | None = None
    """The error on the live version's card; None where no version is live."""
    since_end: timedelta | None = None
    """How long ago the last run of any kind ended; None where there was none."""
    last_took: timedelta = timedelta()
    has_failed: bool = False
    """Whether the last run failed or was stopped by a member."""


def why_due(facts: ScheduleFacts) -> Due | None:
    """Return why the task is due for retraining now; None where it is not."""
    if facts.active < MIN_EXAMPLES or _is_resting(facts):
        return None
    if facts.erased:
        return Due.ERASED
    if facts.fields_changed:
        return Due.FIELDS_CHANGED
    if facts.changed >= _enough_changes(facts):
        return Due.NEW_EXAMPLES
    return Due.DRIFT if _has_drifted(facts) else None


def _is_resting(facts: ScheduleFacts) -> bool:
    if facts.since_end is None:
        return False
    pause = max(MIN_PAUSE, PAUSE_PER_RUN * facts.last_took)
    return facts.since_end < max(pause, PAUSE_AFTER_FAILURE if facts.has_failed else pause)


def _enough_changes(facts: ScheduleFacts) -> float:
    is_stale = facts.since_end is not None and facts.since_end >= STALE_AFTER
    return MIN_CHANGES if is_stale else max(MIN_CHANGES, GROWTH * facts.active)


def _has_drifted(facts: ScheduleFacts) -> bool:
    errors = facts.recent_errors
    if facts.promised_error is None or len(errors) < MIN_DRIFT_EXAMPLES:
        return False
    surely = fmean(errors) - DRIFT_ERRORS * stdev(errors) / sqrt(len(errors))
    return surely > DRIFT_FACTOR * facts.promised_error
