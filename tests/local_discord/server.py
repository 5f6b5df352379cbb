"""The local Discord: one server on loopback, and the handles by which tests move it."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.local_discord import places
from tests.local_discord.acting.person import Person
from tests.local_discord.gateway.hub import Hub
from tests.local_discord.gateway.socket import Socket
from tests.local_discord.payloads import role_json
from tests.local_discord.permissions import ASKED_BY_THE_BOT
from tests.local_discord.posting import tell_channel
from tests.local_discord.rest.app import PREFIX, Request, Rest
from tests.local_discord.rest.call import Call
from tests.local_discord.rest.callbacks import ANSWER_WITHIN
from tests.local_discord.rest.faults import ANY, Fault, Gate, Scope
from tests.local_discord.state import Channel, ChannelKind, Guild, Message, Overwrite, Role, User
from tests.local_discord.world import Event, World


class LocalDiscord:
    """Discord, as far as a bot of text can tell; use it as an async context manager.

    On leaving, it fails the test if the bot asked for a route that does not exist, or sent a body
    that Discord's specification does not allow.
    """

    def __init__(self, *, shards: int = 1, privileged_intents: int = 0) -> None:
        self.world = World()
        self.world.application.shards = shards
        self.world.application.privileged_intents = privileged_intents
        self.gateway = Hub(self.world)
        self.rest = Rest(self.world, self._check)
        self.violations: list[str] = []
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = self.rest.app()
        app.router.add_get("/gateway", Socket(self.world, self.gateway).handle)
        app.router.add_get("/gateway/", Socket(self.world, self.gateway).handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        listening = socket.create_server(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        await web.SockSite(self._runner, listening).start()
        self.world.cdn_url = f"http://127.0.0.1:{port}"
        self.world.gateway_url = self.gateway.url = f"ws://127.0.0.1:{port}/gateway"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.gateway.close(1001)
        if self._runner is not None:
            await self._runner.cleanup()
        if error is None:
            self.check()

    def check(self) -> None:
        """Check that the bot sent nothing that Discord does not know or take.

        Raises:
            AssertionError: it did.
        """
        unknown = [f"no such route: {each}" for each in self.rest.unknown_routes]
        wrong = [*unknown, *self.violations]
        assert not wrong, "The bot sent what Discord does not take:\n" + "\n".join(wrong)

    # --- where it is -------------------------------------------------------------------------

    @property
    def api_url(self) -> str:
        """What stands for https://discord.com/api/v10."""
        return self.world.cdn_url + PREFIX

    @property
    def gateway_url(self) -> str:
        """What stands for wss://gateway.discord.gg/."""
        return self.world.gateway_url

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.application.token

    @contextmanager
    def adopted(self) -> Iterator[None]:
        """Point discord.py here, for clients that know no setting for it."""
        api, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self.api_url, yarl.URL(self.gateway_url)
        try:
            yield
        finally:
            Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = api, gateway

    # --- who and what is there ---------------------------------------------------------------

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

    def channel(self, name: str, guild: Guild, *, kind: ChannelKind = ChannelKind.TEXT) -> Channel:
        """Make a channel; ``kind=ChannelKind.FORUM`` makes a forum."""
        return places.open_channel(self.world, guild, name=name, kind=kind)

    def thread(self, name: str, parent: Channel, *, on: Message | None = None) -> Channel:
        """Make a thread, on a message if one is given."""
        return places.open_thread(self.world, parent, name=name, owner=self.world.owner, message=on)

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

    # --- time, and what goes wrong -----------------------------------------------------------

    def advance(self, seconds: float) -> None:
        """Let time pass; who still waits for a first answer reads that the bot did not respond."""
        self.world.clock.advance(seconds)
        for interaction in self.world.interactions.values():
            late = self.world.clock.now - interaction.created_at > ANSWER_WITHIN
            if interaction.callback is None and late:
                interaction.is_expired = True
        self.world.changes.tell()

    def fail(self, method: str = ANY, path: str = ANY, *, status: int, times: int = 1) -> None:
        """Answer the next requests of a route with a server error, without doing their work."""
        self.rest.faults.order(Fault(method=method, path=path, times=times, status=status))

    def limit(
        self,
        method: str = ANY,
        path: str = ANY,
        *,
        retry_after_s: float = 0.01,
        scope: Scope = "user",
        times: int = 1,
    ) -> None:
        """Answer the next requests of a route with 429."""
        fault = Fault(
            method=method,
            path=path,
            times=times,
            status=429,
            retry_after_s=retry_after_s,
            scope=scope,
        )
        self.rest.faults.order(fault)

    def drop(
        self, method: str = ANY, path: str = ANY, *, times: int = 1, done_first: bool = False
    ) -> None:
        """Break the connection instead of answering; ``done_first`` does the work before."""
        fault = Fault(
            method=method, path=path, times=times, is_dropped=True, is_done_first=done_first
        )
        self.rest.faults.order(fault)

    def hold(self, method: str = ANY, path: str = ANY) -> Gate:
        """Let requests of a route wait until the gate is opened."""
        fault = Fault(method=method, path=path, times=1 << 30, gate=asyncio.Event())
        self.rest.faults.order(fault)

        async def reached() -> None:
            faults = self.rest.faults
            await self.world.changes.until(
                lambda: True if faults.held else None, what=lambda: f"request at {method} {path}"
            )

        return Gate(fault=fault, reached=reached)

    # --- waiting and looking back ------------------------------------------------------------

    async def online(self, *, sessions: int | None = None, within_s: float = 10.0) -> None:
        """Wait until the bot is connected with all its shards."""
        wanted = sessions or self.world.application.shards
        await self.world.changes.until(
            lambda: True if len(self.gateway.connected) >= wanted else None,
            what=lambda: f"{wanted} sessions, only {len(self.gateway.connected)}",
            within_s=within_s,
        )

    async def offline(self) -> None:
        """Wait until no session is connected."""
        await self.world.changes.until(
            lambda: None if self.gateway.connected else True, what=lambda: "end of the sessions"
        )

    def requests(self, method: str, path: str) -> list[Request]:
        """Return what the bot asked of a route, in Discord's own notation of it."""
        every = self.rest.requests
        return [each for each in every if (each.method, each.route) == (method, path)]

    @property
    def errors(self) -> list[Request]:
        """The requests that Discord refused by its rules."""
        return [each for each in self.rest.requests if each.error is not None]

    def _check(self, call: Call) -> None:
        """Check a body against Discord's specification."""
