"""Predictions and feedback in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.domain.forecast import Answer, Audience, Feedback, FollowUp, Prediction, Question
from core.domain.identity import CommunityId, ExampleId, MemberId, PredictionId, TaskId
from core.errors import NotFound
from core.ports.learning import Clock
from tests.fakes.state import State


@dataclass(frozen=True, slots=True)
class MemoryPredictions:
    """The port Predictions over a state."""

    state: State
    clock: Clock

    async def add(self, question: Question, answer: Answer) -> Prediction:
        if self.state.task(question.task_id).community != question.community:
            raise NotFound("This task does not exist any more.")
        for known in self._of(question.community):
            if question.source is not None and known.question.source == question.source:
                return known
        prediction = Prediction(
            id=PredictionId(self.state.next("prediction")),
            number=self.state.next("prediction number", question.community),
            question=question,
            answer=answer,
            answered_at=self.clock(),
        )
        self.state.predictions[prediction.id] = prediction
        return prediction

    async def numbered(self, community: CommunityId, number: int) -> Prediction:
        for prediction in self._of(community):
            if prediction.number == number:
                return prediction
        raise NotFound(f"There is no answer ?{number} here.")

    async def latest(self, community: CommunityId, member: MemberId) -> Prediction | None:
        return next(reversed(await self.of_member(community, member)), None)

    async def of_member(
        self, community: CommunityId, member: MemberId, *, limit: int | None = None
    ) -> Sequence[Prediction]:
        own = [p for p in self._of(community) if p.question.asked_by == member]
        return own if limit is None else own[-limit:]

    async def about(self, community: CommunityId, author: MemberId) -> Sequence[Prediction]:
        return [p for p in self._of(community) if p.question.author == author]

    async def show(self, prediction_id: PredictionId, audience: Audience) -> None:
        known = self.state.predictions.get(prediction_id)
        if known is not None and known.question.audience is not Audience.EVERYONE:
            shown = replace(known.question, audience=audience)
            self.state.predictions[prediction_id] = replace(known, question=shown)

    async def add_feedback(self, feedback: Feedback) -> None:
        if feedback.prediction_id not in self.state.predictions:
            raise NotFound("This answer does not exist any more.")
        key = (feedback.prediction_id, feedback.member)
        self.state.feedback.pop(key, None)
        self.state.feedback[key] = feedback

    async def feedback(self, prediction_id: PredictionId) -> Sequence[Feedback]:
        said = (f for f in self.state.feedback.values() if f.prediction_id == prediction_id)
        return sorted(said, key=lambda f: f.given_at)

    async def feedback_of(self, community: CommunityId, member: MemberId) -> Sequence[Feedback]:
        here = {p.id for p in self._of(community)}
        said = (f for (i, who), f in self.state.feedback.items() if i in here and who == member)
        return sorted(said, key=lambda f: f.given_at)

    async def taught_alone(
        self, member: MemberId, examples: Sequence[ExampleId]
    ) -> frozenset[ExampleId]:
        asked = self.state.predictions
        return frozenset(
            said.example
            for (i, who), said in self.state.feedback.items()
            if who == asked[i].question.asked_by == member and said.example in examples
            if said.example and asked[i].question.audience is Audience.ASKER
        )

    def _of(self, community: CommunityId) -> list[Prediction]:
        return [p for p in self.state.predictions.values() if p.question.community == community]


@dataclass(frozen=True, slots=True)
class MemoryFollowUps:
    """The port FollowUps over a state."""

    state: State

    async def plan(self, prediction: Prediction, follow_up: FollowUp) -> None:
        now = prediction.question
        for planned, other in list(self.state.follow_ups.items()):
            before = self.state.predictions[planned].question
            is_shared = follow_up.place is not None and other.place == follow_up.place
            same = (before.community, before.task_id, before.values)
            if same == (now.community, now.task_id, now.values) and (
                is_shared or before.asked_by == now.asked_by
            ):
                del self.state.follow_ups[planned]
        self.state.follow_ups[prediction.id] = follow_up

    async def take_due(
        self, communities: str, moment: datetime, *, limit: int, asked_by: MemberId | None = None
    ) -> Sequence[tuple[Prediction, FollowUp]]:
        every = sorted(self.state.follow_ups.items(), key=lambda pair: (pair[1].due_at, pair[0]))
        due = [
            (self.state.predictions[key], follow_up)
            for key, follow_up in every
            if follow_up.due_at <= moment
        ]
        of_these = [
            pair
            for pair in due
            if (asked := pair[0].question).community.startswith(communities)
            and asked.community not in self.state.left
            and asked_by in (None, asked.asked_by)
        ][:limit]
        for prediction, _ in of_these:
            del self.state.follow_ups[prediction.id]
        return of_these

    async def of_member(
        self, community: CommunityId, member: MemberId
    ) -> Sequence[tuple[Prediction, FollowUp]]:
        every = sorted(self.state.follow_ups.items(), key=lambda pair: (pair[1].due_at, pair[0]))
        found = [(self.state.predictions[key], follow_up) for key, follow_up in every]
        wanted = (community, member)
        return [p for p in found if (p[0].question.community, p[0].question.asked_by) == wanted]

    async def hide(self, task: TaskId) -> None:
        for key, follow_up in self.state.follow_ups.items():
            if self.state.predictions[key].question.task_id == task:
                self.state.follow_ups[key] = replace(follow_up, place=None)

    async def drop(self, ids: Sequence[PredictionId]) -> None:
        for prediction_id in ids:
            self.state.follow_ups.pop(prediction_id, None)
