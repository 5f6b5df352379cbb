"""Help: what can be said, with examples that work as they stand."""

from typing import Final

from core.assistant.nearest import nearest, with_nearest
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.wording import say
from core.errors import NotFound

TOPICS = ("teach", "ask", "task", "examples", "model", "privacy", "import")
_ALIKE: Final = 70.0
"""Percent of the letters of a topic that a word must share to be it misspelt."""


async def show_help(ports: Ports, request: Request) -> Reply:  # noqa: ARG001 - a handler's shape
    """Return the first steps, or one topic.

    Raises:
        NotFound: one word that is like a topic, but none.
    """
    locale = request.sender.locale
    said = request.text.casefold().split()
    topic = (said or [""])[0].rstrip("s")
    topic = next((known for known in TOPICS if known.rstrip("s") == topic), topic)
    near = nearest(topic, TOPICS, alike=_ALIKE) if len(said) == 1 else None
    if near and topic not in TOPICS:
        sentence = say("no such topic", locale=locale, name=said[0][:40], names=", ".join(TOPICS))
        raise NotFound(with_nearest(sentence, topic, [near], locale=locale))
    if topic in TOPICS:
        title, *lines = say(f"help {topic}", locale=locale).splitlines()
        return Reply(title=title, lines=tuple(lines))
    title, *lines = say("help", locale=locale).splitlines()
    return Reply(title=title, lines=tuple(lines))
