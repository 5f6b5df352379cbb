"""Migrations: brings a database to the program's revision, or says why it cannot."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Text, column, inspect, select, table, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from core.errors import DatabaseDamaged, StorageError
from storage.failures import DAMAGED_WORDS, failure_of

MIGRATIONS = Path(__file__).with_name("migrations")
WAL = "wal"
REVISION_TABLE = "apprentice_revision"
"""Says that a database is ours, and of which revision."""
REVISION = table(REVISION_TABLE, column("version_num", Text)).c.version_num
UPGRADE_LOCK = 0x41707072
"""Names the PostgreSQL lock under which one process migrates while others wait."""

Steps = Callable[[Any, Any], Any]
"""What Alembic calls to learn which migrations to run, given where the database is."""

_under_way = Lock()
"""Alembic's ``op`` speaks to one database at a time: held while a migration runs."""


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the database to the program's revision, from nothing if need be.

    All of it is one transaction: a crash leaves the database as it was.

    Raises:
        StorageError: it is newer than the program, not ours, damaged, or out of reach.
    """
    script = await asyncio.to_thread(_read_scripts)
    # Alembic's cookbook goes through these two private doors as well: there are no others.
    await _move(engine, script, lambda now, _: script._upgrade_revs("head", now))  # noqa: SLF001


async def downgrade(engine: AsyncEngine, revision: str) -> None:
    """Bring the database down to an earlier revision; ``base`` leaves nothing of ours.

    Raises:
        StorageError: as :func:`upgrade`.
    """
    script = await asyncio.to_thread(_read_scripts)
    await _move(engine, script, lambda now, _: script._downgrade_revs(revision, now))  # noqa: SLF001


def _read_scripts() -> ScriptDirectory:
    """Return the migrations, read from disk here and now rather than when they run."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    script.get_heads()
    return script


async def _move(engine: AsyncEngine, script: ScriptDirectory, steps: Steps) -> None:
    if not _under_way.acquire(blocking=False):
        raise RuntimeError("Await one migration before the next: Alembic runs one at a time.")
    try:
        async with (
            engine.connect() as connection,
            _sqlite_set_for_migration(connection),
            connection.begin(),
        ):
            await connection.run_sync(_migrate, script, steps)
    except (DBAPIError, OSError, sqlite3.Error) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(error, DBAPIError) and isinstance(failure_of(error), DatabaseDamaged):
            raise DatabaseDamaged(DAMAGED_WORDS.format(cause=reason)) from error
        raise StorageError(
            f"The database {engine.url.render_as_string()} cannot be used: {reason}. "
            "Check that it is there, is Apprentice's, and may be written to."
        ) from error
    finally:
        _under_way.release()


@asynccontextmanager
async def _sqlite_set_for_migration(connection: AsyncConnection) -> AsyncIterator[None]:
    """Let migrations rebuild tables on SQLite, and make what comes out a WAL database.

    Foreign keys and the journal can only be changed between transactions, which is why this goes
    past SQLAlchemy, and the journal is only changed once the file is known to be ours.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = (await connection.get_raw_connection()).driver_connection
    await driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
        (mode,) = await (await driver.execute("PRAGMA journal_mode")).fetchone()
        if mode != WAL:  # setting it again would write, and a full disk keeps nobody from reading
            await driver.execute(f"PRAGMA journal_mode = {WAL}")
    finally:
        await connection.invalidate()  # the next one is set up anew, foreign keys and all


def _migrate(connection: Connection, script: ScriptDirectory, steps: Steps) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADE_LOCK})
    _require_ours(connection, script)
    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(
            connection=connection, version_table=REVISION_TABLE, transactional_ddl=True
        )
        environment.run_migrations()
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise StorageError(f"The migration would leave a row of {broken[0]} without its owner.")


def _require_ours(connection: Connection, script: ScriptDirectory) -> None:
    """Return where the database is empty or of a known revision.

    Raises:
        StorageError: it is of an unknown revision or another program's.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return
    where = connection.engine.url.render_as_string()
    if REVISION_TABLE not in tables:
        raise StorageError(
            f"The database {where} holds another program's tables. "
            "Name an empty database or one that Apprentice made."
        )
    known = {revision.revision for revision in script.walk_revisions()}
    for revision in connection.scalars(select(REVISION)):
        if revision not in known:
            raise StorageError(
                f"The database {where} is newer than this program: it is at revision {revision}, "
                f"and the newest known here is {script.get_current_head()}. Update Apprentice, "
                "or name the database that belongs to this version."
            )
