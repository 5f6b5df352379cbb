"""What an import into a task would do: which column is which field, and which the target."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from core.assistant.files.cells import CellReader, fold_name
from core.assistant.files.choose_target import choose_target
from core.assistant.files.column_names import field_name
from core.assistant.files.column_types import read_as
from core.assistant.files.columns import Column, Habits, Typed
from core.assistant.files.heading_units import split_unit
from core.assistant.files.kinds import find_column
from core.assistant.files.sheet import MAX_ROWS, Sheet
from core.assistant.files.told import left_out_words, told_of
from core.assistant.files.typing_together import (
    TARGET_KEY,
    Plan,
    Wishes,
    columns_of,
    habits_of,
    swappable,
    typed_together,
    unclear_points,
)
from core.assistant.files.writing_of import spellings_of
from core.assistant.reading import Known
from core.assistant.wording import say
from core.domain.fields import NAMED_KINDS, Field, FieldKind
from core.domain.task import Target, Task
from core.errors import InvalidValue


def plan_for(sheet: Sheet, task: Task, wishes: Wishes, known: Known) -> Plan:
    """Return how the sheet's rows would be taught to a task.

    Raises:
        InvalidValue: no column is the task's target, or a kind was chosen for one of its fields.
    """
    if any(chosen.kind is not None for chosen in wishes.kinds.values()):
        raise InvalidValue(say("kinds of task", locale=wishes.locale, task=task.name))
    columns = columns_of(sheet)
    return plan_sheet(sheet, columns, task.typed_fields, task.target, wishes=wishes, known=known)


def plan_questions(
    sheet: Sheet, task: Task, wishes: Wishes, known: Known
) -> Mapping[str, CellReader]:
    """Return the readers of the columns that are fields of a task, by heading."""
    columns = columns_of(sheet)
    matched = _matched(columns, task.typed_fields)
    typed = {name: Typed(kind=one.kind) for name, one in matched.items()}
    habits = habits_of(sheet, columns, typed, wishes)
    return {
        name: _reader(columns[name], one, habits, wishes, known) for name, one in matched.items()
    }


def plan_sheet(
    sheet: Sheet,
    columns: Mapping[str, Column],
    fields: tuple[Field, ...],
    target: Target,
    *,
    wishes: Wishes,
    known: Known,
) -> Plan:
    """Return how the sheet's rows would be taught to these fields and this target."""
    typed, habits = typed_together(sheet, columns, wishes)
    out = [name for name in columns if name in wishes.kinds and wishes.kinds[name].kind is None]
    read = {name: column for name, column in columns.items() if name not in out}
    matched = _matched(read, fields)
    heading, is_clear = _target_column(read, typed, matched, target, wishes)
    matched.pop(heading, None)
    readers = {
        name: _reader(columns[name], one, habits, wishes, known) for name, one in matched.items()
    }
    truths = _truth_reader(columns[heading], target, habits, wishes, known)
    as_read = {name: Typed(kind=r.field.kind, writing=r.writing) for name, r in readers.items()}
    as_read[heading] = Typed(kind=truths.field.kind, writing=truths.writing)
    unread = [name for name in read if name not in as_read]
    notes = [
        *sheet.notes,
        *left_out_words(dict.fromkeys(out, "out chosen"), locale=wishes.locale),
        *told_of(columns, as_read, locale=wishes.locale),
    ]
    if unread:
        named = ", ".join(unread[:8])
        notes.append(say("unread columns", locale=wishes.locale, columns=named))
    return Plan(
        fields=fields,
        target=target,
        heading=heading,
        truths=truths,
        inputs=readers,
        notes=tuple(notes),
        candidates=tuple(name for name in (heading, *unread)),
        is_target_clear=is_clear,
        swappable=swappable(columns, as_read),
        unclear_points=unclear_points(sheet, columns, as_read, wishes),
    )


def _matched(columns: Mapping[str, Column], fields: tuple[Field, ...]) -> dict[str, Field]:
    """Return the columns that are called like fields, with or without their unit."""
    by_name = {_key(one.name): one for one in fields}
    matched: dict[str, Field] = {}
    for heading in columns:
        found = next((by_name[key] for key in _keys(heading) if key in by_name), None)
        if found is not None and found not in matched.values():
            matched[heading] = found
    return matched


def _keys(heading: str) -> tuple[str, ...]:
    """Return the names that a heading may have as a field: whole, and without its unit."""
    return (
        _key(heading),
        _key(field_name(heading, number=0)),
        _key(field_name(split_unit(heading)[0], number=0)),
    )


def _key(name: str) -> str:
    return " ".join(re.sub(r"[_\-]", " ", fold_name(name)).split())


def _target_column(
    columns: Mapping[str, Column],
    typed: Mapping[str, Typed],
    matched: Mapping[str, Field],
    target: Target,
    wishes: Wishes,
) -> tuple[str, bool]:
    """Return the column of an existing target: the one named, of its name, or the likeliest."""
    if wishes.target:
        return find_column(wishes.target, tuple(columns), locale=wishes.locale), True
    for heading in columns:
        if _key(target.name) in _keys(heading):
            return heading, True
    others = {name: column for name, column in columns.items() if name not in matched}
    fits = {n: c for n, c in others.items() if _fits(typed[n], target)}
    if len(others) == 1:
        return next(iter(others)), True
    likeliest, is_clear = choose_target(fits or others, typed) if others else (None, False)
    if likeliest is not None:
        return likeliest, is_clear
    raise InvalidValue(
        say(
            "no such target",
            locale=wishes.locale,
            name=target.name,
            columns=", ".join(list(columns)[:20])[:600],
            batch=say("a command", locale=wishes.locale, name="batch"),
        )
    )


def _fits(typed: Typed, target: Target) -> bool:
    return not target.kind.is_number or typed.kind is FieldKind.NUMBER


def _reader(
    column: Column, wanted: Field, habits: Habits, wishes: Wishes, known: Known
) -> CellReader:
    """Return what reads a column's cells as values of a field that there is already."""
    writing = read_as(column, wanted, habits).writing
    unit = split_unit(column.heading)[1]
    if unit and wanted.unit and fold_name(unit) != fold_name(wanted.unit):
        writing = replace(writing, unit=unit)
    if wanted.kind in NAMED_KINDS:
        seen = wanted.options or tuple(known.categories.get(wanted.key, ()))
        known_first = Counter(dict.fromkeys(seen, MAX_ROWS)) + column.without(writing.missing)
        writing = replace(writing, spellings=spellings_of(known_first))
    return CellReader(field=wanted, writing=writing, today=wishes.today, locale=wishes.locale)


def _truth_reader(
    column: Column, target: Target, habits: Habits, wishes: Wishes, known: Known
) -> CellReader:
    is_number = target.kind.is_number
    wanted = Field(
        key=TARGET_KEY,
        name=target.name,
        kind=FieldKind.NUMBER if is_number else FieldKind.CATEGORY,
        unit=target.unit,
        options=target.labels,
    )
    labels = Known(categories={TARGET_KEY: target.labels or tuple(known.labels)})
    reader = _reader(column, wanted, habits, wishes, labels)
    return replace(reader, writing=replace(reader.writing, scale=target.scale))
