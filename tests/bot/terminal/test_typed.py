import asyncio
import io
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.terminal import typed, wording
from bot.terminal.conversation import Conversation
from bot.terminal.runs import RunBoard
from bot.terminal.typed import AssistantCompleter, TypedChat
from core.assistant.incoming import Attachment
from core.assistant.reply import Choice, Input, Reply
from core.domain.version import RunStatus
from tests.bot.scripted import ANA, ScriptedAssistant, ended_run, outcome_question

CTRL_C = "\x03"
CTRL_D = "\x04"


class Screen(io.StringIO):
    """What was printed, and a way to wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self._has_changed = asyncio.Event()

    def write(self, text: str) -> int:
        self._has_changed.set()
        return super().write(text)

    async def shows(self, text: str) -> None:
        """Return once the text was printed."""
        while text not in self.getvalue():
            self._has_changed.clear()
            await self._has_changed.wait()


@dataclass
class Terminal:
    """A person's keyboard and screen."""

    keys: PipeInput
    screen: Screen
    board: RunBoard
    assistant: ScriptedAssistant
    chatting: asyncio.Task[None]

    def type(self, text: str) -> None:
        self.keys.send_text(text)

    async def leaves(self) -> None:
        """Return once the chat has ended."""
        await asyncio.wait_for(self.chatting, timeout=20)


