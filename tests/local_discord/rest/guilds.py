"""Servers, their channels, roles and members."""

from tests.local_discord.basics import Json
from tests.local_discord.errors import missing_access, unknown
from tests.local_discord.payloads import channel_json, guild_json, member_json, role_json
from tests.local_discord.places import remove_bot
from tests.local_discord.rest.call import Call, Routes
from tests.local_discord.state import Guild

routes = Routes()


@routes.on("GET", "/users/@me/guilds")
async def mine(call: Call) -> list[Json]:
    return [
        {
            "id": guild.id,
            "name": guild.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "permissions": "0",
            "features": [],
        }
        for guild in call.world.guilds.values()
        if guild.has_bot
    ]


@routes.on("DELETE", "/users/@me/guilds/{guild_id}")
async def leave(call: Call) -> None:
    remove_bot(call.world, _guild(call))


@routes.on("GET", "/guilds/{guild_id}")
async def fetch(call: Call) -> Json:
    body = guild_json(_guild(call), call.world.bot)
    left_out = ("channels", "threads", "members", "voice_states", "presences", "joined_at")
    return {key: value for key, value in body.items() if key not in left_out}


@routes.on("GET", "/guilds/{guild_id}/channels")
async def channels(call: Call) -> list[Json]:
    every = _guild(call).channels.values()
    return [channel_json(channel) for channel in every if not channel.is_thread]


@routes.on("GET", "/guilds/{guild_id}/threads/active")
async def threads(call: Call) -> Json:
    every = [each for each in _guild(call).channels.values() if each.is_thread]
    live = [channel_json(each) for each in every if not each.is_archived]
    return {"threads": live, "members": [], "has_more": False}


@routes.on("GET", "/guilds/{guild_id}/roles")
async def roles(call: Call) -> list[Json]:
    return [role_json(role) for role in _guild(call).roles.values()]


@routes.on("GET", "/guilds/{guild_id}/members/{user_id}")
async def member(call: Call) -> Json:
    found = _guild(call).members.get(call.params["user_id"])
    if found is None:
        raise unknown("Member" if call.params["user_id"] in call.world.users else "User")
    return member_json(found)


@routes.on("GET", "/guilds/{guild_id}/members")
async def members(call: Call) -> list[Json]:
    if not call.world.application.privileged_intents & 1 << 1:
        raise missing_access()
    limit = int(call.query.get("limit", 1))
    return [member_json(each) for each in _guild(call).members.values()][:limit]


def _guild(call: Call) -> Guild:
    return call.world.guild(call.params["guild_id"])
