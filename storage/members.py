"""Members and the audit in a database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.identity import CommunityId, MemberId
from core.domain.member import AuditEntry, Member, Traces, names_apart
from core.ports.learning import Clock
from storage.claims import claim_community
from storage.erasure import erase_member, traces_of
from storage.tables import AuditRow, MemberRow


@dataclass(frozen=True, slots=True)
class SqlMembers:
    """The port Members in one transaction."""

    session: AsyncSession
    clock: Clock

    async def get(self, community: CommunityId, member: MemberId) -> Member | None:
        """Return a member who was seen before."""
        row = await self.session.get(MemberRow, (community, member))
        if row is None:
            return None
        return Member(community=row.community_id, id=row.id, name=row.name, consent=row.consent)

    async def save(self, member: Member) -> None:
        """Add a member or save their name and consent; makes the community too."""
        await claim_community(self.session, member.community)
        row = MemberRow(
            community_id=member.community, id=member.id, name=member.name, consent=member.consent
        )
        await self.session.merge(row)
        await self.session.flush()

    async def names(
        self, community: CommunityId, members: Collection[MemberId]
    ) -> Mapping[MemberId, str]:
        """Return the names of those of the members who are known, told apart."""
        here = MemberRow.community_id == community
        chosen = select(MemberRow.name).where(here, MemberRow.id.in_(members), MemberRow.name != "")
        alike = select(MemberRow.id, MemberRow.name).where(here, MemberRow.name.in_(chosen))
        names = {row.id: row.name for row in await self.session.execute(alike)}
        return {id_: name for id_, name in names_apart(names).items() if id_ in members}

    async def erase(self, community: CommunityId, member: MemberId) -> int:
        """Erase all a member left: return how many examples were erased."""
        return await erase_member(self.session, community, member, at=self.clock())

    async def traces(self, community: CommunityId, member: MemberId) -> Traces:
        """Return how much is stored of a member beside their lessons."""
        return await traces_of(self.session, community, member)

    async def audit(self, entry: AuditEntry) -> None:
        """Note what was done."""
        await claim_community(self.session, entry.community)
        row = AuditRow(
            community_id=entry.community,
            member_id=entry.member,
            action=entry.action,
            subject=entry.subject,
            at=entry.at,
        )
        self.session.add(row)
        await self.session.flush()

    async def audited(self, community: CommunityId, *, limit: int) -> Sequence[AuditEntry]:
        """Return what was done in a community, newest first."""
        chosen = select(AuditRow).where(AuditRow.community_id == community)
        rows = await self.session.scalars(chosen.order_by(AuditRow.id.desc()).limit(limit))
        return [_entry(row) for row in rows]

    async def last_done(
        self, community: CommunityId, member: MemberId, actions: Collection[str]
    ) -> AuditEntry | None:
        """Return the last of some actions that a member did in a community."""
        chosen = select(AuditRow).where(
            AuditRow.community_id == community,
            AuditRow.member_id == member,
            AuditRow.action.in_(actions),
        )
        row = await self.session.scalar(chosen.order_by(AuditRow.id.desc()).limit(1))
        return None if row is None else _entry(row)


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        community=row.community_id,
        member=row.member_id,
        action=row.action,
        subject=row.subject,
        at=row.at,
    )
