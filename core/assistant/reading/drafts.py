"""A task as its first lesson shows it: ``area 90 m², rooms 3, district Kreuzberg -> 420k €``."""

from datetime import date
from typing import Final

from core.assistant.reading.arrows import split_at_arrow
from core.assistant.reading.draft_parts import Part, part_of, target_of
from core.assistant.reading.markup import without_markup
from core.assistant.reading.records import Draft
from core.assistant.reading.tokens import TokenKind, tokenise
from core.domain.fields import MAX_FIELDS, Field, FieldKind, Value
from core.domain.task import Target, TargetKind, field_key
from core.errors import InvalidValue

_FORM: Final = (
    "A first lesson gives what is known, an arrow and the answer, for example: "
    "area 90 m², rooms 3, district Kreuzberg -> 420k €"
)

_MARKS: Final = frozenset(":：=＝")


def draft_task(lesson: str, *, today: date | None = None) -> Draft:
    """Return the fields, the target and the first example that a lesson shows.

    Args:
        lesson: as typed.
        today: its member's day, from which a day without a year is told; if None, none is read.

    Raises:
        InvalidValue: it has no arrow, or nothing on one side of it.
    """
    parts = split_at_arrow(lesson, ())
    if parts is None or not parts[0].strip() or not parts[1].strip():
        raise InvalidValue(f"{lesson.strip()[:80]!r} has no answer after an arrow. {_FORM}")
    clauses = _clauses(parts[0], today)
    if not 0 < len(clauses) <= MAX_FIELDS:
        raise InvalidValue(f"Expected 1 to {MAX_FIELDS} fields, not {len(clauses)}. {_FORM}")
    shown = [part_of(clause, today) for clause in clauses]
    fields = _fields(shown)
    target, truth_part = _target(parts[1])
    return Draft(
        fields=fields,
        target=target,
        values={f.key: f.check(_plain(part)) for f, part in zip(fields, shown, strict=True)},
        truth=target.check(_plain(truth_part)),
    )


def _clauses(text: str, today: date | None) -> list[str]:
    """Return what stands between commas; a text that was named goes on over them."""
    spans: list[tuple[int, int]] = []
    start, is_in_text = 0, False
    breaks = [(t.start, t.end) for t in tokenise(text) if t.kind is TokenKind.BREAK]
    for stop, after in [*breaks, (len(text), len(text))]:
        clause = text[start:stop]
        is_named = not _MARKS.isdisjoint(clause)
        if is_in_text and not is_named and len(clause.split()) > 1:
            spans[-1] = (spans[-1][0], stop)
        elif clause.strip():
            spans.append((start, stop))
            is_in_text = is_named and part_of(clause, today).kind is FieldKind.TEXT
        start = after
    return [text[first:last] for first, last in spans]


def _fields(parts: list[Part]) -> tuple[Field, ...]:
    taken: set[str] = set()
    fields = []
    for number, part in enumerate(parts, start=1):
        name = _free_name(part.name or part.default_name or "number", taken)
        taken.add(name.casefold())
        fields.append(Field(key=field_key(number), name=name, kind=part.kind, unit=part.unit))
    return tuple(fields)


def _free_name(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return free


def _plain(part: Part) -> Value:
    """Return the value, a category without its formatting."""
    is_category = part.kind is FieldKind.CATEGORY and isinstance(part.value, str)
    return without_markup(str(part.value)) if is_category else part.value


def _target(text: str) -> tuple[Target, Part]:
    part = target_of(text)
    kind = TargetKind.NUMBER if part.kind is FieldKind.NUMBER else TargetKind.CATEGORY
    name = part.name or "answer"
    return Target(kind=kind, name=name, unit=part.unit), part
