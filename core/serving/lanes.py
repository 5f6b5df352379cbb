"""Two lanes of threads: questions in one, long work in the other, which communities share by turns.

Whoever imports a file or wakes a large task must not keep others waiting: a question never stands
behind such work, and of several long works each community's gets a turn before any gets its next.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from itertools import islice
from typing import Final, TypeVar

from core.domain.identity import CommunityId

Result = TypeVar("Result")

THREADS: Final = 2
"""Of questions: one may be busy with a slow one while the other answers."""


class Turns:
    """Lets one at a time through; communities that wait come round in order."""

    def __init__(self) -> None:
        self._is_taken = False
        self._waiting: OrderedDict[CommunityId, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, community: CommunityId) -> AsyncIterator[None]:
        """Wait for a turn, which lasts until the block ends."""
        if self._is_taken:
            await self._come_round(community)
        self._is_taken = True
        try:
            yield
        finally:
            self._pass_on()

    async def _come_round(self, community: CommunityId) -> None:
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(community, deque()).append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():  # the turn came as it was given up
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            community, queue = self._waiting.popitem(last=False)
            following = queue.popleft()
            if queue:
                self._waiting[community] = queue  # behind all others
            if not following.done():
                following.set_result(None)
                return
        self._is_taken = False


class Lanes:
    """The threads in which learners work."""

    def __init__(self, initializer: Callable[[], None]) -> None:
        self._short = ThreadPoolExecutor(
            THREADS, thread_name_prefix="learner", initializer=initializer
        )
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long work", initializer=initializer)
        self._turns = Turns()

    async def run(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Return what a short work returns."""
        return await asyncio.get_running_loop().run_in_executor(self._short, work, *arguments)

    async def run_long(
        self, community: CommunityId, work: Callable[..., Result], *arguments: object
    ) -> Result:
        """Return what a long work returns, done in its community's next turn."""
        loop = asyncio.get_running_loop()
        async with self._turns.turn(community):
            return await loop.run_in_executor(self._long, work, *arguments)

    async def run_by_turns(self, community: CommunityId, parts: Iterator[Result]) -> list[Result]:
        """Return all that a work yields, each part made in a turn of its own."""
        made: list[Result] = []
        while part := await self.run_long(community, _next_of, parts):
            made += part
        return made

    async def close(self) -> None:
        """Wait for what the threads are doing and end them."""
        for lane in (self._short, self._long):
            await asyncio.to_thread(lane.shutdown, wait=True, cancel_futures=True)


def _next_of(parts: Iterator[Result]) -> list[Result]:
    """Return the next part in a list, empty after the last."""
    return list(islice(parts, 1))
