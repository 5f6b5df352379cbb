"""Versions and the retraining runs that make them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from core.domain.identity import MemberId, RunId, TaskId, VersionId


class VersionStatus(StrEnum):
    """A version's standing."""

    LIVE = "live"
    RETIRED = "retired"
    """Was live; can be rolled back to."""
    REFUSED = "refused"
    """Was not better than the live one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A candidate judged against the live version on the same examples, none of them learned.

    Errors: mean absolute error in the target's unit (numbers), share of wrong labels (categories).
    """

    examples: int
    confidence: float
    """Bootstrap probability that the candidate's mean log-likelihood is the higher."""
    gain: float
    """Mean log-likelihood of the candidate minus the live version's, in nats an example."""
    candidate_error: float
    live_error: float
    naive_error: float
    """Of the median, or of the most frequent label, of the other examples."""
    coverage: float | None = None
    """Share of truths in the candidate's 80 % interval; numbers only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One point of "predicted against true": an example predicted before it was learned."""

    truth: float | str
    predicted: float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One retrained state of a learner, with the card that tells of it."""

    id: VersionId
    task_id: TaskId
    number: int
    status: VersionStatus
    artifact: str
    """The name of its folder in the artifact store."""
    comparison: Comparison
    trials: tuple[Trial, ...] = ()
    made_at: datetime
    examples: int
    """How many examples it was fitted on."""


class RunStatus(StrEnum):
    """How far a retraining is, or how it ended."""

    RUNNING = "running"
    PROMOTED = "promoted"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FAILED = "failed"


STOPPED = "the program stopped"
"""The reason of a run that ended with its program before it began: it may be taken up at once."""

LOST = "its program stopped without a word"
"""The reason of a run that was being carried out by a program of which no sign came any more."""

RunFigures: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One retraining."""

    id: RunId
    task_id: TaskId
    status: RunStatus
    requested_by: MemberId | None
    """None where the schedule asked for it."""
    started_at: datetime
    begun_at: datetime | None = None
    """None while it waits for its turn."""
    ended_at: datetime | None = None
    revision: int
    """The task's revision when its examples were read."""
    examples: int = 0
    version: int | None = None
    """The number of the version that it made."""
    comparison: Comparison | None = None
    reason: str = ""
    """Why it was started, or what went wrong; never a message's text."""
    figures: RunFigures = field(default_factory=dict)
    """Seconds, device memory and the like."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", MappingProxyType(dict(self.figures)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a running retraining is."""

    task_id: TaskId
    run_id: RunId
    fraction: float
    """0 to 1."""
    stage: str
