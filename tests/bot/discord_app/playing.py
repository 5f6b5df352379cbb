"""The whole program on a local Discord, with the real learner and its store in memory."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import core.learning.learner  # noqa: F401 - no first lesson has to wait for torch
from bot.discord_app.outcomes import EVERY_S
from bot.discord_app.running import serve
from bot.settings import Settings
from core.ports.learning import Clock
from storage.work import utc_now
from tests.local_discord import Channel, Guild, LocalDiscord, Message, Person


@dataclass(kw_only=True)
class Play:
    """A server with three members, and the program in it."""

    local: LocalDiscord
    zoe: Person = field(init=False)
    """Who runs the server."""
    ana: Person = field(init=False)
    ben: Person = field(init=False)
    guild: Guild = field(init=False)

    def __post_init__(self) -> None:
        self.zoe = self.local.member("Zoe")
        self.guild = self.local.guild("Flats", owner=self.zoe)
        self.ana = self.local.member("Ana", self.guild)
        self.ben = self.local.member("Ben", self.guild)

    @property
    def channel(self) -> Channel:
        """Return the server's first channel."""
        return self.guild.general

    async def yes(self, who: Person, card: Message) -> Message:
        """Return the card after its questions were answered with yes."""
        for label in ("Create it", "I agree", "Save it"):
            if label in card.labels:
                card = await (await who.press(card, label)).reply()
        return card

    async def run(self, who: Person, command: str, **options: object) -> Message:
        """Return the card that answers a command, its questions answered with yes."""
        exchange = await who.run(self.channel, command, **options)
        return await self.yes(who, await exchange.reply())


@asynccontextmanager
async def play(
    folder: Path, *, clock: Clock | None = None, **changes: object
) -> AsyncIterator[Play]:
    """Run the whole program until the block ends, by a clock of its own if one is given."""
    async with LocalDiscord() as local:
        on = Play(local=local)
        settings = Settings(
            data=folder,
            discord_token=local.token,
            discord_api_url=local.api_url,
            discord_gateway_url=local.gateway_url,
            automatic_training=False,
        ).model_copy(update=changes)
        stopping = asyncio.Event()
        with local.adopted():
            serving = asyncio.create_task(
                serve(
                    settings,
                    stop=lambda: stopping,
                    in_memory=True,
                    clock=clock or utc_now,
                    look_every_s=0.05 if clock else EVERY_S,
                )
            )
            online = asyncio.create_task(local.online(within_s=30))
            await asyncio.wait({serving, online}, return_when=asyncio.FIRST_COMPLETED)
            if serving.done():
                serving.result()
            await online
            try:
                yield on
            finally:
                stopping.set()
                await serving
