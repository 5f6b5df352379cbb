"""Retention: the data of a community that removed the bot is kept for some days, then erased."""

import asyncio
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import TypeAlias

from core.assistant.request import Ports
from core.domain.identity import CommunityId
from core.ports.learning import Clock
from core.ports.work import OpenWork

IsServer: TypeAlias = Callable[[CommunityId], bool]
"""Tells a front end's servers, which the bot can be removed from, from all else."""
LOOK_EVERY = timedelta(hours=1)


async def settle_in(ports: Ports, community: CommunityId) -> None:
    """Note that a community has the bot."""
    async with ports.open_work() as work:
        await work.communities.settle_in(community)


async def move_out(ports: Ports, community: CommunityId) -> None:
    """Note that a community has the bot no longer."""
    async with ports.open_work() as work:
        await work.communities.move_out(community, ports.clock())


async def look_around(ports: Ports, here: Collection[CommunityId], *, is_server: IsServer) -> None:
    """Note which of the servers among the communities have the bot and which have not."""
    async with ports.open_work() as work:
        for community in await work.communities.present():
            if is_server(community) and community not in here:
                await work.communities.move_out(community, ports.clock())
        for community in await work.communities.left_before(ports.clock() + LOOK_EVERY):
            if community in here:
                await work.communities.settle_in(community)


async def erase_left(open_work: OpenWork, *, clock: Clock, after: timedelta) -> int:
    """Erase the communities that have been without the bot for this long; return how many."""
    async with open_work() as work:
        gone = await work.communities.left_before(clock() - after)
        for community in gone:
            await work.communities.erase(community)
    return len(gone)


async def erase_left_forever(open_work: OpenWork, *, clock: Clock, after: timedelta) -> None:
    """Look every hour for communities whose time has run out."""
    while True:
        await erase_left(open_work, clock=clock, after=after)
        await asyncio.sleep(LOOK_EVERY.total_seconds())
