"""Verdicts on a text that is named by its words, beside texts with the same words."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.test_told_lessons import taught

POSTS = (
    'task new name:posts predict:category labels:"repair, sale, other" fields:"msg: text"',
    "teach posts: the radiator is cold -> repair",
    "teach posts: buy my old bike -> sale",
    "teach posts: what is the time -> other",
)


@pytest.mark.parametrize(
    "text",
    [
        "I put the radiator the wrong way round, need repair",
        "have you got the time wrong? other than that fine",
        "I got the price wrong, other day it was lower",
        "you got the price wrong, other day it was lower",
        "the red thing is broken, needs repair",
    ],
)
async def test_a_text_with_the_words_of_a_verdict_is_classified(text: str) -> None:
    chat = await taught(POSTS)
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("you got the bike wrong again, it's other", "Change #2: answer other?"),
        ("I think you've got the bike one wrong, should be other", "Change #2: answer other?"),
        ("got the bike wrong, other", "Change #2: answer other?"),
    ],
)
async def test_a_verdict_on_a_text_ends_with_its_label(text: str, title: str) -> None:
    chat = await taught(POSTS)
    assert (await chat.hear(text)).title == title


async def test_a_lesson_that_has_the_label_is_not_changed_to_it() -> None:
    chat = await taught(POSTS)
    reply = await chat.hear("you got the radiator one wrong, it's a repair")
    assert not reply.title.startswith("Change")
