"""Exchanges: how a reply reaches its member, whatever became of the way they asked by."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import discord

from bot.discord_app.custom_ids import CustomId, Mark
from bot.discord_app.failures import ALREADY_ACKNOWLEDGED, EXPIRED, note_unsent
from bot.discord_app.modals import modal_of
from bot.discord_app.rendering import Card, Home, render
from bot.discord_app.retries import patiently
from bot.discord_app.shown import (
    Shown,
    ShownByToken,
    ShownMessage,
    at,
    changed,
    home_of,
    new,
    send_to,
)
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.wording import say


class Exchange(Protocol):
    """One question of a member, to be answered once."""

    async def ask_for_patience(self) -> None:
        """Let the member see that the answer takes a moment."""
        ...

    async def open_form(self, form: Choice) -> bool:
        """Open a form; return whether it could be."""
        ...

    async def show(self, reply: Reply, card: Card) -> Shown | None:
        """Show the reply; None where there was no way."""
        ...


@dataclass(slots=True)
class Asked:
    """A command, a press or a form."""

    interaction: discord.Interaction
    turns: bool = False
    """The reply takes the place of the card that was pressed."""
    home: str = ""
    """The server that the card spoke for."""
    is_offer: bool = False
    """The card was an offer to one member, who goes on with it."""
    _waits_hidden: bool = True

    @property
    def _response(self) -> Any:  # noqa: ANN401 - generic in the client, which does not matter here
        return self.interaction.response

    @property
    def _origin(self) -> Home | None:
        """Return the server that the reply speaks for, needed where it is shown elsewhere."""
        if self.home:
            return home_of(self.interaction.client, self.home)
        guild_id = self.interaction.guild_id
        if guild_id is None or not self.interaction.is_guild_integration():
            return None
        return home_of(self.interaction.client, str(guild_id))

    def _is_hidden(self, reply: Reply) -> bool:
        """Return whether only the member sees it; what is between two needs no hiding."""
        return reply.is_private and not isinstance(self.interaction.channel, discord.DMChannel)

    async def ask_for_patience(self) -> None:
        """Acknowledge within Discord's three seconds."""
        response, self._waits_hidden = self._response, self._is_hidden(Reply(title=""))
        if self.turns:
            await _acknowledged(response.defer())
        else:
            await _acknowledged(response.defer(ephemeral=self._waits_hidden, thinking=True))

    async def open_form(self, form: Choice) -> bool:
        """Open a form; only a command or a press can, and only as its first answer."""
        is_form = self.interaction.type is discord.InteractionType.modal_submit
        if is_form or self._response.is_done():
            return False
        mark = Mark.TURN if self.turns else Mark.KEEP
        modal = modal_of(form, CustomId(mark=mark, action=form.action, home=self.home))
        await _acknowledged(self._response.send_modal(modal))
        return True

    async def show(self, reply: Reply, card: Card) -> Shown | None:
        """Show the reply by the interaction, or where its time has run out by a message."""
        card = at(card, self._shown_for)
        try:
            return await self._show(reply, card)
        except discord.HTTPException as error:
            if error.code == ALREADY_ACKNOWLEDGED:
                return None
            if error.code not in EXPIRED:
                note_unsent(error, interaction=self.interaction.id)
            return await self._show_elsewhere(reply, card)

    async def _show(self, reply: Reply, card: Card) -> Shown:
        interaction, hidden = self.interaction, self._is_hidden(reply)
        if reply.is_personal and self.turns and not self._is_on_hidden and interaction.guild:
            return await self._show_personally(card)
        takes_place = self.turns and not self._is_beside(reply)
        comes_out = takes_place and not hidden and self._is_on_hidden
        if takes_place and not comes_out:
            await patiently(lambda: self._turn(card))
            return self._shown_by_token()
        if comes_out and not self._response.is_done():
            await patiently(self._response.defer)
        if not self._response.is_done():
            await patiently(lambda: self._response.send_message(**new(card), ephemeral=hidden))
            return self._shown_by_token()
        if not self.turns and hidden == self._waits_hidden:
            await patiently(lambda: interaction.edit_original_response(**changed(card)))
            return self._shown_by_token()
        if comes_out or not self.turns:
            await patiently(interaction.delete_original_response)
        send = interaction.followup.send
        message = await patiently(lambda: send(**new(card), ephemeral=hidden, wait=True))
        return ShownMessage(message, self._shown_for)

    async def _show_personally(self, card: Card) -> Shown:
        """Show the reply beside a card that all see, which only says that it was shown."""
        locale, name = str(self.interaction.locale), self.interaction.user.display_name
        told = Reply(title=say("told beside", locale=locale, name=name))
        await patiently(lambda: self._turn(render(told, locale=locale)))
        send = self.interaction.followup.send
        message = await patiently(lambda: send(**new(card), ephemeral=True, wait=True))
        return ShownMessage(message, self._shown_for)

    @property
    def _shown_for(self) -> Home | None:
        """Return the server that the reply speaks for where it is shown elsewhere already."""
        return Home(id=self.home) if self.home else None

    def _shown_by_token(self) -> ShownByToken:
        return ShownByToken(self.interaction, self._shown_for, self._origin)

    @property
    def _is_on_hidden(self) -> bool:
        """Return whether the card that was pressed is one that only the member sees."""
        card = self.interaction.message
        return card is not None and card.flags.ephemeral

    def _is_beside(self, reply: Reply) -> bool:
        """Return whether the card stays: nothing was done, or it waits for others too."""
        card = self.interaction.message
        is_everyones = card is not None and not card.flags.ephemeral and not self.is_offer
        asks_one = reply.tone is Tone.ASK and self._is_hidden(reply)
        return reply.tone is Tone.ERROR or (is_everyones and asks_one)

    async def _turn(self, card: Card) -> None:
        if self._response.is_done():
            await self.interaction.edit_original_response(**changed(card))
        else:
            await self._response.edit_message(**changed(card))

    async def _show_elsewhere(self, reply: Reply, card: Card) -> Shown | None:
        channel = self.interaction.channel
        shown = None
        if not reply.is_private and isinstance(channel, discord.abc.Messageable):
            shown = await send_to(channel, card)
        return shown or await send_to(self.interaction.user, card, home=self._origin)


