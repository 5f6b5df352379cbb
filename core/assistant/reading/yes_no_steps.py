"""What a sentence says of the fields that are yes or no."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.asked_truths import asked_span, asked_stop, may_ask
from core.assistant.reading.foreign_amounts import is_amount_of_another
from core.assistant.reading.lacking import (
    denied_span,
    doubted_from,
    is_of_unknown_verb,
    is_parted_by_number,
    is_partial,
    lacks_at,
    limit_behind,
    nobody_before,
)
from core.assistant.reading.marks import Marks
from core.assistant.reading.name_forms import (
    FREE,
    LACKING_ENDS,
    ZERO,
    han_forms_said,
    is_left,
    is_little,
    is_none,
    named_by_form,
)
from core.assistant.reading.names import Named
from core.assistant.reading.negation import denies_at
from core.assistant.reading.opposites import opposites_said
from core.assistant.reading.relations import is_qualified, related_span
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import (
    AFTER_NUMBERS,
    ARTICLES,
    IDLE,
    NO,
    STOP_WORDS,
    YES,
)
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.uncertain import is_doubtful, is_unknown
from core.assistant.reading.verb_objects import halves_said
from core.domain.fields import FieldKind

_BEFORE_NAME: Final = ARTICLES | frozenset("有带配")
_WITHOUT: Final = ["w", "/", "o"]
"""What people write for "without"."""
_WITH: Final = "w"
"""What people write for "with"."""
_OF: Final = frozenset(["of", "from"])
_NO_HAN: Final = frozenset("没无不")
_OR: Final = frozenset(["or", "nor", "/", "或"])
_CONJUNCTIONS: Final = frozenset(["and", "but", "with", ".", "但", "和", "有"])
_MARKS: Final = frozenset(":=")
"""What stands between a name and its value."""
_LINKS: Final = frozenset(["is", "was", "are", "were", "has", "been", "'", "s"])
"""What stands between a name and what is said of it."""
_FARTHEST: Final = 12
"""Tokens from a name to a word that may still deny it."""


def read_yes_or_no(sheet: Sheet, marks: Marks) -> None:
    """Read ``balcony``, ``no balcony``, ``balcony: yes``, 没有阳台, ``no rust`` of "rusty"."""
    slots = [slot for slot in sheet.slots if slot.kind is FieldKind.YES_NO]
    for said, value in han_forms_said(sheet, slots, marks.covered()):
        _read_said(sheet, said, value=value)
    _read_halves(sheet, marks, slots)
    for named in (*marks.free(FieldKind.YES_NO), *named_by_form(sheet, slots)):
        if is_unknown(sheet, *_clause_of(sheet, named)):
            sheet.ignore(named.first, named.stop)
            continue
        readings, first, stop = _readings_of(sheet, marks, named)
        if not sheet.is_open(named.slot):
            for value in readings:
                sheet.contest(named.slot, value, first, stop)
        elif len(readings) > 1:
            begin, end = _clause_of(sheet, named)
            first = doubted_from(sheet, first, begin)
            sheet.ask(named.slot, readings, first, stop, quoted=(begin, max(end, stop)))
        else:
            sheet.fill(named.slot, readings[0], first, stop)


def _read_halves(sheet: Sheet, marks: Marks, slots: Sequence[Slot]) -> None:
    """Read 没喝 of 喝酒, one half of a Chinese name, and 单面 of 双面, the opposite of one."""
    said = (*halves_said(sheet, slots), *opposites_said(sheet, slots, marks.covered()))
    for half, value in said:
        if sheet.are_free(half.first, half.stop):
            _read_said(sheet, half, value=value)


def _readings_of(sheet: Sheet, marks: Marks, named: Named) -> tuple[tuple[bool, ...], int, int]:
    """Return what is said, in doubt where words relate or limit it: ``next to the garden``."""
    if sheet.is_told and sheet.word(named.stop) == "?":
        return (False, True), named.first, named.stop + 1
    clause = _clause_of(sheet, named)
    denied = None if is_doubtful(sheet, *clause) else denied_span(sheet, named)
    if denied is not None:
        return (False,), *denied
    related = related_span(sheet, named)
    if related is not None:
        return (False, True), *related
    readings, first, stop = _said_of(sheet, marks, named)
    limit = limit_behind(sheet, stop) if readings == (True,) else None
    return (readings, first, stop) if limit is None else ((False, True), first, limit)


def _read_said(sheet: Sheet, named: Named, *, value: bool | None) -> None:
    """Take what is said with the name, unless it or other words of its clause leave it in doubt."""
    clause = _clause_of(sheet, named)
    if value is None:
        sheet.ask(named.slot, (False, True), named.first, named.stop)
    elif is_unknown(sheet, *clause):
        sheet.ignore(named.first, named.stop)
    elif not sheet.is_open(named.slot):
        sheet.contest(named.slot, value, named.first, named.stop)
    elif asked := asked_stop(sheet, named.stop):
        sheet.ask(named.slot, (False, True), named.first, asked)
    elif is_doubtful(sheet, *clause) or is_partial(sheet, named) or related_span(sheet, named):
        sheet.ask(named.slot, (False, True), named.first, named.stop, quoted=clause)
    else:
        sheet.fill(named.slot, value, named.first, named.stop)


def _said_of(sheet: Sheet, marks: Marks, named: Named) -> tuple[tuple[bool, ...], int, int]:
    """Return what is said of the field, yes, no or perhaps either, and where that stands."""
    first = named.first
    while sheet.word(first - 1) in _BEFORE_NAME and sheet.is_free(first - 1):
        first -= 1
    asked = asked_span(sheet, named.slot, first, named.stop)
    if asked or is_doubtful(sheet, *_clause_of(sheet, named)) or is_partial(sheet, named):
        return (False, True), *(asked or (first, named.stop))
    is_counted = marks.leading_to(first - 1) is None  # "floor zero, balcony"
    if sheet.word(first - 1) in NO | ZERO and sheet.is_free(first - 1) and is_counted:
        return (False,), first - 1, named.stop
    without = _without_before(sheet, first)
    if without is not None:
        return (False,), without, named.stop
    beside = _said_beside(sheet, named.slot, first, named.stop, is_counted=is_counted)
    if beside is not None:
        return beside
    if sheet.word(first - 1) == _WITH and sheet.is_free(first - 1):
        first -= 1
    if _has_predicate(sheet, marks, named) or is_qualified(sheet, named):
        return (False, True), first, named.stop
    said = sheet.word(named.stop)
    is_end = named.stop + 1 >= sheet.clause_of(named.first)[1]
    is_plain = (said in YES or said in NO) and is_end and sheet.is_free(named.stop)
    after = named.stop if is_plain else marks.past_fillers(named.stop)
    word = sheet.word(after)
    is_said = sheet.is_free(after) and (word in YES or word in NO)
    is_of_next = word in NO and _denies_next(sheet, after)
    is_asked = may_ask(sheet, first, named.stop) and word in _NO_HAN
    if is_asked and (sheet.word(first) == "有" or not is_of_next):  # 有电梯没有阳台, 有电梯没有
        return ((True,) if is_of_next else (False, True)), first, named.stop
    if is_said and not is_of_next and not marks.begins_at(after + 1):
        is_both = word in YES and _is_denied(sheet, marks, named)
        return ((False, True) if is_both else (word in YES,)), first, after + 1
    readings = (False, True) if _is_denied(sheet, marks, named) else (True,)
    return readings, first, named.stop


def _without_before(sheet: Sheet, first: int) -> int | None:
    """Return where ``w/o`` or ``nobody`` begins that denies what follows, if any does."""
    is_short = [sheet.word(at) for at in range(first - 3, first)] == _WITHOUT
    return first - 3 if is_short else nobody_before(sheet, first)


def _denies_next(sheet: Sheet, index: int) -> bool:
    """Return whether the Chinese word there denies what stands behind it: 没有阳台."""
    after = index + 1 + (sheet.word(index + 1) == "有")
    if sheet.word(index) not in _NO_HAN or after >= sheet.clause_of(index)[1]:
        return False
    is_han = sheet.tokens[after].kind is TokenKind.HAN and is_glued(sheet.tokens, after)
    return is_han and sheet.word(after) not in STOP_WORDS | AFTER_NUMBERS


def _said_beside(
    sheet: Sheet, slot: Slot, first: int, stop: int, *, is_counted: bool
) -> tuple[tuple[bool, ...], int, int] | None:
    """Return what ``free of``, ``out of``, a zero or a colon says of a name; None without them."""
    free = _free_of(sheet, first, stop)
    if free is not None:
        return (False,), *free
    is_weak = is_left(sheet, first) or is_little(sheet, first, stop=stop)
    if is_weak or (is_none(sheet, first) and is_counted):
        return (False, True), first, stop
    if sheet.word(stop) not in _MARKS or not sheet.is_free(stop):
        return None
    if is_amount_of_another(sheet, slot, stop + 1):
        return None
    word = sheet.word(stop + 1)  # "2 rooms balcony: no"
    if sheet.is_free(stop + 1) and word in YES | NO:
        return (word in YES,), first, stop + 2
    return (False, True), first, stop + 1


def _free_of(sheet: Sheet, first: int, stop: int) -> tuple[int, int] | None:
    """Return where ``rust-free``, ``car-less`` or ``free of rust`` begins and ends, if any does."""
    is_joined = sheet.word(stop) == "-"
    after = stop + is_joined
    ends = LACKING_ENDS if is_joined and is_glued(sheet.tokens, stop) else (FREE,)
    if sheet.word(after) in ends and sheet.is_free(after):
        return first, after + 1
    is_before = sheet.word(first - 1) in _OF and sheet.word(first - 2) == FREE
    return (first - 2, stop) if is_before and sheet.are_free(first - 2, first) else None


def _has_predicate(sheet: Sheet, marks: Marks, named: Named) -> bool:
    """Return whether unread words say something of what the field asks for: ``organist is ill``."""
    if any(slot.kind is FieldKind.TEXT for slot in sheet.slots):
        return False
    _, stop = sheet.clause_of(named.first)
    at = named.stop
    while at < stop and (sheet.word(at) in _LINKS or sheet.word(at) in YES):
        at += 1
    is_word = at < stop and sheet.is_free(at) and sheet.tokens[at].kind is TokenKind.WORD
    if not is_word or sheet.word(at) in STOP_WORDS or marks.begins_at(at):
        return False
    return sheet.word(at) not in IDLE | NO | AFTER_NUMBERS


def _clause_of(sheet: Sheet, named: Named) -> tuple[int, int]:
    """Return where the words begin and end that speak of the field, as far as blanks tell."""
    first, stop = sheet.clause_of(named.first)
    at = named.first
    while at > max(first, named.first - _FARTHEST) and not _is_gap(sheet, at):
        at -= 1
    to = named.stop
    while to < min(stop, named.stop + _FARTHEST) and not _is_gap(sheet, to):
        to += 1
    if to == named.stop < stop and (sheet.word(to) in NO or sheet.word(to) in YES):
        to += 1
    return at, to


def _is_gap(sheet: Sheet, index: int) -> bool:
    """Return whether a blank parts Chinese words there, which then are as clauses."""
    if not 0 < index < len(sheet.tokens) or is_glued(sheet.tokens, index):
        return False
    kinds = {sheet.tokens[index - 1].kind, sheet.tokens[index].kind}
    return TokenKind.HAN in kinds


def _is_denied(sheet: Sheet, marks: Marks, named: Named) -> bool:
    """Return whether a word beside the name may deny it: ``it doesn't have a balcony``.

    A no that stands right before another name is that one's, but for ``no garden or balcony``.
    """
    if is_of_unknown_verb(sheet, named.first):
        return True
    first, stop = _stretch(sheet, named)
    texts = [token.text for token in sheet.tokens[first:stop]]
    for at in range(len(texts)):
        is_lacking = lacks_at(sheet, first + at)
        is_far = is_lacking and is_parted_by_number(sheet, first + at, named.first)
        if is_far or not (is_lacking or denies_at(texts, at)):
            continue
        after = at + 1
        while after < len(texts) and texts[after] in _BEFORE_NAME:
            after += 1
        is_of_other = first + after != named.first and marks.begins_at(first + after)
        if not is_of_other or not _OR.isdisjoint(texts[after : named.first - first]):
            return True
    return False


def _stretch(sheet: Sheet, named: Named) -> tuple[int, int]:
    """Return where the words around a name begin and end that may speak of it."""
    first, stop = named.first, named.stop
    farthest = max(0, named.first - _FARTHEST)
    while first > farthest and not (_parts(sheet, first - 1) or _is_gap(sheet, first)):
        first -= 1
    farthest = min(len(sheet.tokens), named.stop + _FARTHEST)
    while stop < farthest and not (_parts(sheet, stop) or _is_gap(sheet, stop)):
        stop += 1
    return first, stop


def _parts(sheet: Sheet, index: int) -> bool:
    """Return whether the words before and behind a sign or a conjunction are apart.

    The second character of 没有 is none: 没有安装电梯 denies the lift.
    """
    if sheet.word(index) == "有" and sheet.word(index - 1) in NO and is_glued(sheet.tokens, index):
        return False
    return sheet.tokens[index].kind is TokenKind.BREAK or sheet.word(index) in _CONJUNCTIONS
