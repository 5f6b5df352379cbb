"""Columns that count the rows from 0 or 1 on, under whatever heading: the students' numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from core.assistant.files.column_names import names_id, names_nothing
from core.assistant.files.columns import SURE, Typed
from core.assistant.files.heading_units import split_unit
from core.assistant.files.number_names import names_thing
from core.assistant.files.sheet import Row
from core.assistant.files.target_names import names_amount
from core.assistant.word_sets import word_set
from core.domain.fields import FieldKind

_STEADY: Final = 0.8
"""With this share of steps up, or of steps down, a column runs with the rows."""
_GAPS: Final = 0.95
"""With this share of steps by one, what counts the rows has lost some of them."""
_LONG: Final = 4
"""Digits of the last of numbers that were given out."""
_STEPS: Final = word_set(
    "t x n time second minute hour day week month year epoch step trial round lap age dose",
    "zeit stunde tag woche monat jahr runde schritt alter heure jour semaine mois année tour étape",
    "hora día semana mes año vuelta paso ora giorno settimana mese anno",
    "天 日 周 月 年 时间 小时 轮 回合 步 年龄 時間 週 回 歳",
)
"""What is itself counted from 1 on: no number of a row."""


def without_row_numbers(rows: Sequence[Row], typed: Mapping[str, Typed]) -> dict[str, Typed]:
    """Return the kinds; a number that counts the rows is left out where no other runs with it.

    Where another does, as the time does with the number of threads, or the points with the place,
    it may be what the other follows from.
    """
    if first := _unnamed_first(rows, typed):
        typed = {**typed, first: replace(typed[first], left_out="out id")}
    numbers = [
        name
        for name, one in typed.items()
        if one.kind is FieldKind.NUMBER and not one.left_out and not one.writing.is_clock
    ]
    counting = [name for name in numbers if _counts_rows(name, rows)]
    if first := next(iter(typed), None):
        counting += [first] * (first in numbers and _rises(first, rows))
    others = [name for name in numbers if name not in counting]
    if not counting or any(_runs(name, rows, typed[name]) for name in others):
        return dict(typed)
    return dict(typed) | {name: replace(typed[name], left_out="out id") for name in counting}


def _counts_rows(name: str, rows: Sequence[Row]) -> bool:
    if len(rows) < SURE or split_unit(name)[1] or not _STEPS.isdisjoint(_words(name)):
        return False
    cells = [row.cells.get(name, "") for row in rows]
    if cells[0] not in ("0", "1") or not all(cell.isascii() and cell.isdigit() for cell in cells):
        return False
    steps = [later - before for before, later in pairwise(map(int, cells))]
    return sum(step == 1 for step in steps) >= _GAPS * len(steps)


def _rises(name: str, rows: Sequence[Row]) -> bool:
    """Return whether long whole numbers go up with the rows, by no even steps: of members, bills.

    They stand first; what is called otherwise may have been put in order.
    """
    cells = [row.cells.get(name, "") for row in rows]
    if len(rows) < SURE or split_unit(name)[1] or not _may_number_rows(name):
        return False
    if not all(cell.isascii() and cell.isdigit() for cell in cells):
        return False
    steps = [later - before for before, later in pairwise(map(int, cells))]
    return min(steps) > 0 and len(set(steps)) > 1 and len(cells[-1]) >= _LONG


def _may_number_rows(name: str) -> bool:
    """Return whether a heading names persons, papers or their numbers, or nothing."""
    is_number = names_thing(name) or names_id(name) or names_nothing(name)
    return is_number and not names_amount(name)


def _words(name: str) -> list[str]:
    return re.split(r"[\W_\d]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold())


def _unnamed_first(rows: Sequence[Row], typed: Mapping[str, Typed]) -> str | None:
    """Return the first column where it alone has no name, and other whole numbers in each row."""
    first, *others = typed or [""]
    is_alone = names_nothing(first) and bool(others) and not any(map(names_nothing, others))
    if not is_alone or typed[first].kind is not FieldKind.NUMBER or len(rows) < SURE:
        return None
    cells = [row.cells.get(first, "") for row in rows]
    are_whole = all(cell.isascii() and cell.isdigit() for cell in cells)
    return first if are_whole and len(set(cells)) == len(cells) else None


def _runs(name: str, rows: Sequence[Row], typed: Typed) -> bool:
    """Return whether a column of plain numbers goes up, or goes down, with the rows."""
    cells = [row.cells.get(name, "") for row in rows]
    points = str.maketrans(",", ".") if typed.writing.has_commas else {}
    numbers = [float(cell) for cell in (c.translate(points) for c in cells) if _is_plain(cell)]
    steps = [later - before for before, later in pairwise(numbers) if later != before]
    up = sum(step > 0 for step in steps)
    return len(steps) >= SURE // 2 and max(up, len(steps) - up) >= _STEADY * len(steps)


def _is_plain(cell: str) -> bool:
    return bool(re.fullmatch(r"[+-]?\d+(\.\d+)?", cell))
