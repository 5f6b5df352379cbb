"""Channels and threads."""

from tests.local_discord.basics import Json
from tests.local_discord.errors import missing_permissions
from tests.local_discord.message_payloads import message_json
from tests.local_discord.payloads import channel_json
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.places import open_thread
from tests.local_discord.posting import Draft, post, tell_channel
from tests.local_discord.rest.call import Call, Routes
from tests.local_discord.rest.messages import check_may_send
from tests.local_discord.rules.lengths import check_length
from tests.local_discord.state import Channel, ChannelKind

routes = Routes()


@routes.on("GET", "/channels/{channel_id}")
async def fetch(call: Call) -> Json:
    return channel_json(call.world.channel(call.params["channel_id"]))


@routes.on("PATCH", "/channels/{channel_id}")
async def change(call: Call) -> Json:
    channel = call.world.channel(call.params["channel_id"])
    needed = Allow.MANAGE_THREADS if channel.is_thread else Allow.MANAGE_CHANNELS
    is_own = channel.is_thread and channel.owner_id == call.world.bot.id
    if not is_own and not in_channel(channel, call.world.bot.id) & needed:
        raise missing_permissions()
    channel.name = call.json.get("name", channel.name)
    channel.is_archived = call.json.get("archived", channel.is_archived)
    tell_channel(call.world, "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE", channel)
    return channel_json(channel)


@routes.on("POST", "/channels/{channel_id}/threads")
async def start_thread(call: Call) -> Json:
    parent = call.world.channel(call.params["channel_id"])
    check_length(call.json.get("name"), least=1, most=100, path=("name",))
    if parent.kind == ChannelKind.FORUM:
        return _post_in_forum(call, parent)
    kind = ChannelKind(call.json.get("type") or ChannelKind.PRIVATE_THREAD)
    _check_may_open(call, parent, kind)
    thread = open_thread(
        call.world, parent, name=call.json["name"], owner=call.world.bot, kind=kind
    )
    return channel_json(thread)


@routes.on("POST", "/channels/{channel_id}/messages/{message_id}/threads")
async def start_thread_on_message(call: Call) -> Json:
    parent = call.world.channel(call.params["channel_id"])
    check_length(call.json.get("name"), least=1, most=100, path=("name",))
    _check_may_open(call, parent, ChannelKind.PUBLIC_THREAD)
    message = call.world.message(parent, call.params["message_id"])
    thread = open_thread(
        call.world, parent, name=call.json["name"], owner=call.world.bot, message=message
    )
    return channel_json(thread)


@routes.on("PUT", "/channels/{channel_id}/thread-members/@me")
async def join(call: Call) -> None:
    call.world.channel(call.params["channel_id"])


def _check_may_open(call: Call, parent: Channel, kind: ChannelKind) -> None:
    is_public = kind == ChannelKind.PUBLIC_THREAD
    needed = Allow.CREATE_PUBLIC_THREADS if is_public else Allow.CREATE_PRIVATE_THREADS
    if not in_channel(parent, call.world.bot.id) & needed:
        raise missing_permissions()


def _post_in_forum(call: Call, forum: Channel) -> Json:
    body = call.json.get("message") or {}
    if not in_channel(forum, call.world.bot.id) & Allow.SEND_MESSAGES:
        raise missing_permissions()
    thread = open_thread(call.world, forum, name=call.json["name"], owner=call.world.bot)
    check_may_send(call.world, thread, body, has_files=bool(call.uploads))
    draft = Draft(body=body, uploads=call.uploads, path=("message",))
    message = post(call.world, thread, call.world.bot, draft)
    return channel_json(thread) | {"message": message_json(message, reader_id=call.world.bot.id)}
