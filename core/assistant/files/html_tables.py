"""The largest table of an HTML page as records; many programs save one as ``.xls``."""

import re
from html.parser import HTMLParser
from typing import Final

from core.assistant.files.records import Record

_HTML: Final = re.compile(
    r"\s*(<!doctype html|<\?xml[^>]*>\s*<html|<html|<head|<meta|<table)", re.IGNORECASE
)
_MOST_SPANNED: Final = 200
"""Columns or rows that one cell may stand over."""


def is_html(text: str) -> bool:
    """Return whether a text is a page or a table of HTML."""
    return bool(_HTML.match(text)) and "<tr" in text.casefold()


def html_records(text: str) -> list[Record]:
    """Return the rows of the page's largest table; a cell over several stands in the first."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    rows = max(reader.tables, key=len, default=[])
    width = max((len(record.cells) for record in rows), default=0)
    return [Record(r.line, r.cells + [""] * (width - len(r.cells))) for r in rows]


class _Reader(HTMLParser):
    """Collects the cells of tables."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[Record]] = []
        self._cell: list[str] | None = None
        self._wide = self._high = 1
        self._taken: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table" or (tag == "tr" and not self.tables):
            self.tables.append([])
            self._taken = {}
        if tag == "tr":
            self._end_cell()
            self.tables[-1].append(Record(len(self.tables[-1]) + 1, []))
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self._end_cell()
            self._cell = []
            self._wide, self._high = (_span(dict(attrs), name) for name in ("colspan", "rowspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None:
            record = self.tables[-1][-1]
            while self._taken.get(len(record.cells), 0) >= record.line:
                record.cells.append("")
            start = len(record.cells)
            record.cells.append(" ".join("".join(self._cell).split()))
            record.cells.extend([""] * (self._wide - 1))
            last = record.line + self._high - 1
            self._taken |= dict.fromkeys(range(start, start + self._wide), last)
        self._cell = None


def _span(said: dict[str, str | None], name: str) -> int:
    """Return how many columns or rows a cell stands over."""
    text = said.get(name) or "1"
    return max(1, min(int(text), _MOST_SPANNED)) if text.isdecimal() else 1
