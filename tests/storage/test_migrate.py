import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from core.domain.forecast import FollowUp
from core.errors import StorageError
from core.ports.work import OpenWork
from storage.migrate import MIGRATIONS, REVISION_TABLE, downgrade, upgrade
from storage.tables import Row
from storage.work import open_work_on
from tests.contract.databases import engine_on
from tests.contract.world import HERE, add_task, ask, lesson, teach


async def tables(engine: AsyncEngine) -> set[str]:
    async with engine.connect() as connection:
        return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


async def taught(open_work: OpenWork) -> int:
    async with open_work() as work:
        (task,) = await work.tasks.all(HERE)
        return await work.examples.count(task.id)


async def teach_one(engine: AsyncEngine) -> None:
    open_work = open_work_on(engine)
    task = await add_task(open_work)
    await teach(open_work, lesson(task.id))


NEWEST = max(path.name for path in MIGRATIONS.glob("versions/r*.py"))[1:5]
SECOND = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{NEWEST}"

def upgrade():
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
"""


@pytest.fixture
def second_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that gives the program one migration more, which ends as it is told."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def write(ends_with: str) -> None:
        monkeypatch.setattr("storage.migrate.MIGRATIONS", folder)
        ending = indent(dedent(ends_with), "    ")
        (folder / "versions" / "r9999_second.py").write_text(SECOND + ending)

    return write


async def test_the_migrations_make_exactly_the_tables_of_the_model(engine: AsyncEngine) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"version_table": REVISION_TABLE}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, Row.metadata))

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_upgrading_again_changes_nothing(engine: AsyncEngine) -> None:
    await teach_one(engine)
    await upgrade(engine)
    assert await taught(open_work_on(engine)) == 1


async def test_an_upgrade_cancelled_at_any_step_can_be_done_again(empty: AsyncEngine) -> None:
    for steps in range(0, 100, 5):
        upgrading = asyncio.create_task(upgrade(empty))
        for _ in range(steps):
            await asyncio.sleep(0)
        upgrading.cancel()
        (ended,) = await asyncio.gather(upgrading, return_exceptions=True)
        assert ended is None or isinstance(ended, asyncio.CancelledError)
    await upgrade(empty)
    await teach_one(empty)


async def test_two_migrations_at_once_are_refused_rather_than_mixed_up(
    empty: AsyncEngine,
) -> None:
    async with engine_on("sqlite+aiosqlite:///:memory:") as other:
        told = await asyncio.gather(upgrade(empty), upgrade(other), return_exceptions=True)
        assert sorted(map(type, told), key=str) == [type(None), RuntimeError]
        await upgrade(empty)
        await upgrade(other)


async def test_what_goes_up_comes_down_and_goes_up_again(engine: AsyncEngine) -> None:
    await teach_one(engine)
    await downgrade(engine, "base")
    assert await tables(engine) == {REVISION_TABLE}
    await upgrade(engine)
    assert await tables(engine) == {REVISION_TABLE, *Row.metadata.tables}
    await teach_one(engine)


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004", "0005"])
async def test_a_database_of_an_earlier_revision_is_brought_up_with_its_rows(
    engine: AsyncEngine, revision: str
) -> None:
    await teach_one(engine)
    async with open_work_on(engine)() as work:
        (task,) = await work.tasks.all(HERE)
    asked = await ask(open_work_on(engine), task)
    await downgrade(engine, revision)
    await upgrade(engine)
    assert await taught(open_work_on(engine)) == 1
    async with open_work_on(engine)() as work:
        await work.follow_ups.plan(asked, FollowUp(due_at=asked.answered_at))
        assert await work.follow_ups.take_due(HERE, asked.answered_at, limit=1)


async def test_an_upgrade_that_fails_midway_leaves_the_old_schema_and_rows(
    engine: AsyncEngine, second_revision: Callable[[str], None]
) -> None:
    await teach_one(engine)
    second_revision("raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        await upgrade(engine)
    assert await tables(engine) == {REVISION_TABLE, *Row.metadata.tables}
    assert await taught(open_work_on(engine)) == 1
    second_revision("")
    await upgrade(engine)
    assert "extra" in await tables(engine)


async def test_a_sqlite_table_can_be_rebuilt_without_losing_what_leads_to_it(
    file_engine: AsyncEngine, second_revision: Callable[[str], None]
) -> None:
    await teach_one(file_engine)
    second_revision("""
        with op.batch_alter_table("task", recreate="always") as task:
            task.add_column(sa.Column("colour", sa.Text()))
    """)
    await upgrade(file_engine)
    assert await taught(open_work_on(file_engine)) == 1
    async with file_engine.connect() as connection:
        assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar() == 1


async def test_a_migration_that_would_leave_rows_without_their_owner_is_undone(
    file_engine: AsyncEngine, second_revision: Callable[[str], None]
) -> None:
    await teach_one(file_engine)
    second_revision('op.execute("DELETE FROM task")')
    with pytest.raises(StorageError, match="example"):
        await upgrade(file_engine)
    assert await taught(open_work_on(file_engine)) == 1


async def test_a_database_from_the_future_is_refused_and_left_alone(
    engine: AsyncEngine,
    second_revision: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    second_revision("")
    await upgrade(engine)
    await teach_one(engine)
    monkeypatch.undo()
    with pytest.raises(StorageError, match=r"newer than this program.*9999.*Update Apprentice"):
        await upgrade(engine)
    assert "extra" in await tables(engine)
    assert await taught(open_work_on(engine)) == 1


async def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("INSERT INTO alembic_version VALUES ('0001')")
    other.close()
    before = file.read_bytes()
    async with engine_on(f"sqlite+aiosqlite:///{file}") as engine:
        with pytest.raises(StorageError, match="another program"):
            await upgrade(engine)
    assert file.read_bytes() == before


async def test_another_programs_postgresql_database_is_refused(empty: AsyncEngine) -> None:
    async with empty.begin() as connection:
        await connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    with pytest.raises(StorageError, match="another program"):
        await upgrade(empty)
    assert await tables(empty) == {"invoices"}


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"Dear Ana, " * 500)
    async with engine_on(f"sqlite+aiosqlite:///{file}") as engine:
        with pytest.raises(StorageError, match="not a database"):
            await upgrade(engine)
    assert file.read_bytes() == b"Dear Ana, " * 500


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:////proc/nowhere/apprentice.db",
        "postgresql+asyncpg://ana:secret@127.0.0.1:1/db",
    ],
)
async def test_a_database_out_of_reach_is_told_of_in_a_sentence(url: str) -> None:
    async with engine_on(url) as engine:
        with pytest.raises(StorageError, match="cannot be used") as refused:
            await upgrade(engine)
    assert "secret" not in str(refused.value)


def test_migrations_never_import_the_application() -> None:
    for script in (MIGRATIONS / "versions").glob("*.py"):
        words = script.read_text(encoding="utf-8").split()
        assert not {"storage", "core", "bot"} & {word.split(".")[0] for word in words}
