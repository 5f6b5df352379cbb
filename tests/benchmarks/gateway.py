"""``python -m tests.benchmarks.gateway``: from an event to its answer, beside a bare echo bot.

Both bots are on a local Discord, over HTTP and WebSocket, in one process with it, so its own work
counts on either side. The echo bot answers with a sentence and does nothing else.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeAlias

import discord
import numpy as np
from rich.console import Console
from rich.table import Table

from tests.bot.discord_app.playing import play
from tests.bot.discord_app.scene import Scene
from tests.local_discord import Channel, LocalDiscord, Message, Person, Upload
from tests.local_discord.bots import TinyBot, running

EVENTS = 200
AT_ONCE = 4
LESSONS = 200
Ask: TypeAlias = Callable[[Person, Channel], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What one kind of event took, in milliseconds."""

    name: str
    a_second: float
    median: float
    worst_of_100: float


async def timed(name: str, ask: Ask, people: list[tuple[Person, Channel]], events: int) -> Timing:
    """Return how long the answers to so many events took, some at once."""
    took: list[float] = []
    waiting = iter(range(events))

    async def act(person: Person, channel: Channel) -> None:
        for _ in waiting:
            start = perf_counter()
            await ask(person, channel)
            took.append(perf_counter() - start)

    start = perf_counter()
    await asyncio.gather(*(act(person, channel) for person, channel in people))
    whole = perf_counter() - start
    median, worst = np.quantile(took, [0.5, 0.99]) * 1_000
    return Timing(name=name, a_second=events / whole, median=median, worst_of_100=worst)


async def mention(person: Person, channel: Channel) -> Message:
    """Return what a mention is answered with."""
    said = await person.type(channel, "@Apprentice houses: size 7, rooms 3")
    changes = person._world.changes

    def answer() -> Message | None:
        newest = list(channel.messages.values())[-3:]
        return next((m for m in newest if m.reply_to is said), None)

    return await changes.until(answer, what=lambda: "an answer")


async def command(person: Person, channel: Channel) -> Message:
    """Return what a command is answered with."""
    exchange = await person.run(channel, "/ask", text="size 7, rooms 3")
    return await exchange.reply()


class EchoBot(TinyBot):
    """The least that a bot can do."""

    def __init__(self) -> None:
        super().__init__()

        @self.tree.command(name="ask", description="Echo")
        async def ask(interaction: discord.Interaction, text: str) -> None:
            await interaction.response.send_message(text, ephemeral=True)

    async def on_message(self, message: discord.Message) -> None:
        """Echo what mentions the bot."""
        if message.author != self.user and self.user in message.mentions:
            await message.reply("echo", mention_author=False)


async def echoes(events: int) -> list[Timing]:
    """Return the timings of the echo bot."""
    async with LocalDiscord() as local:
        guild = local.guild("Echo")
        people = [
            (local.member(f"P{n}", guild), local.channel(f"c{n}", guild)) for n in range(AT_ONCE)
        ]
        async with running(local, EchoBot()):
            return [
                await timed("echo: message", mention, people, events),
                await timed("echo: interaction", command, people, events),
            ]


async def answers(events: int, lessons: int) -> list[Timing]:
    """Return the timings of Apprentice, alone and with a retraining going on."""
    with tempfile.TemporaryDirectory() as folder:
        async with play(Path(folder)) as on:
            await _teach(on, lessons)
            people = [
                (on.local.member(f"P{n}", on.guild), on.local.channel(f"c{n}", on.guild))
                for n in range(AT_ONCE)
            ]
            await on.local.settled()
            alone = [
                await timed("Apprentice: message", mention, people, events),
                await timed("Apprentice: interaction", command, people, events),
            ]
            async with _retraining(on):
                return [
                    *alone,
                    await timed("… while retraining: message", mention, people, events),
                    await timed("… while retraining: interaction", command, people, events),
                ]


async def _teach(on: Scene, lessons: int) -> None:
    rows = "".join(f"{n % 40},{n % 5},{2 * (n % 40) + n % 5}.{n % 7}\n" for n in range(lessons))
    file = Upload(filename="houses.csv", data=f"size,rooms,price\n{rows}".encode())
    exchange = await on.zoe.run(on.channel, "/task import", task="houses", file=file)
    card = await on.yes(on.zoe, await exchange.reply())
    assert "Learned" in card.text, card.text


@asynccontextmanager
async def _retraining(on: Scene) -> AsyncIterator[None]:
    """Keep a retraining going on until the block ends."""

    async def again() -> None:
        while True:
            exchange = await on.zoe.run(on.channel, "/model learn", task="houses")
            await on.local.world.changes.until(
                partial(_ended, await exchange.reply()),
                what=lambda: "the end of a retraining",
                within_s=120,
            )

    task = asyncio.create_task(again())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await on.zoe.run(on.channel, "/model stop", task="houses")


def _ended(card: Message) -> Message | None:
    return card if any(word in card.text for word in ("better", "stopped", "failed")) else None


def show(console: Console, *, events: int = EVENTS, lessons: int = LESSONS) -> None:
    """Print the timings as a table."""
    table = Table(title=f"{events} events, {AT_ONCE} at once; {lessons} lessons taught")
    for heading in ("", "a second", "p50 ms", "p99 ms"):
        table.add_column(heading, justify="right" if heading else "left")
    for timing in (*asyncio.run(echoes(events)), *asyncio.run(answers(events, lessons))):
        figures = (timing.a_second, timing.median, timing.worst_of_100)
        table.add_row(timing.name, *(f"{figure:,.1f}" for figure in figures))
    console.print(table)


if __name__ == "__main__":
    show(Console(highlight=False))
