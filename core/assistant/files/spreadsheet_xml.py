"""Excel's XML of 2003 as records: a text file that many programs export as ``.xls``."""

import re
from collections.abc import Iterator
from datetime import datetime
from math import isfinite
from typing import Final
from xml.etree import ElementTree as ET

from core.assistant.files.records import Record
from core.assistant.files.sheet import Sheet
from core.assistant.files.workbook import records_of_rows, sheet_of_book
from core.assistant.wording import say
from core.domain.fields import MAX_FIELDS
from core.errors import InvalidValue

_SPACE: Final = "urn:schemas-microsoft-com:office:spreadsheet"
_START: Final = 2_000
"""Signs at the beginning of a file that tell what it is."""
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_MOST_GAPS: Final = MAX_FIELDS + 20
"""Columns, or empty rows: a place further off is a slip."""


def is_spreadsheet_xml(text: str) -> bool:
    """Return whether a text is a workbook in Excel's XML of 2003."""
    start = text[:_START]
    return "<" in start[:4] and f'"{_SPACE}"' in start and "Workbook" in start


def read_spreadsheet_xml(text: str, *, name: str, wanted: str = "", locale: str) -> Sheet:
    """Return the rows of the sheet that is wanted, or of the first with a table.

    Raises:
        InvalidValue: it is damaged, has too many rows, or no such sheet.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise InvalidValue(say("no workbook", locale=locale, file=name[:60]))
    try:
        book = ET.fromstring(_DECLARED.sub("", text).strip())  # noqa: S314
    except ET.ParseError:
        raise InvalidValue(say("no workbook", locale=locale, file=name[:60])) from None
    sheets: dict[str, list[Record]] = {}
    for at, sheet in enumerate(book.iter(_named("Worksheet")), start=1):
        title = sheet.get(_named("Name"), str(at))
        sheets[title] = records_of_rows(_rows(sheet), locale)
    return sheet_of_book(sheets, wanted, locale=locale)


def _rows(sheet: ET.Element) -> Iterator[tuple[object, ...]]:
    """Yield the values of each row; those that are left out are empty."""
    count = 0
    for row in sheet.iter(_named("Row")):
        gap = _index(row, count) - count
        yield from [()] * gap
        count += gap + 1
        cells: list[object] = []
        for cell in row.iter(_named("Cell")):
            cells += [None] * (_index(cell, len(cells)) - len(cells))
            cells.append(_value(cell))
            across = cell.get(_named("MergeAcross"), "0")
            cells += [None] * min(int(across) if across.isdigit() else 0, _MOST_GAPS)
        yield tuple(cells)


def _index(one: ET.Element, usual: int) -> int:
    """Return which row or cell one is, from 0 on: the next, or a later one that it names."""
    said = one.get(_named("Index"), "")
    at = int(said) - 1 if said.isascii() and said.isdigit() else usual
    return at if usual <= at <= usual + _MOST_GAPS else usual


def _value(cell: ET.Element) -> object:
    data = cell.find(_named("Data"))
    if data is None:
        return None
    text = "".join(data.itertext()).strip()
    try:
        match data.get(_named("Type")):
            case "Number":
                return number if isfinite(number := float(text)) else text
            case "DateTime":
                return datetime.fromisoformat(text)
            case "Boolean":
                return text == "1"
    except ValueError:
        return text
    return text or None


def _named(name: str) -> str:
    return f"{{{_SPACE}}}{name}"
