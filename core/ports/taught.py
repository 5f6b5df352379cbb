"""Stores of what a community teaches: its tasks and their examples."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from core.domain.example import Example, ExampleStatus, Foretold, Lesson
from core.domain.fields import Field, Values
from core.domain.identity import (
    CommunityId,
    ExampleId,
    MemberId,
    TaskId,
)
from core.domain.task import Target, Task, TaskMarks, Truth


class Tasks(Protocol):
    """The tasks of communities."""

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
        """Add a task; raises Conflict where the community has one of that name."""
        ...

    async def get(self, task_id: TaskId) -> Task:
        """Return a task; raises NotFound."""
        ...

    async def marks(self, task_id: TaskId) -> TaskMarks:
        """Return how far a task has been taught and retrained; raises NotFound."""
        ...

    async def named(self, community: CommunityId, name: str) -> Task | None:
        """Return the community's task of this name, whatever its case."""
        ...

    async def all(self, community: CommunityId) -> Sequence[Task]:
        """Return the community's tasks by name."""
        ...

    async def ids(self) -> Sequence[TaskId]:
        """Return every task of every community, for the retraining's rounds."""
        ...

    async def save(self, task: Task) -> None:
        """Save a changed task; raises NotFound, or Conflict where the new name is taken."""
        ...

    async def delete(self, task_id: TaskId) -> None:
        """Delete a task with its examples, predictions, feedback, versions and runs."""
        ...


class Examples(Protocol):
    """What was taught. Each change gives the example the task's next revision."""

    async def add(self, lesson: Lesson) -> Example:
        """Save a lesson under the community's next number.

        Where an example of the community has the lesson's source already, return that one
        unchanged: a message delivered twice is stored once.
        """
        ...

    async def add_all(self, lessons: Sequence[Lesson]) -> Sequence[Example]:
        """Save many lessons, as :meth:`add` does, fast enough for tens of thousands."""
        ...

    async def numbered(self, community: CommunityId, number: int) -> Example:
        """Return the community's example of this number; raises NotFound (erased ones too)."""
        ...

    async def by_ids(self, task_id: TaskId, ids: Collection[ExampleId]) -> Sequence[Example]:
        """Return those of the ids that are examples of the task, in the order taught."""
        ...

    async def page(
        self,
        task_id: TaskId,
        *,
        limit: int,
        before: int | None = None,
        author: MemberId | None = None,
        status: ExampleStatus | None = None,
    ) -> Sequence[Example]:
        """Return the newest first, erased ones left out; ``before`` is a number to go on from."""
        ...

    async def changed_since(self, task_id: TaskId, revision: int) -> Sequence[Example]:
        """Return every example whose revision is higher, by revision, erased ones too."""
        ...

    async def revision(self, task_id: TaskId) -> int:
        """Return the task's revision: 0 before any example."""
        ...

    async def count(self, task_id: TaskId, status: ExampleStatus = ExampleStatus.ACTIVE) -> int:
        """Return how many examples of the task have the status."""
        ...

    async def label_counts(self, task_id: TaskId) -> Mapping[str, int]:
        """Return how many active examples each label of a category task has."""
        ...

    async def edit(self, example_id: ExampleId, *, values: Values, target: Truth) -> Example:
        """Replace what an example says; raises NotFound."""
        ...

    async def set_status(self, example_id: ExampleId, status: ExampleStatus) -> Example:
        """Hold, confirm, withdraw or restore an example; raises NotFound."""
        ...

    async def set_foretold(self, example_id: ExampleId, foretold: Foretold) -> None:
        """Record what was foretold for a held example; gives it no new revision."""
        ...

    async def of_author(self, community: CommunityId, author: MemberId) -> Sequence[Example]:
        """Return everything a member taught in a community, in the order taught."""
        ...
