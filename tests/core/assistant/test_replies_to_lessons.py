"""Replies to the card of a lesson: each is about that lesson, and no other thing."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

_CONCERTS = (
    (
        "task new name:concerts predict:number unit:people "
        'fields:"venue: church | hall | school; ticket: number €; singers: number; encore: yes/no"'
    ),
    "teach concerts: hall, ticket 12, singers 34, encore no -> 180",
    "teach concerts: church, ticket 10, singers 28, encore no -> 240",
    "teach concerts: church, ticket 7, singers 26, encore no -> 205",
)
_PETS = (
    (
        "task new name:宠物寄养 predict:number unit:元 "
        'fields:"宠物: 猫 | 狗 | 兔子; 体重: number kg; 天数: number 天; 绝育: yes/no"'
    ),
    "teach 宠物寄养: 狗, 体重 20, 天数 7, 绝育 否 -> 980",
    "teach 宠物寄养: 兔子, 体重 2, 天数 3, 绝育 否 -> 180",
    "teach 宠物寄养: 体重 6, 天数 5, 绝育 是 -> 350",
)
_ASKED: dict[tuple[str, ...], str] = {
    _CONCERTS: "concerts: hall, 20 singers?",
    _PETS: "宠物寄养: 狗, 8天?",
}
_COULD_NOT = "I cannot use"


async def replied(lines: tuple[str, ...], text: str, *, by: str = "Ana") -> Reply:
    """Return the reply to a member's reply to #3, who asked and taught other things since."""
    chat = Chat()
    for line in lines:
        await chat.say(line)
    await chat.say("task new name:other predict:number fields:size")
    await chat.say("teach other: size 3 -> 9", by=by)
    await chat.hear(_ASKED[lines], by=by)
    sender = replace(chat.sender(by), locale="en")
    return await chat.assistant.handle(Message(sender=sender, text=text, about_example=3))


@pytest.mark.parametrize(
    ("lines", "text", "change", "ignored"),
    [
        (_CONCERTS, "make it 215", "answer 215 people", ""),
        (_CONCERTS, "make it 215, Cal counted again", "answer 215 people", "Cal counted again"),
        (_CONCERTS, "and the ticket was 7.50", "ticket € 7.5", ""),
        (_CONCERTS, "set the ticket to 9", "ticket € 9", ""),
        (_CONCERTS, "oh and there was an encore after all", "encore yes", "after"),
        (_CONCERTS, "the hall, not the church", "venue hall", ""),
        (_CONCERTS, "8 singers, in the school", "venue school · singers 8", ""),
        (_CONCERTS, "Ben mixed it up, tickets were 12", "ticket € 12", "Ben mixed it up"),
        (_PETS, "忘说了,是猫", "宠物 猫", "忘说了"),
        (_PETS, "是狗", "宠物 狗", ""),
        (_PETS, "十二斤是去年称的,现在十三斤半", "体重 6.75 kg", "十二斤是去年称的"),
        (_PETS, "重量写错了,是四十公斤", "体重 40 kg", "重量写错了"),
        (_PETS, "把天数改成８吧", "天数 8 天", ""),
        (_PETS, "天数改成8", "天数 8 天", ""),
        (_PETS, "老王说得对,改成7天", "天数 7 天", "老王说得对"),
        (_PETS, "还是两天,我记错了", "天数 2 天", "我记错了"),
    ],
)
async def test_what_a_reply_tells_of_a_lesson_is_offered_beside_what_is_unread(
    lines: tuple[str, ...], text: str, change: str, ignored: str
) -> None:
    reply = await replied(lines, text)
    assert reply.title == f"Change #3: {change}?", shown(reply)
    assert ignored in shown(reply)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (_CONCERTS, "the choir was great, wasn't it"),
        (_CONCERTS, "it rained like hell"),
        (_CONCERTS, "how do you know there were 24?"),
        (_CONCERTS, "how many people came?"),
        (_PETS, "这是谁教的?"),
        (_PETS, "我家的很乖"),
    ],
)
@pytest.mark.parametrize("by", ["Ana", "Ben"])
async def test_a_reply_of_nothing_in_a_lesson_says_that_it_was_of_no_use(
    lines: tuple[str, ...], text: str, by: str
) -> None:
    reply = await replied(lines, text, by=by)
    assert reply.tone is Tone.ERROR, shown(reply)
    assert not reply.choices
    assert reply.title.startswith(_COULD_NOT)
    how = "examples edit 3" if by == "Ana" else "taught by somebody else"
    assert how in shown(reply)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (_CONCERTS, "the school, not the church"),
        (_CONCERTS, "make it 215"),
        (_CONCERTS, "there was an encore after all"),
        (_PETS, "是猫"),
        (_PETS, "改成7天"),
    ],
)
async def test_a_change_of_another_members_lesson_is_refused(
    lines: tuple[str, ...], text: str
) -> None:
    reply = await replied(lines, text, by="Ben")
    assert (reply.tone, reply.choices) == (Tone.ERROR, ())
    assert reply.title.startswith("#3 was taught by somebody else")


@pytest.mark.parametrize(
    ("lines", "text", "read"),
    [
        (_CONCERTS, "what about 30 singers?", "singers 30"),
        (_PETS, "八天要多少?", "天数 8 天"),
    ],
)
async def test_a_question_with_values_is_asked_of_the_task_of_the_lesson(
    lines: tuple[str, ...], text: str, read: str
) -> None:
    reply = await replied(lines, text)
    assert reply.tone is Tone.ANSWER, shown(reply)
    assert read in shown(reply)


@pytest.mark.parametrize("text", ["nice one!", "thanks", "谢谢"])
async def test_a_reaction_to_a_lesson_changes_nothing(text: str) -> None:
    reply = await replied(_CONCERTS, text)
    assert (reply.tone, reply.choices) == (Tone.INFO, ())


GIFTS = (
    'task new name:份子钱 predict:number unit:元 fields:"关系: category; 人数: number 人; '
    '城市: category; 酒店: yes/no"'
)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("关系亲戚,3个人", "关系 亲戚 · 人数 3 人"),
        ("城市青岛,3个人", "人数 3 人 · 城市 青岛"),
        ("3个人，城市青岛", "人数 3 人 · 城市 青岛"),
    ],
)
async def test_a_new_category_beside_a_number_is_part_of_the_change(text: str, change: str) -> None:
    chat = Chat()
    await chat.say(GIFTS)
    await chat.say("teach 份子钱: 城市: 县城, 酒店: 是 -> 2000")
    reply = await chat.assistant.handle(
        Message(sender=chat.sender("Ana"), text=text, about_example=1)
    )
    assert reply.title == f"Change #1: {change}?"
