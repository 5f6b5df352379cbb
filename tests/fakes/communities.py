"""Communities in memory: which still have the bot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.domain.absence import Absence
from core.domain.identity import CommunityId
from core.ports.learning import Clock
from tests.fakes.state import State
from tests.fakes.taught import MemoryTasks


@dataclass(frozen=True, slots=True)
class MemoryCommunities:
    """The port Communities over a state."""

    state: State
    clock: Clock

    async def settle_in(self, community: CommunityId) -> None:
        self.state.left.pop(community, None)

    async def move_out(self, community: CommunityId, at: datetime) -> None:
        if community in self._known():
            absence = Absence(community=community, left_at=at, looked_at=at)
            self.state.left.setdefault(community, absence)

    async def present(self) -> Sequence[CommunityId]:
        return sorted(self._known() - self.state.left.keys())

    async def absences(self) -> Sequence[Absence]:
        return [absence for _, absence in sorted(self.state.left.items())]

    async def note_absence(self, absence: Absence) -> None:
        if absence.community in self.state.left:
            self.state.left[absence.community] = absence

    async def erase(self, community: CommunityId) -> None:
        state = self.state
        for task in [t for t in state.tasks.values() if t.community == community]:
            await MemoryTasks(state, self.clock).delete(task.id)
        for key in [k for k in state.members if k[0] == community]:
            del state.members[key]
        for setting in [k for k in state.settings if k[0] == community]:
            del state.settings[setting]
        for offer in [o for o in state.proposals.values() if o.community == community]:
            del state.proposals[offer.id]
        state.audited = [e for e in state.audited if e.community != community]
        state.left.pop(community, None)

    def _known(self) -> set[CommunityId]:
        state = self.state
        owners = {key[0] for key in (*state.members, *state.settings)}
        return owners | {t.community for t in state.tasks.values()}
