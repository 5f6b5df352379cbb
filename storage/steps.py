"""Steps in a database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.codec import values_from_json, values_to_json
from core.domain.example import ExampleStatus
from core.domain.identity import CommunityId, ExampleId, MemberId, StepId, TaskId
from core.domain.step import (
    MAX_STEPS,
    Change,
    Step,
    StepKind,
    change_from_json,
    change_to_json,
    moved,
)
from core.ports.learning import Clock
from core.ports.steps import TakenBack
from storage.claims import claim_community, claim_task
from storage.tables import ExampleRow, StepRow, TaskRow

BATCH = 200
"""Examples looked up at a time."""


@dataclass(frozen=True, slots=True)
class SqlSteps:
    """The port Steps in one transaction."""

    session: AsyncSession
    clock: Clock

    async def add(
        self,
        *,
        community: CommunityId,
        member: MemberId,
        task_id: TaskId,
        kind: StepKind,
        changes: Sequence[Change],
    ) -> Step:
        """Save a step; of the member's steps in the community the newest few are kept."""
        await claim_community(self.session, community)
        row = StepRow(
            community_id=community,
            member_id=member,
            task_id=task_id,
            kind=kind,
            changes=[change_to_json(change) for change in changes],
            at=self.clock(),
        )
        self.session.add(row)
        await self.session.flush()
        own = StepRow.community_id == community, StepRow.member_id == member
        kept = select(StepRow.id).where(*own).order_by(StepRow.id.desc())
        oldest = await self.session.scalar(kept.offset(MAX_STEPS - 1).limit(1))
        if oldest is not None:
            await self.session.execute(delete(StepRow).where(*own, StepRow.id < oldest))
        return _step(row)

    async def get(self, community: CommunityId, step_id: StepId) -> Step | None:
        """Return a step; None where it is gone or another community's."""
        chosen = StepRow.community_id == community, StepRow.id == step_id
        row = await self.session.scalar(select(StepRow).where(*chosen))
        return None if row is None else _step(row)

    async def newest(
        self, community: CommunityId, member: MemberId, *, undoings: bool = False
    ) -> Step | None:
        """Return the member's newest step: one that is no undoing, or of all."""
        kinds = [kind for kind in StepKind if undoings or kind is not StepKind.UNDO]
        chosen = (
            select(StepRow)
            .where(
                StepRow.community_id == community,
                StepRow.member_id == member,
                StepRow.kind.in_(kinds),
            )
            .order_by(StepRow.id.desc())
            .limit(1)
        )
        row = await self.session.scalar(chosen)
        return None if row is None else _step(row)

    async def since(self, step: Step) -> Sequence[Step]:
        """Return the later steps of the same member and task, the newest first."""
        chosen = (
            select(StepRow)
            .where(
                StepRow.community_id == step.community,
                StepRow.member_id == step.member,
                StepRow.task_id == step.task_id,
                StepRow.id > step.id,
            )
            .order_by(StepRow.id.desc())
        )
        return [_step(row) for row in await self.session.scalars(chosen)]

    async def take_back(self, step: Step, *, by: MemberId) -> TakenBack:
        """Remove a step and make its examples what they were, but for those changed since."""
        _, task = await claim_task(self.session, step.task_id)
        await self.session.execute(delete(StepRow).where(StepRow.id == step.id))
        count = 0
        inverse: list[Change] = []
        for change in step.changes:
            reverted, again = await self._revert(task, change)
            count += reverted
            if again is None:
                continue
            inverse.append(again)
            if change.revision_before is not None:
                await self._move_earlier(step, change, again.revision)
        if not inverse:
            return TakenBack(count=0, inverse=None)
        kind = StepKind.RESTORE if step.kind is StepKind.UNDO else StepKind.UNDO
        undoing = await self.add(
            community=step.community,
            member=by,
            task_id=step.task_id,
            kind=kind,
            changes=inverse,
        )
        return TakenBack(count=count, inverse=undoing)

    async def _revert(self, task: TaskRow, change: Change) -> tuple[int, Change | None]:
        """Return how many examples are again as before a change, and the change that undoes it."""
        again = replace(
            change,
            revision=task.revision + 1,
            status=change.status_before,
            status_before=change.status,
            revision_before=change.revision if change.count == 1 else None,
        )
        values: dict[str, Any] = {"status": change.status_before}
        if change.values_before is not None:
            row = await self._unchanged(task.id, change)
            if row is None:
                return 0, None
            target = row.target_number if row.target_label is None else row.target_label
            again = replace(again, values_before=values_from_json(row.values), target_before=target)
            is_label = isinstance(change.target_before, str)
            values["values"] = values_to_json(change.values_before)
            values["target_number"] = None if is_label else change.target_before
            values["target_label"] = change.target_before if is_label else None
        count = await self._update(task, change, values)
        if not count:
            return 0, None
        task.revision += change.count
        await self.session.flush()
        return count, again

    async def _update(self, task: TaskRow, change: Change, values: dict[str, Any]) -> int:
        """Change in one statement the examples that are as the step left them."""
        at = ExampleRow.id - change.first
        unchanged = (
            ExampleRow.task_id == task.id,
            ExampleRow.id.between(change.first, change.first + change.count - 1),
            ExampleRow.revision - change.revision == at,
            ExampleRow.status != ExampleStatus.ERASED,
        )
        statement = (
            update(ExampleRow)
            .where(*unchanged)
            .values(revision=task.revision + 1 + at, **values)
            .returning(ExampleRow.id)
            .execution_options(synchronize_session=False)
        )
        return len((await self.session.scalars(statement)).all())

    async def _unchanged(self, task_id: TaskId, change: Change) -> ExampleRow | None:
        chosen = select(ExampleRow).where(
            ExampleRow.task_id == task_id,
            ExampleRow.id == change.first,
            ExampleRow.revision == change.revision,
            ExampleRow.status != ExampleStatus.ERASED,
        )
        return await self.session.scalar(chosen)

    async def _move_earlier(self, step: Step, undone: Change, revision: int) -> None:
        """Let the earlier steps of the task know an example that is again as they left it."""
        earlier = select(StepRow).where(StepRow.task_id == step.task_id, StepRow.id < step.id)
        for row in await self.session.scalars(earlier):
            changes = tuple(map(change_from_json, row.changes))
            now = moved(changes, undone, revision)
            if now != changes:
                row.changes = [change_to_json(change) for change in now]
        await self.session.flush()


async def forget_steps(session: AsyncSession, community: CommunityId, member: MemberId) -> None:
    """Remove a member's steps, and those of others that hold what an erased example said."""
    here = StepRow.community_id == community
    await session.execute(delete(StepRow).where(here, StepRow.member_id == member))
    for row in (await session.scalars(select(StepRow).where(here))).all():
        changes = map(change_from_json, row.changes)
        ids = [change.first for change in changes if change.values_before is not None]
        if ids and await _is_any_erased(session, ids):
            await session.delete(row)
    await session.flush()


async def _is_any_erased(session: AsyncSession, ids: Sequence[ExampleId]) -> bool:
    for start in range(0, len(ids), BATCH):
        batch = ExampleRow.id.in_(ids[start : start + BATCH])
        erased = select(ExampleRow.id).where(batch, ExampleRow.status == ExampleStatus.ERASED)
        if await session.scalar(erased.limit(1)) is not None:
            return True
    return False


def _step(row: StepRow) -> Step:
    return Step(
        id=row.id,
        community=row.community_id,
        member=row.member_id,
        task_id=row.task_id,
        kind=row.kind,
        changes=tuple(map(change_from_json, row.changes)),
        at=row.at,
    )
