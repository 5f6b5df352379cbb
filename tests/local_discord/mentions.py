"""Who is pinged by a text, given what its author allows."""

import re
from dataclasses import dataclass

from tests.local_discord.basics import Json
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.state import Channel, Message, User

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_CODE = re.compile(r"```.*?```|``.*?``|`[^`]+`", re.DOTALL)
"""Where nobody is mentioned."""
_EVERYONE = re.compile(r"@(?:everyone|here)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinged:
    """The users and roles pinged, and whether everyone is."""

    users: list[User]
    roles: list[str]
    everyone: bool


def pinged_by(
    text: str,
    *,
    author: User,
    channel: Channel,
    users: dict[str, User],
    reply_to: Message | None = None,
    allowed: Json | None = None,
    pings_answers: bool = False,
) -> Pinged:
    """Return whom a message pings.

    ``allowed`` is ``allowed_mentions`` as sent; none means all. ``pings_answers`` says whether a
    reply pings the author of a message that came as the answer to an interaction.
    """
    text = _CODE.sub(" ", text)
    ids = [each for each in _USER.findall(text) if _is_allowed(allowed, "users", each)]
    can_ping = reply_to is not None and (pings_answers or reply_to.interaction is None)
    if reply_to is not None and can_ping and _pings_replied(allowed):
        ids.append(reply_to.author.id)
    roles = [each for each in _ROLE.findall(text) if _is_allowed(allowed, "roles", each)]
    may_all = bool(in_channel(channel, author.id) & Allow.MENTION_EVERYONE)
    known_roles = channel.guild.roles if channel.guild else {}
    return Pinged(
        users=[users[each] for each in dict.fromkeys(ids) if each in users],
        roles=[
            each
            for each in dict.fromkeys(roles)
            if each in known_roles and (may_all or known_roles[each].is_mentionable)
        ],
        everyone=may_all
        and bool(_EVERYONE.search(text))
        and _is_allowed(allowed, "everyone", "everyone"),
    )


def _is_allowed(allowed: Json | None, kind: str, snowflake: str) -> bool:
    if allowed is None:
        return True
    if kind in (allowed.get("parse") or []):
        return True
    return snowflake in [str(each) for each in allowed.get(kind) or []]


def _pings_replied(allowed: Json | None) -> bool:
    return allowed is None or bool(allowed.get("replied_user"))
