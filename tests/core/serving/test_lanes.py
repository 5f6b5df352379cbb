"""Who waits for whom: questions for no long work, communities for each other's turns alone."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from core.domain.identity import CommunityId
from core.serving.lanes import Lanes, Turns

FLATS, FILMS = CommunityId("discord:1"), CommunityId("discord:2")


def nothing() -> None:
    """Prepare no thread."""


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_community_waits_for_one_turn_of_another_however_many_that_one_has() -> None:
    turns, order = Turns(), list[str]()

    async def work(community: CommunityId, name: str) -> None:
        async with turns.turn(community):
            order.append(name)
            await settle()

    async with asyncio.TaskGroup() as group:
        for name in ("flats 1", "flats 2", "flats 3"):
            group.create_task(work(FLATS, name))
        await asyncio.sleep(0)
        for name in ("films 1", "films 2"):
            group.create_task(work(FILMS, name))
    assert order == ["flats 1", "flats 2", "films 1", "flats 3", "films 2"]


@pytest.mark.parametrize("given_up", [0, 1, 2])
async def test_a_turn_that_is_given_up_is_passed_on(given_up: int) -> None:
    turns, order = Turns(), list[int]()

    async def work(number: int) -> None:
        async with turns.turn(FLATS):
            order.append(number)
            await settle()

    working = [asyncio.create_task(work(number)) for number in range(3)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    working[given_up].cancel()
    await asyncio.gather(*working, return_exceptions=True)
    assert [n for n in order if n != given_up] == [n for n in range(3) if n != given_up]
    async with asyncio.timeout(1), turns.turn(FILMS):
        pass


async def test_a_question_is_answered_while_every_long_work_waits() -> None:
    lanes, gate = Lanes(nothing), threading.Event()
    long = [asyncio.create_task(lanes.run_long(FLATS, gate.wait)) for _ in range(5)]
    await asyncio.sleep(0)
    assert await lanes.run(sum, [1, 2]) == 3
    gate.set()
    assert await asyncio.gather(*long) == [True] * 5
    await lanes.close()


async def test_work_in_parts_lets_others_in_between_and_keeps_their_order() -> None:
    lanes, order = Lanes(nothing), list[str]()

    def parts(name: str) -> Iterator[int]:
        for number in range(3):
            order.append(f"{name}{number}")
            yield number

    made = await asyncio.gather(
        lanes.run_by_turns(FLATS, parts("a")), lanes.run_by_turns(FILMS, parts("b"))
    )
    assert list(made) == [[0, 1, 2], [0, 1, 2]]
    assert order == ["a0", "b0", "a1", "b1", "a2", "b2"]
    await lanes.close()


async def test_a_failure_in_a_part_is_raised_and_the_lane_goes_on() -> None:
    lanes = Lanes(nothing)

    def parts() -> Iterator[int]:
        yield 1
        raise ValueError("the second part")

    with pytest.raises(ValueError, match="the second part"):
        await lanes.run_by_turns(FLATS, parts())
    assert await lanes.run_long(FILMS, sum, [1, 2]) == 3
    await lanes.close()
