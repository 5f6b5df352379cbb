"""Rows of a file as lessons of a task, or as the task that they suggest."""

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.assistant.plausible import History
from core.assistant.priors import Prior, prior_of
from core.assistant.reading import Known, Unclear, read_value
from core.assistant.sheets import OWN_COLUMNS, BadRow, Row, Sheet
from core.domain.codec import fields_from_json, target_from_json, value_from_json
from core.domain.fields import Field, FieldKind, Value
from core.domain.identity import FieldKey
from core.domain.task import Target, TargetKind, Task, Truth, field_key
from core.errors import InvalidValue, UserError

_NOTHING = Known(categories={}, numbers={}, labels=(), targets=())
_PLAIN_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?([eE][+-]?\d{1,3})?")
_MISSING = {"", "na", "n/a", "nan", "null", "none", "?", "-"}
MAX_LEVELS = 50
"""A column with more different words than this, and than a fifth of its rows, is text."""
MOSTLY = 0.9
"""A column is of the kind that this share of its cells is; the rows of the others are bad."""
_MANY_WORDS = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A lesson drawn from a row."""

    line: int
    values: dict[FieldKey, Value]
    truth: Truth
    is_odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question drawn from a row."""

    cells: Mapping[str, Any]
    values: dict[FieldKey, Value]


def suggest_task(sheet: Sheet, *, target: str) -> tuple[tuple[Field, ...], Target]:
    """Return the fields and the target that a sheet's columns suggest.

    The target is the column named, else the last one.

    Raises:
        InvalidValue: there is no such column.
    """
    if sheet.task:
        return fields_from_json(sheet.task["fields"]), target_from_json(sheet.task["target"])
    columns = [c for c in sheet.columns if c and c.casefold() not in OWN_COLUMNS]
    chosen = target or columns[-1]
    found = [c for c in columns if c.casefold() == chosen.casefold()]
    if not found:
        names = ", ".join(columns[:20])
        raise InvalidValue(f'Expected a column "{chosen[:60]}"; the columns are {names}.')
    inputs = [c for c in columns if c != found[0]]
    fields = tuple(
        _suggest_field(field_key(i), column, _column(sheet, column))
        for i, column in enumerate(inputs, start=1)
    )
    guess = _suggest_field(field_key(0), found[0], _column(sheet, found[0]))
    is_number = guess.kind is FieldKind.NUMBER
    kind = TargetKind.NUMBER if is_number else TargetKind.CATEGORY
    return fields, Target(kind=kind, name=guess.name)


def _column(sheet: Sheet, name: str) -> list[Any]:
    cells = (row.cells.get(name) for row in sheet.rows)
    return [c for c in cells if c is not None and str(c).strip().casefold() not in _MISSING]


def _suggest_field(key: FieldKey, column: str, cells: Sequence[Any]) -> Field:
    name = re.sub(r"[^\w .,/²³%°()'&+-]", " ", column).strip(" _.,-(+&'/") or f"column {key}"
    name = " ".join(name.split())[:60]
    texts = [str(cell) for cell in cells]
    kinds = (
        (FieldKind.NUMBER, lambda text: _as_number(text) is not None),
        (FieldKind.YES_NO, lambda text: text.casefold() in ("yes", "no", "true", "false")),
        (FieldKind.DATE, _is_date),
    )
    for kind, fits in kinds:
        if texts and sum(fits(text) for text in texts) >= MOSTLY * len(texts):
            return Field(key=key, name=name, kind=kind)
    words = statistics.fmean(len(text.split()) for text in texts) if texts else 0.0
    levels = len({text.casefold() for text in texts})
    is_text = words > _MANY_WORDS or levels > max(MAX_LEVELS, len(texts) / 5)
    return Field(key=key, name=name, kind=FieldKind.TEXT if is_text else FieldKind.CATEGORY)


def _as_number(text: str) -> float | None:
    clean = text.strip()
    if not clean or len(clean) > 40 or not _PLAIN_NUMBER.fullmatch(clean):
        return None
    try:
        return float(clean.replace(",", ""))
    except ValueError:
        return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


def draw_lessons(
    sheet: Sheet, task: Task, *, target: str, today: date, history: Sequence[float] = ()
) -> tuple[list[Drawn], list[BadRow]]:
    """Return the lessons of a sheet's rows for a task, and the rows that are none, with reasons.

    The target is the column named, else the one called like the task's, else the last one that is
    none of its fields. A lesson whose number is nothing like the rest, or like the targets of the
    task's history, is marked as odd.

    Raises:
        InvalidValue: no column is the task's target.
    """
    target_column = _target_column(sheet, task, target)
    columns = _columns_of(sheet, task, target_column)
    lessons: list[Drawn] = []
    bad = list(sheet.bad)
    for row in sheet.rows:
        try:
            lessons.append(_draw(row, task, columns, target_column, today))
        except UserError as error:
            bad.append(BadRow(line=row.line, reason=str(error)))
    prior = prior_of(task.target.name, task.target.unit)
    return _doubted(lessons, history, prior), sorted(bad, key=lambda row: row.line)


