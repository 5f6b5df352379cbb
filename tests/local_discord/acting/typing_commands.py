"""From "/task new" and named values to what Discord sends: options found, checked, resolved."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.local_discord.acting.interacting import context_of
from tests.local_discord.basics import Json
from tests.local_discord.errors import Refused
from tests.local_discord.files import Upload
from tests.local_discord.message_payloads import attachment_json
from tests.local_discord.payloads import channel_json, member_json, role_json, user_json
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.state import Channel, Guild, Role, User
from tests.local_discord.world import World

SUBCOMMAND, GROUP = 1, 2
STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(3, 12)
_PLAIN: dict[int, type | tuple[type, ...]] = {
    STRING: str, INTEGER: int, BOOLEAN: bool, NUMBER: (int, float),
}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Resolved:
    """What the ids among the values stand for."""

    world: World
    channel: Channel
    data: dict[str, Json] = field(default_factory=dict)

    def id_of(self, value: object) -> str:
        """Keep what a value stands for, and return its id."""
        match value:
            case Upload():
                if len(value.data) > self.world.application.file_size_limit:
                    raise Refused(f"{value.filename} is too large to be sent.")
                (attachment,) = self.world.store([value], ephemeral=True)
                return self._keep("attachments", attachment.id, attachment_json(attachment))
            case User():
                guild = self.channel.guild
                if guild is not None and value.id in guild.members:
                    member = member_json(guild.members[value.id], bare=True, permissions=0)
                    self._keep("members", value.id, member)
                return self._keep("users", value.id, user_json(value))
            case Role():
                return self._keep("roles", value.id, role_json(value))
            case Channel():
                body = channel_json(value) | {"permissions": "0"}
                return self._keep("channels", value.id, body)
        raise Refused(f"{value!r} is no user, role, channel or file.")

    def _keep(self, kind: str, snowflake: str, body: Json) -> str:
        self.data.setdefault(kind, {})[snowflake] = body
        return snowflake


def offered(world: World, user: User, channel: Channel, *, kind: int) -> list[Json]:
    """Return the commands of a kind that Discord would offer a member in a channel."""
    where = channel.guild.id if channel.guild and channel.guild.has_bot else None
    registered = [*world.commands.get(None, []), *(world.commands.get(where, []) if where else [])]
    return [
        command
        for command in registered
        if command["type"] == kind and _is_offered(world, command, user, channel)
    ]


def find_command(world: World, user: User, channel: Channel, *, name: str, kind: int) -> Json:
    """Return a command by its name.

    Raises:
        Refused: it is not offered there.
    """
    commands = offered(world, user, channel, kind=kind)
    for command in reversed(commands):
        if command["name"] == name:
            return command
    names = sorted(command["name"] for command in commands)
    raise Refused(f"{user.name} is not offered {name!r} in this channel, only {names}.")


def command_data(
    world: World,
    user: User,
    channel: Channel,
    *,
    line: str,
    values: dict[str, object],
    focused: str | None = None,
) -> Json:
    """Return the data of a slash command, such as ``/task new`` with ``name="flats"``.

    Raises:
        Refused: Discord's app would not send it so.
    """
    name, *path = line.removeprefix("/").split()
    command = find_command(world, user, channel, name=name, kind=1)
    leaf, wrap = _descend(command, path)
    resolved = Resolved(world=world, channel=channel)
    options = list(_filled(leaf, values, resolved, focused))
    data: Json = {"id": command["id"], "name": name, "type": 1, "options": wrap(options)}
    if command.get("guild_id"):
        data["guild_id"] = command["guild_id"]
    return data | ({"resolved": resolved.data} if resolved.data and focused is None else {})


def _is_offered(world: World, command: Json, user: User, channel: Channel) -> bool:
    guild = channel.guild
    contexts = command.get("contexts")
    if contexts is not None and context_of(world, channel) not in contexts:
        return False
    installs = command.get("integration_types") or [0]
    is_with_bot = guild.has_bot if guild is not None else world.bot in channel.recipients
    by_guild = 0 in installs and is_with_bot
    if not by_guild and not (1 in installs and user.has_installed):
        return False
    if guild is None:
        return True
    allowed = in_channel(channel, user.id)
    if not allowed & Allow.USE_APPLICATION_COMMANDS:
        return False
    return _is_permitted(world, command, user, channel, guild)


def _is_permitted(world: World, command: Json, user: User, channel: Channel, guild: Guild) -> bool:
    """Say whether the command's default or the server's settings let a member use it there."""
    allowed = in_channel(channel, user.id)
    if allowed & Allow.ADMINISTRATOR:
        return True
    settings = world.command_permissions.get((guild.id, command["name"]), {})
    if not settings.get((channel.parent or channel).id, True):
        return False
    roles = [settings[role.id] for role in guild.members[user.id].roles if role.id in settings]
    if user.id in settings:
        return settings[user.id]
    if roles:
        return any(roles)
    if guild.id in settings:
        return settings[guild.id]
    needed = command.get("default_member_permissions")
    return needed is None or (int(needed) != 0 and not int(needed) & ~allowed)


def _descend(command: Json, path: Sequence[str]) -> tuple[Json, Callable[[list[Json]], list[Json]]]:
    parents: list[Json] = []
    leaf = command
    for name in path:
        inner = [each for each in leaf.get("options") or [] if each["name"] == name]
        if not inner or inner[0]["type"] not in (SUBCOMMAND, GROUP):
            raise Refused(f"/{command['name']} has no subcommand {name!r}.")
        leaf = inner[0]
        parents.append({"type": leaf["type"], "name": name})
    if any(each["type"] in (SUBCOMMAND, GROUP) for each in leaf.get("options") or []):
        names = [each["name"] for each in leaf["options"]]
        raise Refused(f"/{' '.join([command['name'], *path])} needs one of {names}.")

    def wrap(options: list[Json]) -> list[Json]:
        for parent in reversed(parents):
            options = [parent | {"options": options}]
        return options

    return leaf, wrap


def _filled(
    leaf: Json, values: dict[str, object], resolved: Resolved, focused: str | None
) -> Iterator[Json]:
    left = {key.replace("_", "-"): value for key, value in values.items() if value is not None}
    for option in leaf.get("options") or []:
        name = option["name"]
        key = name.replace("_", "-")
        if key in left:
            value = left.pop(key)
            is_focused = name == focused
            sent = value if is_focused else _value(option, value, resolved)
            body: Json = {"type": option["type"], "name": name, "value": sent}
            yield body | ({"focused": True} if is_focused else {})
        elif option.get("required") and focused is None:
            raise Refused(f"/{leaf['name']}: the option {name!r} is required.")
    if left:
        known = [option["name"] for option in leaf.get("options") or []]
        raise Refused(f"/{leaf['name']} has the options {known}, none named {sorted(left)}.")


def _value(option: Json, value: object, resolved: Resolved) -> object:
    kind = option["type"]
    expected = _PLAIN.get(kind)
    if expected is None:
        return resolved.id_of(value)
    if not isinstance(value, expected) or (kind == INTEGER and isinstance(value, bool)):
        raise Refused(f"The option {option['name']!r} takes no {type(value).__name__}: {value!r}.")
    if choices := option.get("choices"):
        return _chosen(option, choices, value)
    size = len(value) if isinstance(value, str) else value
    least, most = ("min_length", "max_length") if kind == STRING else ("min_value", "max_value")
    assert isinstance(size, int | float)
    if size < option.get(least, size) or size > option.get(most, size):
        raise Refused(f"The option {option['name']!r} is out of its bounds: {value!r}.")
    if isinstance(value, str) and size > 6000:
        raise Refused(f"The option {option['name']!r} is longer than 6,000 characters.")
    return value


def _chosen(option: Json, choices: Sequence[Json], value: object) -> object:
    for choice in choices:
        if value in (choice["name"], choice["value"]):
            return choice["value"]
    names = [choice["name"] for choice in choices]
    raise Refused(f"The option {option['name']!r} takes one of {names}, not {value!r}.")
