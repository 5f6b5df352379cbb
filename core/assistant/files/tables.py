"""Text with separators as rows: the separator, the headings and what stands around the table."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant import show
from core.assistant.files.headings import (
    column_names,
    is_note,
    is_title,
    joined_headings,
    lacks_headings,
    notes_above,
)
from core.assistant.files.sheet import BadRow, Row, Sheet, check_count, row_of
from core.assistant.files.totals import totals_of
from core.assistant.wording import say

_DELIMITERS: Final = (",", ";", "\t", "|")
_SURELY_EVEN, _NEARLY_EVEN, _PAIR = 0.98, 0.6, 2
_SNIFFED: Final = 200
"""Lines that are looked at to find the separator."""
_LONGEST_CELL: Final = 200
"""Lines that one quoted cell may go over; a quotation mark open for longer is a slip."""
_MOST_TITLES: Final = 20
_LINES_SAID: Final = 12


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one line, or of several where a quoted cell goes over them."""

    line: int
    cells: list[str]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, map(str.strip, self.cells)))


def read_table(text: str, *, locale: str) -> Sheet:
    """Return the rows of a text whose cells are separated by ``,``, ``;``, a tab or ``|``.

    Raises:
        InvalidValue: it has too many rows or columns.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, delimiter = _declared(lines)
    delimiter = delimiter or _sniffed(lines[first:])
    records, bad = _records(lines, first, delimiter, locale=locale)
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
    records = [record for record in records if record.filled]
    records = _without_titles(records, notes, locale)
    if not records:
        return Sheet(columns=(), rows=(), bad=tuple(bad), notes=tuple(notes))
    grid = [record.cells for record in records]
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


def _declared(lines: Sequence[str]) -> tuple[int, str]:
    """Return where the table begins and the separator that Excel's ``sep=;`` names, if any."""
    first = lines[0].strip().strip('"') if lines else ""
    if first.casefold().startswith("sep=") and len(first) <= len("sep=;"):
        return 1, first[4:] or "\t"
    return 0, ""


def _sniffed(lines: Sequence[str]) -> str:
    """Return the separator that cuts most lines into equally many cells, into several.

    One that cuts nearly as many lines into more cells comes first: a decimal comma in each line
    cuts them evenly, too, where a semicolon does so but for some lines above the table.
    """
    sample = [line for line in lines if line.strip() and not is_note(line)][:_SNIFFED]

    def evenness(delimiter: str) -> tuple[float, int]:
        counts = Counter(len(cells) for cells in _cut(sample, delimiter))
        several = Counter({count: n for count, n in counts.items() if count > 1})
        if not several:
            return 0.0, 0
        width, lines_alike = several.most_common(1)[0]
        return lines_alike / counts.total(), width

    found = {delimiter: evenness(delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda delimiter: found[delimiter])
    share, width = found[best]
    if share < _SURELY_EVEN or width == _PAIR:
        near = [d for d in _DELIMITERS if found[d][0] >= _NEARLY_EVEN * share]
        best = max(near, key=lambda delimiter: (found[delimiter][1], found[delimiter][0]))
    return best if found[best][1] else ","


def _cut(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    except csv.Error:
        return


def _records(
    lines: Sequence[str], first: int, delimiter: str, *, locale: str
) -> tuple[list[Record], list[BadRow]]:
    """Return the records; a line with a stray quotation mark costs that line alone."""
    records: list[Record] = []
    bad: list[BadRow] = []
    width = 0
    at = first
    while at < len(lines):
        line = lines[at]
        if not line.strip() or is_note(line):
            at += 1
            continue
        cells, stop = _record_at(lines, at, delimiter, width)
        if cells is None:
            bad.append(BadRow(line=at + 1, reason=say("stray quote", locale=locale)))
        else:
            records.append(Record(at + 1, cells))
            width = max(width, len(cells))
        check_count(len(records) + len(bad) - 1, locale)
        at = stop
    return records, bad


def _record_at(
    lines: Sequence[str], at: int, delimiter: str, width: int
) -> tuple[list[str] | None, int]:
    """Return the cells that begin in this line, None where they are none, and where they end."""
    line = lines[at]
    if '"' not in line:
        return line.split(delimiter), at + 1
    text = line
    for stop in range(at + 1, min(at + _LONGEST_CELL, len(lines)) + 1):
        try:
            cells = next(
                csv.reader([text], delimiter=delimiter, skipinitialspace=True, strict=True)
            )
        except csv.Error as error:
            is_open = "unexpected end" in str(error)
            if not is_open or stop >= len(lines):
                break
            text = f"{text}\n{lines[stop]}"
        else:
            is_likely = stop == at + 1 or len(cells) == width or not width
            return (cells, stop) if is_likely else (None, at + 1)
    return None, at + 1


def _without_titles(records: list[Record], notes: list[str], locale: str) -> list[Record]:
    """Return the records from the headings on."""
    filled = Counter(record.filled for record in records[_MOST_TITLES // 2 :] or records)
    usual = filled.most_common(1)[0][0] if filled else 0
    start = 0
    while start < min(_MOST_TITLES, len(records) - 1) and is_title(records[start].cells, usual):
        start += 1
    start += notes_above([record.cells for record in records[start:]])
    if start:
        notes.append(say("title lines", locale=locale, count=start))
    return records[start:]


def _without_repeats(
    records: list[Record], depth: int, notes: list[str], locale: str
) -> list[Record]:
    """Return the records after the headings, without lines that repeat them."""
    headings = [record.cells for record in records[:depth]]
    body = [record for record in records[depth:] if record.cells not in headings]
    repeated = len(records) - depth - len(body)
    if repeated:
        notes.append(say("headings repeated", locale=locale, count=repeated))
    return body


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
    for record in records:
        cells = record.cells
        while len(cells) > len(columns) and not cells[-1].strip():
            cells = cells[:-1]
        if not needed <= len(cells) <= len(columns):
            reason = say(
                "cell count", locale=locale, expected=len(columns), found=len(record.cells)
            )
            bad.append(BadRow(line=record.line, reason=reason))
            continue
        rows.append(row_of(record.line, columns, cells))
    return rows, bad
