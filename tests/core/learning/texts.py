"""A task whose label is told from one text."""

from datetime import UTC, datetime

from core.domain.fields import Field, FieldKind
from core.domain.identity import CommunityId, FieldKey, TaskId
from core.domain.task import Target, TargetKind, Task


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
