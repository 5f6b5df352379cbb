"""Which version answers."""

import asyncio

import pytest

from core.domain.artifact import Artifact
from core.domain.version import VersionStatus
from core.serving.predictor import LivePredictor
from tests.core.serving.world import (
    CONFIG,
    World,
    add_task,
    doubled,
    promote,
    size,
    teach,
)
from tests.fakes import MemoryArtifacts, memory_work


async def test_a_promoted_version_answers_with_all_that_was_taught_since(world: World) -> None:
    await world.teach(*doubled(30))
    assert await world.version() == 0
    await promote(world.open_work, world.artifacts, world.task)
    await world.teach(*doubled(3, start=31))
    answer = await world.predictor.answer(world.task, size(6.0))
    assert (answer.version, answer.examples) == (1, 33)
    assert await world.ask(6.0) == pytest.approx(await world.ask_afresh(6.0), rel=1e-6)


async def test_after_a_rollback_the_version_before_answers(world: World) -> None:
    await world.teach(*doubled(30))
    first = await world.ask(40.0)
    await promote(world.open_work, world.artifacts, world.task)
    await world.version()
    async with world.open_work() as work:
        await work.versions.roll_back(world.task.id)
    assert await world.version() == 0
    assert await world.ask(40.0) == pytest.approx(first, rel=1e-6)


async def test_where_files_cannot_be_used_the_version_before_answers_and_nothing_is_noted(
    world: World,
) -> None:
    await world.teach(*doubled(30))
    await promote(world.open_work, world.artifacts, world.task)
    damaged = await promote(world.open_work, world.artifacts, world.task)
    world.artifacts.damage(damaged.artifact)
    assert await world.version() == 1
    async with world.open_work() as work:
        versions = await work.versions.all(world.task.id)
    assert [v.status for v in versions] == [VersionStatus.LIVE, VersionStatus.RETIRED]


async def test_when_every_version_is_damaged_version_0_answers(world: World) -> None:
    await world.teach(*doubled(30))
    for _ in range(2):
        version = await promote(world.open_work, world.artifacts, world.task)
        world.artifacts.damage(version.artifact)
    assert await world.version() == 0
    async with world.open_work() as work:
        versions = await work.versions.all(world.task.id)
    assert [v.status for v in versions] == [VersionStatus.LIVE, VersionStatus.RETIRED]


async def test_a_foreign_artifact_does_not_answer(world: World) -> None:
    await world.teach(*doubled(30))
    version = await promote(world.open_work, world.artifacts, world.task)
    world.artifacts.written[version.artifact] = "{}", {}
    assert await world.version() == 0


async def test_two_programs_of_which_one_lacks_the_files_answer_each_with_what_it_has(
    world: World,
) -> None:
    await world.teach(*doubled(30))
    lacking = LivePredictor(world.open_work, MemoryArtifacts(), CONFIG)
    await promote(world.open_work, world.artifacts, world.task)
    assert (await lacking.answer(world.task, size(6.0))).version == 0
    assert await world.version() == 1
    await world.teach(*doubled(3, start=31))
    answer = await lacking.answer(world.task, size(6.0))
    assert (answer.version, answer.examples) == (0, 33)
    assert await world.version() == 1
    await lacking.close()


async def test_files_that_come_later_are_taken_up(world: World) -> None:
    await world.teach(*doubled(30))
    version = await promote(world.open_work, world.artifacts, world.task)
    written = world.artifacts.written.pop(version.artifact)
    patient = LivePredictor(world.open_work, world.artifacts, CONFIG)
    eager = LivePredictor(world.open_work, world.artifacts, CONFIG, try_again_s=0.0)
    for predictor in (patient, eager):
        assert (await predictor.answer(world.task, size(6.0))).version == 0
    world.artifacts.written[version.artifact] = written
    assert (await patient.answer(world.task, size(6.0))).version == 0
    assert (await eager.answer(world.task, size(6.0))).version == 1
    for predictor in (patient, eager):
        await predictor.close()


class SlowArtifacts(MemoryArtifacts):
    """Artifacts that are read when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.is_reading = asyncio.Event()
        self.may_read = asyncio.Event()

    async def read(self, name: str) -> Artifact:
        self.is_reading.set()
        await self.may_read.wait()
        return await super().read(name)


async def test_while_a_version_is_taken_up_the_one_before_answers_and_learns() -> None:
    open_work, artifacts = memory_work(), SlowArtifacts()
    predictor = LivePredictor(open_work, artifacts, CONFIG)
    task = await add_task(open_work)
    await teach(open_work, task, doubled(30))
    await predictor.answer(task, size(6.0))
    await promote(open_work, artifacts, task)
    refresh = asyncio.create_task(predictor.refresh(task.id))
    await artifacts.is_reading.wait()
    await teach(open_work, task, doubled(1, start=31))
    meanwhile = await predictor.answer(task, size(6.0))
    assert (meanwhile.version, meanwhile.examples) == (0, 31)
    artifacts.may_read.set()
    await refresh
    after = await predictor.answer(task, size(6.0))
    assert (after.version, after.examples) == (1, 31)
    await predictor.close()
