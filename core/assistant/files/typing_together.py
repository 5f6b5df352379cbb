"""A file's columns, typed together: each tells something of how the others are written."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from core.assistant.files.cells import CellReader
from core.assistant.files.clock_lengths import sized_by_others
from core.assistant.files.column_names import beside_yes
from core.assistant.files.column_types import read_as, type_column
from core.assistant.files.columns import Column, Habits, Typed
from core.assistant.files.constants import tells_nothing
from core.assistant.files.heading_units import split_unit
from core.assistant.files.kinds import Chosen
from core.assistant.files.number_texts import is_bare_number
from core.assistant.files.parts_of_sums import counts_in_sums
from core.assistant.files.row_numbers import without_row_numbers
from core.assistant.files.sheet import OWN_COLUMNS, Sheet
from core.assistant.files.writing_of import (
    decimal_commas,
    has_unclear_points,
    is_swappable,
    shows_points,
)
from core.domain.fields import Field, FieldKind
from core.domain.task import Target, field_key

_FIRST = 30
"""Cells kept in their order."""
_PARTS: Final = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")
_TWO: Final = 2
_FAR_MORE: Final = 3
TARGET_KEY = field_key(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the member said of the file, all of it optional."""

    target: str = ""
    task: str = ""
    """The name of the task; a column that is called the same is its answer."""
    kinds: Mapping[str, Chosen] = field(default_factory=dict)
    is_day_first: bool | None = None
    has_commas: bool | None = None
    """Whether a point in a number is for thousands, so that a comma is the decimal one."""
    today: date
    locale: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would do."""

    fields: tuple[Field, ...]
    target: Target
    heading: str
    """The target's column."""
    truths: CellReader
    inputs: Mapping[str, CellReader]
    """The reader of each column that is a field, by heading."""
    left_out: tuple[str, ...] = ()
    """The columns that a new task would not have."""
    notes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    """The columns that can be the target."""
    is_target_clear: bool = True
    swappable: tuple[str, ...] = ()
    """The date columns in which day and month could be swapped."""
    unclear_points: tuple[str, ...] = ()
    """The number columns in which a point could be decimal or for thousands: ``85.123``."""
    grouped: tuple[str, ...] = ()
    """The columns with a value only in the first row of each group, left as they are."""


def columns_of(sheet: Sheet) -> dict[str, Column]:
    """Return the sheet's columns with their cells counted, an export's own columns left out."""
    folded = {name.casefold() for name in sheet.columns}
    own = set(OWN_COLUMNS) if folded >= set(OWN_COLUMNS) else set()
    names = [name for name in sheet.columns if name and name.casefold() not in own]
    cells = [row.cells for row in sheet.rows]
    counts = {name: Counter(filter(None, (row.get(name) for row in cells))) for name in names}
    first = sheet.rows[:_FIRST]
    return {
        name: Column(
            heading=name,
            counts=counts[name],
            in_order=[row.cells[name] for row in first if row.cells.get(name)],
            rows=len(sheet.rows),
        )
        for name in names
    }


def typed_together(
    sheet: Sheet, columns: Mapping[str, Column], wishes: Wishes
) -> tuple[dict[str, Typed], Habits]:
    """Return each column's kind, typed once more with what the others tell of the file."""
    has_commas = sheet.has_commas if wishes.has_commas is None else wishes.has_commas
    is_said = wishes.is_day_first is not None
    alone = Habits(
        today=wishes.today,
        has_commas=has_commas,
        is_day_first=wishes.is_day_first,
        is_order_said=is_said,
    )
    as_yes = {
        name: replace(column, heading=beside_yes(name, columns) or name)
        for name, column in columns.items()
    }
    typed = {name: type_column(column, alone) for name, column in as_yes.items()}
    habits = habits_of(sheet, columns, typed, wishes)
    if habits != alone:
        typed = {name: type_column(column, habits) for name, column in as_yes.items()}
    typed = sized_by_others(sheet.rows, columns, _as_their_siblings(columns, typed))
    typed = counts_in_sums(sheet.rows, typed)
    typed = without_row_numbers(sheet.rows, typed)
    typed = {
        name: replace(one, left_out=one.left_out or tells_nothing(columns[name], one))
        for name, one in typed.items()
    }
    for name in typed.keys() & wishes.kinds.keys():
        typed[name] = _chosen(columns[name], wishes.kinds[name], typed[name], habits)
    return typed, habits


