from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.example import ExampleStatus, Foretold, Lesson
from core.domain.identity import ExampleId
from core.domain.task import Task
from core.errors import InvalidValue, NotFound
from core.ports.work import OpenWork
from tests.contract.world import (
    ANA,
    BEN,
    CATEGORY,
    FORETOLD,
    FULL,
    HERE,
    SIZE,
    THERE,
    add_task,
    lesson,
    teach,
)
from tests.fakes.clock import SetClock


async def test_an_example_comes_back_as_it_was_taught(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    taught = Lesson(
        task_id=task.id, author=ANA, values=FULL, target=-0.1, source="m1", foretold=FORETOLD
    )
    async with open_work() as work:
        saved = await work.examples.add(taught)
    async with open_work() as work:
        found = await work.examples.numbered(HERE, 1)
    assert found == saved
    assert dict(found.values) == dict(FULL)
    assert (found.author, found.target, found.source) == (ANA, -0.1, "m1")
    assert (found.number, found.revision, found.taught_at) == (1, 1, clock.now)
    assert (found.status, found.foretold) == (ExampleStatus.ACTIVE, FORETOLD)


async def test_a_label_comes_back_as_text(open_work: OpenWork) -> None:
    task = await add_task(open_work, target=CATEGORY)
    told = Foretold(answer="ham", naive="spam", confidence=0.5)
    async with open_work() as work:
        saved = await work.examples.add(
            Lesson(task_id=task.id, author=ANA, values={}, target="1", foretold=told)
        )
    async with open_work() as work:
        assert (await work.examples.by_ids(task.id, [saved.id]))[0] == saved
    assert (saved.target, saved.foretold, dict(saved.values)) == ("1", told, {})


async def test_numbers_are_counted_within_a_community(open_work: OpenWork, task: Task) -> None:
    second = await add_task(open_work, "homes")
    foreign = await add_task(open_work, community=THERE)
    taught = await teach(
        open_work, lesson(task.id), lesson(second.id), lesson(foreign.id), lesson(task.id)
    )
    assert [example.number for example in taught] == [1, 2, 1, 3]
    assert [example.revision for example in taught] == [1, 1, 1, 2]


async def test_a_message_delivered_twice_is_stored_once(open_work: OpenWork, task: Task) -> None:
    first, again = await teach(
        open_work, lesson(task.id, 1.0, source="m1"), lesson(task.id, 9.0, source="m1")
    )
    assert again == first
    async with open_work() as work:
        assert await work.examples.count(task.id) == 1
        assert await work.examples.revision(task.id) == 1
    (later,) = await teach(open_work, lesson(task.id, source="m2"))
    assert later.number == 2


async def test_the_same_source_elsewhere_is_another_message(
    open_work: OpenWork, task: Task
) -> None:
    foreign = await add_task(open_work, community=THERE)
    here, there = await teach(
        open_work, lesson(task.id, source="m1"), lesson(foreign.id, source="m1")
    )
    assert here.id != there.id


async def test_a_message_taken_back_and_delivered_again_stays_taken_back(
    open_work: OpenWork, task: Task
) -> None:
    (first,) = await teach(open_work, lesson(task.id, source="m1"))
    async with open_work() as work:
        withdrawn = await work.examples.set_status(first.id, ExampleStatus.WITHDRAWN)
    assert await teach(open_work, lesson(task.id, source="m1")) == [withdrawn]


async def test_many_lessons_are_saved_as_one_after_the_other(
    open_work: OpenWork, task: Task
) -> None:
    second = await add_task(open_work, "homes")
    await teach(open_work, lesson(task.id, 7.0, source="known"))
    lessons = [lesson(task.id, float(i), source=f"m{i}") for i in range(1001)]
    lessons += [lesson(task.id, source="known"), lesson(task.id, source="m3"), lesson(second.id)]
    async with open_work() as work:
        saved = await work.examples.add_all(lessons)
    assert [example.target for example in saved[:1001]] == [float(i) for i in range(1001)]
    assert [example.number for example in saved] == [*range(2, 1003), 1, 5, 1003]
    assert [example.revision for example in saved[-3:]] == [1, 5, 1]
    async with open_work() as work:
        assert await work.examples.count(task.id) == 1002
        assert await work.examples.add_all([]) == []
        assert await work.examples.of_author(HERE, ANA) == [saved[-3], *saved[:1001], saved[-1]]


async def test_many_lessons_keep_all_that_was_said_of_them(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    said = [
        Lesson(
            task_id=task.id,
            author=BEN,
            values=FULL,
            target=target,
            status=status,
            source=source,
            foretold=told,
        )
        for target, source, told in ((2.5, "a\0b", FORETOLD), ("ham", None, None))
        for status in (ExampleStatus.ACTIVE, ExampleStatus.HELD)
    ]
    said = [replace(one, source=one.source and f"{one.source}{i}") for i, one in enumerate(said)]
    async with open_work() as work:
        saved = await work.examples.add_all(said)
        held = await work.examples.set_status(saved[0].id, ExampleStatus.HELD)
        seen = await work.examples.changed_since(task.id, 0)
    assert seen == [*saved[1:], held]
    for lesson_said, example in zip(said, saved, strict=True):
        assert dict(example.values) == dict(lesson_said.values)
        assert (example.author, example.target) == (BEN, lesson_said.target)
        assert (example.status, example.foretold) == (lesson_said.status, lesson_said.foretold)
        assert (example.task_id, example.taught_at) == (task.id, clock.now)


async def test_one_repeated_within_a_batch_is_stored_once(open_work: OpenWork, task: Task) -> None:
    async with open_work() as work:
        one, two = await work.examples.add_all([lesson(task.id, source="m")] * 2)
    assert one == two


async def test_each_change_gives_the_tasks_next_revision(open_work: OpenWork, task: Task) -> None:
    first, second = await teach(open_work, lesson(task.id), lesson(task.id))
    async with open_work() as work:
        edited = await work.examples.edit(first.id, values=FULL, target=5.0)
        withdrawn = await work.examples.set_status(second.id, ExampleStatus.WITHDRAWN)
    assert (edited.revision, edited.target, dict(edited.values)) == (3, 5.0, dict(FULL))
    assert (withdrawn.revision, withdrawn.status) == (4, ExampleStatus.WITHDRAWN)
    async with open_work() as work:
        assert await work.examples.changed_since(task.id, 0) == [edited, withdrawn]
        assert await work.examples.changed_since(task.id, 3) == [withdrawn]
        assert await work.examples.changed_since(task.id, 4) == []
        assert await work.examples.revision(task.id) == 4


async def test_an_edit_keeps_what_it_does_not_replace(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    (first,) = await teach(open_work, lesson(task.id, source="m1", author=BEN))
    clock.move(timedelta(days=1))
    async with open_work() as work:
        await work.examples.set_status(first.id, ExampleStatus.HELD)
        edited = await work.examples.edit(first.id, values={}, target=5.0)
    assert (edited.id, edited.number, edited.author) == (first.id, 1, BEN)
    assert (edited.source, edited.taught_at) == ("m1", first.taught_at)
    assert edited.status is ExampleStatus.HELD


async def test_the_status_it_has_already_changes_nothing(open_work: OpenWork, task: Task) -> None:
    (example,) = await teach(open_work, lesson(task.id))
    async with open_work() as work:
        assert await work.examples.set_status(example.id, ExampleStatus.ACTIVE) == example
        assert await work.examples.revision(task.id) == 1


async def test_an_example_is_not_erased_by_its_status(open_work: OpenWork, task: Task) -> None:
    (example,) = await teach(open_work, lesson(task.id))
    async with open_work() as work:
        with pytest.raises(InvalidValue):
            await work.examples.set_status(example.id, ExampleStatus.ERASED)


async def test_what_was_foretold_is_recorded_without_a_revision(
    open_work: OpenWork, task: Task
) -> None:
    (example,) = await teach(open_work, lesson(task.id))
    async with open_work() as work:
        await work.examples.set_foretold(example.id, FORETOLD)
    async with open_work() as work:
        found = await work.examples.numbered(HERE, example.number)
        assert await work.examples.revision(task.id) == 1
    assert (found.foretold, found.revision) == (FORETOLD, 1)


async def test_what_is_not_there_cannot_be_changed(open_work: OpenWork, task: Task) -> None:
    gone = ExampleId(1)
    async with open_work() as work:
        with pytest.raises(NotFound):
            await work.examples.edit(gone, values={}, target=1.0)
        with pytest.raises(NotFound):
            await work.examples.set_status(gone, ExampleStatus.HELD)
        with pytest.raises(NotFound):
            await work.examples.set_foretold(gone, FORETOLD)
        with pytest.raises(NotFound, match="#7"):
            await work.examples.numbered(HERE, 7)


async def test_examples_are_paged_newest_first(open_work: OpenWork, task: Task) -> None:
    other = await add_task(open_work, "homes")
    authors = [ANA, BEN, ANA, BEN, ANA]
    taught = await teach(open_work, *(lesson(task.id, author=author) for author in authors))
    await teach(open_work, lesson(other.id))
    one, two, three, four, five = taught
    async with open_work() as work:
        three = await work.examples.set_status(three.id, ExampleStatus.HELD)
        page = work.examples.page
        assert await page(task.id, limit=2) == [five, four]
        assert await page(task.id, limit=9, before=4) == [three, two, one]
        assert await page(task.id, limit=9, author=BEN) == [four, two]
        assert await page(task.id, limit=9, status=ExampleStatus.HELD) == [three]
        assert await page(task.id, limit=1, before=5, author=ANA) == [three]
        active = await page(task.id, limit=1, before=5, author=ANA, status=ExampleStatus.ACTIVE)
        assert active == [one]


async def test_only_the_tasks_own_examples_are_found_by_id(open_work: OpenWork, task: Task) -> None:
    other = await add_task(open_work, "homes")
    one, two, foreign = await teach(open_work, lesson(task.id), lesson(task.id), lesson(other.id))
    async with open_work() as work:
        ids = {foreign.id, two.id, one.id, ExampleId(999)}
        assert await work.examples.by_ids(task.id, ids) == [one, two]
        assert await work.examples.by_ids(task.id, []) == []
        many = [*map(ExampleId, range(1000, 3000)), one.id]
        assert await work.examples.by_ids(task.id, many) == [one]


async def test_examples_are_counted_by_status_and_label(open_work: OpenWork) -> None:
    task = await add_task(open_work, target=CATEGORY)
    taught = await teach(
        open_work, *(lesson(task.id, label) for label in ("spam", "ham", "spam", "ham", "ham"))
    )
    async with open_work() as work:
        await work.examples.set_status(taught[0].id, ExampleStatus.WITHDRAWN)
        assert await work.examples.label_counts(task.id) == {"spam": 1, "ham": 3}
        assert await work.examples.count(task.id) == 4
        assert await work.examples.count(task.id, ExampleStatus.WITHDRAWN) == 1
        assert await work.examples.count(task.id, ExampleStatus.HELD) == 0


async def test_a_number_task_has_no_labels(open_work: OpenWork, task: Task) -> None:
    await teach(open_work, lesson(task.id))
    async with open_work() as work:
        assert await work.examples.label_counts(task.id) == {}


@pytest.mark.parametrize("text", ["nul \0 inside", "half \ud83d of a pair"])
async def test_text_that_a_database_may_refuse_costs_no_lesson(
    open_work: OpenWork, task: Task, text: str
) -> None:
    awkward = lesson(task.id, text, source=text, values={SIZE: text})
    (example,) = await teach(open_work, awkward)
    assert await teach(open_work, awkward) == [example]
    assert example.values == {SIZE: text}
