import aiohttp
import discord
import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.bots import TinyBot, running
from tests.local_discord.impatience import impatient


async def test_what_happens_while_the_connection_is_lost_comes_with_the_resume(
    local: LocalDiscord,
) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        local.gateway.cut()
        await ana.type(guild.general, "@Apprentice one")
        await local.offline()
        await ana.type(guild.general, "@Apprentice two")
        heard = await bot.until_heard(2)
        await bot.until_seen("resumed 0")
        assert [message.content.split()[-1] for message in heard] == ["one", "two"]
        assert (local.gateway.identified, local.gateway.resumed) == (1, 1)


async def test_a_client_asked_to_reconnect_resumes(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        local.gateway.ask_to_reconnect()
        await bot.until_seen("resumed 0")
        await ana.type(guild.general, "@Apprentice ping")
        await ana.sees(guild.general, "pong")


@pytest.mark.parametrize("trick", ["invalidate", "forget"])
async def test_a_client_whose_session_is_invalid_identifies_anew(
    local: LocalDiscord, trick: str
) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        if trick == "invalidate":
            local.gateway.invalidate()
        else:
            local.gateway.cut()
            local.gateway.forget()
        await local.identified(2)
        await ana.type(guild.general, "@Apprentice ping")
        await ana.sees(guild.general, "pong")


async def test_a_refused_connection_is_tried_again(local: LocalDiscord) -> None:
    bot = TinyBot()
    async with running(local, bot):
        with impatient():
            local.gateway.refuse(times=2)
            local.gateway.cut()
            await local.identified(2)  # after a refusal, a sharded client does not resume


async def test_a_bot_that_logs_out_ends_its_session(local: LocalDiscord) -> None:
    async with running(local, TinyBot()):
        assert len(local.gateway.sessions) == 1
    assert len(local.gateway.sessions) == 0


async def test_an_invalid_session_may_be_resumable(local: LocalDiscord) -> None:
    local.guild("Flats")
    bot = TinyBot()
    async with running(local, bot):
        local.gateway.invalidate(can_resume=True)
        await bot.until_seen("resumed 0")


async def test_a_client_answers_when_asked_for_a_heartbeat(local: LocalDiscord) -> None:
    async with running(local, TinyBot()):
        before = local.gateway.heartbeats
        local.gateway.ask_for_heartbeat()
        await local.world.changes.until(
            lambda: local.gateway.heartbeats > before or None, what=lambda: "heartbeat"
        )


async def test_an_event_may_come_twice(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        local.gateway.tell_twice("MESSAGE_CREATE")
        sent = await ana.type(guild.general, "@Apprentice one")
        await ana.type(guild.general, "@Apprentice two")
        heard = await bot.until_heard(3)
        assert [str(message.id) == sent.id for message in heard] == [True, True, False]


async def test_events_may_come_in_the_wrong_order(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()
    async with running(local, bot):
        local.gateway.hold_back()
        for word in ("one", "two"):
            await ana.type(guild.general, f"@Apprentice {word}")
        local.gateway.release(reverse=True)
        heard = await bot.until_heard(2)
        assert [message.content.split()[-1] for message in heard] == ["two", "one"]


async def test_each_shard_hears_of_its_own_servers() -> None:
    async with LocalDiscord(shards=2) as local:
        guilds = [local.guild("A"), local.guild("B"), local.guild("C")]
        ana, bot = local.member("Ana", *guilds), TinyBot()
        async with running(local, bot):
            for guild in guilds:
                await ana.type(guild.general, "@Apprentice ping")
                await ana.sees(guild.general, "pong")
            await ana.type(ana.direct, "ping")
            await ana.sees(ana.direct, "pong")
            shards = {session.shard for session in local.gateway.sessions.values()}
            assert shards == {(0, 2), (1, 2)}
            told = [
                {payload["d"]["id"] for payload in session.told if payload["t"] == "GUILD_CREATE"}
                for session in local.gateway.sessions.values()
            ]
            assert sorted(map(len, told)) == [1, 2]
            assert told[0] | told[1] == {guild.id for guild in guilds}


async def test_a_wrong_token_is_refused(local: LocalDiscord) -> None:
    with local.adopted():
        async with TinyBot() as bot:
            with pytest.raises(discord.LoginFailure):
                await bot.start("wrong")


async def test_a_privileged_intent_must_be_allowed(local: LocalDiscord) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with running(local, TinyBot(intents=discord.Intents.all())):
            pass


async def test_a_client_may_go_without_compression(local: LocalDiscord) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(local.gateway_url + "?v=10&encoding=json") as socket,
    ):
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json({"op": 1, "d": None})
        assert (await socket.receive_json())["op"] == 11
        await socket.send_json({"op": 3, "d": {}})
        await socket.receive()
        assert socket.close_code == 4003


async def test_a_session_start_is_counted(local: LocalDiscord) -> None:
    bot = TinyBot()
    async with running(local, bot):
        limits = await bot.fetch_session_start_limits()
        assert (limits.total, limits.remaining, limits.max_concurrency) == (1000, 999, 1)
