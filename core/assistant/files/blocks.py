"""Several tables in one sheet, side by side or below one another: those alike become one."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.assistant.files.headings import is_name_of, is_number_or_date, is_title
from core.assistant.files.records import Record
from core.assistant.wording import say

_FEWEST: Final = 2
"""Rows, or names of columns: fewer are no table."""
_OF_NUMBERS: Final = 4
"""A table with numbers below its names comes before remarks of so many times its cells."""

Table = list[Record]


def one_table(records: Sequence[Record], notes: list[str], *, locale: str) -> Table:
    """Return the records of a sheet's largest table; those with the same headings belong to it.

    What other tables there are is said.
    """
    below = _below_one_another(_with_gaps(records))
    tables = [table for part in below for table in _side_by_side(part)]
    groups: list[list[Table]] = []
    for table in tables:
        alike = next((one for one in groups if _are_alike(one[0], table)), None)
        if alike is None:
            groups.append([table])
        else:
            alike.append(table)
    if not groups:
        return []
    best = max(groups, key=lambda group: sum(map(_size, group)))
    if len(best) > 1:
        lines = ", ".join(dict.fromkeys(str(_heading(table).line) for table in best))
        notes.append(say("tables joined", locale=locale, count=len(best), lines=lines))
    notes += [_unread(group[0], locale) for group in groups if group is not best]
    return [*best[0], *(one for table in best[1:] for one in _body(table))]


def _size(table: Table) -> int:
    """Return how many cells a table has; where none are numbers it may as well be remarks."""
    filled = sum(record.filled for record in table)
    return _OF_NUMBERS * filled if filled and _has_headings(table) else filled


def _with_gaps(records: Sequence[Record]) -> Table:
    """Return the records that hold something, each with whether an empty one stands before it."""
    kept: Table = []
    is_apart = False
    for record in records:
        if record.filled:
            kept.append(Record(record.line, record.cells, is_apart=is_apart or record.is_apart))
        is_apart = not record.filled
    return kept


def _below_one_another(records: Table) -> list[Table]:
    """Return the tables that begin with headings of their own after an empty line."""
    starts = [0]
    ends = [at for at, record in enumerate(records) if record.is_apart] + [len(records)]
    for start, end in pairwise(ends):
        if start <= starts[-1] + _FEWEST:
            continue
        above, block = records[starts[-1] : start], records[start:end]
        has_names = _has_headings(block) and not _goes_on(above[-1], block)
        if has_names or _is_wider(above, block[0]):
            starts.append(start)
    return [
        records[start:end] for start, end in zip(starts, [*starts[1:], len(records)], strict=True)
    ]


def _goes_on(above: Record, block: Table) -> bool:
    """Return whether a line above names the columns that the first of a block has no name for."""
    unnamed = [
        at
        for at, cell in enumerate(block[0].cells)
        if not cell.strip() and any(_cell(record, at).strip() for record in block[1:])
    ]
    names = [_cell(above, at).strip() for at in unnamed]
    return bool(names) and all(name and not is_number_or_date(name) for name in names)


def _is_wider(above: Table, first: Record) -> bool:
    """Return whether a line fills several cells beside the columns of the table above."""
    width = max(at for record in above for at, cell in enumerate(record.cells) if cell.strip())
    return sum(bool(cell.strip()) for cell in first.cells[width + 1 :]) >= _FEWEST


def _has_headings(block: Table) -> bool:
    """Return whether lines begin with names of columns, with numbers below one of them."""
    if not block:
        return False
    table = _untitled(block)
    head, rows = table[0].cells, [record.cells for record in table[1:]]
    named = [at for at, cell in enumerate(head) if cell.strip()]
    if len(rows) < _FEWEST or len(named) < _FEWEST:
        return False
    if any(is_number_or_date(head[at]) for at in named):
        return False
    return any(
        is_name_of(head[at].strip(), [row[at].strip() for row in rows if len(row) > at])
        for at in named
    )


def _untitled(table: Table) -> Table:
    """Return a table from its headings on, as few cells before them are a title."""
    usual = max(record.filled for record in table)
    start = 0
    while start < len(table) - 1 and (
        is_title(table[start].cells, usual) or table[start].filled == 1 < usual
    ):
        start += 1
    return table[start:]


def _heading(table: Table) -> Record:
    return _untitled(table)[0]


def _body(table: Table) -> Table:
    return _untitled(table)[1:]


def _names(table: Table) -> list[str]:
    cells = [" ".join(cell.split()).casefold() for cell in _heading(table).cells]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _are_alike(one: Table, other: Table) -> bool:
    return _names(one) == _names(other)


def _side_by_side(table: Table) -> list[Table]:
    """Return the tables that an empty column parts: with the same headings, or one that ends."""
    width = max((len(record.cells) for record in table), default=0)
    body = _untitled(table) if table else []
    used = [any(_cell(record, at).strip() for record in body) for at in range(width)]
    spans = _spans(used)
    if len(spans) < _FEWEST or len(body) <= _FEWEST:
        return [table]
    parts = [_part(body, span) for span in spans]
    names = [_names(part) for part in parts]
    if any(len(name) < _FEWEST for name in names):
        return [table]
    are_same = all(name == names[0] for name in names)
    lengths = [_length(part) for part in parts]
    if not are_same and len(set(lengths)) == 1:
        return [table]
    return [_ended(_part(table, span)) for span in spans]


def _spans(used: Sequence[bool]) -> list[tuple[int, int]]:
    """Return where used columns begin and end that stand together."""
    starts = [at for at, one in enumerate(used) if one and (at == 0 or not used[at - 1])]
    ends = [at + 1 for at, one in enumerate(used) if one and not (used[at + 1 :] or [False])[0]]
    return list(zip(starts, ends, strict=True))


def _part(table: Table, span: tuple[int, int]) -> Table:
    start, end = span
    return [
        Record(record.line, [_cell(record, at) for at in range(start, end)], record.is_apart)
        for record in table
    ]


def _length(part: Table) -> int:
    """Return after how many records nothing more stands in a part."""
    return max((at for at, record in enumerate(part, start=1) if record.filled), default=0)


def _ended(part: Table) -> Table:
    return [record for record in part if record.filled]


def _cell(record: Record, at: int) -> str:
    return record.cells[at] if at < len(record.cells) else ""


def _unread(table: Table, locale: str) -> str:
    heading = _heading(table)
    columns = ", ".join(cell.strip() for cell in heading.cells if cell.strip())
    return say("table unread", locale=locale, line=heading.line, columns=columns[:120])
