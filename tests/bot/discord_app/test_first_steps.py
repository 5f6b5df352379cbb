from tests.bot.discord_app.stage import settle, stage


async def test_who_runs_the_bot_is_told_once_how_to_invite_it() -> None:
    async with stage() as on, on.bot():
        await on.client.wait_until_ready()
        await settle()
        [told] = on.told
        assert "Apprentice is on Discord, in one server." in told
        assert f"client_id={on.local.bot.id}&scope=bot+applications.commands" in told
        on.local.gateway.invalidate()
        await on.local.identified(2)
        await on.local.online()
        await settle()
        assert len(on.told) == 1


async def test_help_is_only_for_who_asked() -> None:
    async with stage() as on, on.bot():
        card = await (await on.ana.run(on.channel, "/help")).reply()
        assert "Teach me by examples" in card.text
        assert card.is_ephemeral


async def test_a_first_lesson_makes_a_task_after_consent_and_counts_at_once() -> None:
    async with stage() as on, on.bot():
        exchange = await on.ana.run(on.channel, "/teach", task="houses", lesson="size 1 -> 2")
        card = await exchange.reply()
        assert 'There is no task "houses" yet' in card.text
        assert card.labels == ["Create it", "No"]
        card = await (await on.ana.press(card, "Create it")).reply()
        assert "may I store what you teach" in card.text
        card = await (await on.ana.press(card, "I agree")).reply()
        assert "Saved #1 (houses)." in card.text
        assert card.labels == ["Undo", "Edit…"]


async def test_an_answer_is_put_right_by_a_form() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        card = await (await on.ana.run(on.channel, "/ask", text="size 6")).reply()
        assert "80 %" in card.text
        form = await (await on.ana.press(card, "It was…")).modal()
        sent = await on.ana.submit(form, {"The true value": "12"})
        assert "Learned as #6, thanks Ana." in (await sent.reply()).text
