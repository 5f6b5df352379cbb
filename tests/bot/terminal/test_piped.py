import asyncio
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from rich.console import Console

from bot.terminal.piped import MAX_CONFIRMATIONS, chat_piped
from bot.terminal.runs import RunBoard
from core.assistant.incoming import Attachment
from core.assistant.reply import Choice, Effect, Input, Reply, Tone
from core.domain.identity import RunId
from core.errors import StorageError
from tests.bot.scripted import ANA, Line, ScriptedAssistant, ended_run, outcome_question
from tests.core.assistant.chatting import Chat
from tests.fakes.clock import SetClock

YES = Choice(label="Create it", action="create", is_yes=True, effect=Effect.HARMLESS)
NO = Choice(label="No", action="no")
OFFER = Reply(title="Shall I?", tone=Tone.ASK, choices=(NO, YES))


class PipedChat:
    """A chat over a pipe that was filled beforehand."""

    def __init__(self, folder: Path) -> None:
        self.board = RunBoard()
        self.assistant = ScriptedAssistant()
        self._folder = folder
        self.takes_all = False

    async def hear(self, stdin: str | bytes, **script: Line) -> str:
        """Return what is printed for this input."""
        self.assistant.script |= {key.replace("_", " "): line for key, line in script.items()}
        console = Console(file=io.StringIO(), width=10_000)
        raw = stdin if isinstance(stdin, bytes) else stdin.encode()
        await chat_piped(
            self.assistant,
            ANA,
            board=self.board,
            folder=self._folder,
            stream=io.BytesIO(raw),
            console=console,
            takes_all=self.takes_all,
        )
        assert isinstance(console.file, io.StringIO)
        return console.file.getvalue()


@pytest.fixture
def pipe(tmp_path: Path) -> PipedChat:
    return PipedChat(tmp_path)


async def test_each_line_that_says_something_gets_one_reply_in_order(pipe: PipedChat) -> None:
    assert await pipe.hear("one\n\n  \r\ntwo\nthree") == (
        "· heard one\n\n· heard two\n\n· heard three\n\n"
    )


async def test_nothing_is_read_after_leaving(pipe: PipedChat) -> None:
    assert await pipe.hear("one\nquit\ntwo\n") == "· heard one\n\n"


async def test_bytes_that_are_no_text_do_not_end_it(pipe: PipedChat) -> None:
    await pipe.hear(b"\xef\xbb\xbfone\n\xff\xfe two\nthree\x00\n")
    assert pipe.assistant.messages == ["one", "\ufffd\ufffd two", "three\x00"]


async def test_a_question_is_taken_as_yes_and_that_is_said(pipe: PipedChat) -> None:
    printed = await pipe.hear("teach\n", teach=OFFER, create=Reply(title="Saved.", notes=("v0",)))
    assert printed == "· Saved.\n  v0\n  taken as yes: Create it\n\n"


@pytest.mark.parametrize(
    ("tone", "told"),
    [
        (Tone.ASK, "taken as yes, but the question above comes first: Create it"),
        (Tone.ERROR, "taken as yes, but the error above is what came of it: Create it"),
    ],
)
async def test_a_yes_that_saved_nothing_is_not_told_as_if_it_had(
    pipe: PipedChat, tone: Tone, told: str
) -> None:
    asked = Reply(title="Is it 3?", tone=tone, choices=(NO,))
    printed = await pipe.hear("teach\n", teach=OFFER, create=asked)
    assert told in printed
    assert "taken as yes: " not in printed


async def test_what_was_agreed_to_is_shown_once(pipe: PipedChat) -> None:
    offer = replace(OFFER, lines=("From: size (number)", "Predicts: price"))
    saved = Reply(title="Saved.", lines=("Predicts: price", "#1 size 1"))
    printed = await pipe.hear("teach\n", teach=offer, create=saved)
    assert printed.splitlines()[:4] == [
        "· Saved.",
        "  From: size (number)",
        "  Predicts: price",
        "  #1 size 1",
    ]


async def test_questions_that_follow_each_other_are_all_taken_as_yes(pipe: PipedChat) -> None:
    agree = Choice(
        label="I agree",
        action="agree",
        is_yes=True,
        effect=Effect.HARMLESS,
        inputs=(Input(name="a", label="A", value="b"),),
    )
    printed = await pipe.hear("teach\n", teach=OFFER, create=replace(OFFER, choices=(agree,)))
    assert printed.splitlines() == [
        "· heard agree",
        "  taken as yes: Create it · I agree",
        "",
    ]
    assert pipe.assistant.presses == [("create", {}), ("agree", {"a": "b"})]


@pytest.mark.parametrize("effect", [Effect.CHANGES, Effect.DESTROYS])
async def test_a_yes_that_is_not_harmless_is_left_to_a_person(
    pipe: PipedChat, effect: Effect
) -> None:
    offer = replace(OFFER, choices=(replace(YES, effect=effect), NO))
    printed = await pipe.hear("delete\n", delete=offer)
    assert pipe.assistant.presses == []
    assert "not taken as yes: Create it" in printed
    assert "--yes" in printed


