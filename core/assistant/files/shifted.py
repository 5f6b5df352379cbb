"""Rows whose cells slipped into the next column, told by what kind each column mostly holds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from core.assistant.files.headings import is_date, is_number
from core.assistant.files.missing import missing_in_numbers

_FEWEST: Final = 5
"""Filled cells: of fewer nothing tells what a column mostly holds."""
_ODD: Final = 0.1
"""This share of a column's cells, or one of them, may be of another kind."""

_OF_NAMES: Final = {"word", "both"}
"""Names hold digits or none: neither speaks against the other."""

Grid = Sequence[Sequence[str]]


def shifted_rows(grid: Grid, width: int) -> Mapping[int, int]:
    """Return which rows would fit their columns one place further, and from which place on.

    A row fits where an empty cell stands before those that slipped to the right, or at the end of
    those that slipped to the left. Only what fits better there than in place has slipped.

    Args:
        grid: the cells of each row.
        width: how many columns there are.
    """
    known: dict[str, str] = {}
    shapes = [[_known_shape(cell, known) for cell in row[:width]] for row in grid]
    columns = [Counter(row[at] if at < len(row) else "" for row in shapes) for at in range(width)]
    usual = [_usual(column) for column in columns]
    are_filled = [column[""] <= max(1, _ODD * len(grid)) for column in columns]
    found: dict[int, int] = {}
    for at, row in enumerate(shapes):
        if all(_fits(shape, kind) for shape, kind in zip(row, usual, strict=False)):
            continue
        place = _slip(row, usual, are_filled)
        if place is not None:
            found[at] = place
    return found


def _known_shape(cell: str, known: dict[str, str]) -> str:
    shape = known.get(cell)
    if shape is None:
        shape = known[cell] = shape_of(cell)
    return shape


def shape_of(cell: str) -> str:
    """Return what a cell looks like: number, date, word, both; empty for what says nothing."""
    cell = cell.strip()
    if not cell or missing_in_numbers([cell]):
        return ""
    if is_date(cell):
        return "date"
    if is_number(cell):
        return "number"
    return "both" if any(map(str.isdigit, cell)) else "word"


def _usual(counts: Counter[str]) -> str:
    """Return the shape that nearly all filled cells of a column have; empty for none."""
    filled = Counter({shape: count for shape, count in counts.items() if shape})
    total = filled.total()
    if total < _FEWEST:
        return ""
    shape, many = filled.most_common(1)[0]
    return shape if total - many <= max(1, _ODD * total) else ""


def _fits(shape: str, usual: str) -> bool:
    return not shape or not usual or shape == usual or {shape, usual} == _OF_NAMES


def _slip(row: Sequence[str], usual: Sequence[str], are_filled: Sequence[bool]) -> int | None:
    """Return the place from which on a row fits its columns better one place further, either way.

    What it left empty must be nearly always filled: an empty cell alone is no slip.
    """
    is_end_empty = not row[-1] and len(row) == len(usual) and are_filled[-1]
    for place, shape in enumerate(row):
        if not all(map(_fits, row[:place], usual)):
            break
        moved = (row[place + 1 :], usual[place:])
        if not shape and are_filled[place] and _fit_better(*moved, usual[place + 1 :]):
            return place
        moved = (row[place:-1], usual[place + 1 :])
        if is_end_empty and _fit_better(*moved, usual[place:]):
            return place
    return None


def _fit_better(shapes: Sequence[str], usual: Sequence[str], before: Sequence[str]) -> bool:
    """Return whether all cells fit these columns, and more of them tell so than of those before."""
    return all(map(_fits, shapes, usual)) and _telling(shapes, usual) > _telling(shapes, before)


def _telling(shapes: Sequence[str], usual: Sequence[str]) -> int:
    """Return how many cells have the shape that their column has."""
    return sum(bool(shape) and shape == kind for shape, kind in zip(shapes, usual, strict=False))
