"""Retraining runs in a database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.codec import comparison_from_json, record_to_json
from core.domain.identity import MemberId, RunId, TaskId
from core.domain.version import LOST, STOPPED, Comparison, Run, RunFigures, RunStatus
from core.errors import Conflict, NotFound
from core.ports.learning import Clock
from storage.claims import claim_task
from storage.clocks import shared_now
from storage.failures import read_row
from storage.tables import RunRow

RUNNING = RunRow.status == RunStatus.RUNNING
MAX_LEASE = timedelta(minutes=10)
"""No program asks for more: a lease that ends later was written when the clock was wrong."""


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
        lease: timedelta,
    ) -> Run:
        """Start a run; raises Conflict while another of the task is under way."""
        await claim_task(self.session, task_id)
        await self._end_lost_of(task_id)
        if await self._is_under_way(task_id):
            raise Conflict("A retraining of this task is under way already.")
        row = RunRow(
            task_id=task_id,
            status=RunStatus.RUNNING,
            requested_by=requested_by,
            started_at=self.clock(),
            lease_until=await self._now() + lease,
            revision=revision,
            examples=examples,
            reason=reason,
            figures={},
        )
        self.session.add(row)
        await self.session.flush()
        return _run(row)

    async def renew(self, run_id: RunId, lease: timedelta) -> bool:
        """Hold a run's lease from now on; return whether the run is still under way."""
        row = await self._claim(run_id)
        if row.status is RunStatus.RUNNING:
            row.lease_until = await self._now() + lease
            await self.session.flush()
        return row.status is RunStatus.RUNNING

    async def begin(self, run_id: RunId) -> bool:
        """Note that a run is carried out now; return whether it is still under way."""
        row = await self._claim(run_id)
        if row.status is RunStatus.RUNNING:
            row.begun_at = self.clock()
            await self.session.flush()
        return row.status is RunStatus.RUNNING

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

    async def end_lost(self) -> Sequence[Run]:
        """End the runs of every task whose lease has expired; return them as they ended."""
        chosen = select(RunRow.task_id).where(RUNNING).order_by(RunRow.id)
        tasks = (await self.session.scalars(chosen)).all()
        ended = [await self._end_lost_of(task_id) for task_id in tasks]
        return [run for run in ended if run is not None]

    async def get(self, run_id: RunId) -> Run:
        """Return a run as it is recorded; raises NotFound."""
        return _run(await self._get(run_id))

    async def latest(self, task_id: TaskId) -> Run | None:
        """Return the task's newest run; one that was lost reads as ended already."""
        chosen = select(RunRow).where(RunRow.task_id == task_id).order_by(RunRow.id.desc())
        runs = await self._seen((await self.session.scalars(chosen.limit(1))).all())
        return runs[0] if runs else None

    async def all(self, task_id: TaskId) -> Sequence[Run]:
        """Return the task's runs, newest first; one that was lost reads as ended already."""
        chosen = select(RunRow).where(RunRow.task_id == task_id).order_by(RunRow.id.desc())
        return await self._seen((await self.session.scalars(chosen)).all())

    async def _seen(self, rows: Sequence[RunRow]) -> Sequence[Run]:
        """Return runs as they are now, whether or not somebody has recorded that they are lost."""
        if all(row.status is not RunStatus.RUNNING for row in rows):
            return [_run(row) for row in rows]
        now = await self._now()
        return [_as_lost(_run(row), now) if _is_lost(row, now) else _run(row) for row in rows]

    async def _now(self) -> datetime:
        return await shared_now(self.session, self.clock)

    async def _get(self, run_id: RunId) -> RunRow:
        row = await self.session.get(RunRow, run_id, populate_existing=True)
        if row is None:
            raise NotFound("This retraining does not exist any more.")
        return row

    async def _claim(self, run_id: RunId) -> RunRow:
        await claim_task(self.session, (await self._get(run_id)).task_id)
        return await self._get(run_id)

    async def _end_lost_of(self, task_id: TaskId) -> Run | None:
        """End the task's run if it is lost, and return it."""
        await claim_task(self.session, task_id)
        running = select(RunRow).where(RunRow.task_id == task_id, RUNNING)
        row = await self.session.scalar(running.execution_options(populate_existing=True))
        now = await self._now()
        if row is None or not _is_lost(row, now):
            return None
        lost = _as_lost(_run(row), now)
        return await self.end(row.id, lost.status, reason=lost.reason)

    async def _is_under_way(self, task_id: TaskId) -> bool:
        running = select(RunRow.id).where(RunRow.task_id == task_id, RUNNING)
        return await self.session.scalar(running) is not None


def _is_lost(row: RunRow, now: datetime) -> bool:
    """Whether no sign came of a run for too long, or its lease is of a clock that was wrong."""
    return row.status is RunStatus.RUNNING and not now < row.lease_until <= now + MAX_LEASE


def _as_lost(run: Run, now: datetime) -> Run:
    if run.begun_at is None:
        return replace(run, status=RunStatus.CANCELLED, reason=STOPPED, ended_at=now)
    return replace(run, status=RunStatus.FAILED, reason=LOST, ended_at=now)


@read_row
def _run(row: RunRow) -> Run:
    return Run(
        id=row.id,
        task_id=row.task_id,
        status=row.status,
        requested_by=row.requested_by,
        started_at=row.started_at,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
        revision=row.revision,
        examples=row.examples,
        version=row.version,
        comparison=None if row.comparison is None else comparison_from_json(row.comparison),
        reason=row.reason,
        figures=row.figures,
    )
