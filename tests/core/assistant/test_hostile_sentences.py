"""Plain sentences written to keep the bot busy: each is answered, after a lesson and an answer.

A pattern that looks again from every sign of a long run would take minutes for these.
"""

from collections.abc import Sequence

import pytest

from core.assistant.reply import Reply
from tests.core.assistant.several_tasks import community

LENGTH = 990
"""Characters of the run in each sentence: half of what a message has room for."""
BLANKS = (
    ("size", " ", "x"),
    ("not 3", " ", "4"),
    ("面积", "\u3000", "大"),
    ("a", "\t", "x"),
    ("a", "\n", "x"),
    ("predicts a", " ", "x"),
    ("delete the", " ", "x"),
)
SIGNS = (
    ("a", "?", "x"),
    ("not 3", ", ", "4"),
    ("不是", "，", "x"),
    ("undo", "!", "x"),
    ("x", " -", "x"),
    ("x", "0.", "x"),
    ("delete the", "!", "x"),
)
WORDS = (
    ("x", "a ", "y"),
    ("x", "not ", "3"),
    ("x", "不是", "3"),
    ("x", "的", "x"),
)


@pytest.mark.parametrize("sentences", [BLANKS, SIGNS, WORDS])
async def test_long_runs_are_answered(sentences: Sequence[tuple[str, str, str]]) -> None:
    chat = await community()
    await chat.say("flats: 75 m², 2 rooms, Mitte, no balcony?")
    for first, piece, last in sentences:
        text = first + piece * (LENGTH // len(piece)) + last
        assert isinstance(await chat.say(text), Reply)
    await chat.say("teach flats: 81 m², 3 rooms, Mitte, balcony -> 305k")
    for first, piece, last in sentences:
        text = first + piece * (LENGTH // len(piece)) + last
        assert isinstance(await chat.say(text), Reply)


@pytest.mark.parametrize("gap", [" ", "   ", "\u3000"])
async def test_a_command_with_courtesy_may_have_wide_gaps(gap: str) -> None:
    chat = await community()
    reply = await chat.say(f"undo{gap}pls{gap}!")
    assert "undid" in str(reply.title).casefold() or "took back" in str(reply.title).casefold()


async def test_a_short_contrast_still_puts_a_lesson_right() -> None:
    chat = await community()
    await chat.say("teach flats: 81 m², 3 rooms, Mitte, balcony -> 305k")
    reply = await chat.say("Wedding  ,  not Mitte")
    assert "Wedding" in str(reply.lines)
