import errno
import io
import sys
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.terminal import chat as chat_module
from bot.terminal.chat import chat, open_console, sender_named, welcome
from bot.terminal.runs import RunBoard
from bot.terminal.saving import HISTORY_FILE
from tests.bot.scripted import ANA, ScriptedAssistant


async def _chat(assistant: ScriptedAssistant, folder: Path, *, keeps_history: bool = True) -> None:
    await chat(assistant, ANA, board=RunBoard(), folder=folder, keeps_history=keeps_history)


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that is standard input."""
    path = tmp_path / "lines.txt"
    path.write_text("one\ntwo\n")
    monkeypatch.setattr(sys, "stdin", path.open())
    return path


async def test_what_is_not_typed_is_piped(
    lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await _chat(ScriptedAssistant(), tmp_path)
    sys.stdin.close()
    assert capsys.readouterr().out == "· heard one\n\n· heard two\n\n"
    assert not (tmp_path / HISTORY_FILE).exists()


@pytest.mark.parametrize("keeps_history", [True, False])
async def test_typed_lines_are_kept_for_the_next_time_only_where_that_is_wanted(
    keeps_history: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_module, "is_typed", lambda: True)
    assistant = ScriptedAssistant()
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("ask houses: size 6\nquit\n")
        await _chat(assistant, tmp_path, keeps_history=keeps_history)
    assert assistant.messages == ["ask houses: size 6"]
    history = tmp_path / HISTORY_FILE
    assert history.exists() == keeps_history
    if keeps_history:
        assert "+ask houses: size 6" in history.read_text("utf-8")
        assert history.stat().st_mode & 0o077 == 0


async def test_a_history_that_cannot_be_used_is_told_and_the_chat_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chat_module, "is_typed", lambda: True)
    (tmp_path / HISTORY_FILE).mkdir()
    assistant = ScriptedAssistant()
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("ask houses: size 6\nquit\n")
        await _chat(assistant, tmp_path)
    assert assistant.messages == ["ask houses: size 6"]
    assert "The lines you type are not kept for the next time" in capsys.readouterr().out


async def test_a_line_that_the_disk_has_no_room_for_is_answered_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: FileHistory, string: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(chat_module, "is_typed", lambda: True)
    monkeypatch.setattr(FileHistory, "store_string", fail)
    assistant = ScriptedAssistant()
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("ask houses: size 6\nquit\n")
        await _chat(assistant, tmp_path)
    assert assistant.messages == ["ask houses: size 6"]


def test_the_first_screen_gives_lines_to_try_and_says_what_is_kept(tmp_path: Path) -> None:
    screen = io.StringIO()
    welcome(Console(file=screen, width=100), folder=tmp_path)
    assert "ask houses: size 6" in screen.getvalue()
    assert str(tmp_path) in screen.getvalue().replace("\n", "")
    welcome(Console(file=screen, width=100), folder=None)
    assert "Nothing is kept" in screen.getvalue()


def test_a_stream_that_cannot_show_a_sign_shows_another(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    open_console().print("90 m²")
    assert raw.getvalue() == b"90 m?\n"


def test_a_name_is_one_member_however_it_is_written() -> None:
    assert sender_named(" Ana  Maria ").name == "Ana Maria"
    assert not sender_named("Ana").is_manager
    assert sender_named("Ana Maria").member == sender_named("ANA  MARIA").member
