"""The data folder, and new files in it: never one written over another."""

from itertools import chain, count
from pathlib import Path

from core.errors import OperatorError


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
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
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
