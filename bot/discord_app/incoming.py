"""What members do on Discord, as the assistant hears it."""

import asyncio
import re
from functools import partial

import discord

from bot.discord_app.retries import patiently
from bot.discord_app.surroundings import ServerSurroundings
from core.assistant.incoming import Attachment, Sender
from core.assistant.surroundings import Nowhere, Surroundings
from core.assistant.wording import say
from core.domain.identity import CommunityId, MemberId
from core.errors import InvalidValue, NotFound

MAX_FILE_BYTES = 8 * 2**20
FAMILY = "discord:"
"""How the ids of all communities of Discord begin."""


_MENTION = re.compile(r"<@!?(\d{1,20})>")
"""How a message's text names a member."""


def community_of(guild_id: int | None, user_id: int) -> CommunityId:
    """Return the community of a server, or of one person's direct messages."""
    return CommunityId(f"{FAMILY}{guild_id}" if guild_id else f"{FAMILY}dm:{user_id}")


def is_server(community: CommunityId) -> bool:
    """Return whether a community is a Discord server."""
    return bool(server_of(community))


def server_of(community: CommunityId) -> str:
    """Return the id of a community's server; empty where it is none."""
    family, name = community[: len(FAMILY)], community[len(FAMILY) :]
    return name if family == FAMILY and name.isdigit() else ""


def user_of(member: MemberId) -> int:
    """Return a member's id on Discord."""
    return int(member.removeprefix(FAMILY))


def sender_of(interaction: discord.Interaction) -> Sender:
    """Return who used a command, a button or a form, and where.

    In a server that has not installed the bot itself, a member who has speaks for themselves.
    """
    user = interaction.user
    guild_id = interaction.guild_id if interaction.is_guild_integration() else None
    is_member = guild_id is not None and isinstance(user, discord.Member)
    return Sender(
        community=community_of(guild_id, user.id),
        member=MemberId(f"discord:{user.id}"),
        name=user.display_name,
        locale=str(interaction.locale),
        place=place_of(interaction.channel, interaction.channel_id) if guild_id else None,
        thread=_thread_of(interaction.channel),
        is_direct=interaction.guild_id is None,
        roles=_roles(user),
        is_manager=interaction.permissions.manage_guild if is_member else True,
        surroundings=_surroundings(user) if is_member else Nowhere(),
    )


def is_of_another(interaction: discord.Interaction) -> bool:
    """Return whether a card is one that another member brought along, about their own rows.

    Others see such a card where the bot is not installed itself; who presses it would act on rows
    of their own that have the same numbers.
    """
    is_between_two = interaction.context.dm_channel
    is_theirs = interaction.is_guild_integration() or interaction.is_user_integration()
    return not is_between_two and not is_theirs


def sender_of_message(message: discord.Message, locale: str) -> Sender:
    """Return who wrote a message, and where."""
    user, guild = message.author, message.guild
    allowed = user.guild_permissions if isinstance(user, discord.Member) else None
    return Sender(
        community=community_of(guild.id if guild else None, user.id),
        member=MemberId(f"discord:{user.id}"),
        name=user.display_name,
        locale=locale,
        place=place_of(message.channel, message.channel.id) if guild else None,
        thread=_thread_of(message.channel),
        is_overheard=guild is not None,
        is_direct=guild is None,
        roles=_roles(user),
        is_manager=allowed is None or allowed.manage_guild,
        surroundings=_surroundings(user),
    )


async def sender_at(
    home: str, client: discord.Client, user: discord.User | discord.Member, locale: str
) -> Sender:
    """Return who answers a card that speaks for a server elsewhere, as the member they are there.

    Raises:
        NotFound: they or the bot have left it.
    """
    return sender_as(await member_at(home, client, user, locale), locale)


async def member_at(
    home: str, client: discord.Client, user: discord.User | discord.Member, locale: str
) -> discord.Member:
    """Return somebody as the member of a server that they are now.

    Raises:
        NotFound: they or the bot have left it.
    """
    try:
        return await _member_of(client, int(home), user.id)
    except (discord.NotFound, discord.Forbidden, ValueError):
        raise NotFound(say("left the server", locale=locale)) from None


