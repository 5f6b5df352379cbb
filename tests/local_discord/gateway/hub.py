"""The gateway: sessions that outlive their connections, and who is told what."""

import secrets
from collections import Counter
from dataclasses import dataclass, field

from aiohttp import web

from tests.local_discord.basics import Json, shard_of
from tests.local_discord.gateway.connection import Connection
from tests.local_discord.gateway.intents import Intent, readable, wants
from tests.local_discord.payloads import guild_json, user_json
from tests.local_discord.state import Guild
from tests.local_discord.world import Event, World

DISPATCH, HEARTBEAT, RECONNECT, INVALID_SESSION = 0, 1, 7, 9


@dataclass(slots=True, kw_only=True, eq=False)
class Session:
    """What a client identified for; it is resumed by its id and the last number it saw."""

    id: str
    shard: tuple[int, int]
    intents: int
    sequence: int = 0
    seen: int = 0
    told: list[Json] = field(default_factory=list)
    connection: Connection | None = None
    request: web.BaseRequest | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the client has taken in everything that it was told."""
        return self.connection is not None and self.seen >= self.sequence

    def tell(self, name: str, data: Json) -> None:
        """Send an event, or keep it for the resume."""
        self.sequence += 1
        payload: Json = {"op": DISPATCH, "t": name, "s": self.sequence, "d": data}
        self.told.append(payload)
        if self.connection is not None:
            self.connection.send(payload)


class Hub:
    """All sessions, and the tricks that tests play on them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.identified = 0
        self.resumed = 0
        self.heartbeats = 0
        self.refusals = 0
        self._doubled: Counter[str] = Counter()
        self._held: list[tuple[Session, str, Json]] | None = None
        world.listeners.append(self.deliver)

    @property
    def connected(self) -> list[Session]:
        """The sessions with a living connection."""
        return [each for each in self.sessions.values() if each.connection is not None]

    def open(self, *, shard: tuple[int, int], intents: int) -> Session:
        """Begin a session; the caller attaches the connection."""
        session = Session(id=secrets.token_hex(8), shard=shard, intents=intents)
        self.sessions[session.id] = session
        return session

    def greet(self, session: Session) -> None:
        """Tell a new session of itself and its servers."""
        world = self._world
        guilds = [guild for guild in world.guilds.values() if self._belongs(guild, session)]
        ready: Json = {
            "v": 10,
            "user": user_json(world.bot) | {"verified": True, "mfa_enabled": False},
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
            "application": {"id": world.bot.id, "flags": 0},
            "shard": list(session.shard),
        }
        session.tell("READY", ready)
        if session.intents & Intent.GUILDS:
            for guild in guilds:
                session.tell("GUILD_CREATE", guild_json(guild, world.bot))
        self.identified += 1
        world.changes.tell()

    def resume(self, session: Session, sequence: int) -> None:
        """Tell again what came after a number."""
        if session.connection is None:
            return
        for payload in session.told:
            if payload["s"] > sequence and payload["t"] != "RESUMED":
                session.connection.send(payload)
        session.tell("RESUMED", {})
        self.resumed += 1
        self._world.changes.tell()

    def deliver(self, event: Event) -> None:
        """Tell an event to every session that wants it."""
        bot = self._world.bot
        for session in self.sessions.values():
            if not wants(event, intents=session.intents, shard=session.shard, bot=bot):
                continue
            data = readable(event, intents=session.intents, bot=bot)
            times = 2 if self._doubled[event.name] > 0 else 1
            for _ in range(times):
                self._tell_or_hold(session, event.name, data)
        self._doubled[event.name] -= self._doubled[event.name] > 0

    def tell_twice(self, name: str, *, times: int = 1) -> None:
        """Deliver the next events of a name twice each, as happens around a resume."""
        self._doubled[name] += times

    def hold_back(self) -> None:
        """Keep events until they are released."""
        self._held = []

    def release(self, *, reverse: bool = False) -> None:
        """Deliver what was held back, in order or the other way round."""
        held, self._held = self._held or [], None
        for session, name, data in reversed(held) if reverse else held:
            session.tell(name, data)

    def cut(self) -> None:
        """Break every connection; the sessions can be resumed."""
        for session in self.connected:
            if session.connection is not None and session.request is not None:
                session.connection.cut(session.request)

    def close(self, code: int) -> None:
        """Close every connection with a code."""
        for session in self.connected:
            if session.connection is not None:
                session.connection.close(code)

    def ask_to_reconnect(self) -> None:
        """Ask every client to come again and resume."""
        self._send({"op": RECONNECT, "d": None})

    def ask_for_heartbeat(self) -> None:
        """Ask every client for a sign of life."""
        self._send({"op": HEARTBEAT, "d": None})

    def invalidate(self, *, can_resume: bool = False) -> None:
        """Declare the sessions invalid."""
        self._send({"op": INVALID_SESSION, "d": can_resume})
        if not can_resume:
            self.sessions.clear()

    def refuse(self, *, times: int = 1) -> None:
        """Answer the next connections with 503."""
        self.refusals += times

    def forget(self) -> None:
        """Forget the sessions silently: the next resume is refused."""
        self.sessions.clear()

    def _send(self, payload: Json) -> None:
        for session in self.connected:
            if session.connection is not None:
                session.connection.send(payload)

    def _tell_or_hold(self, session: Session, name: str, data: Json) -> None:
        if self._held is None:
            session.tell(name, data)
        else:
            self._held.append((session, name, data))

    def _belongs(self, guild: Guild, session: Session) -> bool:
        index, count = session.shard
        return guild.has_bot and shard_of(guild.id, count) == index
