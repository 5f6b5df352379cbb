"""Numbers told after an answer: of what was asked about, or of something else."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import bakery, band
from tests.core.assistant.several_tasks import community as flats_and_more
from tests.core.assistant.test_remarks import heard_after

BAND = "ask rehearsal: Tuesday, rainy, no exam week, pizza"
FLAT = "ask flats: 85 m², 3 rooms, Mitte, balcony"
BAKERY = "问 面包店: 周日, 雨, 20度, 促销"


async def _after(chat: Chat, question: str, text: str) -> str:
    await chat.say(question)
    return shown(await chat.hear(text))


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("it was 26", "26"), ("ended up 26", "26"), ("26 people came", "26")),
        *(("only 12 came lol", "12"), ("we were 26", "26"), ("there were 26", "26")),
        *(("turned out 26 showed up", "26"), ("18 of us in the end", "18")),
        *(("ended up at 26", "26"), ("the band had 26", "26"), ("attendance was 26", "26")),
        *(("our total was 26", "26"), ("change it to 26", "26"), ("it's 26", "26")),
    ],
)
async def test_how_many_came_is_offered_as_the_truth(text: str, truth: str) -> None:
    reply = await _after(await band(), BAND, text)
    assert reply.startswith(f"Shall I learn that ?1 was {truth} people?")


@pytest.mark.parametrize(
    "text",
    [
        *("only 3 of us will come on Sunday", "3 of us are going", "the meeting is at 7"),
        *("we waited 20 minutes lol", "i'm 34 today", "see you at 8", "it starts at 7"),
        *("ended at 9", "my brother is 30", "lunch was 12"),
    ],
)
async def test_other_numbers_are_not_offered_as_how_many_came(text: str) -> None:
    assert "Shall I learn that" not in await _after(await band(), BAND, text)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("sold for 340k", "340,000"), ("they paid 340k", "340,000")),
        *(("the flat went for 340k", "340,000"), ("ours sold for 340k", "340,000")),
        *(("it closed at 338k", "338,000"), ("got it for 335k", "335,000")),
    ],
)
async def test_a_price_told_is_offered_as_the_truth(text: str, truth: str) -> None:
    reply = await _after(await flats_and_more(), FLAT, text)
    assert reply.startswith(f"Shall I learn that ?1 was € {truth}?")


@pytest.mark.parametrize("text", ["rent was 900", "my bike cost 300"])
async def test_the_price_of_something_else_is_not_offered(text: str) -> None:
    assert "Shall I learn that" not in await _after(await flats_and_more(), FLAT, text)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("took us 3 h", "180 min"), ("the bike took 35 min", "35 min")),
        ("Tom did it in 35", "35 min"),
    ],
)
async def test_a_time_told_is_offered_as_the_truth(text: str, truth: str) -> None:
    assert (await heard_after(text)).title == f"Shall I learn that ?1 was {truth}?"


@pytest.mark.parametrize(
    "text",
    [
        *("we waited 20 minutes lol", "i slept 5 hours", "lunch took 30 min", "i paid 20"),
        *("the shop closes at 6", "my bike cost 300", "we started at 9", "my commute is 40 min"),
        *("only 2 of us are working today", "i've been waiting 20 min", "we were 3"),
        *("花了300", "鱼竿花了300", "买了2斤", "我58斤"),
    ],
)
async def test_a_number_of_something_else_is_neither_learned_nor_predicted(text: str) -> None:
    reply = await heard_after(text)
    assert reply.title.startswith("That tells me something rather than asks"), shown(reply)
    assert reply.tone is Tone.ERROR
    assert "correct ?1" in shown(reply)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("其实是26", "26"), ("最后卖了130个", "130"), ("卖了130", "130"), ("一共130", "130")),
        *(("才卖了90", "90"), ("改成130", "130"), ("把它改成130", "130"), ("应该是130", "130")),
    ],
)
async def test_what_was_sold_is_offered_as_the_truth(text: str, truth: str) -> None:
    reply = await _after(await bakery(), BAKERY, text)
    assert reply.startswith(f"Shall I learn that ?1 was {truth} 个?")


@pytest.mark.parametrize(
    "text",
    [
        "我们只有3个人去",
        "周日就我们俩",
        "我吃了3个",
        "我买了2个",
        "我今年34",
        "我等了20分钟",
        "我们4个人",
    ],
)
async def test_what_people_did_themselves_is_not_offered(text: str) -> None:
    assert "Shall I learn that" not in await _after(await bakery(), BAKERY, text)
