"""Files that came with words that are about no file: it is said that they were not read."""

from dataclasses import replace
from typing import Final

from core.assistant.heard_requests import spoken_request
from core.assistant.incoming import Incoming, Press
from core.assistant.reply import Reply
from core.assistant.show import clip
from core.assistant.wording import say

_READING: Final = frozenset({"file", "task import", "batch"})
"""Requests that read the file that came along."""
_SHOWN: Final = 100
"""Characters of files' names that a note has."""


def with_unread_files(reply: Reply, incoming: Incoming) -> Reply:
    """Return the reply with a note of the files that came with a line and were not read, if any."""
    if isinstance(incoming, Press):
        return reply
    names = list(incoming.more_files)
    request = spoken_request(incoming) if incoming.attachment else None
    if incoming.attachment and (request is None or request.name not in _READING):
        names.insert(0, incoming.attachment.name)
    if not names:
        return reply
    locale = incoming.sender.locale
    importing = say("a command", locale=locale, name="task import")
    batch = say("a command", locale=locale, name="batch")
    files = clip(", ".join(names), _SHOWN)
    note = say("file unread", locale=locale, files=files, importing=importing, batch=batch)
    return replace(reply, notes=(*reply.notes, note))
