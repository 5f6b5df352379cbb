"""The data folder, and new files in it: never one written over another."""

import os
from io import TextIOWrapper
from itertools import chain, count
from pathlib import Path
from typing import cast

from core.errors import OperatorError

OWNER_ONLY = 0o600


def write_new(content: bytes, *, folder: Path, name: str) -> Path:
    """Return the path of a new file with this content: ``name``, or ``name`` with a number.

    Blocks; call it in a thread.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / name
    names = chain([wanted], (wanted.with_stem(f"{wanted.stem}-{n}") for n in count(2)))
    while True:
        path = next(names)
        try:
            file = open(path, "xb", opener=_private)  # noqa: SIM115 - only this may find one there
        except FileExistsError:
            continue
        try:
            with file:
                file.write(content)
        except OSError:
            path.unlink(missing_ok=True)  # half a file is none
            raise
        return path


def make_folder(folder: Path) -> Path:
    """Return the data folder, made if need be; only its owner may look into a new one.

    Raises:
        OperatorError: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OperatorError(
            f"The data folder {folder} cannot be made: {error.strerror}. "
            "Name another one in APPRENTICE_DATA."
        ) from error
    return folder


def unwritable(folder: Path, error: OSError) -> OperatorError:
    """Return the sentence that says why the data folder cannot be used."""
    return OperatorError(
        f"The data folder {folder} cannot be written to: {error.strerror}. "
        "Let this account write to it, or name another one in APPRENTICE_DATA."
    )


def open_private(path: Path, mode: str) -> TextIOWrapper:
    """Return an open text file that, where it is new, only its owner may read."""
    return cast("TextIOWrapper", open(path, mode, encoding="utf-8", opener=_private))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY)
