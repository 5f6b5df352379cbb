"""Retention: the data of a community that removed the bot is kept for some days, then erased."""

import asyncio
import time
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import TypeAlias

import structlog

from core.domain.identity import CommunityId
from core.errors import OperatorError
from core.ports.learning import Clock
from core.ports.work import OpenWork

log = structlog.get_logger()

IsServer: TypeAlias = Callable[[CommunityId], bool]
"""Tells a front end's servers, which the bot can be removed from, from all else."""
LOOK_EVERY = timedelta(hours=1)
GAP_AT_MOST = timedelta(days=1)
"""What is believed of the time in which no program ran: its clock may be wrong at the next start.
A wrong clock then shortens the time that data is kept by a day at most."""
KEPT_FOR = timedelta(days=30)


class Retention:
    """Knows which communities have the bot, and erases those that have long been without it.

    Only what a front end has seen in this very process to be without the bot is erased: a terminal
    on the same data knows of no server.
    """

    def __init__(
        self,
        open_work: OpenWork,
        *,
        clock: Clock,
        after: timedelta = KEPT_FOR,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_work = open_work
        self._clock = clock
        self._after = after
        self._monotonic = monotonic
        self._looked_at_s: float | None = None
        self._gone: set[CommunityId] = set()

    async def settle_in(self, community: CommunityId) -> None:
        """Note that a community has the bot."""
        self._gone.discard(community)
        async with self._open_work() as work:
            await work.communities.settle_in(community)

    async def move_out(self, community: CommunityId) -> None:
        """Note that a community has the bot no longer."""
        self._gone.add(community)
        async with self._open_work() as work:
            await work.communities.move_out(community, self._clock())

    async def look_around(self, here: Collection[CommunityId], *, is_server: IsServer) -> None:
        """Note which of the servers among the communities have the bot and which have not."""
        self._gone.difference_update(here)
        async with self._open_work() as work:
            for community in await work.communities.present():
                if is_server(community) and community not in here:
                    await work.communities.move_out(community, self._clock())
            for absence in await work.communities.absences():
                if absence.community in here:
                    await work.communities.settle_in(absence.community)
                elif is_server(absence.community):
                    self._gone.add(absence.community)

    async def erase_left(self) -> int:
        """Look once at what is without the bot, and erase what has been for long; return how many.

        How much time has passed since the look before is told by a clock that cannot be set; by
        the calendar alone, a start with a wrong clock would end a community at the next look.
        """
        now, now_s = self._clock(), self._monotonic()
        since = GAP_AT_MOST
        if self._looked_at_s is not None:
            since = timedelta(seconds=now_s - self._looked_at_s)
        self._looked_at_s = now_s
        erased = 0
        async with self._open_work() as work:
            for absence in await work.communities.absences():
                if absence.community not in self._gone:
                    continue
                seen = absence.seen(now, at_most=since)
                if not seen.has_lasted(self._after, now=now):
                    await work.communities.note_absence(seen)
                    continue
                await work.communities.erase(absence.community)
                erased += 1
        return erased

    async def erase_left_forever(self) -> None:
        """Look every hour for communities whose time has run out."""
        while True:
            try:
                if erased := await self.erase_left():
                    log.info("left communities erased", count=erased)
            except OperatorError:
                log.exception("retention not looked at")
            await asyncio.sleep(LOOK_EVERY.total_seconds())
