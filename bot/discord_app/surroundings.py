"""A server's channels and roles, as one of its members may name them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import discord

from core.assistant.surroundings import Channel, Original, Role

_ASKED_ABOUT = re.compile(r"discord:(\d+):\d+(?::(\d+))?(?: .*)?")
"""A question's source, as :func:`source_of` writes it, with the author after a blank."""
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

    def may_read(self, place: str) -> bool:
        """Return whether the member may read the channel or thread of this id.

        Of a private thread, those who were asked into it are not known; who reads it speaks there.
        """
        found = self.guild.get_channel_or_thread(int(place)) if place.isdigit() else None
        if isinstance(found, discord.Thread):
            found = None if found.is_private() else found.parent
        if found is None:
            return False
        allowed = found.permissions_for(self.member)
        return allowed.view_channel and allowed.read_message_history

    def role(self, said: str) -> Role | None:
        """Return the server's role of this id or name; None where it has none."""
        roles = [role for role in self.guild.roles if not role.is_default()]
        found = _found(said, roles)
        return Role(id=str(found.id), name=found.name) if found else None

    def original(self, source: str) -> Original | None:
        """Return the message that a question was asked about by its menu."""
        found = _ASKED_ABOUT.fullmatch(source)
        if found is None:
            return None
        message, channel = found[1], found[2]
        link = f"https://discord.com/channels/{self.guild.id}/{channel}/{message}"
        return Original(key=f"discord:{message}", link=link if channel else "")


def source_of(message: discord.Message, asked_by: int) -> str:
    """Return what a question about a message is stored under: each asker's is one of its own."""
    return f"discord:{message.id}:{asked_by}:{message.channel.id}"


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
