"""The chat at a terminal: a prompt with history and completion, and a bar for retrainings."""

import asyncio
import signal
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import History
from prompt_toolkit.patch_stdout import patch_stdout
from prompt_toolkit.styles import Style
from rich.console import Console
from rich.text import Text

from bot.terminal.conversation import Answerer, Conversation, is_leaving
from bot.terminal.rendering import clean, progress_bar, render
from bot.terminal.runs import RunBoard
from bot.terminal.saving import forget, save
from core.assistant.incoming import Sender
from core.assistant.reply import Input, Reply
from core.domain.version import RunStatus
from core.errors import OperatorError

PATIENCE_S = 0.7
"""After this the person is told that something is going on."""

_LOOK = Style.from_dict(
    {
        "prompt": "bold ansicyan",
        "bottom-toolbar": "noreverse ansibrightblack",
        "auto-suggestion": "ansibrightblack",
    }
)
_PROMPT = FormattedText([("class:prompt", "› ")])


class TypedChat:
    """A person at a terminal, and what the bot shows them."""

    def __init__(
        self,
        assistant: Answerer,
        sender: Sender,
        *,
        board: RunBoard,
        folder: Path,
        history: History,
        console: Console,
    ) -> None:
        self._conversation = Conversation(assistant, sender, ask_for=self._fill_in)
        self._board = board
        self._folder = folder
        self._console = console
        self._is_asking = False
        self._prompts: PromptSession[str] = PromptSession(
            history=history,
            auto_suggest=AutoSuggestFromHistory(),
            completer=AssistantCompleter(self._conversation),
            complete_while_typing=False,
            bottom_toolbar=self._toolbar,
            style=_LOOK,
        )
        self._forms: PromptSession[str] = PromptSession(style=_LOOK)

    def _toolbar(self) -> str:
        """Return the line at the bottom: a retraining under way, or how the chat is used."""
        bar = progress_bar(self._board.under_way, locale=self._conversation.sender.locale)
        return bar or self._conversation.own_words("hint")

    async def run(self) -> None:
        """Read, answer and show until the person leaves."""
        self._board.on_change = self._prompts.app.invalidate
        with patch_stdout(raw=True):
            reports = asyncio.create_task(self._show_reports())
            try:
                await self._show_due()
                async for line in self._lines():
                    await self._answer(line)
                    await self._show_due()
            finally:
                reports.cancel()
                with suppress(asyncio.CancelledError):
                    await reports

    async def _lines(self) -> AsyncIterator[str]:
        while True:
            try:
                line = await self._prompts.prompt_async(_PROMPT)
            except EOFError:
                return
            except KeyboardInterrupt:
                continue
            if is_leaving(line):
                return
            if line.strip():
                yield line

    async def _answer(self, line: str) -> None:
        self._is_asking = False
        answering = asyncio.create_task(self._conversation.say(line))
        with _interrupting(answering):
            done, _ = await asyncio.wait({answering}, timeout=PATIENCE_S)
            if not done and not self._is_asking:
                self._console.print(
                    Text("  " + self._conversation.own_words("thinking"), style="dim")
                )
            await asyncio.wait({answering})
        if answering.cancelled():
            self._console.print(
                Text("  " + self._conversation.own_words("interrupted"), style="yellow")
            )
        else:
            await self._show(answering.result())

    async def _show(self, reply: Reply, *, beside: bool = False) -> None:
        first = self._conversation.offer(reply, beside=beside)
        locale = self._conversation.sender.locale
        reply = await forget(reply, self._folder, locale=locale)
        saved: tuple[Path, ...] = ()
        try:
            saved = await save(reply, self._folder, locale=locale)
        except OperatorError as error:
            reply = replace(reply, notes=(*reply.notes, str(error)))
        self._console.print(render(reply, first=first, saved=saved, locale=locale))
        self._console.print()

    async def _show_due(self) -> None:
        """Show what the person is asked of how things turned out, once each."""
        for reply in await self._conversation.due():
            await self._show(reply, beside=True)

    async def _show_reports(self) -> None:
        """Show how retrainings ended, above the prompt, in whose line someone may be typing."""
        while True:
            run = await self._board.next_ended()
            if run.status is RunStatus.CANCELLED:
                continue  # whoever stopped it was told so at once
            await self._show(await self._conversation.report(run), beside=True)

    async def _fill_in(self, wanted: Input) -> str | None:
        self._is_asking = True
        for number, option in enumerate(wanted.options, start=1):
            self._console.print(Text.assemble(f"    {number} ", clean(option)))
        more = " " + self._conversation.own_words("may be empty") if wanted.is_optional else ""
        label = FormattedText([("class:prompt", f"  {clean(wanted.label)}{more}: ")])
        try:
            return await self._forms.prompt_async(label, default=wanted.value)
        except (EOFError, KeyboardInterrupt):
            return None


class AssistantCompleter(Completer):
    """Completes the last word as the assistant says."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def get_completions(self, _: Document, __: CompleteEvent) -> Iterator[Completion]:
        """Return nothing: only the asynchronous way is asked."""
        return iter(())

    async def get_completions_async(
        self, document: Document, _: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """Yield what the last word before the cursor may become."""
        text = document.text_before_cursor
        last_word = "" if text[-1:].isspace() else text.split()[-1] if text else ""
        for word in await self._conversation.complete(text):
            yield Completion(word, start_position=-len(last_word))


@contextmanager
def _interrupting(task: asyncio.Task[Any]) -> Iterator[None]:
    """Let Ctrl-C stop this task, not the program, where the system allows it."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, task.cancel)
    except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
