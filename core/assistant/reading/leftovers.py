"""What is left of a sentence once its values are read: the text field's value, or mere rest."""

from collections.abc import Container, Sequence
from dataclasses import replace

from core.assistant.reading.plurals import is_plural
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import (
    HALVES_OF_DAY,
    IDLE,
    IDLE_NOUN_PHRASES,
    IDLE_NOUNS,
    IDLE_PHRASES,
    IDLE_TOPICS,
    NO,
    STOP_WORDS,
)
from core.assistant.reading.tokens import WORDS, TokenKind, is_glued
from core.domain.fields import FieldKind

_FINAL_HAN = frozenset("了吗呢的")
"""Chinese characters that end a clause rather than lead on to what follows."""
_LEADING_HAN = frozenset("在和与请问")
"""Little Chinese words that lead on to what follows; behind a word they are a part of it."""
_ABBREVIATIONS = frozenset({"us", "it"})
"""Little words that are something else in capitals: a country, a trade."""
_MEASURED = frozenset(["old", "long", "wide", "high", "tall", "deep", "thick", "away"])
"""Adjectives that say what a number with its unit measures."""
_BRACKETS = {"(": ")", "[": "]", '"': '"', "「": "」", "『": "』", "《": "》", "«": "»"}
"""Signs that go in pairs: a text keeps the second where it has the first."""
_LONGEST_BRACKET = 60
"""Words and signs in which the other sign of a pair is looked for."""
_LONGEST_IDLE = 4
"""Chinese characters of a phrase that says nothing."""


def rest_as_text(
    sheet: Sheet, *, without: tuple[int, int] | None = None
) -> tuple[str, list[tuple[int, int]]]:
    """Return the clauses but one that hold unread words, as typed, and where they stand.

    Values at the edges of a clause are cut off, those inside it stay, for a text reads on:
    ``cursor flickers on a Mac since the update, 3 GB`` keeps its first clause whole.
    """
    clauses = [clause for clause in sheet.clauses() if clause != without]
    kept = [span for clause in clauses if (span := _unread_part(sheet, *clause))]
    pieces: list[tuple[int, int]] = []
    for first, stop in kept:
        if pieces and _only_breaks(sheet, pieces[-1][1], first):
            pieces[-1] = (pieces[-1][0], stop)
        else:
            pieces.append((first, stop))
    return ", ".join(sheet.text(*piece) for piece in pieces), pieces


def unread_in(sheet: Sheet, idle: Container[str] = ()) -> list[tuple[int, int]]:
    """Return where unread words stand, with what fits nothing, without little words at the edges.

    Args:
        sheet: the sentence.
        idle: more words that say nothing, such as the task's name.
    """
    runs = [_with_nouns(sheet, *span) for span in sheet.ignored]
    lefts, rights = {left for left, _ in sheet.ignored}, {right for _, right in sheet.ignored}
    first = 0
    for index in range(len(sheet.tokens) + 1):
        is_end = not sheet.is_free(index) or sheet.tokens[index].kind is TokenKind.BREAK
        if is_end:
            first += first < index and _ends_measure(sheet, first)
            is_beside = index in lefts or first in rights
            start, stop = _trimmed(sheet, first, index, () if is_beside else idle)
            if start < stop:
                runs.append((start, stop))
            first = index + 1
    return _joined(sheet, sorted(runs))


