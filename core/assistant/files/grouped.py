"""Columns with a value only in the first row of each group, as merged cells are saved."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from core.assistant.files.sheet import Row, Sheet

_EMPTY: Final = 0.3
"""This share of a column's cells is empty at least, where its groups have several rows."""
_WORDS: Final = 2
"""Words of a group's name; a remark has more."""
_FEWEST: Final = 4
"""Rows: of fewer nothing can be told."""


def grouped_columns(sheet: Sheet) -> tuple[str, ...]:
    """Return the columns whose values stand once each, above empty cells, but for the last."""
    found: list[str] = []
    groups: Sequence[object] = [0] * len(sheet.rows)
    for name in sheet.columns[:-1] if len(sheet.rows) >= _FEWEST else ():
        cells = [row.cells.get(name) for row in sheet.rows]
        if not _is_grouped(cells, groups):
            continue
        is_first = name == sheet.columns[0] or bool(found)
        if is_first or _are_names(cells):
            found.append(name)
            groups = list(zip(groups, _filled(cells), strict=True))
    return tuple(found)


def count_empty(sheet: Sheet, names: Collection[str]) -> int:
    """Return how many rows lack a value in one of these columns."""
    return sum(any(name not in row.cells for name in names) for row in sheet.rows)


def filled_down(sheet: Sheet, names: Collection[str]) -> Sheet:
    """Return the sheet with the empty cells of these columns as the last above them."""
    rows: list[Row] = []
    above: dict[str, str] = {}
    for row in sheet.rows:
        above |= {name: row.cells[name] for name in names if name in row.cells}
        cells = {**above, **row.cells}
        in_order = {name: cells[name] for name in sheet.columns if name in cells}
        rows.append(replace(row, cells=in_order))
    return replace(sheet, rows=tuple(rows))


def _is_grouped(cells: Sequence[str | None], groups: Sequence[object]) -> bool:
    """Return whether each value stands once in its group, the first at its beginning."""
    filled = [(group, cell) for group, cell in zip(groups, cells, strict=True) if cell]
    is_first = all(
        cell is not None
        for cell, group, before in zip(cells, groups, [None, *groups], strict=False)
        if group != before
    )
    is_sparse = len(cells) - len(filled) >= _EMPTY * len(cells)
    return is_first and is_sparse and len(filled) > 1 and len(set(filled)) == len(filled)


def _are_names(cells: Sequence[str | None]) -> bool:
    """Return whether values beside other columns are names of groups, not remarks."""
    named = [cell for cell in cells if cell]
    return 2 * len(named) <= len(cells) and all(len(cell.split()) <= _WORDS for cell in named)


def _filled(cells: Sequence[str | None]) -> list[str | None]:
    last: str | None = None
    filled: list[str | None] = []
    for cell in cells:
        last = cell or last
        filled.append(last)
    return filled
