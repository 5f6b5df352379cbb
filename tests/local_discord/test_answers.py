import discord
import pytest
from discord import ui

from tests.local_discord import Allow, LocalDiscord, Refused
from tests.local_discord.bots import TinyBot, running


class _Card(ui.View):
    @ui.button(label="Press", custom_id="press")
    async def press(self, interaction: discord.Interaction, _: ui.Button["_Card"]) -> None:
        await interaction.response.edit_message(content="pressed", view=None)

    @ui.select(
        placeholder="Wrong",
        options=[discord.SelectOption(label="a bug", value="bug"), discord.SelectOption(label="x")],
    )
    async def wrong(self, interaction: discord.Interaction, select: ui.Select["_Card"]) -> None:
        await interaction.response.send_message(f"chose {select.values}", ephemeral=True)


async def test_a_bot_logs_in_and_answers_a_message(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana = local.member("Ana", guild)
    async with running(local, TinyBot()):
        await ana.type(guild.general, "@Apprentice ping")
        await ana.sees(guild.general, "pong")


async def test_a_command_is_answered_and_its_button_pressed(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Says hello")
    async def hello(interaction: discord.Interaction, name: str) -> None:
        await interaction.response.send_message(f"hello {name}", view=_Card())

    async with running(local, bot):
        card = await (await ana.run(guild.general, "/hello", name="you")).reply()
        assert (card.text, card.labels) == ("hello you", ["Press", "Wrong"])
        chosen = await ana.choose(card, "a bug", select="Wrong")
        assert (await chosen.reply()).text == "chose ['bug']"
        pressed = await (await ana.press(card, "Press")).reply()
        assert pressed is card
        assert (card.text, card.labels, card.earlier) == ("pressed", [], ["hello you"])
        with pytest.raises(Refused, match="There is no 'Press'"):
            await ana.press(card, "Press")


async def test_a_deferred_answer_is_waited_for_and_followed_up(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Takes its time")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(content="done")
        await interaction.followup.send("and more", ephemeral=True)
        await interaction.edit_original_response(content="done, 2 of 2")

    async with running(local, bot):
        exchange = await ana.run(guild.general, "/slow")
        assert await exchange.acknowledged() == 5
        first, second = await exchange.reply(), await exchange.reply(1)
        assert (first.is_ephemeral, second.text) == (True, "and more")
        await exchange.edited(first, "2 of 2")
        assert first.earlier == ["", "done"]


async def test_the_first_followup_after_deferring_fills_the_deferred_message(
    local: LocalDiscord,
) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Follows up")
    async def later(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send("only you see it")

    async with running(local, bot):
        exchange = await ana.run(guild.general, "/later")
        reply = await exchange.reply()
        assert reply is exchange.interaction.original
        assert (reply.text, reply.is_ephemeral) == ("only you see it", True)


async def test_an_ephemeral_answer_is_seen_by_one_and_fetched_by_nobody(
    local: LocalDiscord,
) -> None:
    guild = local.guild("Flats")
    ana, ben, bot = local.member("Ana", guild), local.member("Ben", guild), TinyBot()
    refused: list[int] = []

    @bot.tree.command(description="Whispers")
    async def whisper(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("psst", ephemeral=True, view=_Card())
        sent = await interaction.original_response()
        assert isinstance(interaction.channel, discord.TextChannel)
        try:
            await interaction.channel.fetch_message(sent.id)
        except discord.NotFound as error:
            refused.append(error.code)
        await interaction.followup.send("done", ephemeral=True)

    async with running(local, bot):
        exchange = await ana.run(guild.general, "/whisper")
        whispered = await exchange.reply()
        await exchange.reply(1)
        assert refused == [10008]
        assert ben.sees_now(guild.general) == []
        assert ana.sees_now(guild.general)[0] is whispered
        with pytest.raises(Refused, match="Ben cannot see"):
            await ben.press(whispered, "Press")


async def test_what_was_seen_instead_is_told(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana = local.member("Ana", guild)
    async with running(local, TinyBot()):
        await ana.type(guild.general, "@Apprentice ping")
        await ana.sees(guild.general, "pong")
        local.forbid(guild.general, Allow.SEND_MESSAGES)
        message = await ana.sees(guild.general, "pong")
        await ana.type(guild.general, "@Apprentice ping")
        with pytest.raises(AssertionError, match="no message with 'pang' for Ana") as caught:
            await ana.sees(guild.general, "pang", after=message, within_s=0.1)
        told = str(caught.value)
        assert "seen:\n\n  refused: POST /channels/" in told
        assert "403 50013: Missing Permissions" in told
