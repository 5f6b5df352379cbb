"""Files that outlive a power cut, and a lock that a killed process lets go of.

Windows has neither folders that can be synced nor ``flock``: there, files are synced all the same,
and what a killed writer left is not removed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


OWNER_ONLY = 0o600


def write_durably(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with open(path, "xb", opener=_private) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none and one can be made."""
    with suppress(OSError):
        os.close(_private(str(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's list of names."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock together with others of this kind, in this process and in others."""
    with path.open("ab") as file:
        if sys.platform != "win32":
            fcntl.flock(file, fcntl.LOCK_SH)
        yield


@contextmanager
def locked_alone(path: Path) -> Iterator[bool]:
    """Hold the lock alone; the value says whether that could be had at once."""
    with path.open("ab") as file:
        yield _lock_alone(file.fileno())


def _lock_alone(descriptor: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
