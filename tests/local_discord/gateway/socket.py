"""What a client says over the WebSocket, and what is answered."""

import json

from aiohttp import WSMsgType, web

from tests.local_discord.basics import Json
from tests.local_discord.gateway.connection import Connection
from tests.local_discord.gateway.hub import Hub, Session
from tests.local_discord.gateway.intents import KNOWN, PRIVILEGED
from tests.local_discord.payloads import member_json
from tests.local_discord.world import World

HEARTBEAT, IDENTIFY, RESUME, MEMBERS, INVALID_SESSION, HELLO, ACK = 1, 2, 6, 8, 9, 10, 11
HEARTBEAT_INTERVAL_MS = 41_250
_ENDS = (1000, 1001)
"""Close codes by which a client ends its session for good."""
_SILENT = (3, 4, 31)
"""Presence, voice and soundboard: taken, and of no account here."""


class CloseWith(Exception):
    """The client did something for which Discord closes the connection."""

    def __init__(self, code: int) -> None:
        super().__init__(f"close code {code}")
        self.code = code


class Socket:
    """Serves the connections of one hub."""

    def __init__(self, world: World, hub: Hub) -> None:
        self._world = world
        self._hub = hub

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection to its end."""
        if self._hub.refusals > 0:
            self._hub.refusals -= 1
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=15 * 1024, autoping=True)
        await socket.prepare(request)
        connection = Connection(socket, compress=request.query.get("compress"))
        connection.send({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL_MS}})
        session: Session | None = None
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    session = self._hear(_parsed(frame.data), session, connection, request)
        except CloseWith as closing:
            connection.close(closing.code)
            await connection.closed()
        finally:
            if session is not None and session.connection is connection:
                session.connection = None
                if not connection.is_closed_by_server and socket.close_code in _ENDS:
                    self._hub.sessions.pop(session.id, None)
            await connection.end()
            self._world.changes.tell()
        return socket

    def _hear(
        self,
        payload: Json,
        session: Session | None,
        connection: Connection,
        request: web.Request,
    ) -> Session | None:
        match payload.get("op"), session:
            case 1, _:
                self._hub.heartbeats += 1
                if session is not None:
                    session.seen = payload.get("d") or 0
                connection.send({"op": ACK, "d": None})
                self._world.changes.tell()
            case 2, None:
                session = self._identify(payload["d"], connection)
            case 6, None:
                session = self._resume(payload["d"], connection)
            case ((2 | 6), _):
                raise CloseWith(4005)
            case (int(op), None) if op in (*_SILENT, MEMBERS):
                raise CloseWith(4003)
            case 8, Session() as known:
                self._chunk(payload["d"], known)
            case int(op), _ if op in _SILENT:
                pass
            case _:
                raise CloseWith(4001)
        if session is not None:
            session.request = request
        return session

    def _identify(self, told: Json, connection: Connection) -> Session | None:
        application = self._world.application
        if told.get("token") != application.token:
            raise CloseWith(4004)
        index, count = told.get("shard") or (0, 1)
        if not 0 <= index < count:
            raise CloseWith(4010)
        intents = told.get("intents")
        if not isinstance(intents, int) or intents & ~KNOWN:
            raise CloseWith(4013)
        if intents & PRIVILEGED & ~application.privileged_intents:
            raise CloseWith(4014)
        if application.starts_left <= 0:
            connection.send({"op": INVALID_SESSION, "d": False})
            return None
        application.starts_left -= 1
        session = self._hub.open(shard=(index, count), intents=intents)
        session.connection = connection
        self._hub.greet(session)
        return session

    def _resume(self, told: Json, connection: Connection) -> Session | None:
        if told.get("token") != self._world.application.token:
            raise CloseWith(4004)
        session = self._hub.sessions.get(told.get("session_id") or "")
        if session is None:
            connection.send({"op": INVALID_SESSION, "d": False})
            return None
        if told["seq"] > session.sequence:
            raise CloseWith(4007)
        session.connection = connection
        self._hub.resume(session, told["seq"])
        return session

    def _chunk(self, asked: Json, session: Session) -> None:
        guild = self._world.guilds[str(asked["guild_id"])]
        wanted = {str(each) for each in asked.get("user_ids") or []}
        prefix = (asked.get("query") or "").lower()
        members = [
            member_json(member)
            for member in guild.members.values()
            if (member.user.id in wanted if wanted else member.user.name.lower().startswith(prefix))
        ]
        data: Json = {
            "guild_id": guild.id,
            "members": members[: asked.get("limit") or None],
            "chunk_index": 0,
            "chunk_count": 1,
            "nonce": asked.get("nonce"),
        }
        session.tell("GUILD_MEMBERS_CHUNK", data)


def _parsed(text: str) -> Json:
    try:
        payload = json.loads(text)
    except ValueError:
        raise CloseWith(4002) from None
    if not isinstance(payload, dict):
        raise CloseWith(4002)
    return payload
