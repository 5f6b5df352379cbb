"""The program as it is started for Discord: a process, what it says, and how it ends."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.architecture.sources import ROOT
from tests.local_discord import LocalDiscord

LIBRARY = "ignore::DeprecationWarning:discord.player"


def environment(folder: Path, **settings: str) -> dict[str, str]:
    others = {k: v for k, v in os.environ.items() if not k.startswith(("APPRENTICE_", "COV_"))}
    own = {f"APPRENTICE_{name.upper()}": value for name, value in settings.items()}
    return others | {"APPRENTICE_DATA": str(folder / "data"), "PYTHONPATH": str(ROOT)} | own


@asynccontextmanager
async def started(
    folder: Path, settings: Mapping[str, str]
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run ``apprentice discord`` as a process until the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-W", "error", "-W", LIBRARY, "-m", "bot", "discord"),
        env=environment(folder, **settings),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def settings_of(local: LocalDiscord) -> dict[str, str]:
    return {
        "discord_token": local.token,
        "discord_api_url": local.api_url,
        "discord_gateway_url": local.gateway_url,
    }


async def test_it_serves_until_it_is_told_to_stop_and_remembers_after_a_restart(
    tmp_path: Path,
) -> None:
    async with LocalDiscord() as local:
        ana = local.member("Ana")
        guild = local.guild("Flats", owner=ana)
        async with started(tmp_path, settings_of(local)) as process:
            await local.online(within_s=60)
            exchange = await ana.run(guild.general, "/teach", task="houses", lesson="size 1 -> 2")
            card = await (await ana.press(await exchange.reply(), "Create it")).reply()
            agreed = await ana.press(card, "I agree")
            card = await local.world.changes.until(
                lambda: agreed.messages[0] if agreed.messages else None,
                what=lambda: f"an answer to {agreed}",
                within_s=60,  # a fresh process imports torch for its first lesson
            )
            assert process.stdout
            async with asyncio.timeout(60):  # discord.py is ready once all servers have come
                told = await process.stdout.readline()
            assert told.startswith(b"Apprentice is on Discord, in one server.")
            process.send_signal(signal.SIGTERM)
            _, stderr = await process.communicate()
            assert (process.returncode, stderr) == (0, b"")
        await local.offline()
        async with started(tmp_path, settings_of(local)):
            await local.online(within_s=60)
            undone = await (await ana.press(card, "Undo")).reply()
            assert "Took back #1" in undone.text
    log = (tmp_path / "data" / "apprentice.log").read_text("utf-8")
    assert '"event": "ended"' in log
    assert "size 1" not in log
    assert local.token not in log


async def test_a_refused_token_is_a_sentence(tmp_path: Path) -> None:
    async with (
        LocalDiscord() as local,
        started(tmp_path, settings_of(local) | {"discord_token": "wrong"}) as process,
    ):
        stdout, stderr = await process.communicate()
    assert process.returncode == 2
    assert "Discord refuses the token" in stderr.decode()
    assert b"Traceback" not in stderr
    assert stdout == b""


async def test_without_a_network_it_says_so_and_goes_on_until_it_is_told_to_stop(
    tmp_path: Path,
) -> None:
    settings = {"discord_token": "any", "discord_api_url": "http://127.0.0.1:9"}
    async with started(tmp_path, settings) as process:
        assert process.stdout
        async with asyncio.timeout(60):
            told = await process.stdout.readline()
        assert b"cannot be reached" in told
        assert b"I try again in 5 seconds" in told
        process.send_signal(signal.SIGTERM)
        _, stderr = await process.communicate()
        assert (process.returncode, stderr) == (0, b"")


async def test_without_a_token_it_says_how_to_get_one(tmp_path: Path) -> None:
    async with started(tmp_path, {}) as process:
        _, stderr = await process.communicate()
    said = stderr.decode()
    assert process.returncode == 2
    assert "scope=bot+applications.commands&permissions=117760" in said
    assert "Embed Links, Attach Files and Read Message History" in said
    assert "apprentice chat" in said
