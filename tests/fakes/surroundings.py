"""Channels and roles of a community in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.assistant.surroundings import Channel, Original, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class MemorySurroundings:
    """The port Surroundings over names by id."""

    channels: Mapping[str, str] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    """Channels where the sender may not write."""
    mute: frozenset[str] = frozenset()
    """Channels where the bot may not."""
    roles: Mapping[str, str] = field(default_factory=dict)
    has_places: bool = True

    def channel(self, said: str) -> Channel | None:
        for key, name in self.channels.items():
            if key == said.partition(":")[0] or name == said.lstrip("#"):
                return Channel(
                    id=key, name=name, is_open=key not in self.closed, can_post=key not in self.mute
                )
        return None

    def may_read(self, place: str) -> bool:
        return place in self.channels and place not in self.closed

    def role(self, said: str) -> Role | None:
        for key, name in self.roles.items():
            if key == said.partition(":")[0] or name == said.lstrip("@"):
                return Role(id=key, name=name)
        return None

    def original(self, source: str) -> Original | None:
        key, parting, _ = source.partition(" by ")
        return Original(key=key, link=f"https://chat.test/{key}") if parting else None
