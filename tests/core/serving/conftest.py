from collections.abc import AsyncIterator

import pytest

from core.serving.predictor import LivePredictor
from tests.core.serving.world import CONFIG, World, add_task
from tests.fakes import MemoryArtifacts, memory_work


@pytest.fixture
async def world() -> AsyncIterator[World]:
    open_work = memory_work()
    artifacts = MemoryArtifacts()
    predictor = LivePredictor(open_work, artifacts, CONFIG)
    yield World(open_work, artifacts, predictor, await add_task(open_work))
    await predictor.close()
