"""New files in the data folder: never one written over another."""

from itertools import chain, count
from pathlib import Path


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
