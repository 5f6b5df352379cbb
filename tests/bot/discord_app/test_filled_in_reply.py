"""Replies to a card that asks what a field is: the value is of that card's question."""

from tests.bot.discord_app.stage import stage

RANGE = "@Apprentice houses: size between 7 and 9 -> 24"


async def test_a_value_in_a_reply_answers_the_question_of_that_card_alone() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, RANGE)
        first = await on.ana.sees(on.channel, "between 7 and 9")
        typed = await on.ana.type(on.channel, RANGE.replace("24", "26"))
        second = await on.ana.sees(on.channel, "between 7 and 9", after=typed)
        message = await on.ana.type(on.channel, "8", reply_to=second)
        offer = await on.ana.sees(on.channel, "Shall I learn this?", after=message)
        assert "size 8 → " in offer.text
        assert "26" in offer.text
        message = await on.ana.type(on.channel, "8", reply_to=first)
        offer = await on.ana.sees(on.channel, "Shall I learn this?", after=message)
        assert "size 8 → " in offer.text
        assert "24" in offer.text


async def test_a_label_in_a_reply_completes_the_lesson_that_had_another() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.triage()
        await on.ana.type(on.channel, "@Apprentice triage: post: it hums all night -> noise")
        card = await on.ana.sees(on.channel, "Nothing is saved before you say it")
        label = card.labels[0]
        message = await on.ana.type(on.channel, label, reply_to=card)
        again = await on.ana.sees(on.channel, "Shall I learn this?", after=message)
        saved = await (await on.ana.press(again, "Save it")).reply()
        assert f"→ {label}" in saved.text


async def test_the_name_of_a_task_in_a_reply_carries_out_the_question_of_that_card() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.triage()
        await on.ana.type(on.channel, "@Apprentice hauses: size 3")
        card = await on.ana.sees(on.channel, 'There is no task "hauses" here')
        message = await on.ana.type(on.channel, "houses", reply_to=card)
        await on.ana.sees(on.channel, "houses: 6", after=message)
