"""New files in the data folder: never one written over another."""

from itertools import count
from pathlib import Path


def write_new(content: bytes, *, folder: Path, name: str) -> Path:
    """Return the path of a new file with this content: ``name``, or ``name`` with a number.

    Blocks; call it in a thread.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / name
    for number in count(1):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("count() does not end")
