"""A tiny plain discord.py bot, on which the local Discord is tried out."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

import discord
from discord import app_commands

from tests.local_discord.basics import Changes
from tests.local_discord.server import LocalDiscord


class TinyBot(discord.AutoShardedClient):
    """Answers "ping", and takes whatever commands a test hangs on its tree."""

    def __init__(self, *, intents: discord.Intents | None = None) -> None:
        super().__init__(intents=intents or discord.Intents.default(), guild_ready_timeout=0.0)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.seen: list[object] = []
        self.changes = Changes()

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait: the local gateway takes any number of identifications."""

    async def on_message(self, message: discord.Message) -> None:
        if message.author == self.user:
            return
        self.heard.append(message)
        self.changes.tell()
        if "ping" in message.content:
            await message.channel.send("pong")

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.note(f"joined {guild.name}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.note(f"left {guild.name}")

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.note(f"deleted {event.message_id}")

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        self.note(f"reaction {event.emoji}")

    async def on_shard_resumed(self, shard_id: int) -> None:
        self.note(f"resumed {shard_id}")

    def note(self, event: object) -> None:
        """Keep something for the test."""
        self.seen.append(event)
        self.changes.tell()

    async def until_heard(self, number: int) -> list[discord.Message]:
        """Wait until so many messages came."""
        return await self.changes.until(
            lambda: self.heard if len(self.heard) >= number else None,
            what=lambda: f"{number} messages, only {len(self.heard)}",
        )

    async def until_seen(self, event: object) -> None:
        """Wait until something was noted."""
        await self.changes.until(
            lambda: True if event in self.seen else None,
            what=lambda: f"{event!r}, only {self.seen}",
        )

    async def until_seen_number(self, number: int) -> None:
        """Wait until so many things were noted."""
        await self.changes.until(
            lambda: True if len(self.seen) >= number else None,
            what=lambda: f"{number} events, only {self.seen}",
        )


async def refusal(request: Awaitable[object]) -> tuple[int, int]:
    """Return the status and code with which Discord refuses a request."""
    try:
        await request
    except discord.HTTPException as error:
        return error.status, error.code
    raise AssertionError("It was not refused.")


@asynccontextmanager
async def running(
    local: LocalDiscord, bot: discord.Client, *, sessions: int | None = None
) -> AsyncIterator[None]:
    """Run a bot against a local Discord until the block ends."""
    with local.adopted():
        async with bot:
            started = asyncio.create_task(bot.start(local.token))
            online = asyncio.create_task(local.online(sessions=sessions))
            await asyncio.wait({started, online}, return_when=asyncio.FIRST_COMPLETED)
            if started.done():
                online.cancel()
                await started
            await online
            try:
                yield
            finally:
                await bot.close()
                await asyncio.gather(started, return_exceptions=True)
