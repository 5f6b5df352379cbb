import getpass
import sys
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot import files, main, session
from bot.settings import Settings, setting_names
from bot.terminal import chat
from core.errors import OperatorError


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return the settings of a data folder that is not there yet."""
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path_factory.mktemp("session")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("APPRENTICE_DATA", str(folder / "data"))
    return Settings()


def _pipe(lines: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "lines.txt"
    path.write_text(lines)
    monkeypatch.setattr(sys, "stdin", path.open())


def _command_line(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    """Return the status with which the program ends."""
    monkeypatch.setattr(sys, "argv", ["apprentice", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    return ended.value.code


def test_a_piped_session_leaves_what_was_taught(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _pipe("teach houses: size 1 -> 2\n", tmp_path, monkeypatch)
    assert _command_line(monkeypatch, "chat", "--member", "Ana") == 0
    sys.stdin.close()
    assert "Saved #1 (houses)" in capsys.readouterr().out
    assert (settings.data / "apprentice.db").exists()
    assert settings.data.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("variables", "said", "reply"),
    [
        ({}, "undo", "Nothing was changed"),
        ({"LANG": "zh_CN.UTF-8"}, "undo", "什么都没有改变"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "zh:en"}, "undo", "什么都没有改变"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "undo", "Nothing was changed"),
        ({"LANG": "zh_CN.UTF-8"}, "say it in English\n你好", "Glad to help"),
        ({}, "你好", "很高兴帮忙"),
        ({}, "speak Chinese\nwhat does this thing do for me", "从现在起我用中文回答"),
        ({}, "你好\nhello there my friend", "Nothing to predict yet"),
    ],
)
def test_a_session_speaks_the_language_of_the_locale_or_of_what_is_said(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variables: dict[str, str],
    said: str,
    reply: str,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    _pipe(f"{said}\n", tmp_path, monkeypatch)
    assert _command_line(monkeypatch, "chat", "--memory") == 0
    sys.stdin.close()
    assert reply in capsys.readouterr().out
    assert not settings.data.exists()


def test_a_session_in_memory_leaves_no_folder(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _pipe("task list\n", tmp_path, monkeypatch)
    session.chat_in_terminal(settings, in_memory=True, name="")
    sys.stdin.close()
    assert capsys.readouterr().err == ""
    assert not settings.data.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["lines.txt"]


def test_what_was_asked_for_in_memory_stays_where_its_path_says(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _pipe("teach houses: size 1 -> 2\ntask export houses\n", tmp_path, monkeypatch)
    session.chat_in_terminal(settings, in_memory=True, name="Ana")
    sys.stdin.close()
    shown = next(line for line in capsys.readouterr().out.splitlines() if "file: " in line)
    assert Path(shown.partition("file: ")[2]).exists()


def test_a_typed_session_begins_with_the_first_screen(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(session, "is_typed", lambda: True)
    monkeypatch.setattr(chat, "is_typed", lambda: True)
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("quit\n")
        session.chat_in_terminal(settings, in_memory=False, name="Ana")
    assert "Apprentice learns what you teach it" in capsys.readouterr().out


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorError, match="Name another one in APPRENTICE_DATA"):
        files.make_folder(tmp_path / "file" / "data")


def test_an_account_without_a_name_is_called_something(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", refuse)
    _pipe("task list\n", tmp_path, monkeypatch)
    session.chat_in_terminal(settings, in_memory=True, name="")
    sys.stdin.close()


def test_the_database_can_be_brought_up_to_date_alone(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _command_line(monkeypatch, "migrate") == 0
    assert capsys.readouterr().out == "The database is up to date.\n"
    assert (settings.data / "apprentice.db").exists()


def test_an_operator_error_ends_the_program_with_a_sentence(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("APPRENTICE_DEVICE", "gpu")
    assert _command_line(monkeypatch, "chat") == main.OPERATOR_ERROR
    assert capsys.readouterr().err.startswith("apprentice: APPRENTICE_DEVICE should be")


@pytest.mark.parametrize("answer", [True, False])
def test_without_discord_the_terminal_is_offered(
    answer: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: answer)
    monkeypatch.setattr(
        session, "chat_in_terminal", lambda *_, in_memory, name, takes_all: opened.append(name)
    )
    assert _command_line(monkeypatch, "run") == (0 if answer else main.OPERATOR_ERROR)
    assert opened == [""] * answer


def test_ctrl_c_ends_the_program_without_a_trace(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(session, "chat_in_terminal", interrupt)
    assert _command_line(monkeypatch, "chat") == main.INTERRUPTED
    assert "Traceback" not in capsys.readouterr().err


def test_a_named_member_does_not_run_the_community_of_the_account(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "zoe")
    _pipe("teach houses: size 1 -> 2\n", tmp_path, monkeypatch)
    session.chat_in_terminal(settings, in_memory=False, name="Ana")
    sys.stdin.close()
    for name, refusal in (("Ben", True), ("Zoe", False), ("", False)):
        _pipe("task edit houses about:ours\n", tmp_path, monkeypatch)
        capsys.readouterr()
        session.chat_in_terminal(settings, in_memory=False, name=name)
        assert ("Only who keeps" in capsys.readouterr().out) is refusal
        sys.stdin.close()
