"""A community with a task, ready to be taught."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.example import Example, ExampleStatus, Lesson
from core.domain.fields import Field, FieldKind, Values
from core.domain.forecast import best_guess
from core.domain.identity import CommunityId, FieldKey, MemberId
from core.domain.member import Member
from core.domain.task import Target, TargetKind, Task, Truth
from core.domain.version import Comparison, Version
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.ports.artifacts import Artifacts
from core.ports.work import OpenWork
from core.serving.predictor import LivePredictor
from tests.fakes import MemoryArtifacts

ANA = MemberId("terminal:ana")
BEN = MemberId("terminal:ben")
HERE = CommunityId("terminal:here")
SIZE = FieldKey("f1")
CONFIG = LearnerConfig(device="cpu", seed=7)
BETTER = Comparison(
    examples=40,
    confidence=0.99,
    gain=0.5,
    candidate_error=1.0,
    live_error=2.0,
    naive_error=3.0,
    coverage=0.8,
)


async def add_task(
    open_work: OpenWork,
    *,
    name: str = "houses",
    community: CommunityId = HERE,
    kind: TargetKind = TargetKind.NUMBER,
) -> Task:
    """Return a new task that predicts from a size."""
    async with open_work() as work:
        for member in (ANA, BEN):
            await work.members.save(Member(community=community, id=member, name=member))
        return await work.tasks.add(
            community=community,
            name=name,
            description="",
            fields=(Field(key=SIZE, name="size", kind=FieldKind.NUMBER),),
            target=Target(kind=kind, name="price"),
            created_by=ANA,
        )


def size(number: float) -> Values:
    """Return the values of a question about this size."""
    return {SIZE: number}


def doubled(count: int, *, start: int = 1) -> list[tuple[Values, Truth]]:
    """Return lessons that a price is twice the size."""
    return [(size(float(at)), 2.0 * at) for at in range(start, start + count)]


async def teach(
    open_work: OpenWork,
    task: Task,
    pairs: Iterable[tuple[Values, Truth]],
    *,
    author: MemberId = ANA,
    status: ExampleStatus = ExampleStatus.ACTIVE,
) -> list[Example]:
    """Save lessons."""
    lessons = [
        Lesson(task_id=task.id, author=author, values=values, target=truth, status=status)
        for values, truth in pairs
    ]
    async with open_work() as work:
        return list(await work.examples.add_all(lessons))


async def promote(open_work: OpenWork, artifacts: Artifacts, task: Task) -> Version:
    """Fit on what is taught and make that the live version, as a retraining would."""
    async with open_work() as work:
        examples = [e for e in await work.examples.changed_since(task.id, 0) if e.counts]
    name = await artifacts.write(fit(task, examples, config=CONFIG).save())
    async with open_work() as work:
        return await work.versions.add_live(
            task.id, artifact=name, comparison=BETTER, trials=(), examples=len(examples)
        )


@dataclass
class World:
    """A store, a predictor on it and a task."""

    open_work: OpenWork
    artifacts: MemoryArtifacts
    predictor: LivePredictor
    task: Task

    async def teach(self, *pairs: tuple[Values, Truth]) -> None:
        """Save lessons."""
        await teach(self.open_work, self.task, pairs)

    async def ask(self, number: float) -> float:
        """Return the price of a size."""
        answer = await self.predictor.answer(self.task, size(number))
        guess = best_guess(answer.forecast)
        assert isinstance(guess, float)
        return guess

    async def ask_afresh(self, number: float) -> float:
        """Ask a predictor that was started just now, as after a restart."""
        fresh = LivePredictor(self.open_work, self.artifacts, CONFIG)
        try:
            guess = best_guess((await fresh.answer(self.task, size(number))).forecast)
        finally:
            await fresh.close()
        assert isinstance(guess, float)
        return guess

    async def version(self) -> int:
        """Return which version answers."""
        return (await self.predictor.answer(self.task, size(3.0))).version
