"""What the server knows: servers, channels, members, messages, interactions."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from tests.local_discord.basics import Json
from tests.local_discord.components import COMPONENTS_V2, EPHEMERAL, labels, texts

_COMMAND = re.compile(r"</([^:<>]+):\d+>")
"""A command that can be clicked, which is shown as ``/task list``."""


class ChannelKind(IntEnum):
    """The channel types that a bot of text meets."""

    TEXT = 0
    DIRECT = 1
    CATEGORY = 4
    ANNOUNCEMENT = 5
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    FORUM = 15


class _Named:
    """Shows itself in a line, however much hangs on it."""

    __slots__ = ()

    def __repr__(self) -> str:
        told = (getattr(self, key, None) for key in ("name", "title", "content", "user", "id"))
        return f"<{type(self).__name__} {next(filter(None, told))!r}>"


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class User(_Named):
    """A person or the bot."""

    id: str
    name: str
    locale: str = "en-US"
    is_bot: bool = False
    accepts_direct_messages: bool = True
    has_installed: bool = False

    @property
    def mention(self) -> str:
        """What pings them."""
        return f"<@{self.id}>"


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Role(_Named):
    """A role of a server."""

    id: str
    name: str
    permissions: int
    position: int = 1
    is_mentionable: bool = False
    bot_id: str | None = None


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Member(_Named):
    """A user in a server."""

    user: User
    joined_at: datetime
    roles: list[Role] = field(default_factory=list)
    nick: str | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Overwrite:
    """What a channel grants or takes from a role (kind 0) or a member (kind 1)."""

    id: str
    kind: int
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class Attachment:
    """A file on the local CDN."""

    id: str
    filename: str
    data: bytes
    content_type: str
    url: str
    description: str | None = None
    is_ephemeral: bool = False


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Channel(_Named):
    """A text channel, forum, thread or direct message."""

    id: str
    kind: ChannelKind
    name: str = ""
    guild: "Guild | None" = None
    parent: "Channel | None" = None
    owner_id: str | None = None
    topic: str | None = None
    created_at: datetime | None = None
    is_archived: bool = False
    is_locked: bool = False
    overwrites: dict[str, Overwrite] = field(default_factory=dict)
    recipients: list[User] = field(default_factory=list)
    messages: "dict[str, Message]" = field(default_factory=dict)

    @property
    def is_thread(self) -> bool:
        return self.kind in (ChannelKind.PUBLIC_THREAD, ChannelKind.PRIVATE_THREAD)

    @property
    def recipient_ids(self) -> set[str]:
        """Those in a direct message, the bot among them."""
        return {user.id for user in self.recipients}

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Guild(_Named):
    """A server; ``has_bot`` says whether the bot is a member of it."""

    id: str
    name: str
    owner_id: str
    locale: str = "en-US"
    has_bot: bool = True
    roles: dict[str, Role] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)

    @property
    def everyone(self) -> Role:
        return self.roles[self.id]

    @property
    def bot_role(self) -> Role:
        """The role that came with the bot and holds what it was granted."""
        return next(role for role in self.roles.values() if role.bot_id is not None)

    @property
    def general(self) -> Channel:
        """The channel that each server begins with."""
        return next(iter(self.channels.values()))


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Modal(_Named):
    """A form that the bot opened for a member."""

    custom_id: str
    title: str
    components: list[Json]
    interaction: "Interaction"
    is_submitted: bool = False


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Interaction(_Named):
    """A command, press or submission, and all that the bot made of it."""

    id: str
    token: str
    kind: int
    user: User
    channel: Channel
    created_at: datetime
    data: Json
    owners: dict[str, str]
    context: int
    source: "Message | None" = None
    origin: "Interaction | None" = None
    callback: int | None = None
    is_loading: bool = False
    is_ephemeral: bool = False
    is_expired: bool = False
    original: "Message | None" = None
    modal: Modal | None = None
    choices: list[Json] | None = None
    outcomes: "list[Message]" = field(default_factory=list)

    @property
    def guild(self) -> Guild | None:
        return self.channel.guild


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Message(_Named):
    """A message and its history."""

    id: str
    channel: Channel
    author: User
    content: str
    created_at: datetime
    kind: int = 0
    flags: int = 0
    edited_at: datetime | None = None
    components: list[Json] = field(default_factory=list)
    embeds: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mentioned_roles: list[str] = field(default_factory=list)
    mentions_everyone: bool = False
    reply_to: "Message | None" = None
    thread: Channel | None = None
    interaction: Interaction | None = None
    nonce: str | int | None = None
    visible_to: User | None = None
    is_deleted: bool = False
    reactions: dict[str, list[str]] = field(default_factory=dict)
    earlier: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that one can read in it, its embeds and cards included."""
        parts = [self.content, *(part for embed in self.embeds for part in _embed_texts(embed))]
        whole = "\n".join(part for part in (*parts, *texts(self.components)) if part)
        return _COMMAND.sub(r"/\1", whole)

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons and the placeholders of its selects, in order."""
        return labels(self.components)

    @property
    def is_v2(self) -> bool:
        return bool(self.flags & COMPONENTS_V2)

    @property
    def is_ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def pinged(self) -> list[str]:
        """The names of those whom it pings."""
        roles = self.channel.guild.roles if self.channel.guild else {}
        names = [user.name for user in self.mentions]
        names += [roles[each].name for each in self.mentioned_roles]
        return names + ["everyone"] * self.mentions_everyone

    def __str__(self) -> str:
        shown = f"{self.author.name}: {self.text}"
        files = "".join(f" [file {attachment.filename}]" for attachment in self.attachments)
        return shown + files + "".join(f" [{label}]" for label in self.labels)


def _embed_texts(embed: Json) -> list[str]:
    parts = [embed.get("title"), embed.get("description")]
    for each in embed.get("fields") or []:
        parts += [each.get("name"), each.get("value")]
    parts.append((embed.get("footer") or {}).get("text"))
    return [part for part in parts if part]
