"""The whole of what one local Discord knows, and how to find things in it."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tests.local_discord.basics import Changes, Clock, Json, Snowflakes
from tests.local_discord.errors import missing_access, unknown
from tests.local_discord.files import Upload
from tests.local_discord.journal import Entry, Shown, shown
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.state import (
    Attachment,
    Channel,
    ChannelKind,
    Guild,
    Interaction,
    Message,
    User,
)

SIZE_LIMIT = 10 * 1024 * 1024
"""What a file may weigh in a server without boosts, in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that the gateway tells; with a message, its content may have to be withheld."""

    name: str
    data: Json
    guild: Guild | None = None
    channel: Channel | None = None
    intent: int = 0
    message: Message | None = None


@dataclass(slots=True, kw_only=True)
class Application:
    """What is set for the bot in the developer portal."""

    name: str = "Apprentice"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    privileged_intents: int = 0
    file_size_limit: int = SIZE_LIMIT
    shards: int = 1
    max_concurrency: int = 1
    starts_left: int = 1000
    pings_answers: bool = False
    """Whether replying to the answer of a command pings the bot; some of Discord's apps do it."""


class World:
    """Servers, people and messages; knows neither HTTP nor WebSocket."""

    def __init__(self, *, speed: float = 0.0) -> None:
        self.clock = Clock(speed)
        self.snowflakes = Snowflakes(self.clock)
        self.changes = Changes()
        self.application = Application()
        self.cdn_url = ""
        self.gateway_url = ""
        self.bot = User(id=self.snowflakes.next(), name=self.application.name, is_bot=True)
        self.owner = User(id=self.snowflakes.next(), name="Owner")
        self.users: dict[str, User] = {each.id: each for each in (self.bot, self.owner)}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.interactions: dict[str, Interaction] = {}
        self.attachments: dict[str, Attachment] = {}
        self.commands: dict[str | None, list[Json]] = {}
        self.command_permissions: dict[tuple[str, str], dict[str, bool]] = {}
        self.refused: list[str] = []
        self.commands_created: dict[str | None, list[datetime]] = {}
        self.typing: list[Channel] = []
        self.journal: list[Entry] = []
        self.listeners: list[Callable[[Event], None]] = []

    def emit(self, event: Event) -> None:
        """Tell the gateway of something, and wake those who wait."""
        for listener in self.listeners:
            listener(event)
        self.changes.tell()

    def show(self, message: Message) -> None:
        """Note how a message of the bot reads now; edited again and again, it is one entry."""
        if message.author is not self.bot:
            return
        last = self.journal[-1] if self.journal else None
        if isinstance(last, Shown) and last.message is message:
            self.journal.pop()
        self.journal.append(shown(message))

    def channel(self, channel_id: str) -> Channel:
        """Return a channel that the bot can see.

        Raises:
            DiscordError: there is none (10003), or the bot may not look into it (50001).
        """
        channel = self.channels.get(channel_id)
        if channel is None:
            raise unknown("Channel")
        if not in_channel(channel, self.bot.id) & Allow.VIEW_CHANNEL:
            raise missing_access()
        return channel

    def message(self, channel: Channel, message_id: str) -> Message:
        """Return a message as the channel has it, where ephemeral ones are not.

        Raises:
            DiscordError: there is none (10008).
        """
        message = channel.messages.get(message_id)
        if message is None or message.is_ephemeral:
            raise unknown("Message")
        return message

    def guild(self, guild_id: str) -> Guild:
        """Return a server that the bot is in.

        Raises:
            DiscordError: there is none (10004), or the bot is not in it (50001).
        """
        guild = self.guilds.get(guild_id)
        if guild is None:
            raise unknown("Guild")
        if not guild.has_bot:
            raise missing_access()
        return guild

    def direct_channel(self, user: User) -> Channel:
        """Return the direct messages between a person and the bot, opened if need be."""
        for channel in self.channels.values():
            if channel.recipient_ids == {user.id, self.bot.id}:
                return channel
        return self.open_direct(user, self.bot)

    def open_direct(self, *users: User) -> Channel:
        """Open direct messages between people, the bot among them or not."""
        channel = Channel(
            id=self.snowflakes.next(), kind=ChannelKind.DIRECT, recipients=list(users)
        )
        self.channels[channel.id] = channel
        return channel

    def store(self, uploads: Sequence[Upload], *, ephemeral: bool = False) -> list[Attachment]:
        """Put files on the local CDN."""
        stored = [self._stored(upload, ephemeral) for upload in uploads]
        self.attachments |= {each.id: each for each in stored}
        return stored

    def _stored(self, upload: Upload, ephemeral: bool) -> Attachment:
        snowflake = self.snowflakes.next()
        return Attachment(
            id=snowflake,
            filename=upload.filename,
            data=upload.data,
            content_type=upload.content_type,
            url=f"{self.cdn_url}/attachments/{snowflake}/{upload.filename}",
            description=upload.description,
            is_ephemeral=ephemeral,
        )
