"""The bot asks what a field is: words that are such a value answer it, and go on from there."""

import pytest

from core.assistant.incoming import CardKind, Message
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

_LINES = (
    (
        "task new name:concerts predict:number unit:people "
        'fields:"venue: church | hall; ticket: number €; singers: number"'
    ),
    "teach concerts: hall, ticket 12, singers 34 -> 180",
    "teach concerts: church, ticket 10, singers 28 -> 240",
    "task new name:other predict:number fields:size",
    (
        "task new name:寄养 predict:number unit:元 "
        'fields:"宠物: 猫 | 狗; 体重: number kg; 天数: number 天"'
    ),
    "teach 寄养: 猫, 体重 4, 天数 2 -> 90",
)
_FORECAST = "concerts: church, ticket 9-11 euros, 30 singers?"
_LESSON = "concerts: hall, ticket between 8 and 10, singers 30 -> 150"
_UNREAD = "concerts: church, tickets were under 20, singers 28 -> 240"
_WEIGHED = "寄养: 猫, 体重8到10斤, 天数3 -> 200"


async def after(asked: str, text: str, *, offer: int | None = None) -> tuple[Reply, Reply]:
    """Return the bot's question, and the reply to words that reply to its card, or another's."""
    chat = Chat()
    for line in _LINES:
        await chat.say(line)
    question = await chat.hear(asked)
    own = int(question.choices[-1].action.split(":")[1])
    message = Message(
        sender=chat.sender("Ana"),
        text=text,
        about_card=CardKind.OFFER,
        about_offer=own if offer is None else offer,
    )
    return question, await chat.assistant.handle(message)


@pytest.mark.parametrize(
    ("asked", "text", "read"),
    [
        (_FORECAST, "10", "venue church · ticket € 10 · singers 30"),
        (_FORECAST, "so €10", "venue church · ticket € 10 · singers 30"),
        (_LESSON, "9", "venue hall · ticket € 9 · singers 30 → answer 150"),
        (_LESSON, "make it 9", "venue hall · ticket € 9 · singers 30 → answer 150"),
        (_UNREAD, "10 euros, so €10", "venue church · ticket € 10 · singers 28 → answer 240"),
        (_WEIGHED, "九斤", "宠物 猫 · 体重 4.5 kg · 天数 3 天 → answer 200"),
        (_WEIGHED, "应该是４.5kg吧", "宠物 猫 · 体重 4.5 kg · 天数 3 天 → answer 200"),
    ],
)
async def test_a_value_of_the_field_asked_about_is_put_in(asked: str, text: str, read: str) -> None:
    question, reply = await after(asked, text)
    assert question.tone is Tone.ASK
    assert read in shown(reply), shown(reply)
    assert reply.tone is (Tone.ANSWER if asked is _FORECAST else Tone.ASK)
    assert reply.closes == (question.choices[-1].action,)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (_LESSON, "12, singers 40"),
        (_LESSON, "the hall"),
        (_LESSON, "9?"),
        (_WEIGHED, "天数9"),
        (_WEIGHED, "谢谢"),
        ("concerts: hall, ticket 9, singers 30 -> 150", "9"),
    ],
)
async def test_other_words_put_no_value_in(asked: str, text: str) -> None:
    _, reply = await after(asked, text)
    assert "→ answer" not in shown(reply), shown(reply)
    assert reply.tone is not Tone.DONE


async def test_a_reply_to_another_card_puts_no_value_in() -> None:
    _, reply = await after(_LESSON, "9", offer=999)
    assert "ticket € 9" not in shown(reply)
