"""Days counted from today: ``tomorrow``, ``next Friday``, ``in 3 days``, 后天, 下周一, 三天前."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from core.assistant.reading.calendar_days import Found, names_a_thing, numbered
from core.assistant.reading.han_numbers import HAN_DIGITS, han_number_at
from core.assistant.reading.number_words import number_words_at
from core.assistant.reading.tokens import Token, TokenKind, is_glued, word_at

WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"
_WEEKDAYS: Final = numbered(WEEKDAYS, start=0) | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
_HAN_WEEKDAYS: Final = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
HAN_WEEKS: Final = (("周",), ("週",), ("星", "期"), ("礼", "拜"), ("禮", "拜"))
_HAN_WHICH: Final[dict[tuple[str, ...], int]] = {
    ("上", "上"): -2,
    ("上",): -1,
    ("这",): 0,
    ("這",): 0,
    ("本",): 0,
    ("下",): 1,
    ("下", "下"): 2,
}
_NEAR_DAYS: Final[dict[tuple[str, ...], int]] = {
    ("the", "day", "after", "tomorrow"): 2,
    ("day", "after", "tomorrow"): 2,
    ("the", "day", "before", "yesterday"): -2,
    ("day", "before", "yesterday"): -2,
    ("today",): 0,
    ("tonight",): 0,
    ("tomorrow",): 1,
    ("yesterday",): -1,
    ("大", "后", "天"): 3,
    ("大", "後", "天"): 3,
    ("大", "前", "天"): -3,
    **{(char, day): n for char, n in {"今": 0, "明": 1, "昨": -1}.items() for day in "天日晚早"},
    ("后", "天"): 2,
    ("後", "天"): 2,
    ("前", "天"): -2,
}
_UNITS: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_HAN_UNITS: Final[dict[tuple[str, ...], int]] = {
    ("天",): 1,
    ("周",): 7,
    ("个", "星", "期"): 7,
    ("个", "礼", "拜"): 7,
}
_AFTER: Final[dict[tuple[str, ...], int]] = {
    ("后",): 1,
    ("後",): 1,
    ("之", "后"): 1,
    ("以", "后"): 1,
}
_BEFORE: Final[dict[tuple[str, ...], int]] = {("前",): -1, ("之", "前"): -1, ("以", "前"): -1}
_HAN_DAYS: Final = frozenset("号號")
_NUMBERED: Final = frozenset("第月楼栋线座")
"""What stands before a number that is no day."""
_TO: Final = frozenset("-~到至")
_MOST_MONTHS: Final = 3
"""So many months hold a 31st."""
_TIMES: Final = frozenset("次回遍趟")
"""What a number behind a week counts: 每周三次."""
_DAY_PARTS: Final = frozenset({"week", "weeks", "fortnight", "after", "ago"})


def weekday_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Return the weekday that is named there and where its name ends."""
    if index >= len(tokens):
        return None
    weekday = _WEEKDAYS.get(tokens[index].text)
    if weekday is not None:
        return weekday, index + 1
    for words in HAN_WEEKS:
        at = index + len(words)
        if _stands(tokens, index, words) and at < len(tokens):
            han = _HAN_WEEKDAYS.get(tokens[at].text, _weekday_in_digits(tokens, index, at))
            if han is not None and is_glued(tokens, at):
                return han, at + 1
    return None


def _weekday_in_digits(tokens: Sequence[Token], index: int, at: int) -> int | None:
    """Return the weekday of 周3; None for 3 of 两周3天 and 每周3次."""
    is_counted = index > 0 and is_glued(tokens, index)
    is_apart = not (is_glued(tokens, at + 1) and tokens[at + 1].has_content)
    is_digit = len(tokens[at].text) == 1 and tokens[at].text in "1234567"
    return int(tokens[at].text) - 1 if is_digit and is_apart and not is_counted else None


def is_in_weekday(tokens: Sequence[Token], index: int) -> bool:
    """Return whether the numeral there says which day of the week it is: 周六, not 每周六次."""
    for first in range(max(0, index - 2), index):
        found = weekday_at(tokens, first)
        if found is not None and found[1] == index + 1 and tokens[index].kind is TokenKind.HAN:
            is_week = first > 0 and is_glued(tokens, first) and _counts(tokens[first - 1])
            is_time = is_glued(tokens, index + 1) and tokens[index + 1].text in _TIMES
            return not (is_week or is_time)
    return False


def _counts(token: Token) -> bool:
    """Return whether a number stands before a week: 两周三天."""
    return token.kind is TokenKind.NUMBER or token.text in HAN_DIGITS


