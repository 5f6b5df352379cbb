"""Erasure: what a member left goes, and what others built on keeps standing."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.example import ExampleStatus
from core.domain.identity import CommunityId, MemberId
from core.domain.member import Consent
from storage.claims import claim_community
from storage.tables import (
    AuditRow,
    ExampleRow,
    FeedbackRow,
    MemberRow,
    PredictionRow,
    ProposalRow,
    RunRow,
    TaskRow,
)

BATCH = 200
"""Rows changed at a time: the event loop gets its turn between batches."""


async def erase_member(
    session: AsyncSession, community: CommunityId, member: MemberId, *, at: datetime
) -> int:
    """Erase all a member left in a community; return how many examples were erased."""
    await claim_community(session, community)
    erased = await _erase_examples(session, community, member, at)
    await _erase_words(session, community, member)
    await _erase_name(session, community, member)
    return erased


async def _erase_examples(
    session: AsyncSession, community: CommunityId, member: MemberId, at: datetime
) -> int:
    """Leave of each example its number, so that learners hear of it as of any change."""
    of_community = select(TaskRow).where(TaskRow.community_id == community)
    tasks = {task.id: task for task in await session.scalars(of_community)}
    taught = select(ExampleRow).where(
        ExampleRow.community_id == community, ExampleRow.author == member
    )
    erased = 0
    while rows := (await session.scalars(taught.order_by(ExampleRow.id).limit(BATCH))).all():
        for row in rows:
            _erase_example(tasks[row.task_id], row, at)
        await session.flush()
        erased += len(rows)
    return erased


def _erase_example(task: TaskRow, row: ExampleRow, at: datetime) -> None:
    task.revision += 1
    row.revision = task.revision
    row.status = ExampleStatus.ERASED
    row.author = row.target_number = row.target_label = row.source = row.foretold = None
    row.values = {}
    row.taught_at = at


async def _erase_words(session: AsyncSession, community: CommunityId, member: MemberId) -> None:
    here = select(PredictionRow.id).where(PredictionRow.community_id == community)
    for words in (
        delete(FeedbackRow).where(
            FeedbackRow.prediction_id.in_(here), FeedbackRow.member_id == member
        ),
        delete(PredictionRow).where(
            PredictionRow.community_id == community, PredictionRow.asked_by == member
        ),
        delete(ProposalRow).where(
            ProposalRow.community_id == community, ProposalRow.member_id == member
        ),
    ):
        await session.execute(words)


async def _erase_name(session: AsyncSession, community: CommunityId, member: MemberId) -> None:
    tasks = select(TaskRow.id).where(TaskRow.community_id == community)
    person = MemberRow.community_id == community, MemberRow.id == member
    for name in (
        update(TaskRow)
        .where(TaskRow.community_id == community, TaskRow.created_by == member)
        .values(created_by=None),
        update(RunRow)
        .where(RunRow.task_id.in_(tasks), RunRow.requested_by == member)
        .values(requested_by=None),
        update(AuditRow)
        .where(AuditRow.community_id == community, AuditRow.member_id == member)
        .values(member_id=None),
        update(MemberRow).where(*person, MemberRow.consent == Consent.OPTED_OUT).values(name=""),
        delete(MemberRow).where(*person, MemberRow.consent != Consent.OPTED_OUT),
    ):
        await session.execute(name)
