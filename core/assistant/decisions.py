"""Who may decide on a reported answer, and whether it is decided: the first decision holds."""

from core.assistant.request import Request
from core.assistant.wording import say
from core.domain.forecast import Audience, Prediction, Verdict
from core.domain.identity import MemberId
from core.errors import Conflict
from core.ports.work import Work


def may_decide(prediction: Prediction, member: MemberId, *, is_vote: bool = False) -> bool:
    """Return whether a member may decide on a report, or vote where others are to decide.

    Who wrote the message may do neither; who reported it may not vote.
    """
    question = prediction.question
    if member == (question.author or question.asked_by):
        return False
    return not (is_vote and member == question.asked_by)


async def require_undecided(work: Work, request: Request, prediction: Prediction) -> None:
    """Check that no other moderator has said what is right: one's own word can be changed.

    A unit of work that has written sees what other units wrote before it, so that of two
    decisions at one moment the second is refused.

    Raises:
        Conflict: another moderator has decided.
    """
    question, member = prediction.question, request.sender.member
    if question.audience is not Audience.MODERATORS or not may_decide(prediction, member):
        return
    said = await work.predictions.feedback(prediction.id)
    if any(
        one.verdict is Verdict.CORRECTED
        and one.member not in (member, question.asked_by)
        and may_decide(prediction, one.member)
        for one in said
    ):
        raise Conflict(say("decided", locale=request.sender.locale, number=prediction.number))
