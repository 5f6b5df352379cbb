"""Time that passes, and what goes wrong on order."""

import asyncio

from tests.local_discord.rest.callbacks import expire
from tests.local_discord.rest.faults import ANY, Fault, Faults, Gate, Scope
from tests.local_discord.world import World


class Trouble:
    """How a test lets time pass and requests fail."""

    def __init__(self, world: World, faults: Faults) -> None:
        self.world = world
        self.faults = faults

    def advance(self, seconds: float) -> None:
        """Let time pass; who still waits for a first answer reads that the bot did not respond."""
        self.world.clock.advance(seconds)
        expire(self.world)

    def fail(self, method: str = ANY, path: str = ANY, *, status: int, times: int = 1) -> None:
        """Answer the next requests of a route with a server error, without doing their work."""
        self.faults.order(Fault(method=method, path=path, times=times, status=status))

    def limit(
        self,
        method: str = ANY,
        path: str = ANY,
        *,
        retry_after_s: float = 0.01,
        scope: Scope = "user",
        times: int = 1,
    ) -> None:
        """Answer the next requests of a route with 429.

        The scope "edge" is of what stands before Discord: the library does not repeat after it.
        """
        fault = Fault(
            method=method,
            path=path,
            times=times,
            status=429,
            retry_after_s=retry_after_s,
            scope=scope,
        )
        self.faults.order(fault)

    def drop(
        self, method: str = ANY, path: str = ANY, *, times: int = 1, done_first: bool = False
    ) -> None:
        """Break the connection instead of answering; ``done_first`` does the work before."""
        fault = Fault(method=method, path=path, times=times, is_done_first=done_first)
        self.faults.order(fault)

    def hold(self, method: str = ANY, path: str = ANY) -> Gate:
        """Let requests of a route wait until the gate is opened."""
        fault = Fault(method=method, path=path, times=1 << 30, gate=asyncio.Event())
        self.faults.order(fault)

        async def reached() -> None:
            await self.world.changes.until(
                lambda: True if fault.held else None,
                what=lambda: f"request at {method} {path}",
            )

        return Gate(fault=fault, reached=reached)
