"""What a bot without the privileged intent may read."""

import discord

from tests.local_discord import LocalDiscord, Upload
from tests.local_discord.bots import TinyBot, running


async def test_content_comes_only_where_the_bot_is_addressed(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    file = Upload(filename="a.txt", data=b"a")
    async with running(local, bot):
        await ana.type(guild.general, "not for the bot", files=[file])
        await ana.type(guild.general, "for you", mention_bot=True, files=[file])
        await ana.type(ana.direct, "between us")
        plain, mentioned, direct = await bot.until_heard(3)
        assert (plain.content, plain.attachments) == ("", [])
        assert mentioned.content == f"<@{local.bot.id}> for you"
        assert [each.filename for each in mentioned.attachments] == ["a.txt"]
        assert bot.user in mentioned.mentions
        assert (direct.content, direct.guild) == ("between us", None)


async def test_a_reply_is_read_if_it_pings_an_ordinary_message_of_the_bot(
    local: LocalDiscord,
) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        await ana.type(guild.general, "@Apprentice ping")
        pong = await ana.sees(guild.general, "pong")
        await ana.type(guild.general, "a reply that pings", reply_to=pong)
        await ana.type(guild.general, "a reply that does not", reply_to=pong, ping=False)
        _, pinging, silent = await bot.until_heard(3)
        assert (pinging.content, silent.content) == ("a reply that pings", "")
        for reply in (pinging, silent):
            assert reply.reference is not None
            assert isinstance(reply.reference.resolved, discord.Message)
            assert reply.reference.resolved.content == "pong"


async def test_a_reply_to_a_command_s_answer_is_read_only_if_the_app_pings(
    local: LocalDiscord,
) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Answers")
    async def ask(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("€ 418k")

    async with running(local, bot):
        answer = await (await ana.run(guild.general, "/ask")).reply()
        await ana.type(guild.general, "it sold for 435k", reply_to=answer)
        local.world.application.pings_answers = True  # as an app may come to do
        await ana.type(guild.general, "it sold for 436k", reply_to=answer)
        heard = await bot.until_heard(2)
        assert [message.content for message in heard] == ["", "it sold for 436k"]


async def test_the_intent_shows_everything_where_it_is_allowed() -> None:
    async with LocalDiscord(privileged_intents=1 << 15) as local:
        guild = local.guild("Flats")
        intents = discord.Intents.default()
        intents.message_content = True
        ana, bot = local.member("Ana", guild), TinyBot(intents=intents)
        async with running(local, bot):
            await ana.type(guild.general, "not for the bot")
            assert (await bot.until_heard(1))[0].content == "not for the bot"


async def test_history_is_withheld_like_events(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    await ana.type(guild.general, "before the bot came")
    async with running(local, bot):
        await ana.type(guild.general, "@Apprentice ping")
        await ana.sees(guild.general, "pong")
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        read = [message.content async for message in channel.history(limit=10)]
        assert read == ["pong", f"<@{local.bot.id}> ping", ""]


async def test_a_menu_hands_over_the_content_of_its_message(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, ben, bot = local.member("Ana", guild), local.member("Ben", guild), TinyBot()

    @bot.tree.context_menu(name="Ask about this")
    async def about(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(
            f"{message.author.name} wrote: {message.content}", ephemeral=True
        )

    async with running(local, bot):
        message = await ben.type(guild.general, "free nitro, click here")
        exchange = await ana.menu(guild.general, "Ask about this", message)
        assert (await exchange.reply()).text == "Ben wrote: free nitro, click here"
