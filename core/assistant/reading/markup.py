"""Discord's notation in a text: formatting, code, links and mentions.

Formatting (``**``, ``__``, ``~~``, ``||``, backticks) is no content. Links, mentions and code that
holds more than one value are one word each, so that no number is read out of them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_RUN: Final = re.compile(r"`{1,3}|\*{1,3}|_{1,3}|~~|\|\|")
_MARKS: Final = re.compile(r"[`*_~|]")
_WHOLE: Final = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"'`，。；、）)\]|*]*[^\s<>"'`，。；、）)\]|*.,;:!?_~]
  | <(?:[@\#][!&]?[0-9]{1,20}|a?:\w{1,32}:[0-9]{1,20}|/[\w ]{1,99}:[0-9]{1,20})>
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Links, mentions of members, roles, channels and commands, and a server's own emoji."""
_VALUE: Final = re.compile(r"[\w\s.,:/%+−–€$£¥₹²-]*")
"""Code that holds letters, digits and the signs of numbers alone is a value in code's dress."""
_CODE: Final = "`"
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@dataclass(frozen=True, slots=True)
class Markup:
    """Where a text has mark-up."""

    pairs: tuple[tuple[int, int, int, int], ...] = ()
    """Start and end of each opening mark, and of its closing one."""
    wholes: tuple[tuple[int, int], ...] = ()
    """What is one word: links, mentions, code."""

    def blanked(self, text: str) -> str:
        """Return the text of the same length with blanks for the marks of formatting."""
        if not self.pairs:
            return text
        chars = list(text)
        for opens, opened, closes, closed in self.pairs:
            chars[opens:opened] = " " * (opened - opens)
            chars[closes:closed] = " " * (closed - closes)
        return "".join(chars)

    def part(self, text: str, start: int, end: int) -> str:
        """Return a part of the text without marks whose partners lie outside of it.

        A mark right beside the part whose partner lies inside belongs to it.
        """
        for opens, opened, closes, closed in self.pairs:
            if start <= opens and closes == end:
                end = closed
            elif opened == start and closed <= end:
                start = opens
        cuts = [
            mark
            for opens, opened, closes, closed in self.pairs
            if (start <= opens < end) is not (start <= closes < end)
            for mark in ((opens, opened), (closes, closed))
            if start <= mark[0] < end
        ]
        return _without(text, sorted(cuts), start, end)


def _without(text: str, cuts: Sequence[tuple[int, int]], start: int, end: int) -> str:
    pieces, at = [], start
    for first, stop in cuts:
        pieces.append(text[at:first])
        at = stop
    return "".join(pieces) + text[at:end]


_NONE: Final = Markup()


def markup_of(text: str) -> Markup:
    """Return where the text has mark-up, in time linear in its length."""
    wholes = [match.span() for match in _WHOLE.finditer(text)] if _may_have_whole(text) else []
    if not _MARKS.search(text):
        return Markup(wholes=tuple(wholes)) if wholes else _NONE
    pairs: list[tuple[int, int, int, int]] = []
    opened: dict[str, int] = {}
    inside = iter([*wholes, (len(text), len(text))])
    whole = next(inside)
    for run in _RUN.finditer(text):
        while whole[1] <= run.start():
            whole = next(inside)
        if whole[0] <= run.start() < whole[1]:
            continue
        _pair(text, run, opened, pairs)
    code = [(p[0], p[3]) for p in pairs if text[p[0]] == _CODE and not _is_value(text, p)]
    wholes = sorted({*wholes, *code})
    kept = [pair for pair in pairs if not _is_within(pair, wholes)]
    return Markup(pairs=tuple(kept), wholes=_apart(wholes))


def without_markup(text: str) -> str:
    """Return the text without formatting."""
    pairs = markup_of(text).pairs
    cuts = sorted(mark for pair in pairs for mark in (pair[:2], pair[2:]))
    return _without(text, cuts, 0, len(text)).strip() if cuts else text


def _may_have_whole(text: str) -> bool:
    return "://" in text or "<" in text or "www." in text.casefold()


def _pair(
    text: str, run: re.Match[str], opened: dict[str, int], pairs: list[tuple[int, int, int, int]]
) -> None:
    """Note a mark that opens, or the pair of one that closes."""
    mark, start, end = run.group(), run.start(), run.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if _CODE in opened and mark[0] != _CODE:
        return  # formatting inside code is code
    key = mark if mark[0] != _CODE else _CODE
    is_code = mark[0] == _CODE
    opens = opened.get(key)
    closes = is_code or (before.strip() != "" and after.casefold() not in _LETTERS)
    if opens is not None and closes and text[opens : opens + len(mark)] == mark:
        if start > opens + len(mark):
            pairs.append((opens, opens + len(mark), start, end))
        del opened[key]
        return
    if is_code or (after.strip() != "" and before.casefold() not in _LETTERS):
        opened[key] = start


def _is_value(text: str, pair: tuple[int, int, int, int]) -> bool:
    return bool(_VALUE.fullmatch(text, pair[1], pair[2]))


def _is_within(pair: tuple[int, int, int, int], wholes: list[tuple[int, int]]) -> bool:
    at = bisect_right(wholes, (pair[0], 1 << 60)) - 1
    return at >= 0 and wholes[at][0] <= pair[0] < wholes[at][1]


def _apart(wholes: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans without those that begin inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in wholes:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
