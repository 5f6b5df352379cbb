"""Two encoders side by side: one for many languages, and one that tells English intents better."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.ports.embedding import SentenceEncoder

NAME: Final = "packaged"
ENGLISH_SHARE: Final = 0.25
"""Of the squared length of a vector. With less, intents in English are told worse; with more,
short texts in other languages and spam."""
LATIN_SHARE: Final = 0.5
"""Of a text's letters that are A to Z. With fewer, an English encoder sees next to nothing of it,
and is not asked."""


class JoinedEncoder:
    """The vectors of both, the second one's shorter, and zeros for a text in no Latin letters."""

    def __init__(self, many: SentenceEncoder, english: SentenceEncoder) -> None:
        self._many, self._english = many, english
        self.name = f"{many.name} and {english.name}"
        self.dim = many.dim + english.dim

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector of length 1 for each text; shape (texts, dim)."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        vectors[:, : self._many.dim] = self._many.encode(texts)
        latin = [row for row, text in enumerate(texts) if is_latin(text)]
        if latin:
            vectors[latin] *= np.float32(np.sqrt(1.0 - ENGLISH_SHARE))
            english = self._english.encode([texts[row] for row in latin])
            vectors[latin, self._many.dim :] = np.float32(np.sqrt(ENGLISH_SHARE)) * english
        return vectors


def is_latin(text: str) -> bool:
    """Return whether an English encoder can read a text."""
    letters = [sign for sign in text if sign.isalpha()]
    latin = sum(sign.isascii() for sign in letters)
    return bool(letters) and latin >= LATIN_SHARE * len(letters)
