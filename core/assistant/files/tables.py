"""Text with separators as rows: the separator, the headings and what stands around the table."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from core.assistant import show
from core.assistant.files.blocks import one_table
from core.assistant.files.heading_groups import names_groups
from core.assistant.files.heading_names import column_names
from core.assistant.files.headings import (
    gives_formats,
    is_title,
    joined_headings,
    lacks_headings,
    notes_above,
)
from core.assistant.files.html_tables import html_records, is_html
from core.assistant.files.on_its_side import upright
from core.assistant.files.records import Record, records_of
from core.assistant.files.separators import separated
from core.assistant.files.sheet import BadRow, Row, Sheet, check_count, row_of
from core.assistant.files.shifted import shifted_rows
from core.assistant.files.totals import totals_of
from core.assistant.wording import say

_MOST_TITLES: Final = 20
_LINES_SAID: Final = 12
_RECURS: Final = 2
_FEWEST_FORMATTED: Final = 2
"""Lines: headings and one more may be a row."""
_TRIMMED: Final = 0.1
"""This share of lines with too few cells is no slip."""


def read_table(text: str, *, locale: str) -> Sheet:
    """Return the rows of a text whose cells are separated by a sign or blanks, or of HTML.

    Raises:
        InvalidValue: it has too many rows or columns.
    """
    if is_html(text):
        records = html_records(text)
        check_count(len(records) - 1, locale)
        return sheet_of(records, [], locale=locale)
    lines, first, delimiter = separated(text)
    records, bad = records_of(lines, first, delimiter, locale=locale)
    return sheet_of(records, bad, has_commas=delimiter == ";", locale=locale)


def sheet_of(
    records: list[Record],
    bad: list[BadRow],
    *,
    has_commas: bool = False,
    is_typed: bool = False,
    locale: str,
) -> Sheet:
    """Return records as rows under headings, what is no part of the table left out and said.

    Raises:
        InvalidValue: it has too many rows or columns.
    """
    notes: list[str] = []
    records = one_table(_without_margin(records), notes, locale=locale)
    records = _without_titles(records, notes, locale)
    records = upright(records, notes, locale=locale)
    if not records:
        return Sheet(columns=(), rows=(), bad=tuple(bad), notes=tuple(notes))
    grid = [record.cells for record in records]
    for at in (2, 1):
        if len(grid) > _FEWEST_FORMATTED and gives_formats(grid[at], grid[at + 1 :]):
            notes.append(say("format line", locale=locale, line=records[at].line))
            del records[at], grid[at]
    if lacks_headings(grid[0], grid[1:]):
        width = Counter(len(cells) for cells in grid).most_common(1)[0][0]
        heading = [""] * width
        body = records
        notes.append(say("headings missing", locale=locale))
    else:
        heading, depth = joined_headings(grid)
        body = _without_repeats(records, depth, notes, locale)
    body = _without_totals(body, notes, locale)
    columns = column_names(heading, [record.cells for record in body], notes, locale=locale)
    rows, worse = _rows(body, columns, locale=locale)
    return Sheet(
        columns=columns,
        rows=tuple(rows),
        bad=tuple(sorted((*bad, *worse), key=lambda row: row.line)),
        notes=tuple(notes),
        has_commas=has_commas,
        is_typed=is_typed,
    )


def _without_margin(records: list[Record]) -> list[Record]:
    """Return the records without the columns on their left in which nothing stands."""
    found = [next((at for at, one in enumerate(r.cells) if one.strip()), None) for r in records]
    margin = min((at for at in found if at is not None), default=0)
    return [Record(r.line, r.cells[margin:], r.is_apart) for r in records] if margin else records


def _without_titles(records: list[Record], notes: list[str], locale: str) -> list[Record]:
    """Return the records from the headings on."""
    start = min(_MOST_TITLES, len(records)) // 2
    filled = Counter(record.filled for record in records[start:] if record.filled > 1)
    usual = filled.most_common(1)[0][0] if filled else 0
    start = 0
    while (
        start < min(_MOST_TITLES, len(records) - 1)
        and (is_title(records[start].cells, usual) or _is_apart(records[start:], usual))
        and not names_groups(records[start].cells, records[start + 1].cells)
    ):
        start += 1
    start += notes_above([record.cells for record in records[start:]])
    if start:
        notes.append(say("title lines", locale=locale, count=start))
    return records[start:]


def _is_apart(records: Sequence[Record], usual: int) -> bool:
    """Return whether few cells stand above an empty line: a title, wherever it begins."""
    return records[1].is_apart and records[0].filled <= max(1, usual // 3)


def _without_repeats(
    records: list[Record], depth: int, notes: list[str], locale: str
) -> list[Record]:
    """Return the records after the headings, without lines that repeat them."""
    headings = [_folded(record) for record in records[:depth]]
    body = [record for record in records[depth:] if not _repeats(_folded(record), headings)]
    repeated = len(records) - depth - len(body)
    if repeated:
        notes.append(say("headings repeated", locale=locale, count=repeated))
    return body


def _folded(record: Record) -> list[str]:
    return [" ".join(cell.casefold().split()) for cell in record.cells]


def _repeats(cells: Sequence[str], headings: Sequence[Sequence[str]]) -> bool:
    """Return whether several cells of a line, and most of a heading, are what they stand below."""
    filled = [(at, cell) for at, cell in enumerate(cells) if cell]
    return any(
        _RECURS <= len(filled) >= sum(map(bool, heading)) / 2
        and all(at < len(heading) and heading[at] == cell for at, cell in filled)
        for heading in headings
    )


def _without_totals(records: list[Record], notes: list[str], locale: str) -> list[Record]:
    """Return the records that are no sums of others and no remarks below the table."""
    dropped = totals_of([record.cells for record in records])
    if dropped:
        numbers = [str(records[at].line) for at in sorted(dropped)]
        lines = ", ".join(show.first_of(numbers, _LINES_SAID, locale=locale))
        notes.append(say("totals left out", locale=locale, lines=lines))
    return [record for at, record in enumerate(records) if at not in dropped]


def _rows(
    records: Sequence[Record], columns: Sequence[str], *, locale: str
) -> tuple[list[Row], list[BadRow]]:
    rows: list[Row] = []
    bad: list[BadRow] = []
    needed = max((at for at, name in enumerate(columns, start=1) if name), default=0)
    short = sum(len(record.cells) < needed for record in records)
    if short >= max(_RECURS, _TRIMMED * len(records)):
        needed = _RECURS  # the program wrote no empty cells at the end of a line
    shifted = shifted_rows(
        [record.cells + [""] * (len(columns) - len(record.cells)) for record in records],
        len(columns),
    )
    for at, record in enumerate(records):
        cells = record.cells
        while len(cells) > len(columns) and not cells[-1].strip():
            cells = cells[:-1]
        if not needed <= len(cells) <= len(columns):
            reason = say(
                "cell count", locale=locale, expected=len(columns), found=len(record.cells)
            )
            bad.append(BadRow(line=record.line, reason=reason))
            continue
        cells = [*cells, *[""] * (len(columns) - len(cells))]
        if at in shifted:
            name = columns[shifted[at]][:60]
            reason = say("row shifted", locale=locale, name=name)
            bad.append(BadRow(line=record.line, reason=reason))
            continue
        rows.append(row_of(record.line, columns, cells))
    return rows, bad
