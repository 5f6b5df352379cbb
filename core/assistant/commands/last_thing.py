"""What ``undo`` cannot take back: the last thing that a member did, where it was no lesson."""

from core.assistant.buttons import action
from core.assistant.commands.answered import are_told_aside
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.request import Request
from core.assistant.show import example_of
from core.assistant.wording import say
from core.domain.forecast import Verdict
from core.domain.member import AuditEntry
from core.domain.step import Step
from core.ports.work import Work

_NO_LESSONS = {
    "create task": "did create task",
    "edit task": "did edit task",
    "delete task": "did delete task",
    "bind task": "did bind task",
    "unbind task": "did unbind task",
    "roll back": "did roll back",
    "set up": "did set up",
}
"""What is noted of a member, and the sentence that says how to change it back."""


async def other_than_lesson(work: Work, request: Request, step: Step | None) -> Reply | None:
    """Return what to say where the sender last did what no step holds; else None.

    Args:
        work: the unit of work.
        request: who wants to undo.
        step: the newest that could be taken back.
    """
    sender, locale = request.sender, request.sender.locale
    done = await work.members.last_done(sender.community, sender.member, _NO_LESSONS)
    last = done if done and (step is None or done.at > step.at) else None
    judged = await _verdict_since(work, request, step, last)
    if judged:
        lines = [say("did judge", locale=locale, number=judged)]
    elif last is not None:
        lines = [say(_NO_LESSONS[last.action], locale=locale, task=await _task_name(work, last))]
    else:
        return None
    is_aside = False
    if step is not None and step.size == 1:
        task = await work.tasks.get(step.task_id)
        ids = [step.changes[0].first]
        examples = await work.examples.by_ids(task.id, ids)
        is_aside = await are_told_aside(work, request, task, examples)
        lines += [
            say("before that", locale=locale, lesson=example_of(example, task, locale=locale))
            for example in examples
        ]
    label = say("undo before", locale=locale)
    return Reply(
        title=say("no lesson last", locale=locale),
        lines=tuple(lines),
        tone=Tone.ERROR,
        choices=(Choice(label=label, action=action("back", step.id)),) if step else (),
        is_personal=is_aside,
    )


async def _verdict_since(
    work: Work, request: Request, step: Step | None, last: AuditEntry | None
) -> str:
    """Return the number of the answer that the sender judged last, where no lesson came of it.

    It is ``…`` for an answer that another got; empty where they did something else since.
    """
    sender = request.sender
    said = await work.predictions.feedback_of(sender.community, sender.member)
    newest = max(said, key=lambda one: one.given_at, default=None)
    before = [one.at for one in (step, last) if one is not None]
    if newest is None or any(newest.given_at <= at for at in before):
        return ""
    changed = {change.first for change in step.changes} if step else set()
    if newest.verdict is Verdict.CORRECTED or newest.example in changed:
        return ""
    asked = await work.predictions.of_member(sender.community, sender.member)
    numbers = [str(one.number) for one in asked if one.id == newest.prediction_id]
    return numbers[0] if numbers else "…"


async def _task_name(work: Work, done: AuditEntry) -> str:
    """Return the name of the task that something was done to; ``…`` where it is gone."""
    number = done.subject.partition(":")[0]
    tasks = await work.tasks.all(done.community)
    return next((task.name for task in tasks if number == str(task.id)), "…")
