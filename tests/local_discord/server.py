"""The local Discord: one server on loopback, and the handles by which tests move it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route as LibraryRoute

from tests.local_discord import openapi
from tests.local_discord.basics import PATIENCE_S
from tests.local_discord.gateway.hub import Hub
from tests.local_discord.gateway.socket import Socket
from tests.local_discord.rest.app import PREFIX, Request, Rest
from tests.local_discord.rest.call import Answer, Call, Route
from tests.local_discord.scenery import Scenery
from tests.local_discord.trouble import Trouble
from tests.local_discord.world import World

_FORM = (50006, 50035)
"""The errors that no bot should ever cause: an empty message, an invalid body."""


class LocalDiscord(Scenery, Trouble):
    """Discord, as far as a bot of text can tell; use it as an async context manager.

    On leaving, it fails the test if the bot asked for a route that does not exist, or sent a body
    that Discord's rules or its specification do not allow, unless it is not ``strict``. A
    ``doubtful`` one holds its own answers against the specification, too. With a ``speed`` of 1
    its time passes as the real one does; else it stands still until a test moves it.
    """

    def __init__(
        self,
        *,
        shards: int = 1,
        privileged_intents: int = 0,
        strict: bool = True,
        doubtful: bool = False,
        speed: float = 0.0,
    ) -> None:
        world = World(speed=speed)
        Scenery.__init__(self, world)
        self.world.application.shards = shards
        self.world.application.privileged_intents = privileged_intents
        self.gateway = Hub(self.world)
        self.rest = Rest(self.world, check=self._check, check_answer=self._check_itself)
        Trouble.__init__(self, world, self.rest.faults)
        self.violations: list[str] = []
        self._strict = strict
        self._doubtful = doubtful
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
        if error is None and self._strict:
            self.check()

    def check(self) -> None:
        """Check that the bot sent nothing that Discord does not know or take.

        Raises:
            AssertionError: it did.
        """
        unknown = [f"no such route: {each}" for each in self.rest.unknown_routes]
        refused = [str(each) for each in self.errors if each.error and each.error.code in _FORM]
        wrong = [*unknown, *self.violations, *refused]
        assert not wrong, "The bot sent what Discord does not take:\n" + "\n".join(wrong)

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
        api, gateway = LibraryRoute.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        LibraryRoute.BASE, DiscordWebSocket.DEFAULT_GATEWAY = (
            self.api_url,
            yarl.URL(self.gateway_url),
        )
        try:
            yield
        finally:
            LibraryRoute.BASE, DiscordWebSocket.DEFAULT_GATEWAY = api, gateway

    async def online(self, *, sessions: int | None = None, within_s: float = PATIENCE_S) -> None:
        """Wait until the bot is connected with all its shards, and knows its servers."""
        wanted = sessions or self.world.application.shards
        await self.world.changes.until(
            lambda: True if len(self.gateway.connected) >= wanted else None,
            what=lambda: f"{wanted} sessions, only {len(self.gateway.connected)}",
            within_s=within_s,
        )
        await self.settled()

    async def settled(self) -> None:
        """Wait until the bot has taken in (not: handled) everything that it was told.

        Each client is asked for a heartbeat, which names the last event that it saw.
        """
        self.gateway.ask_for_heartbeat()
        await self.world.changes.until(
            lambda: all(each.is_settled for each in self.gateway.connected) or None,
            what=lambda: "heartbeat of every session",
        )

    async def identified(self, number: int) -> None:
        """Wait until clients have identified so many times, resuming not counted."""
        await self.world.changes.until(
            lambda: self.gateway.identified >= number or None,
            what=lambda: f"{number} identifications, only {self.gateway.identified}",
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
        if self._strict:
            self.violations += openapi.violations(call.method, call.route, call.body)

    def _check_itself(self, route: Route, answer: Answer) -> None:
        """Check an answer of its own."""
        if self._doubtful:
            self.violations += openapi.flaws(route.method, route.path, answer)
