"""Commands in words: ``teach houses: size 1 -> 2`` taken apart, in linear time."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

_QUOTED = r'"([^"]*)"|“([^”]*)”|「([^」]*)」'
_HEAD = re.compile(r"\s*([^\s:：\"“]{1,60})\s?[:：](?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A command as it was typed."""

    name: str
    options: Mapping[str, str]
    text: str


def command_name(line: str, names: Collection[str], aliases: Mapping[str, str]) -> str | None:
    """Return the command that the line begins with, two words before one; None for a sentence."""
    words = line.lstrip().removeprefix("/").casefold().split(maxsplit=2)
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


def parse(line: str, name: str, option_names: Collection[str]) -> Words:
    """Return the line's options (``name:value``, ``name:"two words"``) and the rest of its text.

    A first word with a colon names the task: ``teach houses: size 1 -> 2``.
    """
    rest = after(line, name)
    options: dict[str, str] = {}
    rest = _take_options(rest, option_names, options)
    head = _HEAD.match(rest)
    if head and "task" in option_names and "task" not in options:
        options["task"] = head[1]
        rest = rest[head.end() :]
    return Words(name=name, options=options, text=rest.strip())


def _take_options(text: str, names: Collection[str], found: dict[str, str]) -> str:
    """Move ``name:value`` pairs of these names from the text into ``found``."""
    if not names:
        return text
    alternatives = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\S)({alternatives})[:：](?:{_QUOTED}|(\S+))", re.IGNORECASE)

    def keep(match: re.Match[str]) -> str:
        value = next((g for g in match.groups()[1:] if g is not None), "")
        found.setdefault(match[1].casefold(), value.strip())
        return " "

    return pattern.sub(keep, text)


def head_of(text: str) -> tuple[str, str]:
    """Return a sentence's first word with a colon, and what follows it; or nothing and all."""
    match = _HEAD.match(text)
    return (match[1], text[match.end() :].strip()) if match else ("", text.strip())
