"""Where a relative amount ends, and what becomes of one that is not clear: it is no value."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community

DINNER = (
    "task new name:dinner predict:number unit:min target:time "
    'fields:"guests: number; courses: number; kids: yes/no"'
)


async def _dinner() -> Chat:
    chat = Chat()
    for line in (
        DINNER,
        "teach dinner: guests 4, courses 2, kids -> 60",
        "teach dinner: guests 8, courses 3, no kids -> 120",
        "teach dinner: guests 6, courses 3, kids -> 100",
    ):
        await chat.say(line)
    return chat


async def _trips() -> Chat:
    """Return a chat whose task was made by its first lesson, so that no field has a unit."""
    chat = Chat()
    for line in (
        "teach trips: 距离 5, 人数 2, 下雨 yes -> 30",
        "teach trips: 距离 10, 人数 4, 下雨 no -> 50",
        "teach trips: 距离 8, 人数 3, 下雨 yes -> 45",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("one room less please, and thanks", "area 75 m² · rooms 2 · balcony yes"),
        ("one room less please", "area 75 m² · rooms 2 · balcony yes"),
        ("one room less thank you", "area 75 m² · rooms 2 · balcony yes"),
        ("one room less than before", "area 75 m² · rooms 2 · balcony yes"),
        ("one room less than that, no balcony", "area 75 m² · rooms 2 · balcony no"),
    ],
)
async def test_courtesy_and_the_case_before_end_an_amount(said: str, values: str) -> None:
    chat = await community()
    await chat.hear("ask flats: area 75, 3 rooms, balcony")
    assert values in (await chat.hear(said)).lines


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("minus one guest", "guests 4 · courses 3 · kids yes"),
        ("+2 guests, no kids", "guests 7 · courses 3 · kids no"),
        ("2 guests on top", "guests 7 · courses 3 · kids yes"),
        ("two guests on top of that, no kids", "guests 7 · courses 3 · kids no"),
        ("one less course I guess", "guests 5 · courses 2 · kids yes"),
        ("could we do with 1 guest less?", "guests 4 · courses 3 · kids yes"),
    ],
)
async def test_a_sign_or_words_on_top_make_an_amount_relative(said: str, values: str) -> None:
    chat = await _dinner()
    await chat.hear("ask dinner: guests 5, courses 3, kids")
    assert values in (await chat.hear(said)).lines


@pytest.mark.parametrize(
    "said",
    [
        "one guest less would be nice",
        "one guest less would be nice, no kids",
        "two guests more than last time",
        "ten more guests than usual, no kids",
        "one course less if that's ok",
    ],
)
async def test_an_amount_that_is_not_clear_is_refused_whole(said: str) -> None:
    chat = await _dinner()
    await chat.hear("ask dinner: guests 5, courses 3, kids")
    reply = await chat.hear(said)
    assert reply.tone is Tone.ERROR
    assert "how much more or less" in shown(reply)


async def test_a_count_whose_way_is_left_unread_is_no_value_of_a_new_question() -> None:
    chat = await _dinner()
    reply = await chat.hear("dinner: one guest less would be nice, no kids")
    assert "guests 1" not in shown(reply)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("dinner: 5 guests + 2 courses", "guests 5 · courses 2"),
        ("dinner: 5 guests more or less, 2 courses", "guests 5 · courses 2"),
        ("dinner: 5 guests on top floor, 2 courses", "guests 5 · courses 2"),
    ],
)
async def test_signs_and_words_that_add_nothing_leave_values(said: str, value: str) -> None:
    chat = await _dinner()
    assert value in shown(await chat.hear(said))


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("少一个人,下雨", "距离 7 · 人数 2 · 下雨 yes"),
        ("再多两个人", "距离 7 · 人数 5"),
        ("人多一倍", "距离 7 · 人数 6"),
        ("人少一个", "距离 7 · 人数 2"),
        ("距离少3,下雨", "距离 4 · 人数 3 · 下雨 yes"),
        ("距离再远2", "距离 9 · 人数 3"),
        ("人数加2", "距离 7 · 人数 5"),
    ],
)
async def test_people_are_counted_of_a_field_that_has_no_unit(said: str, values: str) -> None:
    chat = await _trips()
    await chat.hear("ask trips: 距离 7, 人数 3")
    assert values in (await chat.hear(said)).lines


@pytest.mark.parametrize("said", ["再多两位朋友", "少三棵树,下雨", "比刚才多两只狗"])
async def test_a_chinese_amount_of_no_field_is_no_value_and_no_truth(said: str) -> None:
    chat = await _trips()
    await chat.hear("ask trips: 距离 7, 人数 3")
    reply = await chat.hear(said)
    assert reply.tone is Tone.ERROR
    assert "how much more or less" in shown(reply)


@pytest.mark.parametrize("said", ["人数+2", "又多了一个人", "多来了两个人"])
async def test_a_number_of_a_field_is_never_offered_as_the_truth(said: str) -> None:
    chat = await _trips()
    await chat.hear("ask trips: 距离 7, 人数 3")
    assert "Shall I learn" not in (await chat.hear(said)).title


async def test_a_measure_word_stands_between_a_number_and_its_field() -> None:
    chat = await _trips()
    assert "距离 5 · 人数 3" in (await chat.hear("trips: 3个人, 距离 5")).lines
    await chat.say("teach 洗车: 车辆 20, 员工 3 -> 900")
    await chat.say("teach 洗车: 车辆 30, 员工 4 -> 1500")
    assert "员工 5" in (await chat.hear("洗车: 5个员工")).lines
