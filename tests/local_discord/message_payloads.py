"""How messages and interactions are written on the wire."""

from tests.local_discord.basics import Json, iso
from tests.local_discord.components import LOADING
from tests.local_discord.payloads import channel_json, member_json, user_json
from tests.local_discord.permissions import in_channel, in_guild
from tests.local_discord.state import Attachment, Interaction, Message, User


def attachment_json(attachment: Attachment) -> Json:
    body: Json = {
        "id": attachment.id,
        "filename": attachment.filename,
        "size": len(attachment.data),
        "url": attachment.url,
        "proxy_url": attachment.url,
        "content_type": attachment.content_type,
    }
    if attachment.description:
        body["description"] = attachment.description
    if attachment.content_type.startswith("image/"):
        body |= {"width": 1, "height": 1}
    return body | {"ephemeral": True} if attachment.is_ephemeral else body


def message_json(message: Message, *, reader_id: str, depth: int = 1) -> Json:
    """Return a message as the REST answers show it."""
    body: Json = {
        "id": message.id,
        "channel_id": message.channel.id,
        "type": message.kind,
        "content": message.content,
        "author": user_json(message.author),
        "timestamp": iso(message.created_at),
        "edited_timestamp": iso(message.edited_at),
        "tts": False,
        "pinned": False,
        "flags": message.flags,
        "mentions": [user_json(user) for user in message.mentions],
        "mention_roles": list(message.mentioned_roles),
        "mention_everyone": message.mentions_everyone,
        "attachments": [attachment_json(each) for each in message.attachments],
        "embeds": message.embeds,
        "components": message.components,
    }
    if message.nonce is not None:
        body["nonce"] = message.nonce
    if message.reactions:
        body["reactions"] = _reactions_json(message, reader_id)
    if message.thread is not None:
        body["thread"] = channel_json(message.thread)
    return body | _reference_json(message, reader_id, depth) | _origin_json(message)


def _reactions_json(message: Message, reader_id: str) -> list[Json]:
    return [
        {
            "emoji": {"id": None, "name": emoji},
            "count": len(users),
            "count_details": {"burst": 0, "normal": len(users)},
            "me": reader_id in users,
            "me_burst": False,
            "burst_colors": [],
        }
        for emoji, users in message.reactions.items()
    ]


def _reference_json(message: Message, reader_id: str, depth: int) -> Json:
    referred = message.reply_to
    if referred is None:
        return {}
    guild = {"guild_id": referred.channel.guild.id} if referred.channel.guild else {}
    reference: Json = {"type": 0, "message_id": referred.id, "channel_id": referred.channel.id}
    body: Json = {"message_reference": reference | guild}
    if depth and referred.is_deleted:
        body["referenced_message"] = None
    elif depth:
        body["referenced_message"] = message_json(referred, reader_id=reader_id, depth=depth - 1)
    return body


def _origin_json(message: Message) -> Json:
    interaction = message.interaction
    if interaction is None:
        return {}
    bot_id = message.author.id
    return {
        "webhook_id": bot_id,
        "application_id": bot_id,
        "interaction_metadata": metadata_json(interaction),
    }


def metadata_json(interaction: Interaction) -> Json:
    """Return what a message tells of the interaction that it answers."""
    body: Json = {
        "id": interaction.id,
        "type": interaction.kind,
        "user": user_json(interaction.user),
        "authorizing_integration_owners": interaction.owners,
    }
    if interaction.kind == 2:
        body["command_type"] = interaction.data["type"]
        body["name"] = interaction.data["name"]
    if interaction.kind == 3 and interaction.source is not None:
        body["interacted_message_id"] = interaction.source.id
    if interaction.kind == 5 and interaction.origin is not None:
        body["triggering_interaction_metadata"] = metadata_json(interaction.origin)
    return body


def interaction_json(interaction: Interaction, bot: User, *, size_limit: int) -> Json:
    """Return an interaction as INTERACTION_CREATE tells it."""
    channel, guild, user = interaction.channel, interaction.guild, interaction.user
    body: Json = {
        "id": interaction.id,
        "application_id": bot.id,
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": channel.id,
        "channel": channel_json(channel) | {"permissions": str(int(in_channel(channel, user.id)))},
        "locale": user.locale,
        "app_permissions": str(int(in_channel(channel, bot.id))),
        "authorizing_integration_owners": interaction.owners,
        "context": interaction.context,
        "entitlements": [],
        "attachment_size_limit": size_limit,
    }
    if guild is None:
        body["user"] = user_json(user)
    else:
        allowed = in_channel(channel, user.id) or in_guild(guild, guild.members[user.id])
        body |= {
            "guild_id": guild.id,
            "guild": {"id": guild.id, "locale": guild.locale, "features": []},
            "guild_locale": guild.locale,
            "member": member_json(guild.members[user.id], permissions=allowed),
        }
    if interaction.source is not None:
        body["message"] = message_json(interaction.source, reader_id=bot.id)
    return body


def callback_json(interaction: Interaction, kind: int, bot: User) -> Json:
    """Return the answer to a callback that asked for a response."""
    original = interaction.original
    told: Json = {"id": interaction.id, "type": interaction.kind}
    body: Json = {"interaction": told}
    if original is not None and kind in (4, 5, 7):
        told |= {
            "response_message_id": original.id,
            "response_message_loading": bool(original.flags & LOADING),
            "response_message_ephemeral": original.is_ephemeral,
        }
    if original is not None and kind in (4, 7):
        message = message_json(original, reader_id=bot.id)
        body["resource"] = {"type": kind, "message": message}
    return body
