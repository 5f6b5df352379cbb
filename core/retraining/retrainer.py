"""Retraining in the background: the port Trainer."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace

import structlog

from core.domain.identity import MemberId, TaskId
from core.domain.task import Task
from core.domain.version import LOST, STOPPED, Progress, Run, RunStatus
from core.errors import Conflict, NotFound, OperatorError, UserError
from core.owned import OwnedTasks, stop
from core.ports.learning import Clock, OnEnd, OnProgress
from core.retraining.accept import MIN_EXAMPLES
from core.retraining.course import Course
from core.retraining.job import Step
from core.retraining.leases import hold
from core.retraining.pace import Pace
from core.retraining.records import gather_facts
from core.retraining.schedule import why_due

log = structlog.get_logger()

REQUESTED = "a member asked for it"
CANCELLED = "a member stopped it"
ENDED_ELSEWHERE = frozenset({CANCELLED, STOPPED, LOST})
"""Why a run ends by other hands than those that carry it out."""
FAULT = "a fault in the program; its log tells more"


@dataclass(slots=True, kw_only=True)
class _Training:
    run: Run
    progress: Progress
    task: asyncio.Task[None]


class Retrainer:
    """Retrains tasks, one at a time, and keeps the record of each run.

    The composition root calls :meth:`resume` once, keeps :meth:`run_forever` and
    :meth:`end_lost_forever` running, and calls :meth:`close` at the end. Other programs may do
    the same on the same store: each ends its own runs, and those whose lease has expired.
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
        """Start a retraining, which waits for its turn; raises Conflict or UserError."""
        return await self._begin(task.id, requested_by=requested_by, reason=REQUESTED)

    async def cancel(self, task_id: TaskId) -> bool:
        """Stop the task's retraining, here or elsewhere; return whether there was one to stop."""
        training = self._trainings.pop(task_id, None)
        if training is not None:
            await stop(training.task)
        run = training.run if training else await self._run_elsewhere(task_id)
        ended = await self._end(run, RunStatus.CANCELLED, CANCELLED) if run else None
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
        """Take up after a restart: end what was lost, clear up, and consider every task.

        A full disk keeps nobody from starting: what cannot be cleared up now can be later.
        """
        async with self._open_work() as work:
            everything = await work.tasks.ids()
        try:
            await self._end_lost()
            await self._course.sweep()
        except OperatorError:
            log.exception("not cleared up")
        for task_id in everything:
            self.consider(task_id)

    async def end_lost_forever(self) -> None:
        """End the runs of programs that are gone, once their lease has expired."""
        while True:
            await asyncio.sleep(self._pace.lease.total_seconds())
            try:
                await self._end_lost()
            except Exception:
                log.exception("lost runs not ended")

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
            return await self._every_task()
        await asyncio.sleep(self._pace.debounce.total_seconds())
        self._has_noted.clear()
        noted, self._noted = self._noted, set()
        return noted

    async def _every_task(self) -> Collection[TaskId]:
        """Return every task; none where the database is away, until the next round."""
        try:
            async with self._open_work() as work:
                return await work.tasks.ids()
        except OperatorError:
            log.exception("tasks not read")
            return ()

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
                lease=self._pace.lease,
            )
        if before := self._trainings.get(task_id):
            await self._leave(before.run)
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
                ended = await self._follow(run)
        except OperatorError as error:
            ended = await self._end(run, RunStatus.FAILED, str(error))
        except NotFound:
            ended = None
        except Exception:
            log.exception("run failed", task=run.task_id, run=run.id)
            ended = await self._end(run, RunStatus.FAILED, FAULT)
        if self._of(run):
            del self._trainings[run.task_id]
        if ended is None:
            log.info("run dropped", task=run.task_id, run=run.id)
        else:
            await self._tell(ended)

    async def _follow(self, run: Run) -> Run | None:
        async with self._open_work() as work:
            is_ours = await work.runs.begin(run.id)
        if not is_ours:
            return None
        return await self._course.follow(run, lambda step: self._step(run, step))

    def _step(self, run: Run, step: Step) -> None:
        training = self._of(run)
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
        renewing = self._owned.start(self._hold(run), name=f"lease of run {run.id}")
        try:
            yield
        finally:
            await stop(renewing)

    async def _hold(self, run: Run) -> None:
        await hold(self._open_work, run, self._pace.lease)
        self._owned.start(self._leave(run), name=f"end of run {run.id}")

    async def _leave(self, run: Run) -> None:
        """Stop carrying out a run that was ended elsewhere, or whose task was deleted."""
        try:
            async with self._open_work() as work:
                ended: Run | None = await work.runs.get(run.id)
        except NotFound:
            ended = None
        training = self._of(run)
        if training is None or (ended and ended.reason not in ENDED_ELSEWHERE):
            return
        del self._trainings[run.task_id]
        await stop(training.task)
        log.info("run left", task=run.task_id, run=run.id)
        if ended is not None:
            await self._tell(ended)

    def _of(self, run: Run) -> _Training | None:
        """Return what carries a run out; None where it has ended here."""
        training = self._trainings.get(run.task_id)
        return training if training and training.run.id == run.id else None

    async def _run_elsewhere(self, task_id: TaskId) -> Run | None:
        """Return the task's run where another program carries it out."""
        async with self._open_work() as work:
            latest = await work.runs.latest(task_id)
        return latest if latest and latest.status is RunStatus.RUNNING else None

    async def _end_lost(self) -> None:
        async with self._open_work() as work:
            lost = await work.runs.end_lost()
        for run in lost:
            self.consider(run.task_id)
            await self._tell(run)
