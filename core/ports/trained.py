"""Stores of what retraining made: versions and runs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.domain.identity import (
    MemberId,
    RunId,
    TaskId,
)
from core.domain.version import Comparison, Run, RunFigures, RunStatus, Trial, Version


class Versions(Protocol):
    """Retrained states of a task's learner."""

    async def add_live(
        self,
        task_id: TaskId,
        *,
        artifact: str,
        comparison: Comparison,
        trials: tuple[Trial, ...],
        examples: int,
    ) -> Version:
        """Add a version under the task's next number, live from now; the live one retires."""
        ...

    async def add_refused(
        self, task_id: TaskId, *, comparison: Comparison, trials: tuple[Trial, ...], examples: int
    ) -> Version:
        """Add a version that was not better, for the history; it has no artifact."""
        ...

    async def live(self, task_id: TaskId) -> Version | None:
        """Return the live version; None where none was promoted (or all were rolled back)."""
        ...

    async def all(self, task_id: TaskId) -> Sequence[Version]:
        """Return the task's versions, newest first."""
        ...

    async def roll_back(self, task_id: TaskId) -> Version | None:
        """Retire the live version for the newest retired one of a lower number, and return that.

        None where there is no earlier one: version 0, the learner as it was before any
        retraining, answers again. Raises NotFound where no version is live.
        """
        ...

    async def refuse(self, task_id: TaskId, number: int) -> None:
        """Mark a version whose files cannot be trusted, so that it never answers again.

        Where it was live, no version is live any more.
        """
        ...

    async def artifacts(self) -> Sequence[str]:
        """Return the names of all artifacts that a version of any task needs."""
        ...


class Runs(Protocol):
    """Retrainings."""

    async def start(
        self,
        task_id: TaskId,
        *,
        requested_by: MemberId | None,
        reason: str,
        revision: int,
        examples: int,
        lease_until: datetime,
    ) -> Run:
        """Start a run; raises Conflict while another of the task holds an unexpired lease.

        A run whose lease has expired is marked failed first: its process is gone.
        """
        ...

    async def renew(self, run_id: RunId, lease_until: datetime) -> None:
        """Hold a running run's lease for longer."""
        ...

    async def end(
        self,
        run_id: RunId,
        status: RunStatus,
        *,
        version: int | None = None,
        comparison: Comparison | None = None,
        reason: str | None = None,
        figures: RunFigures | None = None,
    ) -> Run:
        """Save how a running run ended; a run that has ended stays as it is."""
        ...

    async def get(self, run_id: RunId) -> Run:
        """Return a run; raises NotFound."""
        ...

    async def latest(self, task_id: TaskId) -> Run | None:
        """Return the task's newest run."""
        ...

    async def all(self, task_id: TaskId) -> Sequence[Run]:
        """Return the task's runs, newest first."""
        ...

    async def unfinished(self) -> Sequence[Run]:
        """Return the runs of every task that are marked running."""
        ...
