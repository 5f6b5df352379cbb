"""Messages of channels, as the bot sends, reads, changes and removes them."""

from collections.abc import Sequence
from datetime import timedelta

from tests.local_discord.basics import Json
from tests.local_discord.errors import (
    DiscordError,
    InvalidForm,
    missing_access,
    missing_permissions,
)
from tests.local_discord.gateway.intents import Intent, withheld
from tests.local_discord.message_payloads import message_json
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.posting import Draft, delete, edit, post
from tests.local_discord.rest.call import Call, Routes
from tests.local_discord.state import Channel, ChannelKind, Message
from tests.local_discord.world import World

routes = Routes()
NONCE_LASTS = timedelta(minutes=3)
"""For how long a repeated nonce means the same message; Discord says: the past few minutes."""
_ALL = "/channels/{channel_id}/messages"
_ONE = _ALL + "/{message_id}"
_WITHOUT_TEXT = (ChannelKind.FORUM, ChannelKind.CATEGORY)


@routes.on("POST", _ALL)
async def create(call: Call) -> Json:
    channel = call.world.channel(call.params["channel_id"])
    check_may_send(call.world, channel, call.json, has_files=bool(call.uploads))
    draft = Draft(body=call.json, uploads=call.uploads)
    if (same := _already_sent(call, channel)) is not None:
        return message_json(same, reader_id=call.world.bot.id)
    message = post(call.world, channel, call.world.bot, draft, reply_to=_referred(call, channel))
    return message_json(message, reader_id=call.world.bot.id)


@routes.on("GET", _ALL)
async def history(call: Call) -> list[Json]:
    channel = call.world.channel(call.params["channel_id"])
    check_may_read(call.world, channel)
    public = [each for each in channel.messages.values() if not each.is_ephemeral]
    return [seen(call.world, each) for each in _page(public, call.query)]


@routes.on("GET", _ONE)
async def fetch(call: Call) -> Json:
    channel = call.world.channel(call.params["channel_id"])
    check_may_read(call.world, channel)
    return seen(call.world, call.world.message(channel, call.params["message_id"]))


@routes.on("PATCH", _ONE)
async def change(call: Call) -> Json:
    channel = call.world.channel(call.params["channel_id"])
    message = call.world.message(channel, call.params["message_id"])
    if message.author is not call.world.bot:
        raise DiscordError(403, 50005, "Cannot edit a message authored by another user")
    changed = edit(call.world, message, Draft(body=call.json, uploads=call.uploads))
    return message_json(changed, reader_id=call.world.bot.id)


@routes.on("DELETE", _ONE)
async def remove(call: Call) -> None:
    channel = call.world.channel(call.params["channel_id"])
    message = call.world.message(channel, call.params["message_id"])
    is_own = message.author is call.world.bot
    if not is_own and not in_channel(channel, call.world.bot.id) & Allow.MANAGE_MESSAGES:
        raise missing_permissions()
    delete(call.world, message)


def check_may_send(world: World, channel: Channel, body: Json, *, has_files: bool) -> None:
    """Check that the bot may send such a message.

    Raises:
        DiscordError: a permission is missing (50013), the person takes no direct messages
            (50007), the channel takes no text (50008), or the thread is archived (50083).
    """
    if channel.kind in _WITHOUT_TEXT:
        raise DiscordError(400, 50008, "Cannot send messages in a non-text channel")
    if any(not user.accepts_direct_messages for user in channel.recipients):
        raise DiscordError(403, 50007, "Cannot send messages to this user")
    needed = Allow.SEND_MESSAGES_IN_THREADS if channel.is_thread else Allow.SEND_MESSAGES
    if has_files:
        needed |= Allow.ATTACH_FILES
    if body.get("embeds"):
        needed |= Allow.EMBED_LINKS
    if needed & ~in_channel(channel, world.bot.id):
        raise missing_permissions()
    if channel.is_thread and (channel.is_locked or channel.is_archived):
        raise DiscordError(400, 50083, "Thread is archived")


def check_may_read(world: World, channel: Channel) -> None:
    """Check that the bot may read what was written before.

    Raises:
        DiscordError: it may not (50001).
    """
    if not in_channel(channel, world.bot.id) & Allow.READ_MESSAGE_HISTORY:
        raise missing_access()


def seen(world: World, message: Message) -> Json:
    """Return a message as the bot may read it."""
    may_read = bool(world.application.privileged_intents & Intent.MESSAGE_CONTENT)
    data = message_json(message, reader_id=world.bot.id)
    return withheld(data, message, may_read=may_read, bot=world.bot)


def _already_sent(call: Call, channel: Channel) -> Message | None:
    """Return the message that an earlier try has sent, where the nonce is to be enforced."""
    nonce = call.json.get("nonce")
    if nonce is None or not call.json.get("enforce_nonce"):
        return None
    since = call.world.clock.now - NONCE_LASTS
    for message in channel.messages.values():
        is_same = message.nonce == nonce and message.author is call.world.bot
        if is_same and message.created_at >= since:
            return message
    return None


def _referred(call: Call, channel: Channel) -> Message | None:
    reference = call.json.get("message_reference")
    if not reference:
        return None
    if not in_channel(channel, call.world.bot.id) & Allow.READ_MESSAGE_HISTORY:
        raise DiscordError(403, 160002, "Cannot reply without permission to read message history")
    try:
        return call.world.message(channel, str(reference["message_id"]))
    except DiscordError:
        if reference.get("fail_if_not_exists", True):
            code = "REPLIES_UNKNOWN_MESSAGE"
            raise InvalidForm(("message_reference",), code, "Unknown message") from None
        return None


def _page(messages: Sequence[Message], query: dict[str, str]) -> list[Message]:
    limit = int(query.get("limit", 50))
    if not 1 <= limit <= 100:
        raise InvalidForm(("limit",), "NUMBER_TYPE_MAX", "int value should be 1 to 100.")
    if "after" in query:
        later = [each for each in messages if int(each.id) > int(query["after"])]
        return list(reversed(later[:limit]))
    if "around" in query:
        near = sorted(messages, key=lambda each: abs(int(each.id) - int(query["around"])))
        return sorted(near[:limit], key=lambda each: int(each.id), reverse=True)
    before = int(query.get("before", 1 << 63))
    return list(reversed([each for each in messages if int(each.id) < before]))[:limit]
