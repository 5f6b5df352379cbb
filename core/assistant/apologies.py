"""What a member reads of an error that they, or whoever runs the bot, can put right."""

from collections.abc import Awaitable
from typing import TypeVar

import structlog

from core.assistant.error_words import words_of
from core.assistant.reply import Reply, Tone
from core.assistant.wording import say
from core.errors import (
    DatabaseDamaged,
    DatabaseUnreachable,
    DatabaseUnwritable,
    StorageError,
    UserError,
)

_T = TypeVar("_T")
log = structlog.get_logger()

STORAGE_WORDS = {
    DatabaseUnreachable: "database unreachable",
    DatabaseUnwritable: "database unwritable",
    DatabaseDamaged: "database damaged",
}


async def or_sorry(replying: Awaitable[_T], locale: str) -> _T | Reply:
    """Return the reply, or what to say of the error that came instead."""
    try:
        return await replying
    except UserError as error:
        return _sorry(error, locale)
    except StorageError as error:
        return _sorry_of_storage(error, locale)


def _sorry(error: UserError, locale: str) -> Reply:
    words = words_of(error, locale)
    title, *lines = words.splitlines()
    notes = (say("error help", locale=locale),)
    return Reply(title=title, lines=tuple(lines), notes=notes, tone=Tone.ERROR)


def _sorry_of_storage(error: StorageError, locale: str) -> Reply:
    """Say what ails the database; its own words are for whoever runs the bot, in the log."""
    log.error("database failed", error=type(error).__name__, reason=str(error))
    words = STORAGE_WORDS.get(type(error), "database failed")
    lines = (say("nothing saved", locale=locale),)
    return Reply(title=say(words, locale=locale), lines=lines, tone=Tone.ERROR)
