import discord

from tests.local_discord import Allow, LocalDiscord, Upload
from tests.local_discord.bots import TinyBot, refusal, running


async def test_messages_are_edited_fetched_and_deleted(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        sent = await channel.send("1 of 3")
        await sent.edit(content="2 of 3")
        await sent.edit(content="3 of 3")
        seen = await ana.sees(guild.general, "3 of 3")
        assert seen.earlier == ["1 of 3", "2 of 3"]
        assert (await channel.fetch_message(sent.id)).edited_at is not None
        others = await ana.type(guild.general, "mine")
        theirs = channel.get_partial_message(int(others.id))
        assert await refusal(theirs.edit(content="yours")) == (403, 50005)
        assert await refusal(theirs.delete()) == (403, 50013)
        await sent.delete()
        assert await refusal(channel.fetch_message(sent.id)) == (404, 10008)
        assert await refusal(sent.edit(content="gone")) == (404, 10008)


async def test_a_member_deletes_and_reacts(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        message = await ana.type(guild.general, "@Apprentice hello")
        await ana.react(message, "👍")
        await bot.until_seen("reaction 👍")
        await bot.heard[0].add_reaction("👍")
        assert message.reactions == {"👍": [ana.user.id, local.bot.id]}
        await ana.delete_message(message)
        await bot.until_seen(f"deleted {message.id}")


async def test_reactions_need_permissions(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        message = await ana.type(guild.general, "@Apprentice hello")
        (heard,) = await bot.until_heard(1)
        local.forbid(guild.general, Allow.ADD_REACTIONS)
        assert await refusal(heard.add_reaction("👍")) == (403, 50013)
        await ana.react(message, "👍")
        await heard.add_reaction("👍")  # one that is there already may be joined
        assert bot.user is not None
        fetched = await heard.fetch()
        who = {user.name async for user in fetched.reactions[0].users()}
        assert who == {"Ana", "Apprentice"}
        await heard.remove_reaction("👍", bot.user)
        await ana.unreact(message, "👍")
        assert message.reactions == {}
        assert await refusal(heard.remove_reaction("👍", heard.author)) == (403, 50013)


async def test_history_needs_permission(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        await ana.type(guild.general, "@Apprentice hello")
        (heard,) = await bot.until_heard(1)
        local.forbid(guild.general, Allow.READ_MESSAGE_HISTORY)
        assert await refusal(heard.fetch()) == (403, 50001)
        assert await refusal(heard.reply("hello")) == (403, 160002)


async def test_nobody_is_pinged_who_is_not_allowed_to_be(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        await ana.type(guild.general, "@Apprentice hello")
        (heard,) = await bot.until_heard(1)
        text = f"<@{ana.user.id}> @everyone"
        await heard.reply(text, allowed_mentions=discord.AllowedMentions.none())
        await heard.reply(text, allowed_mentions=discord.AllowedMentions(users=True))
        await heard.channel.send("@everyone")
        _, quiet, loud, shout = guild.general.messages.values()
        assert (quiet.pinged, loud.pinged, shout.pinged) == ([], ["Ana"], [])
        local.grant(guild.general, Allow.MENTION_EVERYONE)
        await heard.channel.send("@everyone")
        assert list(guild.general.messages.values())[-1].pinged == ["everyone"]


async def test_files_come_and_go_and_are_kept_by_an_edit(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        upload = Upload(filename="flats.csv", data="面积,价格".encode())
        await ana.type(guild.general, "@Apprentice read this", files=[upload])
        (heard,) = await bot.until_heard(1)
        (attachment,) = heard.attachments
        assert (await attachment.read()).decode() == "面积,价格"
        assert attachment.content_type == "text/csv; charset=utf-8"
        copy = await attachment.to_file(description="a copy")
        sent = await heard.channel.send("here", file=copy)
        more = await sent.edit(content="and more", attachments=[*sent.attachments, _file()])
        assert [each.filename for each in more.attachments] == ["flats.csv", "more.txt"]
        fewer = await more.edit(attachments=more.attachments[1:])
        assert [each.filename for each in fewer.attachments] == ["more.txt"]


async def test_an_edit_does_not_make_a_silent_reply_ping(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        await ana.type(guild.general, "@Apprentice ping")
        pong = await ana.sees(guild.general, "pong")
        silent = await ana.type(guild.general, "one", reply_to=pong, ping=False)
        loud = await ana.type(guild.general, "one", reply_to=pong)
        for reply in (silent, loud):
            await ana.edit(reply, "two")
        assert (silent.pinged, loud.pinged) == ([], ["Apprentice"])
        assert (silent.earlier, loud.text) == (["one"], "two")


async def test_history_is_read_page_by_page(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        sent = [await channel.send(f"{number}") for number in range(5)]
        newest = [message.content async for message in channel.history(limit=2)]
        later = [message.content async for message in channel.history(after=sent[2])]
        before = [message.content async for message in channel.history(before=sent[1])]
        assert (newest, later, before) == (["4", "3"], ["3", "4"], ["0"])


async def test_typing_shows(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        async with channel.typing():
            await channel.send("done")
        assert local.world.typing == [guild.general]


def _file() -> discord.File:
    return discord.File(__file__, "more.txt")
