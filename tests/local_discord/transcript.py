"""Transcripts: a stretch of what happened, as one would write it down for somebody to read."""

import re
import textwrap
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.local_discord.journal import Aside, Did, Entry, Shown
from tests.local_discord.world import World

BOT = "bot"
WIDTH = 100
_NO_BREAK = "\u00a0"
_ESCAPED = re.compile(r"\\(.)|\u200b")
_BOLD = re.compile(r"^\*\*(.*)\*\*$")
_MENTION = re.compile(r"<@!?(\d+)>")
_MESSAGE_LINK = re.compile(r"https://discord\.com/channels/\d+/\d+/\d+")


class Transcript:
    """What happens from now on, or what of it is worth telling."""

    def __init__(self, world: World, *, unseen: Collection[str] = ()) -> None:
        """Begin; cards with a button of an ``unseen`` label, and its press, are left out."""
        self._world = world
        self._unseen = set(unseen)
        self._since = len(world.journal)

    def aside(self, words: str) -> None:
        """Say what happens meanwhile, such as "the next day"."""
        self._world.journal.append(Aside(words=words))

    @contextmanager
    def told_as(self, words: str) -> Iterator[None]:
        """Tell of a stretch in a few words only, such as "six more lessons"."""
        since = len(self._world.journal)
        yield
        self._world.journal[since:] = [Aside(words=words)]

    def __str__(self) -> str:
        """Return it as plain text, a block for each who speaks, names in a column."""
        journal = self._world.journal[self._since :]
        entries = [self._named(each) for each in journal if not self._is_unseen(each)]
        speakers = [each.who for each in entries if isinstance(each, Did)]
        indent = max(map(len, [*speakers, BOT])) + 2
        lines: list[str] = []
        here = ""
        for each in _merged(entries):
            lines += _lines(each, indent, here)
            here = each.place if isinstance(each, Did) else here
        return "\n".join(lines)

    def _is_unseen(self, entry: Entry) -> bool:
        match entry:
            case Shown():
                return bool(self._unseen & set(entry.buttons))
            case Did():
                return entry.words in {f"[{label}]" for label in self._unseen}
        return False

    def _named(self, entry: Entry) -> Entry:
        """Return what somebody typed or was shown with names where the protocol has ids."""
        match entry:
            case Did():
                return replace(entry, words=self._with_names(entry.words))
            case Shown():
                text = _MESSAGE_LINK.sub("(link)", self._with_names(entry.text))
                return replace(entry, text=text)
        return entry

    def _with_names(self, text: str) -> str:
        users = self._world.users
        return _MENTION.sub(lambda found: f"@{users[found[1]].name}", text)


def _merged(entries: list[Entry]) -> list[Entry]:
    """Return the entries, what fills in a form joined to what opened it."""
    merged: list[Entry] = []
    for each in entries:
        last = merged[-1] if merged else None
        if isinstance(each, Did) and each.fills_in and isinstance(last, Did):
            merged[-1] = replace(last, words=f"{last.words} → {each.words}")
        else:
            merged.append(each)
    return merged


def _lines(entry: Entry, indent: int, here: str) -> Iterator[str]:
    """Yield an entry's lines; ``here`` is where the last one who did something did it."""
    match entry:
        case Aside():
            yield f"{'':{indent}}({entry.words})"
        case Did():
            yield from _block(entry.who, [entry.words], indent)
        case Shown():
            pictures = [f"[picture: {about}]" for about in entry.pictures]
            buttons = [" ".join(f"[{label}]" for label in entry.buttons)] if entry.buttons else []
            first, *rest = _readable(entry.text)
            first = _whereabouts(entry, here) + first
            yield from _block(BOT, [first, *rest, *pictures, *buttons], indent)


def _whereabouts(entry: Shown, here: str) -> str:
    """Return who alone sees a message, or the other channel that it is in."""
    if entry.only_to:
        return f"(only {entry.only_to}) "
    if entry.place == here:
        return ""
    return f"(#{entry.place}) " if entry.place else "(directly) "


def _readable(text: str) -> list[str]:
    """Return the lines of a card without its markup."""
    tight = text.replace("  (", " (")
    lines = [line.removeprefix("-# ") for line in tight.splitlines() if line != "```"]
    return [_ESCAPED.sub(r"\1", _BOLD.sub(r"\1", line)) for line in lines]


def _block(name: str, lines: list[str], indent: int) -> Iterator[str]:
    """Yield lines beside a name, long ones broken where a word ends."""
    margin = f"{name:{indent}}"
    for line in lines:
        broken = textwrap.wrap(
            line.replace(" %", f"{_NO_BREAK}%"),
            WIDTH,
            initial_indent=margin,
            subsequent_indent=" " * (indent + 2),
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from (part.replace(_NO_BREAK, " ") for part in broken)
        margin = " " * indent
