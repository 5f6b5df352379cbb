"""Lines of text cut into cells, a cell in quotes over several lines as one."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant.files.separators import is_no_row
from core.assistant.files.sheet import BadRow, check_count
from core.assistant.wording import say

_LONGEST_CELL: Final = 2_000
"""Lines that one quoted cell may go over; a quotation mark open for longer is a slip."""


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one line, or of several where a quoted cell goes over them."""

    line: int
    cells: list[str]
    is_apart: bool = False
    """Whether an empty line stands before it."""

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, map(str.strip, self.cells)))


def records_of(
    lines: Sequence[str], first: int, delimiter: str, *, locale: str
) -> tuple[list[Record], list[BadRow]]:
    """Return the records; a line with a stray quotation mark costs that line alone."""
    records: list[Record] = []
    bad: list[BadRow] = []
    width = 0
    at, is_apart = first, False
    while at < len(lines):
        line = lines[at]
        if is_no_row(line):
            at, is_apart = at + 1, is_apart or not line.strip()
            continue
        cells, stop = _record_at(lines, at, delimiter, width)
        if cells is None:
            bad.append(BadRow(line=at + 1, reason=say("stray quote", locale=locale)))
        else:
            records.append(Record(at + 1, cells, is_apart))
            width = max(width, len(cells))
        check_count(len(records) + len(bad) - 1, locale)
        at, is_apart = stop, False
    return records, bad


def _record_at(
    lines: Sequence[str], at: int, delimiter: str, width: int
) -> tuple[list[str] | None, int]:
    """Return the cells that begin in this line, None where they are none, and where they end."""
    line = lines[at].replace('\\"', '""')
    if '"' not in line:
        return line.split(delimiter), at + 1
    parts = [line]
    for stop in range(at + 1, min(at + _LONGEST_CELL, len(lines)) + 1):
        if '"' in parts[-1]:  # no other line can end the cell
            cells, is_open = _cut("\n".join(parts), delimiter)
            if cells:
                is_likely = stop == at + 1 or len(cells) == width or not width
                return (cells, stop) if is_likely else (None, at + 1)
            if not is_open:
                break
        if stop < len(lines):
            parts.append(lines[stop])
    return None, at + 1


def _cut(text: str, delimiter: str) -> tuple[list[str] | None, bool]:
    """Return the cells of a text, or None and whether a quotation mark in it is still open."""
    try:
        cells = next(csv.reader([text], delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error as error:
        return None, "unexpected end" in str(error)
    return cells, False
