"""The link by which an administrator lets the bot into a server, and the greeting that tells it."""

VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES = 1 << 10, 1 << 11, 1 << 14, 1 << 15
PERMISSIONS = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES
"""All that the bot asks for in a server."""

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
        f"&scope=bot+applications.commands&permissions={PERMISSIONS}"
    )


def greeting(name: str, application: int, servers: int) -> str:
    """Return what to tell whoever runs the bot once it is connected."""
    counted = {0: "no server yet", 1: "one server"}.get(servers, f"{servers:,} servers")
    return _GREETING.format(name=name, servers=counted, link=invite_link(application))
