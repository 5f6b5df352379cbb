"""What is typed after an answer goes on from it: the task is not asked again, nor the values."""

from datetime import timedelta

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.several_tasks import Time, community


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
    chat.clock.now += timedelta(minutes=31)
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


@pytest.mark.parametrize("text", ["nope", "you were wrong", "不对"])
async def test_a_verdict_after_an_answer_does_not_ask_which_task(text: str) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    reply = await chat.hear(text)
    assert reply.title.startswith("What was ?1 really?")
    assert "Which task" not in shown(reply)


@pytest.mark.parametrize("text", ["are you sure?", "how come?", "你确定吗？", "why so much?"])
async def test_whoever_doubts_an_answer_sees_what_it_rests_on(text: str) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    assert (await chat.hear(text)).title.startswith("Why ")


async def test_whoever_asks_what_the_bot_can_do_is_helped() -> None:
    chat = await community()
    assert (await chat.hear("what can you do?")).title == (await chat.hear("help")).title


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
    assert "found nothing of ferry" in reply.title
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


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("flats: 75 m², 4 rooms", "and 3 or more rooms?"),
        ("flats: 75 m², 4 rooms", "and with 3 rooms higher up?"),
        ("flats: 75 m², 4 rooms", "and up to 5 more rooms?"),
        ("flats: 75 m², 4 rooms", "and 3-4 more rooms"),
        ("菜价: 白菜, 3斤", "那差不多3斤呢"),
        ("菜价: 白菜, 8斤", "那最多5斤呢"),
    ],
)
async def test_a_bound_is_added_to_nothing(asked: str, text: str) -> None:
    chat = await community()
    await chat.hear(asked)
    said = shown(await chat.hear(text))
    assert not any(f"{wrong} " in said for wrong in ("rooms 7", "rooms 9", "rooms 8", "rooms 10"))
    assert "重量 6 斤" not in said
    assert "重量 13 斤" not in said


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("flats: 75 m², Mitte, balcony", "And what does a flat of 60 m² with 2 rooms cost?"),
        ("菜价: 白菜, 8斤, 晴天", "五花肉3斤多少钱呢"),
        ("菜价: 白菜, 8斤, 晴天", "换锁要3斤土豆吗"),
    ],
)
async def test_a_whole_question_carries_nothing_over(asked: str, text: str) -> None:
    chat = await community()
    await chat.hear(asked)
    assert "As in" not in shown(await chat.hear(text))


async def test_why_is_about_the_answer_that_it_names() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    await chat.hear("ferry: wind 25, rain")
    assert "?1" in shown(await chat.hear("why is ?1 so expensive?"))


@pytest.mark.parametrize(
    "text",
    [
        "嗯" * 34 + "对谢谢",
        "不要了" * 26 + "x",
        "clearly " * 30 + "x bug",
        "刚刚" * 28 + "，80平3室",
    ],
)
async def test_repeated_little_words_are_read_at_once(text: str) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    assert (await chat.hear(text)).title
