"""Dates as people write them; read only where a task has a date field."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from core.assistant.reading.calendar_days import (
    Found,
    chinese,
    day_and_month,
    dotted_day,
    figures,
    month_and_day,
    short_figures,
    timestamp,
)
from core.assistant.reading.relative_days import (
    days_away,
    han_day,
    han_month_day,
    han_weekday,
    near_day,
    weekday,
    weekday_at,
)
from core.assistant.reading.times import time_at
from core.assistant.reading.tokens import CONTENT, Token, TokenKind, is_glued, tokenise

_Reader = Callable[[Sequence[Token], int, date], Found | None]
_BY_CALENDAR: Final[Sequence[_Reader]] = (
    timestamp,
    figures,
    dotted_day,
    chinese,
    day_and_month,
    month_and_day,
)
_FROM_TODAY: Final[Sequence[_Reader]] = (
    near_day,
    days_away,
    han_month_day,
    han_day,
    han_weekday,
    weekday,
)
_BOUNDS: Final = frozenset(["before", "after", "until", "till", "every", "each", "not", "except"])
"""Words before a date that make it another one, or a bound."""
_HAN_BOUNDS: Final = frozenset("前后後之以底起")
_WEEK: Final = timedelta(days=7)
_A_MONTH: Final = timedelta(days=31)
_HALF_A_YEAR: Final = timedelta(days=183)
"""So long before today, the nearest day of any date without a year is the last one before today."""
_MID_YEAR: Final = (7, 2)
"""The month and day to which all days of a year are nearer than to those of another year."""
_YEAR_WORDS: Final = frozenset(["year", *"今明去前后"])
"""Words that count a date's year from today's."""
_MOST_FIGURES: Final = 5
"""Day, month and year, and the two signs between them."""
_LIKE_A_DAY: Final = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2}"
)
_SPANS: Final = frozenset(["week", "weeks", "day", "days", "month", "months", "year", "years"])
_SOON: Final = timedelta(days=45)
"""How near a weekday with a mere number is: ``Friday 13``."""
_MONTH_DAY: Final = re.compile("[1-9]|[12][0-9]|3[01]")
_ORDINALS: Final = frozenset(["st", "nd", "rd", "th"])
_ENDS: Final = frozenset("?!.…)")
_DAY_HAN: Final = frozenset("日号")
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
    time: int | None = None
    """Where a time of the day begins that ends it."""
    is_unsure: bool = False
    """Whether it may be no day: it is asked about."""


_ANY_DAY: Final = date(2000, 1, 1)
"""What day it is does not matter for whether a text names one."""


def is_day(text: str) -> bool:
    """Return whether a text names a day and nothing else: ``yesterday``, 周二."""
    tokens = tokenise(text)
    found = date_at(tokens, 0, today=_ANY_DAY) if tokens else None
    return found is not None and found.stop == len(tokens)


def begins_with_day(text: str) -> bool:
    """Return whether a text begins with a day or a weekday, whatever follows."""
    tokens = tokenise(text)
    return bool(tokens) and bool(weekday_at(tokens, 0) or date_at(tokens, 0, today=_ANY_DAY))


def is_weekday(text: str) -> bool:
    """Return whether a text names a weekday and nothing else: ``Saturday``, 周二."""
    tokens = tokenise(text)
    named = weekday_at(tokens, 0)
    return named is not None and named[1] == len(tokens)


def date_at(
    tokens: Sequence[Token],
    index: int,
    *,
    today: date,
    is_past: bool = False,
    is_named: bool = False,
) -> DateMention | None:
    """Return the date that begins with this token, or None.

    A date without a year is the one nearest to today, or the last one of what ``is_past``. A
    weekday beside a date must be that of the date; it never takes its place. Two figures are a day
    and a month only beside the name of a date, which is what ``is_named`` says.
    """
    numbered = _weekday_and_day(tokens, index, today, is_past=is_past)
    if numbered is not None:
        is_loose = tokens[index].text in _SHORT_WEEKDAYS
        return DateMention(index, numbered[1], numbered[0], is_loose=is_loose)
    by_calendar = (*_BY_CALENDAR, *([short_figures] if is_named else []))
    found = _with_weekday(tokens, index, today, by_calendar)
    is_relative = False
    if found is None:
        found = _first_of(_FROM_TODAY, tokens, index, today)
        is_relative = found is not None
    if found is None:
        stop = _no_day_stop(tokens, index)
        return DateMention(index, stop, ()) if stop else None
    if is_past:
        found = _passed(found, tokens, index, today, by_calendar)
    readings, stop = found
    is_loose = stop == index + 1 and tokens[index].text in _SHORT_WEEKDAYS
    time, stop = stop, time_at(tokens, stop) or stop
    if _is_changed(tokens, index, stop):
        readings = ()
    at = time if time < stop else None
    return DateMention(index, stop, readings, is_relative, is_loose, time=at)


def _weekday_and_day(
    tokens: Sequence[Token], index: int, today: date, *, is_past: bool
) -> Found | None:
    """Read ``Friday 13``, ``Friday the 13th``: the last such day, or the next one.

    A number that no such day of about a month is is no clear one.
    """
    named = weekday_at(tokens, index)
    at = named[1] if named else len(tokens)
    at += at < len(tokens) and tokens[at].text == "the"
    day = tokens[at].text if at < len(tokens) else ""
    if named is None or not _MONTH_DAY.fullmatch(day):
        return None
    is_ordinal = is_glued(tokens, at + 1) and tokens[at + 1].text in _ORDINALS
    stop = at + 1 + is_ordinal
    after = tokens[stop] if stop < len(tokens) else None
    is_sign = after is not None and after.kind is TokenKind.SIGN and after.text not in _ENDS
    if after is not None and (after.has_content or is_sign):
        return None
    days = (today + timedelta(days=-n if is_past else n) for n in range(366))
    meant = next((d for d in days if (d.weekday(), d.day) == (named[0], int(day))), None)
    is_near = meant is not None and abs(meant - today) <= _SOON
    return (meant,) if meant and (is_ordinal or is_near) else (), stop


def _passed(
    found: Found, tokens: Sequence[Token], index: int, today: date, by_calendar: Sequence[_Reader]
) -> Found:
    """Return the days as they last were, where only the nearness to today decided on coming ones.

    What is said in full (``next Friday``, ``in 3 days``, ``May 5, 2027``) stays as it is.
    """
    readings, stop = found
    if all(day <= today for day in readings):
        return found
    named = weekday_at(tokens, index + (tokens[index].text == "this"))
    if named is not None and named[1] == stop:
        return tuple(day - _WEEK for day in readings), stop
    last = han_day(tokens, index, today - _A_MONTH)
    if last is not None and last[1] == stop:
        return last
    has_year_word = any(token.text in _YEAR_WORDS for token in tokens[index:stop])
    if has_year_word:
        return found
    return _with_weekday(tokens, index, today - _HALF_A_YEAR, by_calendar) or found


def days_in_year(
    tokens: Sequence[Token], index: int, stop: int, year: int
) -> tuple[date, ...] | None:
    """Return the days in that year of a date of the calendar that is said without one.

    None where another year is said, or no such date stands there.
    """
    if any(token.text in _YEAR_WORDS for token in tokens[index:stop]):
        return None
    readers = (*_BY_CALENDAR, short_figures)
    found, before = (
        _with_weekday(tokens[:stop], index, date(one, *_MID_YEAR), readers)
        for one in (year, year - 1)
    )
    return None if found is None or found == before else found[0]


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


def _with_weekday(
    tokens: Sequence[Token], index: int, today: date, by_calendar: Sequence[_Reader]
) -> Found | None:
    """Return the calendar's day there, none of its readings if a weekday beside it is another."""
    before = weekday_at(tokens, index)
    at = before[1] if before else index
    while before and at < min(len(tokens), before[1] + 2) and tokens[at].text in {",", "the", "."}:
        at += 1
    found = _first_of(by_calendar, tokens, at, today) if at < len(tokens) else None
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


