import discord
import pytest
from discord import app_commands

from tests.local_discord import Allow, ChannelKind, LocalDiscord, Refused, Upload
from tests.local_discord.bots import TinyBot, refusal, running


async def test_the_bot_joins_and_leaves(local: LocalDiscord) -> None:
    guild = local.guild("Flats", bot=False)
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        assert list(bot.guilds) == []
        local.add_bot(guild)
        await bot.until_seen("joined Flats")
        await ana.type(guild.general, "@Apprentice ping")
        await ana.sees(guild.general, "pong")
        local.remove_bot(guild)
        await bot.until_seen("left Flats")
        assert await refusal(bot.fetch_guild(int(guild.id))) == (403, 50001)


async def test_the_bot_asks_itself_out(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        await bot.guilds[0].leave()
        await bot.until_seen("left Flats")
        assert not guild.has_bot


async def test_a_server_fails_and_comes_back(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        local.outage(guild)
        await local.settled()
        assert [each.unavailable for each in bot.guilds] == [True]
        local.recover(guild)
        await local.settled()
        assert [each.unavailable for each in bot.guilds] == [False]
        assert bot.seen == []  # neither joined nor left


async def test_an_app_brought_along_works_where_the_bot_is_not(local: LocalDiscord) -> None:
    guild = local.guild("Elsewhere", bot=False)
    ana, ben = local.member("Ana", guild, has_installed=True), local.member("Ben", guild)
    bot = TinyBot()

    @bot.tree.command(description="Asks")
    @app_commands.user_install()
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"private: {interaction.context.private_channel}")

    async with running(local, bot):
        private = local.direct(ana, ben)
        reply = await (await ana.run(private, "/ask")).reply()
        assert (reply.text, reply.is_ephemeral) == ("private: True", False)
        assert ben.commands(private) == []
        assert not (await (await ana.run(guild.general, "/ask")).reply()).is_ephemeral
        local.forbid(guild.general, Allow.USE_EXTERNAL_APPS, to=ana)
        assert (await (await ana.run(guild.general, "/ask")).reply()).is_ephemeral


async def test_threads_and_forum_posts_are_places_to_talk(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        forum = local.channel("questions", guild, kind=ChannelKind.FORUM)
        post = await ana.post(forum, "A flat", "@Apprentice ping")
        await ana.sees(post, "pong")
        thread = local.thread("Aside", guild.general)
        await ana.type(thread, "@Apprentice ping")
        await ana.sees(thread, "pong")
        heard = await bot.until_heard(2)
        assert all(isinstance(message.channel, discord.Thread) for message in heard)
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        kind = discord.ChannelType.public_thread
        started = await channel.create_thread(name="By the bot", type=kind)
        await started.send("hello")
        await ana.sees(local.world.channels[str(started.id)], "hello")


async def test_the_bot_opens_threads_and_forum_posts(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    forum = local.channel("questions", guild, kind=ChannelKind.FORUM)
    async with running(local, bot):
        channel = await bot.fetch_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        message = await channel.send("a question")
        thread = await message.create_thread(name="Answers")
        await thread.send("here")
        await ana.sees(local.world.channels[str(thread.id)], "here")
        await thread.edit(archived=True)
        assert await refusal(thread.send("too late")) == (400, 50083)
        questions = await bot.fetch_channel(int(forum.id))
        assert isinstance(questions, discord.ForumChannel)
        post, first = await questions.create_thread(name="A post", content="its text")
        assert (post.name, first.content) == ("A post", "its text")
        await ana.sees(local.world.channels[str(post.id)], "its text")


async def test_a_server_is_fetched_with_its_channels(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    local.channel("flats", guild)
    local.thread("Aside", guild.general)
    bot = TinyBot()
    async with running(local, bot):
        fetched = await bot.fetch_guild(int(guild.id))
        assert fetched.name == "Flats"
        assert [each.name for each in await fetched.fetch_channels()] == ["general", "flats"]
        assert [each.name for each in await fetched.active_threads()] == ["Aside"]
        assert [each.name async for each in bot.fetch_guilds()] == ["Flats"]
        assert await refusal(bot.fetch_guild(1)) == (404, 10004)
        assert await refusal(bot.fetch_user(1)) == (404, 10013)


async def test_interactions_happen_in_threads(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    thread = local.thread("Aside", guild.general)

    @bot.tree.command(description="Says where")
    async def where(interaction: discord.Interaction) -> None:
        assert isinstance(interaction.channel, discord.Thread)
        await interaction.response.send_message(f"in {interaction.channel.name}")

    async with running(local, bot):
        assert (await (await ana.run(thread, "/where")).reply()).text == "in Aside"


async def test_direct_messages_reach_both_ways(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        user = await bot.fetch_user(int(ana.user.id))
        await user.send("hello")
        await ana.sees(ana.direct, "hello")
        await ana.type(ana.direct, "ping")
        await ana.sees(ana.direct, "pong")
        ana.user.accepts_direct_messages = False
        assert await refusal(user.send("again")) == (403, 50007)


@pytest.mark.parametrize(
    ("taken", "code"),
    [
        (Allow.VIEW_CHANNEL, 50001),
        (Allow.SEND_MESSAGES, 50013),
        (Allow.ATTACH_FILES, 50013),
        (Allow.EMBED_LINKS, 50013),
    ],
)
async def test_what_the_bot_may_not_do_is_refused(
    local: LocalDiscord, taken: Allow, code: int
) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        local.forbid(guild.general, taken)
        file = discord.File(__file__, "a.txt")
        sending = channel.send("x", file=file, embed=discord.Embed(title="y"))
        assert await refusal(sending) == (403, code)
        local.grant(guild.general, taken)
        file = discord.File(__file__, "a.txt")
        await channel.send("x", file=file, embed=discord.Embed(title="y"))


async def test_a_hidden_channel_is_not_heard(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    secret = local.channel("secret", guild)
    local.forbid(secret, Allow.VIEW_CHANNEL)
    async with running(local, bot):
        await ana.type(secret, "@Apprentice secretly")
        await ana.type(guild.general, "@Apprentice openly")
        (heard,) = await bot.until_heard(1)
        assert "openly" in heard.content


async def test_members_have_permissions_too(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, ben = local.member("Ana", guild), local.member("Ben", guild)
    local.forbid(guild.general, Allow.SEND_MESSAGES, to=ben)
    message = await ana.type(guild.general, "mine")
    with pytest.raises(Refused, match="Ben lacks a permission"):
        await ben.type(guild.general, "hello")
    with pytest.raises(Refused, match="Ben lacks a permission"):
        await ben.delete_message(message)


async def test_a_deleted_channel_is_unknown(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    aside = local.channel("aside", guild)
    async with running(local, bot):
        channel = bot.get_channel(int(aside.id))
        assert isinstance(channel, discord.TextChannel)
        local.delete_channel(aside)
        assert await refusal(channel.send("hello")) == (404, 10003)


async def test_members_and_roles_are_fetched(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    role = local.role("Teachers", guild)
    ana = local.member("Ana", guild, roles=(role,))
    stranger, bot = local.member("Stranger"), TinyBot()
    async with running(local, bot):
        (seen,) = bot.guilds
        member = await seen.fetch_member(int(ana.user.id))
        assert [each.name for each in member.roles] == ["@everyone", "Teachers"]
        assert await refusal(seen.fetch_member(int(stranger.user.id))) == (404, 10007)
        assert {each.name for each in await seen.fetch_roles()} >= {"@everyone", "Teachers"}
        assert seen.me.guild_permissions.attach_files
        assert not seen.me.guild_permissions.manage_messages
        found = await seen.query_members("An")
        assert [each.name for each in found] == ["Ana"]


async def test_a_file_too_large_is_refused(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    local.world.application.file_size_limit = 10
    ana, bot = local.member("Ana", guild), TinyBot()
    limits: list[int] = []

    @bot.tree.command(description="Sends a file")
    async def send(interaction: discord.Interaction, file: discord.Attachment) -> None:
        limits.append(interaction.filesize_limit)
        await interaction.response.defer()
        large = discord.File(__file__, "a.txt")
        bot.note(await refusal(interaction.followup.send(file=large)))
        await interaction.followup.send(file=await file.to_file())

    async with running(local, bot):
        small = Upload(filename="b.txt", data=b"small")
        reply = await (await ana.run(guild.general, "/send", file=small)).reply()
        assert [(each.filename, each.data) for each in reply.attachments] == [("b.txt", b"small")]
        assert (limits, bot.seen) == ([10], [(413, 40005)])
