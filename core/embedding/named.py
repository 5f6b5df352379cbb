"""Any encoder that sentence-transformers loads, by its name or folder."""

import importlib.util
from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.embedding.signs import well_formed
from core.errors import OperatorError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def is_installed() -> bool:
    """Return whether sentence-transformers is there; imports nothing."""
    return importlib.util.find_spec("sentence_transformers") is not None


class NamedEncoder:
    """A sentence-transformers model on the CPU, opened when it is first needed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._turn = Lock()

    @property
    def dim(self) -> int:
        """How many numbers a vector has."""
        return len(self.encode([""])[0])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector of length 1 for each text; shape (texts, dim).

        Raises:
            OperatorError: there is no such model.
        """
        with self._turn:
            found = self._model.encode(
                [well_formed(text) for text in texts],
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        return np.asarray(found, dtype=np.float32).reshape(len(texts), -1)

    @cached_property
    def _model(self) -> "SentenceTransformer":
        from sentence_transformers import SentenceTransformer

        try:
            return SentenceTransformer(self.name, device="cpu")
        except (OSError, ValueError) as error:
            raise OperatorError(
                f"The text encoder {self.name!r} could not be loaded; name a sentence-transformers "
                f"model that is on this machine, auto or none. ({type(error).__name__})"
            ) from error
