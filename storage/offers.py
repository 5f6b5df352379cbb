"""Proposals and settings in a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.identity import CommunityId, MemberId, ProposalId
from core.domain.member import Proposal
from core.ports.learning import Clock
from storage.claims import claim_community
from storage.failures import read_row
from storage.tables import ProposalRow, SettingRow


@dataclass(frozen=True, slots=True)
class SqlProposals:
    """The port Proposals in one transaction."""

    session: AsyncSession
    clock: Clock

    async def add(
        self, *, community: CommunityId, member: MemberId, payload: Mapping[str, object]
    ) -> Proposal:
        """Save an offer."""
        await claim_community(self.session, community)
        row = ProposalRow(
            community_id=community,
            member_id=member,
            payload=dict(payload),
            made_at=self.clock(),
        )
        self.session.add(row)
        await self.session.flush()
        return _proposal(row)

    async def take(self, community: CommunityId, proposal_id: ProposalId) -> Proposal | None:
        """Remove an offer and return it; None where it is gone or another community's."""
        await claim_community(self.session, community)
        proposal = await self.get(community, proposal_id)
        await self.session.execute(
            delete(ProposalRow).where(
                ProposalRow.community_id == community, ProposalRow.id == proposal_id
            )
        )
        return proposal

    async def get(self, community: CommunityId, proposal_id: ProposalId) -> Proposal | None:
        """Return an offer and leave it; None where it is gone or another community's."""
        chosen = ProposalRow.community_id == community, ProposalRow.id == proposal_id
        row = await self.session.scalar(select(ProposalRow).where(*chosen))
        return None if row is None else _proposal(row)

    async def drop_older(self, than: datetime) -> int:
        """Remove the offers that nobody took; return how many."""
        old = select(ProposalRow.id).where(ProposalRow.made_at < than)
        untaken = old.with_for_update(skip_locked=True)  # one being taken right now is not untaken
        drop = delete(ProposalRow).where(ProposalRow.id.in_(untaken)).returning(ProposalRow.id)
        return len((await self.session.scalars(drop)).all())


@dataclass(frozen=True, slots=True)
class SqlSettings:
    """The port Settings in one transaction."""

    session: AsyncSession

    async def get(self, community: CommunityId, name: str) -> object | None:
        """Return a setting's value; None where it was never set."""
        row = await self.session.get(SettingRow, (community, name))
        return None if row is None else row.value

    async def put(self, community: CommunityId, name: str, value: object) -> None:
        """Set a setting."""
        await claim_community(self.session, community)
        await self.session.merge(SettingRow(community_id=community, name=name, value=value))
        await self.session.flush()


@read_row
def _proposal(row: ProposalRow) -> Proposal:
    return Proposal(
        id=row.id,
        community=row.community_id,
        member=row.member_id,
        payload=row.payload,
        made_at=row.made_at,
    )
