"""The front: every question of a member goes through here, and comes back as a card."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

import discord
import structlog

from bot.discord_app.cards import DEFAULT_LIMIT, card_of
from bot.discord_app.exchanges import Exchange
from bot.discord_app.failures import apology, note_unsent
from bot.discord_app.locales import Locales
from bot.discord_app.open_offers import OpenOffers
from bot.discord_app.progress import Progresses
from bot.discord_app.rendering import Card, render
from bot.discord_app.shown import Shown, replace_in, send_to
from core.assistant.incoming import Incoming, Press, Sender
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.wording import say
from core.domain.identity import CommunityId
from core.domain.version import Run

PATIENCE_S = 1.0
"""An answer that takes longer is announced first: Discord waits three seconds."""
DRAIN_S = 30.0
MAX_SEEN = 20_000

log = structlog.get_logger(__name__)


class Answerer(Protocol):
    """The assistant, as Discord needs it."""

    async def handle(self, incoming: Incoming) -> Reply:
        """Return the reply to what came in."""
        ...

    async def form(self, press: Press) -> Choice | Reply:
        """Return what a choice asks for, or what stands in its way."""
        ...

    async def report(self, run: Run, *, locale: str = "en") -> Reply:
        """Return what to say of a retraining that has ended."""
        ...

    async def suggest(
        self, sender: Sender, option: str, begun: str, *, given: Mapping[str, str]
    ) -> Sequence[tuple[str, str]]:
        """Return what a half-typed option may become: what is shown, and its value."""
        ...

    async def settle_in(self, community: CommunityId) -> None:
        """Note that a community has the bot (again)."""
        ...

    async def look_around(
        self, here: Collection[CommunityId], *, is_server: Callable[[CommunityId], bool]
    ) -> None:
        """Note which communities came and went while the bot was not running."""
        ...

    async def move_out(self, community: CommunityId) -> None:
        """Note that a community no longer has the bot."""
        ...


class Front:
    """Answers exchanges: within Discord's time, once each, and whatever goes wrong."""

    def __init__(
        self, assistant: Answerer, progresses: Progresses, *, patience_s: float = PATIENCE_S
    ) -> None:
        self.assistant = assistant
        self.locales = Locales()
        self.open_offers = OpenOffers()
        self._progresses = progresses
        self._patience_s = patience_s
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.is_closing = False
        self.place: Callable[[str], discord.abc.Messageable | None] = lambda _: None
        """Returns a channel by its id."""

    def is_new(self, snowflake: int) -> bool:
        """Return whether a message or interaction comes for the first time."""
        if snowflake in self._seen or self.is_closing:
            return False
        self._seen[snowflake] = None
        if len(self._seen) > MAX_SEEN:
            self._seen.popitem(last=False)
        return True

    async def answer(
        self,
        exchange: Exchange,
        replying: Awaitable[Reply],
        *,
        locale: str,
        limit: int = DEFAULT_LIMIT,
    ) -> None:
        """Show what is replied; an error is a reply too.

        Args:
            exchange: how the reply reaches its member.
            replying: becomes the reply.
            locale: the member's language.
            limit: how many bytes of files may be shown.
        """
        async with self._in_flight():
            started = time.perf_counter()
            making = asyncio.ensure_future(self._made(replying, locale, limit))
            try:
                done, _ = await asyncio.wait({making}, timeout=self._patience_s)
                if not done:
                    await exchange.ask_for_patience()
                reply, card = await making
                reply, card = await self._posted(reply, card, locale)
                shown = await self._shown(exchange, reply, card)
                await self.open_offers.close(reply.closes)
            except (discord.HTTPException, OSError, TimeoutError) as error:
                note_unsent(error)
                return
            finally:
                await asyncio.wait({making})
            if shown is not None:
                self.open_offers.note(reply, shown, locale)
            if shown is not None and reply.run is not None:
                self._progresses.follow(reply, shown, locale)
            log.debug("answered", tone=str(reply.tone), took_s=time.perf_counter() - started)

    async def _made(
        self, replying: Awaitable[Reply], locale: str, limit: int
    ) -> tuple[Reply, Card]:
        try:
            reply = await replying
            return reply, await card_of(reply, locale, limit)
        except Exception as error:  # noqa: BLE001 - the one handler: the member gets a sentence
            reply = apology(error, locale)
            return reply, render(reply, locale=locale)

    async def _posted(self, reply: Reply, card: Card, locale: str) -> tuple[Reply, Card]:
        """Show what goes to another place first; where that fails, the reply says so instead."""
        posting = reply.posting
        if posting is None:
            return reply, card
        place, posted = self.place(posting.place), render(posting.reply, locale=locale)
        if posting.instead_of is not None:
            if place:
                await replace_in(place, posting.instead_of, posted)
            return reply, card
        if place and await send_to(place, posted):
            return reply, card
        if posting.if_refused is not None:
            await posting.if_refused()
        sorry = Reply(title=say("cannot post", locale=locale), tone=Tone.ERROR)
        return sorry, render(sorry, locale=locale)

    async def _shown(self, exchange: Exchange, reply: Reply, card: Card) -> Shown | None:
        if reply.form is not None and await exchange.open_form(reply.form):
            return None
        return await exchange.show(reply, card)

    @asynccontextmanager
    async def _in_flight(self) -> AsyncIterator[None]:
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def drain(self) -> None:
        """Take nothing new, and wait for what is under way."""
        self.is_closing = True
        try:
            async with asyncio.timeout(DRAIN_S):
                await self._idle.wait()
        except TimeoutError:
            log.warning("left unfinished", count=self._under_way)
