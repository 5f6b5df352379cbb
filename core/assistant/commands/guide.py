"""Help: what can be said, with examples that work as they stand."""

from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.wording import say

TOPICS = ("teach", "ask", "task", "examples", "model", "privacy", "import")


async def show_help(ports: Ports, request: Request) -> Reply:  # noqa: ARG001 - a handler's shape
    """Return the first steps, or one topic."""
    locale = request.sender.locale
    topic = (request.text.casefold().split() or [""])[0].rstrip("s")
    topic = next((known for known in TOPICS if known.rstrip("s") == topic), topic)
    if topic in TOPICS:
        title, *lines = say(f"help {topic}", locale=locale).splitlines()
        return Reply(title=title, lines=tuple(lines))
    title, *lines = say("help", locale=locale).splitlines()
    return Reply(title=title, lines=tuple(lines))
