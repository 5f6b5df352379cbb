"""Registering commands, for everywhere and for one server."""

from datetime import timedelta

from tests.local_discord.basics import Json
from tests.local_discord.errors import DiscordError, missing_access, unknown
from tests.local_discord.rest.call import Call, Routes
from tests.local_discord.rules.commands import check_command, check_commands
from tests.local_discord.state import Guild
from tests.local_discord.world import World

routes = Routes()
CREATIONS_A_DAY = 200
_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


@routes.on("GET", _GUILD + "/permissions")
async def permissions(call: Call) -> list[Json]:
    guild = call.world.guild(call.params["guild_id"])
    return permissions_of(call.world, guild)


@routes.on("GET", _GLOBAL)
@routes.on("GET", _GUILD)
async def every(call: Call) -> list[Json]:
    return _registered(call)


@routes.on("PUT", _GLOBAL)
@routes.on("PUT", _GUILD)
async def overwrite(call: Call) -> list[Json]:
    wanted = [dict(each) for each in call.body] if isinstance(call.body, list) else []
    check_commands(wanted)
    known = {(each["type"], each["name"]): each["id"] for each in _registered(call)}
    commands = [
        _complete(call, each, known.get((each.get("type", 1), each["name"]))) for each in wanted
    ]
    call.world.commands[_where(call)] = commands
    call.world.changes.tell()
    return commands


@routes.on("POST", _GLOBAL)
@routes.on("POST", _GUILD)
async def upsert(call: Call) -> Json:
    check_command(call.json, ())
    registered = _registered(call)
    key = (call.json.get("type", 1), call.json["name"])
    same = next((each for each in registered if (each["type"], each["name"]) == key), None)
    command = _complete(call, call.json, same["id"] if same else None)
    call.world.commands[_where(call)] = [each for each in registered if each is not same]
    call.world.commands[_where(call)].append(command)
    return command


@routes.on("GET", _GLOBAL + "/{command_id}")
@routes.on("GET", _GUILD + "/{command_id}")
async def one(call: Call) -> Json:
    return _find(call)


@routes.on("PATCH", _GLOBAL + "/{command_id}")
@routes.on("PATCH", _GUILD + "/{command_id}")
async def change(call: Call) -> Json:
    command = _find(call)
    check_command(command | call.json, ())
    command |= call.json
    return command


@routes.on("DELETE", _GLOBAL + "/{command_id}")
@routes.on("DELETE", _GUILD + "/{command_id}")
async def remove(call: Call) -> None:
    _registered(call).remove(_find(call))


def _where(call: Call) -> str | None:
    guild_id = call.params.get("guild_id")
    if call.params["application_id"] != call.world.bot.id:
        raise missing_access()
    return call.world.guild(guild_id).id if guild_id else None


def _registered(call: Call) -> list[Json]:
    return call.world.commands.setdefault(_where(call), [])


def _find(call: Call) -> Json:
    for command in _registered(call):
        if command["id"] == call.params["command_id"]:
            return command
    raise unknown("application command")


def _count_creation(call: Call, where: str | None) -> None:
    """Count a command that is new.

    Raises:
        DiscordError: there were too many within a day (30034).
    """
    now = call.world.clock.now
    created = call.world.commands_created.setdefault(where, [])
    created.append(now)
    if sum(now - each < timedelta(days=1) for each in created) > CREATIONS_A_DAY:
        message = f"Max number of daily application command creates ({CREATIONS_A_DAY}) reached"
        raise DiscordError(400, 30034, message)


def _complete(call: Call, command: Json, known_id: str | None) -> Json:
    where = _where(call)
    defaults: Json = {
        "type": 1,
        "description": "",
        "options": [],
        "default_member_permissions": None,
        "name_localizations": None,
        "description_localizations": None,
        "integration_types": [0],
        "contexts": None,
        "nsfw": False,
    }
    given = {key: value for key, value in command.items() if value is not None}
    permissions = given.get("default_member_permissions")
    if permissions is not None:
        given["default_member_permissions"] = str(permissions)
    if known_id is None:
        _count_creation(call, where)
    return (
        defaults
        | given
        | {
            "id": known_id or call.world.snowflakes.next(),
            "application_id": call.world.bot.id,
            "version": call.world.snowflakes.next(),
        }
        | ({"guild_id": where} if where else {})
    )


def permissions_of(world: World, guild: Guild) -> list[Json]:
    """Return what a server's settings say of the commands, as far as they are registered."""
    ids = {each["name"]: each["id"] for each in world.commands.get(None, [])}
    return [
        {
            "id": ids[name],
            "application_id": world.bot.id,
            "guild_id": guild.id,
            "permissions": [
                {"id": each, "type": _permission_type(guild, each), "permission": allowed}
                for each, allowed in rules.items()
            ],
        }
        for (guild_id, name), rules in world.command_permissions.items()
        if guild_id == guild.id and name in ids
    ]


def _permission_type(guild: Guild, snowflake: str) -> int:
    """Return whether an id is of a role (1), a member (2) or a channel (3)."""
    if snowflake in guild.roles:
        return 1
    return 3 if snowflake in guild.channels else 2
