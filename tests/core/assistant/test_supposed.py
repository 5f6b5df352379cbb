"""What an answer would be in another case: no field takes its number, and nothing is learned."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

FIELDS = "depth: number m; minutes: number min; level: novice | advanced; water: number °C"
AIR = (
    f'task new name:air predict:number unit:bar fields:"{FIELDS}"',
    "teach air depth: 18 minutes: 40 level: novice water: 22 -> 150",
    "teach air depth: 25 minutes: 35 level: novice water: 18 -> 170",
    "teach air depth: 20 minutes: 45 level: advanced water: 20 -> 140",
    "teach air depth: 30 minutes: 30 level: advanced water: 15 -> 180",
)


async def asked() -> Chat:
    chat = Chat()
    for line in AIR:
        await chat.say(line)
    await chat.hear("air: 20 m, 40 minutes, novice, 20 °C?")
    return chat


async def said(text: str, *, replying: bool) -> tuple[Tone, str]:
    chat = await asked()
    message = Message(sender=chat.sender("Ana"), text=text, in_reply_to=1 if replying else None)
    reply = await chat.assistant.handle(message)
    return reply.tone, shown(reply)


@pytest.mark.parametrize("replying", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "would be 190 if she was nervous",
        "it'd be 200 if he panicked",
        "I think it would have been about 190 if she was nervous",
        "maybe 190 if she was nervous",
        "if she was nervous it would be 190",
        "要是她紧张的话应该会是190吧",
        "如果他慌了，估计要200",
    ],
)
async def test_what_the_answer_would_be_is_put_into_no_field(text: str, replying: bool) -> None:
    tone, reply = await said(text, replying=replying)
    assert tone is Tone.ERROR
    assert "what ?1 would be in another case" in reply
    assert "correct ?1" in reply


@pytest.mark.parametrize("replying", [False, True])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("what if the depth was 30?", "depth 30 m"),
        ("25 m if she is advanced", "depth 25 m · minutes 40 min · level advanced"),
        ("how much would it be if the water was 15?", "water 15 °C"),
        ("要是换成25米呢", "depth 25 m"),
        ("and at 25 m?", "depth 25 m"),
    ],
)
async def test_a_case_that_says_a_field_is_asked_again(
    text: str, value: str, replying: bool
) -> None:
    tone, reply = await said(text, replying=replying)
    assert tone is Tone.ANSWER
    assert value in reply


async def test_what_would_be_is_said_in_chinese_too() -> None:
    chat = await asked()
    sender = replace(chat.sender("Ana"), locale="zh")
    reply = await chat.assistant.handle(Message(sender=sender, text="要是她紧张就得190"))
    assert "在别的情况下会是多少" in shown(reply)
