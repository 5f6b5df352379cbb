"""Retraining in the background: the port Trainer."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from core.domain.identity import MemberId, TaskId
from core.domain.task import Task
from core.domain.version import Progress, Run, RunStatus
from core.errors import Conflict, NotFound, OperatorError, UserError
from core.ports.learning import Clock, OnEnd, OnProgress
from core.retraining.accept import MIN_EXAMPLES
from core.retraining.course import Course
from core.retraining.job import Step
from core.retraining.owned import OwnedTasks, stop
from core.retraining.records import STOPPED, gather_facts
from core.retraining.schedule import why_due

log = structlog.get_logger()

REQUESTED = "a member asked for it"
CANCELLED = "a member stopped it"
INTERRUPTED = "it was interrupted"
FAULT = "a fault in the program; its log tells more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often the background looks around."""

    debounce: timedelta = timedelta(seconds=2)
    """From a change to the question whether a run is due: a burst of lessons asks it once."""
    round: timedelta = timedelta(minutes=10)
    """Between looks at every task, for those that only time makes due."""
    lease: timedelta = timedelta(minutes=2)
    """How long a run is taken for alive without a sign; renewed four times as often."""


@dataclass(slots=True, kw_only=True)
class _Training:
    run: Run
    progress: Progress
    task: asyncio.Task[None]


