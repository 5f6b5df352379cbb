"""The title of what is rated, apart from what is said around it."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_item_sentences import films
from tests.core.assistant.test_statements import FILMS, taught


async def test_what_is_said_behind_a_rating_is_no_part_of_the_title() -> None:
    reply = shown(await (await films()).hear("Dark City got a solid 4 from me, not much plot"))
    assert "films: title Dark City → answer 4" in reply
    assert "I ignored: not much plot" in reply


@pytest.mark.parametrize("text", ["what would you give Heat?", "what would I give Heat?"])
async def test_giving_a_rating_is_no_value_of_a_question(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ANSWER
    assert "ignored" not in shown(reply)


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        *((text, Tone.ANSWER) for text in ("Tried and true, comedy, 2010", "bought and sold")),
        *((text, Tone.ANSWER) for text in ("Caught off guard, crime", "sent from heaven, crime")),
        *((text, Tone.ASK) for text in ("tried Heat yesterday", "visited the cinema, crime")),
    ],
)
async def test_a_title_may_begin_with_a_verb(text: str, tone: Tone) -> None:
    listed = FILMS.replace('category"', 'crime | comedy; year: number"')
    chat = await taught(listed, "films: Heat, crime, 1995 -> 5", "films: Up, comedy, 2009 -> 4")
    assert (await chat.hear(f"films: {text}")).tone is tone
