"""Reactions come and go."""

from tests.local_discord.basics import Json
from tests.local_discord.payloads import member_json
from tests.local_discord.state import Message, User
from tests.local_discord.world import Event, World

_IN_GUILD, _DIRECT = 1 << 10, 1 << 13


def react(world: World, message: Message, emoji: str, user: User) -> None:
    """Add a reaction, once for each user."""
    users = message.reactions.setdefault(emoji, [])
    if user.id not in users:
        users.append(user.id)
        _tell(world, "MESSAGE_REACTION_ADD", message, emoji, user)


def unreact(world: World, message: Message, emoji: str, user: User) -> None:
    """Take a reaction back."""
    users = message.reactions.get(emoji, [])
    if user.id in users:
        users.remove(user.id)
        if not users:
            del message.reactions[emoji]
        _tell(world, "MESSAGE_REACTION_REMOVE", message, emoji, user)


def _tell(world: World, name: str, message: Message, emoji: str, user: User) -> None:
    channel, guild = message.channel, message.channel.guild
    data: Json = {
        "user_id": user.id,
        "channel_id": channel.id,
        "message_id": message.id,
        "message_author_id": message.author.id,
        "emoji": {"id": None, "name": emoji},
        "burst": False,
        "type": 0,
    }
    if guild is not None:
        data["guild_id"] = guild.id
        if name.endswith("ADD") and (member := guild.members.get(user.id)) is not None:
            data["member"] = member_json(member)
    world.emit(
        Event(
            name=name,
            data=data,
            guild=guild,
            channel=channel,
            intent=_IN_GUILD if guild else _DIRECT,
        )
    )
