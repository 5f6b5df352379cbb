"""The program as it is started: a process, its input, its output, and how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.architecture.sources import ROOT

Started: TypeAlias = subprocess.CompletedProcess[str]
Start: TypeAlias = Callable[..., Started]

HOUSES = (
    "teach houses: size 1 -> 2\nteach houses: size 2 -> 4\nteach houses: size 3 -> 6\n"
    "ask houses: size 6\n"
)


def _environment(folder: Path) -> dict[str, str]:
    others = {k: v for k, v in os.environ.items() if not k.startswith(("APPRENTICE_", "COV_"))}
    return others | {
        "APPRENTICE_DATA": str(folder / "data"),
        "TMPDIR": str(folder),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Return a way to start the program away from the person's own data."""

    def start(*arguments: str, stdin: str = "", env: Mapping[str, str] | None = None) -> Started:
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "bot", *arguments],
            check=False,
            input=stdin,
            env=_environment(tmp_path) | dict(env or {}),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=100,
        )

    return start


def test_three_lessons_and_a_question_through_a_pipe(start: Start, tmp_path: Path) -> None:
    done = start("chat", "--memory", stdin=HOUSES)
    assert (done.returncode, done.stderr) == (0, "")
    taught, *_, answer = done.stdout.strip().split("\n\n")
    assert "taken as yes: Create it" in taught
    assert answer.startswith("● houses: about 1")
    assert "80 %" in answer
    assert list(tmp_path.iterdir()) == []


def test_what_was_taught_stays_and_what_was_written_is_in_no_log(
    start: Start, tmp_path: Path
) -> None:
    start("chat", stdin=HOUSES, env={"APPRENTICE_LOG_LEVEL": "debug"})
    done = start("chat", "--member", "Ben", stdin="task list\nnonsense 4711\n")
    assert "houses" in done.stdout
    log = (tmp_path / "data" / "apprentice.log").read_text("utf-8")
    assert log
    assert not any(word in log for word in ("houses", "4711", "nonsense"))


def test_errors_are_sentences_and_the_chat_goes_on(start: Start) -> None:
    stdin = "ask nothing: size 6\ntask import houses nowhere.csv\n\x1b[31m\n99\nhelp\n"
    done = start("chat", "--memory", stdin=stdin)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.strip().split("\n\n")) == 5
    assert "There is no file" in done.stdout
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stdout


def test_nothing_to_read_is_nothing_to_say(start: Start) -> None:
    done = start("chat", "--memory")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_reader_who_leaves_early_ends_it_quietly(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--memory"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(tmp_path),
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"help\n" * 100)
        process.stdin.close()
        assert process.stderr.read() == b""
        process.wait(timeout=60)


@pytest.mark.parametrize(
    ("arguments", "setting", "sentence"),
    [
        (("chat",), {"APPRENTICE_DEVICE": "gpu"}, "APPRENTICE_DEVICE should be"),
        (("chat",), {"APPRENTICE_DATABASE_URL": "mysql://x"}, "Expected a database URL"),
        (("chat", "--data", "/dev/null/x"), {}, "The data folder /dev/null/x cannot be made"),
        (("migrate",), {"APPRENTICE_DATABASE_URL": "nonsense"}, "Expected a database URL"),
        (("run",), {}, "Apprentice needs a token"),
    ],
)
def test_what_the_operator_can_put_right_is_a_sentence(
    arguments: tuple[str, ...], setting: dict[str, str], sentence: str, start: Start
) -> None:
    done = start(*arguments, env=setting)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_database_is_brought_up_to_date(start: Start, tmp_path: Path) -> None:
    done = start("migrate")
    assert (done.returncode, done.stdout) == (0, "The database is up to date.\n")
    assert (tmp_path / "data" / "apprentice.db").exists()


def test_it_says_its_version(start: Start) -> None:
    assert start("version").stdout.startswith("apprentice ")


def test_a_retraining_is_waited_for_and_reported_with_its_picture(start: Start) -> None:
    lessons = "".join(f"teach houses: size {n % 20} -> {2 * (n % 20)}.{n % 7}\n" for n in range(40))
    done = start("chat", stdin=f"{lessons}model learn houses\n")
    assert (done.returncode, done.stderr) == (0, "")
    report = done.stdout.strip().split("\n\n")[-1]
    picture = next(line for line in report.splitlines() if "picture: " in line)
    assert Path(picture.partition("picture: ")[2]).read_bytes().startswith(b"\x89PNG")
