"""What of a table's lines is headings or title."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from core.assistant.files.missing import missing_in_numbers

_NUMBER: Final = re.compile(
    r"[(+\-−]?\s*+[$€£¥₹]?\s*+[+\-−]?\d[\d'’.,\u00a0\u202f\u2009 ]*+([eE][+-]?\d+)?\s*+[%€$£¥)]?"
)
_DATE: Final = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?")
_TOLD: Final = re.compile(r"\w\s?[:：]\s*\S")
"""What is said of the whole table: ``class: 3b``."""
_YEAR: Final = re.compile(r"(19|20)\d\d")
_FORMAT: Final = re.compile(
    r"\d{1,3}[sdntSDNT]|(str|string|text|int|integer|float|double|number|numeric|decimal|date|time"
    r"|datetime|timestamp|bool|boolean|varchar|char|object|factor|category)(\d{1,2}|\(\d+(,\d+)?\))?"
    r"|\{\s*\"\w+\"\s*:[^{}]*\}",
    re.IGNORECASE,
)
_MOSTLY: Final = 0.8
_PEEK: Final = 500
"""Rows that are compared with the first to tell whether it is headings."""
_RECURS: Final = 2
_MOST_LINES: Final = 3
"""Lines of headings."""
_NAMES: Final = 8
"""Words in a line: so many name columns."""
_LONGEST_UNIT: Final = 12


def is_note(line: str) -> bool:
    """Return whether a line is a comment: ``# exported by …``, ``// …``; not the heading ``#``."""
    start = line.lstrip().removeprefix('"')
    return start.startswith(("# ", "//", "#!")) or start.rstrip() == "#"


