"""Messages come, change and go, whoever sends them."""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.local_discord.basics import Json
from tests.local_discord.components import COMPONENTS_V2, EPHEMERAL, LOADING, media_of, texts, walk
from tests.local_discord.errors import DiscordError, InvalidForm
from tests.local_discord.files import Upload
from tests.local_discord.mentions import pinged_by
from tests.local_discord.message_payloads import message_json
from tests.local_discord.payloads import channel_json, member_json
from tests.local_discord.rules.lengths import Path
from tests.local_discord.rules.messages import check_message
from tests.local_discord.state import Attachment, Channel, Interaction, Message, User
from tests.local_discord.world import Event, World

GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 9, 1 << 12
REPLY, COMMAND, MENU = 19, 20, 23
_SETTABLE = (1 << 2) | (1 << 12) | COMPONENTS_V2
"""Suppressed embeds, silent, components v2."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A message as its author sends it: the JSON body and the files."""

    body: Json
    uploads: list[Upload] = field(default_factory=list)
    path: Path = ()


def post(
    world: World,
    channel: Channel,
    author: User,
    draft: Draft,
    *,
    reply_to: Message | None = None,
    interaction: Interaction | None = None,
    visible_to: User | None = None,
) -> Message:
    """Put a message into a channel.

    Raises:
        DiscordError: it breaks a rule.
    """
    body = draft.body
    check_sizes(world, draft.uploads)
    filenames = [upload.filename for upload in draft.uploads]
    check_message(body, filenames=filenames, path=draft.path)
    attachments = world.store(described(draft), ephemeral=visible_to is not None)
    message = Message(
        id=world.snowflakes.next(),
        channel=channel,
        author=author,
        content=body.get("content") or "",
        created_at=world.clock.now,
        kind=_kind(reply_to, interaction),
        flags=(body.get("flags") or 0) & _SETTABLE | (EPHEMERAL if visible_to else 0),
        components=finished(body.get("components") or [], attachments),
        embeds=_embeds(body.get("embeds") or []),
        attachments=attachments,
        reply_to=reply_to,
        interaction=interaction,
        nonce=body.get("nonce"),
        visible_to=visible_to,
    )
    set_mentions(world, message, body.get("allowed_mentions"))
    world.show(message)
    return add(world, message)


def add(world: World, message: Message) -> Message:
    """Put a finished message into its channel and tell of it."""
    message.channel.messages[message.id] = message
    tell(world, "MESSAGE_CREATE", message)
    return message


def set_mentions(world: World, message: Message, allowed: Json | None) -> None:
    """Work out whom a message pings."""
    pinged = pinged_by(
        "\n".join([message.content, *texts(message.components)]),
        author=message.author,
        channel=message.channel,
        users=world.users,
        reply_to=message.reply_to,
        allowed=allowed,
        pings_answers=world.application.pings_answers,
    )
    message.mentions = pinged.users
    message.mentioned_roles = pinged.roles
    message.mentions_everyone = pinged.everyone


def edit(world: World, message: Message, draft: Draft) -> Message:
    """Change a message; what the body does not name stays.

    Raises:
        DiscordError: the message would then break a rule.
    """
    body = draft.body
    _check_flags(message, body)
    check_sizes(world, draft.uploads)
    kept = _kept(message, body)
    merged: Json = {
        "content": body.get("content", message.content),
        "embeds": body.get("embeds", message.embeds),
        "components": body.get("components", message.components),
        "flags": message.flags | ((body.get("flags") or 0) & _SETTABLE),
    }
    names = [each.filename for each in kept] + [each.filename for each in draft.uploads]
    check_message(merged, filenames=names, path=draft.path)
    message.earlier.append(message.text)
    new = world.store(described(draft), ephemeral=message.is_ephemeral)
    message.attachments = [*kept, *new]
    message.content = merged["content"] or ""
    message.embeds = _embeds(merged["embeds"] or [])
    message.components = finished(merged["components"] or [], message.attachments)
    if not message.flags & LOADING:
        message.edited_at = world.clock.now
    message.flags = merged["flags"] & ~LOADING
    set_mentions(world, message, body.get("allowed_mentions"))
    world.show(message)
    tell(world, "MESSAGE_UPDATE", message)
    return message


