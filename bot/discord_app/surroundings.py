"""A server's channels and roles, as one of its members may name them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import discord

from core.assistant.surroundings import Channel, Role

_MENTION = re.compile(r"<(?:#|@&)(\d+)>")


class _Named(Protocol):
    id: int
    name: str


Named = TypeVar("Named", bound=_Named)


@dataclass(frozen=True, slots=True)
class ServerSurroundings:
    """What surrounds a member of a server; nothing of another server is found."""

    guild: discord.Guild
    member: discord.Member
    has_places: bool = True

    def channel(self, said: str) -> Channel | None:
        """Return the server's channel of this id or name; None where it has none."""
        found = _found(said, self.guild.channels)
        if found is None or isinstance(found, discord.CategoryChannel):
            return None
        return Channel(
            id=str(found.id),
            name=found.name,
            is_open=_may_write(found, self.member),
            can_post=_may_write(found, self.guild.me),
        )

    def role(self, said: str) -> Role | None:
        """Return the server's role of this id or name; None where it has none."""
        roles = [role for role in self.guild.roles if not role.is_default()]
        found = _found(said, roles)
        return Role(id=str(found.id), name=found.name) if found else None


def _may_write(channel: discord.abc.GuildChannel, member: discord.Member) -> bool:
    allowed = channel.permissions_for(member)
    return allowed.view_channel and allowed.send_messages


def _found(said: str, things: Iterable[Named]) -> Named | None:
    """Return the one thing of this id, ``id:name``, mention or exact name."""
    mention = _MENTION.fullmatch(said)
    by_id = mention[1] if mention else said.partition(":")[0]
    things = list(things)
    of_id = [thing for thing in things if str(thing.id) == by_id]
    bare = said.lstrip("#@").casefold()
    named = of_id or [thing for thing in things if thing.name.casefold() == bare]
    return named[0] if len(named) == 1 else None
