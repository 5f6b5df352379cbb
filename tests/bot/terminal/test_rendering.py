import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.terminal.rendering import clean, plain, progress_bar, render
from core.assistant.incoming import Attachment
from core.assistant.pictures import Picture
from core.assistant.reply import Choice, Effect, Reply, Table, Tone
from core.domain.identity import RunId, TaskId
from core.domain.version import Progress

EVERYTHING = Reply(
    title="[bold]About 12[/bold]",
    lines=("80 %: 11 – 13", "two\nlines"),
    notes=("v0 · 3 examples",),
    tone=Tone.ANSWER,
    table=Table(headings=("task", "examples"), rows=(("houses", "3"), ("triage", "212"))),
    picture=Picture(name="p", title="t", panels=(), caption="The error falls."),
    choices=(
        Choice(label="Right", action="r"),
        Choice(label="Erase", action="e", effect=Effect.DESTROYS),
    ),
    files=(Attachment(name="houses.csv", content=b""),),
)


def _piped(reply: Reply, first: int = 1, saved: tuple[Path, ...] = ()) -> str:
    console = Console(file=io.StringIO(), width=10_000)
    return plain(render(reply, first=first, saved=saved), console)


def test_a_reply_is_shown_whole_and_its_text_is_no_markup() -> None:
    shown = _piped(EVERYTHING, first=3, saved=(Path("/d/p.png"), Path("/d/houses.csv")))
    assert shown.splitlines() == [
        "● [bold]About 12[/bold]",
        "  80 %: 11 – 13",
        "  two",
        "  lines",
        "",
        "  task     examples",
        " ───────────────────",
        "  houses          3",
        "  triage        212",
        "",
        "  The error falls.",
        "  picture: /d/p.png",
        "  file: /d/houses.csv",
        "  v0 · 3 examples",
        "  [3] Right   [4] Erase",
    ]


@pytest.mark.parametrize("tone", list(Tone))
def test_each_tone_has_its_mark(tone: Tone) -> None:
    others = {_piped(Reply(title="x", tone=other)) for other in Tone if other is not tone}
    assert _piped(Reply(title="x", tone=tone)) not in others


def test_a_pipe_gets_long_lines_unbroken_and_a_terminal_gets_them_set_in() -> None:
    reply = Reply(title="t", lines=("word " * 60,))
    assert len(_piped(reply).splitlines()) == 2
    terminal = Console(file=io.StringIO(), width=40)
    terminal.print(render(reply))
    assert isinstance(terminal.file, io.StringIO)
    lines = terminal.file.getvalue().rstrip("\n").split("\n")
    assert len(lines) > 5
    assert all(line.startswith("  word") and len(line) <= 40 for line in lines[1:])


def test_a_pipe_gets_colours_only_where_they_are_forced() -> None:
    assert "\x1b[" not in _piped(EVERYTHING)
    forced = Console(file=io.StringIO(), width=1000, force_terminal=True, color_system="standard")
    assert "\x1b[" in plain(render(EVERYTHING), forced)


@given(st.text())
def test_no_text_reaches_the_terminal_as_a_command(text: str) -> None:
    cleaned = clean(text)
    assert not set(cleaned) & {"\x1b", "\x07", "\x08", "\r", "\x9b", "\u202e", "\u2066"}
    assert clean(cleaned) == cleaned


def test_a_bar_shows_how_far_the_first_retraining_is() -> None:
    def progress(run: int, fraction: float) -> Progress:
        return Progress(task_id=TaskId(1), run_id=RunId(run), fraction=fraction, stage="fit")

    assert progress_bar(()) == ""
    assert progress_bar([progress(1, 0.5)]) == "Retraining ━━━━━━━━━━──────────  50%  fit"
    assert progress_bar([progress(1, 1.2), progress(2, 0)]).endswith("100%  fit  (+1)")
