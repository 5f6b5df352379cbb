import time

import discord
import pytest
from discord import ui

from tests.local_discord import Allow, LocalDiscord
from tests.local_discord.bots import TinyBot, refusal, running


async def test_an_answer_after_three_seconds_comes_too_late(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Sleeps")
    async def sleepy(interaction: discord.Interaction) -> None:
        local.advance(3.1)
        bot.note(await refusal(interaction.response.send_message("too late")))

    async with running(local, bot):
        exchange = await ana.run(guild.general, "/sleepy")
        await bot.until_seen_number(1)
        assert bot.seen == [(404, 10062)]
        assert exchange.is_failed
        with pytest.raises(AssertionError, match="did not respond: no answer 1 to Ana's 'sleepy'"):
            await exchange.reply()


@pytest.mark.parametrize("seconds", [2.9, 0.0])
async def test_an_answer_in_time_is_taken(local: LocalDiscord, seconds: float) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="In time")
    async def quick(interaction: discord.Interaction) -> None:
        local.advance(seconds)
        await interaction.response.send_message("here")

    async with running(local, bot):
        exchange = await ana.run(guild.general, "/quick")
        await exchange.reply()
        assert not exchange.is_failed


async def test_an_interaction_is_acknowledged_once(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Answers twice")
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("once")
        interaction.response._response_type = None  # what the library itself would prevent
        bot.note(await refusal(interaction.response.send_message("twice")))

    async with running(local, bot):
        await ana.run(guild.general, "/twice")
        await bot.until_seen_number(1)
        assert bot.seen == [(400, 40060)]


async def test_a_token_lasts_fifteen_minutes(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Stays long")
    async def long(interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        local.advance(14 * 60)
        await interaction.edit_original_response(content="in time")
        local.advance(61)
        bot.note(await refusal(interaction.edit_original_response(content="late")))
        bot.note(await refusal(interaction.followup.send("late")))

    async with running(local, bot):
        exchange = await ana.run(guild.general, "/long")
        await bot.until_seen_number(2)
        assert bot.seen == [(401, 50027), (401, 50027)]
        assert (await exchange.reply()).text == "in time"


async def test_nothing_follows_before_the_first_answer(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Hurries")
    async def hurry(interaction: discord.Interaction) -> None:
        bot.note(await refusal(interaction.followup.send("too early")))
        await interaction.response.send_message("now")
        await interaction.delete_original_response()
        bot.note(await refusal(interaction.edit_original_response(content="gone")))

    async with running(local, bot):
        await ana.run(guild.general, "/hurry")
        await bot.until_seen((404, 10015))
        await bot.until_seen((404, 10008))


async def test_what_was_deleted_meanwhile_is_unknown(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    moderator = local.role("Moderator", guild, permissions=Allow.MANAGE_MESSAGES)
    ana, bot = local.member("Ana", guild, roles=(moderator,)), TinyBot()
    aside = local.channel("aside", guild)

    @bot.tree.command(description="Shows a card")
    async def card(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("card", view=_Card(bot))

    @bot.tree.command(description="Comes too late")
    async def lost(interaction: discord.Interaction) -> None:
        local.delete_channel(aside)
        bot.note(await refusal(interaction.response.send_message("where?")))

    async with running(local, bot):
        shown = await (await ana.run(guild.general, "/card")).reply()
        local.gateway.hold_back()
        await ana.press(shown, "Press")
        await ana.delete_message(shown)
        local.gateway.release()
        await bot.until_seen((404, 10008))
        await ana.run(aside, "/lost")
        await bot.until_seen((404, 10003))


class _Card(ui.View):
    def __init__(self, bot: TinyBot) -> None:
        super().__init__()
        self.bot = bot

    @ui.button(label="Press")
    async def press(self, interaction: discord.Interaction, _: ui.Button["_Card"]) -> None:
        self.bot.note(await refusal(interaction.response.edit_message(content="pressed")))


async def test_with_a_clock_that_runs_a_stall_costs_the_three_seconds() -> None:
    async with LocalDiscord(speed=20) as local:
        guild = local.guild("Flats")
        ana, bot = local.member("Ana", guild), TinyBot()

        @bot.tree.command(description="Keeps the event loop from running")
        async def stalling(interaction: discord.Interaction) -> None:
            time.sleep(0.2)  # four of its seconds  # noqa: ASYNC251 - the point
            bot.note(await refusal(interaction.response.send_message("too late")))

        @bot.tree.command(description="Forgets to answer")
        async def silent(interaction: discord.Interaction) -> None:
            bot.note(interaction.id)

        async with running(local, bot):
            exchange = await ana.run(guild.general, "/stalling")
            await bot.until_seen_number(1)
            assert bot.seen == [(404, 10062)]
            assert exchange.is_failed
            with pytest.raises(AssertionError, match="did not respond"):
                await (await ana.run(guild.general, "/silent")).reply()
