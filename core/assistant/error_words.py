"""What a member reads of an error, in their language."""

from core.assistant.wording import say
from core.errors import NothingTaught, UserError


def words_of(error: UserError, locale: str) -> str:
    """Return an error's sentence in the language of a locale, where it has one there."""
    if isinstance(error, NothingTaught) and error.parts:
        return say("nothing taught", locale=locale, task=error.parts["task"])
    if error.key:
        return say(error.key, locale=locale, **error.parts)
    return str(error)
