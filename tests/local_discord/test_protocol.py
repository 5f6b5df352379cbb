"""What a client is told that does not keep to the protocol."""

import json

import aiohttp
import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.basics import Json
from tests.local_discord.bots import TinyBot, refusal, running


def _identify(local: LocalDiscord, **changes: object) -> Json:
    return {"op": 2, "d": {"token": local.token, "intents": 1, "properties": {}, **changes}}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"token": "wrong"}, 4004),
        ({"shard": [2, 2]}, 4010),
        ({"intents": 1 << 40}, 4013),
        ({"intents": 1 << 15}, 4014),
    ],
)
async def test_a_wrong_identification_closes_the_connection(
    local: LocalDiscord, changes: Json, code: int
) -> None:
    told = await _said(local, _identify(local, **changes))
    assert told[-1] == code


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("no json", 4002),
        ("[]", 4002),
        ({"op": 99}, 4001),
        ({"op": 8, "d": {}}, 4003),
        ({"op": 6, "d": {"token": "wrong", "session_id": "", "seq": 0}}, 4004),
    ],
)
async def test_what_makes_no_sense_closes_the_connection(
    local: LocalDiscord, payload: Json | str, code: int
) -> None:
    assert (await _said(local, payload))[-1] == code


async def test_nobody_identifies_twice(local: LocalDiscord) -> None:
    identify = _identify(local)
    told = await _said(local, identify, identify)
    assert told == [10, "READY", 4005]


async def test_a_resume_from_the_future_is_refused(local: LocalDiscord) -> None:
    await _said(local, _identify(local), {"op": 99})
    (session,) = local.gateway.sessions
    resume: Json = {"token": local.token, "session_id": session, "seq": 7}
    assert (await _said(local, {"op": 6, "d": resume}))[-1] == 4007


async def test_session_starts_run_out(local: LocalDiscord) -> None:
    local.world.application.starts_left = 0
    assert await _said(local, _identify(local), {"op": 99}) == [10, 9, 4001]


async def _said(local: LocalDiscord, *payloads: Json | str) -> list[object]:
    """Return what a client hears: operations, events by name, and the close code at last."""
    heard: list[object] = []
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(local.gateway_url) as socket,
    ):
        for payload in payloads:
            await socket.send_str(payload if isinstance(payload, str) else json.dumps(payload))
        async for frame in socket:
            told = frame.json()
            heard.append(told.get("t") or told["op"])
        return [*heard, socket.close_code]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/channels/1", None, 404, 10003),
        ("POST", "/channels/{general}/messages", "no json", 400, 50109),
        ("POST", "/channels/{general}/messages", [], 400, 50109),
        ("POST", "/channels/{general}/messages", {}, 400, 50006),
        ("POST", "/channels/{general}/messages", {"content": "x" * 2001}, 400, 50035),
        ("GET", "/channels/{general}/messages?limit=101", None, 400, 50035),
        ("GET", "/channels/{general}/messages/1", None, 404, 10008),
        ("POST", "/interactions/1/nothing/callback", {"type": 5}, 404, 10062),
        ("POST", "/webhooks/{bot}/nothing", {"content": "x"}, 404, 10015),
        ("PUT", "/channels/{general}/messages/{message}/reactions/x/@me", None, 400, 10014),
        ("POST", "/users/@me/channels", {"recipient_id": "1"}, 404, 10013),
        ("GET", "/applications/1/commands", None, 403, 50001),
        ("GET", "/applications/{bot}/commands/1", None, 404, 10063),
    ],
)
async def test_requests_that_are_refused(
    lenient: LocalDiscord, method: str, path: str, body: object, status: int, code: int
) -> None:
    guild = lenient.guild("Flats")
    message = await lenient.member("Ana", guild).type(guild.general, "hello")
    path = path.format(general=guild.general.id, bot=lenient.bot.id, message=message.id)
    headers = {"Authorization": f"Bot {lenient.token}", "Content-Type": "application/json"}
    async with aiohttp.ClientSession(headers=headers) as session:
        sent = {"data": body} if isinstance(body, str) else {"json": body}
        asked = session.request(method, lenient.api_url + path, **sent if body is not None else {})
        async with asked as response:
            told = await response.json()
            assert (response.status, told["code"]) == (status, code)


async def test_commands_are_registered_one_by_one(local: LocalDiscord) -> None:
    bot = TinyBot()
    async with running(local, bot):
        application = int(local.bot.id)
        body: Json = {"name": "ask", "description": "Asks", "type": 1}
        made = await bot.http.upsert_global_command(application, body)  # type: ignore[arg-type]
        again = await bot.http.upsert_global_command(application, body)  # type: ignore[arg-type]
        assert made["id"] == again["id"]
        command_id = int(made["id"])
        change: Json = {"name": "ask", "description": "Asks me"}
        await bot.http.edit_global_command(application, command_id, change)
        fetched = await bot.http.get_global_command(application, command_id)
        assert fetched["description"] == "Asks me"
        await bot.http.delete_global_command(application, command_id)
        assert await bot.http.get_global_commands(application) == []


async def test_too_many_new_commands_a_day_are_refused(local: LocalDiscord) -> None:
    bot = TinyBot()

    async def register(start: int) -> list[object]:
        wanted = [{"name": f"c{start + n}", "description": "x"} for n in range(100)]
        application = int(local.bot.id)
        return list(await bot.http.bulk_upsert_global_commands(application, wanted))

    async with running(local, bot):
        await register(0)
        await register(100)
        await register(100)  # these are known
        assert await refusal(register(200)) == (400, 30034)
        local.advance(24 * 60 * 60)
        await register(200)
