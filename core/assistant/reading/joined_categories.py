"""A known category that is joined to an unknown word of its kind: ``Otto and Luna together``."""

from collections.abc import Container

from core.assistant.reading.categories import Vocabulary
from core.assistant.reading.number_words import is_number_word
from core.assistant.reading.records import Doubt
from core.assistant.reading.relative_days import weekday_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import (
    AFTER_NUMBERS,
    FILLERS,
    IDLE,
    NO,
    SOLD_FOR,
    STOP_WORDS,
    YES,
)
from core.assistant.reading.tokens import TokenKind, fold, is_glued
from core.domain.fields import FieldKind

_AND = frozenset(["and", "&", "+", "plus", "和", "跟", "与", "及"])
_WITH = frozenset(["with", "/"])
"""What joins two names in capitals only: not ``steel with basket``."""
_LONG_AND = (("along", "with"), ("together", "with"), ("as", "well", "as"))
_LIST_COMMA = "、"
_OF_NAMES = frozenset({FieldKind.CATEGORY, FieldKind.TEXT})
"""What a name that is left may be a value of."""
_MOST_HAN = 4
"""Characters of a Chinese name that is quoted."""
_LONGEST_KNOWN = 12
"""Tokens of a known name that are looked back for."""
_PERSONS = frozenset("我你他她它咱您")
"""How a Chinese word begins that is none of the same kind: 豆豆和我."""
_OTHER_WORDS = STOP_WORDS | FILLERS | IDLE | YES | NO | AFTER_NUMBERS | frozenset(SOLD_FOR)


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
    if sheet.word(at) in _WITH:
        return all(_is_capital(sheet, beside) for beside in (at - 1, at + 1))
    if sheet.tokens[at].kind is not TokenKind.BREAK:
        return sheet.word(at) in _AND
    signs = {sheet.source[t.start] for t in sheet.tokens if t.kind is TokenKind.BREAK}
    is_list = sheet.source[sheet.tokens[at].start] == _LIST_COMMA
    return is_list and signs != {_LIST_COMMA}  # else it parts the values of fields


def _is_capital(sheet: Sheet, at: int) -> bool:
    is_there = 0 <= at < len(sheet.tokens)
    return is_there and sheet.source[sheet.tokens[at].start].isupper()


def ask_second(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Ask which is meant where another name of the same kind was left: ``dog: Otto, Luna``."""
    for slot in sheet.slots:
        value = sheet.values.get(slot)
        if slot.kind is not FieldKind.CATEGORY or not isinstance(value, str):
            continue
        own = [at for at in range(len(sheet.tokens)) if sheet.user_of(at) is slot]
        if not own:
            continue  # inside a text
        after = _past_joiner(sheet, own[-1] + 1)
        spans = [(after, sheet.clause_of(after)[1])] if after < len(sheet.tokens) else []
        is_unnamed = fold(sheet.text(own[0], own[-1] + 1)) == fold(value)
        if is_unnamed and own[0] > 1 and _is_break(sheet, own[0] - 1):
            spans.append(sheet.clause_of(own[0] - 2))  # "Luna, Otto"
        found = [_second_at(sheet, vocabulary, slot, *span) for span in spans]
        second = next((one for one in found if one is not None), None)
        if second is not None:
            sheet.contest(slot, *second)


def _past_joiner(sheet: Sheet, at: int) -> int:
    """Return where the words begin that a comma or a conjunction there joins to those before."""
    for words in _LONG_AND:
        if all(sheet.word(at + index) == word for index, word in enumerate(words)):
            return at + len(words)
    return at + 1 if _joins(sheet, at) or _is_break(sheet, at) else len(sheet.tokens)


def _is_break(sheet: Sheet, at: int) -> bool:
    return at < len(sheet.tokens) and sheet.tokens[at].kind is TokenKind.BREAK


def _second_at(
    sheet: Sheet, vocabulary: Vocabulary, slot: Slot, first: int, stop: int
) -> tuple[str, int, int] | None:
    """Return another name of a slot's kind that stands there, and where; None where none does."""
    if first >= stop or not sheet.are_free(first, stop):
        return None
    for entries, end in vocabulary.phrases.matches_at(sheet.tokens, first):
        mine = [entry.value for entry in entries if entry.slot is slot]
        if mine:
            return mine[0], first, end
    is_of_other = any(one.kind in _OF_NAMES and one.key is not None for one in sheet.open_slots())
    is_word = stop == first + 1 and _is_alike(sheet, vocabulary, (), first, first)
    is_name = is_word and _is_capital(sheet, first) and str(sheet.values[slot])[0].isupper()
    if not is_name or is_of_other or weekday_at(sheet.tokens, first) is not None:
        return None
    return sheet.text(first, stop), first, stop


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
