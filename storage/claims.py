"""Claims: a unit of work that writes first takes its community's row, and so waits its turn.

Writers of one community come one after another, whatever they write. So counters give each number
once, revisions are committed in their order, and no two writers ever wait for each other. On SQLite
the whole database is taken when the unit begins; there these statements only read.
"""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.identity import CommunityId, TaskId
from core.errors import NotFound
from storage.tables import CommunityRow, TaskRow


async def claim_community(session: AsyncSession, community: CommunityId) -> CommunityRow:
    """Return a community's row, added if need be, for this unit alone until it ends."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = {"id": community, "examples_numbered": 0, "predictions_numbered": 0}
    await session.execute(insert(CommunityRow).values(row).on_conflict_do_nothing())
    chosen = select(CommunityRow).where(CommunityRow.id == community)
    return (await session.scalars(chosen.with_for_update(key_share=True))).one()


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
    return community, task
