"""What an import into a new task would do: its fields, its target, and what is to be said."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from core.assistant.files.cells import CellReader, fold_name
from core.assistant.files.choose_target import (
    can_be_target,
    choose_target,
    is_coded,
    is_point_of,
    likely_answers,
)
from core.assistant.files.column_names import field_name
from core.assistant.files.column_types import read_as
from core.assistant.files.columns import Column, Habits, Typed
from core.assistant.files.heading_units import split_unit
from core.assistant.files.kinds import find_column
from core.assistant.files.number_columns import as_amounts
from core.assistant.files.plan_for import plan_sheet
from core.assistant.files.sheet import Sheet
from core.assistant.files.told import left_out_words, told_of
from core.assistant.files.typing_together import (
    TARGET_KEY,
    Plan,
    Wishes,
    columns_of,
    swappable,
    typed_together,
    unclear_points,
)
from core.assistant.reading import Known
from core.assistant.wording import say
from core.domain.codec import fields_from_json, target_from_json
from core.domain.fields import MAX_CATEGORY, MAX_FIELDS, Field, FieldKind
from core.domain.task import Target, TargetKind, field_key
from core.errors import InvalidValue


def plan_new(sheet: Sheet, wishes: Wishes) -> Plan:
    """Return how a new task would be made of the sheet.

    Raises:
        InvalidValue: no column is the target, or the one that is named cannot be.
    """
    columns = columns_of(sheet)
    if sheet.task:
        fields = fields_from_json(list(sheet.task["fields"]))
        target = target_from_json(dict(sheet.task["target"]))
        return plan_sheet(sheet, columns, fields, target, wishes=wishes, known=Known())
    typed, habits = typed_together(sheet, columns, wishes)
    as_read = _with_amounts(columns, typed, wishes, habits)
    heading, is_clear = _chosen_target(columns, as_read, wishes)
    typed[heading] = as_read[heading]
    target, truths = _new_target(columns[heading], typed[heading], wishes, habits)
    inputs = _inputs(typed, heading)
    fields = _new_fields(inputs)
    readers = {
        column: CellReader(
            field=one, writing=inputs[column].writing, today=wishes.today, locale=wishes.locale
        )
        for column, one in zip(inputs, fields, strict=True)
    }
    left_out = {
        name: one.left_out or "out chosen"
        for name, one in typed.items()
        if name != heading and name not in inputs
    }
    read = inputs | {
        heading: replace(typed[heading], writing=truths.writing, kind=truths.field.kind)
    }
    notes = [
        *sheet.notes,
        *left_out_words(left_out, locale=wishes.locale),
        *told_of(columns, read, locale=wishes.locale),
    ]
    return Plan(
        fields=fields,
        target=target,
        heading=heading,
        truths=truths,
        inputs=readers,
        left_out=tuple(left_out),
        notes=tuple(notes),
        candidates=_candidates(columns, typed, heading),
        is_target_clear=is_clear or bool(wishes.target),
        swappable=swappable(columns, inputs),
        unclear_points=unclear_points(sheet, columns, read, wishes),
    )


def _candidates(
    columns: Mapping[str, Column], typed: Mapping[str, Typed], heading: str
) -> tuple[str, ...]:
    """Return the columns that can be the answer: none that is left out, but for the chosen one.

    Nobody asks where on the globe something is.
    """
    return tuple(
        name
        for name, column in columns.items()
        if name == heading
        or (
            can_be_target(typed[name], column)
            and not typed[name].left_out
            and not is_point_of(name, typed[name])
        )
    )


def _with_amounts(
    columns: Mapping[str, Column], typed: Mapping[str, Typed], wishes: Wishes, habits: Habits
) -> dict[str, Typed]:
    """Return the kinds; what is likely the answer is a number where half of it can be read so.

    Its cells hardly recur, so that they are no labels: ``8.900``, ``VB 2.300``.
    """
    likely = likely_answers(columns, typed)
    if wishes.target:
        likely = [find_column(wishes.target, tuple(columns), locale=wishes.locale)]
    amounts = {
        name: as_amounts(columns[name], habits)
        for name in likely
        if name not in wishes.kinds
        and typed[name].kind is FieldKind.CATEGORY
        and not typed[name].left_out
        and not can_be_target(typed[name], columns[name])
    }
    return {name: amounts.get(name) or one for name, one in typed.items()}


def _chosen_target(
    columns: Mapping[str, Column], typed: Mapping[str, Typed], wishes: Wishes
) -> tuple[str, bool]:
    locale = wishes.locale
    if wishes.target:
        heading = find_column(wishes.target, tuple(columns), locale=locale)
        _check_target(columns[heading], typed[heading], wishes)
        return heading, True
    for heading, column in columns.items():
        if fold_name(heading) == fold_name(wishes.task) and can_be_target(typed[heading], column):
            return heading, True
    likeliest, is_clear = choose_target(columns, typed)
    if likeliest is None:
        names = ", ".join(list(columns)[:20])
        raise InvalidValue(say("no target column", locale=locale, columns=names[:600]))
    return likeliest, is_clear


def _check_target(column: Column, typed: Typed, wishes: Wishes) -> None:
    """Refuse a column that was named as the target and cannot be one.

    Raises:
        InvalidValue: it holds dates, long texts, or nothing at all.
    """
    name, locale = column.heading[:60], wishes.locale
    if typed.left_out == "out empty":
        raise InvalidValue(say("empty target", locale=locale, name=name))
    if typed.kind is FieldKind.DATE:
        raise InvalidValue(say("date target", locale=locale, name=name))
    is_long = any(len(cell) > MAX_CATEGORY for cell in column.counts)
    if typed.kind is FieldKind.TEXT and (is_long or not can_be_target(_as_names(typed), column)):
        raise InvalidValue(say("text target", locale=locale, name=name))


def _as_names(typed: Typed) -> Typed:
    return replace(typed, kind=FieldKind.CATEGORY, left_out="")


def _new_target(
    column: Column, typed: Typed, wishes: Wishes, habits: Habits
) -> tuple[Target, CellReader]:
    """Return the target that a column suggests, and what reads its cells."""
    heading = split_unit(column.heading)[0]
    is_number = typed.kind is FieldKind.NUMBER
    if column.heading not in wishes.kinds and is_coded(column.heading, typed, column):
        is_number = False
    name = field_name(heading, number=1)
    if not is_number:
        wanted = Field(key=TARGET_KEY, name=name, kind=FieldKind.CATEGORY)
        typed = read_as(column, wanted, habits)
        target = Target(kind=TargetKind.CATEGORY, name=name)
    else:
        wanted = Field(key=TARGET_KEY, name=name, kind=FieldKind.NUMBER, unit=typed.unit)
        target = Target(kind=TargetKind.NUMBER, name=name, unit=typed.unit)
    reader = CellReader(
        field=wanted, writing=typed.writing, today=wishes.today, locale=wishes.locale
    )
    return target, reader


def _inputs(typed: Mapping[str, Typed], heading: str) -> dict[str, Typed]:
    """Return the columns to learn from; ids and constants only where there is nothing else."""
    others = {name: one for name, one in typed.items() if name != heading}
    inputs = {name: one for name, one in others.items() if not one.left_out}
    for reason in ("out id", "out constant"):
        inputs = inputs or {name: one for name, one in others.items() if one.left_out == reason}
    return dict(list(inputs.items())[:MAX_FIELDS])


def _new_fields(inputs: Mapping[str, Typed]) -> tuple[Field, ...]:
    bare = Counter(field_name(split_unit(name)[0], number=0).casefold() for name in inputs)
    taken: set[str] = set()
    fields: list[Field] = []
    for number, (heading, typed) in enumerate(inputs.items(), start=1):
        name = field_name(split_unit(heading)[0], number=number)
        if bare[name.casefold()] > 1:
            name = field_name(heading, number=number)
        while name.casefold() in taken:
            name = f"{name[:50]} {number}"
        taken.add(name.casefold())
        unit = typed.unit if typed.kind is FieldKind.NUMBER else None
        fields.append(Field(key=field_key(number), name=name, kind=typed.kind, unit=unit))
    return tuple(fields)
