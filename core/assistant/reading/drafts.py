"""A task as its first lesson shows it: ``area 90 m², rooms 3, district Kreuzberg -> 420k €``."""

from typing import Final

from core.assistant.reading.arrows import split_at_arrow
from core.assistant.reading.draft_parts import Part, part_of, target_of
from core.assistant.reading.records import Draft
from core.assistant.reading.tokens import TokenKind, tokenise
from core.domain.fields import MAX_FIELDS, Field, FieldKind
from core.domain.task import Target, TargetKind, field_key
from core.errors import InvalidValue

_FORM: Final = (
    "A first lesson gives what is known, an arrow and the answer, for example: "
    "area 90 m², rooms 3, district Kreuzberg -> 420k €"
)


def draft_task(lesson: str) -> Draft:
    """Return the fields, the target and the first example that a lesson shows.

    Raises:
        InvalidValue: it has no arrow, or nothing on one side of it.
    """
    parts = split_at_arrow(lesson, ())
    if parts is None or not parts[0].strip() or not parts[1].strip():
        raise InvalidValue(f"{lesson.strip()[:80]!r} has no answer after an arrow. {_FORM}")
    clauses = _clauses(parts[0])
    if not 0 < len(clauses) <= MAX_FIELDS:
        raise InvalidValue(f"Expected 1 to {MAX_FIELDS} fields, not {len(clauses)}. {_FORM}")
    shown = [part_of(clause) for clause in clauses]
    fields = _fields(shown)
    target, truth_part = _target(parts[1])
    return Draft(
        fields=fields,
        target=target,
        values={f.key: f.check(part.value) for f, part in zip(fields, shown, strict=True)},
        truth=target.check(truth_part.value),
    )


def _clauses(text: str) -> list[str]:
    """Return what stands between commas; a text that was named goes on over them."""
    found: list[str] = []
    start = 0
    tokens = tokenise(text)
    ends = [(t.start, t.end) for t in tokens if t.kind is TokenKind.BREAK]
    for stop, after in [*ends, (len(text), len(text))]:
        clause = text[start:stop]
        if found and _continues_text(found[-1], clause):
            found[-1] = f"{found[-1]}{text[start - 1 : stop]}"
        elif clause.strip():
            found.append(clause)
        start = after
    return found


def _continues_text(before: str, clause: str) -> bool:
    has_name = ":" in clause or "=" in clause or "：" in clause
    is_text = ":" in before and part_of(before).kind is FieldKind.TEXT
    return is_text and not has_name and len(clause.split()) > 1


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


def _target(text: str) -> tuple[Target, Part]:
    part = target_of(text)
    kind = TargetKind.NUMBER if part.kind is FieldKind.NUMBER else TargetKind.CATEGORY
    name = part.name or "answer"
    return Target(kind=kind, name=name, unit=part.unit), part
