"""An answer in a channel is told by its number only to those who may read that channel."""

import discord

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Channel

VIEW = discord.Permissions(view_channel=True).value
REFUSED = "You got no answer ?1 here"


async def answered_in_closed(on: Stage) -> Channel:
    """Let Ana ask in a channel that Ben may not see; return it."""
    await on.teach_houses()
    closed = on.local.channel("closed", on.guild)
    on.local.forbid(closed, VIEW, to=on.ben)
    await on.ana.type(closed, "@Apprentice houses: size 3?")
    await on.ana.sees(closed, "houses: 6")
    return closed


async def test_who_may_not_see_the_channel_is_told_nothing_by_number() -> None:
    async with stage() as on, on.bot():
        await answered_in_closed(on)
        for words in ("why ?1", "correct ?1 9"):
            sent = await on.ben.type(on.channel, f"@Apprentice {words}")
            await on.ben.sees(on.channel, REFUSED, after=sent)
        by_command = await (await on.ben.run(on.channel, "/why", number="1")).reply()
        assert REFUSED in by_command.text


async def test_who_may_see_the_channel_may_speak_of_it_elsewhere() -> None:
    async with stage() as on, on.bot():
        closed = await answered_in_closed(on)
        on.local.grant(closed, VIEW, to=on.ben)
        await on.ben.type(on.channel, "@Apprentice why ?1")
        await on.ben.sees(on.channel, "6")


async def test_a_public_threads_answer_is_told_in_its_channel() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        thread = on.local.thread("plans", on.channel)
        await on.ana.type(thread, "@Apprentice houses: size 3?")
        await on.ana.sees(thread, "houses: 6")
        await on.ben.type(on.channel, "@Apprentice why ?1")
        await on.ben.sees(on.channel, "6")
