from datetime import timedelta

import pytest

from core.domain.identity import RunId, TaskId
from core.domain.task import Task
from core.domain.version import LOST, STOPPED, Run, RunStatus
from core.errors import Conflict, NotFound
from core.ports.work import OpenWork
from tests.contract.world import ANA, COMPARISON, THERE, add_task
from tests.fakes.clock import SetClock

LEASE = timedelta(minutes=5)


async def start(open_work: OpenWork, task: Task, clock: SetClock) -> Run:
    async with open_work() as work:
        return await work.runs.start(
            task.id,
            requested_by=ANA,
            reason="asked",
            revision=3,
            examples=40,
            lease=LEASE,
        )


async def test_a_run_comes_back_as_it_was_started(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    run = await start(open_work, task, clock)
    async with open_work() as work:
        assert await work.runs.get(run.id) == run
        assert await work.runs.latest(task.id) == run
        assert await work.runs.all(task.id) == [run]
    assert (run.status, run.requested_by, run.reason) == (RunStatus.RUNNING, ANA, "asked")
    assert (run.revision, run.examples, run.started_at) == (3, 40, clock.now)
    assert (run.ended_at, run.version, run.comparison) == (None, None, None)


async def test_a_task_is_retrained_once_at_a_time(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    run = await start(open_work, task, clock)
    clock.move(LEASE - timedelta(seconds=1))
    with pytest.raises(Conflict):
        await start(open_work, task, clock)
    async with open_work() as work:
        await work.runs.end(run.id, RunStatus.CANCELLED)
    assert (await start(open_work, task, clock)).status is RunStatus.RUNNING


async def test_tasks_are_retrained_side_by_side(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    other = await add_task(open_work, community=THERE)
    runs = [await start(open_work, each, clock) for each in (task, other)]
    async with open_work() as work:
        assert await work.runs.all(task.id) == [runs[0]]
        assert await work.runs.all(other.id) == [runs[1]]


async def begin(open_work: OpenWork, run: Run) -> None:
    async with open_work() as work:
        assert await work.runs.begin(run.id)


async def test_when_a_run_began_is_kept(open_work: OpenWork, task: Task, clock: SetClock) -> None:
    run = await start(open_work, task, clock)
    assert run.begun_at is None
    began_at = clock.move()
    await begin(open_work, run)
    async with open_work() as work:
        assert (await work.runs.get(run.id)).begun_at == began_at


async def test_a_begun_run_whose_lease_has_expired_has_failed_at_once_for_everybody(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    lost = await start(open_work, task, clock)
    await begin(open_work, lost)
    ended_at = clock.move(LEASE)
    async with open_work() as work:
        seen = await work.runs.latest(task.id)
        assert await work.runs.all(task.id) == [seen]
    assert seen is not None
    assert (seen.status, seen.reason) == (RunStatus.FAILED, LOST)
    taken_up = await start(open_work, task, clock)
    async with open_work() as work:
        failed = await work.runs.get(lost.id)
        assert await work.runs.all(task.id) == [taken_up, failed]
    assert (failed.status, failed.ended_at, failed.reason) == (RunStatus.FAILED, ended_at, LOST)


async def test_a_lost_run_that_waited_for_its_turn_did_not_fail(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    lost = await start(open_work, task, clock)
    clock.move(LEASE)
    async with open_work() as work:
        seen = await work.runs.latest(task.id)
        (ended,) = await work.runs.end_lost()
        assert await work.runs.get(lost.id) == seen == ended
    assert (ended.status, ended.reason) == (RunStatus.CANCELLED, STOPPED)


async def test_only_what_is_lost_is_ended(open_work: OpenWork, task: Task, clock: SetClock) -> None:
    other = await add_task(open_work, community=THERE)
    lost, held = [await start(open_work, each, clock) for each in (task, other)]
    clock.move(LEASE / 2)
    async with open_work() as work:
        assert await work.runs.end_lost() == []
        assert await work.runs.renew(held.id, LEASE)
    clock.move(LEASE / 2)
    async with open_work() as work:
        assert [run.id for run in await work.runs.end_lost()] == [lost.id]
        assert (await work.runs.get(held.id)).status is RunStatus.RUNNING
        assert not await work.runs.renew(lost.id, LEASE)
        assert not await work.runs.begin(lost.id)


async def test_a_lease_of_a_clock_that_was_wrong_holds_nothing(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    await start(open_work, task, clock)
    clock.move(timedelta(days=-365))
    async with open_work() as work:
        seen = await work.runs.latest(task.id)
    assert seen is not None
    assert seen.status is RunStatus.CANCELLED
    assert (await start(open_work, task, clock)).status is RunStatus.RUNNING


async def test_a_renewed_lease_holds_for_longer(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    run = await start(open_work, task, clock)
    clock.move(LEASE - timedelta(seconds=1))
    async with open_work() as work:
        assert await work.runs.renew(run.id, LEASE)
    clock.move(LEASE - timedelta(seconds=1))
    with pytest.raises(Conflict):
        await start(open_work, task, clock)


async def test_how_a_run_ended_is_kept(open_work: OpenWork, task: Task, clock: SetClock) -> None:
    run = await start(open_work, task, clock)
    clock.move()
    async with open_work() as work:
        ended = await work.runs.end(
            run.id,
            RunStatus.PROMOTED,
            version=4,
            comparison=COMPARISON,
            figures={"seconds": 1.5},
        )
    async with open_work() as work:
        assert await work.runs.get(run.id) == ended
    assert (ended.status, ended.ended_at, ended.version) == (RunStatus.PROMOTED, clock.now, 4)
    assert (ended.comparison, dict(ended.figures)) == (COMPARISON, {"seconds": 1.5})
    assert ended.reason == "asked"


async def test_a_run_that_has_ended_stays_as_it_is(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    run = await start(open_work, task, clock)
    async with open_work() as work:
        ended = await work.runs.end(run.id, RunStatus.FAILED, reason="out of memory")
    async with open_work() as work:
        assert await work.runs.end(run.id, RunStatus.PROMOTED, version=1) == ended
        await work.runs.renew(run.id, LEASE)
    assert ended.reason == "out of memory"
    await start(open_work, task, clock)


async def test_what_is_not_there_is_not_found(open_work: OpenWork, clock: SetClock) -> None:
    async with open_work() as work:
        for act in (
            work.runs.get(RunId(1)),
            work.runs.renew(RunId(1), LEASE),
            work.runs.begin(RunId(1)),
            work.runs.end(RunId(1), RunStatus.FAILED),
        ):
            with pytest.raises(NotFound):
                await act
        assert await work.runs.latest(TaskId(1)) is None
        with pytest.raises(NotFound):
            await work.runs.start(
                TaskId(1),
                requested_by=None,
                reason="",
                revision=0,
                examples=0,
                lease=LEASE,
            )
