"""What members did to examples."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.domain.identity import CommunityId, MemberId, StepId, TaskId
from core.domain.step import StepKind
from storage.tables.base import Json, Row


class StepRow(Row):
    """A step that can be taken back, with what each example was before it."""

    __tablename__ = "step"
    __table_args__ = (
        ForeignKeyConstraint(
            ["community_id", "task_id"], ["task.community_id", "task.id"], ondelete="CASCADE"
        ),
        Index(None, "community_id", "member_id", "id"),
        Index(None, "task_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[StepId] = mapped_column(primary_key=True)
    community_id: Mapped[CommunityId]
    member_id: Mapped[MemberId]
    task_id: Mapped[TaskId]
    kind: Mapped[StepKind]
    changes: Mapped[Json]
    at: Mapped[datetime]
