"""What a sentence tells is offered as a lesson or asked about, never forecast unsaid."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import bakery, band, community


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


@pytest.mark.parametrize(
    "text",
    [
        "who's bringing the pizza?",
        "can someone bring pizza on thursday",
        "I'll be late on tuesday",
        "remind me on tuesday",
        "set the alarm for tuesday",
        "tuesday is a holiday this week",
        "we can't play on thursday",
        "my cousin might join us on tuesday",
    ],
)
async def test_a_remark_that_names_a_value_is_asked_about(text: str) -> None:
    chat = await band()
    assert (await chat.hear(text)).tone is Tone.ASK


@pytest.mark.parametrize(
    "text",
    [
        "what's the weather on tuesday?",
        "what did I say about thursday",
    ],
)
async def test_a_question_about_what_is_stored_is_not_forecast(text: str) -> None:
    chat = await band()
    assert (await chat.hear(text)).tone is Tone.ERROR


async def test_a_question_for_the_number_of_lessons_is_counted() -> None:
    reply = await (await band()).hear("how many lessons are there")
    assert reply.title == "rehearsal: 2 examples"


@pytest.mark.parametrize(
    "text",
    [
        "tuesday",
        "tuesday, windy",
        "tuesday pizza?",
        "I need the number for tuesday with pizza",
        "we are planning pizza on tuesday",
        "tuesday next week with pizza",
    ],
)
async def test_values_and_little_else_are_a_question(text: str) -> None:
    chat = await band()
    assert (await chat.hear(text)).tone is Tone.ANSWER


async def test_what_is_skipped_is_not_taken() -> None:
    chat = await band()
    await chat.hear("tuesday, sunny, pizza")
    assert "pizza yes" not in (await chat.hear("what if we skip the pizza")).lines


RUNS = (
    "task new name:runs predict:number unit:min target:finish "
    'fields:"distance: number km; climb: number m; shoes: category"'
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("42.2 km, pegasus", "distance 42.2 km · shoes pegasus"),
        ("26.2 miles, 400 ft, pegasus", "distance 42.16 km · climb 121.9 m · shoes pegasus"),
        ("900 m, pegasus", "climb 900 m · shoes pegasus"),
    ],
)
async def test_of_two_lengths_the_one_in_that_unit_is_meant(text: str, values: str) -> None:
    chat = Chat()
    for line in (
        RUNS,
        "teach runs: 10 km, 120 m, pegasus -> 52",
        "teach runs: 21 km, 300 m, vaporfly -> 130",
        "teach runs: 5 km, 20 m, pegasus -> 24",
    ):
        await chat.say(line)
    assert values in (await chat.hear(f"runs: {text}?")).lines


INBOX = 'task new name:inbox predict:category labels:"kiln, glaze, fees" fields:"msg: text"'
GLAZES = (
    "task new name:glazes predict:rating scale:1-5 "
    'fields:"glaze: item; family: category; wall: number mm"'
)


async def pottery() -> Chat:
    """Return a chat whose task about texts would take any sentence."""
    chat = await community()
    for line in (
        INBOX,
        "teach inbox: the kiln door is stuck -> kiln",
        "teach inbox: how do I renew my card -> fees",
        "teach inbox: is shino food safe -> glaze",
        GLAZES,
        "teach glazes: Delft White, tin, 6 mm -> 4",
        "teach glazes: Iron Saturate, iron, 4 mm -> 5",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "morning all! do i ask kiln stuff in here or what lol",
        "no wait, i meant glaze not kiln",
        "forget it, kiln was right after all",
        "delete the sponge one",
        "neither, that's fees. jk, glaze",
        "which glaze do people like best?",
        "whats a shino anyway",
        "the kiln is free tonight",
    ],
)
async def test_beside_other_tasks_no_remark_is_classified(text: str) -> None:
    chat = await pottery()
    await chat.hear("inbox: kiln sitter wont trip")
    reply = await chat.hear(text)
    assert reply.tone is not Tone.ANSWER
    assert "inbox" not in [choice.label for choice in reply.choices]


async def test_a_text_is_classified_where_its_task_is_chosen() -> None:
    chat = await pottery()
    await chat.hear("who pays for the clay")
    assert (await chat.press("inbox: classify it")).title.startswith("inbox")


async def test_a_rating_between_two_after_an_answer_is_no_other_tasks_value() -> None:
    chat = await pottery()
    await chat.hear("glazes: Delft White?")
    assert "scale" in shown(await chat.hear("3.5 from me"))


async def test_inches_may_stand_apart() -> None:
    chat = await pottery()
    assert "wall 6.35 mm" in shown(await chat.hear("glazes: Delft White, wall 0.25 in?"))


@pytest.mark.parametrize(
    "text",
    [
        "thanks, off for a spin with wind 12 now",
        "谢谢，明天风30",
        "Mira, did your ferry with wind 12 really take all day?",
        "Mira, are you really going out with wind 12?",
    ],
)
async def test_thanks_and_questions_to_others_are_not_forecast(text: str) -> None:
    chat = await community()
    assert (await chat.hear(text)).tone is not Tone.ANSWER


async def test_an_item_keeps_a_name_that_begins_as_a_category() -> None:
    chat = Chat()
    for line in (
        'task new name:teas predict:rating scale:1-5 fields:"title: item; kind: category"',
        "teach teas: Sencha, green -> 3",
        "teach teas: Lapsang, black -> 4",
    ):
        await chat.say(line)
    saved = await chat.say("teach teas: Black Needle, black -> 4")
    assert "title Black Needle · kind black" in shown(saved)
