"""English nouns in their other grammatical number: ``guppies`` and ``guppy``."""

import re
from collections.abc import Iterable
from typing import Final

_SHORTEST: Final = 3
"""Letters: a shorter word has no plural that is told from another word."""
_IRREGULAR: Final = (
    "man men|woman women|child children|foot feet|goose geese|mouse mice|tooth teeth|ox oxen|"
    "calf calves|half halves|knife knives|leaf leaves|life lives|loaf loaves|scarf scarves|"
    "shelf shelves|wife wives|wolf wolves|sheep sheep|fish fish"
)
_PAIRS: Final = [pair.split() for pair in _IRREGULAR.split("|")]
_OTHERS: Final = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_PLURALS: Final = frozenset(plural for _, plural in _PAIRS)
_SINGULAR_ENDS: Final = ("ss", "us", "is", "ways")
"""Ends of words that are no plurals: ``glass``, ``bonus``, ``this``, ``always``."""
_HISSING: Final = re.compile(r"(?:[sxz]|[cs]h)$")
_WITH_O: Final = re.compile(r"[^aeiou]o$")
_WITH_Y: Final = re.compile(r"[^aeiou]y$")


def other_numbers(name: str) -> Iterable[str]:
    """Return a name with its last word in the other grammatical number, as that may be spelt."""
    before, blank, word = name.rpartition(" ")
    if len(word) < _SHORTEST or not (word.isascii() and word[-1].isalpha()):
        return []
    return [f"{before}{blank}{one}" for one in dict.fromkeys(_others_of(word)) if one != word]


def is_plural(word: str) -> bool:
    """Return whether a word is written as a plural: ``dogs``, ``children``."""
    if word in _PLURALS:
        return True
    return len(word) > _SHORTEST and word.endswith("s") and not word.endswith(_SINGULAR_ENDS)


def _others_of(word: str) -> Iterable[str]:
    if word in _OTHERS:
        yield _OTHERS[word]
        return
    if _HISSING.search(word):
        yield f"{word}es"
    elif _WITH_Y.search(word):
        yield f"{word[:-1]}ies"
        yield f"{word}s"  # "platys"
    elif _WITH_O.search(word):
        yield f"{word}es"
        yield f"{word}s"  # "photos"
    else:
        yield f"{word}s"
    if len(word) <= _SHORTEST or not word.endswith("s") or word.endswith("ss"):
        return
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("es") and (_HISSING.search(word[:-2]) or _WITH_O.search(word[:-2])):
        yield word[:-2]
    yield word[:-1]
