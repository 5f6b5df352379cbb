"""The whole program on a local Discord, with the real learner and its store in memory."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import core.learning.learner  # noqa: F401 - no first lesson has to wait for torch
from bot.discord_app.outcomes import EVERY_S
from bot.discord_app.running import serve
from bot.settings import Settings
from core.ports.learning import Clock
from storage.clocks import utc_now
from tests.bot.discord_app.scene import Scene
from tests.local_discord import LocalDiscord


@asynccontextmanager
async def play(
    folder: Path, *, clock: Clock | None = None, **changes: object
) -> AsyncIterator[Scene]:
    """Run the whole program until the block ends, by a clock of its own if one is given."""
    async with LocalDiscord() as local:
        on = Scene(local=local)
        settings = Settings(
            data=folder,
            discord_token=local.token,
            discord_api_url=local.api_url,
            discord_gateway_url=local.gateway_url,
            automatic_training=False,
        ).model_copy(update=changes)
        stopping = asyncio.Event()
        told: list[str] = []
        with local.adopted():
            serving = asyncio.create_task(
                serve(
                    settings,
                    stop=lambda: stopping,
                    tell=told.append,
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
