"""Versions and the retraining runs that make them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.domain.identity import MemberId, RunId, TaskId, VersionId
from core.domain.version import RunStatus, VersionStatus
from storage.tables.base import Json, Row


def one_a_task(name: str, condition: str) -> Index:
    """Return an index that lets a task have one row at most that meets the condition."""
    where = text(condition)
    return Index(name, "task_id", unique=True, sqlite_where=where, postgresql_where=where)


class VersionRow(Row):
    """A retrained state of a task's learner; one of a task is live at most."""

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("task_id", "number"),
        one_a_task("ix_version_live", "status = 'live'"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[VersionId] = mapped_column(primary_key=True)
    task_id: Mapped[TaskId] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"))
    number: Mapped[int]
    status: Mapped[VersionStatus]
    artifact: Mapped[str]
    comparison: Mapped[Json]
    trials: Mapped[Json]
    made_at: Mapped[datetime]
    examples: Mapped[int]


class RunRow(Row):
    """A retraining; one of a task is running at most."""

    __tablename__ = "retraining_run"
    __table_args__ = (
        Index(None, "task_id", "id"),
        one_a_task("ix_retraining_run_running", "status = 'running'"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[RunId] = mapped_column(primary_key=True)
    task_id: Mapped[TaskId] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"))
    status: Mapped[RunStatus]
    requested_by: Mapped[MemberId | None]
    started_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    """Since when it is carried out; until then it waits for its turn."""
    ended_at: Mapped[datetime | None]
    lease_until: Mapped[datetime]
    revision: Mapped[int]
    examples: Mapped[int]
    version: Mapped[int | None]
    comparison: Mapped[Json | None]
    reason: Mapped[str]
    figures: Mapped[Json]
