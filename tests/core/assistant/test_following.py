"""What is typed after an answer goes on from it: the task is not asked again, nor the values."""

from datetime import datetime, timedelta

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import NOW, Chat, shown

FLATS = (
    "task new name:flats predict:number unit:€ target:price "
    'fields:"area: number m²; rooms: number; district: category; balcony: yes/no"'
)
FERRY = (
    "task new name:ferry predict:number unit:min target:time "
    'fields:"wind: number km/h; rain: yes/no"'
)
MARKET = (
    "task new name:菜价 predict:number unit:元 target:价格 "
    'fields:"品种: category; 重量: number 斤; 晴天: yes/no"'
)


class Time:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


async def community() -> Chat:
    """Return a chat with three tasks, each of which learned three lessons."""
    chat = Chat(clock=Time())
    for line in (
        FLATS,
        "teach flats: 80 m², 3 rooms, Mitte, balcony -> 300k",
        "teach flats: 90 m², 3 rooms, Wedding, no balcony -> 310k",
        "teach flats: 70 m², 2 rooms, Kreuzberg, no balcony -> 260k",
        FERRY,
        "teach ferry: wind 10, no rain -> 40",
        "teach ferry: wind 40, rain -> 60",
        "teach ferry: wind 20, rain -> 47",
        MARKET,
        "teach 菜价: 品种 白菜, 重量 2斤, 晴天 -> 6",
        "teach 菜价: 品种 五花肉, 重量 1斤, 没有晴天 -> 20",
        "teach 菜价: 品种 土豆, 重量 3斤, 晴天 -> 9",
    ):
        reply = await chat.say(line)
        assert reply.tone in (Tone.DONE, Tone.ASK), reply
    return chat


@pytest.mark.parametrize(
    ("asked", "follow_up", "values", "carried"),
    [
        (
            "flats: 75 m², 3 rooms, Mitte",
            "and in Wedding?",
            "area 75 m² · rooms 3 · district Wedding",
            "area 75 m² · rooms 3",
        ),
        (
            "flats: 75 m², 3 rooms",
            "what about with 2 more rooms?",
            "area 75 m² · rooms 5",
            "area 75 m²",
        ),
        (
            "flats: 75 m², 3 rooms",
            "same but with a balcony",
            "area 75 m² · rooms 3 · balcony yes",
            "area 75 m² · rooms 3",
        ),
        (
            "flats: 75 m², 3 rooms",
            "OK, and how about Kreuzberg",
            "area 75 m² · rooms 3 · district Kreuzberg",
            "area 75 m² · rooms 3",
        ),
        ("ferry: wind 25, rain", "and without rain?", "wind 25 km/h · rain no", "wind 25 km/h"),
        ("ferry: wind 25, rain", "what about 35?", "wind 35 km/h · rain yes", "rain yes"),
        ("菜价: 白菜, 2斤", "那五花肉呢？", "品种 五花肉 · 重量 2 斤", "重量 2 斤"),
        ("菜价: 白菜, 2斤", "换成3斤呢", "品种 白菜 · 重量 3 斤", "品种 白菜"),
        ("菜价: 白菜, 2斤", "那没有晴天呢", "品种 白菜 · 重量 2 斤 · 晴天 no", "重量 2 斤"),
    ],
)
async def test_a_follow_up_changes_the_last_question_and_says_what_it_keeps(
    asked: str, follow_up: str, values: str, carried: str
) -> None:
    chat = await community()
    assert (await chat.hear(asked)).tone is Tone.ANSWER
    reply = await chat.hear(follow_up)
    assert reply.tone is Tone.ANSWER
    assert values in reply.lines
    assert any(note.startswith("As in ?1: ") and carried in note for note in reply.notes)


async def test_a_follow_up_says_what_of_it_was_not_read() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    reply = await chat.hear("and in Wedding near a smelly factory?")
    assert "area 75 m² · rooms 3 · district Wedding" in reply.lines
    assert "smelly factory" in shown(reply)


async def test_nothing_is_carried_over_to_a_whole_question() -> None:
    chat = await community()
    await chat.hear("ferry: wind 25, rain")
    reply = await chat.hear("if the wind is 30, how long does the ferry take?")
    assert "wind 30 km/h" in reply.lines
    assert "As in" not in shown(reply)


async def test_a_follow_up_about_another_task_starts_anew() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    reply = await chat.hear("and the ferry with wind 30?")
    assert reply.title.startswith("ferry")
    assert "As in" not in shown(reply)


async def test_later_a_follow_up_does_not_go_on_from_an_old_answer() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    assert isinstance(chat.clock, Time)
    chat.clock.now += timedelta(minutes=31)
    assert "district Wedding" in (await chat.hear("and in Wedding?")).lines
    assert "Which task" in (await chat.hear("and a bit cheaper?")).title


