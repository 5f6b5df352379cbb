"""discord.py without its own waiting: where it would sleep, it goes on at once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import discord.client
import discord.http
import discord.shard
import discord.webhook.async_

_SLEEPERS = (discord.client, discord.http, discord.shard, discord.webhook.async_)


class _Hasty:
    """The asyncio of a module that does not sleep."""

    def __init__(self) -> None:
        self.waits_s: list[float] = []

    def __getattr__(self, name: str) -> object:
        return getattr(asyncio, name)

    async def sleep(self, delay: float, result: object = None) -> object:
        """Note how long it would have slept."""
        self.waits_s.append(delay)
        await asyncio.sleep(0)
        return result


@contextmanager
def impatient() -> Iterator[list[float]]:
    """Let the library wait for nothing; yields how long it would have waited, each time.

    It sleeps before it repeats a request (1 s, 3 s, … after a 5xx, what Discord says after a 429),
    before it connects again, and 5 s before it identifies again or for a second shard.
    """
    hasty = _Hasty()
    for module in _SLEEPERS:
        setattr(module, "asyncio", hasty)  # noqa: B010
    try:
        yield hasty.waits_s
    finally:
        for module in _SLEEPERS:
            setattr(module, "asyncio", asyncio)  # noqa: B010
