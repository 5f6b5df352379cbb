"""The composition root: the one place where the program is put together."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.settings import Settings
from core.assistant.assistant import Assistant
from core.assistant.retention import Retention
from core.embedding.opening import resolve
from core.learning.config import LearnerConfig
from core.owned import OwnedTasks
from core.ports.learning import Clock, OnEnd, OnProgress
from core.ports.work import OpenWork
from core.retraining.course import Course
from core.retraining.process import WorkerLimits, WorkerProcess
from core.retraining.retrainer import Retrainer
from core.serving.predictor import LivePredictor
from storage.artifacts import FolderArtifacts
from storage.clocks import utc_now
from storage.engine import create_engine
from storage.migrate import upgrade
from storage.work import open_work_on

IN_MEMORY = "sqlite+aiosqlite:///:memory:"
MODELS = "models"
ENCODERS = "encoders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Apprentice:
    """The parts of a running program that front ends use."""

    assistant: Assistant
    predictor: LivePredictor
    retrainer: Retrainer
    open_work: OpenWork


@asynccontextmanager
async def open_apprentice(
    settings: Settings,
    *,
    in_memory: bool = False,
    on_progress: OnProgress | None = None,
    on_end: OnEnd | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Apprentice]:
    """Yield the running program; all that it started has ended when the block is left.

    Args:
        settings: what whoever runs it chose.
        in_memory: keep nothing: the database in memory, models in a folder that goes afterwards.
        on_progress: hears how far retrainings are.
        on_end: hears of each retraining that has ended.
        clock: tells the time in place of this machine's.

    Raises:
        OperatorError: the data folder or the database cannot be used.
    """
    clock = clock or utc_now
    async with AsyncExitStack() as stack:  # closes in the reverse order of what follows
        database = IN_MEMORY if in_memory else settings.database
        open_work = await _open_storage(stack, database, clock)
        folder = _folder(stack, settings, in_memory=in_memory)
        artifacts = FolderArtifacts(folder / MODELS)
        predictor = LivePredictor(open_work, artifacts, _learner_config(settings, folder))
        stack.push_async_callback(predictor.close)
        course = _course(settings, folder, open_work, artifacts, predictor)
        retrainer = Retrainer(course, clock=clock, on_progress=on_progress, on_end=on_end)
        stack.push_async_callback(retrainer.close)
        await retrainer.resume()
        background = OwnedTasks()
        stack.push_async_callback(background.close)
        kept_for = timedelta(days=settings.retention_days)
        retention = Retention(open_work, clock=clock, after=kept_for)
        _start(background, predictor, retrainer, retention, settings)
        yield Apprentice(
            assistant=Assistant(
                open_work=open_work,
                predictor=predictor,
                trainer=retrainer,
                clock=clock,
                learns_from_others=settings.learn_from_others,
                retention=retention,
            ),
            predictor=predictor,
            retrainer=retrainer,
            open_work=open_work,
        )


def _course(
    settings: Settings,
    folder: Path,
    open_work: OpenWork,
    artifacts: FolderArtifacts,
    predictor: LivePredictor,
) -> Course:
    return Course(
        open_work=open_work,
        artifacts=artifacts,
        predictor=predictor,
        worker=WorkerProcess(_limits(settings)),
        config=_learner_config(settings, folder),
    )


def _start(
    background: OwnedTasks,
    predictor: LivePredictor,
    retrainer: Retrainer,
    retention: Retention,
    settings: Settings,
) -> None:
    """Start what goes on beside the chat."""
    background.start(retention.erase_left_forever(), name="retention")
    background.start(predictor.warm_up(), name="warm-up")
    background.start(retrainer.end_lost_forever(), name="lost runs")
    if settings.automatic_training:
        background.start(retrainer.run_forever(), name="retraining")


async def migrate(settings: Settings) -> None:
    """Bring the database to this program's revision.

    Raises:
        OperatorError: it cannot be used, or is newer than the program.
    """
    async with AsyncExitStack() as stack:
        await _open_storage(stack, settings.database, utc_now)


async def _open_storage(stack: AsyncExitStack, database: str, clock: Clock) -> OpenWork:
    engine = create_engine(database)
    stack.push_async_callback(engine.dispose)
    await upgrade(engine)
    return open_work_on(engine, clock=clock)


def _folder(stack: AsyncExitStack, settings: Settings, *, in_memory: bool) -> Path:
    if in_memory:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="apprentice-")))
    return settings.data


def _learner_config(settings: Settings, folder: Path) -> LearnerConfig:
    return LearnerConfig(
        device=settings.device,
        text_encoder=resolve(settings.text_encoder),
        text_folder=str(folder / ENCODERS),
    )


def _limits(settings: Settings) -> WorkerLimits:
    return WorkerLimits(
        time=timedelta(minutes=settings.training_minutes),
        memory_mib=settings.training_memory_mib,
        threads=settings.threads,
    )
