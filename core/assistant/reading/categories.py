"""Categories in a sentence: those the task has seen, exactly or nearly, and new ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from core.assistant.reading.phrases import Phrases
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import words_of
from core.domain.fields import FieldKind

# Measured on sentences written before the code.
_SIMILAR: Final = 75.0
_LEAD: Final = 8.0

_MISSPELT: Final = 80.0
"""WRatio alone finds "in" in "linux"; a match must also be a misspelling or whole words."""
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Category:
    """A value that a slot has seen."""

    slot: Slot
    value: str
    key: str
    """Its folded words, as it is compared."""


class Vocabulary:
    """All the categories that a task has seen, by their words."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self.phrases: Phrases[Category] = Phrases()
        self._entries: dict[Slot, list[Category]] = {}
        for slot in slots:
            if slot.kind is FieldKind.CATEGORY:
                self._entries[slot] = list(_categories_of(slot))
                for entry in self._entries[slot]:
                    self.phrases.add(entry.key.split(), entry)

    def of(self, slots: Iterable[Slot]) -> list[Category]:
        """Return what these slots have seen."""
        return [entry for slot in slots for entry in self._entries.get(slot, ())]


def _categories_of(slot: Slot) -> Iterable[Category]:
    for value in dict.fromkeys(slot.seen):
        yield Category(slot, value, " ".join(words_of(value)))


def same_category(text: str, slot: Slot) -> str | None:
    """Return the category that this text is but for case, signs and blanks."""
    if text in slot.seen:
        return text
    folded = text.casefold()
    for value in slot.seen:
        if value.casefold() == folded:
            return value
    words = words_of(text)
    alike = [value for value in slot.options if words and words_of(value) == words]
    return alike[0] if len(alike) == 1 else None


def nearest_category(text: str, entries: Sequence[Category]) -> Category | None:
    """Return the category that the text means, by the rule above; compares with each entry."""
    phrase = " ".join(words_of(text))
    if len(phrase) < _SHORTEST:
        return None
    found = process.extract(
        phrase,
        [entry.key for entry in entries],
        scorer=fuzz.WRatio,
        score_cutoff=_SIMILAR - _LEAD,
        limit=8,
    )
    alike = [(score, entries[at]) for key, score, at in found if _is_plausible(phrase, key)]
    if not alike or alike[0][0] < _SIMILAR:
        return None
    is_ahead = len(alike) == 1 or alike[0][0] - alike[1][0] >= _LEAD
    return alike[0][1] if is_ahead else None


def _is_plausible(phrase: str, key: str) -> bool:
    """Return whether one is the other misspelt or shortened."""
    if _marks(phrase) != _marks(key):
        return False
    if fuzz.ratio(phrase, key) >= _MISSPELT:
        return True
    words = key.split()
    return all(
        len(word) >= _SHORTEST and any(w.startswith(word) for w in words) for word in phrase.split()
    )


def _marks(phrase: str) -> tuple[list[str], list[str]]:
    """Return the figures and lone letters: an RTX 3080 is no RTX 3090, nor team A team B."""
    letters = [word for word in phrase.split() if len(word) == 1 and not word.isdigit()]
    return [char for char in phrase if char.isdigit()], letters
