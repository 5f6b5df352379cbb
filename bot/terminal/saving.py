"""What a reply brings along, saved to disk so that its path can be shown."""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

from bot.drawing import draw
from bot.files import write_new
from bot.terminal import wording
from core.assistant.incoming import Attachment
from core.assistant.reply import Reply
from core.errors import OperatorError

PICTURES = "pictures"
EXPORTS = "exports"

_UNSAFE = re.compile(r"[^\w.-]+")
_MAX_NAME = 80


async def save(reply: Reply, folder: Path) -> tuple[Path, ...]:
    """Return the paths of the reply's picture and files, written under the folder.

    Raises:
        OperatorError: the folder cannot be written to.
    """
    try:
        paths = [await draw(reply.picture, folder / PICTURES)] if reply.picture else []
        paths += await asyncio.to_thread(_write, reply.files, folder / EXPORTS)
    except OSError as error:
        sentence = wording.CANNOT_SAVE.format(folder=folder, reason=error.strerror or error)
        raise OperatorError(sentence) from error
    return tuple(paths)


def safe_name(name: str) -> str:
    """Return a file's name without folders, blanks, leading dots, or anything a system minds."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    safe = _UNSAFE.sub("-", bare).strip("-.")
    stem, dot, ending = safe.rpartition(".")
    return f"{stem[:_MAX_NAME]}{dot}{ending[:10]}" if stem else safe[:_MAX_NAME] or "file"


def _write(files: Sequence[Attachment], folder: Path) -> list[Path]:
    return [write_new(f.content, folder=folder, name=safe_name(f.name)) for f in files]
