"""Communities in a database: which still have the bot, and the end of those that do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.absence import Absence
from core.domain.identity import CommunityId
from storage.claims import claim_community
from storage.erasure import mark_erased
from storage.tables import (
    AuditRow,
    CommunityRow,
    MemberRow,
    ProposalRow,
    SettingRow,
    TaskRow,
)


@dataclass(frozen=True, slots=True)
class SqlCommunities:
    """The port Communities in one transaction."""

    session: AsyncSession

    async def settle_in(self, community: CommunityId) -> None:
        """Note that a community has the bot; one that was never seen is not made by this."""
        known = update(CommunityRow).where(CommunityRow.id == community)
        await self.session.execute(known.values(left_at=None, looked_at=None, absent_s=0))

    async def move_out(self, community: CommunityId, at: datetime) -> None:
        """Note since when a community has the bot no longer; the first time told holds."""
        there = CommunityRow.id == community, CommunityRow.left_at.is_(None)
        left = update(CommunityRow).where(*there).values(left_at=at, looked_at=at, absent_s=0)
        await self.session.execute(left)

    async def present(self) -> Sequence[CommunityId]:
        """Return the communities that have the bot, as far as it is known."""
        there = select(CommunityRow.id).where(CommunityRow.left_at.is_(None))
        return (await self.session.scalars(there.order_by(CommunityRow.id))).all()

    async def absences(self) -> Sequence[Absence]:
        """Return the communities that are without the bot, as far as it is known."""
        gone = select(CommunityRow).where(CommunityRow.left_at.is_not(None))
        rows = await self.session.scalars(gone.order_by(CommunityRow.id))
        return [
            Absence(
                community=row.id,
                left_at=row.left_at,
                looked_at=row.looked_at or row.left_at,
                observed=timedelta(seconds=row.absent_s),
            )
            for row in rows
            if row.left_at is not None
        ]

    async def note_absence(self, absence: Absence) -> None:
        """Save what one more look saw of a community that is without the bot."""
        gone = CommunityRow.id == absence.community, CommunityRow.left_at.is_not(None)
        seen = update(CommunityRow).where(*gone)
        await self.session.execute(
            seen.values(
                left_at=absence.left_at,
                looked_at=absence.looked_at,
                absent_s=absence.observed.total_seconds(),
            )
        )

    async def erase(self, community: CommunityId) -> None:
        """Remove a community and everything that belongs to it."""
        await claim_community(self.session, community)
        mark_erased(self.session)
        for table in (TaskRow, ProposalRow, SettingRow, MemberRow, AuditRow):
            await self.session.execute(delete(table).where(table.community_id == community))
        await self.session.execute(delete(CommunityRow).where(CommunityRow.id == community))
