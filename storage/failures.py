"""What a database may fail with, as errors that say in a sentence what is wrong with it."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final, TypeVar

from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from core.errors import DatabaseDamaged, DatabaseUnreachable, DatabaseUnwritable, StorageError
from storage.sqlite import PRIMARY

RowKind = TypeVar("RowKind")
Kept = TypeVar("Kept")

SQLITE_UNWRITABLE: Final = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
)
SQLITE_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
POSTGRESQL_UNWRITABLE: Final = ("53100", "25006")  # the disk is full; a replica only reads
POSTGRESQL_DAMAGED: Final = ("XX001", "XX002")
POSTGRESQL_UNREACHABLE: Final = ("08", "28", "3D", "53", "57P")
"""How the codes begin of: connections, log-ins, no such database, too many, shutting down."""
DAMAGED_WORDS: Final = (
    "The database is damaged: {cause}. Keep a copy of it and put a backup in its place; "
    "what can still be read may be saved with .recover of the program sqlite3."
)


@contextmanager
def told_as_storage_errors() -> Iterator[None]:
    """Say in a sentence that the database is full, locked, damaged or gone.

    What else fails is a bug.
    """
    try:
        yield
    except DBAPIError as error:
        if (failure := failure_of(error)) is None:
            raise
        raise failure from error
    except LookupError as error:
        if type(error) is not LookupError:  # a bug; SQLAlchemy's own is of an unknown word
            raise
        raise DatabaseDamaged(DAMAGED_WORDS.format(cause="a column is no known word")) from error
    except PoolTimeoutError as error:
        raise StorageError("The database was busy for too long; try again.") from error
    except OSError as error:
        raise DatabaseUnreachable(f"The database cannot be reached: {error}.") from error


def read_row(convert: Callable[[RowKind], Kept]) -> Callable[[RowKind], Kept]:
    """Return the function, which says so in a sentence where a row is not as one was written."""

    @wraps(convert)
    def checked(row: RowKind) -> Kept:
        try:
            return convert(row)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            place = f"a row of {getattr(row, '__tablename__', 'a table')} is not as it was written"
            raise DatabaseDamaged(DAMAGED_WORDS.format(cause=place)) from error

    return checked


def json_of(text: str | bytes | float) -> Any:  # noqa: ANN401 - whatever was written
    """Return what a column of JSON holds; raises DatabaseDamaged where that is none.

    SQLite keeps a bare number in such a column as a number, and gives it back as one.
    """
    if isinstance(text, int | float):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError, TypeError) as error:
        raise DatabaseDamaged(DAMAGED_WORDS.format(cause="a column is no JSON")) from error


def failure_of(error: DBAPIError) -> StorageError | None:
    """Return what is wrong with the database; None where it is the statement that is wrong."""
    cause = error.orig
    code = getattr(cause, "sqlite_errorcode", 0) & PRIMARY
    state = str(getattr(cause, "sqlstate", None) or "")
    if code in SQLITE_UNWRITABLE or state in POSTGRESQL_UNWRITABLE:
        return DatabaseUnwritable(f"The database cannot be written to: {cause}.")
    if code in SQLITE_DAMAGED or state in POSTGRESQL_DAMAGED or "decode" in str(cause):
        return DatabaseDamaged(DAMAGED_WORDS.format(cause=cause))
    if error.connection_invalidated or state.startswith(POSTGRESQL_UNREACHABLE):
        return DatabaseUnreachable(f"The database cannot be reached: {cause}.")
    if isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError:
        return StorageError(f"The database could not do this: {cause}.")
    return None