@asynccontextmanager
async def at_terminal(assistant: ScriptedAssistant, folder: Path) -> AsyncIterator[Terminal]:
    """Yield a terminal at which a chat has begun."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        board = RunBoard()
        screen = Screen()
        chat = TypedChat(
            assistant,
            ANA,
            board=board,
            folder=folder,
            history=InMemoryHistory(),
            console=Console(file=screen, width=200),
        )
        chatting = asyncio.create_task(chat.run())
        try:
            yield Terminal(keys, screen, board, assistant, chatting)
        finally:
            chatting.cancel()
            await asyncio.wait({chatting})


async def test_a_line_is_answered_and_empty_ones_are_not(tmp_path: Path) -> None:
    async with at_terminal(ScriptedAssistant(), tmp_path) as terminal:
        terminal.type("\n  \nask houses: size 6\n")
        await terminal.screen.shows("heard ask houses: size 6")
        terminal.type("quit\n")
        await terminal.leaves()
    assert terminal.assistant.messages == ["ask houses: size 6"]


async def test_what_is_due_is_asked_at_the_start_and_after_a_line(tmp_path: Path) -> None:
    assistant = ScriptedAssistant(due=[outcome_question(3), outcome_question(4)])
    async with at_terminal(assistant, tmp_path) as terminal:
        await terminal.screen.shows("correct ?3 and what it was")
        terminal.type("thanks\n")
        await terminal.screen.shows("correct ?4 and what it was")
        terminal.type("3\n")
        await terminal.screen.shows("heard came:4:20")
    assert assistant.messages == ["thanks"]


@pytest.mark.parametrize("farewell", [CTRL_D, "exit\n"])
async def test_there_are_several_ways_to_leave(farewell: str, tmp_path: Path) -> None:
    async with at_terminal(ScriptedAssistant(), tmp_path) as terminal:
        terminal.type(farewell)
        await terminal.leaves()
    assert terminal.assistant.heard == []


async def test_ctrl_c_throws_away_the_line_and_nothing_else(tmp_path: Path) -> None:
    async with at_terminal(ScriptedAssistant(), tmp_path) as terminal:
        terminal.type(f"not this{CTRL_C}")
        terminal.type("but this\n")
        await terminal.screen.shows("heard but this")
        terminal.type(CTRL_D)
        await terminal.leaves()
    assert terminal.assistant.messages == ["but this"]


async def test_a_form_is_asked_for_line_by_line_with_what_it_starts_with(tmp_path: Path) -> None:
    form = (
        Input(name="truth", label="True value", value="41"),
        Input(name="kind", label="Kind", options=("bug", "font")),
    )
    asking = Reply(title="412", choices=(Choice(label="Correct…", action="correct", inputs=form),))
    assistant = ScriptedAssistant(script={"ask": asking})
    async with at_terminal(assistant, tmp_path) as terminal:
        terminal.type("ask\n")
        await terminal.screen.shows("[1] Correct…")
        terminal.type("1\n")
        terminal.type("2\n")
        await terminal.screen.shows("2 font")
        terminal.type("2\n")
        await terminal.screen.shows("heard correct")
    assert assistant.presses == [("correct", {"truth": "412", "kind": "font"})]


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "\n"])
async def test_a_form_can_be_cancelled(key: str, tmp_path: Path) -> None:
    choice = Choice(label="Correct…", action="c", inputs=(Input(name="t", label="Truth"),))
    assistant = ScriptedAssistant(script={"ask": Reply(title="412", choices=(choice,))})
    async with at_terminal(assistant, tmp_path) as terminal:
        terminal.type("ask\n1\n")
        await terminal.screen.shows("[1] Correct…")
        terminal.type(key)
        await terminal.screen.shows(wording.say("cancelled"))
    assert assistant.presses == []


async def test_a_retraining_that_ends_is_told_while_the_person_types(tmp_path: Path) -> None:
    async with at_terminal(ScriptedAssistant(), tmp_path) as terminal:
        terminal.type("half a li")
        await terminal.board.end(ended_run(6, RunStatus.CANCELLED))
        await terminal.board.end(ended_run(7))
        await terminal.screen.shows("run 7 promoted")
        terminal.type("ne\n")
        await terminal.screen.shows("heard half a line")
        assert "run 6" not in terminal.screen.getvalue()


async def test_files_are_saved_and_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    reply = Reply(title="Here.", files=(Attachment(name="a.csv", content=b"1"),))
    assistant = ScriptedAssistant(script={"export": reply})
    async with at_terminal(assistant, tmp_path) as terminal:
        terminal.type("export\n")
        await terminal.screen.shows(str(tmp_path / "exports" / "a.csv"))
    (tmp_path / "in-the-way").write_text("")
    async with at_terminal(assistant, tmp_path / "in-the-way") as terminal:
        terminal.type("export\n")
        await terminal.screen.shows("Cannot save a file")


async def test_who_waits_long_is_told_so_and_may_interrupt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed, "PATIENCE_S", 0)

    async def for_ever() -> Reply:
        await asyncio.Event().wait()
        raise AssertionError

    assistant = ScriptedAssistant(script={"import": for_ever})
    async with at_terminal(assistant, tmp_path) as terminal:
        terminal.type("import\n")
        await terminal.screen.shows(wording.say("thinking"))
        signal.raise_signal(signal.SIGINT)
        await terminal.screen.shows(wording.say("interrupted"))
        terminal.type("thanks\n")
        await terminal.screen.shows("heard thanks")


async def test_a_bug_is_told_and_the_chat_goes_on(tmp_path: Path) -> None:
    assistant = ScriptedAssistant(script={"x": ZeroDivisionError("a bug")})
    async with at_terminal(assistant, tmp_path) as terminal:
        terminal.type("x\n")
        await terminal.screen.shows("Something went wrong")
        terminal.type("thanks\n")
        await terminal.screen.shows("heard thanks")


@pytest.mark.parametrize(
    ("text", "replaced"), [("teach hou", -3), ("teach ", 0), ("", 0), ("teach  hou", -3)]
)
async def test_the_last_word_is_completed_as_the_assistant_says(text: str, replaced: int) -> None:
    async def nobody(wanted: Input) -> str:
        raise AssertionError

    assistant = ScriptedAssistant(words=("houses", "hours"))
    completer = AssistantCompleter(Conversation(assistant, ANA, ask_for=nobody))
    found = [
        (completion.text, completion.start_position)
        async for completion in completer.get_completions_async(Document(text), CompleteEvent())
    ]
    assert found == [("houses", replaced), ("hours", replaced)]
    assert list(completer.get_completions(Document(text), CompleteEvent())) == []
