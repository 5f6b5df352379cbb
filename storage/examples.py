"""Examples in a database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Table, func, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from core.domain.codec import (
    foretold_from_json,
    record_to_json,
    values_from_json,
    values_to_json,
)
from core.domain.example import Example, ExampleStatus, Foretold, Lesson
from core.domain.fields import Values
from core.domain.identity import CommunityId, ExampleId, MemberId, TaskId
from core.domain.task import Truth
from core.errors import InvalidValue, NotFound
from core.ports.learning import Clock
from storage.claims import claim_task
from storage.failures import read_row
from storage.tables import CommunityRow, ExampleRow, TaskRow
from storage.tables.base import storable

BATCH = 200
"""Rows made or read at a time: the event loop gets its turn between batches."""
COLUMNS: tuple[Any, ...] = tuple(inspect(ExampleRow).column_attrs)
"""Of an example, for reading it as a plain row."""
TABLE = cast("Table", ExampleRow.__table__)


@dataclass(frozen=True, slots=True)
class SqlExamples:
    """The port Examples in one transaction."""

    session: AsyncSession
    clock: Clock

    async def add(self, lesson: Lesson) -> Example:
        """Save a lesson under the community's next number, once for each source."""
        (example,) = await self.add_all([lesson])
        return example

    async def add_all(self, lessons: Sequence[Lesson]) -> Sequence[Example]:
        """Save many lessons, as :meth:`add` does, fast enough for tens of thousands."""
        saved: list[Example] = []
        for task_id, of_task in groupby(lessons, key=lambda lesson: lesson.task_id):
            community, task = await claim_task(self.session, task_id)
            rest = list(of_task)
            for start in range(0, len(rest), BATCH):
                batch = rest[start : start + BATCH]
                saved += await self._add_batch(community, task, batch)
        return saved

    async def numbered(self, community: CommunityId, number: int) -> Example:
        """Return the community's example of this number; raises NotFound (erased ones too)."""
        chosen = select(ExampleRow).where(
            ExampleRow.community_id == community,
            ExampleRow.number == number,
            ExampleRow.status != ExampleStatus.ERASED,
        )
        row = await self.session.scalar(chosen)
        if row is None:
            raise NotFound(f"There is no example #{number} here.")
        return _example(row)

    async def by_ids(self, task_id: TaskId, ids: Collection[ExampleId]) -> Sequence[Example]:
        """Return those of the ids that are examples of the task, in the order taught."""
        wanted = sorted(ids)
        found: list[Example] = []
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            found += await self._all(ExampleRow.task_id == task_id, ExampleRow.id.in_(batch))
        return found

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
        chosen = (
            select(ExampleRow)
            .where(ExampleRow.task_id == task_id, ExampleRow.status != ExampleStatus.ERASED)
            .order_by(ExampleRow.number.desc())
            .limit(limit)
        )
        if before is not None:
            chosen = chosen.where(ExampleRow.number < before)
        if author is not None:
            chosen = chosen.where(ExampleRow.author == author)
        if status is not None:
            chosen = chosen.where(ExampleRow.status == status)
        return [_example(row) for row in await self.session.scalars(chosen)]

    async def changed_since(self, task_id: TaskId, revision: int) -> Sequence[Example]:
        """Return every example whose revision is higher, by revision, erased ones too."""
        return await self._all(
            ExampleRow.task_id == task_id,
            ExampleRow.revision > revision,
            order=ExampleRow.revision,
        )

    async def revision(self, task_id: TaskId) -> int:
        """Return the task's revision: 0 before any example; raises NotFound."""
        revision = await self.session.scalar(select(TaskRow.revision).where(TaskRow.id == task_id))
        if revision is None:
            raise NotFound("This task does not exist any more.")
        return revision

    async def count(self, task_id: TaskId, status: ExampleStatus = ExampleStatus.ACTIVE) -> int:
        """Return how many examples of the task have the status."""
        chosen = select(func.count()).where(
            ExampleRow.task_id == task_id, ExampleRow.status == status
        )
        return (await self.session.scalars(chosen)).one()

    async def label_counts(self, task_id: TaskId) -> Mapping[str, int]:
        """Return how many active examples each label of a category task has."""
        chosen = (
            select(ExampleRow.target_label, func.count())
            .where(
                ExampleRow.task_id == task_id,
                ExampleRow.status == ExampleStatus.ACTIVE,
                ExampleRow.target_label.is_not(None),
            )
            .group_by(ExampleRow.target_label)
        )
        return {str(label): count for label, count in await self.session.execute(chosen)}

    async def edit(self, example_id: ExampleId, *, values: Values, target: Truth) -> Example:
        """Replace what an example says, where it says otherwise; raises NotFound."""
        task, row = await self._claim(example_id)
        before = _example(row)
        if (before.values, before.target) == (dict(values), target):
            return before
        row.values = values_to_json(values)
        row.target_number, row.target_label = _columns(target)
        return await self._changed(task, row)

    async def set_status(self, example_id: ExampleId, status: ExampleStatus) -> Example:
        """Hold, confirm, withdraw or restore an example; raises NotFound."""
        if status is ExampleStatus.ERASED:
            raise InvalidValue("Examples are erased with their member, not one by one.")
        task, row = await self._claim(example_id)
        if row.status is status:
            return _example(row)
        row.status = status
        return await self._changed(task, row)

    async def set_foretold(self, example_id: ExampleId, foretold: Foretold) -> None:
        """Record what was foretold for a held example; gives it no new revision."""
        _, row = await self._claim(example_id)
        row.foretold = record_to_json(foretold)
        await self.session.flush()

    async def of_author(self, community: CommunityId, author: MemberId) -> Sequence[Example]:
        """Return everything a member taught in a community, in the order taught."""
        return await self._all(ExampleRow.community_id == community, ExampleRow.author == author)

    async def _add_batch(
        self, community: CommunityRow, task: TaskRow, lessons: Sequence[Lesson]
    ) -> list[Example]:
        by_source = await self._numbers_by_source(community.id, lessons)
        numbers: list[int] = []
        rows: list[dict[str, object]] = []
        for lesson in lessons:
            source = None if lesson.source is None else storable(lesson.source)
            number = by_source.get(source)
            if number is None:
                rows.append(_new_row(community, task, lesson, self.clock()))
                number = community.examples_numbered
            if source is not None:
                by_source[source] = number
            numbers.append(number)
        if rows:
            await self.session.execute(insert(TABLE), rows)
        saved = await self._all(
            ExampleRow.community_id == community.id, ExampleRow.number.in_(numbers)
        )
        by_number = {example.number: example for example in saved}
        return [by_number[number] for number in numbers]

    async def _numbers_by_source(
        self, community: CommunityId, lessons: Sequence[Lesson]
    ) -> dict[str | None, int]:
        sources = [lesson.source for lesson in lessons if lesson.source is not None]
        chosen = select(ExampleRow.source, ExampleRow.number).where(
            ExampleRow.community_id == community, ExampleRow.source.in_(sources)
        )
        if not sources:
            return {}
        return {row.source: row.number for row in await self.session.execute(chosen)}

    async def _all(
        self,
        *conditions: ColumnElement[bool],
        order: InstrumentedAttribute[Any] = ExampleRow.id,
    ) -> list[Example]:
        """Return examples, read as plain rows: objects that the session tracks take thrice that."""
        chosen = select(*COLUMNS).where(*conditions).order_by(order)
        rows = await self.session.stream(chosen.execution_options(yield_per=BATCH))
        found: list[Example] = []
        async for batch in rows.partitions():
            found += map(_example, batch)
        return found

    async def _claim(self, example_id: ExampleId) -> tuple[TaskRow, ExampleRow]:
        there = ExampleRow.id == example_id, ExampleRow.status != ExampleStatus.ERASED
        task_id = await self.session.scalar(select(ExampleRow.task_id).where(*there))
        if task_id is not None:
            _, task = await claim_task(self.session, task_id)
            row = await self.session.scalar(select(ExampleRow).where(*there))
            if row is not None:
                return task, row
        raise NotFound("This example does not exist any more.")

    async def _changed(self, task: TaskRow, row: ExampleRow) -> Example:
        task.revision += 1
        row.revision = task.revision
        await self.session.flush()
        return _example(row)


