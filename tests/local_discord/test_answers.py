import discord
from discord import ui

from tests.local_discord import LocalDiscord
from tests.local_discord.bots import TinyBot, running


async def test_ping() -> None:
    async with LocalDiscord() as local:
        guild = local.guild("A")
        ana = local.member("Ana", guild)
        bot = TinyBot()

        @bot.tree.command(description="Says hello")
        async def hello(interaction: discord.Interaction, name: str) -> None:
            view = ui.View()
            button: ui.Button[ui.View] = ui.Button(label="Press", custom_id="press")

            async def pressed(inter: discord.Interaction) -> None:
                await inter.response.edit_message(content="pressed", view=None)

            button.callback = pressed  # type: ignore[method-assign,assignment]
            view.add_item(button)
            await interaction.response.send_message(f"hello {name}", ephemeral=True, view=view)

        @bot.tree.command(description="Form")
        async def form(interaction: discord.Interaction) -> None:
            await interaction.response.send_modal(Form())

        class Form(ui.Modal, title="A form"):
            name: ui.Label["Form"] = ui.Label(text="Name", component=ui.TextInput())

            async def on_submit(self, interaction: discord.Interaction) -> None:
                await interaction.response.defer(ephemeral=True)
                assert isinstance(self.name.component, ui.TextInput)
                await interaction.followup.send(f"Hi {self.name.component.value}")

        async with running(local, bot):
            await ana.type(guild.general, "@Apprentice ping")
            await ana.sees(guild.general, "pong")
            exchange = await ana.run(guild.general, "/hello", name="x")
            card = await exchange.reply()
            assert card.text == "hello x"
            pressed = await ana.press(card, "Press")
            assert (await pressed.reply()).text == "pressed"
            exchange = await ana.run(guild.general, "/form")
            sent = await ana.submit(await exchange.modal(), {"Name": "Ana"})
            assert (await sent.reply()).text == "Hi Ana"
