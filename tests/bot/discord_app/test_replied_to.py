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
        ("correct it to 26 please", "Shall I learn that ?1 was 26?"),
        *(("right ?2", "Noted for ?2"), ("correct ?2 9", "size 4 → 9")),
    ],
)
async def test_a_command_in_a_reply_is_about_the_answer_replied_to(said: str, told: str) -> None:
    async with stage() as on, on.bot():
        answer, _ = await two_answers(on)
        message = await on.ana.type(on.channel, said, reply_to=answer)
        await on.ana.sees(on.channel, told, after=message)


@pytest.mark.parametrize(
    ("said", "told"),
    [("right", "Noted for ?1"), ("对", "Was ?1 right"), ("correct 25", "size 3 → 25")],
)
async def test_a_reply_to_an_explanation_is_about_the_answer_that_it_explains(
    said: str, told: str
) -> None:
    async with stage() as on, on.bot():
        answer, _ = await two_answers(on)
        asked = await on.ana.type(on.channel, "why", reply_to=answer)
        card = await on.ana.sees(on.channel, "?1 ·", after=asked)
        message = await on.ana.type(on.channel, said, reply_to=card)
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


async def _lesson(on: Stage, said: str) -> Message:
    """Return the card of a lesson that Ana taught by a mention."""
    typed = await on.ana.type(on.channel, f"@Apprentice houses: {said}")
    card = await on.ana.sees(on.channel, "Shall I learn this?", after=typed)
    return await (await on.ana.press(card, "Save it")).reply()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("right", "Noted for ?1"),
        ("no, 5", "Shall I learn that ?1 was 5?"),
        ("对", "Was ?1 right"),
        ("不对", "what ?1 was"),
        ("是5", "Shall I learn that ?1 was 5?"),
        ("undo", "You replied to the answer ?1"),
        ("why", "?1 ·"),
    ],
)
async def test_a_reply_to_why_is_about_the_answer_explained(said: str, told: str) -> None:
    async with stage() as on, on.bot():
        answer, _ = await two_answers(on)
        asked = await on.ana.type(on.channel, "why?", reply_to=answer)
        why = await on.ana.sees(on.channel, "Why 6", after=asked)
        assert why.labels == ["Right", "It was…", "Edit what I read"]
        message = await on.ana.type(on.channel, said, reply_to=why)
        await on.ana.sees(on.channel, told, after=message)


@pytest.mark.parametrize(
    "line", ["examples list houses", "model status houses", "task list", "help"]
)
async def test_a_reply_to_a_card_about_nothing_single_changes_nothing_else(line: str) -> None:
    async with stage() as on, on.bot():
        await two_answers(on)
        asked = await on.ana.type(on.channel, f"@Apprentice {line}")
        card = await on.ana.sees(on.channel, lambda _: True, after=asked)
        for said in ("right", "undo", "why", "correct 5", "撤销"):
            message = await on.ana.type(on.channel, said, reply_to=card)
            await on.ana.sees(on.channel, "about no one answer or lesson", after=message)
        for said in ("no, 5", "是5", "对"):
            message = await on.ana.type(on.channel, said, reply_to=card)
            asked_first = await on.ana.sees(on.channel, "this is of your last one", after=message)
            assert "?2" in asked_first.text
        message = await on.ana.type(on.channel, "houses: size 6?", reply_to=card)
        await on.ana.sees(on.channel, "houses: 6", after=message)


async def test_undo_in_a_reply_does_what_the_button_of_that_card_does() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        first = await _lesson(on, "size 6 -> 13")
        change = await on.ana.type(on.channel, "correct 12", reply_to=first)
        offer = await on.ana.sees(on.channel, "Change #6: answer 12?", after=change)
        edited = await (await on.ana.press(offer, "Change it")).reply()
        await _lesson(on, "size 7 -> 14")
        message = await on.ana.type(on.channel, "undo", reply_to=edited)
        await on.ana.sees(on.channel, "#6 says again what it said before", after=message)
        typed = await on.ana.type(on.channel, "@Apprentice undo #7")
        undone = await on.ana.sees(on.channel, "Took back #7", after=typed)
        message = await on.ana.type(on.channel, "right", reply_to=undone)
        told = await on.ana.sees(on.channel, lambda _: True, after=message)
        assert "Noted for" not in told.text


async def test_right_and_undo_in_a_reply_answer_an_offer() -> None:
    async with stage() as on, on.bot():
        await two_answers(on)
        for said, told in (("right", "Saved #6"), ("undo", "nothing was changed")):
            typed = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 14")
            offer = await on.ana.sees(on.channel, "Shall I learn this?", after=typed)
            refused = await on.ben.type(on.channel, said, reply_to=offer)
            await on.ben.sees(on.channel, "put to somebody else", after=refused)
            message = await on.ana.type(on.channel, said, reply_to=offer)
            await on.ana.sees(on.channel, told, after=message)


@pytest.mark.parametrize(
    ("said", "told"), [("对", "is about an answer"), ("不对", "A lesson is changed so")]
)
async def test_a_verdict_in_a_reply_to_a_lesson_says_what_can_be_done(said: str, told: str) -> None:
    async with stage() as on, on.bot():
        await two_answers(on)
        saved = await _lesson(on, "size 7 -> 14")
        message = await on.ana.type(on.channel, said, reply_to=saved)
        await on.ana.sees(on.channel, told, after=message)


async def test_a_correction_in_a_reply_to_a_refusal_is_no_question() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.triage()
        asked = await on.ben.type(on.channel, "@Apprentice why")
        refusal = await on.ben.sees(on.channel, "not asked anything yet", after=asked)
        for said in ("no, 1", "不对，是1"):
            message = await on.ben.type(on.channel, said, reply_to=refusal)
            told = await on.ben.sees(on.channel, lambda _: True, after=message)
            assert "houses: " not in told.text
        message = await on.ben.type(on.channel, "houses: size 3", reply_to=refusal)
        await on.ben.sees(on.channel, "houses: 6", after=message)
