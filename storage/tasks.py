"""Tasks in a database."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.codec import fields_from_json, fields_to_json, target_from_json, target_to_json
from core.domain.fields import Field
from core.domain.identity import CommunityId, MemberId, TaskId
from core.domain.task import Target, Task, TaskMarks, check_task_name
from core.domain.version import VersionStatus
from core.errors import Conflict, InvalidValue, NotFound
from core.ports.learning import Clock
from storage.claims import claim_community, claim_task
from storage.erasure import mark_erased
from storage.failures import read_row
from storage.tables import TaskRow, VersionRow


@dataclass(frozen=True, slots=True)
class SqlTasks:
    """The port Tasks in one transaction."""

    session: AsyncSession
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
        """Add a task; raises Conflict where the community has one of that name."""
        await claim_community(self.session, community)
        name = check_task_name(name)
        await self._require_free(community, name)
        row = TaskRow(
            community_id=community,
            name=name,
            description=description,
            fields=fields_to_json(fields),
            target=target_to_json(target),
            keys_given=len(fields),
            created_by=created_by,
            created_at=self.clock(),
        )
        self.session.add(row)
        await self.session.flush()
        return _task(row)

    async def get(self, task_id: TaskId) -> Task:
        """Return a task; raises NotFound."""
        row = await self.session.get(TaskRow, task_id)
        if row is None:
            raise NotFound("This task does not exist any more.")
        return _task(row)

    async def marks(self, task_id: TaskId) -> TaskMarks:
        """Return how far a task has been taught and retrained; raises NotFound."""
        is_live = VersionRow.task_id == TaskRow.id, VersionRow.status == VersionStatus.LIVE
        chosen = select(TaskRow.revision, VersionRow.number).outerjoin(VersionRow, and_(*is_live))
        found = (await self.session.execute(chosen.where(TaskRow.id == task_id))).first()
        if found is None:
            raise NotFound("This task does not exist any more.")
        return TaskMarks(revision=found.revision, version=found.number or 0)

    async def named(self, community: CommunityId, name: str) -> Task | None:
        """Return the community's task of this name, whatever its case."""
        try:
            wanted = check_task_name(name)
        except InvalidValue:
            return None
        chosen = select(TaskRow).where(TaskRow.community_id == community, TaskRow.name == wanted)
        row = await self.session.scalar(chosen)
        return None if row is None else _task(row)

    async def all(self, community: CommunityId) -> Sequence[Task]:
        """Return the community's tasks by name."""
        rows = await self.session.scalars(select(TaskRow).where(TaskRow.community_id == community))
        return sorted(map(_task, rows), key=lambda task: task.name)

    async def ids(self) -> Sequence[TaskId]:
        """Return every task of every community, for the retraining's rounds."""
        return (await self.session.scalars(select(TaskRow.id).order_by(TaskRow.id))).all()

    async def save(self, task: Task) -> None:
        """Save a changed task; raises NotFound, or Conflict where the new name is taken."""
        community, row = await claim_task(self.session, task.id)
        await self._require_free(community.id, task.name, but_for=task.id)
        row.name = task.name
        row.description = task.description
        row.fields = fields_to_json(task.fields)
        row.target = target_to_json(task.target)
        row.keys_given = task.keys_given
        await self.session.flush()

    async def delete(self, task_id: TaskId) -> None:
        """Delete a task with its examples, predictions, feedback, versions and runs."""
        try:
            await claim_task(self.session, task_id)
        except NotFound:
            return
        mark_erased(self.session)
        await self.session.execute(delete(TaskRow).where(TaskRow.id == task_id))

    async def _require_free(
        self, community: CommunityId, name: str, *, but_for: TaskId | None = None
    ) -> None:
        taken = await self.named(community, name)
        if taken is not None and taken.id != but_for:
            raise Conflict(f'There is a task "{name}" already.')


@read_row
def _task(row: TaskRow) -> Task:
    return Task(
        id=row.id,
        community=row.community_id,
        name=row.name,
        description=row.description,
        fields=fields_from_json(row.fields),
        target=target_from_json(row.target),
        keys_given=row.keys_given,
        created_by=row.created_by,
        created_at=row.created_at,
    )
