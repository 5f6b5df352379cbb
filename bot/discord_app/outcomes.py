"""Outcomes: looks from time to time for what is to be asked, and asks it where it was answered."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

import discord
import structlog

from bot.discord_app.cards import card_of
from bot.discord_app.failures import note_unsent
from bot.discord_app.incoming import FAMILY, server_of, user_of
from bot.discord_app.retries import patiently
from bot.discord_app.shown import home_of, send_to
from core.assistant.reply import OutcomeQuestion
from core.owned import OwnedTasks

EVERY_S = 300.0
DRAIN_S = 10.0

log = structlog.get_logger(__name__)


class Asker(Protocol):
    """What knows what is to be asked."""

    async def outcomes_due(self, communities: str) -> Sequence[OutcomeQuestion]:
        """Return what is to be asked now; each is returned only once."""
        ...


class Outcomes:
    """Asks how things turned out, each once."""

    def __init__(self, asker: Asker, *, every_s: float = EVERY_S) -> None:
        self._asker = asker
        self._every_s = every_s
        self._closing = asyncio.Event()
        self._tasks = OwnedTasks()
        self._looking: asyncio.Task[None] | None = None
        self._client: discord.Client | None = None

    def start(self, client: discord.Client) -> None:
        """Begin to look, or go on with another client."""
        self._client = client
        if self._looking is None:
            self._looking = self._tasks.start(self._run(), name="outcomes")

    async def close(self) -> None:
        """Look no more; what was taken is still asked, if that takes no longer than a moment."""
        self._closing.set()
        if self._looking is not None:
            await asyncio.wait({self._looking}, timeout=DRAIN_S)
        await self._tasks.close()

    async def look(self, client: discord.Client) -> None:
        """Ask all that is due by now."""
        while not self._closing.is_set():
            due = await self._asker.outcomes_due(FAMILY)
            if not due:
                return
            for question in due:
                await self._ask(client, question)

    async def _run(self) -> None:
        while not self._closing.is_set():
            try:
                if self._client is not None and not self._client.is_closed():
                    await self.look(self._client)
            except Exception as error:  # noqa: BLE001 - the next look may go better
                note_unsent(error)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._every_s):
                    await self._closing.wait()

    async def _ask(self, client: discord.Client, question: OutcomeQuestion) -> None:
        """Ask in the channel, or the member directly; where neither can be, nothing is asked."""
        home = "" if question.place else server_of(question.community)
        try:
            where = await _where(client, question)
            card = await card_of(question.reply, question.locale)
            shown = await send_to(where, card, home=home_of(client, home) if home else None)
        except Exception as error:  # noqa: BLE001 - one question keeps no other from being asked
            note_unsent(error, answer=question.number)
        else:
            log.info("asked how it turned out", answer=question.number, shown=shown is not None)


async def _where(client: discord.Client, question: OutcomeQuestion) -> discord.abc.Messageable:
    if question.place:
        return client.get_partial_messageable(int(question.place))
    user = discord.Object(user_of(question.member))
    return await patiently(lambda: client.create_dm(user))
