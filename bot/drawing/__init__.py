"""Pictures drawn: what to draw comes from the assistant as values, how is decided here."""

import asyncio
from pathlib import Path

from bot.files import write_new
from core.assistant.pictures import Picture


async def draw(picture: Picture, folder: Path) -> Path:
    """Return the path of a new PNG of the picture in the folder.

    Matplotlib is imported by the first picture and works in a thread.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    return await asyncio.to_thread(_draw, picture, folder)


def _draw(picture: Picture, folder: Path) -> Path:
    from bot.drawing.figure import to_png

    return write_new(to_png(picture), folder=folder, name=f"{picture.name}.png")
