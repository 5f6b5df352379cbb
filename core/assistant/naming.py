"""Naming: channels and roles that a request's options name, looked up in the sender's community."""

from core.assistant.request import Request, Unsure
from core.assistant.surroundings import Channel, Role
from core.assistant.wording import say
from core.errors import NotAllowed

EVERYONE = frozenset({"everyone", "所有人"})


def named_channel(request: Request, option: str) -> Channel:
    """Return the channel that an option names.

    Raises:
        Unsure: this community has none of that name.
        NotAllowed: the sender or the bot may not write in it.
    """
    sender, said = request.sender, request.option(option)
    found = sender.surroundings.channel(said)
    if found is None:
        raise Unsure(_unknown(request, said, "no such channel"))
    if not found.is_open:
        raise NotAllowed(say("channel closed", locale=sender.locale, place=found.name))
    if not found.can_post:
        raise NotAllowed(say("channel closed to me", locale=sender.locale, place=found.name))
    return found


def named_role(request: Request, option: str) -> Role | None:
    """Return the role that an option names; None for everyone.

    Raises:
        Unsure: this community has none of that name.
    """
    said = request.option(option)
    if said.casefold().lstrip("@") in EVERYONE:
        return None
    found = request.sender.surroundings.role(said)
    if found is None:
        raise Unsure(_unknown(request, said, "no such role"))
    return found


def _unknown(request: Request, said: str, key: str) -> str:
    sender = request.sender
    if not sender.surroundings.has_places:
        return say("no places here", locale=sender.locale)
    return say(key, locale=sender.locale, said=said[:60])
