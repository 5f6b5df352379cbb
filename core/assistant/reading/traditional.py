"""Traditional Chinese characters as simplified ones, one for one, so that both are read alike."""

from importlib import resources
from typing import Final


def _table() -> dict[int, str]:
    """Return each traditional character's simplified form, from OpenCC's dictionary.

    Its lines hold a character, a tab and its forms, the usual one first.
    """
    dictionary = resources.files("opencc") / "dictionary" / "TSCharacters.txt"
    pairs = (line.split() for line in dictionary.read_text(encoding="utf-8").splitlines())
    return {
        ord(pair[0]): pair[1]
        for pair in pairs
        if len(pair) > 1 and len(pair[0]) == len(pair[1]) == 1
    }


SIMPLIFIED: Final = _table()
"""By code point; read once, when the program starts."""


def simplified(text: str) -> str:
    """Return the text with simplified characters, of the same length."""
    return text if text.isascii() else text.translate(SIMPLIFIED)
