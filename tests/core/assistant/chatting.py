"""A community that chats with the assistant, for tests: what a line or a press brings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from core.assistant.assistant import Assistant
from core.assistant.incoming import Attachment, Message, Press, Sender
from core.assistant.reply import Choice, Reply
from core.domain.identity import CommunityId, MemberId
from core.ports.learning import Clock
from core.ports.work import OpenWork
from tests.fakes import memory_work
from tests.fakes.learning import MeanPredictor, NotingTrainer
from tests.fakes.surroundings import MemorySurroundings

NOW = datetime(2026, 5, 31, 12, 0, tzinfo=UTC)
SURROUNDINGS = MemorySurroundings(
    channels={"5": "mods", "7": "flats"}, roles={"9": "Keepers", "77": "Brokers"}
)


def now() -> datetime:
    return NOW


@dataclass(kw_only=True)
class Chat:
    """A community's door to an assistant, with a memory of the last reply."""

    community: str = "terminal:test"
    open_work: OpenWork = field(default_factory=lambda: memory_work(now))
    predictor: type[MeanPredictor] = MeanPredictor
    clock: Clock = now
    trainer: NotingTrainer = field(init=False)
    assistant: Assistant = field(init=False)
    last: Reply | None = None
    surroundings: MemorySurroundings = SURROUNDINGS

    def __post_init__(self) -> None:
        self.trainer = NotingTrainer(open_work=self.open_work, clock=now)
        self.assistant = Assistant(
            open_work=self.open_work,
            predictor=self.predictor(open_work=self.open_work),
            trainer=self.trainer,
            clock=self.clock,
        )

    def sender(self, who: str) -> Sender:
        return Sender(
            community=CommunityId(self.community),
            member=MemberId(f"test:{who.casefold()}"),
            name=who,
            surroundings=self.surroundings,
        )

    async def hear(
        self,
        text: str,
        *,
        by: str = "Ana",
        file: Attachment | None = None,
        delivery: str | None = None,
    ) -> Reply:
        """Return the reply to one line, nothing pressed."""
        message = Message(sender=self.sender(by), text=text, attachment=file, delivery=delivery)
        self.last = await self.assistant.handle(message)
        return self.last

    async def say(
        self,
        text: str,
        *,
        by: str = "Ana",
        file: Attachment | None = None,
        delivery: str | None = None,
    ) -> Reply:
        """Return the reply to one line, every question answered with yes."""
        reply = await self.hear(text, by=by, file=file, delivery=delivery)
        for _ in range(5):
            yes = next((choice for choice in reply.choices if choice.is_yes), None)
            if yes is None:
                return reply
            reply = await self.press(yes, by=by)
        raise AssertionError("The assistant keeps asking.")

    async def press(
        self, choice: Choice | str, *, by: str = "Ana", filled: Mapping[str, str] | None = None
    ) -> Reply:
        """Return the reply to a press of a choice, itself or its label in the last reply."""
        if isinstance(choice, str):
            assert self.last is not None
            choice = next(c for c in self.last.choices if c.label == choice)
        press = Press(sender=self.sender(by), action=choice.action, filled=filled or {})
        self.last = await self.assistant.handle(press)
        return self.last


def shown(reply: Reply) -> str:
    """Return all of a reply's text, a line each."""
    rows = [" | ".join(row) for row in reply.table.rows] if reply.table else []
    return "\n".join((reply.title, *reply.lines, *rows, *reply.notes))
