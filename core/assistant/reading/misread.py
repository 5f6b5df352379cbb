"""What a text is not, said in the language of whoever wrote it."""

from core.assistant.wording import say
from core.errors import InvalidValue


class Misread(InvalidValue):
    """A text means nothing where it was typed; it says what was expected and what came."""

    def __init__(self, key: str, **parts: str) -> None:
        """Keep the sentence of this key of the wording, to be said in any language."""
        super().__init__(say(key, **parts))
        self._key = key
        self._parts = parts

    def said(self, locale: str) -> str:
        """Return the sentence in the language of the locale."""
        return say(self._key, locale=locale, **self._parts)
