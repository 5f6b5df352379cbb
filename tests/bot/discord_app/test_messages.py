"""The message menus, reports to the moderators, and answers that everyone sees."""

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Message


async def scams(on: Stage) -> None:
    """Let a task of scam and ham be taught, and a channel of the moderators be set."""
    mods = on.local.channel("mods", on.guild)
    exchange = await on.zoe.run(on.channel, "/setup", moderators=mods)
    assert "Reports go to #mods." in (await exchange.reply()).text
    exchange = await on.zoe.run(
        on.channel,
        "/task new",
        name="scam",
        predict="category",
        labels="scam, ham",
        fields="post: text",
    )
    await exchange.reply()
    for lesson in ("post: free nitro -> scam", "post: hi all -> ham", "post: gift -> scam"):
        await on.settled(on.zoe, "scam", lesson)


async def asked_about(on: Stage, message: Message) -> Message:
    menu = await on.ana.menu(on.channel, "Ask about this", message)
    return await menu.reply()


async def test_a_message_is_asked_about_and_sent_to_the_moderators_who_confirm_it() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        message = await on.ben.type(on.channel, "free nitro for everyone!")
        card = await asked_about(on, message)
        assert "scam: scam 67 %" in card.text
        assert card.is_ephemeral
        sent = await (await on.ana.press(card, "Send to moderators")).reply()
        assert "Sent ?1 to the moderators." in sent.text
        mods = next(c for c in on.guild.channels.values() if c.name == "mods")
        report = await on.zoe.sees(mods, "?1 · reported by")
        assert report.labels[:2] == ["Confirm", "Not scam"]
        learned = await (await on.zoe.press(report, "Not scam")).reply()
        assert "Learned as #4" in learned.text
        assert "→ ham" in learned.text


async def test_nothing_is_learned_from_others_where_the_operator_has_no_permission() -> None:
    async with stage() as on, on.bot():
        await scams(on)
        message = await on.ben.type(on.channel, "free nitro for everyone!")
        card = await asked_about(on, message)
        noted = await (await on.ana.press(card, "Right")).reply()
        agreed = await (await on.ana.press(noted, "I agree")).reply()
        assert "I learn nothing from what another member wrote" in agreed.text
        refused = await (await on.ana.menu(on.channel, "Teach from this", message)).reply()
        assert "I learn nothing from what another member wrote" in refused.text


async def test_a_members_own_message_is_taught_by_a_form() -> None:
    async with stage() as on, on.bot():
        await scams(on)
        message = await on.ana.type(on.channel, "see you at eight")
        form = await (await on.ana.menu(on.channel, "Teach from this", message)).modal()
        sent = await on.ana.submit(form, {"answer": "ham"})
        card = await (await on.ana.press(await sent.reply(), "I agree")).reply()
        assert "see you at eight → ham" in card.text


async def test_what_was_taught_from_anothers_message_goes_with_its_author() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        message = await on.ben.type(on.channel, "see you at eight")
        form = await (await on.ana.menu(on.channel, "Teach from this", message)).modal()
        card = await on.yes(on.ana, await (await on.ana.submit(form, {"answer": "ham"})).reply())
        assert "see you at eight → ham" in card.text
        seen = await on.run(on.ben, "/privacy see")
        assert "1 question or lesson of others on what you wrote" in seen.text
        asked = await (await on.ben.run(on.channel, "/privacy erase")).reply()
        await (await on.ben.press(asked, asked.labels[0])).reply()
        shown = await on.run(on.ana, "/task show", task="scam")
        assert "3 examples" in shown.text


async def test_a_question_about_anothers_message_stays_about_it_when_asked_again() -> None:
    async with stage(learns_from_others=False) as on, on.bot():
        await scams(on)
        card = await asked_about(on, await on.ben.type(on.channel, "free nitro for everyone!"))
        form = await (await on.ana.press(card, "Edit what I read")).modal()
        again = await (await on.ana.submit(form, {"What is known": "post: nitro"})).reply()
        noted = await on.yes(on.ana, await (await on.ana.press(again, "Right")).reply())
        assert "I learn nothing from what another member wrote" in noted.text


async def test_a_task_can_be_set_to_answer_in_public() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        exchange = await on.ana.run(on.channel, "/ask", text="size 3")
        assert (await exchange.reply()).is_ephemeral
        exchange = await on.ana.run(on.channel, "/task edit", task="houses", answers="public")
        assert "Answers are seen by everyone" in (await exchange.reply()).text
        exchange = await on.ana.run(on.channel, "/ask", text="size 3")
        assert not (await exchange.reply()).is_ephemeral


