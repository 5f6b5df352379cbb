"""Cards of offers that were shown: one that no longer waits for a press loses its buttons."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

import discord

from bot.discord_app.failures import note_unsent
from bot.discord_app.rendering import render
from bot.discord_app.shown import Shown, ShownByToken, ShownMessage
from core.assistant.reply import Reply, Tone
from core.assistant.wording import say

MOST: Final = 2_000
"""Cards remembered: the one shown longest ago goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A card that offers something."""

    reply: Reply
    shown: Shown
    locale: str


class OpenOffers:
    """The cards shown lately that offer something, by the offer's number."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, _Open] = OrderedDict()
        self.called_off: Callable[[discord.Message], None] = lambda _: None
        """Told of the card of each offer that was not taken."""

    def note(self, reply: Reply, shown: Shown, locale: str) -> None:
        """Remember a card, if it offers something."""
        offer = next((_offer_of(c.action) for c in reply.choices if c.is_cancel), "")
        if not offer or reply.tone is not Tone.ASK:
            return
        self._open[offer] = _Open(reply=reply, shown=shown, locale=locale)
        while len(self._open) > MOST:
            self._open.popitem(last=False)

    async def close(self, actions: Iterable[str]) -> None:
        """Take the buttons off the cards of offers that were settled in words.

        Args:
            actions: how each was settled.
        """
        for action in actions:
            card = self._open.pop(_offer_of(action), None)
            if card is not None:
                await self._close(card, is_taken=action.startswith("go:"))

    async def _close(self, card: _Open, *, is_taken: bool) -> None:
        shown, locale = card.shown, card.locale
        if isinstance(shown, ShownMessage) and not is_taken:
            self.called_off(shown.message)
        if isinstance(shown, ShownByToken) and shown.interaction.is_expired():
            return
        note = say("offer closed", locale=locale)
        closed = replace(card.reply, choices=(), tone=Tone.INFO, notes=(*card.reply.notes, note))
        try:
            await shown.change(render(closed, locale=locale))
        except (discord.HTTPException, OSError, TimeoutError) as error:
            note_unsent(error)


def _offer_of(action: str) -> str:
    """Return the number of the offer that a choice settles; empty for any other choice."""
    verb, number, *_ = *action.split(":"), ""
    return number if verb in ("go", "drop") else ""
