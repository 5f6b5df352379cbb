"""A line of headings that names some columns, and groups of those that the next line names."""

from collections.abc import Sequence
from typing import Final

from core.assistant.files.headings import is_number_or_date

_RECURS: Final = 2


def names_groups(line: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether a line names columns, and groups of those that the line below it names.

    It has several names over empty cells, before any that stands over another name.
    """
    named = [at for at, cell in enumerate(line) if cell.strip()]
    parts = [at for at, cell in enumerate(below) if cell.strip()]
    if len(parts) < _RECURS or any(is_number_or_date(cell) for cell in (*line, *below)):
        return False
    alone = [at for at in named if at not in parts]
    groups = [at for at in named if at in parts]
    return len(alone) >= _RECURS and bool(groups) and max(alone[:_RECURS]) < min(parts)
