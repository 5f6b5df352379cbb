"""Follow-ups in a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.codec import values_to_json
from core.domain.forecast import FollowUp, Prediction
from core.domain.identity import CommunityId, MemberId, PredictionId, TaskId
from storage.predictions import prediction_of
from storage.tables import CommunityRow, FollowUpRow, PredictionRow


@dataclass(frozen=True, slots=True)
class SqlFollowUps:
    """The port FollowUps in one transaction."""

    session: AsyncSession

    async def plan(self, prediction: Prediction, follow_up: FollowUp) -> None:
        """Save when to ask; the same question of a member, or in a channel, is asked after once."""
        question = prediction.question
        is_same = PredictionRow.asked_by == question.asked_by
        if follow_up.place is not None:
            is_same |= FollowUpRow.place == follow_up.place
        planned = (
            select(PredictionRow.id, PredictionRow.values)
            .join(FollowUpRow, FollowUpRow.prediction_id == PredictionRow.id)
            .where(
                PredictionRow.community_id == question.community,
                PredictionRow.task_id == question.task_id,
                is_same,
            )
        )
        wanted = values_to_json(question.values)
        rows = await self.session.execute(planned)
        await self.drop([row.id for row in rows if row.values == wanted])
        row = FollowUpRow(
            prediction_id=prediction.id,
            due_at=follow_up.due_at,
            place=follow_up.place,
            locale=follow_up.locale,
        )
        self.session.add(row)
        await self.session.flush()

    async def take_due(
        self, communities: str, moment: datetime, *, limit: int, asked_by: MemberId | None = None
    ) -> Sequence[tuple[Prediction, FollowUp]]:
        """Remove and return what is due, the longest due first, so that it is asked but once."""
        due = (
            select(FollowUpRow, PredictionRow)
            .join(PredictionRow, PredictionRow.id == FollowUpRow.prediction_id)
            .join(CommunityRow, CommunityRow.id == PredictionRow.community_id)
            .where(
                FollowUpRow.due_at <= moment,
                PredictionRow.community_id.startswith(communities, autoescape=True),
                CommunityRow.left_at.is_(None),
            )
            .order_by(FollowUpRow.due_at, FollowUpRow.prediction_id)
            .limit(limit)
            .with_for_update(of=FollowUpRow, skip_locked=True)
        )
        if asked_by is not None:
            due = due.where(PredictionRow.asked_by == asked_by)
        rows = (await self.session.execute(due)).all()
        await self.drop([row.prediction_id for row, _ in rows])
        return [(prediction_of(asked), _follow_up(row)) for row, asked in rows]

    async def of_member(
        self, community: CommunityId, member: MemberId
    ) -> Sequence[tuple[Prediction, FollowUp]]:
        """Return what is to be asked in time of what the member asked, the soonest due first."""
        planned = (
            select(FollowUpRow, PredictionRow)
            .join(PredictionRow, PredictionRow.id == FollowUpRow.prediction_id)
            .where(PredictionRow.community_id == community, PredictionRow.asked_by == member)
            .order_by(FollowUpRow.due_at, FollowUpRow.prediction_id)
        )
        rows = (await self.session.execute(planned)).all()
        return [(prediction_of(asked), _follow_up(row)) for row, asked in rows]

    async def hide(self, task: TaskId) -> None:
        """Ask of what was answered about the task only who asked, and no channel any more."""
        of_task = select(PredictionRow.id).where(PredictionRow.task_id == task)
        hidden = update(FollowUpRow).where(FollowUpRow.prediction_id.in_(of_task))
        await self.session.execute(hidden.values(place=None))

    async def drop(self, ids: Sequence[PredictionId]) -> None:
        """Plan no more to ask after these predictions; one that is not planned is passed over."""
        if ids:
            gone = delete(FollowUpRow).where(FollowUpRow.prediction_id.in_(ids))
            await self.session.execute(gone)


def _follow_up(row: FollowUpRow) -> FollowUp:
    return FollowUp(due_at=row.due_at, place=row.place, locale=row.locale)
