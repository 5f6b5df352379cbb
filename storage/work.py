"""Units of work on a database: one connection and one transaction each."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from core.ports.answered import FollowUps, Predictions
from core.ports.learning import Clock
from core.ports.people import Communities, Members, Proposals, Settings
from core.ports.steps import Steps
from core.ports.taught import Examples, Tasks
from core.ports.trained import Runs, Versions
from core.ports.work import OpenWork, Work
from storage.clocks import utc_now
from storage.communities import SqlCommunities
from storage.engine import empty_log
from storage.examples import SqlExamples
from storage.failures import told_as_storage_errors
from storage.follow_ups import SqlFollowUps
from storage.members import SqlMembers
from storage.offers import SqlProposals, SqlSettings
from storage.predictions import SqlPredictions
from storage.runs import SqlRuns
from storage.steps import SqlSteps
from storage.tasks import SqlTasks
from storage.versions import SqlVersions


@dataclass(slots=True, kw_only=True)
class SqlWork:
    """The stores as one transaction sees them."""

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


def open_work_on(engine: AsyncEngine, *, clock: Clock = utc_now) -> OpenWork:
    """Return an opener of units of work on the engine's database.

    Leaving a unit commits, and the commit is finished even where the task is cancelled meanwhile;
    any exception rolls all of it back. A unit may not be opened within another: on SQLite it
    would wait for itself.
    """
    sessions = async_sessionmaker(
        engine,
        expire_on_commit=False,
        # What was read before a lock was waited for may have changed since.
        execution_options={"populate_existing": True},
    )

    @asynccontextmanager
    async def open_work() -> AsyncIterator[Work]:
        session = sessions()
        try:
            with told_as_storage_errors():
                yield _stores(session, clock)
                await _finish(session.commit())
        finally:
            await _finish(session.close())  # rolls back what was not committed
        if session.info.get("has_erased"):
            await _finish(empty_log(engine))

    return open_work


def _stores(session: AsyncSession, clock: Clock) -> Work:
    return SqlWork(
        tasks=SqlTasks(session, clock),
        examples=SqlExamples(session, clock),
        steps=SqlSteps(session, clock),
        predictions=SqlPredictions(session, clock),
        follow_ups=SqlFollowUps(session),
        versions=SqlVersions(session, clock),
        runs=SqlRuns(session, clock),
        members=SqlMembers(session, clock),
        proposals=SqlProposals(session, clock),
        settings=SqlSettings(session),
        communities=SqlCommunities(session),
    )


async def _finish(work: Coroutine[None, None, None]) -> None:
    """Await work to its end; a cancellation that comes meanwhile is raised after it."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled from task.exception()
    task.result()
