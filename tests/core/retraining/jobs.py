"""Jobs and outcomes to try the training process and the retraining with."""

from datetime import UTC, datetime

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Field, FieldKind
from core.domain.identity import CommunityId, ExampleId, FieldKey, MemberId, TaskId
from core.domain.task import Target, TargetKind, Task
from core.domain.version import Comparison
from core.learning.config import LearnerConfig
from core.retraining.job import Job

NOON = datetime(2026, 5, 31, 12, tzinfo=UTC)
SIZE = FieldKey("f1")


def a_comparison(
    *, examples: int = 40, confidence: float = 0.99, gain: float = 0.5, error: float = 1.0
) -> Comparison:
    """Return a comparison that promotes, unless told otherwise."""
    return Comparison(
        examples=examples,
        confidence=confidence,
        gain=gain,
        candidate_error=error,
        live_error=2.0,
        naive_error=3.0,
        coverage=0.8,
    )


def a_task(name: str = "houses", *, number: int = 1) -> Task:
    """Return a task that predicts a price from a size."""
    return Task(
        id=TaskId(number),
        community=CommunityId("terminal:here"),
        name=name,
        fields=(Field(key=SIZE, name="size", kind=FieldKind.NUMBER, unit="m²"),),
        target=Target(kind=TargetKind.NUMBER, name="price", unit="€"),
        created_at=NOON,
    )


def an_example(number: int, *, size: float, price: float) -> Example:
    """Return an example that counts."""
    return Example(
        id=ExampleId(number),
        number=number,
        task_id=TaskId(1),
        author=MemberId(f"terminal:member-{number % 3}"),
        values={SIZE: size},
        target=price,
        status=ExampleStatus.ACTIVE,
        revision=number,
        taught_at=NOON,
    )


def a_job(name: str = "houses", *, examples: int = 40) -> Job:
    """Return a job whose prices bend with the size, so that a fit pays."""
    taught = tuple(
        an_example(at, size=float(at), price=float(at * at % 97 + 3 * at))
        for at in range(1, examples + 1)
    )
    return Job(
        task=a_task(name), examples=taught, live=None, config=LearnerConfig(device="cpu", seed=3)
    )
