import asyncio

import pytest

from core.domain.task import Task
from core.ports.work import OpenWork, Work
from tests.contract.world import ANA, HERE, THERE, add_task, lesson, teach


class Unforeseen(Exception):
    pass


async def do_everything(work: Work, task: Task) -> None:
    """Write to several stores, so that each would show if it were kept."""
    await work.examples.add(lesson(task.id, source="m1"))
    await work.settings.put(HERE, "locale", "de")
    await work.proposals.add(community=HERE, member=ANA, payload={})
    await work.tasks.delete(task.id)


async def nothing_happened(open_work: OpenWork, task: Task) -> bool:
    async with open_work() as work:
        return (
            await work.tasks.all(HERE) == [task]
            and await work.examples.changed_since(task.id, 0) == []
            and await work.examples.revision(task.id) == 0
            and await work.settings.get(HERE, "locale") is None
        )


async def test_an_exception_rolls_all_of_it_back(open_work: OpenWork, task: Task) -> None:
    async def fail() -> None:
        async with open_work() as work:
            await do_everything(work, task)
            raise Unforeseen

    with pytest.raises(Unforeseen):
        await fail()
    assert await nothing_happened(open_work, task)
    (example,) = await teach(open_work, lesson(task.id, source="m1"))
    assert (example.number, example.revision) == (1, 1)


async def test_a_cancellation_rolls_all_of_it_back(open_work: OpenWork, task: Task) -> None:
    ready = asyncio.Event()

    async def never_ending() -> None:
        async with open_work() as work:
            await do_everything(work, task)
            ready.set()
            await asyncio.Event().wait()

    running = asyncio.create_task(never_ending())
    await ready.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert await nothing_happened(open_work, task)


async def test_a_unit_cancelled_at_any_step_is_whole_or_nothing(
    open_work: OpenWork, task: Task
) -> None:
    async def pair(first: str) -> None:
        async with open_work() as work:
            await work.examples.add(lesson(task.id, source=first))
            await work.examples.add(lesson(task.id, source=f"{first}'"))

    for steps in range(0, 60, 3):
        running = asyncio.create_task(pair(str(steps)))
        for _ in range(steps):
            await asyncio.sleep(0)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    async with open_work() as work:
        kept = await work.examples.changed_since(task.id, 0)
    firsts = [example.source for example in kept[::2]]
    assert [example.source for example in kept[1::2]] == [f"{first}'" for first in firsts]
    assert [example.number for example in kept] == list(range(1, len(kept) + 1))
    assert [example.revision for example in kept] == list(range(1, len(kept) + 1))


async def test_what_is_read_in_a_unit_includes_what_it_wrote(
    open_work: OpenWork, task: Task
) -> None:
    async with open_work() as work:
        example = await work.examples.add(lesson(task.id))
        edited = await work.examples.edit(example.id, values={}, target=9.0)
        assert await work.examples.numbered(HERE, 1) == edited
        assert await work.examples.revision(task.id) == 2


async def test_concurrent_teachers_get_different_numbers_and_revisions(
    open_work: OpenWork, task: Task
) -> None:
    other = await add_task(open_work, "homes")
    foreign = await add_task(open_work, community=THERE)
    lessons = [lesson(each.id) for _ in range(12) for each in (task, other, foreign)]
    taught = await asyncio.gather(*(teach(open_work, each) for each in lessons))
    examples = [example for (example,) in taught]
    here = [e for e in examples if e.task_id != foreign.id]
    assert sorted(e.number for e in here) == list(range(1, 25))
    assert sorted(e.number for e in examples if e.task_id == foreign.id) == list(range(1, 13))
    for each in (task, other, foreign):
        revisions = [e.revision for e in examples if e.task_id == each.id]
        assert sorted(revisions) == list(range(1, 13))


async def test_a_message_delivered_many_times_at_once_is_stored_once(
    open_work: OpenWork, task: Task
) -> None:
    one = lesson(task.id, source="m1")
    taught = await asyncio.gather(*(teach(open_work, one) for _ in range(8)))
    assert len({example.id for (example,) in taught}) == 1


async def test_following_revisions_misses_no_change(open_work: OpenWork, task: Task) -> None:
    (first,) = await teach(open_work, lesson(task.id))

    async def write(member: int) -> None:
        for i in range(6):
            async with open_work() as work:
                await work.examples.add(lesson(task.id, source=f"{member}:{i}"))
                await work.examples.edit(first.id, values={}, target=float(i))

    writers = [asyncio.create_task(write(member)) for member in range(4)]
    seen: set[int] = set()
    revision = 0
    while not all(writer.done() for writer in writers) or len(seen) < 25:
        async with open_work() as work:
            for example in await work.examples.changed_since(task.id, revision):
                assert example.revision > revision
                revision = example.revision
                seen.add(example.number)
        await asyncio.sleep(0)
    await asyncio.gather(*writers)
    assert seen == set(range(1, 26))


async def test_writers_of_one_community_never_lock_each_other_out(
    open_work: OpenWork, task: Task
) -> None:
    other = await add_task(open_work, "homes")
    (one,) = await teach(open_work, lesson(task.id))
    (two,) = await teach(open_work, lesson(other.id))

    async def edit_both(ids: list[int], target: float) -> None:
        async with open_work() as work:
            for example in (one, two) if ids == [1, 2] else (two, one):
                await work.examples.edit(example.id, values={}, target=target)
                await work.settings.put(HERE, "last", target)

    await asyncio.gather(*(edit_both([1, 2] if i % 2 else [2, 1], float(i)) for i in range(10)))
    async with open_work() as work:
        assert await work.examples.revision(task.id) == 11
        assert await work.examples.revision(other.id) == 11
