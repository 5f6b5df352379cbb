"""The kind of a whole column: number, yes/no, date, category or text, as a person would type it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant.files.cells import (
    FALSE,
    TRUE,
    Writing,
    are_years,
    fold_name,
    hours_of,
    read_cell,
)
from core.assistant.files.column_names import (
    names_code,
    names_day,
    names_id,
    names_length,
    split_unit,
)
from core.assistant.files.columns import (
    ALL_DIFFERENT,
    MOSTLY,
    PEEK,
    SURE,
    Column,
    Habits,
    Typed,
    are_most,
)
from core.assistant.files.missing import missing_in_names, missing_in_numbers
from core.assistant.files.named_columns import missing_texts, names_writing, type_named
from core.assistant.files.writing_of import (
    currencies_of,
    day_order,
    decimal_commas,
    looks_like_date,
    signs_in,
    typed_unit,
)
from core.assistant.reading import Unclear
from core.domain.fields import Field, FieldKind
from core.domain.scale import Scale
from core.domain.task import field_key
from core.errors import InvalidValue

_PLACEHOLDER: Final = 0.6
"""With this share of numbers, and one or two words that recur, those words are missing values."""
_BOUND: Final = re.compile(r"[<>≤≥±≈]")
"""What makes a number a range: ``<=50K`` is a label."""
_SHORT_CODE: Final = 3
"""Digits: less is no postcode and no telephone number, whatever the heading says."""
_LONG_ID: Final = 12
"""Digits: a number so long is a name."""
_PHONE: Final = 7
"""Digits: so many tell rows apart; a postcode that is new in each row is still a place."""
_STARS: Final = frozenset("★⭐")
_OF_RATINGS: Final = _STARS | set("/fF")
"""Signs of which every rating holds one: ``4/5``, ``3 out of 5``."""
_YES_NO_WORDS: Final = 3
"""One for each, and an odd cell."""
_OUT_OF: Final = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:/|out of|of)\s*(\d{1,3})(?:\s*stars?)?", re.IGNORECASE
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
    if typed := _code(column, counts, habits):
        return typed
    said_no = missing - FALSE
    if typed := _yes_no(column.without(said_no)):
        return replace(typed, writing=Writing(missing=said_no))
    for attempt in (_compact_dates, _clock, _ratings, _dates, _numbers):
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
            is_day_first=_order(counts, habits) if wanted.kind is FieldKind.DATE else None,
            is_clock=wanted.kind is FieldKind.NUMBER and _all_clock(counts),
            is_minutes=wanted.unit == "min",
        )
        return Typed(kind=wanted.kind, unit=wanted.unit, writing=writing)
    if wanted.kind is FieldKind.TEXT:
        return Typed(kind=wanted.kind, writing=Writing(missing=missing_texts(column)))
    return Typed(kind=wanted.kind, writing=names_writing(column, habits))


def _code(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    """Return digits that are names: leading zeros, long ids, postcodes, numbers of the rows."""
    digits = [cell for cell in counts if cell.isascii() and cell.isdigit()]
    if len(digits) < MOSTLY * len(counts):
        return None
    total, is_all_different = counts.total(), len(counts) == counts.total()
    is_padded = any(len(cell) > 1 and cell[0] == "0" for cell in digits)
    is_long = sum(len(cell) >= _LONG_ID for cell in digits) > len(digits) / 2
    is_code = _is_called_code(column, digits)
    if is_padded or is_long or is_code:
        is_short = is_code and len(digits[0]) < _PHONE
        out = "out id" if is_all_different and total >= SURE and not is_short else ""
        return Typed(kind=FieldKind.CATEGORY, left_out=out, writing=names_writing(column, habits))
    is_id = names_id(column.heading) and len(counts) > ALL_DIFFERENT * total and total > 2
    if is_id or _numbers_rows(column, digits, total):
        return Typed(kind=FieldKind.NUMBER, left_out="out id")
    return None


def _is_called_code(column: Column, digits: Sequence[str]) -> bool:
    """Return whether a heading like ``zip`` stands over digits that can be one."""
    fitting = sum(len(cell) >= _SHORT_CODE for cell in digits)
    return names_code(column.heading) and fitting >= MOSTLY * len(digits)


def _numbers_rows(column: Column, digits: Sequence[str], total: int) -> bool:
    """Return whether a column without a name of its own counts the rows from 0 or 1 on."""
    is_nameless = column.heading.casefold().startswith(("unnamed", "column ", "列"))
    if not is_nameless or len(digits) != total or len(digits[0]) >= _LONG_ID:
        return False
    start = int(digits[0])
    return [int(cell) for cell in column.in_order[:SURE]] == [
        start + at for at in range(min(SURE, len(column.in_order)))
    ]


def _compact_dates(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    """Return dates without separators: ``20240531``."""
    peek = list(counts)[:PEEK]
    if not all(len(cell) == 8 and cell.isascii() and cell.isdigit() for cell in peek):
        return None
    if not names_day(column.heading) and len(peek) < SURE:
        return None
    wanted = _field(FieldKind.DATE)
    years = all(1900 <= int(cell[:4]) <= 2100 for cell in peek)
    if years and _fitting(peek, wanted, Writing(), habits) == len(peek):
        return Typed(kind=FieldKind.DATE)
    return None


def _yes_no(counts: Counter[str]) -> Typed | None:
    """Return yes/no where there is one word for each, as 有 and 无, and at most one odd cell."""
    words: set[str] = set()
    for cell in counts:
        words.add(fold_name(cell).removesuffix(".0"))
        if len(words) > _YES_NO_WORDS:
            return None
    odd = [cell for cell in counts if fold_name(cell).removesuffix(".0") not in TRUE | FALSE]
    if len(odd) == 1 and counts[odd[0]] == 1 and counts.total() >= SURE:
        words -= {fold_name(odd[0]).removesuffix(".0")}
    if len(words) != 2 or len(words & TRUE) != 1 or len(words & FALSE) != 1:
        return None
    if words == {"0", "1"} and counts.total() < SURE:
        return None
    return Typed(kind=FieldKind.YES_NO)


def _all_clock(counts: Counter[str]) -> bool:
    peek = list(counts)[:PEEK]
    return bool(peek) and are_most(sum(hours_of(cell) is not None for cell in peek), len(peek))


def _clock(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:  # noqa: ARG001
    """Return times of the day, or how long things take, in hours or minutes."""
    if not _all_clock(counts):
        return None
    parts = [cell.split(":") for cell in counts if ":" in cell]
    is_short = all(len(part) == 2 for part in parts)
    is_minutes = is_short and (
        names_length(column.heading) or any(int(part[0]) > 24 for part in parts)
    )
    writing = Writing(is_clock=True, is_minutes=is_minutes)
    return Typed(kind=FieldKind.NUMBER, unit="min" if is_minutes else "h", writing=writing)


def _ratings(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:  # noqa: ARG001
    """Return ratings out of one highest: ``4/5``, ``★★★★``, ``3 out of 5``."""
    signs = signs_in(counts)
    if not signs & _OF_RATINGS:
        return None
    highest = {float(found[1]) for cell in counts if (found := _OUT_OF.fullmatch(cell.strip()))}
    has_stars = bool(signs & _STARS)
    if has_stars and len(highest) < 2:
        highest = highest or {5.0}
    if len(highest) != 1:
        return None
    high = highest.pop()
    writing = Writing(scale=Scale(low=0, high=high, step=high))
    peek = list(counts)[:PEEK]
    fitting = _fitting(peek, _field(FieldKind.NUMBER), writing, habits)
    is_rating = are_most(fitting, len(peek))
    return Typed(kind=FieldKind.NUMBER, writing=writing) if is_rating else None


def _order(counts: Counter[str], habits: Habits) -> bool | None:
    order = day_order(counts)
    return habits.is_day_first if order is None else order


def _dates(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:  # noqa: ARG001
    peek = list(counts)[:PEEK]
    likely = sum(looks_like_date(cell) for cell in peek)
    if not are_most(likely, len(peek)):
        return None
    writing = Writing(is_day_first=_order(counts, habits))
    fitting = _fitting(peek, _field(FieldKind.DATE), writing, habits, unclear_too=True)
    if not are_most(fitting, len(peek)):
        return None
    return Typed(kind=FieldKind.DATE, writing=writing)


def _numbers(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    with_digits = Counter(
        {c: n for c, n in counts.items() if any(s.isdigit() for s in c) and not _BOUND.search(c)}
    )
    if sum(with_digits.values()) < _PLACEHOLDER * counts.total():
        return None
    peek = list(with_digits)[:PEEK]
    writing = Writing(has_commas=decimal_commas(with_digits, is_likely=habits.has_commas))
    heading_unit = split_unit(column.heading)[1]
    if len(currencies_of(with_digits)) > 1:
        return Typed(kind=FieldKind.NUMBER, writing=writing, left_out="out currencies")
    said = None if are_years(with_digits) else typed_unit(with_digits)
    units = [unit for unit in (heading_unit, said) if unit] + [None]
    best: tuple[int, str | None] = (-1, None)
    for unit in units:
        fitting = _fitting(peek, _field(FieldKind.NUMBER, unit), writing, habits)
        best = max(best, (fitting, unit), key=lambda pair: pair[0])
    if not are_most(best[0], len(peek)):
        return None
    words = {c: n for c, n in counts.items() if c not in with_digits}
    recurring = tuple(c for c, n in words.items() if n >= max(3, counts.total() // 100))
    share = counts.total() - sum(n for c, n in words.items() if c not in recurring)
    if not are_most(share, counts.total()) or (words and len(recurring) > 2):
        return None
    if not are_most(with_digits.total(), counts.total()) and not recurring:
        return None
    writing = replace(writing, missing=frozenset(word.casefold() for word in recurring))
    return Typed(kind=FieldKind.NUMBER, unit=best[1], writing=writing, placeholders=recurring)


def _field(kind: FieldKind, unit: str | None = None) -> Field:
    return Field(key=field_key(0), name="x", kind=kind, unit=unit)


def _fitting(
    cells: Sequence[str],
    wanted: Field,
    writing: Writing,
    habits: Habits,
    *,
    unclear_too: bool = False,
) -> int:
    """Return how many of the cells can be read as this kind."""
    count = 0
    for cell in cells:
        try:
            value = read_cell(cell, wanted, writing, today=habits.today)
        except (InvalidValue, OverflowError):
            continue
        count += unclear_too or not isinstance(value, Unclear)
    return count
