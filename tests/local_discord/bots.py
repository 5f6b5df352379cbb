"""A tiny plain discord.py bot, on which the local Discord is tried out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
from discord import app_commands

from tests.local_discord.server import LocalDiscord


class TinyBot(discord.Client):
    """Answers "ping", and takes whatever commands a test hangs on its tree."""

    def __init__(self, *, intents: discord.Intents | None = None) -> None:
        super().__init__(intents=intents or discord.Intents.default(), guild_ready_timeout=0.0)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.seen: list[tuple[str, object]] = []

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait: the local gateway takes any number of identifications."""

    async def on_message(self, message: discord.Message) -> None:
        if message.author == self.user:
            return
        self.heard.append(message)
        if "ping" in message.content:
            await message.channel.send("pong")


@asynccontextmanager
async def running(
    discord_: LocalDiscord, bot: discord.Client, *, sessions: int | None = None
) -> AsyncIterator[None]:
    """Run a bot against a local Discord until the block ends."""
    with discord_.adopted():
        async with bot:
            task = asyncio.create_task(bot.start(discord_.token))
            online = asyncio.create_task(discord_.online(sessions=sessions))
            done, _ = await asyncio.wait({task, online}, return_when=asyncio.FIRST_COMPLETED)
            if task in done:
                online.cancel()
                await task
            await online
            try:
                yield
            finally:
                await bot.close()
                await asyncio.gather(task, return_exceptions=True)
