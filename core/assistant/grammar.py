"""Commands in words: ``teach houses: size 1 -> 2`` taken apart, in linear time.

Options are said as ``name:value``. Where a command takes a member's own words (a lesson, a
question, a correction), options stand before those words: from the first word that is no option
on, nothing is one. Elsewhere they may stand in any order.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.assistant.options import Kind, option_named
from core.assistant.reading.traditional import simplified

_QUOTED = r'"([^"]*)"|“([^”]*)”|「([^」]*)」'
_IN_QUOTES = re.compile(rf"\s*(?:{_QUOTED})")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_LISTS = frozenset({"fields", "labels", "about", "add"})
"""Options whose value is several words, in quotes or up to the next option."""
_HEAD = re.compile(r"\s*([^\s:：\"“<>(){}\[\]/\\]{1,60})\s?(?:[:：](?=\s|$)|：|:(?![:/\\]))")
_DRESS = "*_~`\"'“”「」『』‘’ \t"
_BULLET = re.compile(r"\s*(?:[>•*+-]+\s+|>+)")
_NAME_THEN = re.compile(r"([^:：,，、?？;；\n]{1,80})[:：,，、?？;；](?![:/\\])([*_~`\"'”」』’]*)")
_OPTION_LIKE = re.compile(r"([A-Za-z][\w-]{0,39})[:：]")
ARROW = re.compile(r"->|→|=>|➜|⇒")
"""What parts a lesson from its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A command as it was typed."""

    name: str
    options: Mapping[str, str]
    text: str
    repeated: tuple[str, ...] = ()
    """Options that were said more than once."""


def command_name(line: str, names: Collection[str], aliases: Mapping[str, str]) -> str | None:
    """Return the command that the line begins with, two words before one; None for a sentence."""
    words = simplified(line).lstrip().removeprefix("/").casefold().split(maxsplit=2)
    for count in (2, 1):
        begin = " ".join(words[:count])
        if len(words) >= count and (begin in names or begin in aliases):
            return begin
    return None


def after(line: str, name: str) -> str:
    """Return what follows the command's name, its blanks and line breaks kept."""
    rest = line.lstrip().removeprefix("/")
    for _ in name.split():
        rest = rest.lstrip()
        rest = rest[len(rest.split(maxsplit=1)[0]) :]
    return rest.strip()


def parse(line: str, name: str, option_names: Collection[str], *, is_free: bool) -> Words:
    """Return the line's options (``name:value``, ``name:"two words"``) and the rest of its text.

    Args:
        line: as it was typed.
        name: of the command, as it begins the line; empty for a plain sentence.
        option_names: the options that the command knows.
        is_free: whether options stand only before the first word that is none.
    """
    rest, found = after(line, name), list[tuple[str, str]]()
    if option_names:
        if is_free:
            rest = _take_first(rest, _options_pattern(option_names), found)
        else:
            rest = _take_all(rest, option_names, found)
    names = [option for option, _ in found]
    repeated = tuple(dict.fromkeys(n for n in names if names.count(n) > 1))
    return Words(name=name, options=dict(found), text=rest.strip(), repeated=repeated)


def _options_pattern(names: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"{_begin(names)}(?:{_QUOTED}|(\S+))", re.IGNORECASE)


def _begin(names: Collection[str]) -> str:
    alternatives = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return rf"(?<!\S)({alternatives})[:：]"


def _pair(match: re.Match[str]) -> tuple[str, str]:
    value = next((g for g in match.groups()[1:] if g is not None), "")
    return match[1].casefold(), value.strip()


def _take_all(text: str, names: Collection[str], found: list[tuple[str, str]]) -> str:
    """Move all options from the text into ``found``; a blank may follow the colon.

    A list without quotes goes on to the next option, which no comma or semicolon precedes.
    """
    begins = [
        match
        for match in re.finditer(_begin(names), text, re.IGNORECASE)
        if text[: match.start()].rstrip()[-1:] not in (",", "，", ";", "；")
    ]
    stops = [match.start() for match in begins] + [len(text)]
    kept, at = list[str](), 0
    for match, stop in zip(begins, stops[1:], strict=True):
        if match.start() < at:  # within the quotes of the one before
            continue
        quoted = _IN_QUOTES.match(text, match.end())
        word = _FIRST_WORD.match(text, match.end(), stop)
        kept.append(text[at : match.start()])
        if quoted:
            value, at = next(group for group in quoted.groups() if group is not None), quoted.end()
        elif match[1].casefold() in _LISTS:
            value, at = text[match.end() : stop], stop
        else:
            value, at = (word[1], word.end()) if word else ("", match.end())
        found.append((match[1].casefold(), value.strip()))
    return " ".join((*kept, text[at:]))


def _take_first(text: str, pattern: re.Pattern[str], found: list[tuple[str, str]]) -> str:
    """Move the options that the text begins with into ``found``; a sentence takes the rest."""
    while match := pattern.match(text):
        name, value = _pair(match)
        is_bare = match[match.lastindex or 0] is not None and match.lastindex == pattern.groups
        if is_bare and option_named(name).kind is Kind.SENTENCE:
            found.append((name, text[match.start(match.lastindex or 0) :].strip()))
            return ""
        found.append((name, value))
        text = text[match.end() :].lstrip()
    return text


def head_of(text: str) -> tuple[str, str]:
    """Return a sentence's first word with a colon, and what follows it; or nothing and all.

    A colon in a web address, a path or a time ends no head.
    """
    match = _HEAD.match(text)
    if match is None or match[1].isdigit():
        return "", text.strip()
    return match[1], text[match.end() :].strip()


def named_head(text: str) -> tuple[str, str]:
    """Return what leads a sentence up to its first sign, undressed, and what follows; or nothing.

    Only the name of a task that is there may be taken from it: ``**houses**: …``, ``> houses: …``,
    ``"my task": …``, ``houses, …``.
    """
    bullet = _BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text.lstrip()
    match = _NAME_THEN.match(bare)
    if match is None:
        return "", text.strip()
    return match[1].strip(_DRESS), bare[match.end() :].strip()


def said_with_colon(text: str) -> bool:
    """Return whether the first sign of a sentence that ends a name is a colon."""
    match = _NAME_THEN.match(text.lstrip())
    return match is not None and text.lstrip()[len(match[1])] in ":："


def option_like(word: str) -> str:
    """Return the name in a word such as ``page:2``; empty where it is no such word."""
    match = _OPTION_LIKE.match(word)
    return match[1] if match else ""
