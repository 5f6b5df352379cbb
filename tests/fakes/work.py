"""Units of work in memory: each works on a copy that replaces the state at its end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from core.ports.answered import FollowUps, Predictions
from core.ports.learning import Clock
from core.ports.people import Communities, Members, Proposals, Settings
from core.ports.steps import Steps
from core.ports.taught import Examples, Tasks
from core.ports.trained import Runs, Versions
from core.ports.work import OpenWork, Work
from tests.fakes.answered import MemoryFollowUps, MemoryPredictions
from tests.fakes.communities import MemoryCommunities
from tests.fakes.people import MemoryMembers, MemoryProposals, MemorySettings
from tests.fakes.state import State
from tests.fakes.steps import MemorySteps
from tests.fakes.taught import MemoryExamples, MemoryTasks
from tests.fakes.trained import MemoryRuns, MemoryVersions


@dataclass(slots=True, kw_only=True)
class MemoryWork:
    """The port Work over one draft of the state."""

    tasks: Tasks
    examples: Examples
    steps: Steps
    predictions: Predictions
    follow_ups: FollowUps
    versions: Versions
    runs: Runs
    members: Members
    proposals: Proposals
    settings: Settings
    communities: Communities


def utc_now() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


def memory_work(clock: Clock = utc_now) -> OpenWork:
    """Return an opener of units of work on an empty store of its own; one unit at a time."""
    committed = State()
    turn = asyncio.Lock()

    @asynccontextmanager
    async def open_work() -> AsyncIterator[Work]:
        nonlocal committed
        async with turn:
            draft = committed.copy()
            yield _stores(draft, clock)
            committed = draft

    return open_work


def _stores(state: State, clock: Clock) -> MemoryWork:
    return MemoryWork(
        tasks=MemoryTasks(state, clock),
        examples=MemoryExamples(state, clock),
        steps=MemorySteps(state, clock),
        predictions=MemoryPredictions(state, clock),
        follow_ups=MemoryFollowUps(state),
        versions=MemoryVersions(state, clock),
        runs=MemoryRuns(state, clock),
        members=MemoryMembers(state, clock),
        proposals=MemoryProposals(state, clock),
        settings=MemorySettings(state),
        communities=MemoryCommunities(state, clock),
    )
