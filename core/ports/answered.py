"""The store of what was asked, answered and said of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.domain.forecast import Answer, Audience, Feedback, FollowUp, Prediction, Question
from core.domain.identity import (
    CommunityId,
    ExampleId,
    MemberId,
    PredictionId,
    TaskId,
)


class Predictions(Protocol):
    """What was asked and answered."""

    async def add(self, question: Question, answer: Answer) -> Prediction:
        """Save an answer under the community's next number; once for each source."""
        ...

    async def numbered(self, community: CommunityId, number: int) -> Prediction:
        """Return the community's prediction of this number; raises NotFound."""
        ...

    async def latest(self, community: CommunityId, member: MemberId) -> Prediction | None:
        """Return the newest answer that the member got."""
        ...

    async def of_member(
        self, community: CommunityId, member: MemberId, *, limit: int | None = None
    ) -> Sequence[Prediction]:
        """Return the answers that the member got, the newest ones if limited, oldest first."""
        ...

    async def about(self, community: CommunityId, author: MemberId) -> Sequence[Prediction]:
        """Return every answer that others got about what a member wrote, oldest first."""
        ...

    async def show(self, prediction_id: PredictionId, audience: Audience) -> None:
        """Note that an answer was shown to this audience; one shown to everyone stays so."""
        ...

    async def add_feedback(self, feedback: Feedback) -> None:
        """Save what a member says of a prediction, in place of what they said before."""
        ...

    async def feedback(self, prediction_id: PredictionId) -> Sequence[Feedback]:
        """Return what members said of a prediction, oldest first."""
        ...

    async def feedback_of(self, community: CommunityId, member: MemberId) -> Sequence[Feedback]:
        """Return what a member said of any prediction, oldest first."""
        ...

    async def taught_alone(
        self, member: MemberId, examples: Sequence[ExampleId]
    ) -> frozenset[ExampleId]:
        """Return which examples a member taught of answers that they alone were shown."""
        ...


class FollowUps(Protocol):
    """What is to be asked in time: how something that was answered turned out."""

    async def plan(self, prediction: Prediction, follow_up: FollowUp) -> None:
        """Save when to ask; the same question of a member, or in a channel, is asked after once."""
        ...

    async def take_due(
        self, communities: str, moment: datetime, *, limit: int, asked_by: MemberId | None = None
    ) -> Sequence[tuple[Prediction, FollowUp]]:
        """Remove and return what is due, the longest due first, so that it is asked but once.

        Args:
            communities: how the ids of the communities begin; those left are passed over.
            moment: what was due by then.
            limit: how many at most.
            asked_by: only of this member.
        """
        ...

    async def of_member(
        self, community: CommunityId, member: MemberId
    ) -> Sequence[tuple[Prediction, FollowUp]]:
        """Return what is to be asked in time of what the member asked, the soonest due first."""
        ...

    async def hide(self, task: TaskId) -> None:
        """Ask of what was answered about the task only who asked, and no channel any more."""
        ...

    async def drop(self, ids: Sequence[PredictionId]) -> None:
        """Plan no more to ask after these predictions; one that is not planned is passed over."""
        ...
