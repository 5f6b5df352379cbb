"""The chat read from a pipe or a file: a reply for each line, in their order."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rich.console import Console

from bot.terminal.conversation import Answerer, Conversation, is_leaving
from bot.terminal.rendering import plain, render
from bot.terminal.runs import RunBoard
from bot.terminal.saving import forget, save
from core.assistant.incoming import Sender
from core.assistant.reply import Effect, Input, Reply, Tone
from core.errors import OperatorError

MAX_CONFIRMATIONS = 5
"""How many questions one line may raise before it is left at the last."""
_WHAT_CAME = {Tone.ASK: "taken so far", Tone.ERROR: "taken in vain"}
"""How a yes is told after which something else is asked, or nothing was done."""


class Lines:
    """The lines of a stream: each is read when it is asked for, by a thread.

    The thread is a daemon, so that a pipe that stays open and silent does not keep a program
    that was stopped from ending.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    async def read(self) -> str | None:
        """Return the next line, whatever its bytes; None at the end."""
        raw = await _in_daemon(self._stream.readline)
        return raw.decode("utf-8-sig", errors="replace").rstrip("\r\n") if raw else None

    async def __aiter__(self) -> AsyncIterator[str]:
        while (line := await self.read()) is not None:
            yield line

    async def fill_in(self, _: Input) -> str | None:
        """Return the next line as what a form asked for; None at the end."""
        return await self.read()


async def chat_piped(
    assistant: Answerer,
    sender: Sender,
    *,
    board: RunBoard,
    folder: Path,
    stream: BinaryIO,
    console: Console,
    takes_all: bool = False,
) -> None:
    """Answer the stream line by line until it ends, after asking what is due to be asked.

    A retraining that a line starts is waited for.

    Args:
        assistant: who answers.
        sender: who speaks.
        board: hears of retrainings.
        folder: where pictures and files are saved.
        stream: the lines.
        console: where the replies are shown.
        takes_all: whether every question is answered with yes, not only harmless ones.
    """
    lines = Lines(stream)
    conversation = Conversation(assistant, sender, ask_for=lines.fill_in)
    for reply in await conversation.due():
        await _print(reply, conversation, folder, console, beside=True)
    async for line in lines:
        if is_leaving(line):
            break
        if line.strip():
            reply = await conversation.say(line)
            reply = await settle(conversation, reply, takes_all=takes_all)
            if reply.run is not None:
                reply = await conversation.report(await board.outcome(reply.run))
            await _print(reply, conversation, folder, console)


async def settle(conversation: Conversation, reply: Reply, *, takes_all: bool) -> Reply:
    """Answer the bot's questions with yes, and return its last reply with what each agreed to.

    A yes that settles what was meant, or takes something away, is left to a person unless all
    are taken; the note says how to give it.
    """
    taken: list[str] = []
    agreed: list[str] = []
    told: list[str] = []
    for _ in range(MAX_CONFIRMATIONS):
        yes = next((choice for choice in reply.choices if choice.is_yes), None)
        if yes is None or not (takes_all or yes.effect is Effect.HARMLESS):
            break
        taken.append(yes.label)
        agreed += reply.lines
        told += reply.notes
        reply = await conversation.press(yes, as_it_stands=True)
    what_came = _WHAT_CAME.get(reply.tone, "taken as yes")
    own_words = conversation.own_words
    notes = [own_words(what_came, labels=" · ".join(taken))] if taken else []
    left = [choice.label for choice in reply.choices if choice.is_yes]
    if left and not takes_all:
        key = "not taken again" if conversation.knows_how_to_agree else "not taken"
        notes.append(own_words(key, label=left[0]))
        conversation.knows_how_to_agree = True
    unsaid = [line for line in agreed if line not in reply.lines]
    told = [note for note in told if note not in reply.notes]
    lines, notes = [*unsaid, *reply.lines], [*told, *reply.notes, *notes]
    return replace(reply, lines=tuple(lines), notes=tuple(notes))


async def _print(
    reply: Reply,
    conversation: Conversation,
    folder: Path,
    console: Console,
    *,
    beside: bool = False,
) -> None:
    first = conversation.offer(reply, beside=beside)
    locale = conversation.sender.locale
    reply = await forget(reply, folder, locale=locale)
    try:
        saved = await save(reply, folder, locale=locale)
    except OperatorError as error:
        saved, reply = (), replace(reply, notes=(*reply.notes, str(error)))
    shown = render(reply, first=first, saved=saved, locale=locale)
    console.out(plain(shown, console), highlight=False)
    console.out()


async def _in_daemon(call: Callable[[], bytes]) -> bytes:
    outcome: Future[bytes] = Future()
    outcome.set_running_or_notify_cancel()

    def work() -> None:
        try:
            outcome.set_result(call())
        except BaseException as error:  # noqa: BLE001 - whoever waits for the outcome gets it
            outcome.set_exception(error)

    threading.Thread(target=work, daemon=True, name="standard input").start()
    return await asyncio.wrap_future(outcome)
