"""Times of day beside a date: they belong to it, and a date field keeps the day alone."""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.han_numbers import han_number_at
from core.assistant.reading.hours import HAN_PARTS, HOUR_SIGNS
from core.assistant.reading.tokens import Token, TokenKind, is_glued, word_at

_HALVES: Final = frozenset(["am", "pm", "a.m", "p.m", "h", "uhr", "noon", "midnight"])
_ZONES: Final = frozenset(["utc", "gmt", "z"])
_ISO: Final = re.compile(r"t[0-9]{1,2}")
_MOST_HOURS: Final = 24


def time_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return where the time ends that stands there: ``at 14:30``, ``3pm``, 下午三点半; or None."""
    at = index
    while at < min(len(tokens), index + 2) and tokens[at].text in {
        ",",
        "at",
        "@",
        "um",
        "in",
        "the",
    }:
        at += 1
    stop = _clock(tokens, at) or _half_of_day(tokens, at) or _chinese(tokens, at)
    if stop is None:
        return None
    if word_at(tokens, stop) in _ZONES:
        stop += 1
    return stop


def _clock(tokens: Sequence[Token], at: int) -> int | None:
    """Read ``14:30``, ``14:30:05``, ``3:15 pm`` and the ``T14:30`` of an ISO date."""
    is_iso = at < len(tokens) and is_glued(tokens, at) and bool(_ISO.fullmatch(tokens[at].text))
    if not is_iso and not _is_hour(tokens, at):
        return None
    stop = at + 1
    while word_at(tokens, stop) == ":" and _is_number(tokens, stop + 1):
        stop += 2
    if stop == at + 1:
        return None
    return stop + (word_at(tokens, stop) in _HALVES)


def _half_of_day(tokens: Sequence[Token], at: int) -> int | None:
    """Read ``3pm``, ``3 p.m.``, ``3 o'clock``."""
    if not _is_hour(tokens, at):
        return None
    after = tuple(token.text for token in tokens[at + 1 : at + 5])
    if after[:1] in {("am",), ("pm",)}:
        return at + 2
    if after[:3] == ("o", "'", "clock"):
        return at + 4
    if after[:3] in {("p", ".", "m"), ("a", ".", "m")}:
        return at + 4 + (after[3:] == (".",))
    return None


def _chinese(tokens: Sequence[Token], at: int) -> int | None:
    """Read 下午, 三点, 下午三点半, 15点30分."""
    stop = at
    if "".join(token.text for token in tokens[at : at + 2]) in HAN_PARTS:
        stop = at + 2
    hour = _number_stop(tokens, stop)
    if hour is None or word_at(tokens, hour) not in HOUR_SIGNS:
        return None  # 晚上 alone may be a value itself
    stop = hour + 1
    if word_at(tokens, stop) in {"半", "整"}:
        return stop + 1
    minute = _number_stop(tokens, stop)
    if minute is not None and word_at(tokens, minute) in {"分", "刻"}:
        return minute + 1
    return minute or stop


def _number_stop(tokens: Sequence[Token], at: int) -> int | None:
    if at >= len(tokens):
        return None
    if tokens[at].kind is TokenKind.NUMBER:
        return at + 1
    found = han_number_at(tokens, at)
    return found[1] if found else None


def _is_hour(tokens: Sequence[Token], at: int) -> bool:
    return _is_number(tokens, at) and int(tokens[at].text) <= _MOST_HOURS


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    text = word_at(tokens, at)
    return text.isascii() and text.isdigit() and len(text) <= 2
