"""How often retraining looks around."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often the background looks around."""

    debounce: timedelta = timedelta(seconds=2)
    """From a change to the question whether a run is due: a burst of lessons asks it once."""
    round: timedelta = timedelta(minutes=10)
    """Between looks at every task, for those that only time makes due."""
    lease: timedelta = timedelta(minutes=1)
    """How long a run is taken for alive without a sign; renewed four times as often."""
