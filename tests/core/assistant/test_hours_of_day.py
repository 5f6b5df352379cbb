"""A field for an hour of the day takes no number that is none."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

COMMUTE = (
    "task new name:commute predict:number unit:min target:minutes "
    'fields:"day: category; bike: yes/no; {hour}"'
)
HOURS = ("departure hour: number h", "departure: number o'clock", "出发: number 点")


async def commute(hour: str) -> Chat:
    chat = Chat()
    await chat.say(COMMUTE.format(hour=hour))
    name = hour.partition(":")[0]
    await chat.say(f"teach commute: Friday, bike, {name} 8 -> 30")
    await chat.say(f"teach commute: Monday, no bike, {name} 7 -> 45")
    return chat


@pytest.mark.parametrize("hour", HOURS)
async def test_a_number_beyond_the_day_is_what_came_true(hour: str) -> None:
    reply = await (await commute(hour)).hear("Friday no bike, 38")
    assert reply.tone is Tone.ASK
    assert "day Friday · bike no → minutes 38 min" in shown(reply)


@pytest.mark.parametrize("hour", HOURS)
async def test_a_named_hour_beyond_the_day_is_not_taken(hour: str) -> None:
    name = hour.partition(":")[0]
    reply = await (await commute(hour)).hear(f"commute: Friday, no bike, {name} 30")
    assert reply.tone is not Tone.ANSWER


@pytest.mark.parametrize("hour", HOURS)
async def test_an_hour_of_the_day_is_taken(hour: str) -> None:
    reply = await (await commute(hour)).hear("commute: Friday no bike, 9")
    assert reply.tone is Tone.ANSWER
    assert f"{hour.partition(':')[0]} 9" in shown(reply)


async def test_a_number_of_hours_may_be_beyond_a_day() -> None:
    reply = await (await commute("hours: number h")).hear("commute: Friday, bike, hours 38")
    assert "hours 38 h" in shown(reply)
