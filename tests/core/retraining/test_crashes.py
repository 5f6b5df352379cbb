"""The program may stop at any point: the old version answers, and the next start clears up."""

from core.domain.task import Task
from core.domain.version import LOST, STOPPED, Run, RunStatus
from core.retraining.pace import Pace
from core.serving.predictor import LivePredictor
from tests.core.retraining.stage import Stage, next_end, running
from tests.core.serving.world import ANA, CONFIG, add_task, doubled, size, teach


async def a_trained_task(stage: Stage) -> Task:
    """Return a task whose version 1 answers."""
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    await stage.train(task)
    return task


async def require_cleared_up(stage: Stage, task: Task, run: Run, *, version: int) -> None:
    """Start anew and see that nothing is left of the run but its record."""
    stage.restart()
    stage.clock.turn(Pace().lease)
    await stage.retrainer.resume()
    ended = await stage.run(run)
    assert (ended.status, ended.reason) == (RunStatus.FAILED, LOST)
    await next_end(stage)
    assert len(stage.artifacts.written) == version
    fresh = LivePredictor(stage.open_work, stage.artifacts, CONFIG)
    assert (await fresh.answer(task, size(6.0))).version == version
    await fresh.close()


async def test_a_stop_in_the_middle_of_training(stage: Stage) -> None:
    task = await a_trained_task(stage)
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    await stage.crash()
    assert (await stage.run(run)).status is RunStatus.RUNNING
    await require_cleared_up(stage, task, run, version=1)


async def test_a_stop_between_the_artifact_and_its_row(stage: Stage) -> None:
    task = await a_trained_task(stage)
    stage.artifacts.stops = True
    stage.artifacts.has_written.clear()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.artifacts.has_written.wait()
    await stage.crash()
    assert len(stage.artifacts.written) == 2
    await require_cleared_up(stage, task, run, version=1)


async def test_a_stop_before_the_first_version(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    await stage.crash()
    await require_cleared_up(stage, task, run, version=0)


async def test_a_stop_between_the_row_and_the_swap(stage: Stage) -> None:
    task = await a_trained_task(stage)
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.retrainer.wait(task.id)
    stage.restart()
    await stage.retrainer.resume()
    assert (await stage.run(run)).status is RunStatus.PROMOTED
    fresh = LivePredictor(stage.open_work, stage.artifacts, CONFIG)
    assert (await fresh.answer(task, size(6.0))).version == 2
    await fresh.close()


async def test_a_run_that_ended_with_the_program_is_taken_up_at_the_next_start(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=None)
    await stage.worker.started.wait()
    await stage.retrainer.close()
    assert (await stage.run(run)).reason == STOPPED
    stage.worker.may_go_on.set()
    stage.restart()
    async with running(stage):
        await stage.retrainer.resume()
        await next_end(stage)
    assert (await stage.runs(task.id))[0].status is RunStatus.PROMOTED


async def test_a_cancellation_between_the_artifact_and_its_row_promotes_nothing(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.artifacts.stops = True
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.artifacts.has_written.wait()
    assert await stage.retrainer.cancel(task.id)
    assert (await stage.run(run)).status is RunStatus.CANCELLED
    assert await stage.live(task) is None