@dataclass(slots=True)
class Written:
    """A message that was written to the bot."""

    message: discord.Message
    home: str = ""
    """The server that the reply speaks for, where that is elsewhere."""
    part: str = ""
    """Tells a further reply to the message from the first, which is sent once only."""
    in_place_of: ShownMessage | None = None
    """The card whose place the reply takes."""
    shown: ShownMessage | None = None
    """The card that the reply was shown as."""
    tone: Tone | None = None
    """How the reply was meant."""

    async def ask_for_patience(self) -> None:
        """Show that the bot is typing."""
        try:
            await self.message.channel.typing()
        except discord.HTTPException as error:
            note_unsent(error, message=self.message.id)

    async def open_form(self, form: Choice) -> bool:  # noqa: ARG002 - a message opens none
        """Return False: a message cannot open a form."""
        return False

    async def show(self, reply: Reply, card: Card) -> Shown | None:
        """Reply below the message, or tell its author directly where the bot may not.

        What is personal is told directly, and below the message only that it was.
        """
        self.tone = reply.tone
        if reply.is_personal and self.message.guild is not None:
            self.shown = await self._show_directly(card, self.message.guild)
        elif self.in_place_of is not None:
            await self.in_place_of.change(card)
            self.shown = self.in_place_of
        else:
            self.shown = await self._show_below(card)
        return self.shown

    async def _show_below(self, card: Card) -> ShownMessage | None:
        reference = self.message.to_reference(fail_if_not_exists=False)
        home, nonce = Home(id=self.home) if self.home else None, f"{self.message.id}{self.part}"
        send = partial(send_to, self.message.channel, card, home=home, nonce=nonce)
        shown = await send(reference=reference) or await send()  # it may not be allowed to reply
        guild = self.message.guild
        if shown is None and guild is not None:
            home = Home(id=str(guild.id), name=guild.name)
            return await send_to(self.message.author, card, home=home)
        return shown

    async def _show_directly(self, card: Card, guild: discord.Guild) -> ShownMessage | None:
        home = Home(id=str(guild.id), name=guild.name)
        shown = await send_to(self.message.author, card, home=home)
        locale = str(guild.preferred_locale)
        told = say("told directly" if shown else "cannot tell directly", locale=locale)
        below = render(Reply(title=told), locale=locale)
        reference = self.message.to_reference(fail_if_not_exists=False)
        await send_to(self.message.channel, below, reference=reference)
        return shown


async def _acknowledged(call: Any) -> None:  # noqa: ANN401 - any response
    """Await an acknowledgement; one that is too late or doubled changes nothing."""
    try:
        await call
    except discord.HTTPException as error:
        if error.code not in (*EXPIRED, ALREADY_ACKNOWLEDGED):
            raise
        note_unsent(error)
