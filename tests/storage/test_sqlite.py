"""What a statement on SQLite costs, and that all of its rows come."""

from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.migrate import upgrade
from storage.sqlite import ROWS
from storage.work import open_work_on
from tests.contract.databases import engine_on
from tests.contract.world import ANA, HERE, add_task, lesson, teach

COUNTED = text(
    "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < :many)"
    " SELECT n FROM counted"
)


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the thread of any connection was asked to do, as it grows."""
    asked: list[str] = []
    execute: Any = aiosqlite.Connection._execute

    async def noted(connection: object, work: object, *given: object, **named: object) -> object:
        asked.append(getattr(work, "__name__", ""))
        return await execute(connection, work, *given, **named)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", noted)
    return asked


async def test_a_statement_and_a_commit_each_go_to_the_thread_once(
    file_engine: AsyncEngine, visits: list[str]
) -> None:
    open_work = open_work_on(file_engine)
    task = await add_task(open_work)
    await teach(open_work, lesson(task.id), lesson(task.id))
    visits.clear()
    async with open_work() as work:
        assert await work.examples.count(task.id) == 2
        assert len(await work.examples.page(task.id, limit=9)) == 2
        assert len(await work.examples.changed_since(task.id, 0)) == 2
    assert visits == ["_run", "_run", "_run", "commit"]


async def test_a_unit_that_did_nothing_takes_no_lock(
    file_engine: AsyncEngine, visits: list[str]
) -> None:
    async with open_work_on(file_engine)():
        pass
    assert visits == []


@pytest.mark.parametrize("many", [1, ROWS - 1, ROWS, ROWS + 1, 2 * ROWS, 3 * ROWS + 7])
async def test_all_rows_come_however_they_are_fetched(file_engine: AsyncEngine, many: int) -> None:
    wanted = list(range(1, many + 1))
    async with file_engine.connect() as connection:
        whole = await connection.execute(COUNTED, {"many": many})
        assert list(whole.scalars()) == wanted
        streamed = await connection.stream_scalars(COUNTED, {"many": many})
        assert [row async for row in streamed] == wanted
        streamed = await connection.stream_scalars(COUNTED, {"many": many})
        parts = [part async for part in streamed.partitions(ROWS - 3)]
        assert [row for part in parts for row in part] == wanted
        streamed = await connection.stream_scalars(COUNTED, {"many": many})
        assert [await anext(streamed), *await streamed.all()] == wanted


async def test_a_result_may_be_left_half_read(file_engine: AsyncEngine) -> None:
    async with file_engine.connect() as connection:
        streamed = await connection.stream_scalars(COUNTED, {"many": 3 * ROWS})
        assert await anext(streamed) == 1
        await streamed.close()
        assert await connection.scalar(text("SELECT 1")) == 1
        await connection.commit()


async def test_what_was_erased_is_in_no_file_any_more(tmp_path: Path) -> None:
    async with engine_on(f"sqlite+aiosqlite:///{tmp_path}/a.db") as engine:
        await upgrade(engine)
        open_work = open_work_on(engine)
        task = await add_task(open_work)
        await teach(open_work, lesson(task.id, source="the-secret-of-ana"))
        assert b"the-secret-of-ana" in _bytes_in(tmp_path)
        async with open_work() as work:
            assert await work.members.erase(HERE, ANA) == 1
        assert b"the-secret-of-ana" not in _bytes_in(tmp_path)
        assert (tmp_path / "a.db-wal").stat().st_size == 0


def _bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
