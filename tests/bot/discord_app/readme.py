"""The README's transcripts: held against what the tests record, or written anew from it."""

import difflib
import re
from pathlib import Path

from tests.local_discord import Transcript

_FIGURE = re.compile(r"[<>+−]? ?\d[\d,.]*")
_MOVES = re.compile(r"^ +[↑↓] .*$", re.MULTILINE)
_LIKE = re.compile(r"^     like .*\n(?:       .*\n)*", re.MULTILINE)
_RANKED = re.compile(r"(\w+ # %)(?: · \w+ # %)+")
_SHARES = re.compile(r"(examples?) · [a-z ,#%]+")


class Readme:
    """The README, whose blocks of code after ``<!-- transcript: NAME -->`` are transcripts."""

    def __init__(self, path: Path, *, rewrites: bool = False) -> None:
        self._path = path
        self._rewrites = rewrites

    def shows(self, name: str, transcript: Transcript) -> None:
        """Check that the README shows what was recorded, or write it there.

        Figures may differ: other machines round otherwise.

        Raises:
            AssertionError: it shows something else, or nothing of that name.
        """
        text, recorded = self._path.read_text("utf-8"), f"{transcript}\n"
        mark = re.escape(f"<!-- transcript: {name} -->")
        found = re.search(rf"({mark}\n+```\n)(.*?)(```)", text, re.DOTALL)
        assert found, f'README.md has no block "<!-- transcript: {name} -->" with code after it.'
        if self._rewrites:
            self._path.write_text(text[: found.start(2)] + recorded + text[found.end(2) :], "utf-8")
            return
        changes = difflib.unified_diff(
            found[2].splitlines(), recorded.splitlines(), "README.md", "the bot", lineterm=""
        )
        assert without_figures(found[2]) == without_figures(recorded), (
            f'README.md shows "{name}" otherwise than the bot plays it: run `make transcripts`, '
            "and look at what it changed.\n" + "\n".join(changes)
        )


def without_figures(transcript: str) -> str:
    """Return a transcript without what may differ between machines, and between communities.

    That is its figures, what is left out where one is small, which examples are the next alike and
    which labels the next likely (texts are hashed by a key of the community), and where lines are
    broken.
    """
    masked = _FIGURE.sub(" #", _MOVES.sub("moves", _LIKE.sub("     like\n", transcript)))
    shared = _SHARES.sub(r"\1 · shares", " ".join(masked.split()))
    return " ".join(_RANKED.sub(r"\1", " ".join(shared.split())).split())
