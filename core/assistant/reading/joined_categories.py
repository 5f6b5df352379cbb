"""A known category that is joined to an unknown word of its kind: ``Otto and Luna together``."""

from collections.abc import Container

from core.assistant.reading.categories import Vocabulary
from core.assistant.reading.number_words import is_number_word
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import FILLERS, IDLE, NO, SOLD_FOR, STOP_WORDS, YES
from core.assistant.reading.tokens import TokenKind, is_glued

_AND = frozenset(["and", "&", "+", "plus", "和", "跟", "与", "及"])
_LIST_COMMA = "、"
_MOST_HAN = 4
"""Characters of a Chinese name that is quoted."""
_LONGEST_KNOWN = 12
"""Tokens of a known name that are looked back for."""
_PERSONS = frozenset("我你他她它咱您")
"""How a Chinese word begins that is none of the same kind: 豆豆和我."""
_OTHER_WORDS = STOP_WORDS | FILLERS | IDLE | YES | NO | frozenset(SOLD_FOR)


def joined_span(
    sheet: Sheet, vocabulary: Vocabulary, names: Container[int], first: int, stop: int
) -> tuple[int, int] | None:
    """Return where a known category stands with the unknown word that is joined to it, if any.

    Args:
        sheet: the sentence.
        vocabulary: what is known.
        names: the tokens that are names of fields.
        first: where the known category begins.
        stop: where it ends.
    """
    if _joins(sheet, stop) and _is_alike(sheet, vocabulary, names, first, stop + 1):
        return first, _end_of(sheet, names, stop + 1)
    at = first - 2
    is_joined = at >= 0 and _joins(sheet, first - 1) and not _ends_known(sheet, vocabulary, at + 1)
    if is_joined and _is_alike(sheet, vocabulary, names, first, at):
        is_han = sheet.tokens[at].kind is TokenKind.HAN
        while is_han and at > max(0, first - 1 - _MOST_HAN) and _goes_on(sheet, names, at - 1):
            at -= 1
        return at, stop
    return None


def _ends_known(sheet: Sheet, vocabulary: Vocabulary, stop: int) -> bool:
    """Return whether a known category ends there: that of two is asked elsewhere."""
    starts = range(max(0, stop - _LONGEST_KNOWN), stop)
    found = (vocabulary.phrases.matches_at(sheet.tokens, start) for start in starts)
    return any(end == stop for matches in found for _, end in matches)


def offer_joined(
    sheet: Sheet, slot: Slot, value: str, words: tuple[int, int], *, named: int | None = None
) -> None:
    """Ask whether a known category is meant where another is joined to it, or both as a new one.

    Args:
        sheet: the sentence.
        slot: the category's.
        value: the category.
        words: where both stand.
        named: where the slot's name begins; None where it is not named.
    """
    text = sheet.text(*words)
    readings = (value,) if slot.options else (value, text)
    if sheet.offer(slot, text, readings, why=Doubt.NEAR, is_named=named is not None):
        sheet.set_aside(words[0] if named is None else named, words[1])


def _joins(sheet: Sheet, at: int) -> bool:
    if not sheet.is_free(at):
        return False
    if sheet.tokens[at].kind is not TokenKind.BREAK:
        return sheet.word(at) in _AND
    signs = {sheet.source[t.start] for t in sheet.tokens if t.kind is TokenKind.BREAK}
    is_list = sheet.source[sheet.tokens[at].start] == _LIST_COMMA
    return is_list and signs != {_LIST_COMMA}  # else it parts the values of fields


def _is_alike(
    sheet: Sheet, vocabulary: Vocabulary, names: Container[int], known: int, other: int
) -> bool:
    """Return whether an unknown word may be of the same kind as a known category."""
    if not sheet.is_free(other) or other in names:
        return False
    one, two = sheet.tokens[known], sheet.tokens[other]
    is_word = one.kind is two.kind and two.kind in {TokenKind.WORD, TokenKind.HAN}
    if not is_word or is_number_word(two) or two.text in _OTHER_WORDS or two.text in _PERSONS:
        return False
    if sheet.source[one.start].isupper() and not sheet.source[two.start].isupper():
        return False  # "Otto and walked"
    return not vocabulary.phrases.matches_at(sheet.tokens, other)


def _end_of(sheet: Sheet, names: Container[int], at: int) -> int:
    stop, is_han = at + 1, sheet.tokens[at].kind is TokenKind.HAN
    while is_han and stop < at + _MOST_HAN and _goes_on(sheet, names, stop):
        stop += 1
    return stop


def _goes_on(sheet: Sheet, names: Container[int], at: int) -> bool:
    """Return whether a Chinese character there touches the next or the last one of a name."""
    is_han = sheet.is_free(at) and sheet.tokens[at].kind is TokenKind.HAN and at not in names
    is_touching = is_glued(sheet.tokens, at) or is_glued(sheet.tokens, at + 1)
    return is_han and is_touching and sheet.word(at) not in STOP_WORDS | FILLERS | {"一", "都"}
