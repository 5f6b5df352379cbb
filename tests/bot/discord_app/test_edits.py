"""A message whose words are changed: what waits is asked anew, what was done stays."""

from tests.bot.discord_app.stage import settle, stage
from tests.local_discord import Upload


async def test_a_card_that_waits_is_about_the_new_words() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
        card = await on.ana.sees(on.channel, "Shall I learn this? houses: size 7 -> 24")
        await on.ana.edit(said, "@Apprentice houses: size 7 -> 14")
        assert await on.ana.sees(on.channel, "houses: size 7 -> 14") is card
        assert "You edited your message" in card.text
        saved = await (await on.ana.press(card, "Save it")).reply()
        assert "size 7 → 14" in saved.text


async def test_a_card_that_came_of_a_press_is_about_the_new_words_too() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.settled(on.ana, "cats", "size 1 -> 1")
        said = await on.ana.type(on.channel, "@Apprentice size 7 -> 24")
        card = await on.ana.sees(on.channel, "Which task")
        await (await on.ana.press(card, "houses")).reply()
        assert "Save it" in card.labels
        await on.ana.edit(said, "@Apprentice cats: size 7 -> 14")
        assert await on.ana.sees(on.channel, "cats: size 7 -> 14") is card
        assert "cats" in (await (await on.ana.press(card, "Save it")).reply()).text


async def test_an_edit_after_saving_is_told_how_to_change_the_example_once() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await (await on.ana.press(card, "Save it")).reply()
        await on.ana.edit(said, "@Apprentice houses: size 7 -> 14")
        hint = await on.ana.sees(on.channel, "#6 stays as it is")
        assert "/examples edit" in hint.text
        assert "size 7 → 24" in card.text
        count = len(on.ana.sees_now(on.channel))
        await on.ana.edit(said, "@Apprentice houses: size 7 -> 15")
        await on.ana.type(on.channel, "@Apprentice help")
        await on.ana.sees(on.channel, "Teach me by examples")
        assert len(on.ana.sees_now(on.channel)) == count + 2


async def test_in_direct_messages_edits_are_heard_too() -> None:
    async with stage() as on, on.bot():
        said = await on.ana.type(on.ana.direct, "teach cats: weight 4 -> 9")
        await on.ana.edit(said, "teach cats: weight 5 -> 9")
        card = await on.ana.sees(on.ana.direct, "You edited your message")
        assert "weight 5 → 9" in (await on.yes(on.ana, card)).text


async def test_an_answer_stays_and_says_so() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        asked = await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        answer = await on.ana.sees(on.channel, "houses: 6")
        await on.ana.edit(asked, "@Apprentice houses: size 4?")
        await on.ana.sees(on.channel, "Send the new words as a new message")
        assert "size 3" in answer.text


async def test_an_error_is_replaced_by_what_the_new_words_bring() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ana.type(on.channel, "@Apprentice task shwo houses")
        sorry = await on.ana.sees(on.channel, "There is no")
        await on.ana.edit(said, "@Apprentice task show houses")
        assert await on.ana.sees(on.channel, "5 examples", after=said) is sorry


async def test_what_is_taken_back_from_the_bot_is_not_saved() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await on.ana.edit(said, "houses: size 7 -> 14")
        assert await on.ana.sees(on.channel, "nothing of it was saved") is card
        assert card.labels == []


async def test_the_same_words_again_change_nothing() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 14")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await on.ana.edit(said, "@Apprentice houses: size 7 -> 14")
        await settle()
        assert "Save it" in card.labels
        assert card.edited_at is None


async def test_a_message_that_mentions_the_bot_only_once_edited_is_answered() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        on.local.world.clock.advance(60)
        said = await on.ana.type(on.channel, "houses: size 3?")
        await on.ana.edit(said, "@Apprentice houses: size 3?")
        answer = await on.ana.sees(on.channel, "houses: 6")
        assert answer.reply_to is said


async def test_a_table_keeps_being_offered_when_its_words_are_edited() -> None:
    table = Upload(filename="t.csv", data=b"size,answer\n7,14\n8,16\n")
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ana.type(on.channel, "@Apprentice import flats", files=[table])
        card = await on.ana.sees(on.channel, "Import t.csv?")
        await on.ana.edit(said, "@Apprentice import houses")
        assert await on.ana.sees(on.channel, "You edited your message") is card
        assert card.labels == ["Into houses", "No"]


async def test_a_message_that_was_put_right_after_a_no_is_asked_about_anew() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await (await on.ana.press(card, "No")).reply()
        await on.ana.edit(said, "@Apprentice houses: size 7 -> 14")
        assert await on.ana.sees(on.channel, "houses: size 7 -> 14") is card


async def test_a_card_from_before_a_restart_is_about_the_new_words_too() -> None:
    async with stage() as on:
        async with on.bot():
            await on.teach_houses()
            said = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
            card = await on.ana.sees(on.channel, "Shall I learn this?")
            for _ in range(3):
                await on.ben.type(on.channel, "hello")
        async with on.bot():
            on.local.world.clock.advance(60)
            await on.ana.edit(said, "@Apprentice houses: size 7 -> 14")
            assert await on.ana.sees(on.channel, "houses: size 7 -> 14") is card
            assert "size 7 → 14" in (await (await on.ana.press(card, "Save it")).reply()).text
