"""Who may decide on a report: neither who wrote the message nor, in a vote, who reported it."""

from core.assistant.commands.answered import named_prediction
from core.assistant.request import Request
from core.assistant.wording import say
from core.domain.forecast import Audience, Prediction, Verdict
from core.domain.identity import MemberId
from core.domain.task import Task
from core.errors import Conflict, NotAllowed
from core.ports.work import Work


async def reported_answer(
    work: Work, request: Request, *, is_vote: bool = False
) -> tuple[Prediction, Task]:
    """Return a report's answer and its task, where the sender may decide on it.

    Raises:
        NotAllowed: they wrote what is reported, or reported it themselves and others are to vote.
        Conflict: another moderator has decided.
    """
    locale = request.sender.locale
    prediction, task = await named_prediction(work, request)
    if not may_decide(prediction, request.sender.member, is_vote=is_vote):
        raise NotAllowed(say("own report", locale=locale, number=prediction.number))
    if await _is_decided(work, request, prediction):
        raise Conflict(say("decided", locale=locale, number=prediction.number))
    return prediction, task


def may_decide(prediction: Prediction, member: MemberId, *, is_vote: bool = False) -> bool:
    """Return whether a member may decide on a report, or vote where others are to decide."""
    question = prediction.question
    if member == (question.author or question.asked_by):
        return False
    return not (is_vote and member == question.asked_by)


async def _is_decided(work: Work, request: Request, prediction: Prediction) -> bool:
    """Return whether another moderator has said what is right: one's own word can be changed."""
    if prediction.question.audience is Audience.EVERYONE:
        return False
    said = await work.predictions.feedback(prediction.id)
    return any(
        one.verdict is Verdict.CORRECTED
        and one.member not in (request.sender.member, prediction.question.asked_by)
        and may_decide(prediction, one.member)
        for one in said
    )
