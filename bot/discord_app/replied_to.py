"""What a message replies to: an answer, an example or an offer, by the buttons of its card."""

from typing import Any

import discord

from bot.discord_app.custom_ids import CustomId, is_ours
from core.assistant.assent import agrees

_OF_ANSWERS = frozenset(
    [
        *("right", "correct", "outcome", "why", "none", "reread", "another", "rate", "came"),
        *("lapse", "report", "decide", "settle", "more", "vote", "other"),
    ]
)
"""Verbs of buttons whose first part is the number of an answer."""
_OF_EXAMPLES = frozenset(["undo", "edit", "confirm", "amend"])
"""Verbs of buttons whose first part is the number of an example."""
_YES = (discord.ButtonStyle.success, discord.ButtonStyle.danger)
"""How the button looks that agrees to what is offered."""


def answer_replied_to(message: discord.Message, me: discord.ClientUser) -> tuple[int | None, str]:
    """Return the number of the bot's answer that a message replies to, by the answer's buttons.

    With it comes the server that the card speaks for, where it is shown elsewhere.
    """
    card, home = _card_replied_to(message, me), ""
    for custom_id in filter(is_ours, custom_ids(card.components if card else ())):
        parsed = CustomId.parse(custom_id)
        home = parsed.home or home
        verb, number, *_ = *parsed.action.split(":"), ""
        if verb in _OF_ANSWERS and number.isdigit():
            return int(number), parsed.home
    return None, home


def example_replied_to(message: discord.Message, me: discord.ClientUser) -> int | None:
    """Return the number of the one example that a message replies to, by its card's buttons."""
    card = _card_replied_to(message, me)
    ids = custom_ids(card.components if card else ())
    actions = [CustomId.parse(each).action for each in ids if is_ours(each)]
    parts = [action.split(":") for action in actions]
    numbers = {
        number
        for verb, number, *_ in (part for part in parts if len(part) > 1)
        if verb in _OF_EXAMPLES
    }
    return int(numbers.pop()) if len(numbers) == 1 else None


def offer_answered(message: discord.Message, text: str, me: discord.ClientUser) -> str | None:
    """Return the action of the bot's offer that a reply to it agrees to or refuses in words."""
    card, is_yes = _card_replied_to(message, me), agrees(text)
    if is_yes is None or card is None:
        return None
    verb = "go" if is_yes else "drop"
    found = [
        action
        for each in _components_in(card.components)
        if is_ours(each.custom_id) and (getattr(each, "style", None) in _YES or not is_yes)
        if (action := CustomId.parse(each.custom_id).action).startswith(f"{verb}:")
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
