"""The demo as a command: a play in memory, then, at a terminal, the prompt is the person's."""

import asyncio
import tempfile
from pathlib import Path

from bot.demo.play import play
from bot.demo.stage import Stage
from bot.logs import logging_to
from bot.settings import Settings
from bot.terminal.chat import chat, is_typed, open_stage_console, sender_named
from bot.terminal.runs import RunBoard


def show_demo(settings: Settings) -> None:
    """Play the demo; nothing of it is kept but its pictures."""
    folder = Path(tempfile.mkdtemp(prefix="apprentice-demo-"))
    with logging_to(None, settings.log_level):
        asyncio.run(_show(settings.model_copy(update={"automatic_training": False}), folder))


async def _show(settings: Settings, folder: Path) -> None:
    from bot.wiring import open_apprentice  # the curtain rises before torch is there

    board = RunBoard()
    opening = open_apprentice(
        settings, in_memory=True, on_progress=board.progress, on_end=board.end
    )
    console = open_stage_console()
    async with opening as apprentice:
        stage = Stage(apprentice.assistant, board=board, folder=folder, console=console)
        await play(stage)
        if not is_typed():
            stage.tell("Now teach it something of your own: make chat")
            return
        stage.tell("Now it is your turn. Everything above is still there; quit leaves.")
        console.print()
        await chat(
            apprentice.assistant,
            sender_named("You", is_manager=True),
            board=board,
            folder=folder,
            keeps_history=False,
        )
