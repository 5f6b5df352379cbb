"""From "/task new" and named values to what Discord sends: options found, checked, resolved."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.local_discord.acting.offering import find_command, names_of
from tests.local_discord.basics import Json
from tests.local_discord.errors import Refused
from tests.local_discord.files import Upload
from tests.local_discord.message_payloads import attachment_json
from tests.local_discord.payloads import channel_json, member_json, role_json, user_json
from tests.local_discord.state import Channel, Role, User
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
    leaf, wrap = _descend(command, path, user)
    resolved = Resolved(world=world, channel=channel)
    given = _by_registered_name(leaf, values, user)
    options = list(_filled(leaf, given, resolved, focused))
    data: Json = {
        "id": command["id"],
        "name": command["name"],
        "type": 1,
        "options": wrap(options),
    }
    if command.get("guild_id"):
        data["guild_id"] = command["guild_id"]
    return data | ({"resolved": resolved.data} if resolved.data and focused is None else {})


def _descend(
    command: Json, path: Sequence[str], user: User
) -> tuple[Json, Callable[[list[Json]], list[Json]]]:
    parents: list[Json] = []
    leaf = command
    for name in path:
        inner = [each for each in leaf.get("options") or [] if name in names_of(each, user)]
        if not inner or inner[0]["type"] not in (SUBCOMMAND, GROUP):
            raise Refused(f"/{command['name']} has no subcommand {name!r}.")
        leaf = inner[0]
        parents.append({"type": leaf["type"], "name": leaf["name"]})
    if any(each["type"] in (SUBCOMMAND, GROUP) for each in leaf.get("options") or []):
        names = [each["name"] for each in leaf["options"]]
        raise Refused(f"/{' '.join([command['name'], *path])} needs one of {names}.")

    def wrap(options: list[Json]) -> list[Json]:
        for parent in reversed(parents):
            options = [parent | {"options": options}]
        return options

    return leaf, wrap


def _by_registered_name(leaf: Json, values: dict[str, object], user: User) -> dict[str, object]:
    """Return the values by their options' own names; ``opt_out`` stands for ``opt-out``, too."""
    registered = {
        name.replace("-", "_"): option["name"]
        for option in leaf.get("options") or []
        for name in names_of(option, user)
    }
    return {
        registered.get(key.replace("-", "_"), key): value
        for key, value in values.items()
        if value is not None
    }


def _filled(
    leaf: Json, values: dict[str, object], resolved: Resolved, focused: str | None
) -> Iterator[Json]:
    left = dict(values)
    for option in leaf.get("options") or []:
        name = option["name"]
        if name in left:
            value = left.pop(name)
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
