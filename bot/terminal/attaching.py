"""Files that go with a typed line: read from disk, and sent along under their bare name."""

import asyncio
import os
import re
import stat
from pathlib import Path

from bot.terminal import wording
from core.assistant.incoming import Attachment
from core.errors import InvalidValue, NotFound

MAX_FILE_BYTES = 8 * 1024 * 1024

_IMPORT = re.compile(r"\s*/?(?:task\s+import|batch)\b", re.IGNORECASE)
_MARKED = re.compile(r"""(?<!\S)file:(?:"([^"]+)"|'([^']+)'|(\S+))""", re.IGNORECASE)
_ENDING = r"\.(?:csv|tsv|tab|txt|jsonl|ndjson|json|xlsx|xls|xlsm|parquet)"
_PATH = re.compile(
    rf"""(?<!\S)(?:"([^"]+{_ENDING})"|'([^']+{_ENDING})'|(\S+{_ENDING}))(?!\S)""",
    re.IGNORECASE,
)


async def attach(line: str, *, locale: str = "en") -> Attachment | None:
    """Return the file that an import or a batch names: ``file:PATH``, or a bare path.

    In any other line such words are part of what is said.

    Raises:
        NotFound: there is no such file.
        InvalidValue: it is too large, or cannot be read.
    """
    match = _IMPORT.match(line) and (_MARKED.search(line) or _PATH.search(line))
    if not match:
        return None
    name = next(group for group in match.groups() if group)
    return await read(name, locale=locale)


async def read(name: str, *, locale: str = "en") -> Attachment:
    """Return the file of this path.

    Raises:
        NotFound: there is no such file.
        InvalidValue: it is too large, or cannot be read.
    """
    return await asyncio.to_thread(_read, name, locale)


def _read(name: str, locale: str) -> Attachment:
    path, status = _find(name, locale)
    if not stat.S_ISREG(status.st_mode):
        raise InvalidValue(wording.say("not a file", locale=locale, name=name))
    if status.st_size > MAX_FILE_BYTES:
        raise InvalidValue(_too_large(name, status.st_size, locale))
    try:
        return Attachment(name=path.name, content=path.read_bytes())
    except OSError as error:
        raise _unreadable(name, error, locale) from None


def _find(name: str, locale: str) -> tuple[Path, os.stat_result]:
    try:
        path = Path(name).expanduser()
        return path, path.stat()
    except PermissionError as error:
        raise _unreadable(name, error, locale) from None
    except (OSError, ValueError, RuntimeError):  # the last two: a NUL byte, an unknown ~user
        raise NotFound(wording.say("no file", locale=locale, name=name)) from None


def _unreadable(name: str, error: OSError, locale: str) -> InvalidValue:
    return InvalidValue(
        wording.say("file unreadable", locale=locale, name=name, reason=error.strerror)
    )


def _too_large(name: str, size: int, locale: str) -> str:
    mib = 1024 * 1024
    return wording.say(
        "file too large",
        locale=locale,
        name=name,
        size_mib=size / mib,
        limit_mib=MAX_FILE_BYTES // mib,
    )
