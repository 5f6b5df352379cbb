"""Running the bot: connected until it is told to stop, and then ended in good order."""

import asyncio
import signal
from collections.abc import Callable

import structlog
import typer

from bot.discord_app.client import ApprenticeClient
from bot.discord_app.connecting import stay_connected
from bot.discord_app.front import Front
from bot.discord_app.outcomes import EVERY_S, Outcomes
from bot.discord_app.progress import Progresses
from bot.discord_app.protocol import speak_to
from bot.files import make_folder
from bot.logs import logging_to
from bot.settings import Settings
from bot.wiring import open_apprentice
from core.ports.learning import Clock

log = structlog.get_logger(__name__)


def run_on_discord(settings: Settings) -> None:
    """Run the bot until it is interrupted or terminated.

    Raises:
        OperatorError: Discord refuses the token, or the data cannot be used.
    """
    folder = make_folder(settings.data)
    with logging_to(folder, settings.log_level):
        asyncio.run(serve(settings, stop=_stopped_by_signals, tell=typer.echo))


async def serve(
    settings: Settings,
    *,
    stop: Callable[[], asyncio.Event],
    tell: Callable[[str], None],
    in_memory: bool = False,
    clock: Clock | None = None,
    look_every_s: float = EVERY_S,
) -> None:
    """Serve Discord until the event is set; everything that was started has ended on return.

    Args:
        settings: what the bot runs with.
        stop: returns the event that ends it.
        tell: says to whoever runs it that it is connected, or why it is not.
        in_memory: keep nothing.
        clock: tells the time in place of this machine's.
        look_every_s: how often it is looked for what is to be asked.
    """
    speak_to(api_url=settings.discord_api_url, gateway_url=settings.discord_gateway_url)
    stopping, progresses = stop(), Progresses()
    opening = open_apprentice(
        settings,
        in_memory=in_memory,
        on_progress=progresses.progress,
        on_end=progresses.end,
        clock=clock,
    )
    async with opening as apprentice:
        progresses.reporter = apprentice.assistant
        front = Front(apprentice.assistant, progresses)
        outcomes = Outcomes(apprentice.assistant, every_s=look_every_s)

        async def finish() -> None:
            await front.drain()
            await outcomes.close()
            await progresses.close()

        try:
            await stay_connected(
                lambda: ApprenticeClient(front, outcomes, tell=tell),
                settings,
                stopping,
                tell=tell,
                finish=finish,
            )
        finally:
            await finish()
    log.info("ended")


def _stopped_by_signals() -> asyncio.Event:
    """Return an event that an interruption or a termination sets."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, stopping.set)
        except NotImplementedError:  # Windows: an interruption cancels the run instead
            break
    return stopping
