"""The demo, played for real: the learner, the store, the training process and the pictures."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.demo import play, tables
from bot.demo.stage import Stage
from bot.settings import Settings
from bot.terminal.runs import RunBoard
from bot.wiring import open_apprentice

LESSONS = 45
"""Enough for a retraining; the tables have hundreds."""


def shortened(story: tables.Story) -> tables.Story:
    return replace(story, lessons=story.lessons[:LESSONS])


async def test_the_play_teaches_asks_corrects_retrains_and_withdraws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(play, "diabetes", lambda: shortened(tables.diabetes()))
    monkeypatch.setattr(play, "wine", lambda: shortened(tables.wine()))
    board, said = RunBoard(), StringIO()
    settings = Settings(data=tmp_path, automatic_training=False)
    opening = open_apprentice(
        settings, in_memory=True, on_progress=board.progress, on_end=board.end
    )
    async with opening as apprentice:
        console = Console(file=said, width=200)
        await play.play(Stage(apprentice.assistant, board=board, folder=tmp_path, console=console))
    text = said.getvalue()
    assert "✗" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    first, *_, last = [line for line in text.splitlines() if "● houses:" in line]
    assert first == last
    assert "Learned as #6, thanks Ben" in text
    assert text.count("lessons  Before learning each") == 6 - 2
    assert text.count("examples it had not learned") == 2
    assert len(list((tmp_path / "pictures").glob("*.png"))) == 2


def test_every_row_of_a_table_is_told_once() -> None:
    for story, rows in ((tables.diabetes(), 321), (tables.wine(), 61)):
        assert len({*story.lessons, f"{story.question} -> {story.truth}"}) == rows


def test_members_take_turns() -> None:
    assert list(tables.turns(("a", "b"), ("1", "2", "3"))) == [("a", "1"), ("b", "2"), ("a", "3")]
