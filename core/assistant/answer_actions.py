"""Which buttons are about an answer, by their verbs."""

from typing import Final

from core.assistant.word_sets import word_set

_OF_ANSWERS: Final = word_set(
    "right correct outcome why none reread another rate came lapse report decide settle more vote "
    "other"
)
"""Verbs of buttons whose first part is the number of an answer."""


def answer_of(action: str) -> int | None:
    """Return the number of the answer that a button is about; None where it is about none."""
    verb, number, *_ = *action.split(":"), ""
    is_number = number.isascii() and number.isdigit()
    return int(number) if verb in _OF_ANSWERS and is_number else None
