"""Text as it is compared: without case, punctuation and extra blanks; names, without case only."""

import re
import unicodedata
from typing import Final

TELLING = "#%&*@"
"""Punctuation by name, but signs in use."""


# Soft hyphens, zero-width blanks, marks of direction: they show nothing. Joiners are not among
# them, for an emoji or an Indic word is another without; names are compared without those too.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_UNCOMPARED: Final = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_PLAIN_SIGNS: Final = str.maketrans("‘’‚‛“”„‟‐‑‒–—−", "''''\"\"\"\"------")


def visible(text: str) -> str:
    """Return the text composed (NFC) and without characters that nobody sees."""
    return text if text.isascii() else unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def name_key(text: str) -> str:
    """Return what two spellings of one label, item or name share; other names have another.

    Case, width, composition, invisible characters, the style of quotes and dashes and extra
    blanks do not count; every other sign does.
    """
    bare = _UNCOMPARED.sub("", visible(text)).translate(_PLAIN_SIGNS)
    folded = unicodedata.normalize("NFKC", bare).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def normal_form(text: str) -> str:
    """Return the text without case, punctuation and extra blanks; signs stay, as in C++ and <50."""
    if text.isascii() and text.isalnum():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(c if _tells(c) else " " for c in folded).split()
    return " ".join(words) or "".join(folded.split())


def _tells(character: str) -> bool:
    """Return whether a character is no mere punctuation.

    Accents and vowel signs belong to their letter, in Hindi or Thai say; signs and currencies
    make another word.
    """
    kind = unicodedata.category(character)
    return character.isalnum() or kind[0] in "MS" or character in TELLING
