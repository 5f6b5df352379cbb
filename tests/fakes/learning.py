"""A predictor without torch, and a trainer that only notes what it was asked."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from core.domain.example import Example, ExampleStatus, Foretold
from core.domain.fields import Values
from core.domain.forecast import (
    Answer,
    Basis,
    CategoryForecast,
    Explanation,
    Forecast,
    Interval,
    NumberForecast,
    Pull,
    Similar,
    best_guess,
)
from core.domain.identity import MemberId, TaskId
from core.domain.ratings import means_from_json, means_name, seen_by
from core.domain.task import Task, Truth
from core.domain.version import Progress, Run, RunStatus
from core.errors import Conflict, NothingTaught
from core.ports.learning import Checkup, Clock
from core.ports.work import OpenWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanPredictor:
    """The port Predictor: the mean, or the label frequencies, of all that counts."""

    open_work: OpenWork

    async def answer(self, task: Task, values: Values) -> Answer:
        taught = await self._taught(task, _rater_in(values, task))
        if not taught:
            raise NothingTaught("Nothing taught yet.")
        return Answer(
            forecast=_forecast([e.target for e in taught if e.target is not None]),
            basis=Basis.MODEL,
            version=0,
            examples=len(taught),
            weights={"mean": 1.0},
            similar=tuple(Similar(example=e.id, similarity=0.5) for e in taught[:2]),
        )

    async def explain(self, task: Task, values: Values) -> Explanation:
        taught = await self._taught(task, _rater_in(values, task))
        pulls = tuple(Pull(example=e.id, amount=1.0) for e in taught)
        return Explanation(pulls=pulls, effects=())

    async def foretell(
        self, task: Task, lessons: Sequence[tuple[Values, Truth]]
    ) -> Sequence[Foretold | None]:
        member = _rater_in(lessons[0][0], task) if lessons else None
        taught = await self._taught(task, member)
        truths: list[Truth] = [e.target for e in taught if e.target is not None]
        said: list[Foretold | None] = []
        for _, truth in lessons:
            guess = best_guess(_forecast(truths)) if truths else None
            said.append(None if guess is None else Foretold(answer=guess, naive=guess))
            truths.append(truth)
        return said

    def follow_soon(self, task: Task) -> None:
        """Learn nothing ahead: it reads all that was taught at each question."""

    async def checkup(self, task: Task, *, asked_by: MemberId | None = None) -> Checkup:
        taught = await self._taught(task, asked_by)
        return Checkup(
            version=0,
            examples=len(taught),
            duplicates=0,
            error=1.0 if taught else None,
            naive_error=2.0 if taught else None,
            coverage=0.8 if taught else None,
            suspects=tuple(e.id for e in taught[-1:]),
            weights={"linear": 0.75, "rule": 0.25} if taught else {},
        )

    async def _taught(self, task: Task, member: MemberId | None = None) -> list[Example]:
        async with self.open_work() as work:
            everything = await work.examples.changed_since(task.id, 0)
            means = await work.settings.get(task.community, means_name(task.id))
        counting = [e for e in everything if e.status is ExampleStatus.ACTIVE]
        if task.rater is None:
            return counting
        return seen_by(member, counting, means_from_json(means), task)


def _rater_in(values: Values, task: Task) -> MemberId | None:
    said = values.get(task.rater.key) if task.rater else None
    return MemberId(str(said)) if said else None


def _forecast(truths: Sequence[Truth]) -> Forecast:
    numbers = [t for t in truths if isinstance(t, float)]
    if numbers:
        mean = statistics.fmean(numbers)
        around = Interval(level=0.8, low=mean - 1, high=mean + 1)
        return NumberForecast(center=mean, intervals=(around,))
    counts = Counter(str(t) for t in truths)
    pairs = tuple((label, n / len(truths)) for label, n in counts.most_common())
    return CategoryForecast(probabilities=pairs)


@dataclass(slots=True, kw_only=True)
class NotingTrainer:
    """The port Trainer: starts runs that never end by themselves."""

    open_work: OpenWork
    clock: Clock
    considered: list[TaskId] = field(default_factory=list)
    running: dict[TaskId, Run] = field(default_factory=dict)

    async def start(self, task: Task, *, requested_by: MemberId | None) -> Run:
        if task.id in self.running:
            raise Conflict("Already under way.")
        async with self.open_work() as work:
            run = await work.runs.start(
                task.id,
                requested_by=requested_by,
                reason="asked",
                revision=await work.examples.revision(task.id),
                examples=await work.examples.count(task.id),
                lease=timedelta(minutes=1),
            )
        self.running[task.id] = run
        return run

    async def cancel(self, task_id: TaskId) -> bool:
        run = self.running.pop(task_id, None)
        if run is None:
            return False
        async with self.open_work() as work:
            await work.runs.end(run.id, RunStatus.CANCELLED)
        return True

    def progress(self, task_id: TaskId) -> Progress | None:
        run = self.running.get(task_id)
        if run is None:
            return None
        return Progress(task_id=task_id, run_id=run.id, fraction=0.5, stage="fitting")

    def consider(self, task_id: TaskId) -> None:
        self.considered.append(task_id)
