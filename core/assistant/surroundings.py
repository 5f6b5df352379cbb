"""Surroundings: the channels and roles of a community, as the front end knows them now.

Nothing that is named by an id or in words is believed: it is looked up here, where only what
belongs to the sender's own community can be found.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of the community."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel of the community."""

    id: str
    name: str
    is_open: bool
    """Whether the sender sees it and may write in it."""
    can_post: bool
    """Whether the bot may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A message of the community that something was asked about."""

    key: str
    """The same for everybody who asks about it."""
    link: str
    """Leads to it; empty where it is not known where it stands."""


class Surroundings(Protocol):
    """What surrounds a sender in their community."""

    @property
    def has_places(self) -> bool:
        """Whether there are channels and roles at all."""
        ...

    def channel(self, said: str) -> Channel | None:
        """Return the channel of an id, ``id:name``, a mention or an exact name; None for none."""
        ...

    def may_read(self, place: str) -> bool:
        """Return whether the sender may read the channel or thread of this id."""
        ...

    def role(self, said: str) -> Role | None:
        """Return the role of an id, ``id:name``, a mention or an exact name; None for none."""
        ...

    def original(self, source: str) -> Original | None:
        """Return the message that a question's source names; None where it names none."""
        ...


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The surroundings of direct messages and of the terminal: no channels, no roles."""

    has_places: bool = False

    def channel(self, said: str) -> Channel | None:
        """Return None."""
        del said
        return None

    def may_read(self, place: str) -> bool:
        """Return False."""
        del place
        return False

    def role(self, said: str) -> Role | None:
        """Return None."""
        del said
        return None

    def original(self, source: str) -> Original | None:
        """Return None."""
        del source
        return None
