"""Requests to Discord, tried again where trying again can help."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord
import structlog

Result = TypeVar("Result")

TRIES = 4
FIRST_WAIT_S = 0.5
TIMEOUT_S = 60.0
"""discord.py waits out rate limits within a request, so this is generous."""

log = structlog.get_logger(__name__)


async def patiently(call: Callable[[], Awaitable[Result]]) -> Result:
    """Return what a request brings, tried again after a 5xx, a timeout or a lost connection.

    discord.py itself tries again after 429, 500, 502, 504 and 524, but not after 503.

    Raises:
        discord.HTTPException: Discord refused it, or kept failing.
    """
    wait_s = FIRST_WAIT_S
    for attempt in range(1, TRIES + 1):
        try:
            async with asyncio.timeout(TIMEOUT_S):
                return await call()
        except (discord.DiscordServerError, aiohttp.ClientError, OSError, TimeoutError) as error:
            if attempt == TRIES:
                raise
            log.warning("tried again", attempt=attempt, error=type(error).__name__)
        await asyncio.sleep(wait_s)
        wait_s *= 2
    raise AssertionError("the last attempt returns or raises")
