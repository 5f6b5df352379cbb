"""The title of what is rated, apart from what is said around it."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_item_sentences import films


async def test_what_is_said_behind_a_rating_is_no_part_of_the_title() -> None:
    reply = shown(await (await films()).hear("Dark City got a solid 4 from me, not much plot"))
    assert "films: title Dark City → answer 4" in reply
    assert "I ignored: not much plot" in reply


@pytest.mark.parametrize("text", ["what would you give Heat?", "what would I give Heat?"])
async def test_giving_a_rating_is_no_value_of_a_question(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ANSWER
    assert "ignored" not in shown(reply)
