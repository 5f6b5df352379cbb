"""Buttons, selects and submitted forms: understood from their custom ids alone."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import ui

from bot.discord_app import modals
from bot.discord_app.custom_ids import OTHER, PATTERN, CustomId, Mark, is_ours
from bot.discord_app.exchanges import Asked
from bot.discord_app.incoming import is_of_another, read_file, sender_at, sender_of
from core.assistant.incoming import Press
from core.assistant.reply import Reply, Tone
from core.assistant.wording import say
from core.errors import NotAllowed

if TYPE_CHECKING:
    from bot.discord_app.client import ApprenticeClient


class Pressed(ui.DynamicItem[ui.Item[Any]], template=PATTERN):
    """Any button or select that the bot has ever shown."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str]
    ) -> "Pressed":
        """Return what was pressed; its custom id says all there is to know."""
        del interaction, match
        return cls(item)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Answer the press."""
        custom_id = CustomId.parse(self.custom_id)
        picked = self.item.values if isinstance(self.item, ui.Select) else []
        if picked and picked[0] != OTHER:
            await press(interaction, custom_id, {custom_id.name: picked[0]})
        elif custom_id.mark in (Mark.FORM, Mark.PICK):
            await open_form(interaction, custom_id)
        else:
            await press(interaction, custom_id)


async def submit(interaction: discord.Interaction) -> None:
    """Answer a submitted form."""
    data = cast("Mapping[str, Any]", interaction.data)
    if is_ours(data["custom_id"]):
        await press(
            interaction,
            CustomId.parse(data["custom_id"]),
            modals.filled(data),
            file=_uploaded(interaction, data),
        )


async def press(
    interaction: discord.Interaction,
    custom_id: CustomId,
    said: Mapping[str, str] | None = None,
    *,
    file: discord.Attachment | None = None,
) -> None:
    """Answer a press with what was filled in."""
    front = _client(interaction).front
    if not front.is_new(interaction.id):
        return
    locale = str(interaction.locale)
    front.locales.note(interaction.user.id, locale)

    async def reply() -> Reply:
        pressed = await _press(interaction, custom_id, said or {})
        if file is not None:
            pressed = replace(pressed, attachment=await read_file(file, locale))
        answered = await front.assistant.handle(pressed)
        if custom_id.is_refusal and answered.tone is not Tone.ERROR:
            _client(interaction).heard_messages.call_off(interaction.message)
        return answered

    exchange = Asked(
        interaction,
        turns=custom_id.turns,
        home=custom_id.home,
        is_offer=custom_id.is_offer,
    )
    limit = interaction.filesize_limit
    await front.answer(exchange, reply(), locale=locale, limit=limit)


async def open_form(
    interaction: discord.Interaction, custom_id: CustomId, said: Mapping[str, str] | None = None
) -> None:
    """Open the form that a choice asks for, made anew from what is stored."""
    front = _client(interaction).front
    if not front.is_new(interaction.id):
        return

    async def reply() -> Reply:
        found = await front.assistant.form(await _press(interaction, custom_id, said or {}))
        if isinstance(found, Reply):
            return found
        return Reply(title=found.label, choices=(found,), form=found)

    locale = str(interaction.locale)
    front.locales.note(interaction.user.id, locale)
    exchange = Asked(interaction, turns=custom_id.turns, home=custom_id.home)
    await front.answer(exchange, reply(), locale=locale)


async def _press(
    interaction: discord.Interaction, custom_id: CustomId, said: Mapping[str, str]
) -> Press:
    sender = sender_of(interaction)
    if is_of_another(interaction):
        raise NotAllowed(say("not your card", locale=sender.locale))
    if home := custom_id.home:
        sender = await sender_at(home, interaction.client, interaction.user, sender.locale)
    message = interaction.message
    card = str(message.id) if message and not message.flags.ephemeral else None
    if card and interaction.guild_id and custom_id.turns:  # the reply stands where all see the card
        sender = replace(sender, is_overheard=True)
    return Press(
        sender=sender,
        card=card,
        action=custom_id.action,
        filled=said,
        delivery=f"discord:{interaction.id}",
    )


def _uploaded(
    interaction: discord.Interaction, data: Mapping[str, Any]
) -> discord.Attachment | None:
    file_id = modals.uploaded(data)
    raw = data.get("resolved", {}).get("attachments", {}).get(file_id)
    return discord.Attachment(data=raw, state=interaction._state) if raw else None  # noqa: SLF001


def _client(interaction: discord.Interaction) -> "ApprenticeClient":
    return cast("ApprenticeClient", interaction.client)
