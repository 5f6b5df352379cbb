"""Tasks to read sentences for."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from core.assistant.reading import Known, Reading, draft_fields
from core.domain.fields import NAMED_KINDS, FieldKind, Value
from core.domain.identity import CommunityId, TaskId
from core.domain.task import Target, TargetKind, Task

TODAY = date(2026, 5, 27)
"""A Wednesday."""
EURO = Target(kind=TargetKind.NUMBER, name="price", unit="€")
NUMBER = Target(kind=TargetKind.NUMBER)
LABEL = Target(kind=TargetKind.CATEGORY)


def task_of(*lines: str, target: Target = NUMBER) -> Task:
    """Return a task with the fields that the lines describe."""
    return Task(
        id=TaskId(1),
        community=CommunityId("terminal:local"),
        name="task",
        fields=draft_fields(lines),
        target=target,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def seen_by(
    task: Task,
    seen: Mapping[str, Sequence[str] | Sequence[float]],
    *,
    labels: Sequence[str] = (),
    targets: Sequence[float] = (),
) -> Known:
    """Return what a task has seen, by the names of its fields."""
    by_field = {task.field_named(name): values for name, values in seen.items()}
    return Known(
        categories={
            field.key: [str(value) for value in values]
            for field, values in by_field.items()
            if field.kind in NAMED_KINDS
        },
        numbers={
            field.key: [float(value) for value in values]
            for field, values in by_field.items()
            if field.kind is FieldKind.NUMBER
        },
        labels=labels,
        targets=targets,
    )


def by_name(reading: Reading, task: Task) -> dict[str, Value]:
    """Return what was read, by the names of the fields."""
    return {task.field(key).name: value for key, value in reading.values.items()}


FLATS = task_of(
    "rooms: number",
    "area: number m²",
    "district: category",
    "floor: number",
    target=EURO,
)
FLATS_SEEN = seen_by(FLATS, {"district": ["Kreuzberg", "Mitte", "Prenzlauer Berg"]})

TRIAGE = task_of(
    "post: text",
    "os: linux | mac | windows",
    target=Target(kind=TargetKind.CATEGORY, labels=("rendering", "fonts", "install", "bug")),
)

MOVIES = task_of(
    "title: text",
    "genre: category",
    "year: number",
    "length: number min",
    "director: category",
)

PHONES = task_of("model: category", "storage: number GB", target=Target(kind=TargetKind.NUMBER))

SIZES = task_of("size: number")

CHINESE = task_of(
    "室: number",
    "厅: number",
    "面积: number 平",
    "区: category",
    target=Target(kind=TargetKind.NUMBER, name="价格", unit="元"),
)
CARDS = task_of(
    "model: category",
    "memory: number GB",
    "condition: used | new",
    target=Target(kind=TargetKind.NUMBER, name="price", unit="$"),
)
CARDS_SEEN = seen_by(CARDS, {"model": ["RTX 3080", "RTX 3090", "RTX 3080 Ti"]})
