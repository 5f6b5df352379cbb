"""The day after, the bot asks how it turned out: once, where it was answered, with buttons."""

import pytest

from tests.bot.discord_app.stage import stage
from tests.bot.discord_app.turnout import DAY, ask, asked_in, next_day, turnout
from tests.fakes.clock import SetClock
from tests.local_discord import Allow


async def test_a_private_answer_is_followed_up_directly_and_learned_from_at_a_press() -> None:
    async with turnout() as (on, clock), on.bot():
        answer = await ask(on, on.ana)
        assert answer.is_ephemeral
        await on.outcomes.look(on.client)
        assert asked_in(on.ana.direct, on.ana) == []
        await next_day(on, clock)
        [card] = asked_in(on.ana.direct, on.ana)
        assert card.labels == ["About 15.0, as I said", "Another number…", "It did not happen"]
        assert "event games · said yes 28" in card.text
        assert "?1 · Flats" in card.text
        assert asked_in(on.channel, on.zoe) == []
        await (await on.ana.press(card, "About 15.0, as I said")).reply()
        assert "Learned as #4, thanks Ana." in card.text
        assert "#4 event games · said yes 28 → 15" in card.text
        assert card.labels == ["Undo", "Edit…"]
        undone = await (await on.ana.press(card, "Undo")).reply()
        assert "Took back #4" in undone.text


async def test_it_is_asked_once_and_not_again_after_a_restart() -> None:
    async with turnout() as (on, clock):
        async with on.bot():
            await ask(on, on.ana)
            await next_day(on, clock)
            await on.outcomes.look(on.client)
        await on.local.offline()
        clock.move(DAY)
        async with on.bot():
            await on.outcomes.look(on.client)
            [card] = asked_in(on.ana.direct, on.ana)
            form = await (await on.ana.press(card, "Another number…")).modal()
            await (await on.ana.submit(form, {"The true value": "19"})).reply()
            assert "#4 event games · said yes 28 → 19" in card.text


async def test_what_became_due_meanwhile_is_asked_as_soon_as_the_bot_is_back() -> None:
    async with turnout() as (on, clock):
        async with on.bot():
            await ask(on, on.ana)
        await on.local.offline()
        clock.move(3 * DAY)
        async with on.bot():
            await on.ana.sees(on.ana.direct, "how did it turn out?")


async def test_a_public_answer_is_followed_up_in_its_channel() -> None:
    async with turnout(public=True) as (on, clock), on.bot():
        await ask(on, on.ana)
        await next_day(on, clock)
        [card] = asked_in(on.channel, on.ben)
        assert "?1 · asked by Ana" in card.text
        assert not card.pinged
        assert asked_in(on.ana.direct, on.ana) == []
        form = await (await on.ben.press(card, "Another number…")).modal()
        consent = await (await on.ben.submit(form, {"The true value": "18"})).reply()
        assert consent.is_ephemeral
        learned = await (await on.ben.press(consent, "I agree")).reply()
        assert "Learned as #4, thanks Ben." in learned.text
        assert "It did not happen" in card.labels
        await (await on.ana.press(card, "About 15.0, as I said")).reply()
        assert "Learned as #5, thanks Ana." in card.text


async def test_a_sentence_in_a_thread_is_followed_up_in_the_thread() -> None:
    async with turnout() as (on, clock), on.bot():
        thread = on.local.thread("Games", on.channel)
        await on.ana.type(thread, "@Apprentice turnout: event: games, said yes: 28")
        await on.ana.sees(thread, "turnout: 15.0")
        await next_day(on, clock)
        [card] = asked_in(thread, on.ben)
        replied = await on.ana.type(thread, "@Apprentice it was 19", reply_to=card)
        offer = await on.ana.sees(thread, "Shall I learn that ?1 was 19?", after=replied)
        await (await on.ana.press(offer, "Save it")).reply()
        assert asked_in(on.channel, on.ben) == []


async def test_a_card_that_asks_for_a_rating_takes_it_in_a_reply() -> None:
    async with stage(clock=(clock := SetClock())) as on, on.bot():
        new = {"name": "films", "predict": "rating", "fields": "title: item", "outcome": "1"}
        await (await on.zoe.run(on.channel, "/task new", **new)).reply()
        consent = await on.zoe.run(on.channel, "/teach", task="films", lesson="title: Heat -> 4")
        await (await on.zoe.press(await consent.reply(), "I agree")).reply()
        for film in ("Alien", "Speed"):
            asked = await on.zoe.run(on.channel, "/ask", task="films", text=f"title: {film}")
            await asked.reply()
        await next_day(on, clock)
        card = next(c for c in asked_in(on.zoe.direct, on.zoe) if "Alien" in c.text)
        assert card.labels == ["1", "2", "3", "4", "5"]
        await on.zoe.type(on.zoe.direct, "4 stars", reply_to=card)
        await on.zoe.sees(on.zoe.direct, "Shall I learn that ?1 was 4?")


async def test_what_did_not_happen_is_noted_on_the_card() -> None:
    async with turnout() as (on, clock), on.bot():
        await ask(on, on.ana)
        await next_day(on, clock)
        [card] = asked_in(on.ana.direct, on.ana)
        await (await on.ana.press(card, "It did not happen")).reply()
        assert "?1 did not happen" in card.text
        assert card.labels == []


