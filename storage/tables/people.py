"""Communities, their members, and what was chosen, offered and done in them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.domain.identity import CommunityId, MemberId, ProposalId
from core.domain.member import Consent
from storage.tables.base import Json, Row, RowId


class CommunityRow(Row):
    """A community, and how many numbers it has given; none is given twice."""

    __tablename__ = "community"

    id: Mapped[CommunityId] = mapped_column(primary_key=True)
    examples_numbered: Mapped[int] = mapped_column(default=0)
    predictions_numbered: Mapped[int] = mapped_column(default=0)
    left_at: Mapped[datetime | None] = mapped_column(index=True)
    """Since when it has the bot no longer."""
    looked_at: Mapped[datetime | None]
    """When it was last seen to be without the bot."""
    absent_s: Mapped[float] = mapped_column(default=0.0)
    """How much time has surely passed between the looks that saw it so."""


class MemberRow(Row):
    """A person in a community."""

    __tablename__ = "member"

    community_id: Mapped[CommunityId] = mapped_column(ForeignKey("community.id"), primary_key=True)
    id: Mapped[MemberId] = mapped_column(primary_key=True)
    name: Mapped[str]
    consent: Mapped[Consent]


class SettingRow(Row):
    """Something a community chose."""

    __tablename__ = "setting"

    community_id: Mapped[CommunityId] = mapped_column(ForeignKey("community.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Json | None]


class ProposalRow(Row):
    """Something the bot offered to do."""

    __tablename__ = "proposal"
    __table_args__ = (
        Index(None, "community_id", "member_id"),
        Index(None, "made_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[ProposalId] = mapped_column(primary_key=True)
    community_id: Mapped[CommunityId] = mapped_column(ForeignKey("community.id"))
    member_id: Mapped[MemberId]
    payload: Mapped[Json]
    made_at: Mapped[datetime]


class AuditRow(Row):
    """Something that was done."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index(None, "community_id", "id"),)

    id: Mapped[RowId]
    community_id: Mapped[CommunityId] = mapped_column(ForeignKey("community.id"))
    member_id: Mapped[MemberId | None]
    action: Mapped[str]
    subject: Mapped[str]
    at: Mapped[datetime]
