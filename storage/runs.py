"""Retraining runs in a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.codec import comparison_from_json, record_to_json
from core.domain.identity import MemberId, RunId, TaskId
from core.domain.version import Comparison, Run, RunFigures, RunStatus
from core.errors import Conflict, NotFound
from core.ports.learning import Clock
from storage.claims import claim_task
from storage.tables import RunRow

RUNNING = RunRow.status == RunStatus.RUNNING


@dataclass(frozen=True, slots=True)
class SqlRuns:
    """The port Runs in one transaction."""

    session: AsyncSession
    clock: Clock

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
        """Start a run; raises Conflict while another of the task holds an unexpired lease."""
        await claim_task(self.session, task_id)
        await self._fail_abandoned(task_id)
        row = RunRow(
            task_id=task_id,
            status=RunStatus.RUNNING,
            requested_by=requested_by,
            started_at=self.clock(),
            lease_until=lease_until,
            revision=revision,
            examples=examples,
            reason=reason,
            figures={},
        )
        self.session.add(row)
        await self.session.flush()
        return _run(row)

    async def renew(self, run_id: RunId, lease_until: datetime) -> None:
        """Hold a running run's lease for longer; one that has ended stays as it is."""
        row = await self._claim(run_id)
        if row.status is RunStatus.RUNNING:
            row.lease_until = lease_until
            await self.session.flush()

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
        row = await self._claim(run_id)
        if row.status is RunStatus.RUNNING:
            row.status = status
            row.ended_at = self.clock()
            row.version = version
            row.comparison = record_to_json(comparison) if comparison else None
            row.reason = row.reason if reason is None else reason
            row.figures = dict(figures or {})
            await self.session.flush()
        return _run(row)

    async def get(self, run_id: RunId) -> Run:
        """Return a run; raises NotFound."""
        return _run(await self._get(run_id))

    async def latest(self, task_id: TaskId) -> Run | None:
        """Return the task's newest run."""
        chosen = select(RunRow).where(RunRow.task_id == task_id).order_by(RunRow.id.desc())
        row = await self.session.scalar(chosen.limit(1))
        return None if row is None else _run(row)

    async def all(self, task_id: TaskId) -> Sequence[Run]:
        """Return the task's runs, newest first."""
        return list(reversed(await self._some(RunRow.task_id == task_id)))

    async def unfinished(self) -> Sequence[Run]:
        """Return the runs of every task that are marked running."""
        return await self._some(RUNNING)

    async def _some(self, condition: ColumnElement[bool]) -> list[Run]:
        rows = await self.session.scalars(select(RunRow).where(condition).order_by(RunRow.id))
        return [_run(row) for row in rows]

    async def _get(self, run_id: RunId) -> RunRow:
        row = await self.session.get(RunRow, run_id, populate_existing=True)
        if row is None:
            raise NotFound("This retraining does not exist any more.")
        return row

    async def _claim(self, run_id: RunId) -> RunRow:
        await claim_task(self.session, (await self._get(run_id)).task_id)
        return await self._get(run_id)

    async def _fail_abandoned(self, task_id: TaskId) -> None:
        running = select(RunRow).where(RunRow.task_id == task_id, RUNNING)
        row = await self.session.scalar(running)
        if row is None:
            return
        if row.lease_until > self.clock():
            raise Conflict("A retraining of this task is under way already.")
        await self.end(row.id, RunStatus.FAILED, reason="Its process is gone.")


def _run(row: RunRow) -> Run:
    return Run(
        id=row.id,
        task_id=row.task_id,
        status=row.status,
        requested_by=row.requested_by,
        started_at=row.started_at,
        ended_at=row.ended_at,
        revision=row.revision,
        examples=row.examples,
        version=row.version,
        comparison=None if row.comparison is None else comparison_from_json(row.comparison),
        reason=row.reason,
        figures=row.figures,
    )
