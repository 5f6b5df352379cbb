"""Processes that are killed: ``teach URL`` and ``write FOLDER STEP``; each tells what it has done.

A line with a number or a name is written when, and only when, that was acknowledged.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.domain.artifact import Artifact
from storage import artifacts
from storage.engine import create_engine
from storage.migrate import upgrade
from storage.work import open_work_on
from tests.contract.world import BEN, HERE, add_task, lesson

LAST = "last"
UNDER_WAY = "…"
"""Told within a unit of work, so that the parent can kill between any two of its steps."""


async def teach_for_ever(url: str) -> None:
    """Teach, edit and note in each unit of work; tell the example's number after it."""
    engine = create_engine(url)
    await upgrade(engine)
    open_work = open_work_on(engine)
    async with open_work() as work:
        task = await work.tasks.named(HERE, "flats")
    task = task or await add_task(open_work)
    while True:
        async with open_work() as work:
            example = await work.examples.add(lesson(task.id, 0.0))
            number = float(example.number)
            tell(UNDER_WAY)
            await work.examples.edit(example.id, values=example.values, target=number)
            tell(UNDER_WAY)
            await work.settings.put(HERE, LAST, number)
            tell(UNDER_WAY)
            await work.examples.add(lesson(task.id, number, author=BEN))
            tell(UNDER_WAY)
        tell(example.number)


def write_and_die(folder: str, step: int) -> None:
    """Write an artifact, tell its name, and be killed at the step-th disk step of another."""
    store = artifacts.FolderArtifacts(Path(folder))
    artifact = Artifact(manifest={}, tensors={"weights": np.zeros(1000)})
    tell(asyncio.run(store.write(artifact)))
    steps = iter(range(step + 1))

    def dying(does: Callable[..., None]) -> Callable[..., None]:
        def act(*arguments: object) -> None:
            does(*arguments)
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        return act

    for name in ("write_durably", "sync_folder"):
        setattr(artifacts, name, dying(getattr(artifacts, name)))
    asyncio.run(store.write(artifact))


def tell(what: object) -> None:
    """Let the parent know, at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["teach", url]:
            asyncio.run(teach_for_ever(url))
        case ["write", folder, step]:
            write_and_die(folder, int(step))
        case other:
            raise SystemExit(f"Expected teach URL or write FOLDER STEP, not {other}.")
