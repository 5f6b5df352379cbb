"""Stores of what retraining made: versions and runs."""

from collections.abc import Sequence
from datetime import timedelta
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

        One made before an example was erased may rest on it, and is passed over. None where there
        is no earlier one: version 0, the learner as it was before any retraining, answers again.
        Raises NotFound where no version is live.
        """
        ...

    async def before(self, task_id: TaskId) -> Version | None:
        """Return the version that :meth:`roll_back` would let answer; None for version 0."""
        ...

    async def artifacts(self) -> Sequence[str]:
        """Return the names of all artifacts that a version of any task needs.

        A retired version that may rest on erased examples needs none any more.
        """
        ...


class Runs(Protocol):
    """Retrainings.

    Whoever carries one out holds a lease and renews it, by the clock of the database where it has
    one. A run whose lease has expired is lost. Several programs may share a database: none ends
    what another one holds, but for a member who stops it.
    """

    async def start(
        self,
        task_id: TaskId,
        *,
        requested_by: MemberId | None,
        reason: str,
        revision: int,
        examples: int,
        lease: timedelta,
    ) -> Run:
        """Start a run; raises Conflict while another of the task is under way.

        A run whose lease has expired is ended first, as :meth:`end_lost` does.
        """
        ...

    async def renew(self, run_id: RunId, lease: timedelta) -> bool:
        """Hold a run's lease from now on; return whether the run is still under way."""
        ...

    async def begin(self, run_id: RunId) -> bool:
        """Note that a run is carried out now; return whether it is still under way."""
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

    async def end_lost(self) -> Sequence[Run]:
        """End the runs of every task whose lease has expired; return them as they ended.

        Their programs are gone: those that had begun failed, those that waited for their turn
        are cancelled.
        """
        ...

    async def get(self, run_id: RunId) -> Run:
        """Return a run as it is recorded; raises NotFound."""
        ...

    async def latest(self, task_id: TaskId) -> Run | None:
        """Return the task's newest run; one that was lost reads as ended already."""
        ...

    async def all(self, task_id: TaskId) -> Sequence[Run]:
        """Return the task's runs, newest first; one that was lost reads as ended already."""
        ...