def draw_questions(sheet: Sheet, task: Task, *, today: date) -> tuple[list[Asked], list[BadRow]]:
    """Return the questions of a sheet's rows, and the rows that are none, with reasons."""
    by_name = {field.name.casefold(): field for field in task.fields}
    columns = {c: by_name[_key(c)] for c in sheet.columns if _key(c) in by_name}
    asked: list[Asked] = []
    bad = list(sheet.bad)
    for row in sheet.rows:
        try:
            asked.append(Asked(cells=row.cells, values=_draw_values(row, task, columns, today)))
        except UserError as error:
            bad.append(BadRow(line=row.line, reason=str(error)))
    return asked, sorted(bad, key=lambda row: row.line)


def _key(column: str) -> str:
    """Return a column's name as its field would be called."""
    return _suggest_field(field_key(1), column, ()).name.casefold()


def unread_columns(sheet: Sheet, task: Task, *, target: str) -> list[str]:
    """Return the columns that are neither the target nor one of the task's fields."""
    target_column = _target_column(sheet, task, target)
    read = {target_column, *_columns_of(sheet, task, target_column)}
    named = (column for column in sheet.columns if column.casefold() not in OWN_COLUMNS)
    return [column for column in named if column and column not in read]


def _columns_of(sheet: Sheet, task: Task, target_column: str) -> dict[str, Field]:
    """Return the columns that are fields of the task."""
    by_name = {field.name.casefold(): field for field in task.typed_fields}
    inputs = (column for column in sheet.columns if column != target_column)
    return {column: by_name[_key(column)] for column in inputs if _key(column) in by_name}


def _target_column(sheet: Sheet, task: Task, named: str) -> str:
    wanted = named or task.target.name
    for column in sheet.columns:
        if column and (column.casefold() == wanted.casefold() or _key(column) == wanted.casefold()):
            return column
    fields = {field.name.casefold() for field in task.fields} | set(OWN_COLUMNS)
    others = [c for c in sheet.columns if c and _key(c) not in fields]
    if others and not named:
        return others[-1]
    columns = ", ".join(column for column in sheet.columns[:20])
    raise InvalidValue(
        f'Expected a column "{wanted[:60]}" with the true answer of each row; '
        f"the columns are {columns}."
    )


def _draw(
    row: Row, task: Task, columns: dict[str, Field], target_column: str, today: date
) -> Drawn:
    values = _draw_values(row, task, columns, today)
    cell = row.cells.get(target_column)
    if cell is None or not str(cell).strip():
        raise InvalidValue(f'the cell of "{target_column}" is empty')
    return Drawn(line=row.line, values=values, truth=_cell_truth(cell, task.target, today))


def _draw_values(
    row: Row, task: Task, columns: dict[str, Field], today: date
) -> dict[FieldKey, Value]:
    values = {}
    for column, field in columns.items():
        cell = row.cells.get(column)
        if cell is not None and str(cell).strip().casefold() not in _MISSING:
            values[field.key] = _cell_value(cell, field, today)
    if task.fields and not values:
        raise InvalidValue("no field has a value")
    return values


def _cell_value(cell: object, field: Field, today: date) -> Value:
    """Return a cell as the field's value: as it is written, without guessing."""
    if not isinstance(cell, str):
        value = field.convert(value_from_json(cell))
        if value is None:
            raise InvalidValue(f'"{field.name}" expects {field.kind}, not {cell!r}')
        return value
    if field.kind in (FieldKind.CATEGORY, FieldKind.TEXT, FieldKind.ITEM):
        return field.check(cell)
    if field.kind is FieldKind.NUMBER and (plain := _as_number(cell)) is not None:
        return field.check(plain)
    read = read_value(cell, field, _NOTHING, today=today, is_cell=True)
    if isinstance(read, Unclear):
        raise InvalidValue(f'"{field.name}" could be read in two ways: {cell[:40]!r}')
    return read


def _cell_truth(cell: object, target: Target, today: date) -> Truth:
    kind = FieldKind.NUMBER if target.kind.is_number else FieldKind.CATEGORY
    as_field = Field(key=field_key(0), name=target.name, kind=kind, options=target.labels)
    text = cell if isinstance(cell, str) or kind is FieldKind.NUMBER else str(cell)
    return target.check(_cell_value(text, as_field, today))


def _doubted(lessons: list[Drawn], history: Sequence[float], prior: Prior) -> list[Drawn]:
    """Mark the lessons whose number is nothing like the bulk of the file's and the task's."""
    truths = [lesson.truth for lesson in lessons if isinstance(lesson.truth, float)]
    seen = History((*truths, *history), prior=prior)
    return [
        replace(drawn, is_odd=True)
        if isinstance(drawn.truth, float) and seen.is_far_outside(drawn.truth)
        else drawn
        for drawn in lessons
    ]
