"""What goes on from an answer keeps its other fields, and moves a day and never a length."""

from datetime import timedelta

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import Time, community

RACE = (
    "task new name:race predict:number unit:min target:time "
    'fields:"distance: number km; training: number weeks; hilly: yes/no"'
)
GARDEN = (
    "task new name:garden predict:number unit:kg target:yield "
    'fields:"crop: category; growing: number weeks; sown: date"'
)


async def _race() -> Chat:
    chat = Chat()
    for line in (
        RACE,
        "teach race: 10 km, training 8 weeks, hilly -> 55",
        "teach race: 5 km, training 4 weeks, not hilly -> 25",
        "ask race: 10 km, training 12 weeks, not hilly",
    ):
        await chat.say(line)
    return chat


async def _garden(asked: str) -> Chat:
    chat = Chat()
    for line in (
        GARDEN,
        "teach garden: tomato, growing 10 weeks, sown 2026-03-01 -> 30",
        "teach garden: bean, growing 8 weeks, sown 2026-04-01 -> 12",
        f"ask garden: {asked}",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("two weeks earlier?", "Feb 17, 2026"),
        ("早两周呢", "Feb 17, 2026"),
        ("two weeks later?", "Mar 17, 2026"),
        ("晚两周呢", "Mar 17, 2026"),
        ("a week earlier?", "Feb 24, 2026"),
        ("a month later?", "Apr 3, 2026"),
        ("提前一个月呢", "Feb 3, 2026"),
        ("推迟两个月呢", "May 3, 2026"),
        ("a year earlier?", "Mar 3, 2025"),
    ],
)
async def test_a_shift_moves_the_day_and_keeps_the_length(line: str, day: str) -> None:
    chat = await _garden("tomato, growing 10 weeks, sown 2026-03-03")
    reply = await chat.hear(line)
    assert f"growing 10 weeks · sown {day}" in shown(reply)


async def test_a_month_later_ends_with_the_month() -> None:
    chat = await _garden("tomato, growing 10 weeks, sown 2026-01-31")
    assert "sown Feb 28, 2026" in shown(await chat.hear("a month later?"))


@pytest.mark.parametrize("line", ["two weeks earlier?", "早两周呢", "sown two weeks earlier?"])
async def test_without_a_day_a_shift_moves_nothing(line: str) -> None:
    chat = await _garden("tomato, growing 10 weeks")
    reply = await chat.hear(line)
    assert reply.tone is Tone.ERROR
    assert "growing 8" not in shown(reply)


@pytest.mark.parametrize(
    ("line", "length"),
    [("two weeks longer?", 12), ("2 weeks less?", 8), ("短两周呢", 8)],
)
async def test_a_length_is_changed_by_what_says_so(line: str, length: int) -> None:
    chat = await _garden("tomato, growing 10 weeks, sown 2026-03-03")
    assert f"growing {length} weeks · sown Mar 3, 2026" in shown(await chat.hear(line))


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("50 yards?", "distance 0.04572 km · training 12 weeks · hilly no"),
        ("5 miles?", "distance 8.047 km · training 12 weeks · hilly no"),
        ("and for 5 km?", "distance 5 km · training 12 weeks · hilly no"),
        ("要是6公里呢", "distance 6 km · training 12 weeks · hilly no"),
    ],
)
async def test_an_amount_of_one_field_keeps_the_others(line: str, values: str) -> None:
    chat = await _race()
    assert values in shown(await chat.hear(line))


async def test_a_bare_number_that_asks_is_of_a_field_that_is_chosen() -> None:
    chat = await _race()
    reply = await chat.hear("8?")
    labels = [choice.label for choice in reply.choices]
    assert labels[:2] == ["distance 8 km", "training 8 weeks"]
    assert "distance 8 km · training 12 weeks · hilly no" in shown(
        await chat.press("distance 8 km")
    )


async def test_a_bare_number_is_the_truth_or_a_field_of_the_question() -> None:
    chat = await _race()
    reply = await chat.hear("8")
    assert [choice.label for choice in reply.choices][:3] == [
        "Learn 8 min",
        "Ask with distance 8 km",
        "Ask with training 8 weeks",
    ]
    asked = await chat.press("Ask with training 8 weeks")
    assert "distance 10 km · training 8 weeks · hilly no" in shown(asked)


@pytest.mark.parametrize("line", ["it took 8", "8 min"])
async def test_a_number_that_is_told_is_the_truth_alone(line: str) -> None:
    chat = await _race()
    reply = await chat.hear(line)
    assert [choice.label for choice in reply.choices] == ["Learn 8 min", "No"]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("and 1 room, 30 m², Pankow?", "area 30 m² · rooms 1 · district Pankow"),
        ("and in Pankow?", "area 80 m² · rooms 3 · district Pankow"),
        ("what about Pankow with 2 rooms?", "area 80 m² · rooms 2 · district Pankow"),
    ],
)
async def test_a_new_name_is_asked_about_where_the_old_one_would_be_kept(
    line: str, values: str
) -> None:
    chat = await community()
    await chat.say("ask flats: 80 m², 3 rooms, Mitte")
    reply = await chat.hear(line)
    assert "Pankow" in reply.title
    assert reply.tone is Tone.ASK
    assert values in shown(await chat.press("Yes"))


@pytest.mark.parametrize("line", ["no, 30 after all", "还是30", "不对，还是30", "no, back to 30"])
async def test_a_value_taken_back_right_after_an_edit_is_of_that_edit(line: str) -> None:
    chat = await community()
    await chat.say("teach ferry: wind 30, rain -> 50")
    await chat.say("sorry, wind was 40")
    reply = await chat.hear(line)
    assert reply.title == "Change #10: wind 30 km/h?"
    await chat.press("Change it")
    assert isinstance(chat.clock, Time)
    chat.clock.now += timedelta(seconds=1)
    await chat.say("sorry, wind was 45")
    assert (await chat.hear(line)).title == "Change #10: wind 30 km/h?"
