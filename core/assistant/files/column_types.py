"""The kind of a whole column: number, yes/no, date, category or text, as a person would type it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from core.assistant.files.cells import (
    FALSE,
    OF_NO,
    PAIRS,
    TRUE,
    Writing,
    fold_name,
)
from core.assistant.files.code_columns import type_code
from core.assistant.files.column_names import says_whether
from core.assistant.files.columns import (
    SURE,
    Column,
    Habits,
    Typed,
)
from core.assistant.files.contacts import are_contacts
from core.assistant.files.date_columns import (
    compact_dates,
    dates_without_year,
    epoch_dates,
    has_epochs,
    has_serials,
    have_no_year,
    order_of,
    serial_dates,
    written_dates,
)
from core.assistant.files.fitting import fits_most, peek_at, wanted_field
from core.assistant.files.measured_columns import (
    are_clock_times,
    clock_times,
    in_parts,
    parts_reader,
    results,
    two_scales,
)
from core.assistant.files.missing import missing_in_names, missing_in_numbers, words_between
from core.assistant.files.named_columns import missing_texts, names_writing, type_named
from core.assistant.files.number_columns import has_hours, numbers
from core.assistant.files.number_texts import has_lakhs, has_notes, is_beyond_all
from core.assistant.files.scale_letters import have_codes
from core.assistant.files.writing_of import (
    decimal_commas,
    signs_in,
)
from core.domain.fields import Field, FieldKind
from core.domain.scale import Scale

_Attempt = Callable[[Column, Counter[str], Habits], Typed | None]
_WHEN: Final[tuple[_Attempt, ...]] = (
    compact_dates,
    serial_dates,
    results,
    clock_times,
    written_dates,
    dates_without_year,
    in_parts,
)
"""Days, times and what else is written in parts; a word among them is none of them."""
_SEVERAL: Final = 5
"""Rows: in fewer ``N`` and ``S`` may as well be north and south."""
_STARS: Final = frozenset("★⭐")
_OF_RATINGS: Final = _STARS | set("/fF")
"""Signs of which every rating holds one: ``4/5``, ``3 out of 5``."""
_OUT_OF: Final = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of)\s*(\d{1,3})(?:\s*stars?)?", re.IGNORECASE
)


def type_column(column: Column, habits: Habits) -> Typed:
    """Return the kind of a column and how it is written.

    Numbers beyond all that a field keeps tell nothing of it where most cells are none of them.
    """
    measured = Counter({cell: n for cell, n in column.counts.items() if not is_beyond_all(cell)})
    if len(measured) < len(column.counts) and 2 * measured.total() > column.counts.total():
        typed = _type_column(replace(column, counts=measured), habits)
        if typed.kind is FieldKind.NUMBER:
            return typed
    return _type_column(column, habits)


def _type_column(column: Column, habits: Habits) -> Typed:
    missing = missing_in_numbers(column.counts)
    counts = column.without(missing)
    if not counts:
        named = column.without(missing_in_names(column.counts, frozenset()))
        return (
            type_named(column, habits)
            if named
            else Typed(kind=FieldKind.CATEGORY, left_out="out empty")
        )
    if typed := epoch_dates(column, counts):
        return replace(typed, writing=replace(typed.writing, missing=missing))
    if are_contacts(column.heading, counts):
        return Typed(kind=FieldKind.TEXT, left_out="out link")
    if typed := type_code(column, counts, habits):
        return typed
    absent = missing - FALSE
    for without in dict.fromkeys((absent, absent - OF_NO)):
        known = column.without(without)
        is_only_yes = says_whether(column.heading) and {*map(fold_name, known)} <= TRUE - {"1"}
        if typed := Typed(kind=FieldKind.YES_NO) if is_only_yes else _yes_no(known):
            return replace(typed, writing=Writing(missing=without))
    words = words_between(counts)
    missing_too = missing | {word.casefold() for word in words}
    if typed := _first_of(_WHEN, column, column.without(missing_too), habits):
        typed = replace(typed, placeholders=words)
        missing = missing_too
    typed = typed or _first_of((_ratings, numbers, two_scales), column, counts, habits)
    if typed is None:
        return type_named(column, habits)
    return replace(typed, writing=replace(typed.writing, missing=missing | typed.writing.missing))


def _first_of(
    attempts: Sequence[_Attempt], column: Column, counts: Counter[str], habits: Habits
) -> Typed | None:
    """Return what the first of the attempts says that says something."""
    return next((typed for attempt in attempts if (typed := attempt(column, counts, habits))), None)


def read_as(column: Column, wanted: Field, habits: Habits) -> Typed:
    """Return how a column is written whose kind is already known."""
    if wanted.kind in (FieldKind.NUMBER, FieldKind.DATE, FieldKind.YES_NO):
        missing = missing_in_numbers(column.counts)
        if wanted.kind is FieldKind.YES_NO:
            missing -= FALSE
        counts = column.without(missing)
        in_lakhs = has_lakhs(column.heading, peek_at(counts))
        is_number = wanted.kind is FieldKind.NUMBER
        parse = parts_reader(counts, wanted.unit)[0] if is_number else None
        writing = Writing(
            missing=missing,
            has_commas=decimal_commas(
                counts, is_likely=habits.has_commas, is_said=habits.are_points_said
            ),
            is_day_first=order_of(counts, habits) if wanted.kind is FieldKind.DATE else None,
            year=habits.today.year if have_no_year(column, counts, habits) else None,
            is_serial=has_serials(counts),
            is_epoch=has_epochs(peek_at(counts)),
            is_clock=is_number and not parse and are_clock_times(counts),
            is_minutes=wanted.unit == "min",
            in_lakhs=in_lakhs,
            has_codes=have_codes(counts, in_lakhs=in_lakhs),
            has_hours=has_hours(counts),
            has_notes=has_notes(counts),
            parse=parse,
        )
        return Typed(kind=wanted.kind, unit=wanted.unit, writing=writing)
    if wanted.kind is FieldKind.TEXT:
        return Typed(kind=wanted.kind, writing=Writing(missing=missing_texts(column)))
    return Typed(kind=wanted.kind, writing=names_writing(column, habits))


def _yes_no(counts: Counter[str]) -> Typed | None:
    """Return yes/no where all words are for one or the other, and at most one cell is odd."""
    words: set[str] = set()
    has_odd = False
    is_pair = _is_pair(counts)
    for cell, count in counts.items():
        word = fold_name(cell).removesuffix(".0")
        if word in TRUE or word in FALSE or is_pair:
            words.add(word)
        elif has_odd or count > 1 or word.isdecimal():
            return None
        else:
            has_odd = True
    kinds = ({word for word in words if word in "01"}, {word for word in words if word not in "01"})
    are_both = is_pair or any(kind & TRUE and kind & FALSE for kind in kinds)
    if not are_both or (has_odd and counts.total() < SURE):
        return None
    if words == {"0", "1"} and counts.total() < SURE:
        return None
    return Typed(kind=FieldKind.YES_NO)


def _is_pair(counts: Counter[str]) -> bool:
    """Return whether the only two cells are letters or signs for yes and no: ``S`` and ``N``."""
    words = {fold_name(cell) for cell in counts}
    return counts.total() >= _SEVERAL and any(words == set(pair) for pair in PAIRS)


def _ratings(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:  # noqa: ARG001
    """Return ratings out of one highest: ``4/5``, ``★★★★``, ``3 out of 5``."""
    signs = signs_in(counts)
    if not signs & _OF_RATINGS:
        return None
    found = [_OUT_OF.fullmatch(cell.strip()) for cell in counts]
    highest = {float(one[2]) for one in found if one}
    has_stars = bool(signs & _STARS)
    if has_stars and len(highest) < 2:
        highest = highest or {5.0}
    if len(highest) != 1:
        return None
    high = highest.pop()
    if any(one and float(one[1].replace(",", ".")) > high for one in found):
        return None
    writing = Writing(scale=Scale(low=0, high=high, step=high))
    is_rating = fits_most(peek_at(counts), wanted_field(FieldKind.NUMBER), writing, habits)
    return Typed(kind=FieldKind.NUMBER, writing=writing) if is_rating else None
