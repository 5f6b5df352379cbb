"""The HTTP side: authorization, failures on order, limits in headers, errors in Discord's words."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from tests.local_discord.basics import Json
from tests.local_discord.errors import DiscordError, unauthorized
from tests.local_discord.rest import (
    applications,
    callbacks,
    channels,
    commands,
    guilds,
    messages,
    reactions,
    webhooks,
)
from tests.local_discord.rest.call import Answer, Call, Route, read_body
from tests.local_discord.rest.faults import DROPPED, Fault, Faults
from tests.local_discord.world import World

PREFIX = "/api/v10"
_LIMIT = 1000
_BODY_LIMIT = 30 * 1024 * 1024
_NO_TOKEN = {"/gateway"}
MODULES = (applications, commands, callbacks, webhooks, messages, reactions, channels, guilds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the bot asked and what it was told, kept for tests to look at."""

    method: str
    route: str
    path: str
    body: object
    status: int
    error: DiscordError | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path} → {self.error or self.status}"


class Rest:
    """Answers the routes that a bot needs."""

    def __init__(
        self,
        world: World,
        *,
        check: Callable[[Call], None],
        check_answer: Callable[[Route, Answer], None],
    ) -> None:
        self._world = world
        self._check = check
        self._check_answer = check_answer
        self.faults = Faults()
        self.requests: list[Request] = []
        self.unknown_routes: list[str] = []

    def app(self) -> web.Application:
        """Return the application, with every route on it."""
        app = web.Application(client_max_size=_BODY_LIMIT)
        for module in MODULES:
            for route in module.routes.all:
                app.router.add_route(route.method, PREFIX + route.path, self._serving(route))
        app.router.add_route("*", PREFIX + "/{tail:.*}", self._not_known)
        app.router.add_get("/attachments/{id}/{filename}", self._file)
        return app

    def _serving(self, route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            fault = self.faults.next(route.method, route.path)
            if fault is None:
                return await self._answer(route, request)
            return await self._failing(fault, route, request)

        return serve

    async def _failing(
        self, fault: Fault, route: Route, request: web.Request
    ) -> web.StreamResponse:
        if fault.gate is not None:
            fault.held += 1
            self._world.changes.tell()
            await fault.gate.wait()
            fault.held -= 1
            return await self._answer(route, request)
        if fault.is_done_first:
            await self._answer(route, request)
        else:
            body, _ = await read_body(request)
            self._note(route, request, body, fault.status)
        if fault.status == DROPPED and request.transport is not None:
            request.transport.abort()
        if fault.status == 429:
            return _limited(fault, route, request)
        return web.Response(status=fault.status or 500, text="<h1>Server Error</h1>")

    async def _answer(self, route: Route, request: web.Request) -> web.StreamResponse:
        body: object = None
        try:
            if route.needs_token:
                self._authorize(request)
            body, uploads = await read_body(request)
            call = Call(
                world=self._world,
                method=route.method,
                route=route.path,
                params=dict(request.match_info),
                query=dict(request.query),
                body=body,
                uploads=uploads,
            )
            self._check(call)
            answer = await route.handler(call)
        except DiscordError as error:
            self._note(route, request, body, error.status, error)
            return _json(error.body(), error.status, _headers(route, request))
        status = 204 if answer is None else 200
        self._check_answer(route, answer)
        self._note(route, request, body, status)
        return _json(answer, status, _headers(route, request))

    def _authorize(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {self._world.application.token}":
            raise unauthorized()

    async def _not_known(self, request: web.Request) -> web.Response:
        self.unknown_routes.append(f"{request.method} {request.path}")
        return _json({"message": "404: Not Found", "code": 0}, 404)

    async def _file(self, request: web.Request) -> web.Response:
        attachment = self._world.attachments.get(request.match_info["id"])
        if attachment is None:
            return web.Response(status=404, text="This content is no longer available.")
        headers = {"Content-Type": attachment.content_type}
        return web.Response(body=attachment.data, headers=headers)

    def _note(
        self,
        route: Route,
        request: web.Request,
        body: object,
        status: int,
        error: DiscordError | None = None,
    ) -> None:
        asked = Request(
            method=route.method,
            route=route.path,
            path=request.path.removeprefix(PREFIX),
            body=body,
            status=status,
            error=error,
        )
        self.requests.append(asked)
        if status >= 400:
            self._world.refused.append(str(asked))
        self._world.changes.tell()


def _json(body: object, status: int, headers: dict[str, str] | None = None) -> web.Response:
    """Return a response as Discord's edge sends it, which the client looks for in ``Via``."""
    told = {"Via": "1.1 google", **(headers or {})}
    if status == 204:
        return web.Response(status=204, headers=told)
    told["Content-Type"] = "application/json"
    return web.Response(body=json.dumps(body).encode(), status=status, headers=told)


def _limited(fault: Fault, route: Route, request: web.Request) -> web.Response:
    """Return a 429: of Discord itself, or of what stands before it, which tells nothing."""
    if fault.scope == "edge":
        return web.Response(status=429, text="error code: 1015")
    headers = _headers(route, request) | {
        "Retry-After": str(fault.retry_after_s),
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset-After": str(fault.retry_after_s),
        "X-RateLimit-Scope": fault.scope,
    }
    if fault.scope == "global":
        headers["X-RateLimit-Global"] = "true"
    body: Json = {
        "message": "You are being rate limited.",
        "retry_after": fault.retry_after_s,
        "global": fault.scope == "global",
    }
    return _json(body, 429, headers)


def _headers(route: Route, request: web.Request) -> dict[str, str]:
    bucket = hashlib.sha256(f"{route.method} {route.path}".encode()).hexdigest()[:16]
    return {
        "X-RateLimit-Limit": str(_LIMIT),
        "X-RateLimit-Remaining": str(_LIMIT - 1),
        "X-RateLimit-Reset": "4102444800.000",
        "X-RateLimit-Reset-After": "1.000",
        "X-RateLimit-Bucket": bucket,
    }
