"""Each port, three times: the fake in memory, a SQLite file, and PostgreSQL."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.task import Task
from core.ports.artifacts import Artifacts
from core.ports.work import OpenWork
from storage.artifacts import FolderArtifacts
from storage.migrate import upgrade
from storage.work import open_work_on
from tests.contract.databases import new_engine
from tests.contract.world import add_task
from tests.fakes import MemoryArtifacts, memory_work
from tests.fakes.clock import SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
async def open_work(
    request: pytest.FixtureRequest, tmp_path: Path, clock: SetClock
) -> AsyncIterator[OpenWork]:
    if request.param == "fake":
        yield memory_work(clock)
        return
    async with new_engine(request.param, tmp_path) as engine:
        await upgrade(engine)
        yield open_work_on(engine, clock=clock)


@pytest.fixture
async def task(open_work: OpenWork) -> Task:
    return await add_task(open_work)


@pytest.fixture(params=["fake", "folder"])
def artifacts(request: pytest.FixtureRequest, tmp_path: Path) -> Artifacts:
    if request.param == "fake":
        return MemoryArtifacts()
    return FolderArtifacts(tmp_path / "models", unrecorded_for=timedelta())
