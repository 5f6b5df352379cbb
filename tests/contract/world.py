"""A small world for the contract: two communities, two members, and what they say."""

from datetime import date

from core.domain.example import Example, Foretold, Lesson
from core.domain.fields import Field, FieldKind, Values
from core.domain.forecast import Answer, Basis, Interval, NumberForecast, Prediction, Question
from core.domain.identity import CommunityId, FieldKey, MemberId, TaskId
from core.domain.task import Target, TargetKind, Task, Truth, field_key
from core.domain.version import Comparison, Trial, Version
from core.ports.work import OpenWork

HERE = CommunityId("terminal:here")
THERE = CommunityId("terminal:there")
ANA = MemberId("terminal:ana")
BEN = MemberId("terminal:ben")
NUMBER = Target(kind=TargetKind.NUMBER, name="price", unit="€")
CATEGORY = Target(kind=TargetKind.CATEGORY, labels=("ham", "spam"))
SIZE = field_key(1)
FIELDS = (
    Field(key=SIZE, name="size", kind=FieldKind.NUMBER, unit="m²"),
    Field(key=field_key(2), name="district", kind=FieldKind.CATEGORY, options=("Mitte", "Pankow")),
    Field(key=field_key(3), name="lift", kind=FieldKind.YES_NO),
    Field(key=field_key(4), name="built", kind=FieldKind.DATE),
    Field(key=field_key(5), name="notes", kind=FieldKind.TEXT),
)
FULL: Values = {
    SIZE: 90.5,
    field_key(2): "Mitte",
    field_key(3): True,
    field_key(4): date(1998, 2, 28),
    field_key(5): "an 'old' %s flat;\n-- \u202eDROP TABLE example; 🏠 ∅",
}
FORETOLD = Foretold(answer=3.0, naive=2.5, low=1.0, high=1e300)
ANSWER = Answer(
    forecast=NumberForecast(center=0.1, intervals=(Interval(level=0.8, low=-1e-9, high=2.0),)),
    basis=Basis.MODEL,
    version=3,
    examples=7,
    weights={"linear": 0.75, "kernel": 0.25},
)
COMPARISON = Comparison(
    examples=40,
    confidence=0.95,
    gain=0.125,
    candidate_error=1.0,
    live_error=2.0,
    naive_error=3.0,
    coverage=0.8,
)
TRIALS = (Trial(truth=1.5, predicted=1.25), Trial(truth="spam", predicted="ham"))


def lesson(
    task_id: TaskId,
    target: Truth = 2.0,
    *,
    author: MemberId = ANA,
    source: str | None = None,
    values: Values | None = None,
) -> Lesson:
    """Return a lesson with one field."""
    own = {SIZE: 1.0} if values is None else values
    return Lesson(task_id=task_id, author=author, values=own, target=target, source=source)


def question(task: Task, *, asked_by: MemberId = ANA, source: str | None = None) -> Question:
    """Return a question of every kind of value."""
    return Question(
        community=task.community,
        task_id=task.id,
        asked_by=asked_by,
        values=FULL,
        text="what would it go for?",
        source=source,
    )


async def add_task(
    open_work: OpenWork,
    name: str = "flats",
    *,
    community: CommunityId = HERE,
    target: Target = NUMBER,
    created_by: MemberId | None = ANA,
) -> Task:
    """Return a task that was saved."""
    async with open_work() as work:
        return await work.tasks.add(
            community=community,
            name=name,
            description="What a flat goes for.",
            fields=FIELDS,
            target=target,
            created_by=created_by,
        )


async def teach(open_work: OpenWork, *lessons: Lesson) -> list[Example]:
    """Return the examples that lessons became, one unit of work each."""
    taught = []
    for each in lessons:
        async with open_work() as work:
            taught.append(await work.examples.add(each))
    return taught


async def ask(
    open_work: OpenWork, task: Task, *, asked_by: MemberId = ANA, source: str | None = None
) -> Prediction:
    """Return an answer that was saved."""
    async with open_work() as work:
        return await work.predictions.add(question(task, asked_by=asked_by, source=source), ANSWER)


async def promote(open_work: OpenWork, task: Task, artifact: str) -> Version:
    """Return a version that was made live."""
    async with open_work() as work:
        return await work.versions.add_live(
            task.id, artifact=artifact, comparison=COMPARISON, trials=TRIALS, examples=40
        )


def key(name: str) -> FieldKey:
    """Return the key of a field of the world's task."""
    return next(field.key for field in FIELDS if field.name == name)
