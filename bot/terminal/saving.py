"""What a reply brings along, saved to disk so that its path can be shown."""

import asyncio
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.drawing import draw
from bot.files import write_new
from bot.terminal import wording
from core.assistant.incoming import Attachment
from core.assistant.reply import Reply
from core.domain.identity import MemberId
from core.errors import OperatorError

PICTURES = "pictures"
EXPORTS = "exports"
HISTORY_FILE = "history"
"""The lines typed, for the next time."""

_UNSAFE = re.compile(r"[^\w.-]+")
_MAX_NAME = 80


async def save(reply: Reply, folder: Path, *, locale: str = "en") -> tuple[Path, ...]:
    """Return the paths of the reply's picture and files, written under the folder.

    Raises:
        OperatorError: the folder cannot be written to.
    """
    try:
        paths = [await draw(reply.picture, folder / PICTURES)] if reply.picture else []
        paths += await asyncio.to_thread(_write, reply.files, folder / EXPORTS)
    except OSError as error:
        sentence = wording.say(
            "cannot save", locale=locale, folder=folder, reason=error.strerror or error
        )
        raise OperatorError(sentence) from error
    return tuple(paths)


async def forget(reply: Reply, folder: Path, *, locale: str = "en") -> Reply:
    """Return a reply that erased a member with what became of the files that were saved here.

    Pictures, the member's own exports and the lines typed go. Other exports hold what everybody
    taught and were asked for by name: it is said that they stay.
    """
    if reply.forgets is None:
        return reply
    try:
        removed, left = await asyncio.to_thread(_forget, reply.forgets, folder)
    except OSError as error:
        sentence = wording.say(
            "cannot forget", locale=locale, folder=folder, reason=error.strerror or error
        )
        return replace(reply, lines=(*reply.lines, sentence))
    lines = (
        [wording.say("files removed", locale=locale, count=removed, folder=folder)]
        if removed
        else []
    )
    if left:
        names = ", ".join(path.name for path in left)
        lines.append(wording.say("files left", locale=locale, folder=folder / EXPORTS, names=names))
    return replace(reply, lines=(*reply.lines, *lines))


def _forget(member: MemberId, folder: Path) -> tuple[int, list[Path]]:
    """Return how many files were removed, and which exports are left."""
    history = folder / HISTORY_FILE
    if history.exists():
        history.write_bytes(b"")
    exports = sorted(path for path in (folder / EXPORTS).glob("*") if path.is_file())
    own = [path for path in exports if _is_export_of(member, path)]
    gone = [*(folder / PICTURES).glob("*.png"), *own]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone), [path for path in exports if path not in own]


def _is_export_of(member: MemberId, path: Path) -> bool:
    """Return whether a file is what a member took along of their own."""
    if path.suffix != ".json":
        return False
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return False
    about = content.get("member") if isinstance(content, dict) else None
    return isinstance(about, dict) and about.get("id") == member


def safe_name(name: str) -> str:
    """Return a file's name without folders, blanks, leading dots, or anything a system minds."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    safe = _UNSAFE.sub("-", bare).strip("-.")
    stem, dot, ending = safe.rpartition(".")
    return f"{stem[:_MAX_NAME]}{dot}{ending[:10]}" if stem else safe[:_MAX_NAME] or "file"


def _write(files: Sequence[Attachment], folder: Path) -> list[Path]:
    return [write_new(f.content, folder=folder, name=safe_name(f.name)) for f in files]
