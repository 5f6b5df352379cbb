"""Text as it is compared: without case, punctuation and extra blanks."""

import unicodedata

TELLING = "#%&*@"
"""Punctuation by name, but signs in use."""


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
