"""What is to be asked in time is asked once, and only where somebody can still answer."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.domain.forecast import FollowUp, Prediction
from core.domain.identity import MemberId
from core.domain.task import Task
from core.ports.work import OpenWork
from tests.contract.world import ANA, ANSWER, BEN, HERE, SIZE, THERE, add_task, ask, question
from tests.fakes.clock import SetClock

DAY = timedelta(days=1)


async def planned(
    open_work: OpenWork, prediction: Prediction, follow_up: FollowUp
) -> tuple[Prediction, FollowUp]:
    async with open_work() as work:
        await work.follow_ups.plan(prediction, follow_up)
    return prediction, follow_up


async def taken(
    open_work: OpenWork,
    clock: SetClock,
    communities: str = "terminal:",
    *,
    asked_by: MemberId | None = None,
    limit: int = 9,
) -> Sequence[tuple[Prediction, FollowUp]]:
    async with open_work() as work:
        return await work.follow_ups.take_due(
            communities, clock.now, limit=limit, asked_by=asked_by
        )


async def asked_in_two_places(
    open_work: OpenWork, task: Task, clock: SetClock
) -> list[tuple[Prediction, FollowUp]]:
    there = await add_task(open_work, community=THERE)
    in_public = FollowUp(due_at=clock.now + 2 * DAY, place="7", locale="zh-CN")
    return [
        await planned(open_work, await ask(open_work, task), in_public),
        await planned(open_work, await ask(open_work, there), FollowUp(due_at=clock.now + DAY)),
    ]


async def test_what_is_due_is_taken_once_the_longest_due_first(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    later, sooner = await asked_in_two_places(open_work, task, clock)
    assert await taken(open_work, clock) == []
    clock.move(DAY)
    assert await taken(open_work, clock) == [sooner]
    clock.move(DAY)
    assert await taken(open_work, clock) == [later]
    assert await taken(open_work, clock) == []


async def test_a_front_end_takes_its_own_communities_and_members(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    here, there = await asked_in_two_places(open_work, task, clock)
    clock.move(2 * DAY)
    assert await taken(open_work, clock, "discord:") == []
    assert await taken(open_work, clock, "terminal:%") == []
    assert await taken(open_work, clock, asked_by=BEN) == []
    assert await taken(open_work, clock, THERE) == [there]
    assert await taken(open_work, clock, asked_by=ANA) == [here]


async def test_no_more_are_taken_than_wanted(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    here, there = await asked_in_two_places(open_work, task, clock)
    clock.move(2 * DAY)
    assert await taken(open_work, clock, limit=1) == [there]
    assert await taken(open_work, clock, limit=1) == [here]


async def test_the_same_question_of_the_same_member_is_asked_after_once(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    first = FollowUp(due_at=clock.now + DAY)
    again = FollowUp(due_at=clock.now + 2 * DAY)
    await planned(open_work, await ask(open_work, task), first)
    kept = [
        await planned(open_work, await ask(open_work, task, asked_by=BEN), first),
        await planned(open_work, await ask(open_work, task), again),
    ]
    async with open_work() as work:
        other = question(task)
        asked = await work.predictions.add(
            type(other)(
                community=HERE, task_id=task.id, asked_by=ANA, values={**other.values, SIZE: 1.0}
            ),
            ANSWER,
        )
    kept.append(await planned(open_work, asked, again))
    clock.move(2 * DAY)
    assert await taken(open_work, clock) == kept


async def test_what_is_planned_of_a_member_is_told_and_dropped(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    here, there = await asked_in_two_places(open_work, task, clock)
    async with open_work() as work:
        assert await work.follow_ups.of_member(HERE, ANA) == [here]
        assert await work.follow_ups.of_member(HERE, BEN) == []
        await work.follow_ups.drop([])
        await work.follow_ups.drop([here[0].id])
        await work.follow_ups.drop([here[0].id])
        assert await work.follow_ups.of_member(HERE, ANA) == []
    clock.move(2 * DAY)
    assert await taken(open_work, clock) == [there]


async def test_what_is_hidden_is_asked_in_no_channel(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    other = await add_task(open_work, name="other")
    in_public = FollowUp(due_at=clock.now, place="7")
    hidden, _ = await planned(open_work, await ask(open_work, task), in_public)
    kept = await planned(open_work, await ask(open_work, other), in_public)
    async with open_work() as work:
        await work.follow_ups.hide(task.id)
    assert await taken(open_work, clock) == [(hidden, FollowUp(due_at=clock.now)), kept]


async def test_the_same_question_of_two_members_is_asked_after_once_in_a_channel(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    first, again = (FollowUp(due_at=clock.now + days * DAY, place="7") for days in (1, 2))
    kept = [
        await planned(open_work, await ask(open_work, task), FollowUp(due_at=clock.now)),
        await planned(open_work, await ask(open_work, task, asked_by=BEN), first),
    ]
    cem = MemberId("terminal:cem")
    await planned(open_work, await ask(open_work, task, asked_by=cem), again)
    kept[1] = await planned(open_work, await ask(open_work, task, asked_by=BEN), again)
    elsewhere = replace(again, place="8")
    kept.append(await planned(open_work, await ask(open_work, task, asked_by=cem), elsewhere))
    clock.move(2 * DAY)
    assert await taken(open_work, clock) == kept


async def test_a_question_planned_twice_is_asked_after_once(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    prediction = await ask(open_work, task)
    await planned(open_work, prediction, FollowUp(due_at=clock.now))
    kept = await planned(open_work, prediction, FollowUp(due_at=clock.now, place="7"))
    assert await taken(open_work, clock) == [kept]


async def test_a_community_that_was_left_is_passed_over(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    here, there = await asked_in_two_places(open_work, task, clock)
    clock.move(2 * DAY)
    async with open_work() as work:
        await work.communities.move_out(HERE, clock.now)
    assert await taken(open_work, clock) == [there]
    async with open_work() as work:
        await work.communities.settle_in(HERE)
    assert await taken(open_work, clock) == [here]


async def test_with_its_task_or_its_asker_a_question_goes(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    await asked_in_two_places(open_work, task, clock)
    async with open_work() as work:
        await work.tasks.delete(task.id)
        await work.members.erase(THERE, ANA)
    clock.move(2 * DAY)
    assert await taken(open_work, clock) == []


async def test_two_that_take_at_once_never_take_the_same(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    for number in range(6):
        asked = await ask(open_work, task, asked_by=MemberId(f"terminal:{number}"))
        await planned(open_work, asked, FollowUp(due_at=clock.now))
    some, others = await asyncio.gather(*(taken(open_work, clock, limit=6) for _ in range(2)))
    every = [prediction.number for prediction, _ in (*some, *others)]
    assert sorted(every) == [1, 2, 3, 4, 5, 6]
