"""Claims: a unit of work that writes first takes its community's row, and so waits its turn.

Writers of one community come one after another, whatever they write. So counters give each number
once, revisions are committed in their order, and no two writers ever wait for each other. On SQLite
the whole database is taken when the unit begins; there these statements only read. What a unit has
claimed it keeps until it ends, so that the next claim of it asks the database nothing.
"""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.identity import CommunityId, TaskId
from core.errors import NotFound
from storage.tables import CommunityRow, TaskRow


async def claim_community(session: AsyncSession, community: CommunityId) -> CommunityRow:
    """Return a community's row, added if need be, for this unit alone until it ends."""
    claimed = _claimed(session)
    if community in claimed:
        return claimed[community]
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = {"id": community, "examples_numbered": 0, "predictions_numbered": 0}
    await session.execute(insert(CommunityRow).values(row).on_conflict_do_nothing())
    chosen = select(CommunityRow).where(CommunityRow.id == community)
    found = await session.scalars(chosen.with_for_update(key_share=True))
    return claimed.setdefault(community, found.one())


async def claim_task(session: AsyncSession, task_id: TaskId) -> tuple[CommunityRow, TaskRow]:
    """Return a task's row and its community's, for this unit alone until it ends.

    Raises:
        NotFound: there is no such task.
    """
    owner = select(TaskRow.community_id).where(TaskRow.id == task_id).scalar_subquery()
    chosen = select(CommunityRow).where(CommunityRow.id == owner)
    community = await session.scalar(chosen.with_for_update(key_share=True))
    task = await session.get(TaskRow, task_id, populate_existing=True)
    if community is None or task is None:
        raise NotFound("This task does not exist any more.")
    _claimed(session)[community.id] = community
    return community, task


def _claimed(session: AsyncSession) -> dict[CommunityId, CommunityRow]:
    """Return the communities that the session's unit of work has claimed."""
    claimed: dict[CommunityId, CommunityRow] = session.info.setdefault("claimed", {})
    return claimed