def _new_row(
    community: CommunityRow, task: TaskRow, lesson: Lesson, taught_at: datetime
) -> dict[str, object]:
    """Return a lesson as a row to insert, with the next number and revision."""
    community.examples_numbered += 1
    task.revision += 1
    number, label = _columns(lesson.target)
    return {
        "community_id": community.id,
        "number": community.examples_numbered,
        "task_id": task.id,
        "author": lesson.author,
        "values": values_to_json(lesson.values),
        "target_number": number,
        "target_label": label,
        "status": lesson.status,
        "revision": task.revision,
        "taught_at": taught_at,
        "source": lesson.source,
        "foretold": record_to_json(lesson.foretold) if lesson.foretold else None,
    }


def _columns(target: Truth) -> tuple[float | None, str | None]:
    """Return a target as the column of numbers and the column of labels hold it."""
    return (None, target) if isinstance(target, str) else (target, None)


@read_row
def _example(row: ExampleRow | Row[Any]) -> Example:
    return Example(
        id=row.id,
        number=row.number,
        task_id=row.task_id,
        author=row.author,
        values=values_from_json(row.values),
        target=row.target_number if row.target_label is None else row.target_label,
        status=row.status,
        revision=row.revision,
        taught_at=row.taught_at,
        source=row.source,
        foretold=foretold_from_json(row.foretold),
    )
