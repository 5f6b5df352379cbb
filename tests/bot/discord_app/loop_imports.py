"""A program: plays what brings in heavy modules, and says which the event loop's thread imported.

It runs in a process of its own, where nothing has imported them before.
"""

import asyncio
import json
import sys
import tempfile
import threading
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from bot.discord_app.running import serve
from bot.settings import Settings
from tests.bot.discord_app.scene import Scene
from tests.local_discord import LocalDiscord, Upload
from tests.local_discord.impatience import impatient


class Watcher:
    """Notes what is imported by the thread that it was made in; finds nothing itself."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._thread = threading.get_ident()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Note the import."""
        del path, target
        if threading.get_ident() == self._thread:
            self.seen.append(name)
        return None


async def played(folder: Path) -> list[str]:
    """Return what the loop's thread imported while members were answered."""
    async with LocalDiscord() as local:
        on = Scene(local=local)
        settings = Settings(data=folder, discord_token=local.token, automatic_training=False)
        stopping = asyncio.Event()
        with local.adopted(), impatient():
            serving = asyncio.create_task(
                serve(settings, stop=lambda: stopping, tell=lambda _: None, in_memory=True)
            )
            await local.online()
            watcher = Watcher()
            sys.meta_path.insert(0, watcher)
            try:
                await talk(on)
            finally:
                sys.meta_path.remove(watcher)
                stopping.set()
                await serving
    return watcher.seen


async def talk(on: Scene) -> None:
    """Go through what draws, reads files, learns and writes files."""
    rows = "\n".join(f"{size},{2 * size}" for size in range(1, 40))
    await on.run(
        on.zoe,
        "/task import",
        task="houses",
        file=Upload(filename="houses.csv", data=f"size,price\n{rows}".encode()),
        target="price",
    )
    await on.run(on.zoe, "/teach", task="houses", lesson="size 7 -> 14")
    await on.run(on.zoe, "/ask", task="houses", text="size 12")
    for command in ("/model status", "/model card", "/task export", "/privacy export", "/why"):
        await on.run(on.zoe, command)
    questions = Upload(filename="ask.csv", data=b"size\n3\n4")
    await on.run(on.zoe, "/batch", task="houses", file=questions)
    await on.run(on.zoe, "/teach", task="posts", lesson="post: see you on 2 May -> talk")
    await on.run(on.zoe, "/teach", task="sales", lesson="sold: 2026-05-02, size: 3 m² -> € 4")
    await on.run(on.zoe, "/ask", task="sales", text="sold next Friday, 3 square metres")
    await on.zoe.type(
        on.channel, "@Apprentice houses: a house of 3 square metres, sold next Friday?"
    )
    await on.zoe.sees(on.channel, "houses")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.stdout.write(json.dumps(asyncio.run(played(Path(place)))))
