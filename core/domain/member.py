"""Members, what they agreed to, and what was done in a community."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.domain.identity import CommunityId, MemberId, ProposalId


class Consent(StrEnum):
    """Whether a member lets what they teach be stored and learned from."""

    NOT_ASKED = "not asked"
    AGREED = "agreed"
    OPTED_OUT = "opted out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a community."""

    community: CommunityId
    id: MemberId
    name: str
    """How others see them; text from chat."""
    consent: Consent = Consent.NOT_ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """How much is stored of a member beside their lessons, by its kind."""

    asked: int = 0
    """Questions of theirs, with their answers."""
    about: int = 0
    """Questions of others about what they wrote."""
    verdicts: int = 0
    offers: int = 0
    """Offers to them that wait for a button, and others' about what they wrote."""
    planned: int = 0
    """Questions how something turned out that are still to come."""
    tasks: int = 0
    """Tasks that they made."""
    notes: int = 0
    """Entries on what they did, and retrainings that they asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something the bot offered to do, waiting for the press of a button."""

    id: ProposalId
    community: CommunityId
    member: MemberId
    payload: Mapping[str, object]
    """What will be handled again once it is agreed to, as plain JSON values."""
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """Who did what, by ids and numbers alone."""

    community: CommunityId
    member: MemberId | None
    action: str
    subject: str
    at: datetime
