from datetime import timedelta

from core.domain.absence import Absence
from core.domain.member import AuditEntry, Member
from core.ports.work import OpenWork
from tests.contract.world import ANA, HERE, THERE, add_task, ask, lesson, promote, teach
from tests.fakes.clock import SetClock

MONTH = timedelta(days=30)


async def test_a_community_that_left_is_known_since_when(
    open_work: OpenWork, clock: SetClock
) -> None:
    await add_task(open_work)
    await add_task(open_work, community=THERE)
    left = clock.now
    async with open_work() as work:
        await work.communities.move_out(HERE, left)
        await work.communities.move_out(HERE, left + MONTH)
    async with open_work() as work:
        (absence,) = await work.communities.absences()
        assert absence == Absence(community=HERE, left_at=left, looked_at=left)
        assert await work.communities.present() == [THERE]


async def test_what_was_observed_of_an_absence_ends_with_it(
    open_work: OpenWork, clock: SetClock
) -> None:
    await add_task(open_work)
    async with open_work() as work:
        await work.communities.move_out(HERE, clock.now)
        (absence,) = await work.communities.absences()
        seen = absence.seen(clock.move(MONTH), at_most=timedelta(hours=7))
        await work.communities.note_absence(seen)
    async with open_work() as work:
        assert await work.communities.absences() == [seen]
        await work.communities.settle_in(HERE)
        await work.communities.note_absence(seen)
        assert await work.communities.absences() == []
        await work.communities.move_out(HERE, clock.now)
        (again,) = await work.communities.absences()
    assert (again.left_at, again.observed) == (clock.now, timedelta())


async def test_a_community_that_came_back_has_not_left(
    open_work: OpenWork, clock: SetClock
) -> None:
    await add_task(open_work)
    async with open_work() as work:
        await work.communities.move_out(HERE, clock.now)
        await work.communities.settle_in(HERE)
        await work.communities.settle_in(THERE)
    async with open_work() as work:
        assert await work.communities.absences() == []
        assert await work.communities.present() == [HERE]


async def test_erasing_a_community_leaves_nothing_of_it_and_all_of_others(
    open_work: OpenWork, clock: SetClock
) -> None:
    for community in (HERE, THERE):
        task = await add_task(open_work, community=community)
        await teach(open_work, lesson(task.id))
        await ask(open_work, task)
        await promote(open_work, task, f"artifact {community}")
        async with open_work() as work:
            await work.members.save(Member(community=community, id=ANA, name="Ana"))
            await work.settings.put(community, "locale", "de")
            await work.proposals.add(community=community, member=ANA, payload={})
            entry = AuditEntry(
                community=community, member=ANA, action="x", subject="y", at=clock.now
            )
            await work.members.audit(entry)
    async with open_work() as work:
        await work.communities.erase(HERE)
    async with open_work() as work:
        assert await work.tasks.all(HERE) == []
        assert await work.members.get(HERE, ANA) is None
        assert await work.settings.get(HERE, "locale") is None
        assert await work.members.audited(HERE, limit=9) == []
        assert await work.versions.artifacts() == [f"artifact {THERE}"]
        assert len(await work.tasks.all(THERE)) == 1
        assert await work.settings.get(THERE, "locale") == "de"
        assert await work.communities.present() == [THERE]
