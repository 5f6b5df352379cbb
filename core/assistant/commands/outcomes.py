"""Outcomes: the bot asks once how something turned out, and learns what it is told."""

from collections.abc import Sequence
from datetime import timedelta

from core.assistant import describe, show
from core.assistant.buttons import outcome_choice, outcome_choices
from core.assistant.commands.answered import named_prediction
from core.assistant.commands.verdicts import correct
from core.assistant.reply import Choice, OutcomeQuestion, Reply, Tone
from core.assistant.request import TARGET, Ports, Request
from core.assistant.rights import rules_of
from core.assistant.wording import say
from core.domain.forecast import FollowUp, Prediction, Verdict
from core.domain.identity import MemberId
from core.domain.member import Consent
from core.domain.task import Task
from core.ports.work import Work

STALE_AFTER = timedelta(days=7)
"""Nobody is asked of what has been due for longer: the bot was away, or the task did not ask."""
_TELLING = (Verdict.RIGHT, Verdict.CORRECTED)


async def take_due(
    ports: Ports, communities: str, *, asked_by: MemberId | None, limit: int
) -> Sequence[OutcomeQuestion]:
    """Return questions that are due, each for the only time; none only where nothing is due."""
    now = ports.clock()
    while True:
        async with ports.open_work() as work:
            due = await work.follow_ups.take_due(communities, now, limit=limit, asked_by=asked_by)
        if not due:
            return []
        fresh = [(asked, plan) for asked, plan in due if now - plan.due_at <= STALE_AFTER]
        async with ports.open_work() as work:  # what fails from here on is not asked again either
            found = [await _question(work, asked, plan) for asked, plan in fresh]
        if questions := [question for question in found if question is not None]:
            return questions


async def _question(
    work: Work, prediction: Prediction, follow_up: FollowUp
) -> OutcomeQuestion | None:
    """Return the question; None where it is known by now, or no longer wanted."""
    community, asker = prediction.question.community, prediction.question.asked_by
    tasks = {task.id: task for task in await work.tasks.all(community)}
    task = tasks.get(prediction.question.task_id)
    if task is None:  # deleted a moment ago
        return None
    rules = await rules_of(work, community, task.id)
    member = await work.members.get(community, asker)
    has_opted_out = member is not None and member.consent is Consent.OPTED_OUT
    if not rules.outcome_after_days or has_opted_out or await _is_known(work, prediction, task):
        return None
    return OutcomeQuestion(
        community=community,
        member=asker,
        place=follow_up.place,
        locale=follow_up.locale,
        number=prediction.number,
        reply=_asked(prediction, task, follow_up, member.name if member else ""),
    )


async def _is_known(work: Work, prediction: Prediction, task: Task) -> bool:
    """Return whether anybody told how it turned out; of a rating, its asker."""
    asker = prediction.question.asked_by
    said = await work.predictions.feedback(prediction.id)
    return any(f.verdict in _TELLING and (not task.rater or f.member == asker) for f in said)


def _asked(prediction: Prediction, task: Task, follow_up: FollowUp, name: str) -> Reply:
    locale, number = follow_up.locale, prediction.number
    is_public = follow_up.place is not None
    values = task.convert_values(prediction.question.values)
    lines = [show.values_of(values, task, locale=locale)]
    if not task.rater:  # whoever rates is not to be led
        answer = describe.headline(prediction.answer, task, locale=locale)
        lines.append(say("i said", locale=locale, answer=answer))
    by = say("asked by", locale=locale, number=number, name=name)
    return Reply(
        title=say("how did it turn out", locale=locale, task=task.name),
        lines=tuple(lines),
        notes=(by if is_public and name else f"?{number}",),
        tone=Tone.ASK,
        choices=outcome_choices(prediction, task, locale, is_public=is_public),
        is_private=not is_public,
    )


async def came(ports: Ports, request: Request) -> Reply:
    """Learn the number that a button says."""
    return await correct(ports, request.settle(TARGET, float(request.option("truth"))))


async def fill_outcome(ports: Ports, request: Request) -> Choice:
    """Return the form that asks how it turned out."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
    return outcome_choice(prediction, task, request.sender.locale)
