"""Replies as what a terminal shows: text that is never read as markup or as control codes."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich import box
from rich.console import Console, ConsoleOptions, Group, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from bot.terminal import wording
from core.assistant.reply import Choice, Reply, Table, Tone
from core.domain.version import Progress

_MARKS = {Tone.DONE: "✓", Tone.ANSWER: "●", Tone.INFO: "·", Tone.ASK: "?", Tone.ERROR: "✗"}
_COLOURS = {
    Tone.DONE: "green",
    Tone.ANSWER: "cyan",
    Tone.INFO: "blue",
    Tone.ASK: "yellow",
    Tone.ERROR: "red",
}
_DIRECTING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Unicode's names for what turns the direction of the text after it."""
_FIGURE = re.compile(r"\W*\d[\d.,]*\W?\S{0,4}")
"""A number with a sign or a currency before it, and a short unit after it."""
_INDENT = "  "
_BAR_WIDTH = 20


def render(
    reply: Reply, *, first: int = 1, saved: Sequence[Path] = (), locale: str = "en"
) -> RenderableType:
    """Return a reply as rich shows it.

    Args:
        reply: what the assistant answered.
        first: the number of its first choice.
        saved: where its picture and its files are.
        locale: the language of the few words that only the terminal needs.
    """
    return Group(*_parts(reply, first, saved, locale))


def plain(renderable: RenderableType, console: Console) -> str:
    """Return the lines as a pipe wants them: as long as they are, and not padded with blanks."""
    with console.capture() as capture:
        console.print(renderable, soft_wrap=True)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def progress_bar(under_way: Sequence[Progress], *, locale: str = "en") -> str:
    """Return one line on the retrainings under way; empty where there is none."""
    if not under_way:
        return ""
    now = under_way[0]
    share = max(0.0, min(now.fraction, 1.0))
    done = round(share * _BAR_WIDTH)
    bar = "━" * done + "─" * (_BAR_WIDTH - done)
    more = f"  (+{len(under_way) - 1})" if len(under_way) > 1 else ""
    words = wording.say("retraining", locale=locale)
    return f"{words} {bar} {share:4.0%}  {clean(now.stage)}{more}"


def clean(text: str) -> str:
    """Return the text without what a terminal would obey: control codes, and changes of direction.

    A line break stays; a tab becomes a blank.
    """
    return "".join(
        c if c == "\n" or unicodedata.category(c) != "Cc" else " "
        for c in text
        if unicodedata.bidirectional(c) not in _DIRECTING
    )


def _parts(
    reply: Reply, first: int, saved: Sequence[Path], locale: str
) -> Iterator[RenderableType]:
    colour = _COLOURS[reply.tone]
    title_style = "red" if reply.tone is Tone.ERROR else "bold"
    yield Text.assemble((f"{_MARKS[reply.tone]} ", colour), (clean(reply.title), title_style))
    for line in reply.lines:
        yield _indented(line)
    if reply.table and reply.table.rows:
        yield _grid(reply.table)
    if reply.picture and reply.picture.caption:
        yield _indented(reply.picture.caption)
    for path, what in zip(saved, _names_of(reply, locale), strict=False):
        yield _indented(f"{what}: {path}", "magenta")
    for note in reply.notes:
        yield _indented(note, "dim")
    if reply.choices:
        yield _choices(reply.choices, first)


def _names_of(reply: Reply, locale: str) -> Iterator[str]:
    if reply.picture:
        yield wording.say("picture", locale=locale)
    yield from (wording.say("file", locale=locale) for _ in reply.files)


class _Indented:
    """Text set in from the left, its wrapped lines too; in a pipe nothing is wrapped."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        if options.no_wrap:
            yield from (Text(_INDENT).append_text(line) for line in self._text.split("\n"))
        else:
            yield Padding(self._text, (0, 0, 0, len(_INDENT)), expand=False)


def _indented(text: str, style: str = "") -> _Indented:
    return _Indented(Text(clean(text), style=style))


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, header_style="dim", padding=(0, 1))
    for place, heading in enumerate(table.headings):
        grid.add_column(Text(clean(heading)), justify=_justify(table, place))
    for row in table.rows:
        grid.add_row(*(Text(clean(cell)) for cell in row))
    return grid


def _justify(table: Table, column: int) -> JustifyMethod:
    """Return ``right`` for a column of figures, so that their digits stand in line."""
    cells = [row[column] for row in table.rows if row[column]]
    return "right" if cells and all(_FIGURE.fullmatch(cell) for cell in cells) else "left"


def _choices(choices: Sequence[Choice], first: int) -> _Indented:
    line = Text()
    for number, choice in enumerate(choices, start=first):
        colour = "red" if choice.is_danger else "yellow"
        line.append(f"[{number}] ", colour).append(clean(choice.label)).append("   ")
    line.rstrip()
    return _Indented(line)
