"""Registering the commands: tried until Discord takes them, while the bot goes on without."""

import asyncio
from collections.abc import Callable

import aiohttp
import discord
import structlog
from discord import app_commands

from bot.discord_app.clickable import CLICKABLE
from core.owned import OwnedTasks

AT_START_S = 20.0
"""The bot goes online without waiting longer for Discord to take them."""
FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 3_600.0

log = structlog.get_logger(__name__)


async def register(
    tree: app_commands.CommandTree[discord.AutoShardedClient],
    tasks: OwnedTasks,
    *,
    tell: Callable[[str], None],
    first_wait_s: float,
) -> None:
    """Register the commands; where that fails, go on trying in the background.

    Args:
        tree: the commands.
        tasks: owns what goes on.
        tell: says to whoever runs the bot that they were refused.
        first_wait_s: how long it waits before it tries again; twice as long each time.
    """
    if not await _registered(tree, AT_START_S):
        tell(
            "Discord has not taken my commands: they may be missing or old there. I go on trying; "
            "mentions and direct messages work."
        )
        tasks.start(_go_on(tree, tell, first_wait_s), name="registering")


async def _go_on(
    tree: app_commands.CommandTree[discord.AutoShardedClient],
    tell: Callable[[str], None],
    wait_s: float,
) -> None:
    await asyncio.sleep(wait_s)
    while not await _registered(tree, LONGEST_WAIT_S):
        wait_s = min(2 * wait_s, LONGEST_WAIT_S)
        await asyncio.sleep(wait_s)
    tell("Discord has taken my commands now.")


async def _registered(
    tree: app_commands.CommandTree[discord.AutoShardedClient], within_s: float
) -> bool:
    """Return whether Discord took them; a limit that it set is waited out by the library."""
    try:
        async with asyncio.timeout(within_s):
            registered = await tree.sync()
    except (
        discord.HTTPException,
        app_commands.AppCommandError,
        aiohttp.ClientError,
        OSError,
        TimeoutError,
    ) as error:
        status = error.status if isinstance(error, discord.HTTPException) else None
        log.warning("commands not registered", error=type(error).__name__, status=status)
        return False
    if clickable := CLICKABLE.get():
        clickable.learn(registered)
    return True
