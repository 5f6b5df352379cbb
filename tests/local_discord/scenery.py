"""Founding servers, letting people in, making channels: the scene for the members to play in."""

from tests.local_discord import places
from tests.local_discord.acting.person import Person
from tests.local_discord.basics import Json
from tests.local_discord.payloads import guild_json, member_json, role_json
from tests.local_discord.permissions import ASKED_BY_THE_BOT
from tests.local_discord.posting import tell_channel
from tests.local_discord.rest.commands import permissions_of
from tests.local_discord.state import Channel, ChannelKind, Guild, Message, Overwrite, Role, User
from tests.local_discord.world import Event, World


class Scenery:
    """What a test sets up before, and changes while, the members act."""

    def __init__(self, world: World) -> None:
        self.world = world

    @property
    def bot(self) -> User:
        """The bot's own user."""
        return self.world.bot

    def guild(
        self, name: str, *, owner: Person | None = None, locale: str = "en-US", bot: bool = True
    ) -> Guild:
        """Found a server with a channel "general"; with the bot in it unless told otherwise."""
        founder = owner.user if owner else self.world.owner
        return places.found_guild(self.world, name, owner=founder, locale=locale, with_bot=bot)

    def member(
        self,
        name: str,
        *guilds: Guild,
        locale: str = "en-US",
        roles: tuple[Role, ...] = (),
        has_installed: bool = False,
    ) -> Person:
        """Return somebody new, a member of these servers."""
        user = User(
            id=self.world.snowflakes.next(),
            name=name,
            locale=locale,
            has_installed=has_installed,
        )
        self.world.users[user.id] = user
        for guild in guilds:
            member = places.join(self.world, guild, user)
            member.roles += [role for role in roles if role.id in guild.roles]
        return Person(self.world, user)

    def join(self, person: Person, guild: Guild) -> None:
        """Let somebody into another server."""
        places.join(self.world, guild, person.user)

    def leave(self, person: Person, guild: Guild) -> None:
        """Let somebody out of a server."""
        places.leave(self.world, guild, person.user)

    def role(self, name: str, guild: Guild, *, permissions: int = 0) -> Role:
        """Make a role."""
        role = Role(id=self.world.snowflakes.next(), name=name, permissions=int(permissions))
        guild.roles[role.id] = role
        data = {"guild_id": guild.id, "role": role_json(role)}
        self.world.emit(Event(name="GUILD_ROLE_CREATE", data=data, guild=guild, intent=1))
        return role

    def give(self, person: Person, role: Role) -> None:
        """Give somebody a role, in the server that it belongs to."""
        guild = next(each for each in self.world.guilds.values() if role.id in each.roles)
        member = guild.members[person.user.id]
        member.roles.append(role)
        data = member_json(member) | {"guild_id": guild.id}
        self.world.emit(Event(name="GUILD_MEMBER_UPDATE", data=data, guild=guild, intent=1 << 1))

    def set_permissions(self, guild: Guild, role: Role, permissions: int) -> None:
        """Change what a role may do, such as ``guild.everyone`` or ``guild.bot_role``."""
        role.permissions = int(permissions)
        data = {"guild_id": guild.id, "role": role_json(role)}
        self.world.emit(Event(name="GUILD_ROLE_UPDATE", data=data, guild=guild, intent=1))

    def permit_command(
        self, guild: Guild, command: str, to: Role | Person | Channel, *, allowed: bool = True
    ) -> None:
        """Say in the server's settings who may use a command, or where; it replaces the default."""
        snowflake = to.user.id if isinstance(to, Person) else to.id
        self.world.command_permissions.setdefault((guild.id, command), {})[snowflake] = allowed
        for told in permissions_of(self.world, guild):
            name = "APPLICATION_COMMAND_PERMISSIONS_UPDATE"
            self.world.emit(Event(name=name, data=told, guild=guild))

    def channel(self, name: str, guild: Guild, *, kind: ChannelKind = ChannelKind.TEXT) -> Channel:
        """Make a channel; ``kind=ChannelKind.FORUM`` makes a forum."""
        return places.open_channel(self.world, guild, name=name, kind=kind)

    def thread(self, name: str, parent: Channel, *, on: Message | None = None) -> Channel:
        """Make a thread, on a message if one is given."""
        return places.open_thread(self.world, parent, name=name, owner=self.world.owner, message=on)

    def direct(self, *people: Person) -> Channel:
        """Open direct messages between people, where the bot is not."""
        return self.world.open_direct(*(person.user for person in people))

    def outage(self, guild: Guild) -> None:
        """Make a server unavailable, as Discord's own failures do; the bot stays in it."""
        data: Json = {"id": guild.id, "unavailable": True}
        self.world.emit(Event(name="GUILD_DELETE", data=data, guild=guild, intent=1))

    def recover(self, guild: Guild) -> None:
        """Make a server available again."""
        data = guild_json(guild, self.bot)
        self.world.emit(Event(name="GUILD_CREATE", data=data, guild=guild, intent=1))

    def forbid(
        self, channel: Channel, permissions: int, *, to: Role | Person | None = None
    ) -> None:
        """Take permissions in a channel from a role or a person, or else from the bot."""
        self._overwrite(channel, to, deny=int(permissions))

    def grant(self, channel: Channel, permissions: int, *, to: Role | Person | None = None) -> None:
        """Give permissions in a channel to a role or a person, or else to the bot."""
        self._overwrite(channel, to, allow=int(permissions))

    def _overwrite(
        self, channel: Channel, to: Role | Person | None, *, allow: int = 0, deny: int = 0
    ) -> None:
        snowflake = to.id if isinstance(to, Role) else (to.user if to else self.bot).id
        kind = 0 if isinstance(to, Role) else 1
        overwrite = channel.overwrites.setdefault(snowflake, Overwrite(id=snowflake, kind=kind))
        overwrite.allow = (overwrite.allow | allow) & ~deny
        overwrite.deny = (overwrite.deny | deny) & ~allow
        tell_channel(self.world, "CHANNEL_UPDATE", channel)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel."""
        places.close_channel(self.world, channel)

    def add_bot(self, guild: Guild, *, permissions: int = ASKED_BY_THE_BOT) -> None:
        """Let the bot into a server."""
        places.add_bot(self.world, guild, permissions=int(permissions))

    def remove_bot(self, guild: Guild) -> None:
        """Remove the bot from a server."""
        places.remove_bot(self.world, guild)