def ask_counted(sheet: Sheet, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ask whether a number without a unit is meant that a noun or a bracket follows.

    ``x 3 dogs`` counts something, and ``x 3 (est.)`` says of the number what is not understood.
    Return the unread words that are no such ones.
    """
    left = []
    for first, stop in spans:
        opens = sheet.word(first - 1) == "("
        at = first - 1 - opens
        slot = sheet.user_of(at) if at >= 0 else None
        is_plain = slot is not None and slot.kind is FieldKind.NUMBER and slot.unit is None
        is_plain = is_plain and not any(sheet.text(first, stop) in o.text for o in sheet.offers)
        is_digits = at >= 0 and sheet.tokens[at].kind is TokenKind.NUMBER
        if slot is None or not (is_plain and is_digits and _may_count(sheet, first, opens=opens)):
            left.append((first, stop))
            continue
        if slot in sheet.values:
            _question(sheet, slot, _past_bracket(sheet, stop) if opens else stop)
    return left


def _question(sheet: Sheet, slot: Slot, stop: int) -> None:
    """Ask whether the number that was read is meant, for the words behind it up to there."""
    first = next(at for at in range(stop) if sheet.user_of(at) is slot)
    sheet.ask(slot, (sheet.values.pop(slot),), first, stop)
    sheet.unclear[slot] = replace(sheet.unclear[slot], why=Doubt.ASKED)


def _past_bracket(sheet: Sheet, at: int) -> int:
    """Return where a bracket ends whose last word ends there: ``(est.)``."""
    while sheet.word(at) in {".", ")"}:
        at += 1
    return at


def _may_count(sheet: Sheet, at: int, *, opens: bool) -> bool:
    """Return whether a word says what a number before it counts, or stands in its bracket."""
    token = sheet.tokens[at]
    is_small = token.kind is TokenKind.WORD and sheet.source[token.start].islower()
    return is_small and (opens or is_plural(token.text))


def _ends_measure(sheet: Sheet, index: int) -> bool:
    """Return whether a word there only says what a number before it measures: ``6 months old``."""
    user = sheet.user_of(index - 1) if index else None
    is_number = user is not None and user.kind is FieldKind.NUMBER
    return is_number and sheet.word(index) in _MEASURED


def _with_nouns(sheet: Sheet, first: int, stop: int) -> tuple[int, int]:
    """Return what fits nothing with the nouns beside it, which say what it is: ``price 200``."""
    nouns = IDLE_NOUNS | IDLE_TOPICS
    while first > 0 and sheet.is_free(first - 1) and sheet.word(first - 1) in nouns:
        first -= 1
    while sheet.is_free(stop) and sheet.word(stop) in nouns:
        stop += 1
    return first, stop


def is_idle(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words there say nothing of any field: ``how much?``, 大概多久."""
    first, stop = _trimmed(sheet, first, stop, ())
    return first >= stop


def _joined(sheet: Sheet, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs, those in one that nothing but signs parts: ``iPhone 15``."""
    joined: list[tuple[int, int]] = []
    for first, stop in runs:
        before = joined[-1][1] if joined else 0
        between = sheet.tokens[before:first]
        is_next = all(t.kind is TokenKind.SIGN for t in between) and len(between) <= 1
        if joined and is_next and sheet.are_free(before, first):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((first, stop))
    return joined


def _unread_part(sheet: Sheet, first: int, stop: int) -> tuple[int, int] | None:
    is_whole = sheet.are_free(first, stop)
    unread = [at for at in range(first, stop) if sheet.is_free(at)]
    words = [at for at in unread if sheet.tokens[at].kind in WORDS]
    if is_whole:
        return (first, stop) if words else None
    if all(sheet.word(at) in STOP_WORDS for at in words):
        return None
    return _without_values(sheet, first, stop)


def _without_values(sheet: Sheet, first: int, stop: int) -> tuple[int, int]:
    """Cut the values off both ends, with the little words and signs that lead to them."""
    while not sheet.is_free(first):
        first += 1
        while sheet.is_free(first) and _trails(sheet, first) and not _pairs(sheet, first, stop):
            first += 1
    while not sheet.is_free(stop - 1):
        stop -= 1
        while sheet.is_free(stop - 1) and _leads_on(sheet, stop - 1):
            if _pairs(sheet, first, stop):
                break
            stop -= 1
    return first, stop


def _pairs(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a bracket or a quote at one end of some words has its other inside them."""
    opens, closes = sheet.word(first), sheet.word(stop - 1)
    if opens in _BRACKETS:
        inside = range(first + 1, min(stop, first + _LONGEST_BRACKET))
        return any(sheet.word(at) == _BRACKETS[opens] for at in inside)
    begins = {begin for begin, end in _BRACKETS.items() if end == closes}
    inside = range(max(first, stop - _LONGEST_BRACKET), stop - 1)
    return bool(begins) and any(sheet.word(at) in begins for at in inside)


def _leads_on(sheet: Sheet, index: int) -> bool:
    is_final = sheet.word(index) in _FINAL_HAN  # 太好吃了
    is_little = sheet.word(index) in STOP_WORDS and not is_final
    return not sheet.tokens[index].has_content or is_little


def _trails(sheet: Sheet, index: int) -> bool:
    is_genitive = sheet.word(index) == "s" and is_glued(sheet.tokens, index)  # "Villeneuve's"
    return is_genitive or not sheet.tokens[index].has_content


def _trimmed(sheet: Sheet, first: int, stop: int, idle: Container[str]) -> tuple[int, int]:
    """Return the words without little ones at the edges: none where nothing else stands there.

    Beside words that say something, a noun for anything is a part of that: ``flat tyre``.
    """
    if _is_clause_of_nouns(sheet, first, stop):
        return first, stop
    start, end = first, stop
    while start < end and (length := _idle_at(sheet, start, end, idle)):
        start += length
    if start == end:
        return start, end
    start, end = first, stop
    while length := _idle_at(sheet, start, end, ()):
        if _is_content(sheet, start, length, is_last=False):
            break
        start += length
    while length := _idle_before(sheet, end, start, ()):
        if _is_content(sheet, end - length, length, is_last=True):
            break
        end -= length
    return start, end


def _is_content(sheet: Sheet, at: int, length: int, *, is_last: bool) -> bool:
    """Return whether words that say nothing alone say something beside the others there."""
    word = "".join(sheet.word(index) for index in range(at, at + length))
    if length > 1:
        return word in IDLE_NOUN_PHRASES
    if word in IDLE_NOUNS or word in IDLE_TOPICS:
        return True
    if sheet.tokens[at].kind is not TokenKind.HAN:
        return False
    if is_last:  # 了 ends a clause, yet 平 of 和平 is no little word behind 和
        return word in _LEADING_HAN and is_glued(sheet.tokens, at)
    is_of_next = is_glued(sheet.tokens, at + 1) and sheet.tokens[at + 1].kind is TokenKind.HAN
    return is_of_next and not is_glued(sheet.tokens, at)  # 了不起


def _is_clause_of_nouns(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a clause is but a noun for anything, which may be a value: ``flat``."""
    words = {sheet.word(at) for at in range(first, min(stop, first + _LONGEST_IDLE))}
    return bool(words) and IDLE_NOUNS.issuperset(words) and sheet.is_clause(first, stop)


def _idle_at(sheet: Sheet, first: int, stop: int, idle: Container[str]) -> int:
    """Return how many tokens that say nothing begin there."""
    for length in range(min(_LONGEST_IDLE, stop - first), 1, -1):
        if "".join(sheet.word(at) for at in range(first, first + length)) in IDLE_PHRASES:
            return length
    return int(_is_idle(sheet, first, idle))


def _idle_before(sheet: Sheet, stop: int, first: int, idle: Container[str]) -> int:
    """Return how many tokens that say nothing end there."""
    for length in range(min(_LONGEST_IDLE, stop - first), 1, -1):
        if "".join(sheet.word(at) for at in range(stop - length, stop)) in IDLE_PHRASES:
            return length
    return int(_is_idle(sheet, stop - 1, idle))


def _is_idle(sheet: Sheet, index: int, idle: Container[str]) -> bool:
    word = sheet.word(index)
    if len(word) == 1 and sheet.source[sheet.tokens[index].start].isupper() and word not in "ai":
        return False  # a size "M", a class "B"
    if word in HALVES_OF_DAY and index and sheet.tokens[index - 1].kind is TokenKind.NUMBER:
        return False
    if word in _ABBREVIATIONS and sheet.text(index, index + 1).isupper():
        return sheet.source.isupper()
    is_little = word in STOP_WORDS and word not in NO
    return not sheet.tokens[index].is_name_part or is_little or word in IDLE or word in idle


def _only_breaks(sheet: Sheet, first: int, stop: int) -> bool:
    return all(sheet.tokens[at].kind is TokenKind.BREAK for at in range(first, stop))
