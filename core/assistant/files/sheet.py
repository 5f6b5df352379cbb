"""What a file holds before any task has looked at it: named columns and rows of text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.assistant.wording import say
from core.errors import InvalidValue

MAX_BYTES = 8 * 2**20
MAX_ROWS = 20_000
OWN_COLUMNS = ("example", "taught by", "taught at", "status")
"""What an export adds to the task's fields; an import reads past it."""
_IN_QUOTES = range(3, 100)
"""Signs of a word or a few in single quotation marks, as some programs write categories."""
_AS_TEXT = re.compile(r'="([^"]*)"')
"""How some programs keep a spreadsheet from reading a number: ``="0812536355"``."""
_DIGITS_AS_TEXT = re.compile(r"'\d[\d./-]*")
"""How a spreadsheet marks digits as text: ``'0070241``."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a file: the cells that are not empty, by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A line that could not be read, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of a file, and what is to be said of how they were read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...] = ()
    notes: tuple[str, ...] = ()
    task: Mapping[str, Any] | None = None
    """The task that a JSONL export brings along."""
    has_commas: bool = False
    """Whether its numbers are likely to have decimal commas: its cells are cut at semicolons."""
    is_typed: bool = False
    """Whether its numbers were numbers already, as in a workbook: their points are decimal."""
    which_sheet: str = ""
    """What is said of which of a workbook's several sheets it is."""


def check_count(count: int, locale: str) -> None:
    """Refuse more rows than a file may have.

    Raises:
        InvalidValue: there are more.
    """
    if count > MAX_ROWS:
        raise InvalidValue(say("too many rows", locale=locale, limit=MAX_ROWS))


def row_of(line: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    """Return the cells as a row, the empty ones and those without a heading left out."""
    named = zip(columns, (unquoted(cell.strip()) for cell in cells), strict=False)
    return Row(line=line, cells={name: cell for name, cell in named if name and cell})


def quoted(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def unquoted(text: str) -> str:
    """Return what :func:`quoted` was given, and what stands in quotation marks of some programs."""
    if found := _AS_TEXT.fullmatch(text):
        return found[1].strip()
    if not text.startswith("'"):
        return text
    if _DIGITS_AS_TEXT.fullmatch(text):
        return text[1:]
    if len(text) in _IN_QUOTES and text[-1] == "'" and "'" not in text[1:-1]:
        return text[1:-1]
    return text[1:] if text[1:].startswith((*_FORMULA, "'")) else text
