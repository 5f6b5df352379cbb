"""Retrainings that the schedule asks for, in the background."""

from datetime import timedelta

from core.domain.fields import FieldKind
from core.domain.identity import TaskId
from core.domain.version import RunStatus
from core.retraining.pace import Pace
from tests.core.retraining.jobs import a_comparison
from tests.core.retraining.stage import Stage, next_end, running
from tests.core.serving.world import ANA, BEN, HERE, add_task, doubled, teach


async def test_a_task_with_enough_examples_is_retrained_by_itself(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(30))
    async with running(stage):
        stage.retrainer.consider(task.id)
        await next_end(stage)
    (run,) = await stage.runs(task.id)
    assert (run.status, run.requested_by, run.reason) == (
        RunStatus.PROMOTED,
        None,
        "new examples",
    )


async def test_a_task_that_is_not_due_is_left_alone(stage: Stage) -> None:
    few, enough = [await add_task(stage.open_work, name=name) for name in ("few", "enough")]
    await teach(stage.open_work, few, doubled(29))
    await teach(stage.open_work, enough, doubled(30))
    async with running(stage):
        stage.retrainer.consider(few.id)
        stage.retrainer.consider(enough.id)
        await next_end(stage)
    assert await stage.runs(few.id) == []


async def test_the_next_run_waits_for_growth_and_for_the_pause(stage: Stage) -> None:
    task, other = [await add_task(stage.open_work, name=name) for name in ("houses", "others")]
    await teach(stage.open_work, task, doubled(30))
    async with running(stage):
        stage.retrainer.consider(task.id)
        await next_end(stage)
        await teach(stage.open_work, task, doubled(10, start=31))
        await teach(stage.open_work, other, doubled(30))
        stage.retrainer.consider(task.id)
        stage.retrainer.consider(other.id)
        await next_end(stage)
        assert len(await stage.runs(task.id)) == 1
        stage.clock.turn(timedelta(minutes=2))
        stage.retrainer.consider(task.id)
        await next_end(stage)
    assert [run.examples for run in await stage.runs(task.id)] == [40, 30]


async def test_a_burst_of_lessons_is_one_question(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(30))
    async with running(stage):
        for _ in range(100):
            stage.retrainer.consider(task.id)
        await next_end(stage)
    assert len(stage.worker.jobs) == 1


async def test_time_alone_brings_every_task_up(stage: Stage) -> None:
    stage.restart(pace=Pace(round=timedelta(milliseconds=5)))
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(30))
    async with running(stage):
        await next_end(stage)
    assert [run.status for run in await stage.runs(task.id)] == [RunStatus.PROMOTED]


async def test_a_changed_definition_makes_a_task_due(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    await stage.train(task)
    stage.has_ended.clear()
    async with stage.open_work() as work:
        await work.tasks.save(task.with_field("district", FieldKind.CATEGORY))
    stage.clock.turn(timedelta(minutes=2))
    async with running(stage):
        stage.retrainer.consider(task.id)
        await next_end(stage)
    assert (await stage.runs(task.id))[0].reason == "the fields changed"


async def test_a_new_name_does_not_make_a_task_due(stage: Stage) -> None:
    task, other = [await add_task(stage.open_work, name=name) for name in ("houses", "others")]
    for one in (task, other):
        await teach(stage.open_work, one, doubled(40))
    await stage.train(task)
    stage.has_ended.clear()
    renamed = task.with_changed(
        type(task.fields[0])(key=task.fields[0].key, name="area", kind=FieldKind.NUMBER)
    )
    async with stage.open_work() as work:
        await work.tasks.save(renamed)
    stage.clock.turn(timedelta(minutes=2))
    async with running(stage):
        stage.retrainer.consider(task.id)
        stage.retrainer.consider(other.id)
        await next_end(stage)
    assert len(await stage.runs(task.id)) == 1


async def test_erasing_makes_a_task_due_once(stage: Stage) -> None:
    task, other = [await add_task(stage.open_work, name=name) for name in ("houses", "others")]
    await teach(stage.open_work, task, doubled(40))
    await teach(stage.open_work, task, doubled(1, start=50), author=BEN)
    await stage.train(task)
    stage.has_ended.clear()
    async with stage.open_work() as work:
        await work.members.erase(HERE, BEN)
    stage.worker.comparison = a_comparison(confidence=0.01, gain=-1.0)
    stage.clock.turn(timedelta(minutes=2))
    async with running(stage):
        stage.retrainer.consider(task.id)
        await next_end(stage)
        erasing = (await stage.runs(task.id))[0]
        assert erasing.status is RunStatus.REFUSED
        stage.clock.turn(timedelta(hours=2))
        await teach(stage.open_work, other, doubled(30))
        stage.retrainer.consider(task.id)
        stage.retrainer.consider(other.id)
        await next_end(stage)
    assert len(await stage.runs(task.id)) == 2


async def test_a_stopped_task_rests_for_an_hour(stage: Stage) -> None:
    task, other = [await add_task(stage.open_work, name=name) for name in ("houses", "others")]
    for one in (task, other):
        await teach(stage.open_work, one, doubled(40))
    await stage.retrainer.start(task, requested_by=ANA)
    await stage.retrainer.cancel(task.id)
    stage.has_ended.clear()
    stage.clock.turn(timedelta(minutes=59))
    async with running(stage):
        stage.retrainer.consider(task.id)
        stage.retrainer.consider(other.id)
        await next_end(stage)
        assert len(await stage.runs(task.id)) == 1
        stage.clock.turn(timedelta(minutes=2))
        stage.retrainer.consider(task.id)
        await next_end(stage)
    assert (await stage.runs(task.id))[0].status is RunStatus.PROMOTED


async def test_a_task_that_is_gone_does_not_stop_the_rounds(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(30))
    async with running(stage):
        stage.retrainer.consider(TaskId(12345))
        stage.retrainer.consider(task.id)
        await next_end(stage)
    assert len(stage.worker.jobs) == 1
