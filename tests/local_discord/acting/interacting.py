"""Interactions begin: the member does something, and the bot is told over the gateway."""

import asyncio
import secrets

from tests.local_discord.acting.exchange import Exchange
from tests.local_discord.basics import Json
from tests.local_discord.errors import Refused
from tests.local_discord.message_payloads import interaction_json
from tests.local_discord.rest.callbacks import ANSWER_WITHIN, expire
from tests.local_discord.state import Channel, Interaction, Message, User
from tests.local_discord.world import Event, World

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
GUILD, BOT_DIRECT, PRIVATE = 0, 1, 2


def context_of(world: World, channel: Channel) -> int:
    """Return in what sort of place an interaction happens."""
    if channel.guild is not None:
        return GUILD
    return BOT_DIRECT if world.bot in channel.recipients else PRIVATE


def begin(
    world: World,
    kind: int,
    *,
    user: User,
    channel: Channel,
    data: Json,
    source: Message | None = None,
    origin: Interaction | None = None,
) -> Exchange:
    """Start an interaction and tell the bot."""
    interaction = Interaction(
        id=world.snowflakes.next(),
        token=secrets.token_urlsafe(32),
        kind=kind,
        user=user,
        channel=channel,
        created_at=world.clock.now,
        data=data,
        owners=_owners(world, user, channel, origin or (source.interaction if source else None)),
        context=context_of(world, channel),
        source=source,
        origin=origin,
    )
    world.interactions[interaction.token] = interaction
    told = interaction_json(interaction, world.bot, size_limit=world.application.file_size_limit)
    if world.clock.speed:
        wait_s = (ANSWER_WITHIN.total_seconds() + 0.1) / world.clock.speed
        asyncio.get_running_loop().call_later(wait_s, expire, world)
    world.emit(Event(name="INTERACTION_CREATE", data=told, guild=channel.guild, channel=channel))
    return Exchange(world, interaction)


def _owners(world: World, user: User, channel: Channel, earlier: Interaction | None) -> Json:
    """Return by whose leave the bot is there; what follows on an interaction keeps that one's."""
    return owners_of(world, user, channel) if earlier is None else earlier.owners


def owners_of(world: World, user: User, channel: Channel) -> dict[str, str]:
    """Return by whose leave the bot is there: the server's (0) and the user's (1).

    Raises:
        Refused: by nobody's.
    """
    owners: dict[str, str] = {}
    if world.bot in channel.recipients:
        owners["0"] = "0"
    elif channel.guild is not None and channel.guild.has_bot:
        owners["0"] = channel.guild.id
    if user.has_installed:
        owners["1"] = user.id
    if not owners:
        raise Refused(f"{user.name} has not installed the bot, nor has this server.")
    return owners
