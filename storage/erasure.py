"""Erasure: what a member left goes, and what others built on keeps standing."""

import json
from datetime import datetime

from sqlalchemy import ColumnElement, Select, Text, cast, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.example import ExampleStatus
from core.domain.forecast import OF_ANOTHER
from core.domain.identity import CommunityId, MemberId, PredictionId
from core.domain.member import Consent, Traces
from storage.claims import claim_community
from storage.steps import forget_steps
from storage.tables import (
    AuditRow,
    ExampleRow,
    FeedbackRow,
    FollowUpRow,
    MemberRow,
    PredictionRow,
    ProposalRow,
    Row,
    RunRow,
    TaskRow,
    VersionRow,
)

BATCH = 200
"""Rows changed at a time: the event loop gets its turn between batches."""


async def erase_member(
    session: AsyncSession, community: CommunityId, member: MemberId, *, at: datetime
) -> int:
    """Erase all a member left in a community; return how many examples were erased."""
    await claim_community(session, community)
    mark_erased(session)
    erased = await _erase_examples(session, community, member, at)
    await forget_steps(session, community, member)
    await _erase_words(session, community, member)
    await _erase_name(session, community, member)
    return erased


async def _erase_examples(
    session: AsyncSession, community: CommunityId, member: MemberId, at: datetime
) -> int:
    """Leave of each example its number, so that learners hear of it as of any change."""
    of_community = select(TaskRow).where(TaskRow.community_id == community)
    tasks = {task.id: task for task in await session.scalars(of_community)}
    learned = select(FeedbackRow.example_id).where(
        FeedbackRow.prediction_id.in_(_about(community, member))
    )
    taught = select(ExampleRow).where(
        ExampleRow.community_id == community,
        ExampleRow.status != ExampleStatus.ERASED,
        or_(ExampleRow.author == member, ExampleRow.id.in_(learned), _quotes(member)),
    )
    erased = 0
    while rows := (await session.scalars(taught.order_by(ExampleRow.id).limit(BATCH))).all():
        for row in rows:
            _erase_example(tasks[row.task_id], row, at)
        await session.flush()
        of_these = VersionRow.task_id.in_({row.task_id for row in rows})
        await session.execute(update(VersionRow).where(of_these).values(trials=[]))
        erased += len(rows)
    return erased


def _erase_example(task: TaskRow, row: ExampleRow, at: datetime) -> None:
    task.revision += 1
    row.revision = task.revision
    row.status = ExampleStatus.ERASED
    row.author = row.target_number = row.target_label = row.source = row.foretold = None
    row.values = {}
    row.taught_at = at


def mark_erased(session: AsyncSession) -> None:
    """Note that what a transaction removes is to leave the database's log too."""
    session.info["has_erased"] = True


def _about(community: CommunityId, member: MemberId) -> Select[PredictionId]:
    """Return what others asked about what a member wrote."""
    return select(PredictionRow.id).where(
        PredictionRow.community_id == community, about_author(member)
    )


def about_author(member: MemberId) -> ColumnElement[bool]:
    """Return whether a prediction is about what a member wrote."""
    return PredictionRow.source.endswith(f"{OF_ANOTHER}{member}", autoescape=True)


def _quotes(member: MemberId) -> ColumnElement[bool]:
    """Return whether a lesson was taught from what a member wrote."""
    return func.coalesce(ExampleRow.source, "").endswith(f"{OF_ANOTHER}{member}", autoescape=True)


def _offers(community: CommunityId, member: MemberId) -> tuple[ColumnElement[bool], ...]:
    """Return which offers are to a member, or name them."""
    names = cast(ProposalRow.payload, Text).contains(json.dumps(member), autoescape=True)
    return ProposalRow.community_id == community, or_(ProposalRow.member_id == member, names)


async def _erase_words(session: AsyncSession, community: CommunityId, member: MemberId) -> None:
    here = select(PredictionRow.id).where(PredictionRow.community_id == community)
    theirs = or_(PredictionRow.asked_by == member, about_author(member))
    for words in (
        delete(FeedbackRow).where(
            FeedbackRow.prediction_id.in_(here), FeedbackRow.member_id == member
        ),
        delete(PredictionRow).where(PredictionRow.community_id == community, theirs),
        delete(ProposalRow).where(*_offers(community, member)),
    ):
        await session.execute(words)


async def traces_of(session: AsyncSession, community: CommunityId, member: MemberId) -> Traces:
    """Return how much is stored of a member beside their lessons."""
    here = select(PredictionRow.id).where(PredictionRow.community_id == community)
    asked = here.where(PredictionRow.asked_by == member)
    tasks = select(TaskRow.id).where(TaskRow.community_id == community)
    noted = await _count(
        session, AuditRow, AuditRow.community_id == community, AuditRow.member_id == member
    )
    quoted = ExampleRow.community_id == community, ExampleRow.author != member, _quotes(member)
    about = await _count(session, PredictionRow, PredictionRow.id.in_(_about(community, member)))
    runs = await _count(session, RunRow, RunRow.task_id.in_(tasks), RunRow.requested_by == member)
    return Traces(
        asked=await _count(session, PredictionRow, PredictionRow.id.in_(asked)),
        about=about + await _count(session, ExampleRow, *quoted),
        verdicts=await _count(
            session,
            FeedbackRow,
            FeedbackRow.prediction_id.in_(here),
            FeedbackRow.member_id == member,
        ),
        offers=await _count(session, ProposalRow, *_offers(community, member)),
        planned=await _count(session, FollowUpRow, FollowUpRow.prediction_id.in_(asked)),
        tasks=await _count(session, TaskRow, TaskRow.id.in_(tasks), TaskRow.created_by == member),
        notes=noted + runs,
    )


async def _count(session: AsyncSession, table: type[Row], *chosen: ColumnElement[bool]) -> int:
    counted = await session.scalar(select(func.count()).select_from(table).where(*chosen))
    return counted or 0


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
