"""The kind of a whole column: number, yes/no, date, category or text, as a person would type it."""

import re
from collections import Counter
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
from core.assistant.files.column_names import split_unit
from core.assistant.files.columns import (
    SURE,
    Column,
    Habits,
    Typed,
    are_most,
)
from core.assistant.files.date_columns import (
    compact_dates,
    epoch_dates,
    has_epochs,
    has_serials,
    order_of,
    serial_dates,
    written_dates,
)
from core.assistant.files.fitting import amounts, fits_most, fitting, peek_at, wanted_field
from core.assistant.files.measured_columns import (
    are_clock_times,
    clock_times,
    in_parts,
    parts_reader,
)
from core.assistant.files.missing import missing_in_names, missing_in_numbers
from core.assistant.files.named_columns import MAX_LEVELS, missing_texts, names_writing, type_named
from core.assistant.files.number_texts import are_years, has_lakhs, year_in
from core.assistant.files.writing_of import (
    currencies_of,
    decimal_commas,
    signs_in,
    typed_unit,
)
from core.domain.fields import Field, FieldKind
from core.domain.scale import Scale

_PLACEHOLDER: Final = 0.6
"""With this share of numbers, and one or two words that recur, those words are missing values."""
_BOUND: Final = re.compile(r"[<>≤≥±≈]")
"""What makes a number a range: ``<=50K`` is a label."""
_SEVERAL: Final = 5
"""Rows: in fewer ``N`` and ``S`` may as well be north and south."""
_STEP_UP: Final = re.compile(r"\d{1,3}\s?\+")
_STEP_DOWN: Final = re.compile(r"\d{1,3}\s?[-−–]")
_DAY_AND_MONTH: Final = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
"""No number, and no date without its year."""
_FAR: Final = 20.0
"""Times: a bare number that much beyond those with a unit is likely in another."""
_LENGTH: Final = re.compile(r"\d\s?h(?![A-Za-z])")
_STARS: Final = frozenset("★⭐")
_OF_RATINGS: Final = _STARS | set("/fF")
"""Signs of which every rating holds one: ``4/5``, ``3 out of 5``."""
_OUT_OF: Final = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of)\s*(\d{1,3})(?:\s*stars?)?", re.IGNORECASE
)


def type_column(column: Column, habits: Habits) -> Typed:
    """Return the kind of a column and how it is written."""
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
    if typed := type_code(column, counts, habits):
        return typed
    absent = missing - FALSE
    for without in dict.fromkeys((absent, absent - OF_NO)):
        if typed := _yes_no(column.without(without)):
            return replace(typed, writing=Writing(missing=without))
    for attempt in (
        compact_dates,
        serial_dates,
        clock_times,
        in_parts,
        _ratings,
        written_dates,
        _numbers,
    ):
        if typed := attempt(column, counts, habits):
            return replace(
                typed, writing=replace(typed.writing, missing=missing | typed.writing.missing)
            )
    return type_named(column, habits)