def _as_their_siblings(columns: Mapping[str, Column], typed: dict[str, Typed]) -> dict[str, Typed]:
    """Return the kinds; 0 and 1 are numbers where like columns are: ``pixel_3_0``, ``home_reds``.

    Alike are names that differ in a number or in one word of three, where more of them are
    numbers; of two words, where the first is the same, and far more are.
    """
    stems = {name: _stems_of(name) for name in typed}
    numbers = Counter(s for n, one in typed.items() for s in stems[n] if _is_number(one))
    either = {
        name
        for name, one in typed.items()
        if one.kind is FieldKind.YES_NO and any(map(is_bare_number, columns[name].counts))
    }
    others = Counter(stem for name in either for stem in stems[name])
    return {
        name: replace(one, kind=FieldKind.NUMBER)
        if name in either
        and any(numbers[s] >= max(1, least * others[s]) for s, least in stems[name].items())
        else one
        for name, one in typed.items()
    }


def _stems_of(name: str) -> dict[str, int]:
    """Return what a name shares with those like it, and how many of them must be numbers."""
    digits = re.sub(r"\d+", "#", name)
    words = [word.casefold() for word in _PARTS.split(name)]
    stems = {digits: 0} if digits != name else {}
    if len(words) == _TWO:
        stems[f"{words[0]} *"] = _FAR_MORE
    elif len(words) > _TWO:
        stems |= {" ".join((*words[:at], "*", *words[at + 1 :])): 1 for at in range(len(words))}
    return stems


def _is_number(typed: Typed) -> bool:
    return typed.kind is FieldKind.NUMBER and not typed.left_out


def habits_of(
    sheet: Sheet, columns: Mapping[str, Column], typed: Mapping[str, Typed], wishes: Wishes
) -> Habits:
    """Return what the columns tell of the file."""
    orders = {one.writing.is_day_first for one in typed.values()} - {None}
    missing = frozenset(
        cell.casefold()
        for name, one in typed.items()
        if one.kind in (FieldKind.NUMBER, FieldKind.DATE)
        for cell in columns[name].counts
        if cell.casefold() in one.writing.missing
    )
    order = orders.pop() if len(orders) == 1 else None
    counts = [columns[name].counts for name, one in typed.items() if one.kind is FieldKind.NUMBER]
    has_points = any(shows_points(one) for one in counts)
    has_commas = any(decimal_commas(one, is_likely=False) for one in counts)
    are_likely = has_commas or (sheet.has_commas and not has_points)
    return Habits(
        today=wishes.today,
        has_commas=are_likely if wishes.has_commas is None else wishes.has_commas,
        are_points_said=wishes.has_commas is not None,
        missing=missing,
        is_day_first=order if wishes.is_day_first is None else wishes.is_day_first,
        is_order_said=wishes.is_day_first is not None,
    )


def _chosen(column: Column, chosen: Chosen, before: Typed, habits: Habits) -> Typed:
    if chosen.kind is None:
        return replace(before, left_out="out chosen")
    unit = chosen.unit or (before.unit or split_unit(column.heading)[1])
    wanted = Field(
        key=TARGET_KEY,
        name="x",
        kind=chosen.kind,
        unit=unit if chosen.kind is FieldKind.NUMBER else None,
    )
    return read_as(column, wanted, habits)


def swappable(columns: Mapping[str, Column], typed: Mapping[str, Typed]) -> tuple[str, ...]:
    """Return the date columns in which day and month could be swapped."""
    return tuple(
        name
        for name, one in typed.items()
        if one.kind is FieldKind.DATE
        and one.writing.is_day_first is None
        and is_swappable(columns[name].counts)
    )


def unclear_points(
    sheet: Sheet, columns: Mapping[str, Column], typed: Mapping[str, Typed], wishes: Wishes
) -> tuple[str, ...]:
    """Return the number columns of whose points neither they nor the file's others tell."""
    counts = {
        name: columns[name].without(one.writing.missing)
        for name, one in typed.items()
        if one.kind is FieldKind.NUMBER and not one.writing.is_clock
    }
    is_told = any(
        shows_points(one) or decimal_commas(one, is_likely=False) for one in counts.values()
    )
    if is_told or wishes.has_commas is not None:
        return ()
    return tuple(
        name for name, one in counts.items() if has_unclear_points(one, is_typed=sheet.is_typed)
    )
