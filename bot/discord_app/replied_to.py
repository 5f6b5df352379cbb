"""What a message replies to: an answer, an example or an offer, by the buttons of its card."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.discord_app.custom_ids import CustomId, is_ours
from core.assistant.answer_actions import answer_of
from core.assistant.assent import agrees
from core.assistant.incoming import CardKind, Message
from core.assistant.typed_lines import bare_command

_OF_EXAMPLES = frozenset(["undo", "edit", "confirm", "amend"])
"""Verbs of buttons whose first part is the number of an example."""
_AGREEING = {True: ("go", "amend", "confirm"), False: ("drop",)}
"""Verbs of buttons that a yes, or a no, presses: of an offer, or of a lesson that waits."""
_COMMANDS = {"right": True, "undo": False}
"""Commands that answer an offer where they reply to it, and whether they agree."""
_YES = (discord.ButtonStyle.success, discord.ButtonStyle.danger)
"""How the button looks that agrees to what is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliedTo:
    """What the card is about that a message replies to; nothing where it replies to none."""

    answer: int | None = None
    """The number of the bot's answer."""
    example: int | None = None
    """The number of the one example."""
    step: int | None = None
    """The one step that its button takes back."""
    card: CardKind | None = None
    """What it is, where it is about no one answer or example."""
    offer: int | None = None
    """The one offer that it makes."""
    home: str = ""
    """The server that the card speaks for, where it is shown elsewhere."""

    def told_of(self, heard: Message) -> Message:
        """Return what was heard with what it replies to."""
        return replace(
            heard,
            in_reply_to=self.answer,
            about_example=self.example,
            about_step=self.step,
            about_card=self.card,
            about_offer=self.offer,
        )


def replied_to(message: discord.Message, me: discord.ClientUser) -> RepliedTo:
    """Return what the bot's card is about that a message replies to, by the card's buttons."""
    card = _card_replied_to(message, me)
    if card is None:
        return RepliedTo()
    parsed = [CustomId.parse(each) for each in custom_ids(card.components) if is_ours(each)]
    parts = [(*each.action.split(":"), "") for each in parsed]
    numbers = (answer_of(each.action) for each in parsed)
    answer = next((number for number in numbers if number is not None), None)
    example = _only(number for verb, number, *_ in parts if verb in _OF_EXAMPLES)
    is_offer = any(each.is_offer for each in parsed)
    kind = CardKind.OFFER if is_offer else CardKind.OTHER
    return RepliedTo(
        answer=answer,
        example=example,
        step=_only(number for verb, number, *_ in parts if verb == "back"),
        card=kind if answer is None and example is None else None,
        offer=_only(number for verb, number, *_ in parts if verb in ("go", "drop")),
        home=next((each.home for each in parsed if each.home), ""),
    )


def _only(numbers: Iterable[str]) -> int | None:
    """Return the one number that several parts of actions say; None for none, or several."""
    found = {number for number in numbers if number.isdigit()}
    return int(found.pop()) if len(found) == 1 else None


def offer_answered(message: discord.Message, text: str, me: discord.ClientUser) -> str | None:
    """Return the action of the bot's question that a reply to it agrees to or refuses in words.

    A bare ``right`` agrees to it, and a bare ``undo`` refuses it.
    """
    card, is_yes = _card_replied_to(message, me), agrees(text)
    if is_yes is None:
        is_yes = _COMMANDS.get(bare_command(text))
    if is_yes is None or card is None:
        return None
    found = [
        action
        for each in _components_in(card.components)
        if is_ours(each.custom_id) and (getattr(each, "style", None) in _YES or not is_yes)
        if (action := CustomId.parse(each.custom_id).action).split(":")[0] in _AGREEING[is_yes]
    ]
    return found[0] if len(found) == 1 else None


def _card_replied_to(message: discord.Message, me: discord.ClientUser) -> discord.Message | None:
    """Return the bot's message that a message replies to, if any."""
    resolved = message.reference.resolved if message.reference else None
    is_card = isinstance(resolved, discord.Message) and resolved.author.id == me.id
    return resolved if is_card and isinstance(resolved, discord.Message) else None


def custom_ids(components: object) -> list[str]:
    """Return every custom id in a message's components, however deep."""
    return [each.custom_id for each in _components_in(components)]


def _components_in(components: object) -> list[Any]:
    """Return every component with a custom id, however deep."""
    found: list[Any] = []
    if isinstance(components, list | tuple):
        for component in components:
            found += [component] if getattr(component, "custom_id", None) else []
            found += _components_in(getattr(component, "children", ()))
    return found
