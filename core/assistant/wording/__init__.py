"""All that the bot says, in one place, by key; a language is one catalogue."""

from collections.abc import Mapping
from contextvars import ContextVar

from core.assistant.wording.chinese import CHINESE
from core.assistant.wording.english import ENGLISH

CATALOGUES = {"en": ENGLISH, "zh": CHINESE}

_own: ContextVar[Mapping[str, Mapping[str, str]] | None] = ContextVar("own wording", default=None)
"""Sentences of the front end that is spoken through, by language and key."""


NUMBERS = frozenset({"number", "version", "line"})
"""Parts that say which one, not how many: they are written as people type them."""


class Count(int):
    """A number that brings its noun in the right form: ``{n:example|examples}``."""

    def __format__(self, spec: str) -> str:
        """Return ``1 example``, ``5 examples``, or the bare number without a noun."""
        if "|" not in spec:
            return f"{int(self):,}{spec and ' '}{spec}"
        one, many = spec.split("|", 1)
        return f"{int(self):,} {one if self == 1 else many}"


def language_of(locale: str) -> str:
    """Return the language of a locale such as ``zh-TW``: English where it is none of ours.

    Chinese is Simplified for all who read Chinese, which those who read Traditional can read.
    """
    language = locale.replace("_", "-").partition("-")[0].casefold()
    return language if language in CATALOGUES else "en"


def speak_through(own: Mapping[str, Mapping[str, str]]) -> None:
    """Say these sentences in place of the catalogues', in this task and those that it starts.

    Args:
        own: a front end's, by language and key: how commands are typed there.
    """
    _own.set(own)


def say(key: str, /, *, locale: str = "en", **parts: object) -> str:
    """Return the sentence of this key with its parts filled in.

    Parts are inserted as they are: text from chat is never read as a template.
    """
    counted = {
        name: Count(part) if type(part) is int and name not in NUMBERS else part
        for name, part in parts.items()
    }
    language = language_of(locale)
    own = (_own.get() or {}).get(language, {})
    return (own.get(key) or CATALOGUES[language][key]).format(**counted)
