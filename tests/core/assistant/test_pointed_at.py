"""Examples that a sentence points at by what they say."""

from collections.abc import Awaitable, Callable

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

BUS = (
    "task new name:buses predict:number unit:min "
    'fields:"line: category; weather: sun | rain | fog; day: category; people: number"'
)
BUS_HAN = (
    "task new name:公交 predict:number unit:分钟 "
    'fields:"线路: category; 天气: 晴 | 雨 | 雾; 星期: category; 人数: number 人"'
)


async def _buses() -> Chat:
    chat = Chat()
    await chat.say(BUS)
    await chat.say("teach buses: line: A1, weather: sun, day: Monday, people: 30 -> 5")
    await chat.say("teach buses: line: A1, weather: rain, day: Wednesday, people: 40 -> 9")
    await chat.say("teach buses: line: B5, weather: sun, day: Friday, people: 20 -> 3")
    await chat.say("ask buses: A1, sun, 25 people")
    return chat


async def _han() -> Chat:
    chat = Chat()
    await chat.say(BUS_HAN)
    await chat.say("教 公交：线路: 2号线, 天气: 晴, 星期: 周一, 人数: 30 -> 5")
    await chat.say("教 公交：线路: 2号线, 天气: 雨, 星期: 周三, 人数: 40 -> 9")
    await chat.say("教 公交：线路: 5号线, 天气: 晴, 星期: 周五, 人数: 20 -> 3")
    await chat.say("问 公交：2号线 晴 25人")
    return chat


@pytest.mark.parametrize(
    ("taught", "sentence", "example", "change"),
    [
        (_buses, "the B5 one had fog, sorry", "#3", "weather fog"),
        (_buses, "the Wednesday one was fog, not rain", "#2", "weather fog"),
        (_buses, "the 40 people one was 12 min", "#2", "12"),
        (_han, "周三那条不是雨是雾", "#2", "天气 雾"),
        (_han, "40人那条其实是45人", "#2", "人数 45"),
        (_han, "5号线那条记错了，是雨", "#3", "天气 雨"),
    ],
)
async def test_an_example_is_changed_that_its_values_name(
    taught: Callable[[], Awaitable[Chat]], sentence: str, example: str, change: str
) -> None:
    reply = await (await taught()).hear(sentence)
    assert reply.tone is Tone.ASK
    assert example in reply.title
    assert change in shown(reply)


async def test_of_several_examples_it_is_asked_which_and_nothing_is_forecast() -> None:
    chat = await _buses()
    reply = await chat.hear("the A1 one had fog, sorry")
    assert reply.tone is Tone.ASK
    assert [choice.label[:2] for choice in reply.choices[:2]] == ["#2", "#1"]
    assert "line A1 · weather fog · day Monday" in shown(await chat.press(reply.choices[1]))


async def test_of_several_examples_that_is_meant_which_was_as_it_is_said_not_to_be() -> None:
    reply = await (await _han()).hear("2号线那条不是晴，是雾")
    assert "#1" in reply.title
    assert "天气 雾" in reply.title


@pytest.mark.parametrize("sentence", ["show me the Wednesday buses", "which ones had fog?"])
async def test_a_wish_to_see_some_examples_is_no_forecast(sentence: str) -> None:
    reply = await (await _buses()).hear(sentence)
    assert reply.tone is not Tone.ANSWER
    assert "examples list" in shown(reply)


async def test_nobody_elses_example_is_offered() -> None:
    chat = await _buses()
    reply = await chat.hear("the B5 one had fog, sorry", by="Ben")
    assert "#3" not in reply.title


@pytest.mark.parametrize(
    "sentence",
    [
        "do you know how much later A1 is in the rain with 30 people?",
        "I want the A1 one, it should be in the rain with 30 people",
    ],
)
async def test_a_question_is_about_no_example(sentence: str) -> None:
    assert (await (await _buses()).hear(sentence)).tone is Tone.ANSWER
