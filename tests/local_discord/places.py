"""Servers, channels and threads come into being; the bot joins and leaves."""

from itertools import count

from tests.local_discord.basics import Json, shard_of
from tests.local_discord.payloads import guild_json, member_json, user_json
from tests.local_discord.permissions import ASKED_BY_THE_BOT, EVERYONE
from tests.local_discord.posting import tell_channel
from tests.local_discord.state import Channel, ChannelKind, Guild, Member, Message, Role, User
from tests.local_discord.world import Event, World

_SPREAD = 12
"""Servers fall on shards by turns, for every number of shards that divides this."""

_FOUNDED_MS = 100_000_000_000
"""When the first server was made, after Discord's first second: in 2018, before all else here."""


def found_guild(world: World, name: str, *, owner: User, locale: str, with_bot: bool) -> Guild:
    """Make a server with a channel "general"."""
    guild = Guild(id=_spread_id(world), name=name, owner_id=owner.id, locale=locale, has_bot=False)
    guild.roles[guild.id] = Role(
        id=guild.id, name="@everyone", permissions=int(EVERYONE), position=0
    )
    world.guilds[guild.id] = guild
    join(world, guild, owner)
    open_channel(world, guild, name="general")
    if with_bot:
        add_bot(world, guild, permissions=int(ASKED_BY_THE_BOT))
    return guild


def _spread_id(world: World) -> str:
    """Return an id by which a new server falls on the shard after the last one's.

    It is the same whenever the server is made: what a bot does may depend on a server's id.
    """
    ids = (str(moment << 22) for moment in count(_FOUNDED_MS))
    shard = len(world.guilds) % _SPREAD
    return next(i for i in ids if shard_of(i, _SPREAD) == shard and i not in world.guilds)


def open_channel(
    world: World, guild: Guild, *, name: str, kind: ChannelKind = ChannelKind.TEXT
) -> Channel:
    """Make a channel."""
    channel = Channel(
        id=world.snowflakes.next(),
        kind=kind,
        name=name,
        guild=guild,
        created_at=world.clock.now,
    )
    guild.channels[channel.id] = world.channels[channel.id] = channel
    tell_channel(world, "CHANNEL_CREATE", channel)
    return channel


def open_thread(
    world: World,
    parent: Channel,
    *,
    name: str,
    owner: User,
    kind: ChannelKind = ChannelKind.PUBLIC_THREAD,
    message: Message | None = None,
) -> Channel:
    """Make a thread in a channel, on a message, or as a post of a forum."""
    thread = Channel(
        id=message.id if message else world.snowflakes.next(),
        kind=kind,
        name=name,
        guild=parent.guild,
        parent=parent,
        owner_id=owner.id,
        created_at=world.clock.now,
    )
    world.channels[thread.id] = thread
    if parent.guild is not None:
        parent.guild.channels[thread.id] = thread
    if message is not None:
        message.thread = thread
    tell_channel(world, "THREAD_CREATE", thread)
    return thread


def close_channel(world: World, channel: Channel) -> None:
    """Delete a channel with all in it."""
    world.channels.pop(channel.id, None)
    if channel.guild is not None:
        channel.guild.channels.pop(channel.id, None)
    tell_channel(world, "THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE", channel)


def join(world: World, guild: Guild, user: User) -> Member:
    """Let somebody into a server."""
    member = Member(user=user, joined_at=world.clock.now)
    guild.members[user.id] = member
    data = member_json(member) | {"guild_id": guild.id}
    world.emit(Event(name="GUILD_MEMBER_ADD", data=data, guild=guild, intent=1 << 1))
    return member


def leave(world: World, guild: Guild, user: User) -> None:
    """Let somebody out of a server."""
    guild.members.pop(user.id)
    data: Json = {"guild_id": guild.id, "user": user_json(user)}
    world.emit(Event(name="GUILD_MEMBER_REMOVE", data=data, guild=guild, intent=1 << 1))


def add_bot(world: World, guild: Guild, *, permissions: int) -> None:
    """Let the bot into a server, with a role of its own that holds what was granted."""
    role = Role(
        id=world.snowflakes.next(),
        name=world.bot.name,
        permissions=permissions,
        bot_id=world.bot.id,
    )
    guild.roles[role.id] = role
    guild.has_bot = True
    guild.members[world.bot.id] = Member(user=world.bot, joined_at=world.clock.now, roles=[role])
    data = guild_json(guild, world.bot)
    del data["unavailable"]  # by which clients tell a server joined from one that came back
    world.emit(Event(name="GUILD_CREATE", data=data, guild=guild, intent=1))


def remove_bot(world: World, guild: Guild) -> None:
    """Remove the bot from a server, and with it its role and its commands there."""
    guild.members.pop(world.bot.id, None)
    guild.roles = {key: each for key, each in guild.roles.items() if each.bot_id is None}
    guild.has_bot = False
    world.commands.pop(guild.id, None)
    world.emit(Event(name="GUILD_DELETE", data={"id": guild.id}, guild=guild, intent=1))
