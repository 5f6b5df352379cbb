"""A table that stands on its side: what a person would have as columns are its lines."""

from collections.abc import Sequence
from typing import Final

from core.assistant.files.heading_units import split_unit
from core.assistant.files.records import Record
from core.assistant.files.shifted import shape_of
from core.assistant.wording import say

_FEWEST: Final = 3
"""Columns beside that of the names: of fewer each line is of one kind by chance."""
_SEVERAL: Final = 2


def upright(records: list[Record], notes: list[str], *, locale: str) -> list[Record]:
    """Return the records with lines and columns swapped where each line is of one kind alone.

    A record's line is then the number of its column, which is said.
    """
    if not _is_on_its_side([record.cells for record in records]):
        return records
    notes.append(say("table turned", locale=locale))
    columns = zip(*(record.cells for record in records), strict=True)
    return [Record(at, list(cells)) for at, cells in enumerate(columns, start=1)]


def _is_on_its_side(grid: Sequence[Sequence[str]]) -> bool:
    """Return whether lines of numbers and of words stand under one another, with names before.

    There are several lines of words, or the names have units.
    """
    width = len(grid[0]) if grid else 0
    body = grid[1:]
    if width <= _FEWEST or len(body) < _FEWEST or len(body) > width * width:
        return False
    if any(len(row) != width or not row[0].strip() for row in body):
        return False
    kinds = [{shape_of(cell) for cell in row[1:]} - {""} for row in body]
    if any(len(kind) != 1 for kind in kinds):
        return False
    numbers = sum(kind == {"number"} for kind in kinds)
    has_units = any(split_unit(row[0])[1] for row in body)
    least = 1 if has_units else _SEVERAL
    return numbers >= least and len(body) - numbers >= least
