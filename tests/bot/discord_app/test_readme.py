"""The README's transcripts are held against what is recorded, figures aside."""

from pathlib import Path

import pytest

from tests.bot.discord_app.readme import Readme, without_figures
from tests.local_discord import LocalDiscord
from tests.local_discord.transcript import Transcript

SHOWN = "# A bot\n\n<!-- transcript: count -->\n```\n     (he counts {what})\n```\n\nMore.\n"


def recorded(words: str) -> Transcript:
    transcript = Transcript(LocalDiscord().world)
    transcript.aside(words)
    return transcript


def test_a_transcript_that_differs_in_its_figures_alone_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(SHOWN.format(what="to 1,200.5"), "utf-8")
    Readme(path).shows("count", recorded("he counts to 1,199"))


def test_a_transcript_that_differs_in_words_is_not(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(SHOWN.format(what="to 3"), "utf-8")
    with pytest.raises(AssertionError, match="run `make transcripts`"):
        Readme(path).shows("count", recorded("he stops at 3"))
    with pytest.raises(AssertionError, match='no block "<!-- transcript: sheep -->"'):
        Readme(path).shows("sheep", recorded("he counts to 3"))


def test_transcripts_are_written_anew_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(SHOWN.format(what="to 3"), "utf-8")
    Readme(path, rewrites=True).shows("count", recorded("he counts sheep"))
    assert path.read_text("utf-8") == SHOWN.format(what="sheep")


def test_what_moves_an_answer_too_little_to_be_said_makes_no_difference() -> None:
    here = "bot  3.8\n     ↑ 2016 +0.1 ↑ sci-fi +0.1\n     title Arrival"
    there = "bot  3.7\n     ↑ sci-fi +0.2\n     title Arrival"
    assert without_figures(here) == without_figures(there) == "bot # moves title Arrival"


def test_shares_of_experts_are_figures_too() -> None:
    here = "?1 · v0 · 9 examples · fourier 36 %, kernel 33 %\n     [Right]"
    there = "?1 · v0 · 9 examples · kernel 40 %,\n     fourier 7 %, linear < 1 % [Right]"
    assert without_figures(here) == without_figures(there)
