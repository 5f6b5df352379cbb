"""What the schedule is told of a task, from the store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.example import ExampleStatus, Foretold, Lesson
from core.domain.fields import FieldKind
from core.domain.task import Target, TargetKind, Task, Truth
from core.domain.version import STOPPED, RunStatus
from core.retraining.records import (
    DEFINITION,
    MAX_RECENT,
    SECONDS,
    definition_mark,
    gather_facts,
    take_snapshot,
)
from core.retraining.schedule import Due, ScheduleFacts, why_due
from tests.core.retraining.jobs import a_comparison, a_task
from tests.core.retraining.stage import Stage
from tests.core.serving.world import ANA, BEN, HERE, add_task, doubled, size, teach


async def facts_of(stage: Stage, task: Task) -> ScheduleFacts:
    async with stage.open_work() as work:
        return await gather_facts(work, task.id, now=stage.clock())


async def record_run(
    stage: Stage, task: Task, status: RunStatus, *, reason: str = "test", live: bool = False
) -> None:
    """Record a run that took three seconds and ended now."""
    async with stage.open_work() as work:
        run = await work.runs.start(
            task.id,
            requested_by=ANA,
            reason=reason,
            revision=await work.examples.revision(task.id),
            examples=1,
            lease=timedelta(minutes=1),
        )
        number = None
        if live:
            version = await work.versions.add_live(
                task.id, artifact="a", comparison=a_comparison(error=2.5), trials=(), examples=1
            )
            number = version.number
        figures = {SECONDS: 3.0, DEFINITION: definition_mark(task)}
        await work.runs.end(run.id, status, version=number, reason=reason, figures=figures)


async def teach_foretold(stage: Stage, task: Task, pairs: Sequence[tuple[Truth, Truth]]) -> None:
    """Save lessons with what was foretold of them: pairs of truth and answer."""
    async with stage.open_work() as work:
        for truth, answer in pairs:
            foretold = Foretold(answer=answer, naive=answer)
            await work.examples.add(
                Lesson(
                    task_id=task.id, author=ANA, values=size(1.0), target=truth, foretold=foretold
                )
            )


async def test_before_any_run_everything_is_new(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(5))
    await teach(stage.open_work, task, doubled(2), status=ExampleStatus.HELD)
    assert await facts_of(stage, task) == ScheduleFacts(active=5, changed=5)


@pytest.mark.parametrize("status", [RunStatus.PROMOTED, RunStatus.REFUSED])
async def test_a_judged_run_has_seen_what_was_taught(stage: Stage, status: RunStatus) -> None:
    task = await add_task(stage.open_work)
    (first, *_) = await teach(stage.open_work, task, doubled(5))
    await record_run(stage, task, status)
    stage.clock.turn(timedelta(minutes=7))
    await teach(stage.open_work, task, doubled(2, start=6))
    async with stage.open_work() as work:
        await work.examples.set_status(first.id, ExampleStatus.WITHDRAWN)
    facts = await facts_of(stage, task)
    assert (facts.active, facts.changed) == (6, 3)
    assert (facts.since_end, facts.last_took) == (timedelta(minutes=7), timedelta(seconds=3))
    assert not facts.has_failed


@pytest.mark.parametrize("status", [RunStatus.FAILED, RunStatus.CANCELLED])
async def test_a_run_that_came_to_nothing_has_seen_nothing(stage: Stage, status: RunStatus) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(5))
    await record_run(stage, task, status)
    facts = await facts_of(stage, task)
    assert (facts.changed, facts.has_failed) == (5, True)


async def test_a_run_that_ended_with_the_program_is_as_if_it_had_not_been(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(5))
    before = await facts_of(stage, task)
    await record_run(stage, task, RunStatus.CANCELLED, reason=STOPPED)
    assert await facts_of(stage, task) == before


async def test_recent_errors_are_those_foretold_since_the_last_judged_run(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach_foretold(stage, task, [(10.0, 0.0)])
    await record_run(stage, task, RunStatus.PROMOTED, live=True)
    stage.clock.turn(timedelta(minutes=1))
    await teach_foretold(stage, task, [(3.0, 5.0), (4.0, 4.5)])
    facts = await facts_of(stage, task)
    assert facts.recent_errors == (2.0, 0.5)
    assert facts.promised_error == 2.5


async def test_an_error_of_a_category_is_a_wrong_label(stage: Stage) -> None:
    task = await add_task(stage.open_work, kind=TargetKind.CATEGORY)
    await teach_foretold(stage, task, [("ham", "spam"), ("ham", "ham")])
    assert (await facts_of(stage, task)).recent_errors == (1.0, 0.0)


async def test_only_the_newest_errors_are_looked_at(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach_foretold(stage, task, [*[(100.0, 0.0)] * 5, *[(1.0, 0.0)] * MAX_RECENT])
    assert set((await facts_of(stage, task)).recent_errors) == {1.0}


async def test_erased_examples_count_when_the_live_version_may_have_seen_them(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(3), author=BEN)
    await record_run(stage, task, RunStatus.PROMOTED, live=True)
    stage.clock.turn(timedelta(minutes=1))
    await teach(stage.open_work, task, doubled(1, start=20), author=ANA)
    await teach(stage.open_work, task, doubled(4, start=10), author=BEN)
    async with stage.open_work() as work:
        assert not (await take_snapshot(work, task.id)).live_has_traces
        await work.members.erase(HERE, BEN)
    assert (await facts_of(stage, task)).erased == 3
    async with stage.open_work() as work:
        assert (await take_snapshot(work, task.id)).live_has_traces


async def test_examples_that_no_version_saw_leave_no_traces(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(3), author=BEN)
    await record_run(stage, task, RunStatus.REFUSED)
    async with stage.open_work() as work:
        await work.members.erase(HERE, BEN)
    assert (await facts_of(stage, task)).erased == 0


async def test_a_snapshot_holds_what_counts(stage: Stage) -> None:
    task = await add_task(stage.open_work)
    active = await teach(stage.open_work, task, doubled(3))
    await teach(stage.open_work, task, doubled(2), status=ExampleStatus.HELD)
    async with stage.open_work() as work:
        snapshot = await take_snapshot(work, task.id)
    assert snapshot.examples == tuple(active)
    assert snapshot.live is None


def test_the_mark_of_a_definition_tells_types_and_targets_but_no_names() -> None:
    task = a_task()
    (field,) = task.fields
    mark = definition_mark(task)
    assert definition_mark(replace(task, name="flats", description="other")) == mark
    assert definition_mark(task.with_changed(replace(field, name="area"))) == mark
    assert definition_mark(task.with_changed(replace(field, unit="ft²"))) != mark
    assert definition_mark(task.with_field("rooms", FieldKind.NUMBER)) != mark
    assert definition_mark(task.without_field(field.key)) != mark
    category = Target(kind=TargetKind.CATEGORY, name="price")
    assert definition_mark(replace(task, target=category)) != mark
    assert mark == int(mark)


async def test_a_clock_set_back_a_little_lets_the_task_rest_as_if_it_had_just_ended(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await record_run(stage, task, RunStatus.FAILED)
    stage.clock.turn(timedelta(minutes=-2))
    assert (await facts_of(stage, task)).since_end == timedelta()


async def test_a_clock_set_back_a_year_neither_stops_retraining_nor_hides_drift(
    stage: Stage,
) -> None:
    task = await add_task(stage.open_work)
    await teach(stage.open_work, task, doubled(40))
    await record_run(stage, task, RunStatus.PROMOTED, live=True)
    stage.clock.turn(timedelta(days=-365))
    await teach_foretold(stage, task, [(3.0, 5.0)] * 20)
    facts = await facts_of(stage, task)
    assert facts.recent_errors == (2.0,) * 20
    assert why_due(facts) is Due.NEW_EXAMPLES
