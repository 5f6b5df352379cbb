"""Tasks and their examples."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.domain.example import ExampleStatus
from core.domain.identity import CommunityId, ExampleId, MemberId, TaskId
from storage.tables.base import Json, Row


class TaskRow(Row):
    """A task with its fields and target as JSON, and what its examples and versions count up."""

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("community_id", "name"),
        UniqueConstraint("community_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[TaskId] = mapped_column(primary_key=True)
    community_id: Mapped[CommunityId] = mapped_column(ForeignKey("community.id"))
    name: Mapped[str]
    description: Mapped[str]
    fields: Mapped[Json]
    target: Mapped[Json]
    keys_given: Mapped[int]
    created_by: Mapped[MemberId | None]
    created_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)
    """The revision of the example that changed last."""
    versions_numbered: Mapped[int] = mapped_column(default=0)


class ExampleRow(Row):
    """An example; the pair of community and task keeps it from leading to two communities."""

    __tablename__ = "example"
    __table_args__ = (
        ForeignKeyConstraint(
            ["community_id", "task_id"], ["task.community_id", "task.id"], ondelete="CASCADE"
        ),
        UniqueConstraint("community_id", "number"),
        UniqueConstraint("community_id", "source"),
        UniqueConstraint("task_id", "revision"),
        Index(None, "community_id", "author"),
        Index(None, "task_id", "number"),
        Index(None, "task_id", "status", "target_label"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[ExampleId] = mapped_column(primary_key=True)
    community_id: Mapped[CommunityId]
    number: Mapped[int]
    task_id: Mapped[TaskId]
    author: Mapped[MemberId | None]
    values: Mapped[Json]
    target_number: Mapped[float | None]
    target_label: Mapped[str | None]
    status: Mapped[ExampleStatus]
    revision: Mapped[int]
    taught_at: Mapped[datetime]
    source: Mapped[str | None]
    foretold: Mapped[Json | None]
