"""Dates as people write them; read only where a task has a date field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.assistant.reading.calendar_days import (
    Found,
    chinese,
    day_and_month,
    figures,
    month_and_day,
    timestamp,
)
from core.assistant.reading.relative_days import (
    days_away,
    han_month_day,
    han_weekday,
    near_day,
    weekday,
    weekday_at,
)
from core.assistant.reading.times import time_at
from core.assistant.reading.tokens import Token, TokenKind, is_glued

_Reader = Callable[[Sequence[Token], int, date], Found | None]
_BY_CALENDAR: Final[Sequence[_Reader]] = (timestamp, figures, chinese, day_and_month, month_and_day)
_FROM_TODAY: Final[Sequence[_Reader]] = (near_day, days_away, han_month_day, han_weekday, weekday)
_BOUNDS: Final = frozenset(["before", "after", "until", "till", "every", "each", "not", "except"])
"""Words before a date that make it another one, or a bound."""
_HAN_BOUNDS: Final = frozenset("前后後之以底起")
_SPANS: Final = frozenset(["week", "weeks", "day", "days", "month", "months", "year", "years"])
_SHORT_WEEKDAYS: Final = frozenset(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as typed."""

    first: int
    stop: int
    """Its tokens, ``first`` to ``stop`` exclusive."""
    readings: tuple[date, ...]
    """Two where day and month can be swapped: ``05/06/2026``; none where it is no clear day."""
    is_relative: bool = False
    """Whether it counts from today."""
    is_loose: bool = False
    """Whether it may well be another word: ``sun``, ``sat``."""


def date_at(tokens: Sequence[Token], index: int, *, today: date) -> DateMention | None:
    """Return the date that begins with this token, or None.

    A date without a year is the one nearest to today. A weekday beside a date must be that of the
    date; it never takes its place.
    """
    found = _with_weekday(tokens, index, today)
    is_relative = False
    if found is None:
        found = _first_of(_FROM_TODAY, tokens, index, today)
        is_relative = found is not None
    if found is None:
        return None
    readings, stop = found
    is_loose = stop == index + 1 and tokens[index].text in _SHORT_WEEKDAYS
    stop = time_at(tokens, stop) or stop
    if _is_changed(tokens, index, stop):
        readings = ()
    return DateMention(index, stop, readings, is_relative=is_relative, is_loose=is_loose)


def whole_date(text: str) -> date | None:
    """Return the date of an ISO date or date and time: ``2026-05-31T10:00``."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _first_of(
    readers: Sequence[_Reader], tokens: Sequence[Token], index: int, today: date
) -> Found | None:
    for read in readers:
        found = read(tokens, index, today)
        if found is not None:
            return found
    return None


def _with_weekday(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Return the calendar's day there, none of its readings if a weekday beside it is another."""
    before = weekday_at(tokens, index)
    at = before[1] if before else index
    while before and at < min(len(tokens), before[1] + 2) and tokens[at].text in {",", "the", "."}:
        at += 1
    found = _first_of(_BY_CALENDAR, tokens, at, today) if at < len(tokens) else None
    if found is None:
        return None
    readings, stop = found
    at = stop + (stop < len(tokens) and tokens[stop].text in {",", "("})
    after = weekday_at(tokens, at)
    if after is not None:
        stop = after[1]
        is_closed = tokens[at - 1].text == "(" and stop < len(tokens) and tokens[stop].text == ")"
        stop += is_closed
    days = {named[0] for named in (before, after) if named is not None}
    if days:
        readings = tuple(day for day in readings if days == {day.weekday()})
    return readings, stop


def _is_changed(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Return whether a word or sign beside the date makes it another: ``before``, ``30-31``."""
    before = tokens[first - 1].text if first else ""
    if before in _BOUNDS:
        return True
    if before == "from" and first > 1 and tokens[first - 2].text in _SPANS:
        return True
    if not is_glued(tokens, stop):
        return False
    if tokens[stop].kind is TokenKind.HAN:
        return tokens[stop].text in _HAN_BOUNDS
    goes_on = stop + 1 < len(tokens) and tokens[stop + 1].kind is TokenKind.NUMBER
    return tokens[stop].text in {"-", "/"} and goes_on and is_glued(tokens, stop + 1)
