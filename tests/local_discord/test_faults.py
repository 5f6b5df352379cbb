import asyncio

import aiohttp
import discord
import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.bots import TinyBot, refusal, running
from tests.local_discord.impatience import impatient
from tests.local_discord.rest.faults import Scope

MESSAGES = "/channels/{channel_id}/messages"


@pytest.mark.parametrize("scope", ["user", "shared", "global"])
async def test_a_limited_request_is_repeated_by_the_library(
    local: LocalDiscord, scope: Scope
) -> None:
    guild = local.guild("Flats")
    ana = local.member("Ana", guild)
    async with running(local, TinyBot()):
        local.limit("POST", MESSAGES, scope=scope, times=2)
        await ana.type(guild.general, "@Apprentice ping")
        await ana.sees(guild.general, "pong")
        assert [each.status for each in local.requests("POST", MESSAGES)] == [429, 429, 200]


async def test_a_limit_of_the_edge_is_an_error_at_once(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        local.limit("POST", MESSAGES, scope="edge")
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        assert await refusal(channel.send("lost")) == (429, 0)
        (asked,) = local.requests("POST", MESSAGES)
        assert isinstance(asked.body, dict)
        assert asked.body["content"] == "lost"


async def test_an_unavailable_server_is_an_error_at_once(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        local.fail("POST", MESSAGES, status=503)
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        with pytest.raises(discord.DiscordServerError):
            await channel.send("lost")
        await channel.send("sent")
        assert [message.text for message in guild.general.messages.values()] == ["sent"]


@pytest.mark.parametrize("done_first", [False, True])
async def test_a_dropped_connection_may_have_done_its_work(
    local: LocalDiscord, *, done_first: bool
) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        local.drop("POST", MESSAGES, done_first=done_first)
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        with pytest.raises(aiohttp.ClientError):
            await channel.send("did it arrive?")
        assert len(guild.general.messages) == done_first


async def test_a_repeated_nonce_does_not_send_twice(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        local.drop("POST", MESSAGES, done_first=True)
        with pytest.raises(aiohttp.ClientError):
            await channel.send("once", nonce=7)
        await channel.send("once", nonce=7)
        assert len(guild.general.messages) == 1
        local.advance(600)
        await channel.send("once", nonce=7)
        assert len(guild.general.messages) == 2


async def test_an_impatient_library_repeats_at_once(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        local.fail("POST", MESSAGES, status=500, times=2)
        with impatient() as waits_s:
            await channel.send("at last")
        assert waits_s == [1, 3]
        local.fail("POST", MESSAGES, status=502, times=5)
        with impatient(), pytest.raises(discord.DiscordServerError):
            await channel.send("never")


async def test_a_slow_answer_waits_for_its_gate(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        gate = local.hold("POST", MESSAGES)
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        sending = asyncio.create_task(channel.send("slow"))
        await gate.reached()
        assert not guild.general.messages
        gate.open()
        await sending
        assert len(guild.general.messages) == 1


async def test_every_answer_tells_its_limit(local: LocalDiscord) -> None:
    headers = {"Authorization": f"Bot {local.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.get(local.api_url + "/users/@me") as response,
    ):
        assert response.status == 200
        names = ("Limit", "Remaining", "Reset", "Reset-After", "Bucket")
        assert all(f"X-RateLimit-{name}" in response.headers for name in names)


async def test_a_route_that_discord_does_not_have_fails_the_test(lenient: LocalDiscord) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(lenient.api_url + "/tasks") as response,
    ):
        assert response.status == 404
    with pytest.raises(AssertionError, match="no such route: GET /api/v10/tasks"):
        lenient.check()
