"""What somebody may have meant by a name that is not there: offered, never taken."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from core.assistant.wording import say

_ALIKE = 60.0
"""Percent of the letters, in their order, that a name must share to be offered."""


def nearest(said: str, names: Iterable[str], *, alike: float = _ALIKE) -> str | None:
    """Return the name most like what was said; None where none is like it."""
    folded = {name.casefold(): name for name in names}
    found = process.extractOne(
        said[:60].casefold(), folded.keys(), scorer=fuzz.ratio, score_cutoff=alike
    )
    return folded[found[0]] if found else None


def with_nearest(sentence: str, said: str, names: Iterable[str], *, locale: str) -> str:
    """Return an error's sentence, with a line that offers the nearest name, if any is near."""
    near = nearest(said, names)
    return f"{sentence}\n{say('did you mean', locale=locale, name=near)}" if near else sentence
