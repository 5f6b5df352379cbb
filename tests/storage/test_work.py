import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from core.domain.example import Lesson
from core.domain.forecast import Feedback, Verdict
from core.domain.identity import ExampleId
from core.errors import DatabaseDamaged, DatabaseUnreachable, DatabaseUnwritable, StorageError
from storage.clocks import utc_now
from storage.migrate import upgrade
from storage.work import open_work_on
from tests.contract.databases import engine_on, postgresql
from tests.contract.world import ANA, FULL, HERE, add_task, ask, key, lesson, teach

WORDS = "xyzzy-never-told"
END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND datname = current_database()
"""


async def test_a_commit_is_finished_even_where_its_task_is_cancelled_meanwhile(
    engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_work = open_work_on(engine)
    task = await add_task(open_work)
    committing, go_on = asyncio.Event(), asyncio.Event()
    commit = AsyncSession.commit

    async def slow_commit(session: AsyncSession) -> None:
        committing.set()
        await go_on.wait()
        await commit(session)

    monkeypatch.setattr(AsyncSession, "commit", slow_commit)
    teaching = asyncio.create_task(teach(open_work, lesson(task.id)))
    await committing.wait()
    for _ in range(3):
        teaching.cancel()
        await asyncio.sleep(0)
    assert not teaching.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await teaching
    async with open_work() as work:
        assert await work.examples.count(task.id) == 1


async def test_a_full_disk_is_told_of_and_changes_nothing(file_engine: AsyncEngine) -> None:
    open_work = open_work_on(file_engine)
    task = await add_task(open_work)
    await teach(open_work, lesson(task.id))
    async with file_engine.connect() as connection:
        await connection.execute(text("PRAGMA max_page_count = 1"))
    long = {**FULL, key("notes"): WORDS * 300}

    async def fill() -> None:
        async with open_work() as work:
            await work.examples.add_all([lesson(task.id, values=long) for _ in range(100)])

    with pytest.raises(DatabaseUnwritable, match="full") as told:
        await fill()
    assert WORDS not in f"{told.value} {told.value.__cause__}"
    async with open_work() as work:
        assert await work.examples.count(task.id) == 1


async def test_a_bug_stays_loud_and_keeps_what_members_wrote_to_itself(
    engine: AsyncEngine,
) -> None:
    open_work = open_work_on(engine)
    prediction = await ask(open_work, await add_task(open_work))
    nowhere = Feedback(
        prediction_id=prediction.id,
        member=ANA,
        verdict=Verdict.CORRECTED,
        example=ExampleId(99),
        given_at=utc_now(),
    )

    async def misuse() -> None:
        async with open_work() as work:
            await work.settings.put(HERE, "words", WORDS)
            await work.predictions.add_feedback(nowhere)

    with pytest.raises(IntegrityError) as bug:
        await misuse()
    assert WORDS not in str(bug.value)


async def test_what_json_cannot_hold_is_refused(file_engine: AsyncEngine) -> None:
    open_work = open_work_on(file_engine)
    task = await add_task(open_work)
    endless = Lesson(task_id=task.id, author=ANA, values={key("size"): float("inf")}, target=1.0)
    with pytest.raises(StatementError, match="JSON"):
        await teach(open_work, endless)


async def test_times_without_a_zone_are_refused(file_engine: AsyncEngine) -> None:
    naive = open_work_on(file_engine, clock=lambda: utc_now().replace(tzinfo=None))
    with pytest.raises(StatementError, match="aware"):
        await add_task(naive)


async def test_reading_many_examples_lets_others_have_their_turn(
    file_engine: AsyncEngine,
) -> None:
    open_work = open_work_on(file_engine)
    task = await add_task(open_work)
    async with open_work() as work:
        await work.examples.add_all([lesson(task.id)] * 2000)
    turns = 0

    async def count_turns() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    counting = asyncio.create_task(count_turns())
    async with open_work() as work:
        assert len(await work.examples.changed_since(task.id, 0)) == 2000
    counting.cancel()
    assert turns > 10


async def test_postgresql_that_goes_away_is_told_of_and_found_again() -> None:
    async with postgresql() as url, engine_on(url) as engine, engine_on(url) as other:
        await upgrade(engine)
        open_work = open_work_on(engine)
        task = await add_task(open_work)

        async def lose_it() -> None:
            async with open_work() as work:
                await work.tasks.get(task.id)
                async with other.connect() as connection:
                    await connection.execute(text(END_OTHERS))
                await work.settings.put(HERE, "words", WORDS)

        with pytest.raises(DatabaseUnreachable) as told:
            await lose_it()
        assert WORDS not in str(told.value)
        async with open_work() as work:
            assert await work.settings.get(HERE, "words") is None
            assert await work.tasks.all(HERE) == [task]


@pytest.mark.parametrize(
    "address", ["nobody@127.0.0.1:1/x", "nobody@no.such.host.invalid/x", "nobody@/x?host=/nowhere"]
)
async def test_postgresql_that_is_not_there_is_told_of(address: str) -> None:
    async with engine_on(f"postgresql+asyncpg://{address}") as engine:
        with pytest.raises(DatabaseUnreachable):
            await open_once(engine)
        with pytest.raises(StorageError, match="cannot be used"):
            await upgrade(engine)


async def open_once(engine: AsyncEngine) -> None:
    async with open_work_on(engine)() as work:
        await work.tasks.all(HERE)


async def test_a_page_that_was_overwritten_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "apprentice.db"
    async with engine_on(f"sqlite+aiosqlite:///{file}") as engine:
        await upgrade(engine)
        task = await add_task(open_work_on(engine))
        await teach(open_work_on(engine), *[lesson(task.id) for _ in range(300)])
    content = file.read_bytes()
    told = 0
    for start in range(4096, len(content), 4096):
        file.write_bytes(content[:start] + b"\xff" * 4096 + content[start + 4096 :])
        async with engine_on(f"sqlite+aiosqlite:///{file}") as engine:
            try:
                async with open_work_on(engine)() as work:
                    await work.tasks.all(HERE)
                    await work.examples.changed_since(task.id, 0)
            except DatabaseDamaged:
                told += 1
    assert told > 1


@pytest.mark.parametrize(
    ("table", "column", "content"),
    [
        ("task", "fields", "{"),
        ("task", "target", "[1]"),
        ("task", "fields", "[" * 100_000),
        ("task", "created_at", "yesterday"),
        ("example", "values", '{"f1": [1]}'),
        ("example", "status", "odd"),
    ],
)
async def test_a_row_that_is_not_as_it_was_written_is_told_of(
    file_engine: AsyncEngine, table: str, column: str, content: str
) -> None:
    open_work = open_work_on(file_engine)
    task = await add_task(open_work)
    await teach(open_work, lesson(task.id))
    async with file_engine.begin() as connection:
        spoil = f'UPDATE {table} SET "{column}" = :it'  # noqa: S608 - names from this file
        await connection.execute(text(spoil), {"it": content})

    async def look() -> None:
        async with open_work() as work:
            await work.tasks.all(HERE)
            await work.examples.changed_since(task.id, 0)

    with pytest.raises(DatabaseDamaged, match="backup"):
        await look()
