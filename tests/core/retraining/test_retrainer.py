"""Retrainings that a member asks for."""

import asyncio

import pytest

from core.domain.example import ExampleStatus
from core.domain.identity import CommunityId
from core.domain.version import RunStatus, VersionStatus
from core.errors import Conflict, UserError, WorkerError
from core.retraining.records import DEFINITION, definition_mark
from core.retraining.retrainer import CANCELLED, FAULT
from tests.core.retraining.jobs import a_comparison
from tests.core.retraining.stage import Stage
from tests.core.serving.world import ANA, BEN, add_task, doubled, size, teach


async def test_a_better_candidate_goes_live_and_answers(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    assert (await stage.ask(task)).version == 0
    run = await stage.train(task)
    assert (run.status, run.version, run.examples) == (RunStatus.PROMOTED, 1, 40)
    assert run.comparison == stage.worker.comparison
    assert run.figures == {"seconds": 1.0, DEFINITION: definition_mark(task)}
    live = await stage.live(task)
    assert live is not None
    assert (live.number, live.examples) == (1, 40)
    assert len(live.trials) == 1
    assert (await stage.ask(task)).version == 1


async def test_the_next_candidate_is_compared_with_the_live_version(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    await stage.train(task)
    await stage.train(task)
    first, second = stage.worker.jobs
    assert first.live is None
    assert second.live is not None
    assert second.live.manifest["examples"] == 40
    assert (await stage.ask(task)).version == 2


async def test_a_candidate_that_is_not_better_is_refused_with_its_figures(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    before = await stage.ask(task)
    stage.worker.comparison = a_comparison(confidence=0.4, gain=-0.1)
    run = await stage.train(task)
    assert (run.status, run.version, run.reason) == (RunStatus.REFUSED, 1, "not better")
    async with stage.open_work() as work:
        (version,) = await work.versions.all(task.id)
    assert (version.status, version.artifact) == (VersionStatus.REFUSED, "")
    assert stage.artifacts.written == {}
    assert await stage.ask(task) == before


async def test_too_few_examples_are_refused_in_clear_words(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(29))
    await teach(stage.open_work, task, doubled(20), status=ExampleStatus.HELD)
    with pytest.raises(UserError, match=r'"houses" has 29 examples.*at least 30'):
        await stage.retrainer.start(task, requested_by=ANA)
    assert await stage.runs(task.id) == []


async def test_a_second_run_of_the_same_task_is_a_conflict(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    await stage.retrainer.start(task, requested_by=ANA)
    with pytest.raises(Conflict):
        await stage.retrainer.start(task, requested_by=BEN)
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    assert len(stage.worker.jobs) == 1


async def test_tasks_take_turns(stage: Stage) -> None:
    tasks = [await add_task(stage.open_work, name=name) for name in ("houses", "flats")]
    for task in tasks:
        await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    for task in tasks:
        await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    assert len(stage.worker.jobs) == 1
    waiting = stage.retrainer.progress(tasks[1].id)
    assert waiting is not None
    assert (waiting.fraction, waiting.stage) == (0.0, "waiting")
    stage.worker.may_go_on.set()
    for task in tasks:
        await stage.retrainer.wait(task.id)
    assert [run.status for run in stage.ended] == [RunStatus.PROMOTED] * 2
    assert [job.task.id for job in stage.worker.jobs] == [task.id for task in tasks]


async def test_progress_is_told_while_a_run_is_under_way(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    halfway = stage.retrainer.progress(task.id)
    assert halfway is not None
    assert (halfway.run_id, halfway.fraction, halfway.stage) == (run.id, 0.5, "fitting")
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    assert stage.retrainer.progress(task.id) is None
    assert [step.fraction for step in stage.seen] == [0.5, 1.0]
    assert [ended.id for ended in stage.ended] == [run.id]


async def test_a_cancelled_run_leaves_the_old_version_answering(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    assert await stage.retrainer.cancel(task.id)
    assert stage.retrainer.progress(task.id) is None
    ended = await stage.run(run)
    assert (ended.status, ended.reason) == (RunStatus.CANCELLED, CANCELLED)
    assert stage.ended == [ended]
    assert (await stage.ask(task)).version == 0
    assert not await stage.retrainer.cancel(task.id)
    stage.worker.may_go_on.set()
    assert (await stage.train(task)).status is RunStatus.PROMOTED


async def test_a_run_can_be_cancelled_before_it_has_begun(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    run = await stage.retrainer.start(task, requested_by=ANA)
    assert await stage.retrainer.cancel(task.id)
    assert (await stage.run(run)).status is RunStatus.CANCELLED
    assert stage.worker.jobs == []


async def test_the_death_of_the_worker_is_survived(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.error = WorkerError("The training process was killed by signal 9.")
    run = await stage.train(task)
    assert (run.status, run.reason) == (RunStatus.FAILED, str(stage.worker.error))
    assert (await stage.ask(task)).version == 0
    stage.worker.error = None
    assert (await stage.train(task)).status is RunStatus.PROMOTED


async def test_a_fault_in_the_program_ends_the_run_without_quoting_it(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.error = ValueError("ana lives at 5 Elm Street")
    run = await stage.train(task)
    assert (run.status, run.reason) == (RunStatus.FAILED, FAULT)
    assert [ended.id for ended in stage.ended] == [run.id]


async def test_communities_train_apart(stage: Stage) -> None:
    here = await add_task(stage.open_work)
    there = await add_task(stage.open_work, community=CommunityId("terminal:there"))
    await teach(stage.open_work, here, doubled(40))
    await teach(stage.open_work, there, [(size(float(at)), -5.0) for at in range(40)])
    await stage.train(here)
    (job,) = stage.worker.jobs
    assert {example.task_id for example in job.examples} == {here.id}
    assert await stage.live(there) is None
    assert (await stage.ask(there)).version == 0
    assert (await stage.ask(here)).version == 1


async def test_closing_stops_the_run_and_the_worker(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    await stage.retrainer.close()
    assert (await stage.run(run)).status is RunStatus.CANCELLED
    assert stage.worker.is_closed
    names = {task.get_name() for task in asyncio.all_tasks()}
    assert not {name for name in names if "run" in name.split()}