def read_as(column: Column, wanted: Field, habits: Habits) -> Typed:
    """Return how a column is written whose kind is already known."""
    if wanted.kind in (FieldKind.NUMBER, FieldKind.DATE, FieldKind.YES_NO):
        missing = missing_in_numbers(column.counts)
        if wanted.kind is FieldKind.YES_NO:
            missing -= FALSE
        counts = column.without(missing)
        writing = Writing(
            missing=missing,
            has_commas=decimal_commas(counts, is_likely=habits.has_commas),
            is_day_first=order_of(counts, habits) if wanted.kind is FieldKind.DATE else None,
            is_serial=has_serials(counts),
            is_epoch=has_epochs(peek_at(counts)),
            is_clock=wanted.kind is FieldKind.NUMBER and are_clock_times(counts),
            is_minutes=wanted.unit == "min",
            in_lakhs=has_lakhs(column.heading, peek_at(counts)),
            has_hours=_has_hours(counts),
            parse=parts_reader(counts, wanted.unit)[0] if wanted.kind is FieldKind.NUMBER else None,
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
    are_both = is_pair or (words & TRUE and words & FALSE)
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


def _numbers(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    with_digits = Counter(
        {c: n for c, n in counts.items() if _has_number(c) and not _BOUND.search(c)}
    )
    if sum(with_digits.values()) < _PLACEHOLDER * counts.total():
        return None
    if any(are(counts) for are in (_has_range_labels, _are_grades, _is_one_name, _are_days)):
        return None
    peek = peek_at(with_digits)
    writing = _number_writing(column, with_digits, habits)
    if len(currencies_of(with_digits)) > 1:
        return Typed(kind=FieldKind.NUMBER, writing=writing, left_out="out currencies")
    best = _best_unit(column, with_digits, writing, habits)
    if not fits_most(peek, wanted_field(FieldKind.NUMBER, best[1]), writing, habits):
        return None
    words = {c: n for c, n in counts.items() if c not in with_digits}
    recurring = tuple(c for c, n in words.items() if n >= _recurring(counts))
    share = counts.total() - sum(n for c, n in words.items() if c not in recurring)
    if not are_most(share, counts.total()) or (words and len(recurring) > 2):
        return None
    if not are_most(with_digits.total(), counts.total()) and not recurring:
        return None
    writing = replace(
        writing,
        missing=frozenset(word.casefold() for word in recurring),
        bare=_bare_range(peek, best[1], writing, habits),
    )
    return Typed(kind=FieldKind.NUMBER, unit=best[1], writing=writing, placeholders=recurring)


def _has_number(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell) or year_in(cell) is not None


def as_amounts(column: Column, habits: Habits) -> Typed | None:
    """Return a column as numbers where half of its cells can be read so, the others being bad."""
    missing = missing_in_numbers(column.counts)
    counts = column.without(missing)
    writing = _number_writing(column, counts, habits)
    rows, unit = _best_unit(column, counts, writing, habits)
    if not counts or len(currencies_of(counts)) > 1 or 2 * rows < peek_at(counts).total():
        return None
    bare = _bare_range(peek_at(counts), unit, writing, habits)
    writing = replace(writing, missing=missing, bare=bare)
    return Typed(kind=FieldKind.NUMBER, unit=unit, writing=writing)


def _bare_range(
    counts: Counter[str], unit: str | None, writing: Writing, habits: Habits
) -> tuple[float, float] | None:
    """Return between what the numbers without a unit can be in the unit of the others."""
    if unit is None:
        return None
    with_unit = Counter({c: n for c, n in counts.items() if not (c[0] + c[-1]).isdigit()})
    read = amounts(with_unit, wanted_field(FieldKind.NUMBER, unit), writing, habits)
    said = [abs(amount) for amount in read if amount]
    return (min(said) / _FAR, max(said) * _FAR) if len(said) > 1 else None


def _number_writing(column: Column, counts: Counter[str], habits: Habits) -> Writing:
    return Writing(
        has_commas=decimal_commas(counts, is_likely=habits.has_commas),
        in_lakhs=has_lakhs(column.heading, peek_at(counts)),
        has_hours=_has_hours(counts),
    )


def _has_hours(counts: Counter[str]) -> bool:
    return any(_LENGTH.search(cell) for cell in counts)


def _best_unit(
    column: Column, counts: Counter[str], writing: Writing, habits: Habits
) -> tuple[int, str | None]:
    """Return how many rows can be read as numbers in the unit with which most can, and it."""
    said = None if are_years(counts) else typed_unit(counts, in_lakhs=writing.in_lakhs)
    lengths = "h" if writing.has_hours else None
    units = [unit for unit in (split_unit(column.heading)[1], said, lengths) if unit] + [None]
    best: tuple[int, str | None] = (-1, None)
    for unit in units:
        rows, _ = fitting(peek_at(counts), wanted_field(FieldKind.NUMBER, unit), writing, habits)
        best = max(best, (rows, unit), key=lambda pair: pair[0])
    return best


def _has_range_labels(counts: Counter[str]) -> bool:
    """Return whether open ranges recur among few different cells: ``1``, ``2``, ``>4``."""
    bounds = sum(n for cell, n in counts.items() if _BOUND.search(cell))
    return bounds >= _recurring(counts) and len(counts) <= MAX_LEVELS


def _is_one_name(counts: Counter[str]) -> bool:
    """Return whether the same word with a digit stands in each of many rows: ``2m``, a class."""
    (cell,) = counts if len(counts) == 1 else ("",)
    return counts.total() >= SURE and cell[-1:].isalpha() and " " not in cell


def _are_grades(counts: Counter[str]) -> bool:
    """Return whether a plus or minus after a number is a step of its own: ``6``, ``6+``, ``7-``.

    It is where numbers stand both bare and with a plus, or with a plus and with a minus, or where
    a bare number is above one with a plus. ``3+`` alone at the end is "3 or more".
    """
    more = {cell.removesuffix("+").strip() for cell in counts if _STEP_UP.fullmatch(cell)}
    has_less = any(_STEP_DOWN.fullmatch(cell) for cell in counts)
    bare = [int(cell) for cell in counts if cell.isascii() and cell.isdigit()]
    is_passed = len(more) > 1 and any(number > min(map(int, more)) for number in bare)
    is_short = len(counts) <= MAX_LEVELS
    return is_short and (len(more & counts.keys()) > 1 or is_passed or bool(more and has_less))


def _are_days(counts: Counter[str]) -> bool:
    """Return whether the cells are days without a year: ``24.12.``."""
    return all(_DAY_AND_MONTH.fullmatch(cell) for cell in counts)


def _recurring(counts: Counter[str]) -> int:
    """Return how many cells are no slip."""
    return max(3, counts.total() // 100)