def is_title(cells: Sequence[str], usual: int) -> bool:
    """Return whether a line before the headings holds a title or remark, not column names.

    Args:
        cells: the line's.
        usual: how many cells a line usually fills.
    """
    filled = [cell for cell in cells if cell.strip()]
    if usual < _RECURS or not cells[0].strip() or _names_first_columns(cells, filled):
        return False
    data = [at for at, cell in enumerate(cells) if cell.strip() and is_number_or_date(cell)]
    holds_data = bool(data) and not _are_names(cells, data)
    has_date = len(data) == 1 and is_date(cells[data[0]])
    is_short = len(cells) <= usual // 2 or (len(cells) < usual and holds_data)
    is_told = has_date or all(_TOLD.search(cell) for cell in filled)
    is_short = is_short or (len(filled) < usual and is_told)
    return is_short or len(filled) <= max(1, usual // 3)


def _names_first_columns(cells: Sequence[str], filled: Sequence[str]) -> bool:
    """Return whether a line holds many different words from its start on, as no title does.

    Rows go on without names where a group of columns is repeated in each.
    """
    are_first = [cell for cell in cells[: len(filled)] if cell.strip()] == list(filled)
    are_many = len(set(filled)) == len(filled) >= _NAMES
    return are_first and are_many and not any(map(is_number_or_date, filled))


def is_number(cell: str) -> bool:
    """Return whether a cell looks like a number, whatever its signs."""
    return bool(_NUMBER.fullmatch(cell.strip()))


def is_date(cell: str) -> bool:
    """Return whether a cell looks like a date in digits: ``31.12.2024``."""
    return bool(_DATE.fullmatch(cell.strip()))


def is_number_or_date(cell: str) -> bool:
    """Return whether a cell looks like a number or a date in digits."""
    return is_number(cell) or is_date(cell)


def lacks_headings(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Return whether the first line is a row like those after it."""
    first = _trimmed(first)
    rows = [row for row in map(_trimmed, rest) if len(row) == len(first)][:_PEEK]
    if len(rows) < _RECURS:
        return False
    data = [at for at, cell in enumerate(first) if cell.strip() and is_number_or_date(cell)]
    words = [at for at, cell in enumerate(first) if at not in data and _is_word(cell)]
    if any(_share(rows, at) >= _MOSTLY for at in words):
        return False
    if data and not _are_names(first, data):
        return any(_are_like(first[at], rows, at) for at in data)
    texts = [at for at, cell in enumerate(first) if cell.strip() and at not in data]
    recurring = [
        at for at in texts if sum(row[at].strip() == first[at].strip() for row in rows) >= _RECURS
    ]
    return bool(recurring) and not data


def _trimmed(cells: Sequence[str]) -> Sequence[str]:
    """Return cells without the one empty cell that a separator at a line's end makes."""
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def joined_headings(lines: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """Return the names of columns under one or several lines of headings, and how many lines.

    The upper ones name groups of columns, each in the first cell of several; the last names the
    columns. Or a line under the names gives their units. Where each row has one cell more than
    there are names, its first is the name of the row.
    """
    names, depth = _joined(lines)
    longer = Counter(len(row) - len(names) for row in lines[depth : depth + _PEEK])
    if longer[1] >= _MOSTLY * longer.total() and any(
        row[-1].strip() for row in lines[depth : depth + _PEEK] if len(row) > len(names)
    ):
        return ["", *names], depth
    return names, depth


def _joined(lines: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """Return the names that the lines of headings give together, and how many lines."""
    depth = 1
    while depth < min(_MOST_LINES, len(lines)) and _names_parts(lines, depth):
        depth += 1
    if depth == 1 and len(lines) > 1 and _gives_units(lines):
        return [_with_unit(*pair) for pair in zip(lines[0], lines[1], strict=True)], 2
    if depth == 1 and len(lines) > 1 and _describes(lines):
        return list(lines[0]), 2
    groups = [""] * (depth - 1)
    names: list[str] = []
    for at, name in enumerate(lines[depth - 1]):
        if not name.strip():
            groups = [""] * len(groups)
        for level in range(depth - 1):
            if lines[level][at].strip():
                groups[level:] = [lines[level][at], *[""] * (depth - 2 - level)]
        names.append(" ".join(" ".join([*groups, name]).split()))
    return names, depth


def notes_above(lines: Sequence[Sequence[str]]) -> int:
    """Return how many lines are notes, strewn above a full line of names over numbers.

    Lines of headings are fuller the nearer they stand to the rows; notes are as they come.
    """
    filled = [sum(bool(cell.strip()) for cell in line) for line in lines[: 2 * _MOST_LINES]]
    for at in range(1, len(filled)):
        if not _heads_numbers(lines, at):
            continue
        if lines[at] in lines[:at]:  # the headings once more, below rows
            return 0
        is_strewn = at >= _MOST_LINES or filled[: at + 1] != sorted(filled[: at + 1])
        return at if is_strewn else 0
    return 0


def _heads_numbers(lines: Sequence[Sequence[str]], at: int) -> bool:
    """Return whether every cell of a line is a word, and several stand over numbers."""
    line, rows = [cell.strip() for cell in lines[at]], _like(lines, at)
    if len(rows) < _RECURS or not all(line) or any(map(is_number_or_date, line)):
        return False
    over = sum(
        is_name_of(cell, [row[place].strip() for row in rows]) for place, cell in enumerate(line)
    )
    return over >= _RECURS


def _names_parts(lines: Sequence[Sequence[str]], depth: int) -> bool:
    """Return whether a line names columns, under lines that name groups of them."""
    line, rows = lines[depth], _like(lines, depth)
    if len(rows) < _RECURS or any(len(above) != len(line) for above in lines[:depth]):
        return False
    named = [at for at, cell in enumerate(line) if cell.strip()]
    data = [at for at in named if is_number_or_date(line[at])]
    if not all(_YEAR.fullmatch(line[at].strip()) for at in data):
        return False
    above = lines[depth - 1]
    if all(above[at].strip() for at in named) and not _refines(above, named):
        return False
    over = [is_name_of(line[at].strip(), [row[at].strip() for row in rows]) for at in named]
    if sum(over) >= _RECURS:
        return True
    is_full = len(named) == len(line) and len({cell.casefold() for cell in line}) > len(line) // 2
    likely = [_heads_words(line[at].strip(), [row[at].strip() for row in rows]) for at in named]
    return is_full and depth == 1 and sum(over) + sum(likely) >= _RECURS


def _refines(above: Sequence[str], named: Sequence[int]) -> bool:
    """Return whether the cells of a line stand only below the second or later of the same names."""
    return bool(named) and all(
        at > 0 and above[at].strip() == above[at - 1].strip() for at in named
    )


def _like(lines: Sequence[Sequence[str]], depth: int) -> list[Sequence[str]]:
    """Return the rows below a line that are as long, the first few."""
    return [row for row in lines[depth + 1 :] if len(row) == len(lines[depth])][:_PEEK]


def is_name_of(name: str, cells: Sequence[str]) -> bool:
    """Return whether a word stands over numbers, or over boxes that are ticked by it or empty."""
    filled = [cell for cell in cells if cell]
    if set(filled) == {name} and len(filled) < len(cells):
        return True
    numbers = sum(map(is_number_or_date, filled))
    is_name = _is_word(name) and not (is_number_or_date(name) and name in filled)
    return is_name and bool(filled) and numbers >= _MOSTLY * len(filled)


def _heads_words(name: str, cells: Sequence[str]) -> bool:
    """Return whether a word stands over words that recur, and is none of them."""
    counts = Counter(filter(None, cells))
    return name not in counts and len(counts) <= counts.total() / _MOST_LINES


def _gives_units(lines: Sequence[Sequence[str]]) -> bool:
    """Return whether the second line holds a unit or a note under each name, and no value."""
    first, second, rows = lines[0], lines[1], _like(lines, 1)
    if len(rows) < _RECURS or len(first) != len(second):
        return False
    filled = [at for at, cell in enumerate(second) if cell.strip()]
    over = [at for at in filled if _share(rows, at) >= _MOSTLY]
    if len(over) < _RECURS or any(is_number_or_date(second[at]) for at in filled):
        return False
    return all(first[at].strip() and _is_word(second[at]) for at in over)


def _describes(lines: Sequence[Sequence[str]]) -> bool:
    """Return whether the second line says at more length what each name means: the questions."""
    first, second, rows = lines[0], lines[1], _like(lines, 1)
    if len(rows) < _RECURS or len(first) != len(second) or not all(map(str.strip, second)):
        return False
    columns = [[row[at].strip() for row in rows] for at in range(len(second))]
    over = sum(map(is_name_of, second, columns))
    likely = sum(map(_heads_words, second, columns))
    are_words = not any(map(is_number_or_date, second))
    is_longer = len("".join(second)) > _MOST_LINES * len("".join(first)) > 0
    return are_words and is_longer and over > 0 and over + likely >= _RECURS


def gives_formats(line: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a line names the format or type of each column: ``5s``, ``varchar(20)``.

    Or it holds what a program notes of each: ``{"ImportId":"status"}``.
    Where rows below hold such a word, too, it is a row of them.
    """
    filled = [at for at, cell in enumerate(line) if cell.strip()]
    if len(filled) < _RECURS or not all(_FORMAT.fullmatch(line[at].strip()) for at in filled):
        return False
    return not any(
        _FORMAT.fullmatch(row[at].strip()) for row in rows[:_PEEK] for at in filled if at < len(row)
    )


def _with_unit(name: str, unit: str) -> str:
    inner = unit.strip().strip("()[]").strip()
    is_short = name.strip() and inner and len(inner) <= _LONGEST_UNIT
    return f"{name.strip()} ({inner})" if is_short else name


def _are_names(first: Sequence[str], data: Sequence[int]) -> bool:
    """Return whether the numbers of a first line name columns: years, or a count."""
    cells = [first[at].strip() for at in data]
    if all(_YEAR.fullmatch(cell) for cell in cells) and len(set(cells)) == len(cells) > 1:
        return True
    whole = [int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < 6]
    return len(whole) == len(cells) > _RECURS and whole in (
        list(range(len(cells))),
        list(range(1, len(cells) + 1)),
    )


def _are_like(first: str, rows: Sequence[Sequence[str]], at: int) -> bool:
    """Return whether the cells below a number are such, those below a date dates."""
    cells = [row[at] for row in rows if row[at].strip()]
    like = is_date if is_date(first) else is_number
    alike = sum(map(like, cells))
    return bool(cells) and alike >= _MOSTLY * len(cells)


def _share(rows: Sequence[Sequence[str]], at: int) -> float:
    cells = [row[at] for row in rows if row[at].strip()]
    return sum(is_number_or_date(cell) for cell in cells) / len(cells) if cells else 0.0


def _is_word(cell: str) -> bool:
    """Return whether a cell above numbers must be their heading: it is no missing number."""
    return bool(cell.strip()) and not missing_in_numbers([cell.strip()])
