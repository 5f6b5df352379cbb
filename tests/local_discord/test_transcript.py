import discord

from tests.local_discord import LocalDiscord
from tests.local_discord.bots import TinyBot, running
from tests.local_discord.transcript import Transcript


class Asker(discord.ui.Modal, title="How many?"):
    many: discord.ui.TextInput["Asker"] = discord.ui.TextInput(label="How many")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"**{self.many.value}\\* it is.**", ephemeral=True)


class Buttons(discord.ui.View):
    @discord.ui.button(label="Count")
    async def count(
        self, interaction: discord.Interaction, _: discord.ui.Button["Buttons"]
    ) -> None:
        await interaction.response.send_modal(Asker())


async def test_a_transcript_tells_who_did_what_and_who_saw_it(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, mods, bot = local.member("Ana", guild), local.channel("mods", guild), TinyBot()
    async with running(local, bot):
        transcript = Transcript(local.world)
        await ana.type(guild.general, "@Apprentice hello")
        await bot.until_heard(1)
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        sent = await channel.send("one", view=Buttons())
        await sent.edit(content="two")
        with transcript.told_as("some talk"):
            await ana.type(guild.general, "nothing of importance")
        shown = await ana.sees(guild.general, "two")
        form = await (await ana.press(shown, "Count")).modal()
        await (await ana.submit(form, {"How many": "3"})).reply()
        other = bot.get_channel(int(mods.id))
        assert isinstance(other, discord.TextChannel)
        await other.send("somebody counts")
        transcript.aside("the next day")
        await bot.close()
    assert str(transcript).splitlines() == [
        "Ana  @Apprentice hello",
        "bot  two",
        "     [Count]",
        "     (some talk)",
        "Ana  [Count] → 3",
        "bot  (only Ana) 3* it is.",
        "bot  (#mods) somebody counts",
        "     (the next day)",
    ]
