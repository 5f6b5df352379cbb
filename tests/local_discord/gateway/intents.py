"""Which events a session gets, and what it may read in them."""

from enum import IntFlag

from tests.local_discord.basics import Json, shard_of
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.state import Message, User
from tests.local_discord.world import Event


class Intent(IntFlag):
    """The intents that matter here."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_REACTIONS = 1 << 10
    GUILD_TYPING = 1 << 11
    DIRECT_MESSAGES = 1 << 12
    DIRECT_REACTIONS = 1 << 13
    DIRECT_TYPING = 1 << 14
    MESSAGE_CONTENT = 1 << 15


PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT
KNOWN = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25
_WITHHELD: Json = {"content": "", "embeds": [], "attachments": [], "components": []}


def wants(event: Event, *, intents: int, shard: tuple[int, int], bot: User) -> bool:
    """Say whether a session is told of an event at all."""
    index, count = shard
    if (shard_of(event.guild.id, count) if event.guild else 0) != index:
        return False
    if event.name == "INTERACTION_CREATE":
        return True  # whatever the intents, and in servers where the bot itself is not
    if event.intent and not intents & event.intent:
        return False
    if event.guild is not None and not event.guild.has_bot:
        return event.name == "GUILD_DELETE"
    if event.channel is None or event.name.startswith("CHANNEL_"):
        return True
    return bool(in_channel(event.channel, bot.id) & Allow.VIEW_CHANNEL)


def readable(event: Event, *, intents: int, bot: User) -> Json:
    """Return an event's data, without what needs the intent for message content."""
    if event.message is None:
        return event.data
    return withheld(event.data, event.message, may_read=bool(intents & 1 << 15), bot=bot)


def withheld(data: Json, message: Message, *, may_read: bool, bot: User) -> Json:
    """Return a message with its content taken out where the bot may not read it."""
    shown = data if may_read or is_addressed(message, bot) else data | _WITHHELD
    referred = message.reply_to
    if referred is not None and data.get("referenced_message") is not None:
        inner = withheld(data["referenced_message"], referred, may_read=may_read, bot=bot)
        shown = shown | {"referenced_message": inner}
    return shown


def is_addressed(message: Message, bot: User) -> bool:
    """Say whether a bot may read a message without any intent."""
    return message.author is bot or bot in message.mentions or message.channel.guild is None
