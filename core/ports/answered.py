"""The store of what was asked, answered and said of it."""

from collections.abc import Sequence
from typing import Protocol

from core.domain.forecast import Answer, Feedback, Prediction, Question
from core.domain.identity import (
    CommunityId,
    MemberId,
    PredictionId,
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

    async def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Prediction]:
        """Return every answer that the member got, oldest first."""
        ...

    async def add_feedback(self, feedback: Feedback) -> None:
        """Save what a member says of a prediction, in place of what they said before."""
        ...

    async def feedback(self, prediction_id: PredictionId) -> Sequence[Feedback]:
        """Return what members said of a prediction, oldest first."""
        ...
