"""A task as its first lesson shows it: ``area 90 m², rooms 3, district Kreuzberg -> 420k €``."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from core.assistant.reading.arrows import split_at_arrow
from core.assistant.reading.draft_clauses import as_model, clauses_of, parts_of
from core.assistant.reading.draft_names import (
    answer_name,
    default_name,
    free_names,
    is_in_han,
)
from core.assistant.reading.draft_parts import Part, target_of
from core.assistant.reading.markup import without_markup
from core.assistant.reading.ratings import shown_rating
from core.assistant.reading.records import Draft
from core.domain.fields import MAX_FIELDS, Field, FieldKind, Value
from core.domain.task import Target, TargetKind, field_key
from core.errors import InvalidValue

_SAMPLE: Final = "area 90 m², rooms 3, district Kreuzberg -> 420k €"
_SHOWN: Final = 80
"""Characters of a lesson that an error quotes."""


def draft_task(lesson: str, *, today: date | None = None, in_chinese: bool = False) -> Draft:
    """Return the fields, the target and the first example that a lesson shows.

    Args:
        lesson: as typed.
        today: its member's day, from which a day without a year is told; if None, none is read.
        in_chinese: whether what nobody named has Chinese names; a Chinese lesson has them anyway.

    Raises:
        InvalidValue: it has no arrow, or nothing on one side of it.
    """
    parts = split_at_arrow(lesson, ())
    if parts is None or not parts[0].strip() or not parts[1].strip():
        said = lesson.strip()[:_SHOWN]
        raise InvalidValue(
            f"{said!r} has no answer after an arrow. A first lesson gives what is known, an arrow "
            f"and the answer, for example: {_SAMPLE}",
            key="first lesson form",
            said=said,
        )
    clauses = clauses_of(parts[0], today)
    is_han = in_chinese or is_in_han(lesson)
    target, truth = _target(parts[1], is_han=is_han)
    shown = _parts(clauses, today, is_rated=target.scale is not None)
    if not 0 < len(shown) <= MAX_FIELDS:
        raise InvalidValue(
            f"Expected 1 to {MAX_FIELDS} fields, not {len(shown)}, for example: {_SAMPLE}",
            key="first lesson fields",
            most=str(MAX_FIELDS),
            count=str(len(shown)),
        )
    names = free_names(part.name or default_name(part, is_han=is_han) for part in shown)
    fields = tuple(
        Field(key=field_key(number), name=name, kind=part.kind, unit=part.unit)
        for number, (name, part) in enumerate(zip(names, shown, strict=True), start=1)
    )
    return Draft(
        fields=fields,
        target=target,
        values={f.key: f.check(_plain(part)) for f, part in zip(fields, shown, strict=True)},
        truth=target.check(truth),
    )


def _parts(clauses: Sequence[str], today: date | None, *, is_rated: bool) -> list[Part]:
    """Return the fields and values that clauses show; the first name of what is rated, an item."""
    each = [parts_of(clause, today) for clause in clauses]
    is_named = sum(bool(part.name) for parts in each for part in parts) > 1
    if len(each) > 1 and not is_named:
        each = [as_model(parts, clause) for parts, clause in zip(each, clauses, strict=True)]
    shown = [part for parts in each for part in parts]
    kinds = [part.kind for part in shown]
    if is_rated and FieldKind.CATEGORY in kinds:
        first = kinds.index(FieldKind.CATEGORY)
        shown[first] = replace(shown[first], kind=FieldKind.ITEM)
    return shown


def _plain(part: Part) -> Value:
    """Return the value, a category without its formatting."""
    is_category = part.kind is FieldKind.CATEGORY and isinstance(part.value, str)
    return without_markup(str(part.value)) if is_category else part.value


def _target(text: str, *, is_han: bool) -> tuple[Target, Value]:
    """Return what is predicted and the truth after the arrow."""
    name, mark, said = text.rpartition(":")
    rated = shown_rating(said)
    if rated is not None:
        scale, number = rated
        named = name.strip() if mark else answer_name(is_rating=True, is_han=is_han)
        return Target(kind=TargetKind.RATING, name=named, scale=scale), number
    part = target_of(text)
    kind = TargetKind.NUMBER if part.kind is FieldKind.NUMBER else TargetKind.CATEGORY
    named = part.name or answer_name(is_rating=False, is_han=is_han)
    return Target(kind=kind, name=named, unit=part.unit), _plain(part)
