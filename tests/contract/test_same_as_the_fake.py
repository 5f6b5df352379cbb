"""Whatever is done in whatever order, SQLite answers as the fake does."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.example import ExampleStatus
from core.domain.identity import ExampleId, TaskId
from core.errors import UserError
from core.ports.work import OpenWork, Work
from storage.migrate import upgrade
from storage.work import open_work_on
from tests.contract.databases import engine_on
from tests.contract.world import ANA, BEN, COMPARISON, HERE, THERE, add_task, lesson
from tests.fakes import memory_work
from tests.fakes.clock import SetClock

Act: TypeAlias = Callable[[Work], Awaitable[object]]

TASKS = st.sampled_from([TaskId(1), TaskId(2), TaskId(3)])
EXAMPLES = st.integers(1, 6).map(ExampleId)
PEOPLE = st.sampled_from([ANA, BEN])
PLACES = st.sampled_from([HERE, THERE])
LESSONS = st.builds(
    lesson,
    TASKS,
    st.sampled_from([1.0, "spam"]),
    author=PEOPLE,
    source=st.sampled_from([None, "m1", "m2"]),
)
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda it: lambda work: work.examples.add(it), LESSONS),
    st.builds(lambda them: lambda work: work.examples.add_all(them), st.lists(LESSONS)),
    st.builds(
        lambda it, target: lambda work: work.examples.edit(it, values={}, target=target),
        EXAMPLES,
        st.sampled_from([2.0, "ham"]),
    ),
    st.builds(
        lambda it, status: lambda work: work.examples.set_status(it, status),
        EXAMPLES,
        st.sampled_from(ExampleStatus),
    ),
    st.builds(lambda place, member: lambda work: work.members.erase(place, member), PLACES, PEOPLE),
    st.builds(
        lambda it: (
            lambda work: work.versions.add_live(
                it, artifact="a", comparison=COMPARISON, trials=(), examples=1
            )
        ),
        TASKS,
    ),
    st.builds(lambda it: lambda work: work.versions.roll_back(it), TASKS),
    st.builds(lambda it: lambda work: work.tasks.delete(it), TASKS),
)


async def outcome(open_work: OpenWork, act: Act) -> object:
    """Return what an act came to: its value, or the kind of its refusal."""
    try:
        async with open_work() as work:
            return await act(work)
    except UserError as refusal:
        return type(refusal)


async def seen(open_work: OpenWork) -> list[object]:
    """Return all that can be read of the tasks."""
    found: list[object] = []
    async with open_work() as work:
        for task_id in await work.tasks.ids():
            found += [
                await work.tasks.get(task_id),
                await work.tasks.marks(task_id),
                await work.examples.changed_since(task_id, 0),
                await work.examples.revision(task_id),
                await work.examples.page(task_id, limit=3),
                await work.examples.label_counts(task_id),
                await work.versions.all(task_id),
                await work.versions.live(task_id),
            ]
        for place in (HERE, THERE):
            found += [list(await work.examples.of_author(place, who)) for who in (ANA, BEN)]
    return found


async def play(acts: list[Act]) -> None:
    clock = SetClock()
    fake = memory_work(clock)
    async with engine_on("sqlite+aiosqlite:///:memory:") as engine:
        await upgrade(engine)
        stores = (fake, open_work_on(engine, clock=clock))
        for open_work in stores:
            for name, place in (("a", HERE), ("b", HERE), ("a", THERE)):
                await add_task(open_work, name, community=place)
        for act in acts:
            clock.move()
            told, kept = [await outcome(open_work, act) for open_work in stores]
            assert told == kept
        told, kept = [await seen(open_work) for open_work in stores]
        assert told == kept


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTS, max_size=12))
def test_sqlite_answers_as_the_fake_does(acts: list[Act]) -> None:
    asyncio.run(play(acts))
