"""How many of a column's cells can be read as a kind."""

from collections import Counter

from core.assistant.files.cells import Writing, read_cell
from core.assistant.files.columns import PEEK, Habits, are_most
from core.assistant.reading import Unclear
from core.domain.fields import Field, FieldKind
from core.domain.task import field_key
from core.errors import InvalidValue


def wanted_field(kind: FieldKind, unit: str | None = None) -> Field:
    """Return a field of the kind, to read cells by."""
    return Field(key=field_key(0), name="x", kind=kind, unit=unit)


def peek_at(counts: Counter[str]) -> Counter[str]:
    """Return the first different cells."""
    return Counter(dict(list(counts.items())[:PEEK]))


def fits_most(
    cells: Counter[str],
    wanted: Field,
    writing: Writing,
    habits: Habits,
    *,
    unclear_too: bool = False,
) -> bool:
    """Return whether most rows can be read as this kind, and half of what they say."""
    rows, different = fitting(cells, wanted, writing, habits, unclear_too=unclear_too)
    is_few_odd = are_most(different, len(cells))
    return is_few_odd or (are_most(rows, cells.total()) and 2 * different >= len(cells))


def fitting(
    cells: Counter[str],
    wanted: Field,
    writing: Writing,
    habits: Habits,
    *,
    unclear_too: bool = False,
) -> tuple[int, int]:
    """Return how many of the rows can be read as this kind, and how many different cells."""
    rows = different = 0
    for cell, count in cells.items():
        try:
            value = read_cell(cell, wanted, writing, today=habits.today)
        except (InvalidValue, OverflowError):
            continue
        if unclear_too or not isinstance(value, Unclear):
            rows += count
            different += 1
    return rows, different


def amounts(
    cells: Counter[str], wanted: Field, writing: Writing, habits: Habits
) -> tuple[float, ...]:
    """Return the numbers of the cells that can be read as some."""
    found: list[float] = []
    for cell in cells:
        try:
            value = read_cell(cell, wanted, writing, today=habits.today)
        except (InvalidValue, OverflowError):
            continue
        if isinstance(value, float):
            found.append(value)
    return tuple(found)
