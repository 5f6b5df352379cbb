"""What the bot has shown: cards that stand somewhere, and can be changed or shown anew."""

from dataclasses import dataclass
from typing import Any, Protocol

import discord

from bot.discord_app.failures import EXPIRED, note_unsent
from bot.discord_app.rendering import Card, Home
from bot.discord_app.retries import patiently

NO_MENTIONS = discord.AllowedMentions.none()


class Shown(Protocol):
    """A reply that stands somewhere and can be changed."""

    async def change(self, card: Card) -> None:
        """Show another card in its place."""
        ...


@dataclass(slots=True)
class ShownByToken:
    """The answer to an interaction: it can be changed for fifteen minutes."""

    interaction: discord.Interaction
    home: Home | None
    """The server that it speaks for, where it is shown elsewhere."""
    origin: Home | None
    """The server that it speaks for, wherever it is shown."""
    _successor: "ShownMessage | None" = None
    """The direct message that goes on with it once its time has run out."""

    async def change(self, card: Card) -> None:
        """Change it; where its time has run out, go on in one direct message to the member."""
        if self._successor is not None:
            await self._successor.change(card)
            return
        edit, here = self.interaction.edit_original_response, at(card, self.home)
        try:
            await patiently(lambda: edit(**changed(here)))
        except discord.HTTPException as error:
            if error.code not in EXPIRED:
                raise
            self._successor = await send_to(self.interaction.user, card, home=self.origin)


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """An ordinary message of the bot."""

    message: discord.Message
    home: Home | None = None
    """The server that it speaks for, where it is shown elsewhere."""

    async def change(self, card: Card) -> None:
        """Change it."""
        here = at(card, self.home)
        await patiently(lambda: self.message.edit(**changed(here)))

    async def now(self) -> discord.Message | None:
        """Return it as it stands now; None where it is gone or may not be read."""
        message = self.message
        try:
            return await patiently(lambda: message.channel.fetch_message(message.id))
        except (discord.HTTPException, OSError, TimeoutError) as error:
            note_unsent(error, message=message.id)
            return None


async def send_to(
    place: discord.abc.Messageable, card: Card, *, home: Home | None = None, **more: object
) -> ShownMessage | None:
    """Send a card to a channel or a person; None, and a line in the log, where that fails.

    Args:
        place: where it is shown.
        card: what is shown.
        home: the server that it speaks for, where that is elsewhere.
        more: what else Discord is to know of it.
    """
    send: Any = place.send
    here = at(card, home)
    try:
        return ShownMessage(await patiently(lambda: send(**new(here), **more)), home)
    except (discord.HTTPException, OSError, TimeoutError) as error:
        note_unsent(error, place=getattr(place, "id", None))
        return None


async def replace_in(place: discord.abc.Messageable, message_id: str, card: Card) -> None:
    """Show a card in place of a message of the bot; where that fails, a line is in the log."""
    channel: Any = place
    message = channel.get_partial_message(int(message_id))
    try:
        await patiently(lambda: message.edit(**changed(card)))
    except (discord.HTTPException, OSError, TimeoutError) as error:
        note_unsent(error, message=message_id)


def home_of(client: discord.Client, server: str) -> Home:
    """Return a server as a card's home, with its name where this process knows it."""
    guild = client.get_guild(int(server))
    return Home(id=server, name=guild.name if guild else "")


def at(card: Card, home: Home | None) -> Card:
    """Return a card as it is shown for a server elsewhere, or as it is."""
    return card if home is None else card.of_server(home)


def new(card: Card) -> dict[str, Any]:
    """Return what sends a card."""
    return {"view": card.view, "files": card.uploads(), "allowed_mentions": NO_MENTIONS}


def changed(card: Card) -> dict[str, Any]:
    """Return what shows a card in place of another."""
    return {"view": card.view, "attachments": card.uploads(), "allowed_mentions": NO_MENTIONS}