async def test_a_follow_up_goes_on_from_the_members_own_answer_alone() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte", by="Ann")
    assert "district Wedding" in (await chat.hear("and in Wedding?", by="Ben")).lines
    assert "Which task" in (await chat.hear("and a bit cheaper?", by="Eve")).title


async def test_an_instruction_that_begins_with_and_asks_nothing() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    assert (await chat.hear("and delete example 3")).tone is not Tone.ANSWER


@pytest.mark.parametrize(
    "text", ["that's way too much", "are you sure?", "nope", "you were wrong", "不对", "你确定吗？"]
)
async def test_a_verdict_after_an_answer_does_not_ask_which_task(text: str) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    reply = await chat.hear(text)
    assert reply.tone is Tone.ERROR
    assert "Which task" not in shown(reply)


@pytest.mark.parametrize("text", ["thanks, that helped", "谢谢，很有用", "wow, quick!"])
async def test_thanks_after_an_answer_get_a_friendly_line(text: str) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    assert "Glad to help" in (await chat.hear(text)).title


async def test_what_was_taught_tells_the_task() -> None:
    chat = await community()
    await chat.hear("ferry: wind 25, rain")
    answer = await chat.hear("Mitte maybe")
    assert answer.title.startswith("flats")
    assert "district Mitte" in answer.lines


async def test_what_says_nothing_of_the_last_task_may_be_for_another() -> None:
    chat = await community()
    await chat.hear("ferry: wind 25, rain")
    reply = await chat.hear("Pankow maybe")
    assert "could not find any of the fields of ferry" in reply.title
    assert "correct ?1" in shown(reply)
    assert "district" in shown(await chat.press("flats"))


async def test_a_hint_is_about_the_task_that_was_named() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    reply = await chat.hear("ferry: you were wrong yesterday")
    assert reply.tone is Tone.ERROR
    assert "?1" not in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        "ferry: forget what I taught about Tuesday",
        "ferry: you forgot that rain slows it",
        "ferry: the wind was broken yesterday",
        "菜价：白菜昨天卖完了",
    ],
)
async def test_a_task_that_is_named_does_not_make_a_statement_a_question(text: str) -> None:
    chat = await community()
    assert (await chat.hear(text)).tone is not Tone.ANSWER


async def test_what_a_named_tasks_statement_tells_is_offered_as_a_lesson() -> None:
    chat = await community()
    reply = await chat.hear("ferry: it took 50 minutes yesterday with wind 45")
    assert "Shall I learn this?" in reply.title
    assert "time 50 min" in shown(reply)
    assert "wind 45 km/h → 50 min" in shown(await chat.press("Save it"))
    reply = await chat.hear("菜价：白菜4斤一共8块")
    assert "价格 8 元" in shown(reply)


BAKERY = (
    "task new name:面包店 predict:number unit:个 target:卖出 "
    'fields:"星期: category; 天气: category; 气温: number 度; 促销: yes/no"'
)


async def bakery() -> Chat:
    """Return a chat whose categories have one or two Chinese characters."""
    chat = Chat(clock=Time())
    for line in (
        BAKERY,
        "teach 面包店: 周一, 晴, 20度, 不促销 -> 80",
        "teach 面包店: 周六, 雨, 15度, 促销 -> 120",
        "teach 面包店: 周日, 晴, 25度, 促销 -> 150",
        "teach 面包店: 周三, 阴, 18度, 不促销 -> 75",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("周六下雨的话能卖多少", "星期 周六 · 天气 雨"),
        ("周六雨天能卖多少", "星期 周六 · 天气 雨"),
        ("促销周日晴25度", "星期 周日 · 天气 晴 · 气温 25 度 · 促销 yes"),
        ("周六不下雨能卖多少", "星期 周六"),
        ("周六没有雨能卖多少", "星期 周六"),
        ("周六阴森森的能卖多少", "星期 周六"),
    ],
)
async def test_a_category_of_one_character_is_read_where_it_is_a_word(
    text: str, values: str
) -> None:
    chat = await bakery()
    assert values in (await chat.hear(text)).lines


async def test_a_lesson_in_a_sentence_shows_what_was_read_before_it_is_saved() -> None:
    chat = await bakery()
    reply = await chat.hear("昨天周三下雨卖了66个")
    assert "面包店: 星期 周三 · 天气 雨 → 卖出 66 个" in reply.lines
    assert "昨天" in shown(reply)


