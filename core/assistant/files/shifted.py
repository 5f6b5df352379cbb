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

Grid = Sequence[Sequence[str]]


def shifted_rows(grid: Grid, width: int) -> Mapping[int, int]:
    """Return which rows would fit their columns one place further, and from which place on.

    A row fits where an empty cell stands before those that slipped to the right, or at the end of
    those that slipped to the left.

    Args:
        grid: the cells of each row.
        width: how many columns there are.
    """
    known: dict[str, str] = {}
    shapes = [[_known_shape(cell, known) for cell in row[:width]] for row in grid]
    usual = [_usual([row[at] for row in shapes if at < len(row)]) for at in range(width)]
    found: dict[int, int] = {}
    for at, row in enumerate(shapes):
        if all(_fits(shape, kind) for shape, kind in zip(row, usual, strict=False)):
            continue
        place = _slip(row, usual)
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


def _usual(shapes: Sequence[str]) -> str:
    """Return the shape that nearly all filled cells of a column have; empty for none."""
    counts = Counter(filter(None, shapes))
    total = counts.total()
    if total < _FEWEST:
        return ""
    shape, many = counts.most_common(1)[0]
    return shape if total - many <= max(1, _ODD * total) else ""


def _fits(shape: str, usual: str) -> bool:
    return not shape or not usual or shape == usual


def _slip(row: Sequence[str], usual: Sequence[str]) -> int | None:
    """Return the place from which on a row fits its columns one place further, either way."""
    for place, shape in enumerate(row):
        if not all(map(_fits, row[:place], usual)):
            break
        if not shape and _tells(row[place + 1 :], usual[place:]):
            return place
        if not row[-1] and len(row) == len(usual) and _tells(row[place:-1], usual[place + 1 :]):
            return place
    return None


def _tells(shapes: Sequence[str], usual: Sequence[str]) -> bool:
    """Return whether cells fit these columns, and one of them a column that has a kind."""
    pairs = list(zip(shapes, usual, strict=False))
    return all(_fits(*pair) for pair in pairs) and any(shape and kind for shape, kind in pairs)
