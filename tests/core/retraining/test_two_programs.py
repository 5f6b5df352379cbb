"""Several programs on one store: none ends what another carries out, nor sweeps what it wrote."""

import asyncio
from datetime import timedelta

import pytest

from core.domain.task import Task
from core.domain.version import LOST, STOPPED, Run, RunStatus
from core.errors import Conflict, NotFound
from core.retraining.pace import Pace
from core.retraining.retrainer import CANCELLED, Retrainer
from tests.core.retraining.stage import Stage, next_end, running
from tests.core.serving.world import ANA, BEN, add_task, doubled, teach

LEASE = timedelta(seconds=60)
MOMENTS = Pace(lease=timedelta(milliseconds=4), debounce=timedelta())


async def a_task(stage: Stage, *, name: str = "houses") -> Task:
    task = await add_task(stage.open_work, name=name)
    await teach(stage.open_work, task, doubled(40))
    return task


async def under_way(stage: Stage, task: Task) -> tuple[Retrainer, Run]:
    """Return a program in the middle of a retraining, beside which another has started."""
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    first = stage.retrainer
    stage.restart()
    return first, run


async def test_a_second_program_leaves_the_first_ones_run_alone(stage: Stage) -> None:
    task = await a_task(stage)
    first, run = await under_way(stage, task)
    await stage.retrainer.resume()
    assert (await stage.run(run)).status is RunStatus.RUNNING
    with pytest.raises(Conflict):
        await stage.retrainer.start(task, requested_by=BEN)
    stage.worker.may_go_on.set()
    await first.wait(task.id)
    assert (await stage.run(run)).status is RunStatus.PROMOTED


async def test_a_second_program_ends_the_run_of_a_killed_one_without_a_restart(
    stage: Stage,
) -> None:
    task = await a_task(stage)
    first, run = await under_way(stage, task)
    await stage.retrainer.resume()
    await first._owned.close()
    stage.clock.turn(LEASE)
    assert (await stage.runs(task.id))[0].status is RunStatus.FAILED
    assert not await stage.retrainer.cancel(task.id)
    stage.restart(pace=MOMENTS)
    ending = asyncio.create_task(stage.retrainer.end_lost_forever())
    await next_end(stage)
    ending.cancel()
    ended = await stage.run(run)
    assert (ended.status, ended.reason) == (RunStatus.FAILED, LOST)
    stage.worker.may_go_on.set()
    assert (await stage.train(task)).status is RunStatus.PROMOTED


async def test_what_waited_for_its_turn_when_its_program_was_killed_is_taken_up_at_once(
    stage: Stage,
) -> None:
    task = await a_task(stage)
    async with stage.open_work() as work:
        queued = await work.runs.start(
            task.id, requested_by=None, reason="", revision=40, examples=40, lease=LEASE
        )
    stage.clock.turn(LEASE)
    async with running(stage):
        await stage.retrainer.resume()
        await next_end(stage)
        await next_end(stage)
    assert await stage.live(task)
    ended = await stage.run(queued)
    assert (ended.status, ended.reason) == (RunStatus.CANCELLED, STOPPED)


async def test_a_run_may_be_stopped_from_another_program(stage: Stage) -> None:
    stage.restart(pace=MOMENTS)
    task = await a_task(stage)
    first, run = await under_way(stage, task)
    assert await stage.retrainer.cancel(task.id)
    ended = await stage.run(run)
    assert (ended.status, ended.reason) == (RunStatus.CANCELLED, CANCELLED)
    await first.wait(task.id)
    assert first.progress(task.id) is None
    stage.worker.may_go_on.set()
    assert (await stage.train(task)).status is RunStatus.PROMOTED


async def test_the_first_program_may_start_anew_what_was_stopped_from_another(
    stage: Stage,
) -> None:
    task = await a_task(stage)
    first, _ = await under_way(stage, task)
    await stage.retrainer.cancel(task.id)
    stage.worker.may_go_on.set()
    run = await first.start(task, requested_by=ANA)
    await first.wait(task.id)
    assert (await stage.run(run)).status is RunStatus.PROMOTED


async def test_a_task_deleted_from_another_program_ends_its_run(stage: Stage) -> None:
    stage.restart(pace=MOMENTS)
    task = await a_task(stage)
    first, run = await under_way(stage, task)
    async with stage.open_work() as work:
        await work.tasks.delete(task.id)
    await first.wait(task.id)
    assert first.progress(task.id) is None
    with pytest.raises(NotFound):
        await stage.run(run)
