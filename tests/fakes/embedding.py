"""A sentence encoder for tests: texts that share words lie near one another."""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray


class WordEncoder:
    """The port SentenceEncoder: the mean of a fixed random direction for each word."""

    def __init__(self, name: str = "words", dim: int = 16) -> None:
        self.name = name
        self.dim = dim
        self.asked: list[str] = []
        """Every text that was encoded, in order."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.extend(texts)
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in enumerate(texts):
            sums = sum((self._direction(word) for word in text.casefold().split()), np.zeros(1))
            vectors[row] = sums / max(float(np.linalg.norm(sums)), 1e-9)
        return vectors

    def _direction(self, word: str) -> NDArray[np.float64]:
        seed = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
        return np.random.default_rng(seed).standard_normal(self.dim)
