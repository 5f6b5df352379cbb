"""What members may not teach is not offered to them: it would be refused at the press."""

from collections.abc import Sequence
from dataclasses import replace

from core.assistant.answer_actions import answer_of
from core.assistant.incoming import Sender
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Way
from core.assistant.rights import may_teach, rules_of
from core.assistant.task_names import by_name
from core.assistant.wording import say
from core.domain.task import Task
from core.errors import NotAllowed, NotFound
from core.ports.work import Work

_TEACHING = frozenset({"teach", "correct", "right", "rate", "outcome", "came"})
"""Requests and verbs of buttons that only a task's teachers may."""
_VERDICTS = frozenset({"right", "correct", "none", "rate", "came", "outcome", "other"})
"""Verbs of the buttons below an answer that only they may press."""


async def allowed(ports: Ports, sender: Sender, question: AskFirst) -> AskFirst:
    """Return a question without the ways that would be refused to its sender.

    Raises:
        NotAllowed: nothing else is offered; it says who may, and what the sender can do.
    """
    if not any(_teaches(way) for way in question.ways):
        return question
    async with ports.open_work() as work:
        refusals = [await _refused(work, sender, way) for way in question.ways]
    refused = next(filter(None, refusals), None)
    if refused is None:
        return question
    left = tuple(w for w, no in zip(question.ways, refusals, strict=True) if no is None)
    task, role = refused
    who = say("not offered", locale=sender.locale, role=role, task=task.name)
    if not left:
        instead = say("instead of teaching", locale=sender.locale, task=task.name)
        raise NotAllowed(f"{who}\n{instead}")
    return AskFirst(
        question.title,
        *question.lines,
        who,
        ways=left,
        is_personal=question.is_personal,
        asks=question.asks,
    )


async def without_refused(ports: Ports, sender: Sender, reply: Reply) -> Reply:
    """Return an answer without the verdicts that its sender may not give; others may see them."""
    numbers = {number for choice in reply.choices if (number := answer_of(choice.action))}
    if reply.is_judged_by_sender or len(numbers) != 1 or not reply.is_private:
        return reply
    async with ports.open_work() as work:
        task = await _task_of_answer(work, sender, str(numbers.pop()))
        if task is None or not await _role_needed(work, sender, task):
            return reply
    kept = tuple(c for c in reply.choices if c.action.partition(":")[0] not in _VERDICTS)
    return replace(reply, choices=kept)


def _teaches(way: Way) -> bool:
    return way.request.name.removeprefix("press ") in _TEACHING or "save" in way.request.agreed


async def _refused(work: Work, sender: Sender, way: Way) -> tuple[Task, str] | None:
    """Return the task that a way would teach, and whose role the sender lacks; else None."""
    if not _teaches(way):
        return None
    number, name = way.request.option("number"), way.request.option("task")
    tasks: Sequence[Task] = await work.tasks.all(sender.community) if name else ()
    task = by_name(tasks, name) if name else await _task_of_answer(work, sender, number)
    role = await _role_needed(work, sender, task) if task else ""
    return (task, role) if task and role else None


async def _task_of_answer(work: Work, sender: Sender, number: str) -> Task | None:
    if not number.isdigit():
        return None
    try:
        prediction = await work.predictions.numbered(sender.community, int(number))
        return await work.tasks.get(prediction.question.task_id)
    except NotFound:
        return None


async def _role_needed(work: Work, sender: Sender, task: Task) -> str:
    """Return the name of the role that teaches a task and that the sender lacks; else nothing."""
    rules = await rules_of(work, sender.community, task.id)
    is_refused = rules.teachers is not None and not may_teach(sender, task, rules)
    return rules.teachers.name if is_refused and rules.teachers else ""
