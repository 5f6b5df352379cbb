"""Sentences to tasks of rated items: a sentence is no name, unless it is written as one."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

TEA = 'task new name:奶茶 predict:rating scale:1-5 fields:"饮品: item; 甜度: category"'
FILMS = 'task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"'
PUBS = 'task new name:pubs predict:rating scale:1-5 fields:"pub: item; dogs: yes/no"'


async def taught(*lines: str) -> Chat:
    chat = Chat()
    for line in lines:
        await chat.say(line)
    return chat


async def tea() -> Chat:
    return await taught(TEA, "教 奶茶：饮品: 杨枝甘露, 甜度: 半糖 → 4")


async def films() -> Chat:
    return await taught(
        FILMS,
        "teach films: title: Heat, genre: crime -> 4",
        "teach films: title: Alien, genre: horror -> 5",
    )


@pytest.mark.parametrize("text", ["一共几条", "今天喝什么", "大家都在吗", "咱们周末喝啥"])
async def test_a_chinese_sentence_is_forecast_as_no_unknown_item(text: str) -> None:
    reply = await (await tea()).hear(text)
    assert reply.tone is Tone.ASK
    assert "examples list" in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        *("who rated most", "how many so far", "so what now", "anyone up for a pint"),
        *("where can I see it", "How was Dune", "what’s left"),
    ],
)
async def test_an_english_sentence_is_forecast_as_no_unknown_item(text: str) -> None:
    for chat in (await films(), await taught(PUBS, "pubs: The Ram, dogs -> 4")):
        reply = await chat.hear(text)
        assert reply.tone is not Tone.ANSWER, shown(reply)
        assert "examples list" in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        *("What We Do in the Shadows", "Who Framed Roger Rabbit?", '"who framed roger rabbit"'),
        *("films: what we do in the shadows", "We Bought a Zoo", "1917", "Alien 3"),
        *(
            "lost in translation",
            "《谁先爱上他的》",
            "films: 谁先爱上他的",
            "《你好，李焕英》",
            "三体2",
        ),
    ],
)
async def test_real_names_are_forecast(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ANSWER, shown(reply)
    name = text.removeprefix("films: ").strip('?"《》')
    assert f"title {name}" in shown(reply)


async def test_a_name_that_reads_like_a_sentence_may_be_predicted_all_the_same() -> None:
    chat = await films()
    assert (await chat.hear("what we do in the shadows")).tone is Tone.ASK
    assert (await chat.press("Predict it")).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text", ["我给杨枝甘露打几分了", "我给芋泥波波打几分来着", "我给杨枝甘露打了几分"]
)
async def test_who_asks_for_their_own_rating_is_shown_where_it_is(text: str) -> None:
    reply = await (await tea()).hear(text)
    assert reply.tone is Tone.ERROR
    assert "examples list" in shown(reply)


async def test_words_that_ask_are_no_part_of_an_item() -> None:
    assert "title Dune\n" in shown(await (await films()).hear("thoughts on Dune"))
    assert "饮品 芋泥波波\n" in shown(await (await tea()).hear("芋泥波波？"))
    reply = shown(await (await films()).hear("thoughts on Heat half price"))
    assert "title Heat" in reply
    assert "half price" in reply.split("I ignored: ")[1]