def _no_day_stop(tokens: Sequence[Token], index: int) -> int | None:
    """Return where figures end that are written like a day of no month: ``31.02.2025``."""
    text, stop = "", index
    while (
        stop < len(tokens)
        and stop < index + _MOST_FIGURES
        and (stop == index or is_glued(tokens, stop))
    ):
        text, stop = text + tokens[stop].text, stop + 1
        goes_on = is_glued(tokens, stop) and tokens[stop].kind in CONTENT
        if _LIKE_A_DAY.fullmatch(text) and not goes_on:
            return stop
    return None


def _is_changed(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Return whether a word or sign beside the date makes it another: ``before``, ``30-31``."""
    before = tokens[first - 1].text if first else ""
    if before in _BOUNDS:
        return True
    if before == "from" and first > 1 and tokens[first - 2].text in _SPANS:
        return True
    if (
        before in {"-", "/"}
        and first > 1
        and is_glued(tokens, first)
        and is_glued(tokens, first - 1)
        and (tokens[first - 2].kind is TokenKind.NUMBER or tokens[first - 2].text in _DAY_HAN)
    ):
        return True  # the end of a range
    if not is_glued(tokens, stop):
        return False
    if tokens[stop].kind is TokenKind.HAN:
        return tokens[stop].text in _HAN_BOUNDS
    goes_on = stop + 1 < len(tokens) and tokens[stop + 1].kind is TokenKind.NUMBER
    return tokens[stop].text in {"-", "/"} and goes_on and is_glued(tokens, stop + 1)
