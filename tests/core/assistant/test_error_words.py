"""Refusals of values speak the language of who reads them, and no English word stays in them."""

import re
from dataclasses import replace

import pytest

from core.assistant.error_words import words_of
from core.assistant.incoming import Message
from core.assistant.reply import Reply, Tone
from core.errors import NothingTaught
from core.learning.fitting import fit
from tests.core.assistant.chatting import Chat
from tests.core.assistant.reading.tasks import task_of


async def complaints() -> Chat:
    chat = Chat()
    await chat.say('task new name:投诉 predict:category labels:"维修, 噪音" fields:"内容: text"')
    await chat.say("teach 投诉: 漏水了 -> 维修")
    await chat.say("task new name:奶茶 predict:rating scale:1-5 fields:名字:item")
    return chat


async def said_in_chinese(chat: Chat, text: str) -> Reply:
    sender = replace(chat.sender("Ana"), locale="zh-CN")
    return await chat.assistant.handle(Message(sender=sender, text=text))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("teach 投诉: 狗咬人 -> 宠物", "只能是 维修, 噪音 之一；“宠物”不是。"),
        ("teach 奶茶: 珍珠 -> 9", "9 不在其中"),
        (f"teach 投诉: 漏水 -> {'长' * 200}", "最多 100 个字符"),
        ("task new name:数 predict:rating scale:5-1 fields:名字:item", "评分要从小到大"),
        (f"task new name:{'长' * 90} predict:number", "名字要以字母、汉字或数字开头"),
    ],
)
async def test_a_refusal_is_in_the_language_of_its_member(said: str, told: str) -> None:
    reply = await said_in_chinese(await complaints(), said)
    assert reply.tone in {Tone.ERROR, Tone.ASK}
    assert told in reply.title
    assert not re.search(r"[A-Za-z]{3,}", reply.title.replace("answer", ""))


def test_that_nothing_was_taught_is_said_in_the_readers_language() -> None:
    task = task_of("size: number")
    with pytest.raises(NothingTaught) as raised:
        fit(task, [])
    assert task.name in words_of(raised.value, "zh-CN")
    assert "Nothing" not in words_of(raised.value, "zh-CN")
