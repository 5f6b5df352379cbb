"""An assistant that says what it was told to say, and remembers what it was asked."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

from core.assistant.incoming import Incoming, Message, Press, Sender
from core.assistant.reply import Choice, Input, OutcomeQuestion, Reply, Tone
from core.domain.identity import CommunityId, MemberId, RunId, TaskId
from core.domain.version import Run, RunStatus

ANA = Sender(community=CommunityId("terminal:local"), member=MemberId("terminal:ana"), name="Ana")

Line: TypeAlias = Reply | Exception | Callable[[], Awaitable[Reply]]


@dataclass(kw_only=True)
class ScriptedAssistant:
    """Answers each text, or each pressed action, with the line that the script has for it."""

    script: dict[str, Line] = field(default_factory=dict)
    words: Sequence[str] = ()
    heard: list[Incoming] = field(default_factory=list)
    due: list[OutcomeQuestion | Exception] = field(default_factory=list)
    """What is asked of how things turned out, one at each look."""

    async def handle(self, incoming: Incoming) -> Reply:
        self.heard.append(incoming)
        match incoming:
            case Message():
                said = incoming.text
            case Press():
                said = incoming.action
            case _:
                said = incoming.name
        line = self.script.get(said, Reply(title=f"heard {said}"))
        if isinstance(line, Exception):
            raise line
        return line if isinstance(line, Reply) else await line()

    async def report(self, run: Run, *, locale: str = "en") -> Reply:
        return Reply(title=f"run {run.id} {run.status}")

    async def outcomes_due(
        self, communities: str, *, asked_by: MemberId | None = None
    ) -> Sequence[OutcomeQuestion]:
        assert (communities, asked_by) == (ANA.community, ANA.member)
        if not self.due:
            return []
        if isinstance(next_due := self.due.pop(0), Exception):
            raise next_due
        return [next_due]

    async def complete(self, sender: Sender, text: str) -> Sequence[str]:
        return self.words

    @property
    def messages(self) -> list[str]:
        return [m.text for m in self.heard if isinstance(m, Message)]

    @property
    def presses(self) -> list[tuple[str, dict[str, str]]]:
        return [(p.action, dict(p.filled)) for p in self.heard if isinstance(p, Press)]


def ended_run(number: int = 7, status: RunStatus = RunStatus.PROMOTED) -> Run:
    """Return a run that has ended."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Run(
        id=RunId(number),
        task_id=TaskId(1),
        status=status,
        requested_by=None,
        started_at=now,
        ended_at=now,
        revision=1,
    )


def outcome_question(number: int = 3) -> OutcomeQuestion:
    """Return the question how something turned out."""
    about = Choice(label="About 20, as I said", action=f"came:{number}:20")
    another = Choice(
        label="Another number…",
        action=f"outcome:{number}",
        inputs=(Input(name="truth", label="True value"),),
    )
    reply = Reply(
        title="turnout: how did it turn out?",
        notes=(f"?{number}",),
        tone=Tone.ASK,
        choices=(about, another),
    )
    return OutcomeQuestion(
        community=ANA.community,
        member=ANA.member,
        place=None,
        locale="en",
        number=number,
        reply=reply,
    )
