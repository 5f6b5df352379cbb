"""Times of the day in words and figures, as hours from midnight: 3 pm and 下午三点 are 15."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.han_numbers import han_number_at
from core.assistant.reading.tokens import Token, TokenKind, tokenise, word_at

_NOON: Final = 12
DAY: Final = 24
"""Hours."""
_HOUR_MINUTES: Final = 60
_NIGHT_ENDS: Final = 6
"""Hours of a night that are of the next morning: 2 at night."""
_MORNING, _MIDDAY, _AFTERNOON, _NIGHT = "morning", "midday", "afternoon", "night"
HAN_PARTS: Final = {
    **dict.fromkeys(("凌晨", "清晨", "早上", "早晨", "上午", "半夜"), _MORNING),
    **dict.fromkeys(("中午",), _MIDDAY),
    **dict.fromkeys(("下午", "傍晚"), _AFTERNOON),
    **dict.fromkeys(("晚上", "夜里"), _NIGHT),
}
"""Chinese parts of the day, and which hours are meant in each."""
_ENGLISH_PARTS: Final = {
    ("am",): _MORNING,
    ("a", ".", "m", "."): _MORNING,
    ("a", ".", "m"): _MORNING,
    ("in", "the", "morning"): _MORNING,
    ("noon",): _MIDDAY,
    ("pm",): _AFTERNOON,
    ("p", ".", "m", "."): _AFTERNOON,
    ("p", ".", "m"): _AFTERNOON,
    ("in", "the", "afternoon"): _AFTERNOON,
    ("in", "the", "evening"): _AFTERNOON,
    ("at", "night"): _NIGHT,
}
HOUR_SIGNS: Final = frozenset("点點时時")
_LONGEST: Final = 3
"""Characters of an hour: 二十三."""
_BEHIND: Final = {"半": 30, "整": 0, "钟": 0, "鐘": 0}
_QUARTERS: Final = {("一", "刻"): 15, ("1", "刻"): 15, ("三", "刻"): 45, ("3", "刻"): 45}
"""Minutes that stand behind a Chinese hour."""
_PAST: Final = {("half", "past"): 30, ("quarter", "past"): 15}
"""Minutes that stand before an English hour."""


def hour_of_day(text: str) -> float | None:
    """Return the hours of a text that is one time of the day and its part: 下午3点, ``3 pm``."""
    tokens = tokenise(text)
    found = hours_at(tokens, int(word_at(tokens, 0) == "at")) if tokens else None
    return found[2] if found is not None and found[1] == len(tokens) else None


def hours_at(
    tokens: Sequence[Token], at: int, *, takes_clock: bool = True
) -> tuple[int, int, float | None] | None:
    """Return where the number begins and the time ends that stands there, and its hours.

    The hours are None where the part of the day does not tell them: 晚上12点.

    Args:
        tokens: the sentence.
        at: where the time would begin.
        takes_clock: whether ``5:30`` is a time of the day, too, which may be a length.
    """
    part = HAN_PARTS.get(f"{word_at(tokens, at)}{word_at(tokens, at + 1)}")
    if part is not None:
        found = _han_time(tokens, at + 2)
        return found and (at + 2, found[1], _in_part(part, found[0]))
    past = _PAST.get((word_at(tokens, at), word_at(tokens, at + 1)))
    start = at if past is None else at + 2
    hour = _digits(tokens, start)
    if hour is None or hour > DAY:
        return (start, start + 1, float(_NOON)) if word_at(tokens, at) == "noon" else None
    minutes = _digits(tokens, start + 2) if word_at(tokens, start + 1) == ":" else None
    stop = start + 1 if minutes is None else start + 3
    hours = hour + (minutes or past or 0) / _HOUR_MINUTES
    for words, part in _ENGLISH_PARTS.items():
        end = stop + len(words)
        if tuple(token.text for token in tokens[stop:end]) == words:
            return start, end, _in_part(part, hours)
    is_clock = takes_clock and minutes is not None and hours < DAY
    return (start, stop, hours) if is_clock else None


def _han_time(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the hours of 三点, 3点20分 or 三点半, and where they end."""
    signs = (i for i in range(at + 1, at + _LONGEST + 1) if word_at(tokens, i) in HOUR_SIGNS)
    sign = next(signs, at)
    hour = _han_number(tokens[:sign], at)  # 三点一 would be 3.1
    if hour is None or hour[1] != sign:
        return None
    stop = sign + 1
    if word_at(tokens, stop) in _BEHIND:
        return hour[0] + _BEHIND[word_at(tokens, stop)] / _HOUR_MINUTES, stop + 1
    quarter = _QUARTERS.get((word_at(tokens, stop), word_at(tokens, stop + 1)))
    if quarter is not None:
        return hour[0] + quarter / _HOUR_MINUTES, stop + 2
    minutes = _han_number(tokens, stop)
    if minutes is None or minutes[0] >= _HOUR_MINUTES:
        return hour[0], stop
    return hour[0] + minutes[0] / _HOUR_MINUTES, minutes[1] + (word_at(tokens, minutes[1]) == "分")


def _han_number(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    digits = _digits(tokens, at)
    if digits is not None:
        return float(digits), at + 1
    found = han_number_at(tokens, at) if at < len(tokens) else None
    return (float(found[0]), found[1]) if found is not None and found[0] is not None else None


def _digits(tokens: Sequence[Token], at: int) -> int | None:
    text = word_at(tokens, at)
    is_number = at < len(tokens) and tokens[at].kind is TokenKind.NUMBER
    return int(text) if is_number and text.isascii() and text.isdigit() and len(text) <= 2 else None


def _in_part(part: str, hours: float) -> float | None:
    """Return the hours from midnight of a time in a part of the day; None if that is not told."""
    is_twelve = _NOON <= hours < _NOON + 1
    if hours >= DAY or (part == _MORNING and hours >= _NOON + 1):
        return None
    if part == _MORNING:
        return hours - _NOON if is_twelve else hours
    if part == _NIGHT and (is_twelve or hours < _NIGHT_ENDS):
        return None if is_twelve else hours
    is_late = hours >= (_NOON - 2 if part == _MIDDAY else _NOON)
    return hours if is_late else hours + _NOON
