"""Days by the calendar, as people write them: ``31 May 2026``, ``5/31/26``, 2026年五月三十一日."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Final

from core.assistant.reading.han_numbers import han_number_at
from core.assistant.reading.tokens import Token, TokenKind, is_glued, word_at
from core.assistant.reading.units import unit_at

Found = tuple[tuple[date, ...], int]
"""The days that are meant and where they end; none where it looks like a day but is not clear."""

_MONTH_NAMES: Final = (
    "january february march april may june july august september october november december"
)


def numbered(names: str, *, start: int) -> dict[str, int]:
    """Return each name and its first three letters with the name's number."""
    numbers = {name: number for number, name in enumerate(names.split(), start=start)}
    return numbers | {name[:3]: number for name, number in numbers.items()}


_MONTHS: Final = numbered(_MONTH_NAMES, start=1) | {"sept": 9}
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_DOTTED: Final = re.compile(r"([0-9]{1,4})\.([0-9]{1,2})\.([0-9]{2,4})")
_SHORT_DOTTED: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
_DAY_SIGNS: Final = frozenset("日号號")
_AFTER_DAY: Final = frozenset("早上下中晚出去到走回的那是有开起之以前后和与或至")
"""What may stand right behind a day of the month; other words go on as 3号楼 and 4号线 do."""
_NEAR: Final = 12
"""Tokens on either side of a day in figures by which its language is told."""
_TIMESTAMP: Final = re.compile(r"<t:(-?[0-9]{1,12})(?::[tdfr])?>")
"""How Discord writes a moment, in seconds since 1970."""
_YEARS: Final = range(1000, 3000)
_AHEAD: Final = 20
"""Years from now that two digits may mean; more are of the century before."""
_OTHER_YEARS: Final = {"今": 0, "明": 1, "去": -1, "前": -2, "后": 2}
_LUNAR: Final = frozenset({"农历", "阴历", "旧历", "農曆"})


def timestamp(tokens: Sequence[Token], index: int, _today: date) -> Found | None:
    """Read ``<t:1618953630:D>``, the day of that moment by UTC."""
    found = _TIMESTAMP.fullmatch(tokens[index].text)
    if found is None:
        return None
    try:
        return (datetime.fromtimestamp(int(found[1]), UTC).date(),), index + 1
    except (OverflowError, OSError, ValueError):
        return (), index + 1