class Retrainer:
    """Retrains tasks, one at a time, and keeps the record of each run.

    The composition root calls :meth:`resume` once, keeps :meth:`run_forever` running, and calls
    :meth:`close` at the end.
    """

    def __init__(
        self,
        course: Course,
        *,
        clock: Clock,
        pace: Pace | None = None,
        on_progress: OnProgress | None = None,
        on_end: OnEnd | None = None,
    ) -> None:
        self._course = course
        self._open_work = course.open_work
        self._clock = clock
        self._pace = pace or Pace()
        self._on_progress = on_progress
        self._on_end = on_end
        self._trainings: dict[TaskId, _Training] = {}
        self._owned = OwnedTasks()
        self._turn = asyncio.Lock()
        self._noted: set[TaskId] = set()
        self._has_noted = asyncio.Event()
        self._full_round_at = 0.0

    async def start(self, task: Task, *, requested_by: MemberId | None) -> Run:
        """Start a retraining; it waits for its turn.

        Raises:
            Conflict: one is under way.
            UserError: the task has too few examples.
        """
        return await self._begin(task.id, requested_by=requested_by, reason=REQUESTED)

    async def cancel(self, task_id: TaskId) -> bool:
        """Stop the task's retraining; return whether there was one to stop."""
        training = self._trainings.pop(task_id, None)
        if training is None:
            return False
        await stop(training.task)
        ended = await self._end(training.run, RunStatus.CANCELLED, CANCELLED)
        if ended is None or ended.status is not RunStatus.CANCELLED:
            return False
        await self._tell(ended)
        return True

    def progress(self, task_id: TaskId) -> Progress | None:
        """Return how far the task's retraining is; None where none is under way here."""
        training = self._trainings.get(task_id)
        return training.progress if training else None

    def consider(self, task_id: TaskId) -> None:
        """Note that a task changed: the schedule is asked soon, in the background."""
        self._noted.add(task_id)
        self._has_noted.set()

    async def wait(self, task_id: TaskId) -> None:
        """Wait until the task's retraining, if one is under way here, has ended."""
        training = self._trainings.get(task_id)
        if training is not None:
            await asyncio.wait([training.task])

    async def resume(self) -> None:
        """Take up after a restart: close what was left open, and consider every task."""
        async with self._open_work() as work:
            unfinished = await work.runs.unfinished()
            interrupted = [
                await work.runs.end(run.id, RunStatus.FAILED, reason=INTERRUPTED)
                for run in unfinished
            ]
            everything = await work.tasks.ids()
        await self._course.sweep()
        for run in interrupted:
            await self._tell(run)
        for task_id in everything:
            self.consider(task_id)

    async def run_forever(self) -> None:
        """Start what is due, until cancelled."""
        now = asyncio.get_running_loop().time()
        self._full_round_at = now + self._pace.round.total_seconds()
        while True:
            for task_id in await self._next_round():
                try:
                    await self._start_if_due(task_id)
                except (Conflict, NotFound):
                    log.debug("not retrained", task=task_id)
                except Exception:
                    log.exception("schedule failed", task=task_id)

    async def close(self) -> None:
        """Stop every retraining, to be taken up at the next start, and the worker."""
        trainings = list(self._trainings.values())
        self._trainings.clear()
        await self._owned.close()
        for training in trainings:
            await self._end(training.run, RunStatus.CANCELLED, STOPPED)
        await self._course.worker.close()

    async def _next_round(self) -> Collection[TaskId]:
        """Wait for changed tasks and return them, or all of them when it is time."""
        with suppress(TimeoutError):
            async with asyncio.timeout_at(self._full_round_at):
                await self._has_noted.wait()
        now = asyncio.get_running_loop().time()
        if now >= self._full_round_at:  # however many lessons come, so that no task starves
            self._full_round_at = now + self._pace.round.total_seconds()
            async with self._open_work() as work:
                return await work.tasks.ids()
        await asyncio.sleep(self._pace.debounce.total_seconds())
        self._has_noted.clear()
        noted, self._noted = self._noted, set()
        return noted

    async def _start_if_due(self, task_id: TaskId) -> None:
        if task_id in self._trainings:
            return
        async with self._open_work() as work:
            facts = await gather_facts(work, task_id, now=self._clock())
        due = why_due(facts)
        if due is not None:
            await self._begin(task_id, requested_by=None, reason=str(due))

    async def _begin(self, task_id: TaskId, *, requested_by: MemberId | None, reason: str) -> Run:
        async with self._open_work() as work:
            task = await work.tasks.get(task_id)
            active = await work.examples.count(task_id)
            if active < MIN_EXAMPLES:
                raise UserError(
                    f'Task "{task.name}" has {active} examples that count; retraining needs at '
                    f"least {MIN_EXAMPLES}. Until then every lesson counts at once all the same."
                )
            run = await work.runs.start(
                task_id,
                requested_by=requested_by,
                reason=reason,
                revision=await work.examples.revision(task_id),
                examples=active,
                lease_until=self._clock() + self._pace.lease,
            )
        self._trainings[task_id] = _Training(
            run=run,
            progress=Progress(task_id=task_id, run_id=run.id, fraction=0.0, stage="waiting"),
            task=self._owned.start(self._carry_out(run), name=f"run {run.id}"),
        )
        log.info("run started", task=task_id, run=run.id, reason=reason, examples=active)
        return run

    async def _carry_out(self, run: Run) -> None:
        """Own a run until its end; whoever cancels this ends the row."""
        try:
            async with self._leased(run), self._turn:
                ended: Run | None = await self._course.follow(run, lambda s: self._step(run, s))
        except OperatorError as error:
            ended = await self._end(run, RunStatus.FAILED, str(error))
        except NotFound:
            ended = None
        except Exception:
            log.exception("run failed", task=run.task_id, run=run.id)
            ended = await self._end(run, RunStatus.FAILED, FAULT)
        self._trainings.pop(run.task_id, None)
        if ended is None:
            log.info("run dropped", task=run.task_id, run=run.id)
        else:
            await self._tell(ended)

    def _step(self, run: Run, step: Step) -> None:
        training = self._trainings.get(run.task_id)
        if training is None:  # it is being cancelled
            return
        training.progress = replace(training.progress, fraction=step.fraction, stage=step.stage)
        if self._on_progress is not None:
            self._on_progress(training.progress)

    async def _end(self, run: Run, status: RunStatus, reason: str) -> Run | None:
        """Save how a run ended, unless it has; None where its task was deleted meanwhile."""
        try:
            async with self._open_work() as work:
                return await work.runs.end(run.id, status, reason=reason)
        except NotFound:
            return None

    async def _tell(self, ended: Run) -> None:
        log.info("run ended", task=ended.task_id, run=ended.id, status=str(ended.status))
        if self._on_end is not None:
            await self._on_end(ended)

    @asynccontextmanager
    async def _leased(self, run: Run) -> AsyncIterator[None]:
        """Show the other processes that the run is alive."""
        renewing = self._owned.start(self._renew(run), name=f"lease of run {run.id}")
        try:
            yield
        finally:
            await stop(renewing)

    async def _renew(self, run: Run) -> None:
        while True:
            await asyncio.sleep(self._pace.lease.total_seconds() / 4)
            try:
                async with self._open_work() as work:
                    await work.runs.renew(run.id, self._clock() + self._pace.lease)
            except Exception:
                log.exception("lease not renewed", task=run.task_id, run=run.id)
