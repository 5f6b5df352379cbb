"""What follows the first answer, for fifteen minutes: edits of it, and further messages."""

from datetime import timedelta

from tests.local_discord.basics import Json
from tests.local_discord.errors import DiscordError, token_expired, unknown
from tests.local_discord.message_payloads import message_json
from tests.local_discord.posting import Draft, delete, edit
from tests.local_discord.rest.call import Call, Routes
from tests.local_discord.rest.callbacks import check_place, respond_with
from tests.local_discord.state import Interaction, Message

routes = Routes()
MOST_FOLLOW_UPS = 5
"""To one interaction of an app that only its user has installed."""
TOKEN_LASTS = timedelta(minutes=15)
_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = _HOOK + "/messages/@original"
_MESSAGE = _HOOK + "/messages/{message_id}"


@routes.on("POST", _HOOK, needs_token=False)
async def follow_up(call: Call) -> Json:
    interaction = _live(call)
    check_place(call.world, interaction)
    _check_number(interaction)
    draft = Draft(body=call.json, uploads=call.uploads)
    if interaction.is_loading and interaction.original is not None:
        message = _settle(call, interaction, interaction.original, draft)
    else:
        message = respond_with(call.world, interaction, draft)
        interaction.outcomes.append(message)
        call.world.changes.tell()
    return message_json(message, reader_id=call.world.bot.id)


@routes.on("GET", _ORIGINAL, needs_token=False)
@routes.on("GET", _MESSAGE, needs_token=False)
async def fetch(call: Call) -> Json:
    return message_json(_addressed(call, _live(call)), reader_id=call.world.bot.id)


@routes.on("PATCH", _ORIGINAL, needs_token=False)
@routes.on("PATCH", _MESSAGE, needs_token=False)
async def change(call: Call) -> Json:
    interaction = _live(call)
    message = _addressed(call, interaction)
    draft = Draft(body=call.json, uploads=call.uploads)
    changed = _settle(call, interaction, message, draft)
    return message_json(changed, reader_id=call.world.bot.id)


@routes.on("DELETE", _ORIGINAL, needs_token=False)
@routes.on("DELETE", _MESSAGE, needs_token=False)
async def remove(call: Call) -> None:
    interaction = _live(call)
    message = _addressed(call, interaction)
    interaction.is_loading = interaction.is_loading and message is not interaction.original
    delete(call.world, message)


def _check_number(interaction: Interaction) -> None:
    """Check that a bot that is there by its user's leave alone does not say too much.

    Raises:
        DiscordError: it has sent as many follow-ups as it may (40094).
    """
    sent = [each for each in interaction.outcomes if each is not interaction.original]
    if "0" not in interaction.owners and len(sent) >= MOST_FOLLOW_UPS:
        message = "This interaction has reached the maximum number of follow up messages"
        raise DiscordError(400, 40094, message)


def _live(call: Call) -> Interaction:
    """Return the interaction of a token.

    Raises:
        DiscordError: the token is of none (10015), older than 15 minutes (50027), or the
            interaction has not been answered yet (10015).
    """
    interaction = call.world.interactions.get(call.params["webhook_token"])
    if interaction is None or call.params["webhook_id"] != call.world.bot.id:
        raise unknown("Webhook")
    if call.world.clock.now - interaction.created_at > TOKEN_LASTS:
        raise token_expired()
    if interaction.callback is None:
        raise unknown("Webhook")
    return interaction


def _addressed(call: Call, interaction: Interaction) -> Message:
    message_id = call.params.get("message_id", "@original")
    if message_id == "@original":
        message = interaction.original
    else:
        message = interaction.channel.messages.get(message_id)
    if message is None or message.is_deleted or not _is_of(message, interaction):
        raise unknown("Message")
    return message


def _is_of(message: Message, interaction: Interaction) -> bool:
    return message is interaction.original or message.interaction is interaction


def _settle(call: Call, interaction: Interaction, message: Message, draft: Draft) -> Message:
    """Edit a message; the first edit of what was deferred is the answer."""
    changed = edit(call.world, message, draft)
    is_first = message is interaction.original and message not in interaction.outcomes
    if is_first:
        interaction.is_loading = False
        interaction.outcomes.append(message)
    call.world.changes.tell()
    return changed