def figures(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read ``2026-05-31``, ``31.05.2026``, ``31/05/2026``, ``5/31/26``."""
    dotted = _DOTTED.fullmatch(tokens[index].text)
    if dotted:
        return _in_figures(dotted.groups(), ".", index + 1, today)
    near = tokens[index : index + 5]
    if len(near) < 5 or not all(is_glued(tokens, index + at) for at in range(1, 5)):
        return None
    first, sign, second, same_sign, third = (token.text for token in near)
    if sign not in {"-", "/"} or sign != same_sign:
        return None
    return _in_figures((first, second, third), sign, index + 5, today)


def short_figures(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read ``12/11``, ``12.11`` and ``12.11.`` beside the name of a date.

    In Chinese the month is first, in English the day before a full stop; a slash tells neither.
    """
    near = tokens[max(0, index - _NEAR) : index + _NEAR]
    is_han = any(token.kind is TokenKind.HAN for token in near)
    dotted = _SHORT_DOTTED.fullmatch(tokens[index].text)
    if dotted:
        is_closed = word_at(tokens, index + 1) == "." and is_glued(tokens, index + 1)
        texts, stop = list(dotted.groups()), index + 1 + is_closed
    elif word_at(tokens, index + 1) == "/" and all(is_glued(tokens, index + at) for at in (1, 2)):
        texts, stop = [tokens[index].text, word_at(tokens, index + 2)], index + 3
    else:
        return None
    one, two = (_whole(text) for text in texts)
    if one is None or two is None or _goes_on(tokens, stop):
        return None
    orders = [(two, one)] if dotted else [(two, one), (one, two)]
    if is_han:
        orders = [(one, two), (two, one)] if dotted and is_closed else [(one, two)]
    found = [_in_year(None, month, day, stop, today) for month, day in orders]
    days = dict.fromkeys(when for each in found if each for when in each[0])
    return (tuple(days), stop) if days else None


def dotted_day(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read 5.3号 and 5.3日, the month first."""
    found = _SHORT_DOTTED.fullmatch(tokens[index].text)
    if (
        found is None
        or word_at(tokens, index + 1) not in _DAY_SIGNS
        or not is_glued(tokens, index + 1)
        or names_a_thing(tokens, index + 2)
    ):
        return None
    stop = index + 2
    return _in_year(None, int(found[1]), int(found[2]), stop, today) or ((), stop)


def names_a_thing(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether Chinese words behind a 号 make it a thing's number: 3号楼, 5.3号电池."""
    goes_on = is_glued(tokens, stop) and tokens[stop].kind is TokenKind.HAN
    return goes_on and tokens[stop].text not in _AFTER_DAY


def _goes_on(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether figures go on there, so that what stands before is only a part of them."""
    is_sign = word_at(tokens, stop) in {"/", "-", "%"} or word_at(tokens, stop).isdecimal()
    return is_glued(tokens, stop) and is_sign


def _in_figures(texts: Sequence[str], sign: str, stop: int, today: date) -> Found | None:
    first, second, third = texts
    numbers = [_whole(text) for text in texts]
    if None in numbers or len(second) > 2:
        return None
    one, two, three = (number or 0 for number in numbers)
    if len(first) == 4 and len(third) <= 2:
        return dates([(one, two, three)], stop)
    if len(first) > 2 or len(third) not in {2, 4}:
        return None
    year = three if len(third) == 4 else _century(three, today)
    orders = [(year, two, one), (year, one, two)]
    if sign == ".":
        return dates(orders[:1], stop) or dates(orders[1:], stop)
    found = dates(orders, stop)
    is_ahead = found is None or all(day > today for day in found[0])
    if len(first) == len(third) == 2 and (sign == "-" or is_ahead):
        orders.append((_century(one, today), two, three))
    return dates(orders, stop)


def _century(year: int, today: date) -> int:
    """Return the year that two digits mean: 91 is 1991, 26 is 2026."""
    near = today.year // 100 * 100 + year
    return near if near <= today.year + _AHEAD else near - 100


def chinese(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read 2026年5月31日, 5月31日, 去年五月三十一号."""
    year, at = _chinese_year(tokens, index, today)
    month, at = _int_at(tokens, at)
    if month is None or word_at(tokens, at) != "月":
        return None
    day, stop = _int_at(tokens, at + 1)
    if day is None:
        return None
    if word_at(tokens, stop) in _DAY_SIGNS:
        stop += 1
    elif is_glued(tokens, stop) and tokens[stop].has_content:
        return None
    before = "".join(word_at(tokens, index - back) for back in (2, 1))
    if before in _LUNAR or before.endswith("年") or year not in {None, *_YEARS}:
        return (), stop
    return _in_year(year, month, day, stop, today) or ((), stop)


def _chinese_year(tokens: Sequence[Token], index: int, today: date) -> tuple[int | None, int]:
    if word_at(tokens, index + 1) == "年" and tokens[index].text in _OTHER_YEARS:
        return today.year + _OTHER_YEARS[tokens[index].text], index + 2
    year, at = _int_at(tokens, index)
    if year is None or word_at(tokens, at) != "年":
        return None, index
    has_two = len("".join(token.text for token in tokens[index:at])) == 2
    return (_century(year, today) if has_two else year), at + 1


def _int_at(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return the whole number in digits or Chinese numerals that stands there, and its end."""
    if index >= len(tokens):
        return None, index
    if tokens[index].kind is TokenKind.NUMBER:
        return _whole(tokens[index].text), index + 1
    found = han_number_at(tokens, index)
    if found is None or found[0] is None:
        return None, index
    return int(found[0]), found[1]


def day_and_month(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read ``31 May 2026``, ``31st of May``, ``31. May``, ``31-May-26``."""
    day = _whole(tokens[index].text)
    if day is None:
        return None
    at = index + 1
    while at < min(len(tokens), index + 4) and tokens[at].text in {*_ORDINALS, "of", ".", "-", "/"}:
        at += 1
    month = _MONTHS.get(word_at(tokens, at))
    if month is None:
        is_range = tokens[at - 1].text == "-" and word_at(tokens, at + 1) in _MONTHS
        return ((), at + 2) if is_range and _whole(word_at(tokens, at)) else None
    is_joined = word_at(tokens, index + 1) in {"-", "/"}
    year, stop = _year_at(tokens, at + 1, today, is_joined=is_joined)
    return _in_year(year, month, day, stop, today)


def month_and_day(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read ``May 31, 2026``, ``May 31st``, ``2026 May 31``."""
    first = _whole(tokens[index].text)
    year = first if first in _YEARS else None
    at = index + (year is not None)
    at += year is not None and word_at(tokens, at) in {",", "-"}
    month = _MONTHS.get(word_at(tokens, at))
    at += 1
    while month is not None and word_at(tokens, at) in {".", "-", "/", "the"}:
        at += 1
    day = _whole(word_at(tokens, at))
    if month is None or day is None:
        return None
    is_joined = word_at(tokens, at - 1) in {"-", "/"}
    at += 1
    if word_at(tokens, at) in _ORDINALS and is_glued(tokens, at):
        at += 1
    stop = at
    if year is None:
        year, stop = _year_at(tokens, at, today, is_joined=is_joined)
    return _in_year(year, month, day, stop, today)


def _whole(text: str) -> int | None:
    is_small = text.isascii() and text.isdigit() and len(text) <= 4
    return int(text) if is_small else None


def _year_at(
    tokens: Sequence[Token], at: int, today: date, *, is_joined: bool
) -> tuple[int | None, int]:
    """Return the year that follows, and where the date ends: ``, 2026``, ``'26``, ``last year``."""
    year_at = at
    while year_at < at + 2 and word_at(tokens, year_at) in {",", ".", "of", "'", "-", "/"}:
        year_at += 1
    text = word_at(tokens, year_at)
    year = _whole(text)
    if year in _YEARS and len(text) == 4:
        is_amount = unit_at(tokens, year_at + 1, own=()) is not None  # "3 May, 2000 km"
        return (None, at) if is_amount else (year, year_at + 1)
    sign = word_at(tokens, year_at - 1) if year_at > at else ""
    is_glued_on = is_glued(tokens, year_at) and (sign == "'" or (is_joined and sign in {"-", "/"}))
    is_end = year_at == at and not _has_content(tokens, at + 1)
    if year is not None and len(text) == 2 and (is_glued_on or is_end):
        return _century(year, today), year_at + 1
    other = {"last": -1, "this": 0, "next": 1}.get(word_at(tokens, at))
    if other is not None and word_at(tokens, at + 1) == "year":
        return today.year + other, at + 2
    return None, at


def _has_content(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].has_content or is_glued(tokens, at))


def _in_year(year: int | None, month: int, day: int, stop: int, today: date) -> Found | None:
    """Return the day in the year, or in the one that brings it nearest to today."""
    if year is not None:
        return dates([(year, month, day)], stop)
    years = (today.year - 1, today.year, today.year + 1)
    found = dates([(near, month, day) for near in years], stop)
    return found and ((min(found[0], key=lambda when: abs(when - today)),), stop)


def dates(parts: Iterable[tuple[int, int, int]], stop: int) -> Found | None:
    """Return those of the years, months and days that are dates."""
    found: dict[date, None] = {}
    for year, month, day in parts:
        try:
            found[date(year, month, day)] = None
        except ValueError:
            continue
    return (tuple(found), stop) if found else None
