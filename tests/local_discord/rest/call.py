"""One request as a handler sees it, and how handlers are put on routes."""

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from aiohttp import BodyPartReader, web

from tests.local_discord.basics import Json
from tests.local_discord.errors import DiscordError
from tests.local_discord.files import Upload
from tests.local_discord.world import World

_FILE_PART = re.compile(r"files\[(\d+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request: its place, what it asks, and what it brings."""

    world: World
    method: str
    route: str
    params: dict[str, str]
    query: dict[str, str]
    body: object = None
    uploads: list[Upload] = field(default_factory=list)

    @property
    def json(self) -> Json:
        """The body, which must be an object.

        Raises:
            DiscordError: it is none (50109).
        """
        if not isinstance(self.body, dict):
            raise DiscordError(400, 50109, "The request body contains invalid JSON.")
        return self.body

    def flag(self, name: str) -> bool:
        """Say whether a switch of the query is on."""
        return self.query.get(name, "").lower() in ("1", "true")


Answer: TypeAlias = Json | list[Json] | None
Handler: TypeAlias = Callable[[Call], Awaitable[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where a handler is reached, in Discord's own notation."""

    method: str
    path: str
    handler: Handler
    needs_token: bool = True


class Routes:
    """Collects the handlers of a module."""

    def __init__(self) -> None:
        self.all: list[Route] = []

    def on(
        self, method: str, path: str, *, needs_token: bool = True
    ) -> Callable[[Handler], Handler]:
        """Put a handler on a route."""

        def put(handler: Handler) -> Handler:
            route = Route(method=method, path=path, handler=handler, needs_token=needs_token)
            self.all.append(route)
            return handler

        return put


async def read_body(request: web.Request) -> tuple[object, list[Upload]]:
    """Return the JSON of a request and the files that came with it.

    Raises:
        DiscordError: it is not JSON, or of another content type.
    """
    if request.content_type == "multipart/form-data":
        return await _read_parts(request)
    raw = await request.read()
    if not raw:
        return None, []
    if request.content_type != "application/json":
        message = 'Expected "Content-Type" header to be one of {application/json}.'
        raise DiscordError(400, 50035, message)
    return _parsed(raw), []


async def _read_parts(request: web.Request) -> tuple[object, list[Upload]]:
    body: object = None
    uploads: dict[int, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise DiscordError(400, 50035, "Nested multipart bodies are not taken.")
        raw = bytes(await part.read())
        if part.name == "payload_json":
            body = _parsed(raw)
        elif (match := _FILE_PART.fullmatch(part.name or "")) is not None:
            uploads[int(match[1])] = Upload(filename=part.filename or "file", data=raw)
        else:
            raise DiscordError(400, 50035, f"A part named {part.name!r} means nothing here.")
    return body, [uploads[number] for number in sorted(uploads)]


def _parsed(raw: bytes) -> object:
    try:
        parsed: object = json.loads(raw)
    except ValueError:
        raise DiscordError(400, 50109, "The request body contains invalid JSON.") from None
    return parsed
