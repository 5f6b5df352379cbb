import pytest

from core.domain.identity import TaskId
from core.domain.task import Task, TaskMarks
from core.domain.version import Version, VersionStatus
from core.errors import NotFound
from core.ports.work import OpenWork
from tests.contract.world import COMPARISON, THERE, TRIALS, add_task, lesson, promote, teach
from tests.fakes.clock import SetClock

LIVE, RETIRED, REFUSED = VersionStatus.LIVE, VersionStatus.RETIRED, VersionStatus.REFUSED


async def refuse_one(open_work: OpenWork, task: Task) -> Version:
    async with open_work() as work:
        return await work.versions.add_refused(
            task.id, comparison=COMPARISON, trials=(), examples=40
        )


async def statuses(open_work: OpenWork, task: Task) -> dict[int, VersionStatus]:
    async with open_work() as work:
        return {version.number: version.status for version in await work.versions.all(task.id)}


async def test_a_version_comes_back_as_it_was_made(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    made = await promote(open_work, task, "abc")
    async with open_work() as work:
        assert await work.versions.live(task.id) == made
        assert await work.versions.all(task.id) == [made]
    assert (made.number, made.status, made.artifact) == (1, LIVE, "abc")
    assert (made.comparison, made.trials, made.examples) == (COMPARISON, TRIALS, 40)
    assert made.made_at == clock.now


async def test_a_new_live_version_retires_the_one_before(open_work: OpenWork, task: Task) -> None:
    await promote(open_work, task, "a")
    refused = await refuse_one(open_work, task)
    await promote(open_work, task, "b")
    assert await statuses(open_work, task) == {3: LIVE, 2: REFUSED, 1: RETIRED}
    assert refused.artifact == ""


async def test_versions_are_numbered_by_task(open_work: OpenWork, task: Task) -> None:
    other = await add_task(open_work, community=THERE)
    assert (await promote(open_work, task, "a")).number == 1
    assert (await promote(open_work, other, "b")).number == 1
    assert await statuses(open_work, task) == {1: LIVE}
    assert await statuses(open_work, other) == {1: LIVE}


async def test_a_tasks_marks_say_how_far_it_has_been_taught_and_retrained(
    open_work: OpenWork, task: Task
) -> None:
    async with open_work() as work:
        assert await work.tasks.marks(task.id) == TaskMarks(revision=0, version=0)
    await teach(open_work, lesson(task.id), lesson(task.id))
    await promote(open_work, task, "a")
    await refuse_one(open_work, task)
    await promote(open_work, await add_task(open_work, community=THERE), "c")
    async with open_work() as work:
        assert await work.tasks.marks(task.id) == TaskMarks(revision=2, version=1)
        await work.versions.roll_back(task.id)
        assert await work.tasks.marks(task.id) == TaskMarks(revision=2, version=0)
        await work.tasks.delete(task.id)
        with pytest.raises(NotFound):
            await work.tasks.marks(task.id)


async def test_rolling_back_goes_one_version_back_at_a_time(
    open_work: OpenWork, task: Task
) -> None:
    await promote(open_work, task, "a")
    await refuse_one(open_work, task)
    await promote(open_work, task, "b")
    async with open_work() as work:
        back = await work.versions.roll_back(task.id)
        assert back is not None
        assert (back.number, back.status) == (1, LIVE)
        assert await work.versions.live(task.id) == back
    assert await statuses(open_work, task) == {3: RETIRED, 2: REFUSED, 1: LIVE}
    async with open_work() as work:
        assert await work.versions.roll_back(task.id) is None
        assert await work.versions.live(task.id) is None
    async with open_work() as work:
        with pytest.raises(NotFound):
            await work.versions.roll_back(task.id)


async def test_a_promotion_after_a_rollback_takes_the_next_number(
    open_work: OpenWork, task: Task
) -> None:
    for artifact in ("a", "b"):
        await promote(open_work, task, artifact)
    async with open_work() as work:
        await work.versions.roll_back(task.id)
    assert (await promote(open_work, task, "c")).number == 3
    assert await statuses(open_work, task) == {3: LIVE, 2: RETIRED, 1: RETIRED}


async def test_artifacts_are_needed_while_a_version_may_answer(
    open_work: OpenWork, task: Task
) -> None:
    other = await add_task(open_work, community=THERE)
    for artifact in ("a", "b", "c"):
        await promote(open_work, task, artifact)
    await promote(open_work, other, "d")
    await refuse_one(open_work, task)
    async with open_work() as work:
        assert sorted(await work.versions.artifacts()) == ["a", "b", "c", "d"]


async def test_a_version_needs_a_task(open_work: OpenWork) -> None:
    async with open_work() as work:
        with pytest.raises(NotFound):
            await work.versions.add_refused(TaskId(1), comparison=COMPARISON, trials=(), examples=1)
