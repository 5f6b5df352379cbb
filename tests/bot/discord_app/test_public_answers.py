"""An answer that everyone sees is everyone's to judge, however it came to be shown."""

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Message


async def two_tasks(on: Stage) -> None:
    """Let Ana teach houses and cats, both by a size."""
    await on.teach_houses()
    for size in range(1, 4):
        await on.settled(on.ana, "cats", f"size {size} -> {size}")


async def check_ben_may_judge(on: Stage, answer: Message) -> None:
    """Check that another member's presses and replies are heard as about an answer."""
    assert not answer.is_ephemeral
    why = await (await on.ben.press(answer, "Why?")).reply()
    form = await (await on.ben.press(answer, "It was…")).modal()
    asked = await on.ben.type(on.channel, "@Apprentice it was 7", reply_to=answer)
    heard = await on.ben.sees(on.channel, "Shall I learn that ?1 was 7?", after=asked)
    right = await on.yes(on.ben, await (await on.ben.press(answer, "Right")).reply())
    assert form.title
    assert not any("You got no answer" in card.text for card in (why, heard, right))
    assert "Noted for ?1" in right.text


async def test_an_answer_in_place_of_a_public_card_is_everyones() -> None:
    async with stage() as on, on.bot():
        await two_tasks(on)
        await on.ana.type(on.channel, "@Apprentice what about size 3?")
        card = await on.ana.sees(on.channel, "Which task")
        answer = await (await on.ana.press(card, "houses")).reply()
        assert answer is card
        assert "houses: 6" in answer.text
        await check_ben_may_judge(on, answer)


async def test_an_answer_to_a_yes_in_words_is_everyones() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice we measured a size of 3")
        card = await on.ana.sees(on.channel, lambda m: "Predict it" in m.labels)
        answer = await (await on.ana.press(card, "Predict it")).reply()
        assert answer is card
        await check_ben_may_judge(on, answer)


async def test_an_answer_below_a_public_card_stays_the_askers() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        answer = await on.ana.sees(on.channel, "houses: 6")
        form = await (await on.ana.press(answer, "Edit what I read")).modal()
        again = await (await on.ana.submit(form, {"What is known": "size 4"})).reply()
        assert again.is_ephemeral
        await on.ben.type(on.channel, "@Apprentice why ?2")
        await on.ben.sees(on.channel, "You got no answer ?2 here")


async def test_a_public_tasks_answer_to_a_question_of_the_bot_is_shown_to_all() -> None:
    async with stage() as on, on.bot():
        await two_tasks(on)
        await (await on.ana.run(on.channel, "/task edit", task="houses", answers="public")).reply()
        card = await (await on.ana.run(on.channel, "/ask", text="size 3")).reply()
        assert card.is_ephemeral
        await on.ana.press(card, "houses")
        answer = await on.ben.sees(on.channel, "houses: 6")
        assert card.is_deleted
        await check_ben_may_judge(on, answer)
