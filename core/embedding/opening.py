"""From the name of a sentence encoder to the encoder."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from core.domain.identity import CommunityId
from core.embedding import named, packaged
from core.embedding.remembering import Remembered
from core.errors import OperatorError
from core.ports.embedding import SentenceEncoder

AUTO: Final = "auto"
NONE: Final = "none"


def resolve(name: str) -> str:
    """Return the encoder that a setting means on this machine: ``auto`` may be none.

    Raises:
        OperatorError: what the encoder needs is not installed.
    """
    if name == AUTO:
        return packaged.NAME if packaged.is_installed() else NONE
    is_there = packaged.is_installed() if name == packaged.NAME else named.is_installed()
    if name != NONE and not is_there:
        raise OperatorError(
            f"The text encoder {name!r} needs packages that are not installed: "
            "pip install 'apprentice[text]', or set the text encoder to none."
        )
    return name


def open_encoder(name: str, folder: str) -> SentenceEncoder | None:
    """Return the encoder of a resolved name, or None; its files are read when it is first used.

    Args:
        name: what :func:`resolve` returned.
        folder: where a prepared encoder is kept for the next start.
    """
    if name == NONE:
        return None
    if name == packaged.NAME:
        return packaged.PackagedEncoder(Path(folder))
    return named.NamedEncoder(name)


def encoder_within(community: CommunityId, name: str, folder: str) -> SentenceEncoder | None:
    """Return the process's encoder of a resolved name, with what it remembers of a community."""
    memory = _memory(name, folder)
    return memory.within(community) if memory else None


@lru_cache(maxsize=4)
def _memory(name: str, folder: str) -> Remembered | None:
    encoder = open_encoder(name, folder)
    return Remembered(encoder) if encoder else None
