"""Two amounts of one field, and frames around items and texts."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

RUNS = (
    "task new name:runs predict:number unit:min target:time "
    'fields:"distance: number km; climb: number m; start: number h"'
)


async def _runs() -> Chat:
    chat = Chat()
    for line in (
        RUNS,
        "teach runs: 10 km, climb 100 m, start 9 -> 55",
        "teach runs: 5 km, climb 50 m, start 8 -> 27",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize("said", ["how long for 5 and 10 km", "5 and 10 km?", "5和10公里要多久"])
async def test_two_amounts_of_one_field_are_asked_about(said: str) -> None:
    chat = await _runs()
    reply = await chat.hear(said)
    assert reply.tone is Tone.ASK
    assert [choice.label for choice in reply.choices[:2]] == ["5 km", "10 km"]


async def test_a_number_that_a_name_leads_to_is_none_of_the_next_field() -> None:
    chat = await _runs()
    assert "distance 10 km · start 8 h" in shown(await chat.hear("start 8 and 10 km"))


@pytest.mark.parametrize(
    ("said", "dish"),
    [
        ("would I like a pad see ew", "dish pad see ew"),
        ("我会喜欢《宫保鸡丁》吗", "dish 宫保鸡丁"),
        ("would I like A Taste of Honey?", "dish A Taste of Honey"),
    ],
)
async def test_what_asks_about_an_item_is_none_of_its_name(said: str, dish: str) -> None:
    chat = Chat()
    for line in (
        'task new name:dishes predict:rating scale:1-5 fields:"dish: item; spicy: yes/no"',
        "teach dishes: pad thai, spicy -> 4",
        "teach dishes: green curry, spicy -> 3",
    ):
        await chat.say(line)
    assert dish in (await chat.hear(said)).lines[0]


@pytest.mark.parametrize(
    "said",
    ["is “the lift is stuck again” a complaint?", 'is "the lift is stuck again" a complaint?'],
)
async def test_a_label_before_a_question_mark_asks_about_the_quoted_text(said: str) -> None:
    chat = Chat()
    for line in (
        'task new name:triage predict:category labels:"complaint, question" fields:"post: text"',
        "teach triage: the lift is broken -> complaint",
        "teach triage: when do you open -> question",
    ):
        await chat.say(line)
    assert "post the lift is stuck again" in (shown(await chat.hear(said)).splitlines())
