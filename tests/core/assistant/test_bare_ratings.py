"""A number beside the name of what is rated tells a rating, and is no part of that name."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

FILMS = 'task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"'


async def films() -> Chat:
    chat = Chat()
    await chat.say(FILMS)
    await chat.say("teach films: title: Dune, genre: sci-fi -> 4")
    await chat.say("teach films: title: Heat, genre: crime -> 3")
    return chat


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        ("films: Alien 4", "title Alien → answer 4"),
        ("films: X 4", "title X → answer 4"),
        ("films: Dune 2", "title Dune → answer 2"),
        ("films: 4 for dune", "title Dune → answer 4"),
        ("4 for Alien", "title Alien → answer 4"),
        ("films: 3 to Heat", "title Heat → answer 3"),
    ],
)
async def test_a_bare_number_is_offered_as_a_rating(text: str, lesson: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert lesson in shown(reply)


@pytest.mark.parametrize(
    "text", ["films: 9 for Alien", "films: Alien 11/5", "films: Alien 7 stars", "films: 6 for Dune"]
)
async def test_a_rating_off_the_scale_is_named_for_a_new_item_too(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ERROR, shown(reply)
    assert "scale 1–5" in shown(reply)


@pytest.mark.parametrize("text", ["Alien 3", "films: Dune II", "films: Dune 2?"])
async def test_a_longer_name_is_forecast_as_itself(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ANSWER, shown(reply)
    assert f"title {text.removeprefix('films: ').strip('?')}" in shown(reply)


@pytest.mark.parametrize(
    "text", ["films: dune part two", "films: dune part 2", "films: dune vol 2"]
)
async def test_a_longer_name_in_small_letters_is_not_taken_for_the_known_one(text: str) -> None:
    reply = await (await films()).hear(text)
    assert "title Dune" not in shown(reply), shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        "films: not seen it",
        "films: haven't seen it",
        "films: never watched it",
        "films: not seen yet",
    ],
)
async def test_that_nobody_saw_it_is_forecast_as_no_name(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ASK, shown(reply)
