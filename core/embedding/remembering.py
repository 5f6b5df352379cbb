"""Vectors that were asked for lately, in memory: each community's apart, by the text's hash."""

from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.domain.identity import CommunityId
from core.ports.embedding import SentenceEncoder

MAX_TEXTS: Final = 20_000
"""About 70 MB at 896 numbers for each."""


class Remembered:
    """An encoder and the vectors it made last, each known to its own community only."""

    def __init__(self, encoder: SentenceEncoder, max_texts: int = MAX_TEXTS) -> None:
        self._encoder = encoder
        self._max_texts = max_texts
        self._vectors: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()
        self._turn = Lock()

    def within(self, community: CommunityId) -> SentenceEncoder:
        """Return the encoder for one community."""
        return _Within(self, self._encoder, community)

    def encode(self, texts: Sequence[str], community: CommunityId) -> NDArray[np.float32]:
        """Return each text's vector, made only where it is not known."""
        keys = [_key(text, community) for text in texts]
        with self._turn:
            known = {key: self._vectors[key] for key in keys if key in self._vectors}
        fresh = {k: text for k, text in zip(keys, texts, strict=True) if k not in known}
        known |= zip(fresh, self._encoder.encode(list(fresh.values())), strict=True)
        self._keep(known)
        return np.stack([known[key] for key in keys]) if keys else self._encoder.encode([])

    def _keep(self, vectors: dict[bytes, NDArray[np.float32]]) -> None:
        with self._turn:
            for key, vector in vectors.items():
                self._vectors[key] = vector
                self._vectors.move_to_end(key)
            while len(self._vectors) > self._max_texts:
                self._vectors.popitem(last=False)


class _Within:
    """One community's view."""

    def __init__(
        self, memory: Remembered, encoder: SentenceEncoder, community: CommunityId
    ) -> None:
        self._memory, self._encoder, self._community = memory, encoder, community

    @property
    def name(self) -> str:
        """The encoder's."""
        return self._encoder.name

    @property
    def dim(self) -> int:
        """The encoder's."""
        return self._encoder.dim

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector for each text."""
        return self._memory.encode(texts, self._community)


def _key(text: str, community: CommunityId) -> bytes:
    salt = blake2b(str(community).encode(), digest_size=32).digest()
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, key=salt).digest()
