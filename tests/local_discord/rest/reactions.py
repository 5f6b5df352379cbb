"""Reactions, and the sign that somebody types."""

from urllib.parse import unquote

from tests.local_discord.basics import Json
from tests.local_discord.errors import DiscordError, missing_permissions
from tests.local_discord.payloads import user_json
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.reacting import react, unreact
from tests.local_discord.rest.call import Call, Routes
from tests.local_discord.state import Message

routes = Routes()
_EMOJI = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}"


@routes.on("PUT", _EMOJI + "/@me")
async def add(call: Call) -> None:
    message = _message(call)
    allowed = in_channel(message.channel, call.world.bot.id)
    if not allowed & Allow.READ_MESSAGE_HISTORY:
        raise missing_permissions()
    if _emoji(call) not in message.reactions and not allowed & Allow.ADD_REACTIONS:
        raise missing_permissions()
    react(call.world, message, _emoji(call), call.world.bot)


@routes.on("DELETE", _EMOJI + "/@me")
async def remove_own(call: Call) -> None:
    unreact(call.world, _message(call), _emoji(call), call.world.bot)


@routes.on("DELETE", _EMOJI + "/{user_id}")
async def remove_from_user(call: Call) -> None:
    message = _message(call)
    if not in_channel(message.channel, call.world.bot.id) & Allow.MANAGE_MESSAGES:
        raise missing_permissions()
    unreact(call.world, message, _emoji(call), call.world.users[call.params["user_id"]])


@routes.on("GET", _EMOJI)
async def who(call: Call) -> list[Json]:
    users = _message(call).reactions.get(_emoji(call), [])
    return [user_json(call.world.users[each]) for each in users]


@routes.on("POST", "/channels/{channel_id}/typing")
async def typing(call: Call) -> None:
    channel = call.world.channel(call.params["channel_id"])
    if not in_channel(channel, call.world.bot.id) & Allow.SEND_MESSAGES:
        raise missing_permissions()
    call.world.typing.append(channel)
    call.world.changes.tell()


def _message(call: Call) -> Message:
    channel = call.world.channel(call.params["channel_id"])
    return call.world.message(channel, call.params["message_id"])


def _emoji(call: Call) -> str:
    emoji = unquote(call.params["emoji_name"])
    if emoji.isascii() and ":" not in emoji:
        raise DiscordError(400, 10014, "Unknown Emoji")
    return emoji
