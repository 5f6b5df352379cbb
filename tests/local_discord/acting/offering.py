"""Which commands a member is offered in a place: by context, installation and permission."""

from tests.local_discord.acting.interacting import context_of
from tests.local_discord.basics import Json
from tests.local_discord.errors import Refused
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.state import Channel, Guild, User
from tests.local_discord.world import World


def names_of(thing: Json, user: User) -> set[str]:
    """Return by which names a member finds a command or option: its own and the localised one."""
    localised = (thing.get("name_localizations") or {}).get(user.locale)
    return {thing["name"], localised or thing["name"]}


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
    """Return a command by its name, in the member's language or as it is registered.

    Raises:
        Refused: it is not offered there.
    """
    commands = offered(world, user, channel, kind=kind)
    for command in reversed(commands):
        if name in names_of(command, user):
            return command
    names = sorted(command["name"] for command in commands)
    raise Refused(f"{user.name} is not offered {name!r} in this channel, only {names}.")


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
