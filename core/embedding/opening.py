"""From the name of a sentence encoder to the encoder."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from core.domain.identity import CommunityId
from core.embedding import joined, named, packaged, universal
from core.embedding.remembering import Remembered
from core.errors import OperatorError
from core.ports.embedding import SentenceEncoder

AUTO: Final = "auto"
NONE: Final = "none"
_PACKAGED: Final = (joined.NAME, universal.NAME, packaged.NAME)
"""Encoders that packages carry, the best first."""


def resolve(name: str) -> str:
    """Return the encoder that a setting means on this machine: ``auto`` may be none.

    Raises:
        OperatorError: what the encoder needs is not installed.
    """
    if name == AUTO:
        return next((one for one in _PACKAGED if _is_installed(one)), NONE)
    if name != NONE and not _is_installed(name):
        raise OperatorError(
            f"The text encoder {name!r} needs packages that are not installed: "
            "pip install 'apprentice[text]', or set the text encoder to none."
        )
    return name


def _is_installed(name: str) -> bool:
    if name == joined.NAME:
        return universal.is_installed() and packaged.is_installed()
    if name == universal.NAME:
        return universal.is_installed()
    return packaged.is_installed() if name == packaged.NAME else named.is_installed()


def open_encoder(name: str, folder: str) -> SentenceEncoder | None:
    """Return the encoder of a resolved name, or None; its files are read when it is first used.

    Args:
        name: what :func:`resolve` returned.
        folder: where a prepared encoder is kept for the next start.
    """
    if name == NONE:
        return None
    if name == joined.NAME:
        many, english = universal.UniversalEncoder(), packaged.PackagedEncoder(Path(folder))
        return joined.JoinedEncoder(many, english)
    if name == universal.NAME:
        return universal.UniversalEncoder()
    if name == packaged.NAME:
        return packaged.PackagedEncoder(Path(folder))
    return named.NamedEncoder(name)


def name_of_fit(fitted_with: object, name: str) -> str:
    """Return the name of the encoder that a saved fit needs, where it and the set one are packaged.

    A fit reads texts by the encoder that it was made with, also where another one is the default
    by now.

    Args:
        fitted_with: what the fit's manifest says; anything.
        name: the encoder of the setting, resolved.
    """
    earlier = {packaged.PackagedEncoder.name: packaged.NAME, universal.FULL_NAME: universal.NAME}
    found = earlier.get(str(fitted_with))
    return found if found and name in _PACKAGED and _is_installed(found) else name


def encoder_within(community: CommunityId, name: str, folder: str) -> SentenceEncoder | None:
    """Return the process's encoder of a resolved name, with what it remembers of a community."""
    memory = _memory(name, folder)
    return memory.within(community) if memory else None


@lru_cache(maxsize=4)
def _memory(name: str, folder: str) -> Remembered | None:
    encoder = open_encoder(name, folder)
    return Remembered(encoder) if encoder else None
