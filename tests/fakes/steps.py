"""Steps in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.example import ExampleStatus
from core.domain.identity import CommunityId, ExampleId, MemberId, StepId, TaskId
from core.domain.step import MAX_STEPS, Change, Step, StepKind, moved
from core.ports.learning import Clock
from core.ports.steps import TakenBack
from tests.fakes.state import State


@dataclass(frozen=True, slots=True)
class MemorySteps:
    """The port Steps over a state."""

    state: State
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
        step = Step(
            id=StepId(self.state.next("step")),
            community=community,
            member=member,
            task_id=task_id,
            kind=kind,
            changes=tuple(changes),
            at=self.clock(),
        )
        self.state.steps[step.id] = step
        own = [s.id for s in self.state.steps.values() if self._is_own(s, community, member)]
        for old in sorted(own)[:-MAX_STEPS]:
            del self.state.steps[old]
        return step

    async def get(self, community: CommunityId, step_id: StepId) -> Step | None:
        step = self.state.steps.get(step_id)
        return step if step and step.community == community else None

    async def newest(
        self, community: CommunityId, member: MemberId, *, undoings: bool = False
    ) -> Step | None:
        own = (s for s in self.state.steps.values() if self._is_own(s, community, member))
        done = (s for s in own if undoings or s.kind is not StepKind.UNDO)
        return max(done, key=lambda s: s.id, default=None)

    async def since(self, step: Step) -> Sequence[Step]:
        own = (
            s
            for s in self.state.steps.values()
            if self._is_own(s, step.community, step.member) and s.task_id == step.task_id
        )
        return sorted((s for s in own if s.id > step.id), key=lambda s: s.id, reverse=True)

    async def take_back(self, step: Step, *, by: MemberId) -> TakenBack:
        self.state.steps.pop(step.id, None)
        count = 0
        inverse: list[Change] = []
        for change in step.changes:
            reverted, again = self._revert(step, change)
            count += reverted
            if again is None:
                continue
            inverse.append(again)
            if change.revision_before is not None:
                self._move_earlier(step, change, again.revision)
        if not inverse:
            return TakenBack(count=0, inverse=None)
        undoing = await self.add(
            community=step.community,
            member=by,
            task_id=step.task_id,
            kind=StepKind.RESTORE if step.kind is StepKind.UNDO else StepKind.UNDO,
            changes=inverse,
        )
        return TakenBack(count=count, inverse=undoing)

    def _revert(self, step: Step, change: Change) -> tuple[int, Change | None]:
        state, given = self.state, ("revision", step.task_id)
        base = state.given[given]
        again = replace(
            change,
            revision=base + 1,
            status=change.status_before,
            status_before=change.status,
            revision_before=change.revision if change.count == 1 else None,
        )
        count = 0
        for at in range(change.count):
            example = state.examples.get(ExampleId(change.first + at))
            if (
                example is None
                or example.status is ExampleStatus.ERASED
                or example.task_id != step.task_id
                or example.revision != change.revision + at
            ):
                continue
            count += 1
            now = replace(example, status=change.status_before, revision=base + 1 + at)
            if change.values_before is not None:
                again = replace(again, values_before=example.values, target_before=example.target)
                now = replace(now, values=change.values_before, target=change.target_before)
            state.examples[example.id] = now
        if not count:
            return 0, None
        state.given[given] += change.count
        return count, again

    def _move_earlier(self, step: Step, undone: Change, revision: int) -> None:
        for other in list(self.state.steps.values()):
            if other.task_id == step.task_id and other.id < step.id:
                changes = moved(other.changes, undone, revision)
                self.state.steps[other.id] = replace(other, changes=changes)

    def _is_own(self, step: Step, community: CommunityId, member: MemberId) -> bool:
        return (step.community, step.member) == (community, member)


def forget_steps(state: State, community: CommunityId, member: MemberId) -> None:
    """Remove a member's steps, and those of others that hold what an erased example said."""
    for step in list(state.steps.values()):
        held = (c.first for c in step.changes if c.values_before is not None)
        is_erased = any(state.examples[i].status is ExampleStatus.ERASED for i in held)
        if step.community == community and (step.member == member or is_erased):
            del state.steps[step.id]
