"""Predictions, what members say of them, and when they are asked to."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.domain.forecast import Audience, Verdict
from core.domain.identity import CommunityId, ExampleId, MemberId, PredictionId, TaskId
from storage.tables.base import Json, Row, RowId


class PredictionRow(Row):
    """A question and its answer."""

    __tablename__ = "prediction"
    __table_args__ = (
        ForeignKeyConstraint(
            ["community_id", "task_id"], ["task.community_id", "task.id"], ondelete="CASCADE"
        ),
        UniqueConstraint("community_id", "number"),
        UniqueConstraint("community_id", "source"),
        Index(None, "community_id", "asked_by", "number"),
        Index(None, "community_id", "task_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[PredictionId] = mapped_column(primary_key=True)
    community_id: Mapped[CommunityId]
    number: Mapped[int]
    task_id: Mapped[TaskId]
    asked_by: Mapped[MemberId]
    values: Mapped[Json]
    text: Mapped[str]
    source: Mapped[str | None]
    answer: Mapped[Json]
    audience: Mapped[Audience] = mapped_column(default=Audience.ASKER)
    place: Mapped[str | None]
    answered_at: Mapped[datetime]


class FeedbackRow(Row):
    """What a member said last of a prediction."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("prediction_id", "member_id"), Index(None, "example_id"))

    id: Mapped[RowId]
    prediction_id: Mapped[PredictionId] = mapped_column(
        ForeignKey("prediction.id", ondelete="CASCADE")
    )
    member_id: Mapped[MemberId]
    verdict: Mapped[Verdict]
    example_id: Mapped[ExampleId | None] = mapped_column(
        ForeignKey("example.id", ondelete="SET NULL")
    )
    given_at: Mapped[datetime]


class FollowUpRow(Row):
    """When it is asked how a prediction turned out; taking it removes it."""

    __tablename__ = "follow_up"

    prediction_id: Mapped[PredictionId] = mapped_column(
        ForeignKey("prediction.id", ondelete="CASCADE"), primary_key=True
    )
    due_at: Mapped[datetime] = mapped_column(index=True)
    place: Mapped[str | None]
    locale: Mapped[str]
