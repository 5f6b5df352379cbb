"""Phrases found in a sentence, the longest first: names, categories, and tables of fixed words."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from core.assistant.reading.tokens import Token, TokenKind

T = TypeVar("T")

_MOST_WORDS: Final = 60
"""A longer phrase is looked up by none of its parts: a name has at most 60 characters."""


class Phrases(Generic[T]):
    """Things by the words of their names; looking one up costs no more for many of them."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, ...], list[T]] = {}
        self._lengths: dict[str, set[int]] = {}

    def add(self, words: Sequence[str], item: T) -> None:
        """Make the item known under these words."""
        key = tuple(words)
        if not key or len(key) > _MOST_WORDS:
            return
        items = self._items.setdefault(key, [])
        if item not in items:
            items.append(item)
        self._lengths.setdefault(key[0], set()).add(len(key))

    def get(self, words: Sequence[str]) -> Sequence[T]:
        """Return what is known under exactly these words."""
        return self._items.get(tuple(words), ())

    def matches_at(self, tokens: Sequence[Token], index: int) -> list[tuple[Sequence[T], int]]:
        """Return what is known under words that begin with this token, the longest first.

        Each comes with where its words end. Signs between words do not count: ``sci-fi`` is
        found in ``sci fi``.
        """
        lengths = self._lengths.get(tokens[index].text)
        if not lengths:
            return []
        words, stops = _words_from(tokens, index, max(lengths))
        return [
            (self._items[key], stops[length - 1])
            for length in sorted(lengths, reverse=True)
            if length <= len(words) and (key := tuple(words[:length])) in self._items
        ]


def _words_from(tokens: Sequence[Token], index: int, most: int) -> tuple[list[str], list[int]]:
    words: list[str] = []
    stops: list[int] = []
    for at in range(index, min(len(tokens), index + 2 * most)):
        if tokens[at].kind is TokenKind.ARROW or len(words) == most:
            break
        if tokens[at].is_name_part:
            words.append(tokens[at].text)
            stops.append(at + 1)
    return words, stops


def phrases(listed: str) -> dict[str, list[tuple[str, ...]]]:
    """Return phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(
        (tuple(phrase.split()) for phrase in listed.split("|")), key=len, reverse=True
    ):
        table.setdefault(words[0], []).append(words)
    return table


def phrase_at(
    tokens: Sequence[Token], index: int, table: dict[str, list[tuple[str, ...]]]
) -> int | None:
    """Return where the longest phrase of the table that stands there ends."""
    if index >= len(tokens):
        return None
    for words in table.get(tokens[index].text, ()):
        near = tuple(token.text for token in tokens[index : index + len(words)])
        if near == words:
            return index + len(words)
    return None
