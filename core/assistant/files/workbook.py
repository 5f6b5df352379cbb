"""Excel workbooks and Parquet tables as records; both need a library that may be missing."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any, Final
from zipfile import ZipFile

from core.assistant import show
from core.assistant.files.cells import fold_name
from core.assistant.files.columns import are_most
from core.assistant.files.headings import is_number_or_date
from core.assistant.files.number_texts import is_bare_number
from core.assistant.files.records import Record
from core.assistant.files.sheet import MAX_ROWS, Sheet, check_count
from core.assistant.files.tables import sheet_of
from core.assistant.wording import say
from core.domain.fields import MAX_FIELDS, show_plain
from core.errors import InvalidValue

_UNPACKED: Final = 200 * 2**20
"""Bytes that a packed workbook may unpack to: more is an attack, or too large to read."""
_LITERAL: Final = re.compile(r'"[^"]*"|\\.')
"""What stands in a number's format only to be shown, and does not change the number."""
_PERCENTAGE: Final = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?%")
_COVER: Final = 0.1
"""A sheet with a smaller share of the largest one's cells only says something about it."""
_FEWEST_FULL: Final = 10
"""Lines: with fewer a small sheet may as well sum up the others."""
_SEVERAL: Final = 2
_TITLES: Final = 8
"""Sheets: so many are named."""
_MOST_CELLS: Final = MAX_FIELDS + 20


