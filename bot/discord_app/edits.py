"""Messages whose words are changed after they were heard.

What still waits for an answer is asked anew from the new words; what was done stays, which is
said once.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

import discord

from bot.discord_app.custom_ids import CustomId, is_ours
from bot.discord_app.exchanges import Written
from bot.discord_app.failures import note_unsent
from bot.discord_app.replied_to import custom_ids
from bot.discord_app.shown import ShownMessage
from core.assistant.reply import Reply, Tone
from core.assistant.wording import say

MOST: Final = 5_000
"""Messages remembered: the one heard longest ago goes first."""
NEAR: Final = 50
"""Messages after one in which its card is looked for; it comes right after it."""


@dataclass(slots=True)
class Heard:
    """A message that was heard, and what came of it."""

    text: str | None
    """Its words as they were heard last; None where they are no longer meant for the bot."""
    exchange: Written
    is_told: bool = False
    """Whether its author was told that what was done stays as it was."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while it is answered."""


class HeardMessages:
    """The messages heard lately, by their ids."""

    def __init__(self) -> None:
        self._heard: OrderedDict[int, Heard] = OrderedDict()

    def note(self, message: discord.Message, text: str) -> Heard:
        """Remember a message that is about to be answered."""
        heard = Heard(text=text, exchange=Written(message))
        self._heard[message.id] = heard
        while len(self._heard) > MOST:
            self._heard.popitem(last=False)
        return heard

    def call_off(self, card: discord.Message | None) -> None:
        """Note that what a card asked of a message was refused, so that nothing was done."""
        reference = card.reference if card else None
        heard = self.get(reference.message_id or 0) if reference else None
        if heard is not None:
            heard.exchange.tone = Tone.ERROR

    async def recall(self, message: discord.Message, me: discord.ClientUser) -> Heard | None:
        """Return a message that was heard before the bot was started, by the card below it."""
        try:
            later = [each async for each in message.channel.history(after=message, limit=NEAR)]
        except (discord.HTTPException, OSError, TimeoutError) as error:
            note_unsent(error, message=message.id)
            return None
        for each in later:
            is_below = each.reference is not None and each.reference.message_id == message.id
            if each.author.id == me.id and is_below:
                heard = self._heard.get(message.id) or self.note(message, "")
                heard.exchange.shown = ShownMessage(each)
                return heard
        return None

    def get(self, message_id: int) -> Heard | None:
        """Return a message that was heard; None for any other."""
        return self._heard.get(message_id)


async def open_offer(exchange: Written) -> str | None:
    """Return the action that drops what a message's card offers; None where it offers nothing."""
    return next(iter(await _actions(exchange, "drop")), None)


async def kept_as_it_was(exchange: Written, locale: str) -> Reply:
    """Return what tells that a message was dealt with before it was changed."""
    lessons = await _actions(exchange, "edit")
    number = lessons[0].partition(":")[2] if lessons else ""
    line = (
        say("edited lesson", locale=locale, number=number)
        if number
        else say("edited send anew", locale=locale)
    )
    return Reply(title=say("edited late", locale=locale), lines=(line,), tone=Tone.INFO)


async def _actions(exchange: Written, verb: str) -> list[str]:
    card = await exchange.shown.now() if exchange.shown else None
    ids = filter(is_ours, custom_ids(card.components if card else ()))
    actions = [CustomId.parse(custom_id).action for custom_id in ids]
    return [action for action in actions if action.partition(":")[0] == verb]
