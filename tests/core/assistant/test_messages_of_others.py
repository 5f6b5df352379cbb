"""Messages that were not written to the bot: which task they are about, if that is clear at all."""

import pytest

from core.assistant.incoming import Command
from core.assistant.reply import Reply, Tone
from core.domain.identity import MemberId
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community

HIKES = (
    "task new name:hikes predict:number unit:h target:time "
    'fields:"distance: number km; climb: number m; dogs: yes/no"'
)


async def hikers() -> Chat:
    """Return a community with a task of hikes beside its others, asked last by Ana."""
    chat = await community()
    for line in (HIKES, "teach hikes: distance 10 km, climb 400 m, no dogs -> 4"):
        await chat.say(line)
    assert (await chat.hear("hikes: 12 km, climb 300 m")).tone is Tone.ANSWER
    return chat


async def asked_about(chat: Chat, text: str, *, by: str = "Ben", name: str = "") -> Reply:
    command = Command(
        sender=chat.sender("Ana"),
        name=name or "ask about this",
        text=text,
        author=None if by == "Ana" else MemberId(f"test:{by.casefold()}"),
    )
    chat.last = await chat.assistant.handle(command)
    return chat.last


@pytest.mark.parametrize(
    "text",
    [
        "Rehearsal moved to Tuesday 19:30, please bring 2 copies of the Fauré",
        "We have 12 sopranos and 3 basses, anyone else?",
        "3 rooms free for guests of the choir",
        "Hikes me up every time :)",
        "hikes are for Sundays, choir at 7",
        "排练改到周二，请带2份谱子",
        "-> 3",
    ],
)
async def test_a_message_that_is_not_clearly_of_one_task_is_asked_about(text: str) -> None:
    chat = await hikers()
    reply = await asked_about(chat, text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert {"hikes", "flats", "ferry"} <= {choice.label for choice in reply.choices}


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("lovely walk, distance 12 km and climb 800 m, back by noon", "hikes"),
        ("12 km with 800 m of climb, no dogs", "hikes"),
        ("for sale: 85 m² in Mitte with balcony", "flats"),
        ("hikes: 12 km, 300 m up", "hikes"),
        ("品种 白菜，重量 3斤", "菜价"),
    ],
)
async def test_a_message_whose_words_fit_one_task_is_answered(text: str, task: str) -> None:
    chat = await hikers()
    reply = await asked_about(chat, text)
    assert reply.title.startswith(f"{task}:"), shown(reply)
    assert "Another task…" in [choice.label for choice in reply.choices]


async def test_a_choice_of_the_task_goes_on_with_the_message_as_it_is() -> None:
    chat = await hikers()
    await asked_about(chat, "thanks all! wind 20 on the crossing -> 3")
    reply = await chat.press("ferry")
    assert reply.title.startswith("ferry:")
    assert "wind 20" in shown(reply)
    await asked_about(chat, "thanks for singing")
    reply = await chat.press("ferry")
    assert reply.tone is not Tone.ANSWER
    assert "Was ?1" not in shown(reply)
    assert {"flats", "hikes"} <= {choice.label for choice in reply.choices}
