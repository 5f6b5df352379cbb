"""A rating that names nothing is of the item that was asked about, or taught, right before it."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

TEAS = (
    'task new name:奶茶 predict:rating scale:1-5 fields:"饮品: item; 店: category; 糖: 半糖|无糖"',
    "teach 奶茶: 伯牙绝弦, 霸王茶姬, 半糖 -> 4",
    "teach 奶茶: 四季春, 五十岚, 无糖 -> 4",
    'task new name:honey predict:number unit:kg fields:"hives: number"',
    "teach honey: 4 hives -> 50",
)


async def taught(*more: str) -> Chat:
    chat = Chat()
    for line in (*TEAS, *more):
        assert (await chat.say(line)).tone in {Tone.DONE, Tone.ANSWER}
    return chat


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("我给四分吧，太甜了", "4"),
        ("3分吧还是", "3"),
        ("还是给回4分吧", "4"),
        ("不不不，打3分", "3"),
        ("ok 4 out of 5 then", "4"),
        ("tasted it: 3", "3"),
        ("喝了，3分", "3"),
    ],
)
async def test_a_rating_alone_is_of_the_item_asked_about(text: str, rating: str) -> None:
    reply = await (await taught("四季春 无糖")).hear(text)
    assert reply.title == f"Shall I learn that ?1 was {rating}?"


async def test_what_is_remarked_beside_a_rating_is_said_not_to_be_used() -> None:
    assert "ignored: 太甜了" in shown(
        await (await taught("四季春 无糖")).hear("我给四分吧，太甜了")
    )


async def test_a_rating_alone_that_the_scale_does_not_have_is_not_taken() -> None:
    reply = await (await taught("四季春 无糖")).hear("tasted it: three and a half")
    assert reply.tone is Tone.ERROR
    assert "3.5" in shown(reply)


@pytest.mark.parametrize("text", ["还是给回3分吧", "不不不，打3分"])
async def test_a_rating_alone_changes_the_lesson_that_was_just_taught(text: str) -> None:
    chat = await taught("teach 奶茶: 四季春, 五十岚, 无糖 -> 2")
    assert (await chat.hear(text)).title.startswith("Change #2: answer 3?")


async def test_a_shop_before_a_known_item_is_no_part_of_its_name() -> None:
    reply = await (await taught()).hear("霸王茶姬伯牙绝弦，五分！")
    assert "奶茶: 饮品 伯牙绝弦 · 店 霸王茶姬 → answer 5" in reply.lines
