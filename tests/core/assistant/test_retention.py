"""Whose data is erased some days after they removed the bot: by two clocks, never by one."""

from dataclasses import dataclass, field
from datetime import timedelta

from core.assistant.retention import Retention
from core.domain.identity import CommunityId
from core.ports.work import OpenWork
from tests.contract.world import HERE, THERE, add_task
from tests.fakes import memory_work
from tests.fakes.clock import SetClock

HOUR, DAY, MONTH = timedelta(hours=1), timedelta(days=1), timedelta(days=30)


@dataclass
class World:
    """A store with two communities; its clock can be wrong, and time passes all the same."""

    clock: SetClock = field(default_factory=SetClock)
    passed: timedelta = timedelta()
    open_work: OpenWork = field(init=False)
    retention: Retention = field(init=False)

    def __post_init__(self) -> None:
        self.open_work = memory_work(self.clock)
        self.restart()

    def restart(self) -> None:
        self.retention = Retention(
            self.open_work,
            clock=self.clock,
            after=MONTH,
            monotonic=self.monotonic,
        )

    def monotonic(self) -> float:
        return self.passed.total_seconds()

    def live(self, time: timedelta) -> None:
        """Let time pass, as both clocks tell it."""
        self.clock.move(time)
        self.passed += time

    async def look_daily(self, days: int) -> int:
        """Look once a day for some days; return how many communities were erased."""
        erased = 0
        for _ in range(days):
            self.live(DAY)
            erased += await self.retention.erase_left()
        return erased

    async def see(self, *here: CommunityId) -> None:
        """Let a front end say who has the bot."""
        await self.retention.look_around(here, is_server=lambda _: True)


async def a_world() -> World:
    world = World()
    for community in (HERE, THERE):
        await add_task(world.open_work, community=community)
    await world.see(HERE)
    await world.retention.erase_left()
    return world


async def test_what_left_is_erased_after_its_days_and_nothing_else() -> None:
    world = await a_world()
    assert await world.look_daily(29) == 0
    assert await world.look_daily(2) == 1
    async with world.open_work() as work:
        assert await work.tasks.all(THERE) == []
        assert len(await work.tasks.all(HERE)) == 1


async def test_what_has_the_bot_again_is_kept_and_its_days_begin_anew() -> None:
    world = await a_world()
    await world.look_daily(29)
    await world.see(HERE, THERE)
    assert await world.look_daily(40) == 0
    await world.retention.move_out(THERE)
    assert await world.look_daily(29) == 0
    assert await world.look_daily(2) == 1


async def test_a_clock_that_was_wrong_at_the_start_ends_nobody_sooner() -> None:
    for year in (1970, 2099):
        world = World()
        right, world.clock.now = world.clock.now, world.clock.now.replace(year=year)
        await add_task(world.open_work, community=THERE)
        await world.see(HERE)
        await world.retention.erase_left()
        world.clock.now = right
        assert await world.look_daily(29) == 0, year
        assert await world.look_daily(2) == 1, year


async def test_a_clock_that_jumps_while_the_bot_runs_ends_nobody_sooner() -> None:
    world = await a_world()
    await world.look_daily(3)
    world.clock.move(timedelta(days=365 * 70))
    assert await world.retention.erase_left() == 0
    assert await world.look_daily(26) == 0
    assert await world.look_daily(2) == 1


async def test_a_start_with_a_wrong_clock_counts_for_a_day_at_most() -> None:
    world = await a_world()
    right = world.clock.now
    for wrong in (9998, 1970, 2099):
        world.restart()
        world.clock.now = right.replace(year=wrong)
        await world.see(HERE)
        assert await world.retention.erase_left() == 0
    world.clock.now = right
    assert await world.look_daily(26) == 0


async def test_a_bot_that_runs_for_some_hours_a_day_counts_whole_days() -> None:
    world = await a_world()
    erased = 0
    for _ in range(31):
        world.live(23 * HOUR)
        world.restart()
        await world.see(HERE)
        await world.retention.erase_left()
        world.live(HOUR)
        erased += await world.retention.erase_left()
    assert erased == 1


async def test_a_program_that_knows_of_no_server_erases_none() -> None:
    world = await a_world()
    world.restart()
    assert await world.look_daily(100) == 0