def read_workbook(content: bytes, *, name: str, wanted: str = "", locale: str) -> Sheet:
    """Return the rows of the sheet of a workbook that is wanted, or of the first with a table.

    Raises:
        InvalidValue: it is no workbook, is too large, has no such sheet, or openpyxl is missing.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise InvalidValue(say("no excel", locale=locale, file=name[:60])) from None
    try:
        _check_size(content, name, locale)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = _sheets(book.worksheets, locale)
    except InvalidValue:
        raise
    except Exception as error:  # whatever the library makes of a damaged file
        raise InvalidValue(say("no workbook", locale=locale, file=name[:60])) from error
    return sheet_of_book(sheets, wanted, locale=locale)


def _check_size(content: bytes, name: str, locale: str) -> None:
    with ZipFile(io.BytesIO(content)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > _UNPACKED:
        raise InvalidValue(say("workbook too large", locale=locale, file=name[:60]))


def read_parquet(content: bytes, *, name: str, locale: str) -> Sheet:
    """Return the rows of a Parquet table.

    Raises:
        InvalidValue: it is none, is too large, or pyarrow is not installed.
    """
    try:
        from pyarrow import BufferReader
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise InvalidValue(say("no parquet", locale=locale, file=name[:60])) from None
    try:
        file = ParquetFile(BufferReader(content))
        check_count(file.metadata.num_rows, locale)
        columns = file.read().to_pydict()
    except InvalidValue:
        raise
    except Exception as error:  # whatever the library makes of a damaged file
        raise InvalidValue(say("no parquet file", locale=locale, file=name[:60])) from error
    rows = zip(*columns.values(), strict=True)
    records = records_of_rows([tuple(columns), *rows], locale)
    return sheet_of(records, [], is_typed=True, locale=locale)


def records_of_rows(rows: Iterable[tuple[object, ...]], locale: str) -> list[Record]:
    """Return rows of values as records, all as long as the longest."""
    records: list[Record] = []
    for line, row in enumerate(rows, start=1):
        cells = [_text(cell) for cell in row[:_MOST_CELLS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            is_apart = bool(records) and line > records[-1].line + 1
            records.append(Record(line, cells, is_apart))
            check_count(len(records) - 1, locale)
        if line > 10 * MAX_ROWS:
            break
    width = max((len(record.cells) for record in records), default=0)
    return [Record(r.line, r.cells + [""] * (width - len(r.cells)), r.is_apart) for r in records]


def _sheets(sheets: Sequence[Any], locale: str) -> dict[str, list[Record]]:
    """Return the records of each sheet by its title; one with too many rows is no choice.

    Raises:
        InvalidValue: each sheet has too many.
    """
    found: dict[str, list[Record]] = {}
    for at, sheet in enumerate(sheets, start=1):
        try:
            sheet.reset_dimensions()  # some programs write a size that is not the sheet's
            records = records_of_rows(map(_as_shown, sheet.iter_rows()), locale)
            found[sheet.title] = _with_parts_alike(records)
        except InvalidValue:
            if at == len(sheets) and not any(found.values()):
                raise
    return found


def sheet_of_book(sheets: Mapping[str, list[Record]], wanted: str, *, locale: str) -> Sheet:
    """Return the rows of one of several sheets, and of which.

    Raises:
        InvalidValue: none is called as is wanted.
    """
    titles = [show.clip(title, 40) for title in sheets]
    named = [title for title in sheets if fold_name(title) == fold_name(wanted)]
    if wanted and not named:
        listed = ", ".join(show.first_of(titles, _TITLES, locale=locale))
        raise InvalidValue(say("no such sheet", locale=locale, name=wanted[:40], sheets=listed))
    if not any(sheets.values()):
        return Sheet(columns=(), rows=())
    title = named[0] if named else _likeliest(sheets)
    sheet = sheet_of(sheets[title], [], is_typed=True, locale=locale)
    if len(sheets) == 1:
        return sheet
    others = [clipped for clipped, other in zip(titles, sheets, strict=True) if other != title]
    note = say(
        "sheet read",
        locale=locale,
        sheet=title[:40],
        count=len(sheets),
        others=", ".join(show.first_of(others, _TITLES, locale=locale)),
    )
    return replace(sheet, notes=(note, *sheet.notes), which_sheet=note)


def _likeliest(sheets: Mapping[str, list[Record]]) -> str:
    """Return the first sheet that holds a table, no cover or list of contents; or the largest."""
    sizes = {title: sum(one.filled for one in records) for title, records in sheets.items()}
    largest = max(sizes, key=lambda title: sizes[title])
    return next(
        (
            title
            for title, records in sheets.items()
            if _is_table(records) and (sizes[title] >= _COVER * sizes[largest] or _is_full(records))
        ),
        largest,
    )


def _is_table(records: list[Record]) -> bool:
    """Return whether several lines fill several cells, with numbers below one another."""
    rows = [one.cells for one in records if one.filled >= _SEVERAL]
    columns = zip_longest(*rows, fillvalue="")
    return any(sum(map(is_number_or_date, column)) >= _SEVERAL for column in columns)


def _is_full(records: list[Record]) -> bool:
    """Return whether a sheet is a table by itself: full lines, with several columns of numbers."""
    rows = [one.cells for one in records if one.filled]
    width = max(map(len, rows), default=0)
    full = [row for row in rows if all(cell.strip() for cell in row) and len(row) == width]
    if len(full) < _FEWEST_FULL or not are_most(len(full), len(rows)):
        return False
    columns = [sum(map(is_number_or_date, column)) for column in zip(*full, strict=True)]
    return sum(count >= len(full) - 1 for count in columns) > _SEVERAL


def _as_shown(cells: Sequence[Any]) -> tuple[object, ...]:
    """Return the values of a row's cells; a number that is shown in percent is so: 0.75 as 75%."""
    return tuple(
        f"{cell.value * 100:.12g}%"
        if isinstance(cell.value, int | float) and "%" in _LITERAL.sub("", _format_of(cell))
        else cell.value
        for cell in cells
    )


def _format_of(cell: object) -> str:
    """Return how a cell's number is shown; nothing where the file's styles are damaged."""
    try:
        return str(getattr(cell, "number_format", None) or "")
    except (LookupError, TypeError, AttributeError):
        return ""


def _with_parts_alike(records: list[Record]) -> list[Record]:
    """Return records with percentages as parts of one in columns that show many parts so: 0.5."""
    mixed: list[int] = []
    for at in range(len(records[0].cells) if records else 0):
        cells = [record.cells[at] for record in records]
        percentages = sum(map(bool, map(_PERCENTAGE.fullmatch, cells)))
        bare = [float(cell) for cell in cells if is_bare_number(cell)] if percentages else []
        are_parts = bool(bare) and all(abs(number) <= 1 for number in bare)
        if are_parts and not are_most(percentages, percentages + len(bare)):
            mixed.append(at)
    for record in records if mixed else ():
        for at in mixed:
            if _PERCENTAGE.fullmatch(record.cells[at]):
                record.cells[at] = f"{float(record.cells[at][:-1]) / 100:.12g}"
    return records


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            is_day = cell.time() == time(0)
            return cell.date().isoformat() if is_day else cell.isoformat(sep=" ")
        case bool() | int() | float() | date() if cell == cell:
            return show_plain(cell)
        case float():
            return ""
    return str(cell)
