"""What goes wrong between Discord and the bot ends no bot: it says so, and tries again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.discord_app.connecting import stay_connected
from bot.settings import Settings
from core.errors import OperatorError
from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Allow
from tests.local_discord.impatience import impatient
from tests.local_discord.world import Event

COMMANDS = "/applications/{application_id}/commands"


def settings_of(on: Stage, folder: Path) -> Settings:
    return Settings(
        data=folder, discord_token=on.local.token, discord_api_url="http://discord.test"
    )


@asynccontextmanager
async def staying(on: Stage, folder: Path) -> AsyncIterator["asyncio.Task[None]"]:
    """Keep the stage's bot connected until the block ends."""
    on.prepare()
    stopping = asyncio.Event()

    async def finish() -> None:
        await on.front.drain()
        await on.outcomes.close()
        await on.progresses.close()

    with on.local.adopted(), impatient():
        task = asyncio.create_task(
            stay_connected(
                on.make_client,
                settings_of(on, folder),
                stopping,
                tell=on.tell,
                finish=finish,
                first_wait_s=0.01,
            )
        )
        try:
            yield task
        finally:
            stopping.set()
            await asyncio.gather(task, return_exceptions=True)


async def answered(on: Stage) -> None:
    exchange = await on.ana.run(on.channel, "/help")
    assert "Teach me by examples" in (await exchange.reply()).text


async def test_without_a_network_at_the_start_it_says_so_and_tries_again(tmp_path: Path) -> None:
    async with stage() as on:
        on.local.drop("GET", "/users/@me", times=2)
        on.local.fail("GET", "/users/@me", status=503)
        async with staying(on, tmp_path):
            await on.local.online()
            await answered(on)
        no_network, failing, greeting = on.told
        assert no_network.startswith("http://discord.test cannot be reached (")
        assert "I try again in 0 seconds" in no_network
        assert "answers with an error (503)" in failing
        assert "Apprentice is on Discord" in greeting


async def test_a_connection_that_discord_closes_for_good_is_made_anew(tmp_path: Path) -> None:
    async with stage() as on, staying(on, tmp_path):
        await on.local.online()
        on.local.gateway.close(4010)
        await on.local.identified(2)
        await on.local.online()
        await answered(on)


async def test_a_refused_token_is_not_tried_again(tmp_path: Path) -> None:
    async with stage() as on:
        on.local.fail("GET", "/users/@me", status=401)
        async with staying(on, tmp_path) as task:
            with pytest.raises(OperatorError, match="refuses the token"):
                await task


async def test_an_event_that_cannot_be_read_is_lost_alone() -> None:
    async with stage() as on, on.bot():
        for name in ("GUILD_ROLE_CREATE", "INTERACTION_CREATE", "MESSAGE_CREATE"):
            on.local.world.emit(Event(name=name, data={"new": [1]}, guild=on.guild, intent=1))
        await on.local.settled()
        await answered(on)
        assert on.local.gateway.identified == 1


async def test_refused_commands_are_offered_again_while_the_bot_answers() -> None:
    async with stage() as on:
        on.local.fail("PUT", COMMANDS, status=503, times=2)
        async with on.bot():
            await on.local.world.changes.until(
                lambda: True if "Discord has taken my commands now." in on.told else None,
                what=lambda: f"commands, only {on.told}",
            )
            await answered(on)
        assert on.told[0].startswith("Discord has not taken my commands")


async def test_where_it_may_not_read_the_history_it_answers_without_replying() -> None:
    async with stage() as on:
        on.local.forbid(on.channel, Allow.READ_MESSAGE_HISTORY)
        async with on.bot():
            await on.teach_houses()
            await on.ana.type(on.channel, "@Apprentice houses: size 3?")
            answer = await on.ana.sees(on.channel, "houses: 6")
            assert answer.reply_to is None
            setup = await (await on.zoe.run(on.channel, "/setup")).reply()
            assert "In this channel I lack: Read Message History." in setup.text
