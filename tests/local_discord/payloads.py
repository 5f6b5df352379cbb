"""How people, roles, channels and servers are written on the wire."""

from tests.local_discord.basics import Json, iso
from tests.local_discord.state import (
    Channel,
    ChannelKind,
    Guild,
    Member,
    Role,
    User,
)


def user_json(user: User) -> Json:
    return {
        "id": user.id,
        "username": user.name,
        "global_name": None if user.is_bot else user.name,
        "discriminator": "0",
        "avatar": None,
        "bot": user.is_bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def member_json(member: Member, *, permissions: int | None = None, bare: bool = False) -> Json:
    """Return a member; ``bare`` without the user, as beside a message's author."""
    body: Json = {
        "roles": [role.id for role in member.roles],
        "nick": member.nick,
        "avatar": None,
        "banner": None,
        "joined_at": iso(member.joined_at),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": None,
    }
    if permissions is not None:
        body["permissions"] = str(int(permissions))
    return body if bare else body | {"user": user_json(member.user)}


def role_json(role: Role) -> Json:
    body: Json = {
        "id": role.id,
        "name": role.name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": role.position,
        "permissions": str(int(role.permissions)),
        "managed": role.bot_id is not None,
        "mentionable": role.is_mentionable,
        "flags": 0,
    }
    return body | {"tags": {"bot_id": role.bot_id}} if role.bot_id else body


def channel_json(channel: Channel) -> Json:
    if channel.kind == ChannelKind.DIRECT:
        others = [user_json(user) for user in channel.recipients if not user.is_bot]
        return {
            "id": channel.id,
            "type": 1,
            "flags": 0,
            "recipients": others,
            "last_message_id": _last_message(channel),
        }
    body: Json = {
        "id": channel.id,
        "type": int(channel.kind),
        "guild_id": channel.guild.id if channel.guild else None,
        "name": channel.name,
        "parent_id": channel.parent.id if channel.parent else None,
        "last_message_id": _last_message(channel),
        "rate_limit_per_user": 0,
        "flags": 0,
    }
    return body | (_thread_json(channel) if channel.is_thread else _place_json(channel))


def _place_json(channel: Channel) -> Json:
    overwrites = [
        {"id": each.id, "type": each.kind, "allow": str(each.allow), "deny": str(each.deny)}
        for each in channel.overwrites.values()
    ]
    body: Json = {
        "topic": channel.topic,
        "position": 0,
        "nsfw": False,
        "permission_overwrites": overwrites,
    }
    if channel.kind == ChannelKind.FORUM:
        body |= {"available_tags": [], "default_reaction_emoji": None, "default_forum_layout": 0}
    return body


def _thread_json(thread: Channel) -> Json:
    return {
        "owner_id": thread.owner_id,
        "message_count": len(thread.messages),
        "total_message_sent": len(thread.messages),
        "member_count": 1,
        "applied_tags": [],
        "thread_metadata": {
            "archived": thread.is_archived,
            "auto_archive_duration": 1440,
            "archive_timestamp": iso(thread.created_at),
            "create_timestamp": iso(thread.created_at),
            "locked": thread.is_locked,
        },
    }


def _last_message(channel: Channel) -> str | None:
    return next(reversed(channel.messages), None)


_NOTHING = (
    "afk_channel_id", "application_id", "discovery_splash", "home_header", "incidents_data",
    "max_presences", "public_updates_channel_id", "rules_channel_id", "safety_alerts_channel_id",
    "system_channel_id", "vanity_url_code", "widget_channel_id",
)  # fmt: skip
"""What a plain server has none of."""


def guild_json(guild: Guild, bot: User) -> Json:
    """Return a server as GUILD_CREATE tells it: without the members intent only the bot is in."""
    own = guild.members.get(bot.id)
    channels = list(guild.channels.values())
    return {
        "id": guild.id,
        "name": guild.name,
        "icon": None,
        "splash": None,
        "banner": None,
        "description": None,
        "owner_id": guild.owner_id,
        "afk_timeout": 300,
        **dict.fromkeys(_NOTHING),
        "nsfw": False,
        "region": "deprecated",
        "widget_enabled": False,
        "max_members": 500_000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "premium_subscription_count": 0,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": guild.locale,
        "system_channel_flags": 0,
        "features": [],
        "roles": [role_json(role) for role in guild.roles.values()],
        "emojis": [],
        "stickers": [],
        "large": False,
        "unavailable": False,
        "joined_at": iso(own.joined_at) if own else None,
        "member_count": len(guild.members),
        "members": [member_json(own)] if own else [],
        "channels": [channel_json(each) for each in channels if not each.is_thread],
        "threads": [channel_json(each) for each in channels if each.is_thread],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }
