"""Cards of offers that are settled or replaced in words lose their buttons, and save nothing."""

import pytest

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Message

LESSON = "@Apprentice houses: size 7 -> 24"


async def asked(on: Stage) -> Message:
    """Return the answer to a question of Ana's."""
    await on.teach_houses()
    await on.ana.type(on.channel, "@Apprentice houses: size 3?")
    return await on.ana.sees(on.channel, "?1")


async def check_closed(on: Stage, card: Message) -> None:
    """Check that a card has no buttons any more, and says why."""
    await on.ana.sees(on.channel, lambda m: m is card and not m.labels)
    assert "Answered, or replaced" in card.text


@pytest.mark.parametrize("said", ["no, it was 45", "it was 45", "@Apprentice no, it was 45"])
@pytest.mark.parametrize("replies", [True, False])
async def test_another_truth_of_the_same_answer_replaces_the_card(
    said: str, *, replies: bool
) -> None:
    async with stage() as on, on.bot():
        answer = await asked(on)
        await on.ana.type(on.channel, "it was 40", reply_to=answer)
        first = await on.ana.sees(on.channel, "Shall I learn that ?1 was 40?")
        if replies:
            message = await on.ana.type(on.channel, said, reply_to=answer)
        else:
            message = await on.ana.type(on.channel, f"@Apprentice {said}")
        card = await on.ana.sees(on.channel, "Shall I learn that ?1 was 45?", after=message)
        assert "not saved" not in card.text
        await check_closed(on, first)
        saved = await (await on.ana.press(card, card.labels[0])).reply()
        assert "size 3 → 45" in saved.text


@pytest.mark.parametrize("said", ["no, it was 45", "不对，是45"])
async def test_a_refusal_of_the_card_with_another_truth_offers_that(said: str) -> None:
    async with stage() as on, on.bot():
        answer = await asked(on)
        await on.ana.type(on.channel, "it was 40", reply_to=answer)
        first = await on.ana.sees(on.channel, "Shall I learn that ?1 was 40?")
        message = await on.ana.type(on.channel, said, reply_to=first)
        await on.ana.sees(on.channel, "Shall I learn that ?1 was 45?", after=message)
        await check_closed(on, first)


@pytest.mark.parametrize("said", ["no, 14", "undo", "cancel", "算了", "yes", "Save it"])
async def test_a_card_settled_in_words_loses_its_buttons(said: str) -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, LESSON)
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await on.ana.type(on.channel, f"@Apprentice {said}")
        await check_closed(on, card)


@pytest.mark.parametrize("said", ["no", "yes", "算了", "no, 14"])
async def test_a_card_settled_by_a_reply_loses_its_buttons(said: str) -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, LESSON)
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await on.ana.type(on.channel, said, reply_to=card)
        await check_closed(on, card)


async def test_the_message_of_a_card_called_off_is_heard_anew_once_it_is_edited() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        message = await on.ana.type(on.channel, LESSON)
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await on.ana.type(on.channel, "@Apprentice undo")
        await check_closed(on, card)
        await on.ana.edit(message, "@Apprentice houses: size 7 -> 14")
        await on.ana.sees(on.channel, lambda m: "14" in m.text and "Save it" in m.labels)


@pytest.mark.parametrize("said", ["the size is 8", "size 8", "oops, size 8"])
async def test_a_reply_that_changes_an_unsaved_lesson_offers_it_again(said: str) -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, LESSON)
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        message = await on.ana.type(on.channel, said, reply_to=card)
        again = await on.ana.sees(on.channel, "Shall I learn it with size 8?", after=message)
        await check_closed(on, card)
        saved = await (await on.ana.press(again, "Save it")).reply()
        assert "size 8 → " in saved.text
