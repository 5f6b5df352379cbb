"""A second name behind the first one of a field."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat

DOGS = (
    'task new name:dogs predict:number unit:kg fields:"dog: category; age: number"',
    "teach dogs: dog: Rex, age 3 -> 20",
    "teach dogs: dog: Bella, age 5 -> 35",
)


@pytest.mark.parametrize("text", ["dog: Rex, Bo, age 4 -> 30", "dog：Rex、小花，age 4 -> 30"])
async def test_a_second_name_behind_the_first_is_shown_before_it_is_saved(text: str) -> None:
    chat = Chat()
    for line in DOGS:
        await chat.say(line)
    assert (await chat.hear(f"teach dogs: {text}")).tone is Tone.ASK
