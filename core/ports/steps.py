"""The store of what members did to examples, to take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from core.domain.identity import CommunityId, MemberId, StepId, TaskId
from core.domain.step import Change, Step, StepKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What became of a step that was taken back."""

    count: int
    """How many examples are again as before the step; the rest changed since and stay."""
    inverse: Step | None
    """The step that does it again; None where nothing was taken back."""


class Steps(Protocol):
    """What members did to examples."""

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
        ...

    async def get(self, community: CommunityId, step_id: StepId) -> Step | None:
        """Return a step; None where it is gone or another community's."""
        ...

    async def newest(
        self, community: CommunityId, member: MemberId, *, undoings: bool = False
    ) -> Step | None:
        """Return the member's newest step: one that is no undoing, or of all."""
        ...

    async def since(self, step: Step) -> Sequence[Step]:
        """Return the later steps of the same member and task, the newest first."""
        ...

    async def take_back(self, step: Step, *, by: MemberId) -> TakenBack:
        """Remove a step and make its examples what they were, but for those changed since.

        What did it is saved as a step of the member it was done by, so that it can be done again.
        """
        ...
