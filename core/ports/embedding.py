"""What the learner needs of a sentence encoder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class SentenceEncoder(Protocol):
    """Turns texts into vectors of length 1 that lie near one another where the texts mean alike.

    A text's vector depends on nothing but the text, and may be asked for from several threads.
    """

    @property
    def name(self) -> str:
        """What tells it from encoders with other vectors."""
        ...

    @property
    def dim(self) -> int:
        """How many numbers a vector has."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector for each text; shape (texts, dim)."""
        ...
