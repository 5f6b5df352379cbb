"""Plain text as Discord's markdown: nothing in it is read as markup, and it fits its place.

Lengths are counted in UTF-16 units, the strictest way in which Discord counts.
"""

import re
import unicodedata
from collections.abc import Sequence

from core.assistant.reply import Table

CUT = "…"
_ALWAYS = frozenset("\\`*_~|<[")
_AT_START = re.compile(r"\s*(?:[>#+-]|\d+(?=[.)](?:\s|$)))")
_DIRECTING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_FIGURE = re.compile(r"[^\w]*\d[\d.,–% ]*.{0,4}")
_LINK = re.compile(r":(?=//)")
NO_LINK = "\u200b"
"""Parts a link's scheme from its place, unseen."""
MAX_CELL = 44
_COLUMN_GAP = "  "


def length(text: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Return the text without control characters, changes of direction and half characters."""
    return _CONTROL.sub(" ", _DIRECTING.sub("", text))


def clip(text: str, limit: int) -> str:
    """Return plain text on one line, at most so long, for labels that read no markup."""
    line = " ".join(clean(text[: 20 * limit]).split())
    if length(line) <= limit:
        return line or CUT
    return _take(list(line), limit - 1).rstrip() + CUT


def shortened(text: str, limit: int) -> str:
    """Return plain text of several lines, cut at the limit."""
    said = clean(text)
    return said if length(said) <= limit else _take(list(said), limit)


def escape(text: str, limit: int) -> str:
    """Return the text with its markup escaped, cut at the limit without breaking an escape."""
    said = clean(text[: limit + 1])  # escaping never makes a text shorter
    pieces = [piece for line in said.split("\n") for piece in (*_escaped(line), "\n")][:-1]
    whole = "".join(pieces)
    if length(whole) <= limit and len(text) <= limit + 1:
        return whole
    return _take(pieces, limit - 1).rstrip() + CUT


def _escaped(line: str) -> list[str]:
    """Return a line character by character, each with what stands before it."""
    pieces = [_piece(c) for c in line]
    for link in _LINK.finditer(line):  # Discord would make it one to press, scams too
        pieces[link.start()] += NO_LINK
    start = _AT_START.match(line)
    if start:
        last = start.end() - 1 if not line[start.end() - 1].isdigit() else start.end()
        pieces[last] = f"\\{line[last]}"
    return pieces


def _piece(character: str) -> str:
    if character == "@":
        return "@\u200b"
    return f"\\{character}" if character in _ALWAYS else character


def _take(pieces: Sequence[str], limit: int) -> str:
    taken: list[str] = []
    room = limit
    for piece in pieces:
        room -= length(piece)
        if room < 0:
            break
        taken.append(piece)
    return "".join(taken)


def code_table(table: Table, limit: int) -> tuple[str, int]:
    """Return a table as a code block of at most so many units, and how many rows it left out."""
    rows = [[_cell(cell) for cell in row] for row in (table.headings, *table.rows)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    right = [_is_figures(column[1:]) for column in zip(*rows, strict=True)]
    lines = [_COLUMN_GAP.join(map(_padded, row, widths, right)).rstrip() for row in rows]
    room = limit - length("```\n\n```")
    kept: list[str] = []
    for line in lines:
        room -= length(line) + 1
        if room < 0:
            break
        kept.append(line)
    body = "\n".join(kept)
    return (f"```\n{body}\n```" if len(kept) > 1 else ""), len(lines) - max(len(kept), 1)


def _cell(text: str) -> str:
    """Return a cell for a code block, where no escape works: its fence must not end early."""
    return clip(text, MAX_CELL).replace("`", "ˋ") if text.strip() else ""


def _width(text: str) -> int:
    """Return how many columns a text takes: Chinese characters take two."""
    return len(text) + sum(unicodedata.east_asian_width(c) in "WF" for c in text)


def _padded(cell: str, width: int, is_figure: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if is_figure else cell + blanks


def _is_figures(cells: Sequence[str]) -> bool:
    return all(_FIGURE.fullmatch(cell) for cell in cells if cell) and any(cells)
