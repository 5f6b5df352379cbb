"""Retrainings as Discord sees them: one message each, edited as they go on, but not too often."""

import asyncio
from dataclasses import dataclass, replace
from typing import Protocol

import discord

from bot.discord_app.cards import card_of
from bot.discord_app.failures import note_unsent
from bot.discord_app.shown import Shown
from core.assistant import show
from core.assistant.reply import Reply
from core.assistant.wording import say
from core.domain.identity import RunId
from core.domain.version import Progress, Run
from core.errors import UserError

EVERY_S = 3.0
"""Five edits of one message in five seconds is the most that Discord takes."""
MAX_ENDED = 200
BAR = 20


class Reporter(Protocol):
    """What says how a retraining ended."""

    async def report(self, run: Run, *, locale: str = "en") -> Reply:
        """Return what to say of a retraining that has ended."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Followed:
    """A message that a retraining is told in."""

    reply: Reply
    shown: Shown
    locale: str


class Progresses:
    """Keeps the messages of retrainings up to date."""

    def __init__(self, *, every_s: float = EVERY_S) -> None:
        self.reporter: Reporter | None = None
        self._every_s = every_s
        self._newest: dict[RunId, Progress] = {}
        self._ended: dict[RunId, asyncio.Future[Run]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def progress(self, progress: Progress) -> None:
        """Note how far a retraining is."""
        self._newest[progress.run_id] = progress

    async def end(self, run: Run) -> None:
        """Note that a retraining has ended."""
        self._newest.pop(run.id, None)
        self._outcome(run.id).set_result(run)
        while len(self._ended) > MAX_ENDED:
            del self._ended[next(iter(self._ended))]

    def follow(self, reply: Reply, shown: Shown, locale: str) -> None:
        """Tell a retraining that was just started in the message that says so."""
        if reply.run is None:
            return
        followed = _Followed(reply=reply, shown=shown, locale=locale)
        task = asyncio.create_task(self._tell(reply.run, followed), name=f"progress {reply.run}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Stop telling."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _outcome(self, run_id: RunId) -> asyncio.Future[Run]:
        if run_id not in self._ended:
            self._ended[run_id] = asyncio.get_running_loop().create_future()
        return self._ended[run_id]

    async def _tell(self, run_id: RunId, followed: _Followed) -> None:
        outcome, told = self._outcome(run_id), None
        while not outcome.done():
            newest = self._newest.get(run_id)
            if newest is not None and newest != told:
                told = newest
                await self._change(followed, _under_way(followed.reply, newest, followed.locale))
            await asyncio.wait({outcome}, timeout=self._every_s)
        await self._report(outcome.result(), followed)

    async def _report(self, run: Run, followed: _Followed) -> None:
        if self.reporter is None:
            return
        try:
            reply = await self.reporter.report(run, locale=followed.locale)
        except UserError:  # its task was deleted meanwhile
            return
        await self._change(followed, replace(reply, is_private=followed.reply.is_private))

    async def _change(self, followed: _Followed, reply: Reply) -> None:
        try:
            await followed.shown.change(await card_of(reply, followed.locale))
        except (discord.HTTPException, OSError, TimeoutError) as error:
            note_unsent(error)


def _under_way(reply: Reply, progress: Progress, locale: str) -> Reply:
    full = round(progress.fraction * BAR)
    done = show.share(progress.fraction, locale=locale)
    words = say("training now", locale=locale, done=done, stage=progress.stage)
    return replace(reply, lines=("▰" * full + "▱" * (BAR - full), words, *reply.lines))