@pytest.mark.parametrize(
    "text", ["不好意思打错了，是周日", "sorry, I meant 周日", "抱歉，应该是周日"]
)
async def test_a_question_that_is_put_right_is_asked_again(text: str) -> None:
    chat = await bakery()
    await chat.hear("周六25度")
    reply = await chat.hear(text)
    assert reply.tone is Tone.ANSWER
    assert "星期 周日 · 气温 25 度" in reply.lines


@pytest.mark.parametrize("text", ["给我看看周六的记录", "show me the lessons of 周六"])
async def test_a_wish_to_see_what_was_taught_is_no_question(text: str) -> None:
    chat = await bakery()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ERROR
    assert "examples list" in shown(reply)


async def test_what_should_be_is_no_question() -> None:
    chat = await community()
    reply = await chat.hear("the Wedding one was wrong, it should be more")
    assert "rather than asks" in reply.title


@pytest.mark.parametrize(
    ("asked", "follow_up", "values"),
    [
        ("ferry: wind 25, rain", "and if its not rain?", "wind 25 km/h · rain no"),
        ("flats: 75 m², 3 rooms", "same but 10 m² smaller and in Mitte", "area 65 m²"),
        (
            "flats: 75 m², 3 rooms",
            "ok cool and what about with 1 room less",
            "area 75 m² · rooms 2",
        ),
        ("ferry: wind 25, rain", "not 25, 35", "wind 35 km/h · rain yes"),
        ("菜价: 白菜, 2斤", "那换成五花肉呢", "品种 五花肉 · 重量 2 斤"),
        ("菜价: 白菜, 2斤", "重量改成3斤呢", "品种 白菜 · 重量 3 斤"),
        ("菜价: 白菜, 2斤", "不是2斤，是4斤", "品种 白菜 · 重量 4 斤"),
        ("菜价: 白菜, 2斤", "五花肉呢", "品种 五花肉 · 重量 2 斤"),
    ],
)
async def test_a_follow_up_is_known_by_its_form(asked: str, follow_up: str, values: str) -> None:
    chat = await community()
    await chat.hear(asked)
    reply = await chat.hear(follow_up)
    assert reply.tone is Tone.ANSWER
    assert values in shown(reply)


async def test_an_amount_less_than_none_is_not_asked() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms")
    assert "−" not in shown(await chat.hear("and with 5 fewer rooms?"))


async def test_an_answer_that_is_denied_is_no_follow_up() -> None:
    chat = await community()
    await chat.hear("ferry: wind 25, rain")
    assert (await chat.hear("not 45, 52")).tone is not Tone.ANSWER


async def test_the_choice_of_a_task_does_not_make_a_statement_a_question() -> None:
    chat = await community()
    reply = await chat.hear("the captain never showed up")
    assert "Which task" in reply.title
    assert (await chat.press("ferry")).tone is not Tone.ANSWER


RIDES = (
    "task new name:rides predict:rating scale:1-5 "
    'fields:"route: item; km: number; surface: category"'
)


@pytest.mark.parametrize(
    "text",
    [
        "rides: we did River Loop again yesterday and honestly only a 3 this time",
        "rides: River Loop was just a 3 today",
        "River Loop, 30 km, i give 3 stars",
    ],
)
async def test_a_rating_told_in_a_sentence_is_offered_as_a_lesson(text: str) -> None:
    chat = await community()
    for line in (RIDES, "teach rides: River Loop, 30 km, gravel -> 4"):
        await chat.say(line)
    reply = await chat.hear(text)
    assert "Shall I learn this?" in reply.title
    assert "River Loop" in shown(reply)
    assert "→ answer 3" in shown(reply)


async def test_a_field_named_as_a_unit_has_that_unit() -> None:
    chat = await community()
    await chat.say(RIDES)
    saved = await chat.say("teach rides: Coast Path, 10 miles, gravel -> 4")
    assert "km 16.0" in shown(saved)


DAYS = (
    "task new name:出不出 predict:category labels:出,不出 "
    'fields:"风力: number 级; 下雨: yes/no; 日期: date"'
)


@pytest.mark.parametrize("text", ["明天几点天亮", "昨天你不是说不出嘛", "今天有点冷啊"])
async def test_a_day_alone_makes_no_question(text: str) -> None:
    chat = Chat()
    for line in (DAYS, "teach 出不出: 3级, 不下雨 -> 出", "teach 出不出: 7级, 下雨 -> 不出"):
        await chat.say(line)
    assert (await chat.hear(text)).tone is Tone.ASK
    assert (await chat.hear("明天3级风出不出")).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["Mitte is 68 m² not 65 btw", "重量不是2斤是3斤", "我不喜欢白菜"])
async def test_what_is_so_rather_than_otherwise_is_told(text: str) -> None:
    chat = await community()
    assert (await chat.hear(text)).tone is not Tone.ANSWER
