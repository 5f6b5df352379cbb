"""What everything here is made of: JSON, ids, a clock that tests move, and waiting by events."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias, TypeVar

Json: TypeAlias = dict[str, Any]

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""Where Discord's ids begin to count milliseconds."""
PATIENCE_S = 60.0
"""How long to wait for what should come at once: machines are slow when they are busy."""

T = TypeVar("T")


class Clock:
    """The time on the server: it starts at the real one and moves only when a test moves it.

    With a speed it passes by itself too, so many seconds in each real one: whatever keeps the
    event loop from running then costs the bot its time, as it does on Discord.
    """

    def __init__(self, speed: float = 0.0) -> None:
        self.speed = speed
        self._began = datetime.now(UTC)
        self._began_s = time.monotonic()

    @property
    def now(self) -> datetime:
        """The time."""
        passed_s = self.speed * (time.monotonic() - self._began_s) if self.speed else 0.0
        return self._began + timedelta(seconds=passed_s)

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._began += timedelta(seconds=seconds)


class Snowflakes:
    """Makes ids as Discord does, each at least a millisecond after the last."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_ms = 0

    def next(self) -> str:
        """Return an id that is greater than all before."""
        now_ms = int((self._clock.now - EPOCH).total_seconds() * 1000)
        self._last_ms = max(now_ms, self._last_ms + 1)
        return str(self._last_ms << 22)


def shard_of(snowflake: str, shard_count: int) -> int:
    """Return the shard that a server belongs to."""
    return (int(snowflake) >> 22) % shard_count


class Changes:
    """Wakes those who wait, at every change of what the server knows."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Let all who wait look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(
        self,
        found: Callable[[], T | None],
        *,
        what: Callable[[], str],
        within_s: float = PATIENCE_S,
    ) -> T:
        """Return what ``found`` gives as soon as it gives something.

        Raises:
            AssertionError: it did not in time; ``what`` says what was waited for and seen.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + within_s
        while (result := found()) is None:
            future: asyncio.Future[None] = loop.create_future()
            self._waiting.add(future)
            await asyncio.wait([future], timeout=max(0.0, end - loop.time()))
            self._waiting.discard(future)
            if not future.done():
                raise AssertionError(f"Within {within_s:g} s there came no {what()}")
        return result


def iso(moment: datetime | None) -> str | None:
    """Return a time as Discord writes it."""
    return None if moment is None else moment.isoformat()
