"""The first answer to an interaction: within three seconds, and only one."""

from datetime import timedelta

from tests.local_discord.basics import Json
from tests.local_discord.components import EPHEMERAL, LOADING
from tests.local_discord.errors import DiscordError, InvalidForm, already_acknowledged, unknown
from tests.local_discord.message_payloads import callback_json
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.posting import Draft, add, edit, post
from tests.local_discord.rest.call import Call, Routes
from tests.local_discord.rules.commands import check_choices
from tests.local_discord.rules.modals import check_modal
from tests.local_discord.state import Interaction, Message, Modal
from tests.local_discord.world import World

routes = Routes()
ANSWER_WITHIN = timedelta(seconds=3)
PONG, MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, FORM = 1, 4, 5, 6, 7, 8, 9
COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5


@routes.on("POST", "/interactions/{interaction_id}/{interaction_token}/callback", needs_token=False)
async def respond(call: Call) -> Json | None:
    interaction = _open(call)
    kind, data = call.json.get("type"), call.json.get("data") or {}
    if interaction.callback is not None:
        raise already_acknowledged()
    _check_kind(interaction, kind)
    check_place(call.world, interaction)
    _apply(call, interaction, int(call.json["type"]), data)
    interaction.callback = kind
    call.world.changes.tell()
    if call.flag("with_response"):
        return callback_json(interaction, int(call.json["type"]), call.world.bot)
    return None


def _open(call: Call) -> Interaction:
    interaction = call.world.interactions.get(call.params["interaction_token"])
    if interaction is None or interaction.id != call.params["interaction_id"]:
        raise unknown("interaction")
    expire(call.world)
    if interaction.is_expired:
        raise unknown("interaction")
    return interaction


def expire(world: World) -> None:
    """Let those who wait too long for a first answer read that the bot did not respond."""
    for interaction in world.interactions.values():
        late = world.clock.now - interaction.created_at > ANSWER_WITHIN
        if interaction.callback is None and late:
            interaction.is_expired = True
    world.changes.tell()


def _check_kind(interaction: Interaction, kind: object) -> None:
    """Check that an answer of a kind fits the interaction.

    Raises:
        InvalidForm: it does not.
    """
    on_message = interaction.source is not None
    fits = {
        COMMAND: (MESSAGE, DEFER, FORM),
        COMPONENT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE, FORM),
        AUTOCOMPLETE: (CHOICES,),
        SUBMIT: (MESSAGE, DEFER, DEFER_UPDATE, *((UPDATE,) if on_message else ())),
    }[interaction.kind]
    if kind not in fits:
        message = f"Interaction type {interaction.kind} takes one of {fits}, not {kind}."
        raise InvalidForm(("type",), "INTERACTION_CALLBACK_TYPE_INVALID", message)


def _apply(call: Call, interaction: Interaction, kind: int, data: Json) -> None:
    draft = Draft(body=data, uploads=call.uploads, path=("data",))
    if kind == MESSAGE:
        interaction.original = respond_with(call.world, interaction, draft)
        interaction.outcomes.append(interaction.original)
    elif kind == DEFER:
        interaction.is_loading = True
        is_asked = bool((data.get("flags") or 0) & EPHEMERAL)
        interaction.is_ephemeral = is_asked or _is_hushed(interaction)
        interaction.original = _placeholder(call.world, interaction)
    elif kind == DEFER_UPDATE:
        interaction.original = interaction.source
    elif kind == UPDATE:
        if interaction.source is None:
            raise DiscordError(400, 50035, "There is no message to update.")
        if interaction.source.is_deleted:
            raise unknown("Message")
        interaction.original = edit(call.world, interaction.source, draft)
        interaction.outcomes.append(interaction.original)
    elif kind == CHOICES:
        check_choices(data.get("choices") or [], ("data", "choices"))
        interaction.choices = data.get("choices") or []
    else:
        check_modal(data)
        interaction.modal = Modal(
            custom_id=data["custom_id"],
            title=data["title"],
            components=data["components"],
            interaction=interaction,
        )


def check_place(world: World, interaction: Interaction) -> None:
    """Check that there is still a channel to answer in.

    Raises:
        DiscordError: it was deleted (10003).
    """
    if interaction.channel.id not in world.channels:
        raise unknown("Channel")


def respond_with(world: World, interaction: Interaction, draft: Draft) -> Message:
    """Post a message as the answer to an interaction, to all or to its user alone."""
    is_ephemeral = bool((draft.body.get("flags") or 0) & EPHEMERAL) or _is_hushed(interaction)
    source = interaction.source
    return post(
        world,
        interaction.channel,
        world.bot,
        draft,
        reply_to=source if source is not None and not source.is_ephemeral else None,
        interaction=interaction,
        visible_to=interaction.user if is_ephemeral else None,
    )


def _is_hushed(interaction: Interaction) -> bool:
    """Say whether all answers are ephemeral: of an app brought along, where that is not wanted."""
    is_only_of_user = "0" not in interaction.owners
    if interaction.guild is None or not is_only_of_user:
        return False
    return not in_channel(interaction.channel, interaction.user.id) & Allow.USE_EXTERNAL_APPS


def _placeholder(world: World, interaction: Interaction) -> Message:
    flags = LOADING | (EPHEMERAL if interaction.is_ephemeral else 0)
    message = Message(
        id=world.snowflakes.next(),
        channel=interaction.channel,
        author=world.bot,
        content="",
        created_at=world.clock.now,
        kind=20 if interaction.kind == COMMAND else 0,
        flags=flags,
        interaction=interaction,
        visible_to=interaction.user if interaction.is_ephemeral else None,
    )
    return add(world, message)