def weekday(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read ``Friday``, ``next Friday``, ``last Friday``, ``Friday next week``.

    ``Friday`` is the coming one, today included, ``next Friday`` the first after today.
    """
    which = tokens[index].text if tokens[index].text in {"next", "last", "this"} else ""
    at = index + bool(which)
    is_week = bool(which) and at < len(tokens) and tokens[at].text in {"week", "weeks"}
    at += is_week
    found = weekday_at(tokens, at)
    if found is None or tokens[at].kind is TokenKind.HAN:
        return None
    day, stop = found
    after = tuple(token.text for token in tokens[stop : stop + 2])
    weeks = {"last": -1, "this": 0, "next": 1}
    if is_week or (len(after) == 2 and after[0] in weeks and after[1] == "week"):
        week = weeks[which] if is_week else weeks[after[0]]
        return _in_week(today, week, day, stop if is_week else stop + 2)
    if (after[:1] and after[0] in _DAY_PARTS) or _is_day_number(tokens, stop):
        return (), stop + 1  # "Friday week", "Friday the 13th": not the coming one
    ahead = (day - today.weekday()) % 7
    if which == "next":
        ahead = ahead or 7
    return _shifted(today, ahead - 7 if which == "last" else ahead, stop)


def han_weekday(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read 周五, which is the coming one, and 上周五, 这周五, 下周一, which count by the week."""
    which, at = _han_which(tokens, index)
    at += which is not None and _stands(tokens, at, ("个",))
    found = weekday_at(tokens, at)
    if found is None or tokens[at].kind is not TokenKind.HAN:
        return None
    day, stop = found
    if index and tokens[index - 1].text in {"每", "逢"}:
        return (), stop
    if which is not None:
        return _in_week(today, which, day, stop)
    return _shifted(today, (day - today.weekday()) % 7, stop)


def _han_which(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return how many weeks from this one the longest word says that stands there, and its end."""
    said = [words for words in _HAN_WHICH if _stands(tokens, index, words)]
    words = max(said, key=len, default=())
    return _HAN_WHICH.get(words), index + len(words)


def han_day(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read 30号 as the coming day of that number, today included; 3号楼 is none."""
    if tokens[index].kind not in {TokenKind.NUMBER, TokenKind.HAN}:
        return None
    day, at = count_at(tokens, index)
    if day is None or word_at(tokens, at) not in _HAN_DAYS or not is_glued(tokens, at):
        return None
    before = tokens[index - 1].text if is_glued(tokens, index) else ""
    if before in _TO and index > 1 and count_at(tokens, index - 2)[0] is not None:
        return (), at + 1
    stop = at + 1
    if before in _NUMBERED or names_a_thing(tokens, stop):
        return None
    return _coming(today, day, stop)


def _coming(today: date, day: int, stop: int) -> Found | None:
    """Return the next day of that number in its month, today included."""
    for months in range(_MOST_MONTHS):
        years, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        try:
            found = date(years, month + 1, day)
        except ValueError:  # the month has no such day
            continue
        if found >= today:
            return (found,), stop
    return None


def han_month_day(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read 下个月5号, 上月三日, 本月20号."""
    for words, months in _HAN_WHICH.items():
        at = index + len(words)
        at += _stands(tokens, index, words) and _stands(tokens, at, ("个",))
        if not (_stands(tokens, index, words) and _stands(tokens, at, ("月",))):
            continue
        day, stop = count_at(tokens, at + 1)
        if day is None or not (_stands(tokens, stop, ("号",)) or _stands(tokens, stop, ("日",))):
            return None
        years, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        try:
            return (date(years, month + 1, day),), stop + 1
        except ValueError:  # the month has no such day
            return (), stop + 1
    return None


def near_day(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read ``today``, ``the day after tomorrow``, 昨天, 后天."""
    for words, days in _NEAR_DAYS.items():
        if _stands(tokens, index, words):
            return _shifted(today, days, index + len(words))
    return None


def days_away(tokens: Sequence[Token], index: int, today: date) -> Found | None:
    """Read ``in 3 days``, ``two weeks ago``, 三天后, 2周前."""
    is_ahead = tokens[index].text == "in"
    count, at = count_at(tokens, index + is_ahead)
    if count is None or at >= len(tokens):
        return None
    unit = _UNITS.get(tokens[at].text)
    is_ago = at + 1 < len(tokens) and tokens[at + 1].text == "ago"
    if unit and is_ahead != is_ago:
        return _shifted(today, count * unit * (1 if is_ahead else -1), at + 1 + is_ago)
    for words, han_unit in _HAN_UNITS.items():
        after = at + len(words)
        for ends, sign in ({**_AFTER, **_BEFORE}).items():
            if _stands(tokens, at, words) and _stands(tokens, after, ends):
                return _shifted(today, count * han_unit * sign, after + len(ends))
    return None


def count_at(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """Return the whole number that stands there, in digits or words, and its end."""
    if index >= len(tokens):
        return None, index
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        is_small = token.text.isascii() and token.text.isdigit() and len(token.text) <= 4
        return (int(token.text) if is_small else None), index + 1
    if token.text in {"a", "one"}:
        return 1, index + 1
    is_han = token.kind is TokenKind.HAN
    found = han_number_at(tokens, index) if is_han else number_words_at(tokens, index)
    if found is None or found[0] is None:
        return None, index
    return int(found[0]), found[1]


def _is_day_number(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a day of the month follows that was not read: ``the 13th``."""
    at += at < len(tokens) and tokens[at].text in {"the", ","}
    has_ordinal = is_glued(tokens, at + 1) and tokens[at + 1].text in {"st", "nd", "rd", "th", "/"}
    return at < len(tokens) and tokens[at].kind is TokenKind.NUMBER and has_ordinal


def _in_week(today: date, weeks: int, day: int, stop: int) -> Found | None:
    """Return a day of this week, which begins on Monday, or of one after or before."""
    return _shifted(today, weeks * 7 + day - today.weekday(), stop)


def _stands(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    return tuple(token.text for token in tokens[index : index + len(words)]) == words


def _shifted(today: date, days: int, stop: int) -> Found | None:
    try:
        return (today + timedelta(days=days),), stop
    except OverflowError:
        return None
