"""What is read of a message: not its code, nor what Discord withholds, but what it forwards."""

from unittest.mock import create_autospec

import discord

from bot.discord_app.incoming import words_of
from bot.discord_app.markup import escape
from tests.bot.discord_app.stage import stage


def message(
    content: str = "", *, snapshots: tuple[str, ...] = (), embeds: tuple[discord.Embed, ...] = ()
) -> discord.Message:
    made = create_autospec(discord.Message, instance=True)
    made.content, made.embeds = content, list(embeds)
    made.message_snapshots = [
        create_autospec(discord.MessageSnapshot, instance=True, content=each) for each in snapshots
    ]
    return made  # type: ignore[no-any-return]


def test_a_forwarded_message_is_read_and_so_is_an_embed_but_own_words_come_first() -> None:
    assert words_of(message(snapshots=("free nitro",))) == "free nitro"
    embed = discord.Embed(title="Gift", description="Claim it").add_field(name="by", value="Bo")
    assert words_of(message(embeds=(embed,))) == "Gift\nClaim it\nby: Bo"
    assert words_of(message("mine", snapshots=("theirs",), embeds=(embed,))) == "mine"
    assert words_of(message()) == ""


def test_a_link_cannot_be_pressed() -> None:
    for link in ("https://evil.test/a_b", "HTTP://x.test", "steam://run", "x: ftp://a.test"):
        shown = escape(link, 100)
        assert "://" not in shown
        assert shown.replace("\u200b", "").replace("\\", "") == link
    assert escape("at 10:30, a//b", 100) == "at 10:30, a//b"


async def test_the_bots_name_in_code_is_no_mention() -> None:
    async with stage() as on, on.bot():
        await on.ana.type(on.channel, "type `@Apprentice help` to begin")
        await on.ana.type(on.channel, "```\n@Apprentice help\n```")
        await on.local.settled()
        await on.ana.type(on.channel, "@Apprentice help")
        await on.ana.sees(on.channel, "Teach me by examples")
        said = [m for m in on.ana.sees_now(on.channel) if m.author is on.local.bot]
        assert len(said) == 1


async def test_who_mentions_the_bots_role_is_told_to_mention_the_bot() -> None:
    async with stage() as on, on.bot():
        role = on.guild.bot_role
        role.is_mentionable = True
        await on.ana.type(on.channel, f"<@&{role.id}> houses: size 3?")
        await on.ana.sees(on.channel, "You mentioned my role")
