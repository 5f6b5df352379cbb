"""Everything a memory store holds: dictionaries of frozen values."""

from collections import Counter
from dataclasses import dataclass, field, fields
from datetime import datetime

from core.domain.absence import Absence
from core.domain.example import Example
from core.domain.forecast import Feedback, FollowUp, Prediction
from core.domain.identity import (
    CommunityId,
    ExampleId,
    MemberId,
    PredictionId,
    ProposalId,
    RunId,
    StepId,
    TaskId,
    VersionId,
)
from core.domain.member import AuditEntry, Member, Proposal
from core.domain.step import Step
from core.domain.task import Task
from core.domain.version import Run, Version
from core.errors import NotFound


@dataclass(slots=True, kw_only=True)
class State:
    """One state of the store; its values are frozen, so a copy shares them."""

    given: Counter[tuple[str, object]] = field(default_factory=Counter)
    """How many ids and numbers of each kind were ever given, by kind and owner."""
    tasks: dict[TaskId, Task] = field(default_factory=dict)
    examples: dict[ExampleId, Example] = field(default_factory=dict)
    sources: dict[tuple[CommunityId, str], ExampleId] = field(default_factory=dict)
    steps: dict[StepId, Step] = field(default_factory=dict)
    predictions: dict[PredictionId, Prediction] = field(default_factory=dict)
    feedback: dict[tuple[PredictionId, MemberId], Feedback] = field(default_factory=dict)
    follow_ups: dict[PredictionId, FollowUp] = field(default_factory=dict)
    versions: dict[VersionId, Version] = field(default_factory=dict)
    runs: dict[RunId, Run] = field(default_factory=dict)
    leases: dict[RunId, datetime] = field(default_factory=dict)
    members: dict[tuple[CommunityId, MemberId], Member] = field(default_factory=dict)
    audited: list[AuditEntry] = field(default_factory=list)
    proposals: dict[ProposalId, Proposal] = field(default_factory=dict)
    left: dict[CommunityId, Absence] = field(default_factory=dict)
    """Communities without the bot, and since when."""
    settings: dict[tuple[CommunityId, str], str] = field(default_factory=dict)
    """Values as JSON text."""

    def copy(self) -> "State":
        """Return a state that can be changed without changing this one."""
        return State(**{f.name: getattr(self, f.name).copy() for f in fields(self)})

    def next(self, kind: str, owner: object = None) -> int:
        """Return the next id or number of a kind; none is given twice."""
        self.given[kind, owner] += 1
        return self.given[kind, owner]

    def task(self, task_id: TaskId) -> Task:
        """Return a task.

        Raises:
            NotFound: there is none of this id.
        """
        if task_id not in self.tasks:
            raise NotFound("This task does not exist any more.")
        return self.tasks[task_id]
