"""A session at the terminal: the program is opened for it, and closed when it ends."""

import asyncio
import getpass
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from bot.files import make_folder
from bot.logs import logging_to
from bot.settings import Settings
from bot.terminal.chat import chat, is_typed, open_console, sender_named, welcome
from bot.terminal.language import language_of_environment
from bot.terminal.runs import RunBoard
from core.assistant.incoming import Sender


def chat_in_terminal(
    settings: Settings, *, in_memory: bool, name: str, takes_all: bool = False
) -> None:
    """Chat on standard input and output until the person leaves or the input ends.

    Raises:
        OperatorError: the data folder or the database cannot be used.
    """
    sender = replace(_sender(name, is_alone=in_memory), locale=language_of_environment(os.environ))
    with _folder(settings, in_memory=in_memory) as folder:
        log_folder = None if in_memory else folder
        with logging_to(log_folder, settings.log_level):
            if is_typed():
                welcome(open_console(), folder=log_folder, locale=sender.locale)
            chatting = _chat(
                settings, sender, in_memory=in_memory, folder=folder, takes_all=takes_all
            )
            asyncio.run(chatting)


async def _chat(
    settings: Settings, sender: Sender, *, in_memory: bool, folder: Path, takes_all: bool
) -> None:
    from bot.wiring import open_apprentice  # the first screen does not wait for it

    board = RunBoard()
    opening = open_apprentice(
        settings, in_memory=in_memory, on_progress=board.progress, on_end=board.end
    )
    async with opening as apprentice:
        await chat(
            apprentice.assistant,
            sender,
            board=board,
            folder=folder,
            keeps_history=not in_memory,
            takes_all=takes_all,
        )


@contextmanager
def _folder(settings: Settings, *, in_memory: bool) -> Iterator[Path]:
    """Yield where pictures and exports go: the data folder, or one that only they keep alive."""
    if not in_memory:
        yield make_folder(settings.data)
        return
    folder = Path(tempfile.mkdtemp(prefix="apprentice-"))
    try:
        yield folder
    finally:
        with suppress(OSError):  # not empty: the person asked for what is in it
            folder.rmdir()


def _sender(name: str, *, is_alone: bool) -> Sender:
    """Return who speaks: the account that runs this runs the community too, others are members.

    Args:
        name: as which member they speak; empty for the account itself.
        is_alone: whether nobody else can have a part in the community.
    """
    own = sender_named(_account(), is_manager=True)
    if not name:
        return own
    named = sender_named(name)
    return replace(named, is_manager=is_alone or named.member == own.member)


def _account() -> str:
    """Return the name of the account that runs this."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, as in some containers
        return "you"
