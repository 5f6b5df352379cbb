"""Staying connected: whatever ends a connection, another is made, and whoever runs it is told."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import aiohttp
import discord
import structlog

from bot.discord_app.client import ApprenticeClient
from bot.settings import Settings
from core.errors import OperatorError

FIRST_WAIT_S = 5.0
LONGEST_WAIT_S = 300.0
STEADY_S = 600.0
"""A connection that lasted so long was sound: what ended it is something new."""

log = structlog.get_logger(__name__)


async def stay_connected(
    make_client: Callable[[], ApprenticeClient],
    settings: Settings,
    stopping: asyncio.Event,
    *,
    tell: Callable[[str], None],
    finish: Callable[[], Awaitable[None]],
    first_wait_s: float = FIRST_WAIT_S,
) -> None:
    """Stay connected until the event is set, with a client anew for each connection.

    Args:
        make_client: returns a client.
        settings: where to connect, and by which token.
        stopping: ends it.
        tell: says to whoever runs it what keeps it from Discord, and when it tries again.
        finish: ends what is under way; called while the client is still there.
        first_wait_s: how long it waits before it tries again; twice as long each time.

    Raises:
        OperatorError: Discord refuses the token.
    """
    wait_s = first_wait_s
    while not stopping.is_set():
        began_s = time.monotonic()
        async with make_client() as client:
            error = await _connected(client, settings.discord_token, stopping, finish)
        if stopping.is_set():
            if error is not None:
                log.warning("ended badly", error=type(error).__name__)
            return
        if isinstance(error, discord.LoginFailure):
            raise OperatorError(
                "Discord refuses the token in APPRENTICE_DISCORD_TOKEN. Copy it anew from "
                "https://discord.com/developers/applications, your application, Bot, Reset Token."
            ) from error
        if time.monotonic() - began_s > STEADY_S:
            wait_s = first_wait_s
        log.warning("connection ended", error=type(error).__name__, wait_s=wait_s)
        tell(f"{_what_happened(error, settings)} I try again in {_time(wait_s)}; Ctrl-C ends me.")
        await _pause(stopping, wait_s)
        wait_s = min(2 * wait_s, LONGEST_WAIT_S)


async def _connected(
    client: ApprenticeClient,
    token: str,
    stopping: asyncio.Event,
    finish: Callable[[], Awaitable[None]],
) -> BaseException | None:
    """Be connected until the event is set or the connection fails; return by what it did."""
    connection = asyncio.create_task(client.start(token), name="discord")
    stopped = asyncio.create_task(stopping.wait(), name="stop")
    await asyncio.wait({connection, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if stopping.is_set():
        await finish()
    await client.close()
    await asyncio.wait({connection})
    return None if connection.cancelled() else connection.exception()


def _what_happened(error: BaseException | None, settings: Settings) -> str:
    where = settings.discord_api_url or "https://discord.com"
    match error:
        case discord.HTTPException():
            return f"{where} answers with an error ({error.status})."
        case aiohttp.ClientError() | OSError() | TimeoutError():
            return f"{where} cannot be reached ({str(error) or type(error).__name__})."
        case discord.ConnectionClosed():
            return f"Discord closed the connection ({error.code})."
        case _:
            return "The connection to Discord ended."


def _time(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 60 else f"{seconds / 60:.0f} min"


async def _pause(stopping: asyncio.Event, seconds: float) -> None:
    """Wait so long, or until it is to stop."""
    stopped = asyncio.create_task(stopping.wait())
    await asyncio.wait({stopped}, timeout=seconds)
    stopped.cancel()
