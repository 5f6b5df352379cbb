"""Examples taken back that a sentence wants to count again: offered to be restored."""

import re
from dataclasses import replace

from core.assistant import show
from core.assistant.assent import keeps
from core.assistant.buttons import again_choice
from core.assistant.commands.answered import are_told_aside
from core.assistant.commands.removing import tasks_meant
from core.assistant.commands.teaching import own_example
from core.assistant.raters import shown_to_all
from core.assistant.reading.traditional import simplified
from core.assistant.removals import brings_back, refuses_removal
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.step import Step, StepKind
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work

_BY_NUMBER = re.compile(
    r"(?:[^#\d]{0,80}[,.;!，。！]\s*)?(?:(?:please|pls|no|ok|and|now|can you|could you)[ ,]+)*"
    r"(?:(?:bring|put|get) (?P<back>#\d{1,9}) back|(?:restore|undelete|recover|bring back|put back)"
    r" (?:(?:example|lesson|number|the) )*(?P<one>#?\d{1,9}))(?: please| again)*[ .!]*"
    r"|(?:[^#\d]{0,40}[,，。！!]\s*)?(?:请|那就?|还是|可以|能|帮我)*(?:"
    r"把?(?:第|#)(?P<first>\d{1,9})[条个号]?(?:例子)?(?:给我)?(?:恢复|还原|找回|加回)"
    r"|(?:恢复|还原|找回)(?:第|#)(?P<then>\d{1,9})[条个号]?(?:例子)?)(?:回?来|一下|吧|了|吗)*[。！!?？\s]*",
    re.IGNORECASE,
)
"""``restore #5``, 把第5条恢复, whatever is said before it."""
_MOST_OFFERED = 5
"""Examples of which one is chosen by a button, the newest first."""
_LONGEST_LABEL = 60
"""Characters of an example on a button."""


async def offer_restoring(ports: Ports, request: Request) -> None:
    """Return where a sentence wants nothing back, or the sender took nothing back.

    Raises:
        AskFirst: it does: whether that is to count again, or which of several.
    """
    await _offer_number(ports, request)
    if not brings_back(request.text):
        return
    sender, locale = request.sender, request.sender.locale
    async with ports.open_work() as work:
        step = await work.steps.newest(sender.community, sender.member)
        if step is not None and _is_deletion(step):
            raise await _whether_step(work, request, step)
        by_id = {task.id: task for task in await tasks_meant(work, request)}
        taught = await work.examples.of_author(sender.community, sender.member)
        gone = [
            each
            for each in taught
            if each.status is ExampleStatus.WITHDRAWN and each.task_id in by_id
        ]
        gone.sort(key=lambda each: -each.number)
        found = [(each, by_id[each.task_id]) for each in gone[:_MOST_OFFERED]]
        shown = [await _shown(work, request, *each) for each in found]
    if not found:
        return
    if len(found) == 1:
        again = _restoring(request, found[0][0])
        way = Way(label=say("restore", locale=locale), request=again, is_yes=True)
        raise AskFirst(say("restore this", locale=locale), *shown, ways=(way,))
    ways = tuple(
        Way(label=show.clip(line, _LONGEST_LABEL), request=_restoring(request, example))
        for line, (example, _) in zip(shown, found, strict=True)
    )
    raise AskFirst(say("restore which", locale=locale), ways=ways)


async def _offer_number(ports: Ports, request: Request) -> None:
    """Return where a sentence names no example by its number that was taken back, to be restored.

    Raises:
        AskFirst: it does: whether that is to count again.
    """
    named = _BY_NUMBER.fullmatch(" ".join(simplified(request.text).split()))
    if named is None:
        return
    number = next(filter(None, named.groups())).lstrip("#")
    locale = request.sender.locale
    async with ports.open_work() as work:
        about = replace(request, options={"number": number})
        try:
            example, task = await own_example(work, about)
        except NotFound:
            return
        if example.status is not ExampleStatus.WITHDRAWN:
            return
        shown = await _shown(work, request, example, task)
    again = _restoring(request, example)
    way = Way(label=say("restore", locale=locale), request=again, is_yes=True)
    raise AskFirst(say("restore this", locale=locale), shown, ways=(way,))


async def offer_kept(ports: Ports, request: Request) -> None:
    """Return where a sentence wants nothing kept, or the sender has changed nothing just now.

    Raises:
        AskFirst: it does: whether what was taken back is to count, or be as it was before a change.
    """
    if not (keeps(request.text) or refuses_removal(request.text)):
        return
    sender, locale = request.sender, request.sender.locale
    async with ports.open_work() as work:
        step = await work.steps.newest(sender.community, sender.member, undoings=True)
        if step is None or step.at < ports.last_answers_since():
            return
        answered = await work.predictions.latest(sender.community, sender.member)
        if answered is not None and answered.answered_at >= step.at:
            return
        if _is_deletion(step):
            raise await _whether_step(work, request, step)
        if step.kind not in (StepKind.EDIT, StepKind.UNDO) or step.size != 1:
            return
        task = await work.tasks.get(step.task_id)
        [change] = step.changes
        found = await work.examples.by_ids(task.id, [change.first])
        shown = [await _shown(work, request, example, task) for example in found]
    if found and change.revision == found[0].revision and change.values_before is not None:
        again = Request(sender=sender, name="press back", options={"step": str(step.id)})
        way = Way(label=again_choice(step, locale).label, request=again, is_yes=True)
        key = "redo then" if step.kind is StepKind.UNDO else "as before then"
        title = say(key, locale=locale, number=found[0].number)
        raise AskFirst(title, *shown, ways=(way,))


def _is_deletion(step: Step) -> bool:
    return all(change.status is ExampleStatus.WITHDRAWN for change in step.changes)


async def _whether_step(work: Work, request: Request, step: Step) -> AskFirst:
    """Return the question whether what a step took back is to count again."""
    locale = request.sender.locale
    task = await work.tasks.get(step.task_id)
    ids = [change.first for change in step.changes[:_MOST_OFFERED]]
    examples = await work.examples.by_ids(task.id, ids)
    lines = [await _shown(work, request, example, task) for example in examples]
    if more := step.size - len(lines):
        lines.append(say("more fields", locale=locale, count=more))
    again = Request(sender=request.sender, name="press back", options={"step": str(step.id)})
    way = Way(label=say("restore", locale=locale), request=again, is_yes=True)
    return AskFirst(say("restore this", locale=locale), *lines, ways=(way,))


async def _shown(work: Work, request: Request, example: Example, task: Task) -> str:
    is_aside = await are_told_aside(work, request, task, [example])
    shown = f"#{example.number}" if is_aside else shown_to_all(example, task, request)
    return f"{shown} ({task.name})"


def _restoring(request: Request, example: Example) -> Request:
    return Request(
        sender=request.sender,
        name="examples restore",
        options={"number": str(example.number)},
        delivery=request.delivery,
    )
