"""Follow-ups: when and where it is asked how something that was answered turned out."""

from datetime import UTC, date, datetime, time, timedelta

from core.assistant import show
from core.assistant.request import Request
from core.assistant.rights import TaskRules, may_teach
from core.assistant.wording import say
from core.domain.fields import FieldKind, Values
from core.domain.forecast import FollowUp
from core.domain.task import Task

NOON = time(12, tzinfo=UTC)
"""When it is asked on a day that the question named: by then it is that day everywhere."""
FARTHEST = timedelta(days=3_650)
"""A day that is farther off was hardly meant."""


def follow_up_of(
    request: Request, task: Task, values: Values, rules: TaskRules, *, now: datetime
) -> FollowUp | None:
    """Return when and where to ask how a question turns out; None where nobody could say.

    It is asked where it was answered: in the channel, if others saw the answer there, and else
    directly. Of another member's words nothing is learned, so nothing is asked.
    """
    days, sender = rules.outcome_after_days, request.sender
    if days is None or request.author is not None:
        return None
    place = sender.spot if is_seen_by_others(request, rules) else None
    if place is None and not may_teach(sender, task, rules):
        return None
    due_at = due_after(task, values, timedelta(days=days), now=now)
    return FollowUp(due_at=due_at, place=place, locale=sender.locale)


def is_seen_by_others(request: Request, rules: TaskRules) -> bool:
    """Return whether others than who asked see the answer, by the task's rules or where it is."""
    return request.shown_to is None and (rules.answers_publicly or request.sender.is_overheard)


def due_after(task: Task, values: Values, wait: timedelta, *, now: datetime) -> datetime:
    """Return when a wait is over that begins now, or on the one day that the question names."""
    days = [values.get(field.key) for field in task.fields if field.kind is FieldKind.DATE]
    if len(days) == 1 and isinstance(day := days[0], date) and day <= (now + FARTHEST).date():
        due_at = datetime.combine(day, NOON) + wait
        if due_at > now:
            return due_at
    return now + wait


def plan_words(plan: FollowUp) -> str:
    """Return what tells whoever asked that they are going to be asked, too."""
    day = show.value_of(plan.due_at.date(), None, locale=plan.locale)
    return say("asks on", locale=plan.locale, day=day)
