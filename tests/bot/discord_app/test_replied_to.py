"""Command words in a reply: each is about the card that it replies to, never another's."""

import pytest

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Message


async def two_answers(on: Stage) -> tuple[Message, Message]:
    """Return Ben's answer to a question of houses, after which Ana has asked one of her own."""
    await on.teach_houses()
    await on.ben.type(on.channel, "@Apprentice houses: size 3?")
    answer = await on.ben.sees(on.channel, "?1")
    await on.ana.type(on.channel, "@Apprentice houses: size 4?")
    return answer, await on.ana.sees(on.channel, "?2")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        *(
            ("why", "?1 ·"),
            ("why?", "?1 ·"),
            ("/why", "?1 ·"),
            ("为什么", "?1 ·"),
            ("为啥", "?1 ·"),
        ),
        *(("right", "Noted for ?1"), ("right!", "Noted for ?1"), ("why so much?", "?1 ·")),
        *(("that's right", "Was ?1 right"), ("对的", "Was ?1 right")),
        *(
            ("correct 25", "size 3 → 25"),
            ("更正 33", "size 3 → 33"),
            ("correct: 25", "size 3 → 25"),
        ),
        ("correct it to 26 please", "size 3 → 26"),
        *(("right ?2", "Noted for ?2"), ("correct ?2 9", "size 4 → 9")),
    ],
)
async def test_a_command_in_a_reply_is_about_the_answer_replied_to(said: str, told: str) -> None:
    async with stage() as on, on.bot():
        answer, _ = await two_answers(on)
        message = await on.ana.type(on.channel, said, reply_to=answer)
        await on.ana.sees(on.channel, told, after=message)


async def test_a_newcomer_may_ask_why_of_the_answer_that_they_reply_to() -> None:
    async with stage() as on, on.bot():
        answer, _ = await two_answers(on)
        message = await on.zoe.type(on.channel, "why?", reply_to=answer)
        await on.zoe.sees(on.channel, "?1 ·", after=message)


@pytest.mark.parametrize("said", ["undo", "撤销", "examples delete"])
async def test_a_command_about_lessons_says_so_where_it_replies_to_an_answer(said: str) -> None:
    async with stage() as on, on.bot():
        answer, _ = await two_answers(on)
        message = await on.ana.type(on.channel, said, reply_to=answer)
        await on.ana.sees(on.channel, "You replied to the answer ?1", after=message)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("correct 25", "Change #6: answer 25?"),
        ("更正 25", "Change #6: answer 25?"),
        ("correct it to 25 please", "Change #6: answer 25?"),
        ("correct size to 8", "Change #6: size 8?"),
        ("correct rubbish", "A lesson is changed so: /examples edit number:6"),
        ("why", "You replied to the lesson #6, but /why is about an answer."),
        ("right", "You replied to the lesson #6, but /right is about an answer."),
        ("examples show", "#6"),
        ("correct ?1 9", "size 3 → 9"),
    ],
)
async def test_a_command_in_a_reply_to_a_lesson_is_about_it_or_says_why_not(
    said: str, told: str
) -> None:
    async with stage() as on, on.bot():
        await two_answers(on)
        await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 14")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        saved = await (await on.ana.press(card, "Save it")).reply()
        await on.settled(on.ana, "houses", "size 8 -> 16")
        message = await on.ana.type(on.channel, said, reply_to=saved)
        await on.ana.sees(on.channel, told, after=message)
