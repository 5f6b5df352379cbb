"""The engine: a database URL as connections that are set up to lose nothing."""

import json
import sqlite3
from functools import partial
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from core.errors import StorageError
from storage.failures import json_of
from storage.sqlite import Connection, connect

ANSWER_S = 60.0
"""How long PostgreSQL may take for one statement."""
CONNECT_S = 10.0
"""How long PostgreSQL may take to let the program in."""
EACH_ENGINE: dict[str, Any] = {
    "hide_parameters": True,  # what members wrote stays out of errors and logs
    "json_serializer": partial(json.dumps, allow_nan=False),
    "json_deserializer": json_of,
}


def create_engine(url: str | URL) -> AsyncEngine:
    """Return an engine for ``sqlite+aiosqlite:///…`` or ``postgresql+asyncpg://…``.

    SQLite has one connection, which units of work take in turns: as there can be one writer only,
    they wait in line here rather than poll the file. ``sqlite+aiosqlite:///:memory:`` is a database
    of this engine's own, gone when the engine is disposed of.

    Raises:
        StorageError: the URL cannot be read or names another database.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StorageError("Expected a database URL like sqlite+aiosqlite:///apprentice.db.") from (
            error
        )
    match parsed.drivername:
        case "sqlite+aiosqlite":
            return _sqlite(parsed)
        case "postgresql+asyncpg":
            return _postgresql(parsed)
    raise StorageError(
        "Expected a database URL that starts with sqlite+aiosqlite:// or postgresql+asyncpg://, "
        f"not {parsed.drivername}://."
    )


async def empty_log(engine: AsyncEngine) -> None:
    """Take what was erased out of SQLite's write-ahead log, which keeps it until it is reused.

    Another process that reads for long keeps the log; then it is emptied with a later write.
    """
    if engine.dialect.name != "sqlite":
        return
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        if isinstance(driver, Connection):
            await driver.empty_log()


def _sqlite(url: URL) -> AsyncEngine:
    in_memory = url.database in {None, "", ":memory:"}
    if in_memory:
        url = url.set(database=f"file:/{uuid4().hex}", query={"vfs": "memdb", "uri": "true"})
    engine = create_async_engine(
        url,
        **EACH_ENGINE,
        pool_size=1,
        max_overflow=0,
        connect_args={"async_creator_fn": connect},
    )
    if in_memory:
        _keep_alive(engine)
    return engine


def _postgresql(url: URL) -> AsyncEngine:
    try:
        return create_async_engine(
            url,
            **EACH_ENGINE,
            pool_pre_ping=True,
            connect_args={
                "timeout": CONNECT_S,
                "command_timeout": ANSWER_S,
                # A plan that does not know its values compares a list of 200 with every row.
                "server_settings": {"plan_cache_mode": "force_custom_plan"},
            },
        )
    except ModuleNotFoundError as error:
        raise StorageError("PostgreSQL needs asyncpg: install apprentice[postgres].") from error


def _keep_alive(engine: AsyncEngine) -> None:
    """Hold the database while the engine lives: a cancelled unit may cost it its connection."""
    anchor = sqlite3.connect(f"{engine.url.database}?vfs=memdb", uri=True, check_same_thread=False)
    event.listen(engine.sync_engine, "engine_disposed", lambda _: anchor.close())
