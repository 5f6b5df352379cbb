from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.example import ExampleStatus
from core.domain.fields import Field, FieldKind
from core.domain.forecast import Feedback, Verdict
from core.domain.identity import TaskId
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task, field_key
from core.errors import Conflict, NotFound
from core.ports.work import OpenWork
from tests.contract.world import (
    ANA,
    BEN,
    CATEGORY,
    FIELDS,
    HERE,
    NUMBER,
    THERE,
    add_task,
    ask,
    lesson,
    promote,
    teach,
)
from tests.fakes.clock import SetClock


async def test_a_task_comes_back_as_it_was_added(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    async with open_work() as work:
        found = await work.tasks.get(task.id)
    assert found == task
    assert (found.community, found.name, found.created_by) == (HERE, "flats", ANA)
    assert (found.fields, found.target, found.created_at) == (FIELDS, NUMBER, clock.now)


async def test_a_rating_task_keeps_its_scale_and_who_and_what(open_work: OpenWork) -> None:
    fields = (
        Field(key=field_key(1), name="title", kind=FieldKind.ITEM),
        Field(key=field_key(2), name="rater", kind=FieldKind.MEMBER),
    )
    target = Target(kind=TargetKind.RATING, scale=Scale(low=0, high=5, step=0.5))
    async with open_work() as work:
        added = await work.tasks.add(
            community=HERE,
            name="films",
            description="",
            fields=fields,
            target=target,
            created_by=ANA,
        )
        rated = {field_key(1): "Arrival", field_key(2): str(ANA)}
        await work.examples.add(lesson(added.id, 4.5, values=rated))
    async with open_work() as work:
        found = await work.tasks.get(added.id)
        [example] = await work.examples.changed_since(added.id, 0)
    assert (found, found.fields, found.target) == (added, fields, target)
    assert (dict(example.values), example.target) == (rated, 4.5)


async def test_a_task_is_found_by_name_whatever_its_case(open_work: OpenWork) -> None:
    task = await add_task(open_work, "House Prices")
    async with open_work() as work:
        assert await work.tasks.named(HERE, "house-PRICES") == task
        assert await work.tasks.named(HERE, " House  prices ") == task
        assert await work.tasks.named(HERE, "house") is None
        assert await work.tasks.named(HERE, "???") is None


async def test_a_name_is_taken_within_its_community_only(open_work: OpenWork, task: Task) -> None:
    with pytest.raises(Conflict, match="flats"):
        await add_task(open_work, "Flats")
    other = await add_task(open_work, "Flats", community=THERE)
    async with open_work() as work:
        assert await work.tasks.all(HERE) == [task]
        assert await work.tasks.all(THERE) == [other]
        assert await work.tasks.ids() == [task.id, other.id]


async def test_tasks_are_listed_by_name(open_work: OpenWork) -> None:
    for name in ("b", "C", "ä", "a"):
        await add_task(open_work, name)
    async with open_work() as work:
        assert [task.name for task in await work.tasks.all(HERE)] == ["a", "b", "c", "ä"]


async def test_a_changed_task_keeps_its_changes(open_work: OpenWork, task: Task) -> None:
    changed = replace(task, name="homes", description="", target=CATEGORY)
    changed = changed.without_field(FIELDS[0].key).with_field("rooms", FieldKind.NUMBER)
    async with open_work() as work:
        await work.tasks.save(changed)
    async with open_work() as work:
        assert await work.tasks.get(task.id) == changed
        assert await work.tasks.named(HERE, "flats") is None


async def test_a_task_cannot_take_another_ones_name(open_work: OpenWork, task: Task) -> None:
    other = await add_task(open_work, "homes")
    async with open_work() as work:
        with pytest.raises(Conflict, match="homes"):
            await work.tasks.save(replace(task, name="homes"))
    async with open_work() as work:
        assert await work.tasks.all(HERE) == [task, other]


async def test_what_is_not_there_is_not_found(open_work: OpenWork, task: Task) -> None:
    gone = TaskId(task.id + 1)
    async with open_work() as work:
        with pytest.raises(NotFound):
            await work.tasks.get(gone)
        with pytest.raises(NotFound):
            await work.tasks.save(replace(task, id=gone))
        with pytest.raises(NotFound):
            await work.examples.add(lesson(gone))
        with pytest.raises(NotFound):
            await work.examples.revision(gone)
        await work.tasks.delete(gone)


async def test_a_deleted_task_takes_all_of_its_own_along(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    other = await add_task(open_work, "homes")
    (example,) = await teach(open_work, lesson(task.id, source="message"))
    (kept,) = await teach(open_work, lesson(other.id))
    prediction = await ask(open_work, task)
    await promote(open_work, task, "a")
    async with open_work() as work:
        await work.predictions.add_feedback(
            Feedback(
                prediction_id=prediction.id,
                member=BEN,
                verdict=Verdict.CORRECTED,
                example=example.id,
                given_at=clock.now,
            )
        )
        await work.runs.start(
            task.id,
            requested_by=None,
            reason="",
            revision=1,
            examples=1,
            lease=timedelta(minutes=1),
        )
    async with open_work() as work:
        await work.tasks.delete(task.id)
    async with open_work() as work:
        assert await work.tasks.all(HERE) == [other]
        assert await work.examples.of_author(HERE, ANA) == [kept]
        assert await work.predictions.of_member(HERE, ANA) == []
        assert await work.predictions.feedback(prediction.id) == []
        assert await work.versions.artifacts() == []
        assert await work.runs.all(task.id) == []


async def test_a_deleted_tasks_numbers_and_ids_are_not_given_again(
    open_work: OpenWork, task: Task
) -> None:
    (example,) = await teach(open_work, lesson(task.id, source="message"))
    prediction = await ask(open_work, task)
    async with open_work() as work:
        await work.tasks.delete(task.id)
    again = await add_task(open_work)
    assert again.id != task.id
    (taught,) = await teach(open_work, lesson(again.id, source="message"))
    asked = await ask(open_work, again)
    assert (taught.number, taught.revision, taught.status) == (2, 1, ExampleStatus.ACTIVE)
    assert asked.number == 2
    assert taught.id != example.id
    assert asked.id != prediction.id
