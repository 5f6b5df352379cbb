import asyncio
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from core.errors import StorageError
from storage import sqlite
from storage.engine import create_engine
from storage.failures import json_of
from storage.migrate import upgrade
from storage.work import open_work_on
from tests.contract.databases import engine_on
from tests.contract.world import ANA, FULL, HERE, add_task, key, lesson, teach

MEMORY = "sqlite+aiosqlite:///:memory:"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 15_000),
    ],
)
async def test_a_sqlite_connection_is_set_up_to_lose_nothing(
    file_engine: AsyncEngine, pragma: str, value: object
) -> None:
    async with file_engine.connect() as connection:
        assert (await connection.execute(text(f"PRAGMA {pragma}"))).scalar() == value


@pytest.mark.parametrize(
    "url", ["", "apprentice.db", "sqlite:///apprentice.db", "mysql://root:secret@host/db"]
)
def test_another_url_is_refused_in_a_sentence_without_its_password(url: str) -> None:
    with pytest.raises(StorageError, match="database URL") as refused:
        create_engine(url)
    assert "secret" not in str(refused.value)


def modes_in(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


async def test_the_files_of_a_database_are_its_owners_alone(tmp_path: Path) -> None:
    async with engine_on(f"sqlite+aiosqlite:///{tmp_path / 'apprentice.db'}") as engine:
        await upgrade(engine)
        await add_task(open_work_on(engine))
        modes = modes_in(tmp_path)
    assert "apprentice.db-wal" in modes
    assert set(modes.values()) == {0o600}


async def test_without_room_for_what_programs_share_a_database_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'apprentice.db'}"
    has_room = sqlite._open

    def without_room(
        database: str, pragmas: Iterable[str], options: Mapping[str, object]
    ) -> sqlite3.Connection:
        if sqlite.ALONE in pragmas:
            return has_room(database, pragmas, options)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
        raise error

    async with engine_on(url) as engine:
        await upgrade(engine)
        task = await add_task(open_work_on(engine))
    monkeypatch.setattr(sqlite, "_open", without_room)
    async with engine_on(url) as engine:
        await upgrade(engine)
        async with open_work_on(engine)() as work:
            assert await work.tasks.all(HERE) == [task]


async def test_each_memory_engine_has_a_database_of_its_own() -> None:
    async with engine_on(MEMORY) as one, engine_on(MEMORY) as two:
        await upgrade(one)
        await upgrade(two)
        await add_task(open_work_on(one))
        async with open_work_on(two)() as work:
            assert await work.tasks.all(HERE) == []


async def test_what_is_in_memory_survives_a_cancelled_statement() -> None:
    async with engine_on(MEMORY) as engine:
        await upgrade(engine)
        open_work = open_work_on(engine)
        task = await add_task(open_work)
        for steps in range(40):
            teaching = asyncio.create_task(teach(open_work, lesson(task.id)))
            for _ in range(steps):
                await asyncio.sleep(0)
            teaching.cancel()
            await asyncio.gather(teaching, return_exceptions=True)
        async with open_work() as work:
            assert await work.tasks.all(HERE) == [task]


async def test_erased_words_are_not_left_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "apprentice.db"
    words = "xyzzy-never-told"
    async with engine_on(f"sqlite+aiosqlite:///{file}") as engine:
        await upgrade(engine)
        open_work = open_work_on(engine)
        task = await add_task(open_work)
        values = {**FULL, key("notes"): words * 100}
        await teach(open_work, *(lesson(task.id, values=values) for _ in range(9)))
    assert words.encode() in content_of(tmp_path)
    async with (
        engine_on(f"sqlite+aiosqlite:///{file}") as engine,
        open_work_on(engine)() as work,
    ):
        await work.members.erase(HERE, ANA)
    assert words.encode() not in content_of(tmp_path)


def content_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_processes_that_share_a_file_wait_for_each_other(file_engine: AsyncEngine) -> None:
    task = await add_task(open_work_on(file_engine))

    async def teach_ten(engine: AsyncEngine) -> list[int]:
        lessons = [lesson(task.id) for _ in range(10)]
        return [example.number for example in await teach(open_work_on(engine), *lessons)]

    async with engine_on(file_engine.url.render_as_string()) as other:
        one, two = await asyncio.gather(teach_ten(file_engine), teach_ten(other))
    assert sorted([*one, *two]) == list(range(1, 21))


async def test_another_process_that_writes_is_waited_for_and_then_told_of(
    file_engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert file_engine.url.database is not None
    monkeypatch.setattr("storage.sqlite.BUSY_S", 0.0)
    other = sqlite3.connect(file_engine.url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    async with engine_on(file_engine.url.render_as_string()) as impatient:
        with pytest.raises(StorageError, match="locked"):
            await add_task(open_work_on(impatient))
        other.execute("ROLLBACK")
        other.close()
        await add_task(open_work_on(impatient))


def test_a_bare_number_in_a_column_of_json_is_read_as_it_was_written() -> None:
    assert json_of("7") == json_of(7) == 7
    assert json_of(2.5) == 2.5
