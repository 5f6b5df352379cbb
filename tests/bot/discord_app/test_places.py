"""Channels and roles of another server, named in every way that a member has."""

from bot.discord_app.catalogue import SLASHES, Kind, Option, Slash
from tests.bot.discord_app.stage import stage
from tests.local_discord.permissions import Allow

NAMING = [
    (slash, option)
    for slash in SLASHES
    for option in slash.options
    if option.kind in (Kind.CHANNEL, Kind.ROLE)
]
TASK = {"name": "triage", "predict": "category", "labels": "bug, fonts", "fields": "post: text"}


def line_of(slash: Slash, option: Option, thing: str) -> str:
    """Return the command in words."""
    task = " task:triage" if any(o.name == "task" for o in slash.options) else ""
    return f"{slash.name}{task} {option.name}:{thing}"


async def test_nothing_of_another_server_can_be_named_in_words() -> None:
    async with stage() as on:
        other = on.local.guild("Other", owner=on.zoe)
        secret = on.local.channel("secret", other)
        strangers = on.local.role("Strangers", other)
        async with on.bot():
            for place in (on.channel, on.zoe.direct):
                await (await on.zoe.run(place, "/task new", **TASK)).reply()
            for slash, option in NAMING:
                thing = secret if option.kind is Kind.CHANNEL else strangers
                for said in (f"{thing.id}", f"{thing.id}:{thing.name}", thing.name):
                    line = line_of(slash, option, said)
                    asked = await on.zoe.type(on.channel, f"@Apprentice {line}")
                    refused = await on.zoe.sees(on.channel, "here", after=asked)
                    assert "There is no" in refused.text, line
                    asked = await on.zoe.type(on.zoe.direct, line)
                    refused = await on.zoe.sees(on.zoe.direct, "here", after=asked)
                    assert "There are no channels or roles here" in refused.text, line


async def test_a_channel_is_chosen_only_by_who_may_write_in_it() -> None:
    async with stage() as on:
        news = on.local.channel("news", on.guild)
        on.local.forbid(news, Allow.SEND_MESSAGES, to=on.guild.everyone)
        boss = on.local.role("Boss", on.guild, permissions=Allow.MANAGE_GUILD)
        eva = on.local.member("Eva", on.guild, roles=(boss,))
        async with on.bot():
            refused = await (await eva.run(on.channel, "/setup", moderators=news)).reply()
            assert "You do not see #news or may not write in it" in refused.text