async def test_a_moderators_channel_that_is_gone_is_said_to_be() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        mods = next(c for c in on.guild.channels.values() if c.name == "mods")
        on.local.delete_channel(mods)
        card = await asked_about(on, await on.ben.type(on.channel, "free nitro"))
        sent = await (await on.ana.press(card, "Send to moderators")).reply()
        assert "The moderators' channel is not here any more." in sent.text


async def test_two_more_moderators_who_agree_decide_a_report() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        card = await asked_about(on, await on.ben.type(on.channel, "free nitro for everyone!"))
        await (await on.ana.press(card, "Send to moderators")).reply()
        mods = next(c for c in on.guild.channels.values() if c.name == "mods")
        report = await on.zoe.sees(mods, "?1 · reported by")
        await (await on.zoe.press(report, "Ask two more")).reply()
        assert report.labels == ["scam", "Not scam", "Why?"]
        assert f"reported by <@{on.ana.user.id}>" in report.text
        first = await (await on.zoe.press(report, "Not scam")).reply()
        assert "1 of 2 say so" in first.text
        for party in (on.ben, on.ana):
            refused = await (await party.press(report, "scam")).reply()
            assert "others decide on it" in refused.text
        cem = on.local.member("Cem", on.guild)
        second = await (await cem.press(report, "Not scam")).reply()
        learned = await (await cem.press(second, "I agree")).reply()
        assert "Learned as #4" in learned.text
        assert "Zoe, Cem: ham" in report.text
        assert report.labels == ["Why?"]


async def test_a_moderator_may_reply_to_a_report() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        card = await asked_about(on, await on.ben.type(on.channel, "free nitro for everyone!"))
        await (await on.ana.press(card, "Send to moderators")).reply()
        mods = next(c for c in on.guild.channels.values() if c.name == "mods")
        report = await on.zoe.sees(mods, "?1 · reported by")
        await on.zoe.type(mods, "not scam", reply_to=report)
        await on.zoe.sees(mods, "Shall I learn that ?1 was ham?")
        await on.zoe.type(mods, "what do the others think?", reply_to=report)
        await on.zoe.sees(mods, "To put ?1 right")


async def test_who_wrote_a_reported_message_does_not_decide_on_it() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        card = await asked_about(on, await on.ben.type(on.channel, "free nitro for everyone!"))
        await (await on.ana.press(card, "Send to moderators")).reply()
        mods = next(c for c in on.guild.channels.values() if c.name == "mods")
        report = await on.zoe.sees(mods, "?1 · reported by")
        for label in ("Confirm", "Not scam", "Ask two more"):
            refused = await (await on.ben.press(report, label)).reply()
            assert "others decide on it" in refused.text
        assert "Confirm" in report.labels


async def test_a_decided_report_keeps_what_it_was_about_and_who_decided() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        message = await on.ben.type(on.channel, "free nitro for everyone!")
        card = await asked_about(on, message)
        await (await on.ana.press(card, "Send to moderators")).reply()
        mods = next(c for c in on.guild.channels.values() if c.name == "mods")
        report = await on.zoe.sees(mods, "?1 · reported by")
        about = (
            "free nitro for everyone!",
            f"<@{on.ben.user.id}>: https://discord.com/channels/{on.guild.id}/",
            f"/{on.channel.id}/{message.id}",
            f"reported by <@{on.ana.user.id}>",
        )
        assert all(each in report.text for each in about)
        learned = await (await on.zoe.press(report, "Confirm")).reply()
        assert learned.is_ephemeral
        assert "Learned as #4" in learned.text
        assert all(each in report.text for each in (*about, "Zoe: scam"))
        assert report.labels == ["Why?"]


async def test_a_message_is_reported_once_whoever_asks_about_it() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        message = await on.ben.type(on.channel, "free nitro for everyone!")
        card = await asked_about(on, message)
        await (await on.ana.press(card, "Send to moderators")).reply()
        menu = await on.zoe.menu(on.channel, "Ask about this", message)
        again = await (await on.zoe.press(await menu.reply(), "Send to moderators")).reply()
        assert "This message was reported already." in again.text
        other = await asked_about(on, await on.ben.type(on.channel, "hi all of you"))
        sent = await (await on.ana.press(other, "Send to moderators")).reply()
        assert "to the moderators." in sent.text


async def test_a_report_that_could_not_be_shown_can_be_sent_again() -> None:
    async with stage(learns_from_others=True) as on, on.bot():
        await scams(on)
        card = await asked_about(on, await on.ben.type(on.channel, "free nitro"))
        place, on.front.place = on.front.place, lambda _: None
        refused = await (await on.ana.press(card, "Send to moderators")).reply()
        assert "reported" not in refused.text
        on.front.place = place
        sent = await (await on.ana.press(card, "Send to moderators")).reply()
        assert "Sent ?1 to the moderators." in sent.text
