"""Items that nobody has rated: an answer says so, and one among other words is asked about."""

import pytest

from tests.core.assistant.chatting import shown
from tests.core.assistant.test_item_sentences import films, taught

CHEESES = (
    (
        "task new name:cheeses predict:rating scale:1-10 "
        'fields:"cheese: item; milk: cow | goat | sheep; age: number months"'
    ),
    "teach cheeses: cheese brie, cow, 2 months -> 7",
    "teach cheeses: cheese manchego, sheep, 12 months -> 8",
)


@pytest.mark.parametrize(
    "text",
    [
        *("what would you give the 6 month old pecorino", "a 6 months old pecorino?"),
        *("how would you rate a 6 month old pecorino, sheep?", "pecorino 6 months sheep"),
        "how good is a 6 month old pecorino?",
    ],
)
async def test_an_item_among_other_words_of_a_question_is_asked_about(text: str) -> None:
    chat = await taught(*CHEESES)
    assert shown(await chat.hear(f"ask cheeses: {text}")) == "Is “pecorino” the cheese?"
    reply = shown(await chat.press("Yes"))
    assert "cheese pecorino" in reply
    assert "Nobody has rated that cheese yet: pecorino" in reply


@pytest.mark.parametrize("text", ["how good is a sheep cheese of 6 months?", "6 months, sheep"])
async def test_a_question_about_no_item_asks_for_none(text: str) -> None:
    reply = await (await taught(*CHEESES)).hear(f"ask cheeses: {text}")
    assert "milk sheep · age 6 months" in shown(reply)


@pytest.mark.parametrize("title", ["Alien 9", "heat II", "Alien Resurrection"])
async def test_a_title_that_nobody_rated_is_said_to_be_new(title: str) -> None:
    reply = shown(await (await films()).hear(f"films: {title}"))
    assert f"Nobody has rated that title yet: {title}" in reply


@pytest.mark.parametrize("title", ["Alien", "alien", "HEAT"])
async def test_a_title_that_was_rated_is_not_said_to_be_new(title: str) -> None:
    assert "Nobody has rated" not in shown(await (await films()).hear(f"films: {title}"))


async def test_words_that_ask_are_no_part_of_a_title_in_a_list() -> None:
    reply = shown(await (await films()).hear("films: would I like Dune, scifi"))
    assert "title Dune · genre scifi" in reply
