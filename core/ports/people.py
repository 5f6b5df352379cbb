"""Stores of people and what they chose: members, audit, offers, settings."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.domain.absence import Absence
from core.domain.identity import (
    CommunityId,
    MemberId,
    ProposalId,
)
from core.domain.member import AuditEntry, Member, Proposal, Traces


class Members(Protocol):
    """People, what they agreed to, and what was done."""

    async def get(self, community: CommunityId, member: MemberId) -> Member | None:
        """Return a member who was seen before."""
        ...

    async def save(self, member: Member) -> None:
        """Add a member or save their name and consent; makes the community too."""
        ...

    async def names(
        self, community: CommunityId, members: Collection[MemberId]
    ) -> Mapping[MemberId, str]:
        """Return the names of those of the members who are known.

        Names that several members of the community have are told apart: ``Alex (2)``.
        """
        ...

    async def erase(self, community: CommunityId, member: MemberId) -> int:
        """Erase all a member left: return how many examples were erased.

        Their examples, and those learned from what they wrote, lose everything but id, number,
        task and a new revision; the tasks' versions lose their trials. What they asked goes, what
        others asked about what they wrote, their feedback, and the offers that name them. Audit
        entries and tasks lose their name; the member goes, but for the bare fact of having opted
        out, where they did.
        """
        ...

    async def traces(self, community: CommunityId, member: MemberId) -> Traces:
        """Return how much is stored of a member beside their lessons."""
        ...

    async def audit(self, entry: AuditEntry) -> None:
        """Note what was done."""
        ...

    async def audited(self, community: CommunityId, *, limit: int) -> Sequence[AuditEntry]:
        """Return what was done in a community, newest first."""
        ...

    async def last_done(
        self, community: CommunityId, member: MemberId, actions: Collection[str]
    ) -> AuditEntry | None:
        """Return the last of some actions that a member did in a community."""
        ...


class Proposals(Protocol):
    """Offers that wait for a press."""

    async def add(
        self, *, community: CommunityId, member: MemberId, payload: Mapping[str, object]
    ) -> Proposal:
        """Save an offer."""
        ...

    async def take(self, community: CommunityId, proposal_id: ProposalId) -> Proposal | None:
        """Remove an offer and return it; None where it is gone or another community's."""
        ...

    async def get(self, community: CommunityId, proposal_id: ProposalId) -> Proposal | None:
        """Return an offer and leave it; None where it is gone or another community's."""
        ...

    async def drop_older(self, than: datetime) -> int:
        """Remove the offers that nobody took; return how many."""
        ...


class Communities(Protocol):
    """Which communities still have the bot; the data of those that removed it is erased in time."""

    async def settle_in(self, community: CommunityId) -> None:
        """Note that a community has the bot; one that was never seen is not made by this."""
        ...

    async def move_out(self, community: CommunityId, at: datetime) -> None:
        """Note since when a community has the bot no longer; the first time told holds."""
        ...

    async def present(self) -> Sequence[CommunityId]:
        """Return the communities that have the bot, as far as it is known."""
        ...

    async def absences(self) -> Sequence[Absence]:
        """Return the communities that are without the bot, as far as it is known."""
        ...

    async def note_absence(self, absence: Absence) -> None:
        """Save what one more look saw of a community that is without the bot."""
        ...

    async def erase(self, community: CommunityId) -> None:
        """Remove a community and everything that belongs to it."""
        ...


class Settings(Protocol):
    """What a community chose: small JSON values by name."""

    async def get(self, community: CommunityId, name: str) -> object | None:
        """Return a setting's value; None where it was never set."""
        ...

    async def put(self, community: CommunityId, name: str, value: object) -> None:
        """Set a setting."""
        ...
