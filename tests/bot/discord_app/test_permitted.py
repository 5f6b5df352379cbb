"""Who may not use a command by Discord's settings may not say it in words either."""

import pytest

from bot.discord_app.permitted import Asker, is_permitted
from tests.bot.discord_app.stage import stage
from tests.local_discord import Allow

ME, MODS, EVERYONE, HERE, ANYWHERE = 1, 2, 9, 5, 8


@pytest.mark.parametrize(
    ("own", "common", "expected"),
    [
        ({}, {}, True),
        ({EVERYONE: False}, {}, False),
        ({EVERYONE: False, MODS: True}, {}, True),
        ({MODS: True, ME: False}, {}, False),
        ({HERE: False, ME: True}, {}, False),
        ({ANYWHERE: False}, {}, False),
        ({ANYWHERE: False, HERE: True}, {}, True),
        ({}, {EVERYONE: False}, False),
        ({MODS: True}, {EVERYONE: False}, True),
        ({}, {HERE: False}, False),
        ({HERE: True}, {HERE: False}, True),
    ],
)
def test_the_nearest_rule_decides(
    own: dict[int, bool], common: dict[int, bool], expected: bool
) -> None:
    asker = Asker(ids=(ME, MODS, EVERYONE), channel_ids=(HERE, ANYWHERE), is_manager=False)
    assert is_permitted(asker, own, common, for_managers=False) is expected


@pytest.mark.parametrize(("is_manager", "own"), [(True, {}), (False, {EVERYONE: True})])
def test_a_command_for_managers_is_for_others_where_the_server_says_so(
    is_manager: bool, own: dict[int, bool]
) -> None:
    asker = Asker(ids=(ME, EVERYONE), channel_ids=(ANYWHERE,), is_manager=is_manager)
    assert is_permitted(asker, own, {}, for_managers=True)
    nobody = Asker(ids=(ME, EVERYONE), channel_ids=(ANYWHERE,), is_manager=False)
    assert not is_permitted(nobody, {}, {}, for_managers=True)


async def test_a_command_that_is_not_for_somebody_is_not_done_by_a_mention() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        mods = on.local.role("Mods", on.guild)
        on.local.permit_command(on.guild, "task", on.guild.everyone, allowed=False)
        on.local.permit_command(on.guild, "task", mods)
        await on.local.settled()
        typed = await on.ana.type(on.channel, "@Apprentice task delete houses")
        await on.ana.sees(on.channel, "do not let you use /task here", after=typed)
        typed = await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        await on.ana.sees(on.channel, "houses: 6", after=typed)
        on.local.give(on.ana, mods)
        typed = await on.ana.type(on.channel, "@Apprentice task list")
        await on.ana.sees(on.channel, "houses", after=typed)


async def test_a_change_of_the_settings_counts_for_the_next_sentence() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        await on.ana.sees(on.channel, "houses: 6")
        on.local.permit_command(on.guild, "ask", on.channel, allowed=False)
        await on.local.settled()
        typed = await on.ana.type(on.channel, "@Apprentice houses: size 4?")
        await on.ana.sees(on.channel, "do not let you use /ask here", after=typed)
        other = on.local.channel("other", on.guild)
        typed = await on.ana.type(other, "@Apprentice houses: size 4?")
        await on.ana.sees(other, "houses: ", after=typed)


async def test_those_who_administer_the_server_are_not_kept_from_a_command() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        boss = on.local.role("Boss", on.guild, permissions=int(Allow.ADMINISTRATOR))
        on.local.permit_command(on.guild, "task", on.guild.everyone, allowed=False)
        on.local.give(on.ben, boss)
        await on.local.settled()
        for who in (on.zoe, on.ben):
            typed = await who.type(on.channel, "@Apprentice task list")
            await who.sees(on.channel, "houses", after=typed)


async def test_a_reply_to_a_card_is_no_way_around_the_settings() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 14")
        offer = await on.ana.sees(on.channel, "Shall I learn this?")
        saved = await (await on.ana.press(offer, "Save it")).reply()
        listed = await on.ana.type(on.channel, "@Apprentice examples list houses")
        examples = await on.ana.sees(on.channel, "6 examples", after=listed)
        for name in ("teach", "undo", "examples"):
            on.local.permit_command(on.guild, name, on.guild.everyone, allowed=False)
        await on.local.settled()
        for card, words, command in (
            (saved, "houses: size 8 -> 16", "/teach"),
            (examples, "houses: size 8 -> 16", "/teach"),
            (saved, "undo", "/undo"),
            (saved, "no, 15", "/examples"),
        ):
            typed = await on.ana.type(on.channel, words, reply_to=card)
            await on.ana.sees(on.channel, f"do not let you use {command} here", after=typed)
