"""The chat on standard input and output: typed where a person sits there, else piped."""

import io
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.terminal import wording
from bot.terminal.conversation import Answerer
from bot.terminal.piped import chat_piped
from bot.terminal.runs import RunBoard
from bot.terminal.saving import HISTORY_FILE
from bot.terminal.typed import TypedChat
from core.assistant.incoming import Sender
from core.domain.identity import CommunityId, MemberId

COMMUNITY = CommunityId("terminal:local")
PAGE_WIDTH = 110
UNBROKEN_WIDTH = 10_000
"""Columns of a pipe: its lines are as long as they are."""


def is_typed() -> bool:
    """Return whether a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def sender_named(name: str, *, is_manager: bool = False) -> Sender:
    """Return the local member of this name, who runs the community or is one of its members."""
    return Sender(
        community=COMMUNITY,
        member=MemberId(f"terminal:{'-'.join(name.casefold().split())}"),
        name=" ".join(name.split()),
        is_manager=is_manager,
        zone=None,
    )


def open_console() -> Console:
    """Return standard output, with colours where it is a terminal or where they are forced."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(width=None if is_typed() else UNBROKEN_WIDTH, highlight=False)


def open_stage_console() -> Console:
    """Return standard output for a play: piped, its lines are as wide as a page."""
    return open_console() if is_typed() else Console(width=PAGE_WIDTH, highlight=False)


def welcome(console: Console, *, folder: Path | None, locale: str = "en") -> None:
    """Show the first screen: what this is, three lines to try, and where it is kept, if at all."""
    tagline = wording.say("tagline", locale=locale)
    console.print(Text.assemble(("Apprentice", "bold cyan"), f" {tagline}\n"))
    steps = Table.grid(padding=(0, 3, 0, 2))
    for number, step in enumerate(wording.FIRST_STEPS, start=1):
        meaning = wording.say(f"step {number}", locale=locale)
        steps.add_row(Text(step, style="green"), Text(meaning, style="dim"))
    console.print(steps)
    kept = wording.say("kept" if folder else "not kept", locale=locale, folder=folder)
    console.print(Text(f"\n{kept}\n", style="dim"))


async def chat(
    assistant: Answerer,
    sender: Sender,
    *,
    board: RunBoard,
    folder: Path,
    keeps_history: bool,
    takes_all: bool = False,
) -> None:
    """Chat until the person leaves or the input ends.

    Args:
        assistant: who answers.
        sender: who speaks.
        board: hears of retrainings.
        folder: where pictures and files are saved.
        keeps_history: whether the lines typed are kept in the folder for the next time.
        takes_all: whether a pipe takes every yes, not only harmless ones.
    """
    console = open_console()
    if not is_typed():
        await chat_piped(
            assistant,
            sender,
            board=board,
            folder=folder,
            stream=_input(),
            console=console,
            takes_all=takes_all,
        )
        return
    typed = TypedChat(
        assistant,
        sender,
        board=board,
        folder=folder,
        history=_history(folder, console, sender.locale) if keeps_history else InMemoryHistory(),
        console=console,
    )
    await typed.run()


def _input() -> BinaryIO:
    """Return standard input apart from ``sys.stdin``, whose lock a reading thread would hold."""
    return open(sys.stdin.fileno(), "rb", closefd=False)


def _history(folder: Path, console: Console, locale: str) -> History:
    """Return the lines typed before, in a file that only its owner reads.

    Where that file cannot be used, it is said, and lines are kept until the end alone.
    """
    path = folder / HISTORY_FILE
    try:
        path.touch(mode=0o600)
        with path.open("r+b"):
            pass
    except OSError as error:
        reason = error.strerror or error
        sentence = wording.say("no history", locale=locale, path=path, reason=reason)
        console.print(Text(sentence, style="dim"))
        return InMemoryHistory()
    return _LinesTyped(path)


class _LinesTyped(FileHistory):
    """A file of lines; one that the disk has no room for is kept until the end alone."""

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(string)
