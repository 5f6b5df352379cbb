"""Verbs in the past: those that no rule forms, and those that end in "ed"."""

from typing import Final

from core.assistant.word_sets import word_set

PAST_ALONE: Final = word_set(
    "went came took gave got saw ate drank drove rode flew grew knew threw wrote spoke broke chose "
    "fell rose ran began forgot woke wore did said told thought sang swam blew froze shook stole "
    "showed attended arrived appeared participated joined stayed happened"
)
"""Past tenses that are no participles as well: whatever stands before them is their subject."""
PAST: Final = PAST_ALONE | word_set(
    "sold bought paid made found built left lost won kept held met sat stood spent slept sent "
    "brought caught taught felt heard dealt meant read cut hit put let set quit shut hurt died "
    "spent"
)
_SHORTEST_REGULAR: Final = 5
"""Letters: "used" and "need" are not told apart from it by their form."""


def is_past(word: str, irregular: frozenset[str]) -> bool:
    """Return whether a word may be a verb in the past: one of the irregular, or in "ed"."""
    return word in irregular or (word.endswith("ed") and len(word) >= _SHORTEST_REGULAR)
