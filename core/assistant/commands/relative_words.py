"""Whether a sentence has amounts that are only more or less than before, and their words."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading import Known
from core.assistant.reading.parts import amount_at
from core.assistant.reading.relative import relatives_in
from core.assistant.reading.relative_amount import Relative
from core.assistant.reading.slots import own_dimensions, slots_of
from core.assistant.reading.tokens import tokenise
from core.domain.task import Task

SHOWN: Final = 60
"""Characters of an amount that a reply repeats."""


def has_relative(text: str, task: Task, known: Known, *, is_led: bool = False) -> bool:
    """Return whether a sentence has an amount that is relative to another.

    Args:
        text: the sentence.
        task: whose fields it may speak of.
        known: what the task has seen.
        is_led: whether it goes on from a question; else only what is no value itself counts.
    """
    return any(each.is_sure or is_led for each in relatives_of(text, task, known))


def relative_words(text: str, task: Task, known: Known) -> str:
    """Return the words of the first amount of a sentence that is surely relative, if any is."""
    return next(iter(_sure_words(text, task, known)), "")


def counted_words(text: str, task: Task, known: Known) -> str:
    """Return the same of the first that says a number or is Chinese: not ``half the band``."""
    found = _sure_words(text, task, known)
    return next((words for words in found if not words.isascii() or _says_number(words)), "")


def _sure_words(text: str, task: Task, known: Known) -> list[str]:
    tokens = tokenise(text)
    sure = [each for each in relatives_of(text, task, known) if each.is_sure]
    return [text[tokens[each.first].start : tokens[each.stop - 1].end] for each in sure]


def _says_number(words: str) -> bool:
    tokens = tokenise(words)
    return any(amount_at(tokens, at, (), ()) for at in range(len(tokens)))


def relatives_of(text: str, task: Task, known: Known) -> Sequence[Relative]:
    """Return the relative amounts of a sentence in order."""
    own = own_dimensions(slots_of(task, known))
    names = [each.name for each in task.fields]
    return relatives_in(tokenise(text), text, own, names)