def sender_as(member: discord.Member, locale: str) -> Sender:
    """Return a member who speaks for their server, in none of its channels."""
    return Sender(
        community=community_of(member.guild.id, 0),
        member=MemberId(f"discord:{member.id}"),
        name=member.display_name,
        locale=locale,
        is_direct=True,
        roles=_roles(member),
        is_manager=member.guild_permissions.manage_guild,
        surroundings=_surroundings(member),
    )


async def _member_of(client: discord.Client, guild_id: int, user_id: int) -> discord.Member:
    """Return a member as Discord knows them now; the bot is not told of changes."""
    guild = client.get_guild(guild_id)
    if guild is None:  # it is another process's
        guild = await patiently(lambda: client.fetch_guild(guild_id))
    return await patiently(partial(guild.fetch_member, user_id))


def _thread_of(channel: object) -> str | None:
    return str(channel.id) if isinstance(channel, discord.Thread) else None


def place_of(channel: object, channel_id: int | None) -> str | None:
    """Return a channel's id; a thread or forum post goes by the channel it hangs from."""
    if isinstance(channel, discord.Thread):
        return str(channel.parent_id)
    return str(channel_id) if channel_id else None


def _surroundings(user: discord.User | discord.Member) -> Surroundings:
    return ServerSurroundings(user.guild, user) if isinstance(user, discord.Member) else Nowhere()


def _roles(user: discord.User | discord.Member) -> frozenset[str]:
    if not isinstance(user, discord.Member):
        return frozenset()
    return frozenset(str(role.id) for role in user.roles)


def addressed_text(message: discord.Message, me: discord.ClientUser) -> str | None:
    """Return what a message says to the bot; None where it is not meant for it.

    It is in direct messages, where the bot or its role is mentioned, and in replies that ping it.
    """
    roles = {role.id for role in message.role_mentions if role.tags and role.tags.bot_id == me.id}
    is_addressed = message.guild is None or bool(roles) or me in message.mentions
    if not is_addressed:
        return None
    ids = "|".join(map(str, (me.id, *roles)))
    said = re.sub(rf"<@[!&]?(?:{ids})>[,:]?", " ", message.content).strip()
    said = _with_names(said, message)
    return said or words_of(message) if message.message_snapshots else said


def is_unreadable(message: discord.Message, me: discord.ClientUser) -> bool:
    """Return whether a message names the bot's role alone, so that Discord withholds its words."""
    is_readable = message.guild is None or me in message.mentions
    return not is_readable and not (message.content or message.attachments)


def words_of(message: discord.Message) -> str:
    """Return what a message says: its own words, else what it forwards or what its embeds say."""
    if message.content:
        return _with_names(message.content, message)
    forwarded = [each.content for each in message.message_snapshots if each.content]
    embedded = [text for each in message.embeds for text in _words_of_embed(each)]
    return _with_names("\n".join(forwarded or embedded), message)


def _with_names(text: str, message: discord.Message) -> str:
    """Return a text with the members that it mentions by name; those not known are left out.

    Of a name only the letters are kept: a figure in it would be read as a value.
    """
    names = {each.id: "".join(filter(str.isalpha, each.display_name)) for each in message.mentions}

    def named(found: re.Match[str]) -> str:
        name = names.get(int(found[1]), "")
        return f"@{name}" if name else ""

    return _MENTION.sub(named, text).strip()


def _words_of_embed(embed: discord.Embed) -> list[str]:
    fields = [f"{each.name}: {each.value}" for each in embed.fields]
    return [text for text in (embed.title, embed.description, *fields) if text]


async def read_file(file: discord.Attachment | None, locale: str) -> Attachment | None:
    """Return an uploaded file's content.

    Raises:
        InvalidValue: it is too large.
    """
    if file is None:
        return None
    if file.size > MAX_FILE_BYTES:
        size, limit = file.size / 2**20, MAX_FILE_BYTES // 2**20
        raise InvalidValue(
            say("upload too large", locale=locale, size=f"{size:.1f}", limit=str(limit))
        )
    async with asyncio.timeout(60):
        return Attachment(name=file.filename, content=await file.read())
