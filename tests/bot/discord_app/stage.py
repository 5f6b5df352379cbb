"""A stage: the bot with an assistant of fakes, connected to a local Discord."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.discord_app.client import ApprenticeClient
from bot.discord_app.front import Front
from bot.discord_app.outcomes import Outcomes
from bot.discord_app.progress import Progresses
from core.assistant.assistant import Assistant
from core.ports.learning import Clock
from core.ports.work import OpenWork
from tests.bot.discord_app.scene import Scene
from tests.core.assistant.chatting import now
from tests.fakes import memory_work
from tests.fakes.learning import MeanPredictor, NotingTrainer
from tests.local_discord import LocalDiscord, Message, Person
from tests.local_discord.bots import running


class QuickClient(ApprenticeClient):
    """Does not wait where only Discord itself needs it."""

    register_again_s = 0.01

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once."""


@dataclass(kw_only=True)
class Stage(Scene):
    """The scene with the bot and its store, which outlives the bot."""

    open_work: OpenWork = field(default_factory=lambda: memory_work(now))
    learns_from_others: bool = False
    clock: Clock = now
    outcomes: Outcomes = field(init=False)
    front: Front = field(init=False)
    client: ApprenticeClient = field(init=False)
    trainer: NotingTrainer = field(init=False)
    progresses: Progresses = field(init=False)
    told: list[str] = field(default_factory=list)
    """What whoever runs the bot reads."""

    def tell(self, text: str) -> None:
        """Say something to whoever runs the bot."""
        self.told.append(text)
        self.local.world.changes.tell()

    def assistant(self) -> Assistant:
        """Return an assistant on the stage's store."""
        self.trainer = NotingTrainer(open_work=self.open_work, clock=now)
        return Assistant(
            open_work=self.open_work,
            predictor=MeanPredictor(open_work=self.open_work),
            trainer=self.trainer,
            clock=self.clock,
            learns_from_others=self.learns_from_others,
        )

    @asynccontextmanager
    async def bot(
        self, *, patience_s: float = 1.0, shards: int | None = None
    ) -> AsyncIterator[None]:
        """Run the bot until the block ends."""
        self.prepare(patience_s=patience_s)
        self.client = self.make_client(shards=shards)
        async with running(self.local, self.client, sessions=shards):
            try:
                yield
            finally:
                await self.front.drain()
                await self.outcomes.close()
                await self.progresses.close()

    def prepare(self, *, patience_s: float = 1.0) -> None:
        """Make what clients share."""
        assistant = self.assistant()
        self.progresses = Progresses(every_s=0.01)
        self.progresses.reporter = assistant
        self.front = Front(assistant, self.progresses, patience_s=patience_s)
        self.outcomes = Outcomes(assistant)

    def make_client(self, *, shards: int | None = None) -> QuickClient:
        """Return a client of the front that is there."""
        return QuickClient(
            self.front,
            self.outcomes,
            tell=self.tell,
            guild_ready_timeout=0.0,
            shard_count=shards,
        )

    async def teach_houses(self) -> None:
        """Let Ana teach five houses, each twice as dear as it is large."""
        card = await self.settled(self.ana, "houses", "size 1 -> 2")
        assert "Saved #" in card.text
        for size in range(2, 6):
            exchange = await self.ana.run(
                self.channel, "/teach", task="houses", lesson=f"size {size} -> {2 * size}"
            )
            assert "(houses)" in (await exchange.reply()).text

    async def triage(self) -> None:
        """Let Zoe make a task of labels, and Ana teach two of them."""
        exchange = await self.zoe.run(
            self.channel,
            "/task new",
            name="triage",
            predict="category",
            labels="rendering, fonts, bug",
            fields="post: text; os: linux | mac",
        )
        assert 'Task "triage" is ready.' in (await exchange.reply()).text
        for lesson in ("post: flickers, os: mac -> rendering", "post: ugly glyphs -> fonts"):
            assert "Saved" in (await self.settled(self.ana, "triage", lesson)).text

    async def settled(self, who: Person, task: str, lesson: str) -> Message:
        """Return the card after every question was answered with yes."""
        return await self.run(who, "/teach", task=task, lesson=lesson)


@asynccontextmanager
async def stage(*, learns_from_others: bool = False, clock: Clock = now) -> AsyncIterator[Stage]:
    """Open a local Discord with a server."""
    async with LocalDiscord() as local:
        yield Stage(local=local, learns_from_others=learns_from_others, clock=clock)


async def settle() -> None:
    """Let what is ready run."""
    for _ in range(20):
        await asyncio.sleep(0)