async def test_direct_messages_are_a_community_of_their_own() -> None:
    async with turnout() as (on, clock), on.bot():
        exchange = await on.ana.run(
            on.ana.direct,
            "/task new",
            name="naps",
            predict="number",
            fields="day: category",
            outcome="1",
        )
        assert 'Task "naps" is ready.' in (await exchange.reply()).text
        for lesson in ("day: sunday -> 40", "day: monday -> 20"):
            card = await (
                await on.ana.run(on.ana.direct, "/teach", task="naps", lesson=lesson)
            ).reply()
            if "I agree" in card.labels:
                await (await on.ana.press(card, "I agree")).reply()
        exchange = await on.ana.run(on.ana.direct, "/ask", text="day: sunday", task="naps")
        await exchange.reply()
        await next_day(on, clock)
        [card] = asked_in(on.ana.direct, on.ana)
        await (await on.ana.press(card, card.labels[0])).reply()
        assert "Learned as #3, thanks Ana." in card.text


@pytest.mark.parametrize("known", ["Right", "It was…", "deleted", "opted out", "left"])
async def test_it_is_not_asked_where_it_is_known_or_nobody_wants_it(known: str) -> None:
    async with turnout() as (on, clock), on.bot():
        answer = await ask(on, on.ana)
        if known == "Right":
            await (await on.ana.press(answer, "Right")).reply()
        elif known == "It was…":
            form = await (await on.ana.press(answer, "It was…")).modal()
            await (await on.ana.submit(form, {"The true value": "19"})).reply()
        elif known == "deleted":
            sure = await (await on.zoe.run(on.channel, "/task delete", task="turnout")).reply()
            await (await on.zoe.press(sure, sure.labels[0])).reply()
        elif known == "opted out":
            await (await on.ana.run(on.channel, "/privacy opt-out")).reply()
        else:
            on.local.remove_bot(on.guild)
            await on.local.settled()
        await next_day(on, clock)
        assert asked_in(on.ana.direct, on.ana) == []


@pytest.mark.parametrize("hindrance", ["refused", "deleted", "forbidden"])
async def test_where_it_cannot_be_asked_that_is_left_quietly(hindrance: str) -> None:
    async with turnout(public=hindrance != "refused") as (on, clock), on.bot():
        games = on.local.channel("games", on.guild)
        await ask(on, on.ana, games)
        if hindrance == "refused":
            on.ana.user.accepts_direct_messages = False
        elif hindrance == "deleted":
            on.local.delete_channel(games)
        else:
            on.local.forbid(games, Allow.SEND_MESSAGES)
        await ask(on, on.ben)
        await next_day(on, clock)
        where = on.ben.direct if hindrance == "refused" else on.channel
        assert len(asked_in(where, on.ben)) == 1
        assert asked_in(on.ana.direct, on.ana) == []


async def test_a_card_of_a_server_is_for_its_members_with_their_roles() -> None:
    async with turnout() as (on, clock), on.bot():
        await ask(on, on.ana)
        await next_day(on, clock)
        [card] = asked_in(on.ana.direct, on.ana)
        role = on.local.role("Hosts", on.guild)
        exchange = await on.zoe.run(on.channel, "/task edit", task="turnout", teachers=role)
        await exchange.reply()
        refused = await (await on.ana.press(card, "About 15.0, as I said")).reply()
        assert 'Only members with the role "Hosts" teach turnout.' in refused.text
        on.local.give(on.ana, role)
        await (await on.ana.press(card, "About 15.0, as I said")).reply()
        assert "Learned as #4, thanks Ana." in card.text


async def test_whoever_left_the_server_changes_nothing_there() -> None:
    async with turnout() as (on, clock), on.bot():
        await ask(on, on.ana)
        await next_day(on, clock)
        [card] = asked_in(on.ana.direct, on.ana)
        on.local.leave(on.ana, on.guild)
        reply = await (await on.ana.press(card, "About 15.0, as I said")).reply()
        assert "a server that you or I have left" in reply.text


async def test_a_direct_question_can_be_answered_by_a_reply() -> None:
    async with turnout() as (on, clock), on.bot():
        await ask(on, on.ana)
        await next_day(on, clock)
        [card] = asked_in(on.ana.direct, on.ana)
        await on.ana.type(on.ana.direct, "19 came", reply_to=card)
        offer = await on.ana.sees(on.ana.direct, "Shall I learn that ?1 was 19?")
        await (await on.ana.press(offer, "Save it")).reply()
        assert "#4 event games · said yes 28 → 19" in offer.text


async def test_a_category_is_picked_from_its_labels() -> None:
    async with stage(clock=(clock := SetClock())) as on, on.bot():
        await on.triage()
        edited = await on.zoe.run(on.channel, "/task edit", task="triage", outcome="2 days")
        assert "2 days after an answer I ask how it turned out" in (await edited.reply()).text
        for post in ("flickers again", "odd glyphs"):
            exchange = await on.ana.run(on.channel, "/ask", text=f"post: {post}", task="triage")
            await exchange.reply()
        await next_day(on, clock)
        assert asked_in(on.ana.direct, on.ana) == []
        await next_day(on, clock)
        first, second = asked_in(on.ana.direct, on.ana)
        top = first.labels[0].removesuffix(", as I said")
        assert first.labels[1:] == ["It did not happen", "Another label…"]
        await (await on.ana.press(first, first.labels[0])).reply()
        assert f"→ {top}" in first.text
        assert "Learned as #3" in first.text
        await (await on.ana.choose(second, "bug", select="Another label…")).reply()
        assert "→ bug" in second.text
        assert second.labels == ["Undo", "Edit…"]


async def test_it_is_asked_in_the_language_of_the_asker() -> None:
    async with turnout() as (on, clock), on.bot():
        cem = on.local.member("Cem", on.guild, locale="zh-CN")
        await ask(on, cem)
        await next_day(on, clock)
        [card] = [each for each in cem.sees_now(cem.direct) if "结果如何" in each.text]
        assert card.labels[1:] == ["另一个数…", "没有发生"]
