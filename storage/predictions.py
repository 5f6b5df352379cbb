"""Predictions and feedback in a database."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.codec import answer_from_json, answer_to_json, values_from_json, values_to_json
from core.domain.forecast import Answer, Audience, Feedback, Prediction, Question
from core.domain.identity import CommunityId, ExampleId, MemberId, PredictionId
from core.errors import NotFound
from core.ports.learning import Clock
from storage.claims import claim_community, claim_task
from storage.erasure import about_author
from storage.failures import read_row
from storage.tables import FeedbackRow, PredictionRow


@dataclass(frozen=True, slots=True)
class SqlPredictions:
    """The port Predictions in one transaction."""

    session: AsyncSession
    clock: Clock

    async def add(self, question: Question, answer: Answer) -> Prediction:
        """Save an answer under the community's next number; once for each source."""
        community, task = await claim_task(self.session, question.task_id)
        if community.id != question.community:
            raise NotFound("This task does not exist any more.")
        if question.source is not None:
            known = await self._first(
                PredictionRow.community_id == community.id, PredictionRow.source == question.source
            )
            if known is not None:
                return known
        community.predictions_numbered += 1
        row = PredictionRow(
            community_id=community.id,
            number=community.predictions_numbered,
            task_id=task.id,
            asked_by=question.asked_by,
            values=values_to_json(question.values),
            text=question.text,
            source=question.source,
            answer=answer_to_json(answer),
            audience=question.audience,
            place=question.place,
            answered_at=self.clock(),
        )
        self.session.add(row)
        await self.session.flush()
        return prediction_of(row)

    async def numbered(self, community: CommunityId, number: int) -> Prediction:
        """Return the community's prediction of this number; raises NotFound."""
        found = await self._first(
            PredictionRow.community_id == community, PredictionRow.number == number
        )
        if found is None:
            raise NotFound(f"There is no answer ?{number} here.")
        return found

    async def latest(self, community: CommunityId, member: MemberId) -> Prediction | None:
        """Return the newest answer that the member got."""
        return await self._first(
            PredictionRow.community_id == community, PredictionRow.asked_by == member
        )

    async def of_member(
        self, community: CommunityId, member: MemberId, *, limit: int | None = None
    ) -> Sequence[Prediction]:
        """Return the answers that the member got, the newest ones if limited, oldest first."""
        newest = (
            select(PredictionRow)
            .where(PredictionRow.community_id == community, PredictionRow.asked_by == member)
            .order_by(PredictionRow.number.desc())
            .limit(limit)
        )
        return [prediction_of(row) for row in await self.session.scalars(newest)][::-1]

    async def about(self, community: CommunityId, author: MemberId) -> Sequence[Prediction]:
        """Return every answer that others got about what a member wrote, oldest first."""
        chosen = select(PredictionRow).where(
            PredictionRow.community_id == community, about_author(author)
        )
        rows = await self.session.scalars(chosen.order_by(PredictionRow.number))
        return [prediction_of(row) for row in rows]

    async def show(self, prediction_id: PredictionId, audience: Audience) -> None:
        """Note that an answer was shown to this audience; one shown to everyone stays so."""
        chosen = PredictionRow.id == prediction_id, PredictionRow.audience != Audience.EVERYONE
        await self.session.execute(update(PredictionRow).where(*chosen).values(audience=audience))

    async def add_feedback(self, feedback: Feedback) -> None:
        """Save what a member says of a prediction, in place of what they said before."""
        prediction = await self.session.get(PredictionRow, feedback.prediction_id)
        if prediction is None:
            raise NotFound("This answer does not exist any more.")
        await claim_community(self.session, prediction.community_id)
        said_before = (
            FeedbackRow.prediction_id == feedback.prediction_id,
            FeedbackRow.member_id == feedback.member,
        )
        await self.session.execute(delete(FeedbackRow).where(*said_before))
        row = FeedbackRow(
            prediction_id=feedback.prediction_id,
            member_id=feedback.member,
            verdict=feedback.verdict,
            example_id=feedback.example,
            given_at=feedback.given_at,
        )
        self.session.add(row)
        await self.session.flush()

    async def feedback(self, prediction_id: PredictionId) -> Sequence[Feedback]:
        """Return what members said of a prediction, oldest first."""
        chosen = (
            select(FeedbackRow)
            .where(FeedbackRow.prediction_id == prediction_id)
            .order_by(FeedbackRow.given_at, FeedbackRow.id)
        )
        return [_feedback(row) for row in await self.session.scalars(chosen)]

    async def feedback_of(self, community: CommunityId, member: MemberId) -> Sequence[Feedback]:
        """Return what a member said of any prediction, oldest first."""
        chosen = (
            select(FeedbackRow)
            .join(PredictionRow, PredictionRow.id == FeedbackRow.prediction_id)
            .where(PredictionRow.community_id == community, FeedbackRow.member_id == member)
            .order_by(FeedbackRow.given_at, FeedbackRow.id)
        )
        return [_feedback(row) for row in await self.session.scalars(chosen)]

    async def taught_alone(
        self, member: MemberId, examples: Sequence[ExampleId]
    ) -> frozenset[ExampleId]:
        """Return which examples a member taught of answers that they alone were shown."""
        chosen = (
            select(FeedbackRow.example_id)
            .join(PredictionRow, PredictionRow.id == FeedbackRow.prediction_id)
            .where(FeedbackRow.example_id.in_(examples), FeedbackRow.member_id == member)
            .where(PredictionRow.asked_by == member, PredictionRow.audience == Audience.ASKER)
        )
        return frozenset(filter(None, await self.session.scalars(chosen)))

    async def _first(self, *conditions: ColumnElement[bool]) -> Prediction | None:
        newest = select(PredictionRow).where(*conditions).order_by(PredictionRow.number.desc())
        row = await self.session.scalar(newest.limit(1))
        return None if row is None else prediction_of(row)


@read_row
def prediction_of(row: PredictionRow) -> Prediction:
    """Return the prediction that a row holds."""
    question = Question(
        community=row.community_id,
        task_id=row.task_id,
        asked_by=row.asked_by,
        values=values_from_json(row.values),
        text=row.text,
        source=row.source,
        audience=row.audience,
        place=row.place,
    )
    return Prediction(
        id=row.id,
        number=row.number,
        question=question,
        answer=answer_from_json(row.answer),
        answered_at=row.answered_at,
    )


@read_row
def _feedback(row: FeedbackRow) -> Feedback:
    return Feedback(
        prediction_id=row.prediction_id,
        member=row.member_id,
        verdict=row.verdict,
        example=row.example_id,
        given_at=row.given_at,
    )
