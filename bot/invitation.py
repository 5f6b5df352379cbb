"""The link by which an administrator lets the bot into a server, and the greeting that tells it."""

from collections.abc import Mapping
from typing import Final

NEEDED: Final[Mapping[str, int]] = {
    "View Channel": 1 << 10,
    "Send Messages": 1 << 11,
    "Embed Links": 1 << 14,
    "Attach Files": 1 << 15,
    "Read Message History": 1 << 16,  # Discord lets nobody reply without it
}
"""All that the bot asks for in a server: permissions as Discord calls them, and their bits."""

_GREETING = """\
{name} is on Discord, in {servers}. Ctrl-C ends it.

  To invite it to a server that you manage, open
  {link}

  Then type /setup in that server.
"""


def invite_link(application: int | str) -> str:
    """Return the link that invites the bot of an application, asking for no more than it needs."""
    return (
        f"https://discord.com/oauth2/authorize?client_id={application}"
        f"&scope=bot+applications.commands&permissions={sum(NEEDED.values())}"
    )


def permission_names() -> str:
    """Return the names of all that the bot asks for, as a sentence has them."""
    *others, last = NEEDED
    return f"{', '.join(others)} and {last}"


def greeting(name: str, application: int, servers: int) -> str:
    """Return what to tell whoever runs the bot once it is connected."""
    counted = {0: "no server yet", 1: "one server"}.get(servers, f"{servers:,} servers")
    return _GREETING.format(name=name, servers=counted, link=invite_link(application))
