"""A retrainer on a store in memory, with a worker that does what the test says."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.domain.artifact import Artifact
from core.domain.forecast import Answer
from core.domain.identity import TaskId
from core.domain.task import Task
from core.domain.version import Comparison, Progress, Run, Trial, Version
from core.learning.fitting import fit
from core.owned import stop
from core.ports.work import OpenWork, Work
from core.retraining.course import Course
from core.retraining.job import Job, Outcome, Step
from core.retraining.pace import Pace
from core.retraining.retrainer import Retrainer
from core.serving.predictor import LivePredictor
from tests.core.retraining.jobs import NOON, a_comparison
from tests.core.serving.world import ANA, CONFIG, size
from tests.fakes import MemoryArtifacts, memory_work

QUICK = Pace(debounce=timedelta())


@dataclass
class Clock:
    """A clock that the test turns."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def turn(self, by: timedelta) -> None:
        """Let time pass."""
        self.now += by


@dataclass
class ScriptedWorker:
    """Fits what it is asked to, and judges it as the test says."""

    comparison: Comparison = field(default_factory=a_comparison)
    error: Exception | None = None
    jobs: list[Job] = field(default_factory=list)
    started: asyncio.Event = field(default_factory=asyncio.Event)
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)
    is_closed: bool = False

    def __post_init__(self) -> None:
        self.may_go_on.set()

    def pause(self) -> None:
        """Let the next job wait in the middle until :attr:`may_go_on` is set."""
        self.started.clear()
        self.may_go_on.clear()

    async def run(self, job: Job, on_step: Callable[[Step], None]) -> Outcome:
        self.jobs.append(job)
        on_step(Step(fraction=0.5, stage="fitting"))
        self.started.set()
        await self.may_go_on.wait()
        if self.error is not None:
            raise self.error
        on_step(Step(fraction=1.0, stage="judged"))
        return Outcome(
            artifact=fit(job.task, job.examples, config=CONFIG).save(),
            comparison=self.comparison,
            trials=(Trial(truth=1.0, predicted=1.5),),
            figures={"seconds": 1.0},
        )

    async def close(self) -> None:
        self.is_closed = True


class CrashingArtifacts(MemoryArtifacts):
    """Artifacts after whose writing a program may stop for ever, as if it had lost its power."""

    def __init__(self) -> None:
        super().__init__()
        self.stops = False
        self.has_written = asyncio.Event()

    async def write(self, artifact: Artifact) -> str:
        name = await super().write(artifact)
        self.has_written.set()
        if self.stops:
            await asyncio.Event().wait()
        return name


def watched(open_work: OpenWork, committed: asyncio.Event) -> OpenWork:
    """Return the same units of work, which set an event when they have committed."""

    @asynccontextmanager
    async def open_watched() -> AsyncIterator[Work]:
        async with open_work() as work:
            yield work
        committed.set()

    return open_watched


@dataclass
class Stage:
    """Everything that a test of the retrainer needs; :meth:`restart` is a new program."""

    clock: Clock
    open_work: OpenWork
    committed: asyncio.Event
    artifacts: CrashingArtifacts
    predictor: LivePredictor
    worker: ScriptedWorker
    retrainer: Retrainer = field(init=False)
    seen: list[Progress] = field(default_factory=list)
    ended: list[Run] = field(default_factory=list)
    has_ended: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.restart()

    async def train(self, task: Task) -> Run:
        """Retrain a task and return the run as it ended."""
        started = await self.retrainer.start(task, requested_by=ANA)
        await self.retrainer.wait(task.id)
        return await self.run(started)

    async def run(self, run: Run) -> Run:
        """Return a run as it is stored."""
        async with self.open_work() as work:
            return await work.runs.get(run.id)

    async def live(self, task: Task) -> Version | None:
        """Return the live version."""
        async with self.open_work() as work:
            return await work.versions.live(task.id)

    async def runs(self, task_id: TaskId) -> list[Run]:
        """Return the runs of a task, newest first."""
        async with self.open_work() as work:
            return list(await work.runs.all(task_id))

    async def ask(self, task: Task) -> Answer:
        """Ask for the size 6."""
        return await self.predictor.answer(task, size(6.0))

    async def note_end(self, run: Run) -> None:
        """Keep what a front end is told."""
        self.ended.append(run)
        self.has_ended.set()

    def restart(self, *, pace: Pace = QUICK) -> None:
        """Put a new program in the place of the one that died."""
        course = Course(
            open_work=self.open_work,
            artifacts=self.artifacts,
            predictor=self.predictor,
            worker=self.worker,
            config=CONFIG,
        )
        self.retrainer = Retrainer(
            course,
            clock=self.clock,
            pace=pace,
            on_progress=self.seen.append,
            on_end=self.note_end,
        )

    async def crash(self) -> None:
        """Stop every background task where it is, as a lost power supply would."""
        await self.retrainer._owned.close()


@asynccontextmanager
async def a_stage() -> AsyncIterator[Stage]:
    """Yield a stage on an empty store."""
    clock = Clock()
    committed = asyncio.Event()
    open_work, artifacts = watched(memory_work(clock), committed), CrashingArtifacts()
    predictor = LivePredictor(open_work, artifacts, CONFIG)
    stage = Stage(
        clock=clock,
        open_work=open_work,
        committed=committed,
        artifacts=artifacts,
        predictor=predictor,
        worker=ScriptedWorker(),
    )
    yield stage
    await stage.retrainer.close()
    await predictor.close()


@asynccontextmanager
async def running(stage: Stage) -> AsyncIterator[None]:
    """Let the background look around."""
    rounds = asyncio.create_task(stage.retrainer.run_forever())
    try:
        yield
    finally:
        await stop(rounds)


async def next_end(stage: Stage) -> None:
    """Wait for the next run to end."""
    await stage.has_ended.wait()
    stage.has_ended.clear()
