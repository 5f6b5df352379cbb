"""What goes on from an answer stays with its task, unless another is named or told."""

import pytest

from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_supposed import AIR

SAFETY = "wind: number kn; visibility: number m; site: category; leader: yes/no"
GOAHEAD = (
    f'task new name:goahead predict:yes/no fields:"{SAFETY}"',
    "teach goahead wind: 8 visibility: 12 site: reef leader: yes -> yes",
    "teach goahead wind: 20 visibility: 5 site: wreck leader: no -> no",
)


async def after_air(text: str) -> tuple[Chat, Reply]:
    chat = Chat()
    for line in (*AIR, *GOAHEAD):
        await chat.say(line)
    await chat.hear("air: 20 m, 40 minutes, novice, 20 °C?")
    return chat, await chat.hear(text)


@pytest.mark.parametrize(
    "text", ["what if she only has 150?", "and if he got 150?", "要是她只有150呢"]
)
async def test_a_number_of_no_sure_field_is_asked_about_in_the_same_task(text: str) -> None:
    chat, reply = await after_air(text)
    assert reply.tone is Tone.ASK
    labels = [choice.label for choice in reply.choices]
    assert labels[:2] == ["depth 150 m", "minutes 150 min"]
    answer = await chat.press("minutes 150 min")
    assert answer.tone is Tone.ANSWER
    assert "depth 20 m · minutes 150 min · level novice · water 20 °C" in shown(answer)


async def test_a_number_that_counts_something_else_is_of_no_field() -> None:
    _, reply = await after_air("what about 2 dogs?")
    assert "depth 2 m" not in [choice.label for choice in reply.choices]


async def test_the_field_of_another_task_leads_there() -> None:
    _, reply = await after_air("what about at the wreck?")
    assert "site wreck" in shown(reply)
    _, reply = await after_air("and if wind is 12?")
    assert "minutes 12 min" not in [choice.label for choice in reply.choices]
