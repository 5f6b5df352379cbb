"""Tasks and examples in memory."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from core.domain.example import Example, ExampleStatus, Foretold, Lesson
from core.domain.fields import Field, Values
from core.domain.identity import CommunityId, ExampleId, MemberId, TaskId
from core.domain.task import Target, Task, TaskMarks, Truth, check_task_name
from core.domain.version import VersionStatus
from core.errors import Conflict, InvalidValue, NotFound
from core.ports.learning import Clock
from tests.fakes.state import State


@dataclass(frozen=True, slots=True)
class MemoryTasks:
    """The port Tasks over a state."""

    state: State
    clock: Clock

    async def add(
        self,
        *,
        community: CommunityId,
        name: str,
        description: str,
        fields: tuple[Field, ...],
        target: Target,
        created_by: MemberId | None,
    ) -> Task:
        task = Task(
            id=TaskId(self.state.given["task", None] + 1),
            community=community,
            name=name,
            description=description,
            fields=fields,
            target=target,
            created_by=created_by,
            created_at=self.clock(),
        )
        self._require_free(task)
        self.state.tasks[TaskId(self.state.next("task"))] = task
        return task

    async def get(self, task_id: TaskId) -> Task:
        return self.state.task(task_id)

    async def marks(self, task_id: TaskId) -> TaskMarks:
        self.state.task(task_id)
        own = (v for v in self.state.versions.values() if v.task_id == task_id)
        live = next((v.number for v in own if v.status is VersionStatus.LIVE), 0)
        return TaskMarks(revision=self.state.given["revision", task_id], version=live)

    async def named(self, community: CommunityId, name: str) -> Task | None:
        try:
            wanted = check_task_name(name)
        except InvalidValue:
            return None
        return next((t for t in await self.all(community) if t.name == wanted), None)

    async def all(self, community: CommunityId) -> Sequence[Task]:
        own = (t for t in self.state.tasks.values() if t.community == community)
        return sorted(own, key=lambda t: t.name)

    async def ids(self) -> Sequence[TaskId]:
        return list(self.state.tasks)

    async def save(self, task: Task) -> None:
        self.state.task(task.id)
        self._require_free(task)
        self.state.tasks[task.id] = task

    async def delete(self, task_id: TaskId) -> None:
        state = self.state
        state.tasks.pop(task_id, None)
        state.examples = {i: e for i, e in state.examples.items() if e.task_id != task_id}
        state.sources = {s: i for s, i in state.sources.items() if i in state.examples}
        state.steps = {i: s for i, s in state.steps.items() if s.task_id != task_id}
        state.predictions = {
            i: p for i, p in state.predictions.items() if p.question.task_id != task_id
        }
        state.feedback = {k: f for k, f in state.feedback.items() if k[0] in state.predictions}
        state.follow_ups = {i: f for i, f in state.follow_ups.items() if i in state.predictions}
        state.versions = {i: v for i, v in state.versions.items() if v.task_id != task_id}
        state.runs = {i: r for i, r in state.runs.items() if r.task_id != task_id}

    def _require_free(self, task: Task) -> None:
        for other in self.state.tasks.values():
            if (other.community, other.name) == (task.community, task.name) and (
                other.id != task.id
            ):
                raise Conflict(f'There is a task "{task.name}" already.')


@dataclass(frozen=True, slots=True)
class MemoryExamples:
    """The port Examples over a state."""

    state: State
    clock: Clock

    async def add(self, lesson: Lesson) -> Example:
        state = self.state
        community = state.task(lesson.task_id).community
        if lesson.source is not None and (community, lesson.source) in state.sources:
            return state.examples[state.sources[community, lesson.source]]
        example = Example(
            id=ExampleId(state.next("example")),
            number=state.next("example number", community),
            task_id=lesson.task_id,
            author=lesson.author,
            values=lesson.values,
            target=lesson.target,
            status=lesson.status,
            revision=state.next("revision", lesson.task_id),
            taught_at=self.clock(),
            source=lesson.source,
            foretold=lesson.foretold,
        )
        state.examples[example.id] = example
        if lesson.source is not None:
            state.sources[community, lesson.source] = example.id
        return example

    async def add_all(self, lessons: Sequence[Lesson]) -> Sequence[Example]:
        return [await self.add(lesson) for lesson in lessons]

    async def numbered(self, community: CommunityId, number: int) -> Example:
        for example in self._of(community):
            if example.number == number and example.status is not ExampleStatus.ERASED:
                return example
        raise NotFound(f"There is no example #{number} here.")

    async def by_ids(self, task_id: TaskId, ids: Collection[ExampleId]) -> Sequence[Example]:
        return [e for e in self._all(task_id) if e.id in ids]

    async def page(
        self,
        task_id: TaskId,
        *,
        limit: int,
        before: int | None = None,
        author: MemberId | None = None,
        status: ExampleStatus | None = None,
    ) -> Sequence[Example]:
        found = [
            e
            for e in reversed(self._all(task_id))
            if e.status is not ExampleStatus.ERASED
            and (before is None or e.number < before)
            and author in {None, e.author}
            and status in {None, e.status}
        ]
        return found[:limit]

    async def changed_since(self, task_id: TaskId, revision: int) -> Sequence[Example]:
        changed = (e for e in self._all(task_id) if e.revision > revision)
        return sorted(changed, key=lambda e: e.revision)

    async def revision(self, task_id: TaskId) -> int:
        self.state.task(task_id)
        return self.state.given["revision", task_id]

    async def count(self, task_id: TaskId, status: ExampleStatus = ExampleStatus.ACTIVE) -> int:
        return sum(e.status is status for e in self._all(task_id))

    async def label_counts(self, task_id: TaskId) -> Mapping[str, int]:
        active = (e.target for e in self._all(task_id) if e.counts)
        return Counter(label for label in active if isinstance(label, str))

    async def edit(self, example_id: ExampleId, *, values: Values, target: Truth) -> Example:
        example = self._get(example_id)
        changed = replace(example, values=values, target=target)
        return example if changed == example else self._change(changed)

    async def set_status(self, example_id: ExampleId, status: ExampleStatus) -> Example:
        if status is ExampleStatus.ERASED:
            raise InvalidValue("Examples are erased with their member, not one by one.")
        example = self._get(example_id)
        return (
            example if example.status is status else self._change(replace(example, status=status))
        )

    async def set_foretold(self, example_id: ExampleId, foretold: Foretold) -> None:
        self.state.examples[example_id] = replace(self._get(example_id), foretold=foretold)

    async def of_author(self, community: CommunityId, author: MemberId) -> Sequence[Example]:
        return [e for e in self._of(community) if e.author == author]

    def _all(self, task_id: TaskId) -> list[Example]:
        return [e for e in self.state.examples.values() if e.task_id == task_id]

    def _of(self, community: CommunityId) -> list[Example]:
        tasks = self.state.tasks
        return [e for e in self.state.examples.values() if tasks[e.task_id].community == community]

    def _get(self, example_id: ExampleId) -> Example:
        example = self.state.examples.get(example_id)
        if example is None or example.status is ExampleStatus.ERASED:
            raise NotFound("This example does not exist any more.")
        return example

    def _change(self, example: Example) -> Example:
        changed = replace(example, revision=self.state.next("revision", example.task_id))
        self.state.examples[example.id] = changed
        return changed
