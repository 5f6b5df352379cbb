"""Dates as people write them; read only where a task has a date field."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from core.assistant.reading.tokens import Token, TokenKind, is_glued

_MONTH_NAMES: Final = (
    "january february march april may june july august september october november december"
)
_WEEKDAY_NAMES: Final = "monday tuesday wednesday thursday friday saturday sunday"


def _numbered(names: str, *, start: int) -> dict[str, int]:
    """Return each name and its first three letters with the name's number."""
    numbers = {name: number for number, name in enumerate(names.split(), start=start)}
    return numbers | {name[:3]: number for name, number in numbers.items()}


_MONTHS: Final = _numbered(_MONTH_NAMES, start=1) | {"sept": 9}
_WEEKDAYS: Final = _numbered(_WEEKDAY_NAMES, start=0)
_NEAR_DAYS: Final = {
    ("today",): 0,
    ("tomorrow",): 1,
    ("yesterday",): -1,
    ("今", "天"): 0,
    ("明", "天"): 1,
    ("昨", "天"): -1,
}
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_DOTTED: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_YEARS: Final = range(1000, 3000)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as typed."""

    first: int
    stop: int
    """Its tokens, ``first`` to ``stop`` exclusive."""
    readings: tuple[date, ...]
    """Two where day and month can be swapped: ``05/06/2026``."""


def date_at(tokens: Sequence[Token], index: int, *, today: date) -> DateMention | None:
    """Return the date that begins with this token, or None.

    A date without a year is the one nearest to today; ``Friday`` is the coming one, today
    included, ``next Friday`` the first after today.
    """
    for read in (_figures, _chinese, _day_and_month, _month_and_day, _weekday, _near_day):
        found = read(tokens, index, today)
        if found is not None:
            readings, stop = found
            return DateMention(index, stop, readings)
    return None


def whole_date(text: str) -> date | None:
    """Return the date of an ISO date or date and time: ``2026-05-31T10:00``."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


_Found = tuple[tuple[date, ...], int]


def _figures(tokens: Sequence[Token], index: int, _today: date) -> _Found | None:
    """Read ``2026-05-31``, ``31.05.2026``, ``31/05/2026``."""
    dotted = _DOTTED.fullmatch(tokens[index].text)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return _dates([(year, month, day)], index + 1)
    near = tokens[index : index + 5]
    if len(near) < 5 or not all(is_glued(tokens, index + at) for at in range(1, 5)):
        return None
    first, sign, second, same_sign, third = (token.text for token in near)
    numbers = [_whole(text) for text in (first, second, third)]
    if sign not in {"-", "/"} or sign != same_sign or None in numbers:
        return None
    one, two, three = (number or 0 for number in numbers)
    if len(first) == 4:
        return _dates([(one, two, three)], index + 5)
    return _dates([(three, two, one), (three, one, two)], index + 5)


def _chinese(tokens: Sequence[Token], index: int, today: date) -> _Found | None:
    """Read 2026年5月31日 and 5月31日."""
    texts = [token.text for token in tokens[index : index + 6]]
    year = _whole(texts[0]) if texts[1:2] == ["年"] else None
    month, day = texts[2:], index + 6
    if year is None:
        month, day = texts[:4], index + 4
    if len(month) < 4 or month[1] != "月" or month[3] not in {"日", "号"}:
        return None
    return _in_year(year, _whole(month[0]), _whole(month[2]), day, today)


def _day_and_month(tokens: Sequence[Token], index: int, today: date) -> _Found | None:
    """Read ``31 May 2026``, ``31st of May``, ``31. May``."""
    day = _whole(tokens[index].text)
    if day is None:
        return None
    at = index + 1
    while at < min(len(tokens), index + 4) and tokens[at].text in {*_ORDINALS, "of", ".", "-"}:
        at += 1
    month = _MONTHS.get(tokens[at].text) if at < len(tokens) else None
    if month is None:
        return None
    year, stop = _year_at(tokens, at + 1)
    return _in_year(year, month, day, stop, today)


def _month_and_day(tokens: Sequence[Token], index: int, today: date) -> _Found | None:
    """Read ``May 31, 2026`` and ``May 31st``."""
    month = _MONTHS.get(tokens[index].text)
    at = index + 1
    day = _whole(tokens[at].text) if at < len(tokens) else None
    if month is None or day is None:
        return None
    at += 1
    if at < len(tokens) and tokens[at].text in _ORDINALS and is_glued(tokens, at):
        at += 1
    year, stop = _year_at(tokens, at)
    return _in_year(year, month, day, stop, today)


def _weekday(tokens: Sequence[Token], index: int, today: date) -> _Found | None:
    """Read ``Friday``, ``next Friday``, ``last Friday``."""
    which = tokens[index].text
    at = index + (which in {"next", "last", "this"})
    weekday = _WEEKDAYS.get(tokens[at].text) if at < len(tokens) else None
    if weekday is None:
        return None
    ahead = (weekday - today.weekday()) % 7
    if which == "next":
        ahead = ahead or 7
    if which == "last":
        ahead -= 7
    return _shifted(today, ahead, at + 1)


def _near_day(tokens: Sequence[Token], index: int, today: date) -> _Found | None:
    """Read ``today``, ``tomorrow``, 昨天, ``in 3 days``, ``3 days ago``."""
    texts = tuple(token.text for token in tokens[index : index + 3])
    for words, days in _NEAR_DAYS.items():
        if texts[: len(words)] == words:
            return _shifted(today, days, index + len(words))
    match texts:
        case ("in", number, "day" | "days") if (days_ahead := _whole(number)) is not None:
            return _shifted(today, days_ahead, index + 3)
        case (number, "day" | "days", "ago") if (days_before := _whole(number)) is not None:
            return _shifted(today, -days_before, index + 3)
    return None


def _whole(text: str) -> int | None:
    is_small = text.isascii() and text.isdigit() and len(text) <= 4
    return int(text) if is_small else None


def _year_at(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """Return the year that follows, after a comma or not, and where the date ends."""
    year_at = at + (at < len(tokens) and tokens[at].text == ",")
    if year_at < len(tokens) and tokens[year_at].kind is TokenKind.NUMBER:
        year = _whole(tokens[year_at].text)
        if year in _YEARS:
            return year, year_at + 1
    return None, at


def _in_year(
    year: int | None, month: int | None, day: int | None, stop: int, today: date
) -> _Found | None:
    if month is None or day is None:
        return None
    if year is not None:
        return _dates([(year, month, day)], stop)
    years = (today.year - 1, today.year, today.year + 1)
    found = _dates([(near, month, day) for near in years], stop)
    return found and ((min(found[0], key=lambda when: abs(when - today)),), stop)


def _dates(parts: Iterable[tuple[int, int, int]], stop: int) -> _Found | None:
    """Return those of the years, months and days that are dates."""
    found: dict[date, None] = {}
    for year, month, day in parts:
        try:
            found[date(year, month, day)] = None
        except ValueError:
            continue
    return (tuple(found), stop) if found else None


def _shifted(today: date, days: int, stop: int) -> _Found | None:
    try:
        return (today + timedelta(days=days),), stop
    except OverflowError:
        return None
