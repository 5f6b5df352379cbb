"""Columns of dates: written as such, without separators, or as a spreadsheet's numbers of days."""

from collections import Counter
from typing import Final

from core.assistant.files.cells import Writing
from core.assistant.files.column_names import names_date, names_day, names_time
from core.assistant.files.columns import MOSTLY, SURE, Column, Habits, Typed, are_most
from core.assistant.files.day_texts import (
    are_unpadded_months,
    day_without_year,
    epoch_date,
    is_dotted_day,
    may_have_year,
    serial_date,
)
from core.assistant.files.fitting import fits_most, fitting, peek_at, wanted_field
from core.assistant.files.writing_of import are_terms, are_year_pairs, day_order, looks_like_date
from core.domain.fields import FieldKind

_NEARLY_ALL: Final = 0.98
"""With this share of eight digits that are days, a column without a name for them holds days."""
_NO_SLIP: Final = 2
"""Different numbers among dates: one alone is mistyped."""
_SOME: Final = 0.2
"""This share of written dates says that the numbers beside them are dates, too."""


def compact_dates(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    """Return dates without separators: ``20240531``."""
    peek = peek_at(counts)
    is_named = names_day(column.heading)
    shaped = [cell for cell in peek if len(cell) == 8 and cell.isascii() and cell.isdigit()]
    total = peek.total()
    least = (MOSTLY if is_named else _NEARLY_ALL) * total
    if sum(peek[cell] for cell in shaped) < least:
        return None
    if not is_named and len(peek) < SURE:
        return None
    wanted = wanted_field(FieldKind.DATE)
    earliest = 1500 if is_named else 1900
    likely = sum(peek[cell] for cell in shaped if earliest <= int(cell[:4]) <= 2100)
    rows, _ = fitting(peek, wanted, Writing(), habits)
    is_date = are_most(min(likely, rows), total) if is_named else rows >= likely >= least
    if is_date:
        return Typed(kind=FieldKind.DATE)
    return None


def epoch_dates(column: Column, counts: Counter[str]) -> Typed | None:
    """Return dates that are counts of seconds or milliseconds, under a heading of a time."""
    peek = peek_at(counts)
    if not names_time(column.heading) or not has_epochs(peek):
        return None
    return Typed(kind=FieldKind.DATE, writing=Writing(is_epoch=True))


def has_epochs(counts: Counter[str]) -> bool:
    """Return whether the cells can be counts of seconds or milliseconds since 1970."""
    return are_most(sum(epoch_date(cell) is not None for cell in counts), len(counts))


def serial_dates(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    """Return dates of which some or all are a spreadsheet's numbers of days: ``45292``."""
    peek = peek_at(counts)
    dates = sum(looks_like_date(cell) for cell in peek)
    if not has_serials(peek) or not (dates >= _SOME * len(peek) or names_date(column.heading)):
        return None
    serials = sum(serial_date(cell) is not None for cell in peek)
    if not are_most(dates + serials, len(peek)):
        return None
    return Typed(
        kind=FieldKind.DATE, writing=Writing(is_serial=True, is_day_first=order_of(counts, habits))
    )


def has_serials(counts: Counter[str]) -> bool:
    """Return whether several cells can be a spreadsheet's numbers of days."""
    return sum(serial_date(cell) is not None for cell in counts) >= _NO_SLIP


def order_of(counts: Counter[str], habits: Habits) -> bool | None:
    """Return whether the day comes first, by the column itself or by the file's others.

    What the member said comes before all but days beyond the 12th, which stand on one side alone.
    """
    order = day_order(counts, is_strict=habits.is_order_said)
    return habits.is_day_first if order is None else order


def dates_without_year(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    """Return days of which none has a year, ``March 15``, as days of this one."""
    if not have_no_year(column, counts, habits):
        return None
    return Typed(kind=FieldKind.DATE, writing=Writing(year=habits.today.year))


def have_no_year(column: Column, counts: Counter[str], habits: Habits) -> bool:
    """Return whether cells are days without a year, and neither months of years nor sections.

    ``Mar 19`` alone may be a month of 2019; beside ``Mar 5`` or ``Mar 31`` it is none.
    """
    peek = peek_at(counts)
    days = {cell: found[0] for cell in peek if (found := day_without_year(cell))}
    if not are_most(len(days), len(peek)):
        return False
    if any(map(is_dotted_day, days)):
        return names_day(column.heading)
    this_year = habits.today.year % 100
    return any(not may_have_year(cell) or day > this_year for cell, day in days.items())


def written_dates(
    column: Column,  # noqa: ARG001
    counts: Counter[str],
    habits: Habits,
) -> Typed | None:
    """Return dates that are written as such."""
    peek = peek_at(counts)
    likely = sum(looks_like_date(cell) for cell in peek)
    if not are_most(likely, len(peek)) or are_year_pairs(counts) or are_terms(counts):
        return None
    if are_unpadded_months(peek):
        return None
    writing = Writing(is_day_first=order_of(counts, habits))
    if not fits_most(peek, wanted_field(FieldKind.DATE), writing, habits, unclear_too=True):
        return None
    return Typed(kind=FieldKind.DATE, writing=writing)