async def test_how_a_piped_line_agrees_is_told_once(pipe: PipedChat) -> None:
    offer = replace(OFFER, choices=(replace(YES, effect=Effect.CHANGES), NO))
    printed = await pipe.hear("delete\ndelete\n", delete=offer)
    assert printed.count("not taken as yes: Create it") == 2
    assert printed.count("--yes") == 1


async def test_the_next_line_may_give_such_a_yes_by_its_number(pipe: PipedChat) -> None:
    offer = replace(OFFER, choices=(replace(YES, effect=Effect.DESTROYS), NO))
    await pipe.hear("delete\n1\n", delete=offer)
    assert pipe.assistant.presses == [("create", {})]


async def test_every_yes_is_taken_where_that_was_asked_for(pipe: PipedChat) -> None:
    pipe.takes_all = True
    offer = replace(OFFER, choices=(replace(YES, effect=Effect.DESTROYS), NO))
    printed = await pipe.hear("delete\n", delete=offer)
    assert "taken as yes: Create it" in printed


async def test_a_question_without_end_is_left_at_some_point(pipe: PipedChat) -> None:
    printed = await pipe.hear("teach\n", teach=OFFER, create=OFFER)
    assert len(pipe.assistant.presses) == MAX_CONFIRMATIONS
    assert "Shall I?" in printed


async def test_a_number_presses_a_choice_and_the_next_line_fills_its_form(pipe: PipedChat) -> None:
    correct = Choice(label="Correct…", action="correct", inputs=(Input(name="truth", label="T"),))
    await pipe.hear("ask\n1\n435k\nthanks\n", ask=Reply(title="412", choices=(correct,)))
    assert pipe.assistant.presses == [("correct", {"truth": "435k"})]
    assert pipe.assistant.messages == ["ask", "thanks"]


async def test_a_form_that_the_input_ends_in_is_cancelled(pipe: PipedChat) -> None:
    correct = Choice(label="Correct…", action="correct", inputs=(Input(name="truth", label="T"),))
    printed = await pipe.hear("ask\n1\n", ask=Reply(title="412", choices=(correct,)))
    assert "Cancelled" in printed
    assert pipe.assistant.presses == []


async def test_a_retraining_is_waited_for_and_its_report_is_the_reply(pipe: PipedChat) -> None:
    has_started = asyncio.Event()

    async def start() -> Reply:
        has_started.set()
        return Reply(title="Started.", run=RunId(7))

    chatting = asyncio.create_task(pipe.hear("model learn\nthanks\n", model_learn=start))
    await has_started.wait()
    assert pipe.assistant.messages == ["model learn"]
    await pipe.board.end(ended_run(7))
    assert await chatting == "· run 7 promoted\n\n· heard thanks\n\n"


async def test_a_file_is_saved_and_its_path_shown(pipe: PipedChat, tmp_path: Path) -> None:
    reply = Reply(title="Here.", files=(Attachment(name="a.csv", content=b"1"),))
    printed = await pipe.hear("export\n", export=reply)
    assert f"file: {tmp_path / 'exports' / 'a.csv'}" in printed


async def test_a_file_that_cannot_be_saved_is_told_and_the_chat_goes_on(
    pipe: PipedChat, tmp_path: Path
) -> None:
    (tmp_path / "exports").write_text("in the way")
    reply = Reply(title="Here.", files=(Attachment(name="a.csv", content=b"1"),))
    printed = await pipe.hear("export\nthanks\n", export=reply)
    assert "Cannot save a file" in printed
    assert "heard thanks" in printed


async def test_an_error_while_reading_is_not_lost(tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output error"):
        await chat_piped(
            ScriptedAssistant(),
            ANA,
            board=RunBoard(),
            folder=tmp_path,
            stream=Broken(),
            console=Console(file=io.StringIO()),
        )


async def test_what_is_due_is_asked_first_and_pressed_by_a_number(pipe: PipedChat) -> None:
    pipe.assistant.due = [outcome_question()]
    printed = await pipe.hear("2\n19\n")
    assert printed.startswith("? turnout: how did it turn out?\n")
    assert "[1] About 20, as I said   [2] Another number…" in printed
    assert "or say it: correct ?3 and what it was" in printed
    assert pipe.assistant.presses == [("outcome:3", {"truth": "19"})]


async def test_a_store_that_cannot_tell_what_is_due_is_said_once(pipe: PipedChat) -> None:
    pipe.assistant.due = [StorageError("The database was busy.")]
    assert (await pipe.hear("one\n")).count("The database was busy.") == 1


async def test_the_day_after_a_question_the_next_session_asks_once(tmp_path: Path) -> None:
    clock = SetClock()
    chat = Chat(community=ANA.community, clock=clock)

    async def session(lines: str) -> str:
        console = Console(file=(printed := io.StringIO()), width=10_000)
        await chat_piped(
            chat.assistant,
            ANA,
            board=RunBoard(),
            folder=tmp_path,
            stream=io.BytesIO(lines.encode()),
            console=console,
        )
        return printed.getvalue()

    first = "teach turnout: yes 20 -> 15\ntask edit turnout outcome:1\nask turnout: yes 28\n"
    assert "how did it turn out" not in await session(first)
    clock.move(timedelta(days=1))
    told = await session("1\n")
    assert told.count("turnout: how did it turn out?") == 1
    assert "Learned as #2, thanks Ana." in told
    assert "how did it turn out" not in await session("task list\n")
