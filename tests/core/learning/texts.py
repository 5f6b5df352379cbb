"""A task whose label is told from one text."""

from datetime import UTC, datetime

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Field, FieldKind, Value
from core.domain.identity import CommunityId, ExampleId, FieldKey, MemberId, TaskId
from core.domain.task import Target, TargetKind, Task, Truth


def task_of_texts(kind: TargetKind = TargetKind.CATEGORY) -> Task:
    """Return the task; its text is of key f1."""
    return Task(
        id=TaskId(1),
        community=CommunityId("terminal:here"),
        name="triage",
        fields=(Field(key=FieldKey("f1"), name="post", kind=FieldKind.TEXT),),
        target=Target(kind=kind),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def example_of(number: int, value: Value, truth: Truth) -> Example:
    """Return an active example of this id, whose field f1 has this value."""
    return Example(
        id=ExampleId(number),
        number=number,
        task_id=TaskId(1),
        author=MemberId(f"terminal:{number}"),
        values={FieldKey("f1"): value},
        target=truth,
        status=ExampleStatus.ACTIVE,
        revision=number,
        taught_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
