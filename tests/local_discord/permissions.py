"""What roles and channels let a member do, computed as Discord computes it."""

from enum import IntFlag

from tests.local_discord.state import Channel, Guild, Member


class Allow(IntFlag):
    """The permissions that matter to a bot of text."""

    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EXTERNAL_APPS = 1 << 50


EVERYTHING = (1 << 53) - 1
EVERYONE = (
    Allow.VIEW_CHANNEL | Allow.SEND_MESSAGES | Allow.EMBED_LINKS | Allow.ATTACH_FILES
    | Allow.READ_MESSAGE_HISTORY | Allow.ADD_REACTIONS | Allow.USE_APPLICATION_COMMANDS
    | Allow.CREATE_PUBLIC_THREADS | Allow.SEND_MESSAGES_IN_THREADS | Allow.USE_EXTERNAL_APPS
)  # fmt: skip
"""What a new server grants to everyone."""
ASKED_BY_THE_BOT = (
    Allow.VIEW_CHANNEL | Allow.SEND_MESSAGES | Allow.EMBED_LINKS | Allow.ATTACH_FILES
    | Allow.READ_MESSAGE_HISTORY
)  # fmt: skip
IN_A_DIRECT_MESSAGE = EVERYONE


def in_guild(guild: Guild, member: Member) -> int:
    """Return a member's permissions before any channel has its say."""
    if member.user.id == guild.owner_id:
        return EVERYTHING
    granted = guild.everyone.permissions
    for role in member.roles:
        granted |= role.permissions
    return EVERYTHING if granted & Allow.ADMINISTRATOR else granted


def in_channel(channel: Channel, user_id: str) -> int:
    """Return what someone may do in a channel; threads follow their parent."""
    if channel.guild is None:
        return IN_A_DIRECT_MESSAGE if user_id in channel.recipient_ids else 0
    member = channel.guild.members.get(user_id)
    if member is None:
        return 0
    granted = in_guild(channel.guild, member)
    if granted == EVERYTHING:
        return granted
    granted = _with_overwrites(granted, channel.parent or channel, member, channel.guild)
    if not granted & Allow.VIEW_CHANNEL:
        return 0
    if not channel.is_thread and not granted & Allow.SEND_MESSAGES:
        granted &= ~(Allow.EMBED_LINKS | Allow.ATTACH_FILES | Allow.MENTION_EVERYONE)
    return granted


def _with_overwrites(granted: int, channel: Channel, member: Member, guild: Guild) -> int:
    if (everyone := channel.overwrites.get(guild.id)) is not None:
        granted = (granted & ~everyone.deny) | everyone.allow
    of_roles = [channel.overwrites[r.id] for r in member.roles if r.id in channel.overwrites]
    for overwrite in of_roles:
        granted &= ~overwrite.deny
    for overwrite in of_roles:
        granted |= overwrite.allow
    if (own := channel.overwrites.get(member.user.id)) is not None:
        granted = (granted & ~own.deny) | own.allow
    return granted
