"""A member's own verdict on an answer: one thing, of which the latest stands."""

from dataclasses import dataclass

from core.assistant import show
from core.assistant.buttons import step_choice
from core.assistant.reply import Choice
from core.assistant.request import Ports, Request
from core.assistant.steps import record_step
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.forecast import Feedback, Prediction, Verdict, best_guess
from core.domain.identity import MemberId, StepId
from core.domain.step import StepKind
from core.domain.task import Task
from core.ports.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """The lesson that a member's former verdict became, once they say something else."""

    example: Example
    step: StepId | None
    """What takes the dropping back; None where the lesson stays, since others confirmed it."""

    def words(self, task: Task, locale: str) -> str:
        """Return what becomes of it: ``Instead of bug: #3 no longer counts``."""
        was = show.truth(self.example.target or 0.0, task.target, locale=locale)
        key = "former stays" if self.step is None else "former dropped"
        return say(key, locale=locale, was=was, number=self.example.number)

    def choices(self, locale: str) -> tuple[Choice, ...]:
        """Return the button that takes the dropping back."""
        return (step_choice(self.step, locale),) if self.step else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """The lesson that a member's former verdict on an answer became."""

    example: Example
    is_confirmed: bool
    """Whether others said the same of the answer, so that it stands for them too."""


async def former_lesson(
    work: Work, prediction: Prediction, task: Task, member: MemberId
) -> Former | None:
    """Return the lesson that a member made of an answer, or took back: what they say next is it.

    So it cannot come back beside that. A rating belongs to what is rated, not to an answer.
    """
    if task.rater:
        return None
    said = await work.predictions.feedback(prediction.id)
    own = {one.example for one in said if one.example and one.member == member}
    if not own:
        return None
    values = task.convert_values(prediction.question.values)
    lessons = await work.examples.by_ids(task.id, own)
    theirs = [e for e in lessons if e.author == member and e.values == values]
    if not theirs:
        return None
    example = max(theirs, key=lambda e: (e.stands, e.number))
    others = {one.example for one in said if one.member != member}
    return Former(example=example, is_confirmed=example.id in others)


async def own_correction(
    work: Work, prediction: Prediction, task: Task, member: MemberId
) -> Example | None:
    """Return the lesson by which a member said something else than an answer, if it stands."""
    said = await work.predictions.feedback(prediction.id)
    own = [one.example for one in said if one.example and one.member == member]
    values = task.convert_values(prediction.question.values)
    answer = best_guess(prediction.answer.forecast)
    return next(
        (
            each
            for each in await work.examples.by_ids(task.id, own)
            if each.stands and each.target != answer
            if task.rater or each.values == values
        ),
        None,
    )


async def note_verdict(
    ports: Ports,
    work: Work,
    request: Request,
    task: Task,
    prediction: Prediction,
    verdict: Verdict | None,
) -> Dropped | None:
    """Note a verdict that teaches nothing, and drop what the member's former one taught.

    Args:
        ports: for the clock.
        work: the unit of work to do it in.
        request: who says so.
        task: the answer's.
        prediction: the answer.
        verdict: what they say; None where there is nothing to keep.
    """
    former = await former_lesson(work, prediction, task, request.sender.member)
    named = former.example.id if former and not former.is_confirmed else None
    former = former if former and former.example.stands else None
    before = former.example if former and not former.is_confirmed else None
    if verdict is not None:
        # It still names the lesson, whose dropping may be undone and which may be replaced then.
        feedback = Feedback(
            prediction_id=prediction.id,
            member=request.sender.member,
            verdict=verdict,
            example=named,
            given_at=ports.clock(),
        )
        await work.predictions.add_feedback(feedback)
    if before is None:
        return Dropped(example=former.example, step=None) if former else None
    after = await work.examples.set_status(before.id, ExampleStatus.WITHDRAWN)
    step = await record_step(work, request, task, StepKind.DELETE, edited=[(before, after)])
    return Dropped(example=before, step=step)