def delete(world: World, message: Message) -> None:
    """Remove a message."""
    message.is_deleted = True
    message.channel.messages.pop(message.id, None)
    for attachment in message.attachments:
        world.attachments.pop(attachment.id, None)
    if message.is_ephemeral:
        world.changes.tell()
        return
    channel = message.channel
    data: Json = {"id": message.id, "channel_id": channel.id}
    if channel.guild is not None:
        data["guild_id"] = channel.guild.id
    world.emit(
        Event(
            name="MESSAGE_DELETE",
            data=data,
            guild=channel.guild,
            channel=channel,
            intent=GUILD_MESSAGES if channel.guild else DIRECT_MESSAGES,
        )
    )


def tell(world: World, name: str, message: Message) -> None:
    """Tell the gateway of a message; nobody is told of an ephemeral one."""
    if message.is_ephemeral:
        world.changes.tell()
        return
    channel, guild = message.channel, message.channel.guild
    data = message_json(message, reader_id=world.bot.id) | {"channel_type": int(channel.kind)}
    if guild is not None:
        data["guild_id"] = guild.id
        if (member := guild.members.get(message.author.id)) is not None:
            data["member"] = member_json(member, bare=True)
    intent = GUILD_MESSAGES if guild else DIRECT_MESSAGES
    world.emit(
        Event(name=name, data=data, guild=guild, channel=channel, intent=intent, message=message)
    )


def tell_channel(world: World, name: str, channel: Channel) -> None:
    """Tell the gateway of a channel or thread."""
    data = channel_json(channel) | ({"newly_created": True} if name == "THREAD_CREATE" else {})
    world.emit(Event(name=name, data=data, guild=channel.guild, channel=channel, intent=1))


def described(draft: Draft) -> list[Upload]:
    """Return the files with the names and descriptions that the body gives them."""
    told = {str(each["id"]): each for each in draft.body.get("attachments") or []}
    return [
        Upload(
            filename=told.get(str(position), {}).get("filename") or upload.filename,
            data=upload.data,
            description=told.get(str(position), {}).get("description"),
        )
        for position, upload in enumerate(draft.uploads)
    ]


def check_sizes(world: World, uploads: Sequence[Upload]) -> None:
    """Check that the files are small enough.

    Raises:
        DiscordError: one is not (40005).
    """
    if any(len(upload.data) > world.application.file_size_limit for upload in uploads):
        raise DiscordError(413, 40005, "Request entity too large")


def finished(components: Iterable[Json], attachments: Sequence[Attachment]) -> list[Json]:
    """Return components as the server keeps them: numbered, their media resolved."""
    kept = copy.deepcopy(list(components))
    by_name = {each.filename: each for each in attachments}
    taken = {each["id"] for each in walk(kept) if each.get("id")}
    free = (number for number in range(1, 10_000) if number not in taken)
    for component in walk(kept):
        if not component.get("id"):
            component["id"] = next(free)
        for item in component.get("items") or []:
            item.setdefault("description", None)
        for media in media_of(component):
            attachment = by_name.get(str(media["url"]).removeprefix("attachment://"))
            media |= {"id": str(component["id"]), "proxy_url": media["url"], "loading_state": 2}
            if attachment is not None:
                media |= {
                    "id": attachment.id,
                    "url": attachment.url,
                    "proxy_url": attachment.url,
                    "content_type": attachment.content_type,
                    "attachment_id": attachment.id,
                }
    return kept


def _embeds(embeds: Sequence[Json]) -> list[Json]:
    return [{"type": "rich", **copy.deepcopy(embed)} for embed in embeds]


def _kind(reply_to: Message | None, interaction: Interaction | None) -> int:
    if interaction is not None and interaction.kind == 2:
        return COMMAND if interaction.data["type"] == 1 else MENU
    return REPLY if reply_to is not None else 0


def _check_flags(message: Message, body: Json) -> None:
    flags = body.get("flags")
    if message.is_v2 and flags is not None and not flags & COMPONENTS_V2:
        message_text = "The IS_COMPONENTS_V2 flag cannot be removed from a message"
        raise InvalidForm(("flags",), "MESSAGE_FLAGS_COMPONENTS_V2_CANNOT_BE_REMOVED", message_text)


def _kept(message: Message, body: Json) -> list[Attachment]:
    if body.get("attachments") is None:
        return message.attachments
    named = {str(each["id"]) for each in body["attachments"]}
    return [each for each in message.attachments if each.id in named]
