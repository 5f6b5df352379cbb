"""Members, what they agreed to, and what was done in a community."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import count

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


def names_apart(names: Mapping[MemberId, str]) -> Mapping[MemberId, str]:
    """Return the names with a number behind those that look like another member's: Alex (2).

    The shortest and lowest id keeps the bare name: of Discord's, that is the oldest account.
    """
    taken = {_looks(name) for name in names.values()}
    bare: set[str] = set()
    apart: dict[MemberId, str] = {}
    for member in sorted(names, key=lambda one: (len(one), one)):
        name = names[member]
        if _looks(name) in bare:
            numbered = (f"{name} ({number})" for number in count(2))
            name = next(one for one in numbered if _looks(one) not in taken)
        bare.add(_looks(name))
        taken.add(_looks(name))
        apart[member] = name
    return apart


def _looks(name: str) -> str:
    """Return what two names share that look the same: width and invisible characters aside."""
    plain = unicodedata.normalize("NFKC", name)
    shown = "".join(one for one in plain if unicodedata.category(one) != "Cf")
    return " ".join(shown.split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """How much is stored of a member beside their lessons, by its kind."""

    asked: int = 0
    """Questions of theirs, with their answers."""
    about: int = 0
    """Questions of others about what they wrote, and lessons taught from it."""
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
