"""SQLite connections that go to their thread once for each statement.

A visit to another thread takes two wake-ups, each of which waits its turn on a busy machine.
aiosqlite alone makes four visits of a statement: for its cursor, itself, its rows and its end.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import aiosqlite
from aiosqlite.context import contextmanager

from storage.disk import make_private

BUSY_S = 15.0
"""How long to wait for another process that writes to the same file."""
EACH_CONNECTION = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # an acknowledged lesson outlives a power cut
    "PRAGMA secure_delete = ON",  # erased means overwritten, not only unlinked
)
FIRST_READ = "PRAGMA schema_version"
ALONE = "PRAGMA locking_mode = EXCLUSIVE"
"""Keeps in memory what programs on a WAL database share in a file: a full disk has no room for it,
and what is there can be read all the same. Other programs are locked out meanwhile."""
NO_ROOM = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL})
PRIMARY = 0xFF
"""Masks what SQLite adds to an error's code to tell more of it."""
BEGIN = "BEGIN IMMEDIATE"
"""Takes the write lock at once: a reader that turns writer could not wait for it."""
ROWS = 200
"""How many rows are fetched at a time: the first ones with the statement itself."""


def connect(database: str, **options: Any) -> "Connection":  # noqa: ANN401 - sqlite3's own
    """Return a connection to await; each first statement of a transaction begins it."""

    def connector() -> sqlite3.Connection:
        options.update(isolation_level=None, timeout=BUSY_S)
        if not options.get("uri"):
            make_private(Path(database))
        try:
            return _open(database, EACH_CONNECTION, options)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY not in NO_ROOM:
                raise
            return _open(database, (ALONE, *EACH_CONNECTION), options)

    return Connection(connector, iter_chunk_size=ROWS)


def _open(database: str, pragmas: Iterable[str], options: Mapping[str, Any]) -> sqlite3.Connection:
    """Return a connection that has read once: a WAL database makes its files for that."""
    connection: sqlite3.Connection = sqlite3.connect(database, **options)
    try:
        for pragma in (*pragmas, FIRST_READ):
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


class Connection(aiosqlite.Connection):
    """A connection whose cursors visit its thread once."""

    def __init__(self, connector: Callable[[], sqlite3.Connection], iter_chunk_size: int) -> None:
        super().__init__(connector, iter_chunk_size)
        self._thread.daemon = True  # a connection that nobody closed keeps no program running
        self._is_clean = True
        """Whether no statement was asked for since the last transaction ended."""

    async def visit(self, work: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401
        """Return what a cursor's work on the thread returns."""
        self._is_clean = False
        execute: Callable[..., Awaitable[Any]] = self._execute
        return await execute(work, *given)

    async def commit(self) -> None:
        """End the transaction, where one was begun."""
        if not self._is_clean:
            await super().commit()
            self._is_clean = True

    async def rollback(self) -> None:
        """Undo the transaction, where one was begun: the pool asks for it after a commit too."""
        if not self._is_clean:
            await super().rollback()
            self._is_clean = True

    async def empty_log(self) -> None:
        """Write the write-ahead log into the database and cut it to nothing."""
        empty: Callable[..., Awaitable[Any]] = self._execute
        await empty(self._conn.execute, "PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    async def cursor(self) -> aiosqlite.Cursor:
        """Return a cursor, without going to the thread for it."""
        return Cursor(self, self._conn.cursor())


class Cursor(aiosqlite.Cursor):
    """A statement, and the rows of it that came along."""

    def __init__(self, connection: Connection, cursor: sqlite3.Cursor) -> None:
        super().__init__(connection, cursor)
        self._visit = connection.visit
        self._rows: list[Any] = []
        self._has_more = False
        """Whether there may be rows that did not come yet."""

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "Cursor":
        """Execute a statement and fetch its first rows."""
        await self._visit(self._run, self._cursor.execute, sql, parameters or ())
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> "Cursor":
        """Execute a statement once for each of the parameters."""
        await self._visit(self._run, self._cursor.executemany, sql, parameters)
        return self

    async def fetchone(self) -> Any | None:  # noqa: ANN401 - a row
        """Return the next row."""
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return the next rows, so many at most."""
        if not self._rows and self._has_more:
            await self._visit(self._fetch)
        wanted = size or self.arraysize
        rows, self._rows = self._rows[:wanted], self._rows[wanted:]
        return rows

    async def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        rows, self._rows = self._rows, []
        if self._has_more:
            rows += await self._visit(self._cursor.fetchall)
            self._has_more = False
        return rows

    async def close(self) -> None:
        """Let go of the statement; one whose rows all came has let go of itself."""
        self._rows = []
        if self._has_more:
            await super().close()

    def _run(self, execute: Callable[..., object], sql: str, parameters: Iterable[Any]) -> None:
        """Do all that a statement needs, on the thread."""
        if not self.connection.in_transaction:
            self.connection.execute(BEGIN)
        execute(sql, parameters)
        self._fetch()

    def _fetch(self) -> None:
        self._rows = self._cursor.fetchmany(ROWS)
        self._has_more = len(self._rows) == ROWS
