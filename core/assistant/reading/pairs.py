"""Explicit pairs, ``name: value`` and ``name=value``: they win over all else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from core.assistant.reading.categories import Vocabulary, name_goes_on, offer_known
from core.assistant.reading.category_context import is_choice
from core.assistant.reading.dates import date_at
from core.assistant.reading.foreign_amounts import has_other_unit, is_amount_of_another
from core.assistant.reading.hours import hours_at
from core.assistant.reading.joined_categories import joined_span, offer_joined
from core.assistant.reading.lacking import limit_behind
from core.assistant.reading.names import Names
from core.assistant.reading.pair_names import Pair, clause_stop, pairs_in
from core.assistant.reading.quantities import quantity_at
from core.assistant.reading.records import Unclear
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import ARTICLES, FILLERS, NO, YES
from core.assistant.reading.tokens import (
    CONTENT,
    QUOTES,
    WORDS,
    TokenKind,
    is_end_of_quote,
    is_glued,
)
from core.assistant.reading.uncertain import is_unknown
from core.assistant.reading.values import read_slot
from core.domain.fields import FieldKind, Value
from core.domain.text import name_key
from core.errors import InvalidValue

IsApart = Callable[[int, int], bool]
"""Whether the clause between two tokens belongs to no text."""
_MOST_NAME_WORDS: Final = 8
_LONGEST_NAME: Final = 14
"""Words and signs of a name that commas part; more are a remark."""
LONGEST_NAMED: Final = 6
"""Words and signs of a clause that a name begins; a longer one is part of a text."""


def read_pairs(
    sheet: Sheet, names: Names, vocabulary: Vocabulary, *, today: date, is_apart: IsApart
) -> None:
    """Fill the slots that are named with a colon or an equals sign.

    Args:
        sheet: the sentence.
        names: the slots' names.
        vocabulary: the categories seen.
        today: the member's day.
        is_apart: whether a clause behind a named text says the value of another field.
    """
    for pair in pairs_in(sheet, names):
        if pair.slot.kind is FieldKind.TEXT and sheet.is_open(pair.slot):
            _read_text(sheet, pair, names, is_apart)
            continue
        if is_amount_of_another(sheet, pair.slot, pair.value):
            continue
        if not sheet.is_open(pair.slot):
            _contest(sheet, pair, today)
        elif _ask_longer(sheet, pair, vocabulary, names, is_apart):
            continue
        elif not _read_pair(sheet, _up_to_next(sheet, pair, names), vocabulary, today):
            stop = clause_stop(sheet, pair)
            if stop > pair.value and pair.slot.options:
                offer_known(sheet, pair.slot, vocabulary, pair.value, stop)
                sheet.set_aside(pair.first, stop)
            elif stop > pair.value:
                sheet.leave_unread(pair.slot, pair.first, stop, value=pair.value)


def _up_to_next(sheet: Sheet, pair: Pair, names: Names) -> Pair:
    """Return the pair of an open category up to a number with its name: 课程:书法 报名30人."""
    if pair.slot.kind is not FieldKind.CATEGORY or pair.slot.options:
        return pair
    for at in range(pair.value + 1, clause_stop(sheet, pair)):
        named = None if is_glued(sheet.tokens, at) else names.at(sheet.tokens, at)
        if named is None or named.slot.kind is not FieldKind.NUMBER:
            continue
        is_number = quantity_at(sheet.tokens, named.stop, own=sheet.own) is not None
        if is_number and sheet.is_open(named.slot):
            return replace(pair, stop=at)
    return pair


def _contest(sheet: Sheet, pair: Pair, today: date) -> None:
    """Ask which of two values is meant that the same name leads to: ``size: 1, size: 2``."""
    stop = clause_stop(sheet, pair)
    try:
        value = read_slot(sheet.text(pair.value, stop), pair.slot, today=today)
    except InvalidValue:
        sheet.ignore(pair.first, stop)
        return
    if isinstance(value, Unclear) or pair.slot.kind is FieldKind.TEXT:
        sheet.ignore(pair.first, stop)
    else:
        sheet.contest(pair.slot, value, pair.first, stop)


def _read_pair(sheet: Sheet, pair: Pair, vocabulary: Vocabulary, today: date) -> bool:
    match pair.slot.kind:
        case FieldKind.NUMBER:
            return _read_number(sheet, pair)
        case FieldKind.CATEGORY | FieldKind.ITEM | FieldKind.MEMBER:
            return _read_category(sheet, pair, vocabulary, today)
        case FieldKind.DATE:
            return _read_date(sheet, pair, today)
        case FieldKind.TEXT:
            return False  # read before, as far as it goes
        case FieldKind.YES_NO:
            return _read_yes_or_no(sheet, pair, today)


def _read_number(sheet: Sheet, pair: Pair) -> bool:
    at = pair.value
    while at < pair.stop and sheet.word(at) in FILLERS:
        at += 1
    if at >= pair.stop:
        return False
    time = hours_at(sheet.tokens, at) if pair.slot.is_hour_of_day else None
    if time is not None and time[2] is not None and time[1] <= pair.stop:
        return sheet.fill(pair.slot, time[2], pair.first, time[1])
    next_name = range(pair.stop, pair.stop + _MOST_NAME_WORDS)
    quantity = quantity_at(sheet.tokens, at, own=sheet.own, names=next_name)
    if quantity is None or quantity.stop > pair.stop:
        return False
    stop = quantity.stop
    if is_glued(sheet.tokens, stop) and sheet.tokens[stop].kind in CONTENT:
        return False  # "3a" is no 3
    if has_other_unit(sheet, pair.slot, quantity, next_name):
        return False
    return sheet.settle(pair.slot, quantity, first=pair.first)


def _read_date(sheet: Sheet, pair: Pair, today: date) -> bool:
    if pair.value >= pair.stop:
        return False
    is_past = pair.slot.is_past
    found = date_at(sheet.tokens, pair.value, today=today, is_past=is_past, is_named=True)
    if found is None or not found.readings or found.stop > pair.stop:
        return False
    if len(found.readings) > 1:
        return sheet.ask(pair.slot, found.readings, pair.first, found.stop)
    return sheet.fill(pair.slot, found.readings[0], pair.first, found.stop)


def _read_category(sheet: Sheet, pair: Pair, vocabulary: Vocabulary, today: date) -> bool:
    clause = clause_stop(sheet, pair)
    quoted = _quoted(sheet, pair)
    if quoted is not None:
        label, stop = quoted
        return sheet.fill(pair.slot, label, pair.first, stop)
    known = _known_at(sheet, pair, vocabulary)
    if known is not None and is_choice(sheet, vocabulary, known[1]):
        return False
    words = joined_span(sheet, vocabulary, (), pair.value, known[1]) if known is not None else None
    if known is not None and words is not None and words[1] <= pair.stop:
        offer_joined(sheet, pair.slot, known[0], words, named=pair.first)
        return True
    if known is not None:
        is_whole = known[1] >= clause or not name_goes_on(sheet, vocabulary, known[1])
        if is_whole and sheet.fill(pair.slot, known[0], pair.first, known[1]):
            return True
    return _read_whole(sheet, pair, clause, today)


def _ask_longer(
    sheet: Sheet, pair: Pair, vocabulary: Vocabulary, names: Names, is_apart: IsApart
) -> bool:
    """Ask whether a new name goes on behind a comma, up to the next field's name.

    So it may in ``title: The Good, the Bad and the Ugly, genre: western``, and at the end where
    every other field has its value.
    """
    slot, clause = pair.slot, clause_stop(sheet, pair)
    is_free_name = slot.kind is FieldKind.CATEGORY and not slot.options
    is_last = pair.stop == len(sheet.tokens)
    if not is_free_name or (is_last and len([s for s in sheet.open_slots() if s.key]) > 1):
        return False
    spans = [(at, min(to, pair.stop)) for at, to in sheet.clauses() if clause < at < pair.stop]
    if not spans or spans[-1][1] - pair.value > _LONGEST_NAME:
        return False
    if _quoted(sheet, pair) is not None or _known_at(sheet, pair, vocabulary) is not None:
        return False
    if any(is_apart(*one) or not _may_go_on(sheet, names, *one) for one in spans):
        return False
    long, short = sheet.text(pair.value, spans[-1][1]), sheet.text(pair.value, clause)
    return sheet.ask(slot, (long, short), pair.first, spans[-1][1])


def _may_go_on(sheet: Sheet, names: Names, first: int, stop: int) -> bool:
    """Return whether a clause may be part of a name: it holds words, and names no field."""
    has_words = any(token.kind in WORDS for token in sheet.tokens[first:stop])
    return has_words and not _names_another(sheet, names, first, stop)


def _known_at(sheet: Sheet, pair: Pair, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """Return the known category with which the value begins, and where it ends."""
    if pair.value >= pair.stop:
        return None
    for entries, stop in vocabulary.phrases.matches_at(sheet.tokens, pair.value):
        typed = name_key(sheet.text(pair.value, stop))
        mine = [e.value for e in entries if e.slot is pair.slot and name_key(e.value) == typed]
        if mine and stop <= pair.stop:
            return mine[0], stop
    return None


def _quoted(sheet: Sheet, pair: Pair) -> tuple[str, int] | None:
    closing = QUOTES.get(sheet.word(pair.value))
    if closing is None or pair.value >= pair.stop:
        return None
    for index in range(pair.value + 1, pair.stop):
        is_end = closing == '"' or is_end_of_quote(sheet.tokens, index)
        if sheet.word(index) == closing and is_end:
            return sheet.text(pair.value, index + 1)[1:-1].strip(), index + 1
    return None


def _read_yes_or_no(sheet: Sheet, pair: Pair, today: date) -> bool:
    said = [sheet.word(at) for at in range(pair.value, clause_stop(sheet, pair))]
    is_either = not YES.isdisjoint(said) and not NO.isdisjoint(said)
    if is_either and "".join(said) not in NO:
        return False  # "yes and no"
    if is_unknown(sheet, pair.first, clause_stop(sheet, pair)):
        sheet.ignore(pair.first, clause_stop(sheet, pair))
        return True
    for end in (pair.value + 2, pair.value + 1):
        stop = _without_breaks(sheet, pair.value, end) if end <= len(sheet.tokens) else end
        value = _value_of(sheet, pair, stop, today) if stop <= pair.stop else None
        limit = limit_behind(sheet, stop) if value is True else None
        if limit is not None:  # "yes, partly"
            return sheet.ask(pair.slot, (False, True), pair.first, limit)
        if value is not None:
            return _take(sheet, pair, stop, value)
    return False


def _read_text(sheet: Sheet, pair: Pair, names: Names, is_apart: IsApart) -> None:
    """Read a text up to the next pair, but for the clauses that speak of other fields."""
    clauses = [(max(at, pair.value), min(to, pair.stop)) for at, to in sheet.clauses()]
    clauses = [(at, to) for at, to in clauses if at < to]
    if pair.stop < len(sheet.tokens) and clauses:
        clauses[-1] = (clauses[-1][0], _without_breaks(sheet, clauses[-1][0], clauses[-1][1]))
    kept = clauses[:1] + [
        clause
        for clause in clauses[1:]
        if not (is_apart(*clause) or _names_another(sheet, names, *clause))
    ]
    is_whole = kept == clauses
    pieces = [sheet.text(pair.value, clauses[-1][1])] if is_whole and clauses else []
    text = ", ".join(pieces or [sheet.text(*clause) for clause in kept])
    stop = kept[0][1] if kept else pair.value
    if text.strip() and sheet.fill(pair.slot, text, pair.first, stop):
        for clause in kept[1:]:
            sheet.take_also(pair.slot, *clause)
    elif text.strip():
        sheet.ignore(pair.first, pair.stop)


def _names_another(sheet: Sheet, names: Names, first: int, stop: int) -> bool:
    """Return whether a short clause begins with another field's name, said or denied."""
    at = first
    while at < stop and (sheet.word(at) in NO or sheet.word(at) in ARTICLES):
        at += 1
    named = names.at(sheet.tokens, at) if at < stop <= first + LONGEST_NAMED else None
    return named is not None and named.slot.kind is not FieldKind.TEXT and sheet.is_open(named.slot)


def _without_breaks(sheet: Sheet, first: int, stop: int) -> int:
    while stop > first and sheet.tokens[stop - 1].kind is TokenKind.BREAK:
        stop -= 1
    return stop


def _read_whole(sheet: Sheet, pair: Pair, stop: int, today: date) -> bool:
    value = _value_of(sheet, pair, stop, today)
    return value is not None and _take(sheet, pair, stop, value)


def _value_of(sheet: Sheet, pair: Pair, stop: int, today: date) -> Value | Unclear | None:
    """Return what the words up to there mean for the pair's field, None where it is nothing."""
    try:
        return read_slot(sheet.text(pair.value, stop), pair.slot, today=today)
    except InvalidValue:
        return None


def _take(sheet: Sheet, pair: Pair, stop: int, value: Value | Unclear) -> bool:
    if isinstance(value, Unclear):
        return sheet.doubt(pair.slot, value, pair.first, stop)
    return sheet.fill(pair.slot, value, pair.first, stop)
