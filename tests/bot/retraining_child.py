"""A process that is in the middle of a retraining until it is killed."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

import numpy as np

from bot.wiring import MODELS
from core.domain.artifact import Artifact
from core.domain.example import Lesson
from storage.artifacts import FolderArtifacts
from storage.engine import create_engine
from storage.migrate import upgrade
from storage.work import open_work_on
from tests.bot.scripted import ANA
from tests.contract.world import add_task, lesson

LEASE = timedelta(seconds=60)


async def retrain_for_ever(folder: Path) -> None:
    """Teach, start a run, write what came of it, and never get to record that."""
    engine = create_engine(f"sqlite+aiosqlite:///{folder / 'apprentice.db'}")
    await upgrade(engine)
    open_work = open_work_on(engine)
    task = await add_task(open_work, community=ANA.community)
    async with open_work() as work:
        lessons: list[Lesson] = [lesson(task.id, float(at)) for at in range(40)]
        await work.examples.add_all(lessons)
        run = await work.runs.start(
            task.id, requested_by=None, reason="", revision=40, examples=40, lease=LEASE
        )
        await work.runs.begin(run.id)
    artifact = Artifact(manifest={}, tensors={"weights": np.zeros(3)})
    await FolderArtifacts(folder / MODELS).write(artifact)
    sys.stdout.write("under way\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(retrain_for_ever(Path(sys.argv[1])))
