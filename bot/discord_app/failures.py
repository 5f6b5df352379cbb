"""The one place where what went wrong becomes a sentence for the member and a line in the log."""

import traceback

import discord
import structlog

from core.assistant.reply import Reply, Tone
from core.assistant.wording import say
from core.errors import ApprenticeError, OperatorError, UserError

log = structlog.get_logger(__name__)

UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
UNKNOWN_WEBHOOK = 10015
UNKNOWN_INTERACTION = 10062
ALREADY_ACKNOWLEDGED = 40060
INVALID_TOKEN = 50027

EXPIRED = frozenset({UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_TOKEN})
"""What Discord says of an interaction that can no longer be answered by its token."""


def apology(error: BaseException, locale: str) -> Reply:
    """Return what the member reads of an error; one that is not theirs is logged without its text.

    The messages of errors may quote what members wrote, so only types and places go to the log.
    """
    match error:
        case UserError():
            title, *lines = str(error).splitlines()
            return Reply(title=title, lines=tuple(lines), tone=Tone.ERROR)
        case OperatorError():
            log.error("the operator must act", error=type(error).__name__, where=_where(error))
            title = say("operator must act", locale=locale)
        case TimeoutError():
            log.warning("took too long", where=_where(error))
            title = say("took too long", locale=locale)
        case _:
            log.error("failed", error=type(error).__name__, where=_where(error))
            title = say("went wrong", locale=locale)
    return Reply(title=title, lines=(say("nothing lost", locale=locale),), tone=Tone.ERROR)


def note_unsent(error: Exception, **ids: object) -> None:
    """Log that a reply could not be shown."""
    code = error.code if isinstance(error, discord.HTTPException) else None
    is_known = isinstance(error, discord.HTTPException | ApprenticeError | OSError | TimeoutError)
    write = log.warning if is_known else log.error
    write("not shown", error=type(error).__name__, code=code, where=_where(error), **ids)


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else ""
