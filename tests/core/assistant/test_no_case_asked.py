"""Sentences that ask for no case of a task, also once the task is chosen for them."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.several_tasks import community


@pytest.mark.parametrize(
    "text",
    [
        "what do you know about Mitte?",
        "do you remember anything about Mitte",
        "has anyone taught you about Mitte?",
        "were the 3 rooms in Mitte taught by Ben?",
        "五花肉那条是谁教的",
        "关于五花肉你知道什么",
        "你记得哪些五花肉的例子",
        "五花肉教过吗",
    ],
)
@pytest.mark.parametrize("before", ["", "flats: 75 m², 3 rooms, Mitte", "菜价: 五花肉, 2斤"])
async def test_what_was_taught_is_not_answered_by_a_forecast(text: str, before: str) -> None:
    chat = await community()
    if before:
        assert (await chat.hear(before)).tone is Tone.ANSWER
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert "examples list" in shown(reply)
    assert reply.choices[0].label == "Predict it"
    assert (await chat.press("Predict it")).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "do you know what a 80 m² flat in Mitte costs",
        "what do you guess for Mitte, 80 m²?",
        "你知道五花肉2斤多少钱吗",
        "你知道五花肉什么价吗",
    ],
)
async def test_a_polite_question_for_the_forecast_is_answered(text: str) -> None:
    assert (await (await community()).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        *("which one's the longest?", "who's got the loudest here?", "最长的是哪条"),
        *("is it safe to go out?", "we painted the hallway", "let's meet up"),
    ],
)
async def test_what_asks_no_case_is_not_answered_for_a_chosen_task_either(text: str) -> None:
    chat = await community()
    reply = await chat.hear(text)
    assert reply.tone is not Tone.ANSWER
    if any(choice.label == "flats" for choice in reply.choices):
        assert (await chat.press("flats")).tone is not Tone.ANSWER
    assert (await chat.hear(f"flats: {text}")).tone is not Tone.ANSWER


@pytest.mark.parametrize(
    "text", ["Neukölln?", "the forest, 80 m²", "what is the rest worth, Mitte"]
)
async def test_a_noun_or_a_new_name_is_no_search(text: str) -> None:
    assert "search for none" not in shown(await (await community()).hear(f"flats: {text}"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("菜价: 五花肉2斤多少钱", "品种 五花肉 · 重量 2 斤"),
        ("菜价: 土豆3斤多贵", "品种 土豆 · 重量 3 斤"),
        ("菜价: 五花肉两斤几块", "品种 五花肉 · 重量 2 斤"),
        ("菜价: 五花肉2斤多", "品种 五花肉"),
        ("菜价: 五花肉二十几斤", "品种 五花肉"),
    ],
)
async def test_what_asks_for_an_amount_leaves_the_amount_before_it_whole(
    text: str, read: str
) -> None:
    reply = await (await community()).hear(text)
    assert any(line == read or line.endswith(f": {read}") for line in reply.lines)
