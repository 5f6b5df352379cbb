"""What happens to a task while it is retrained."""

from datetime import timedelta

import pytest

from core.domain.forecast import best_guess
from core.domain.version import RunStatus
from core.errors import Conflict
from core.retraining.course import OVERTAKEN
from core.retraining.pace import Pace
from core.serving.predictor import LivePredictor
from tests.core.retraining.jobs import a_comparison
from tests.core.retraining.stage import Stage
from tests.core.serving.world import ANA, BEN, CONFIG, HERE, add_task, doubled, promote, size, teach


async def test_what_is_taught_while_training_counts_after_the_swap(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    await teach(stage.open_work, task, [(size(6.0), 60.0)] * 1, author=BEN)
    assert (await stage.ask(task)).examples == 41
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    answer = await stage.ask(task)
    assert (answer.version, answer.examples) == (1, 41)
    fresh = LivePredictor(stage.open_work, stage.artifacts, CONFIG)
    assert best_guess((await fresh.answer(task, size(6.0))).forecast) == pytest.approx(
        best_guess(answer.forecast), rel=1e-6
    )
    await fresh.close()


async def test_what_is_erased_while_training_is_gone_and_makes_the_next_run_due(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    await teach(stage.open_work, task, doubled(3, start=50), author=BEN)
    stage.worker.pause()
    await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    async with stage.open_work() as work:
        await work.members.erase(HERE, BEN)
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    answer = await stage.ask(task)
    assert (answer.version, answer.examples) == (1, 40)
    stage.worker.comparison = a_comparison(confidence=0.5, gain=-0.001)
    run = await stage.train(task)
    assert (run.status, run.reason) == (RunStatus.PROMOTED, "cleaner")
    assert len(stage.worker.jobs[-1].examples) == 40


async def test_a_task_deleted_while_training_leaves_nothing(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    async with stage.open_work() as work:
        await work.tasks.delete(task.id)
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    assert stage.artifacts.written == {}
    assert stage.ended == []
    assert stage.retrainer.progress(task.id) is None


async def test_a_version_judged_against_one_that_is_live_no_more_is_not_promoted(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    await stage.train(task)
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    async with stage.open_work() as work:
        await work.versions.roll_back(task.id)
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    ended = await stage.run(run)
    assert (ended.status, ended.reason) == (RunStatus.CANCELLED, OVERTAKEN)
    assert (await stage.ask(task)).version == 0
    assert len(stage.artifacts.written) == 1


async def test_a_run_that_another_process_took_for_dead_changes_nothing(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    run = await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    async with stage.open_work() as work:
        await work.runs.end(run.id, RunStatus.FAILED, reason="Its process is gone.")
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    assert (await stage.run(run)).status is RunStatus.FAILED
    assert await stage.live(task) is None
    assert stage.artifacts.written == {}


async def test_a_candidate_is_judged_against_what_answers_where_the_live_files_are_gone(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    version = await promote(stage.open_work, stage.artifacts, task)
    stage.artifacts.damage(version.artifact)
    run = await stage.train(task)
    assert (run.status, run.version) == (RunStatus.PROMOTED, 2)
    assert stage.worker.jobs[0].live is None


async def test_examples_erased_before_its_turn_are_not_trained_on(stage: Stage) -> None:
    first, second = [await add_task(stage.open_work, name=name) for name in ("houses", "flats")]
    await teach(stage.open_work, first, doubled(40))
    await teach(stage.open_work, second, doubled(20))
    await teach(stage.open_work, second, doubled(20), author=BEN)
    stage.worker.pause()
    await stage.retrainer.start(first, requested_by=ANA)
    run = await stage.retrainer.start(second, requested_by=ANA)
    await stage.worker.started.wait()
    async with stage.open_work() as work:
        await work.members.erase(HERE, BEN)
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(second.id)
    ended = await stage.run(run)
    assert (ended.status, ended.reason) == (RunStatus.CANCELLED, "too few examples")
    assert [job.task.id for job in stage.worker.jobs] == [first.id]


async def test_a_long_run_keeps_its_lease(stage: Stage) -> None:
    stage.restart(pace=Pace(lease=timedelta(milliseconds=4)))
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    stage.worker.pause()
    await stage.retrainer.start(task, requested_by=ANA)
    await stage.worker.started.wait()
    for _ in range(3):
        stage.clock.turn(timedelta(hours=1))
        stage.committed.clear()
        await stage.committed.wait()  # by the only other who works: who renews the lease
        with pytest.raises(Conflict):
            await stage.retrainer.start(task, requested_by=BEN)
    stage.worker.may_go_on.set()
    await stage.retrainer.wait(task.id)
    assert [run.status for run in stage.ended] == [RunStatus.PROMOTED]
