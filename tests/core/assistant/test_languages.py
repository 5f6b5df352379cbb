"""Which language a member wants to be answered in."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        *(("speak Chinese", "zh-CN"), ("Could you answer in Mandarin please?", "zh-CN")),
        *(("说中文", "zh-CN"), ("请用中文回答", "zh-CN"), ("你会说普通话吗？", "zh-CN")),
        *(("say it in English", "en"), ("pls reply to me in english!", "en")),
        *(("用英文说", "en"), ("切换到英语", "en")),
    ],
)
async def test_the_language_wanted_is_spoken_from_then_on(text: str, locale: str) -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    reply = await chat.hear(text)
    assert (reply.speaks, reply.tone) == (locale, Tone.INFO)
    assert ("English" in reply.title) == (locale == "en")


@pytest.mark.parametrize("text", ["speak German", "请说德语"])
async def test_a_language_that_is_not_spoken_is_said_to_be_none(text: str) -> None:
    reply = await Chat().hear(text)
    assert not reply.speaks
    assert "I answer in English or in Chinese" in reply.title


@pytest.mark.parametrize("text", ["speak up", "讲人话", "switch to gas"])
async def test_other_words_after_such_a_verb_want_no_language(text: str) -> None:
    assert not (await Chat().hear(text)).speaks


async def test_a_language_that_a_task_knows_as_a_value_stays_one() -> None:
    chat = Chat()
    await chat.say("task new name:books predict:number fields:language: category")
    await chat.say("teach books: language Chinese -> 10")
    assert not (await chat.hear("switch to Chinese")).speaks
