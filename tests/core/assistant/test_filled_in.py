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


_BOTTLE = (
    "bottle: 150 ml, 4 hours since last feed, formula -> finished",
    "bottle: 180 ml, 2 hours since last feed, breast milk -> refused",
    'task new name:pool predict:category labels:"locker, cleaning" fields:"note: text"',
)
_TOLD = "bottle: 90 ml, 3 hours since last feed, formula, she was sleepy and it was late"


async def told(text: str, *, is_reply: bool) -> tuple[Chat, Reply]:
    """Return the reply to words after a card that asks for the answer of what was told."""
    chat = Chat()
    for line in _BOTTLE:
        await chat.say(line)
    question = await chat.hear(_TOLD)
    assert [choice.label for choice in question.choices][:2] == [
        "answer: finished",
        "answer: refused",
    ]
    own = int(question.choices[-1].action.split(":")[1])
    message = Message(
        sender=chat.sender("Ana"),
        text=text,
        about_card=CardKind.OFFER if is_reply else None,
        about_offer=own if is_reply else None,
    )
    return chat, await chat.assistant.handle(message)


@pytest.mark.parametrize("is_reply", [True, False])
@pytest.mark.parametrize(
    "text", ["refused", "it was refused", "-> refused", "是refused", "refused obviously"]
)
async def test_a_label_that_was_taught_is_the_answer(text: str, is_reply: bool) -> None:
    _, reply = await told(text, is_reply=is_reply)
    assert reply.tone is Tone.DONE
    assert "→ refused" in shown(reply)


@pytest.mark.parametrize(
    ("text", "is_reply"),
    [
        ("spat out", False),
        ("it was spat out", False),
        ("spat most of it", True),
        ("没喝完", False),
    ],
)
async def test_a_label_that_is_new_is_shown_before_it_is_saved(text: str, is_reply: bool) -> None:
    chat, reply = await told(text, is_reply=is_reply)
    assert reply.tone is Tone.ASK, shown(reply)
    label = text.removeprefix("it was ")
    assert f"→ answer {label}" in shown(reply)
    assert [choice.is_yes for choice in reply.choices] == [True, False]
    assert "2 examples" in shown(await chat.hear("examples list bottle"))
    saved = await chat.press(reply.choices[0])
    assert f"→ {label}" in shown(saved)


@pytest.mark.parametrize("is_reply", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "thanks Ana",
        "谢谢安娜",
        "what's for dinner",
        "晚上吃什么",
        "see you at 9",
        "not refused",
        "claims: keys, gym, Nov 25, 5€, named -> yes",
        "pool: key stuck in 203 -> locker",
        "pool: the key is stuck",
        "she finished it much later and the milk was cold",
    ],
)
async def test_other_words_are_no_label(text: str, is_reply: bool) -> None:
    chat, reply = await told(text, is_reply=is_reply)
    assert f"→ answer {text}" not in shown(reply)
    assert "(bottle)" not in reply.title
    if not is_reply:
        assert "Not saved" in shown(reply)
    assert "2 examples" in shown(await chat.hear("examples list bottle"))


@pytest.mark.parametrize(
    ("text", "is_of_it"),
    [
        ("locker", True),
        ("it's locker", True),
        ("locker obviously", True),
        ("pool: key stuck in 203 -> locker", False),
        ("the locker 7 is broken", False),
    ],
)
async def test_a_label_among_more_words_is_of_what_they_say(text: str, is_of_it: bool) -> None:
    chat = Chat()
    await chat.say(_BOTTLE[2])
    await chat.say("pool: hair in the drain -> cleaning")
    await chat.say("pool: it ate my coin -> locker")
    asked = await chat.hear("pool: water in lane 3 is cloudy -> clear")
    assert asked.tone is Tone.ASK
    reply = await chat.say(text)
    listed = shown(await chat.hear("examples list pool"))
    assert ("water in lane 3" in listed) is is_of_it, shown(reply)


@pytest.mark.parametrize(
    "text", ["see you at 9", "9 of us are coming", "9 of us", "brb in 9 mins", "I'll be there at 9"]
)
async def test_a_number_of_something_else_puts_no_value_in(text: str) -> None:
    for asked in (_LESSON, _FORECAST):
        _, reply = await after(asked, text)
        assert "€ 9" not in shown(reply), shown(reply)
        assert reply.tone is not Tone.DONE


@pytest.mark.parametrize("text", ["maybe 27 m²", "roughly 27", "大概27", "27左右"])
async def test_a_hedge_beside_a_value_leaves_it_the_value(text: str) -> None:
    chat = Chat()
    await chat.say('task new name:price predict:number unit:€ fields:"size: number m²"')
    await chat.say("teach price: size: 25 -> 250")
    await chat.hear("teach price: size: 20+ -> 300")
    assert "size 27 m²" in shown(await chat.hear(text))


@pytest.mark.parametrize(
    "text", ["none", "neither", "why did you think offer", "hmm is that an offer then", "都不是"]
)
async def test_words_that_take_no_choice_or_ask_are_no_label(text: str) -> None:
    chat = Chat()
    await chat.say('task new name:swap predict:category labels:"offer, no" fields:"post: text"')
    await chat.say("teach swap: old bike to give away -> offer")
    await chat.say("teach swap: when do we meet -> no")
    asked = await chat.hear("teach swap: two jam jars ->?")
    await chat.hear(text)
    assert "2 examples" in shown(await chat.hear("task show swap")), asked
