"""Which task a sentence is about that may go on from the last answer."""

from core.assistant.commands.judged import Judged
from core.assistant.request import AskFirst, Ports, Request
from core.assistant.task_fit import fields_told
from core.assistant.task_names import names_another_task
from core.assistant.which import MAX_OFFERED, find_task
from core.domain.task import Task
from core.ports.work import Work


async def task_meant(
    ports: Ports, request: Request, judged: Judged, *, counts: bool, is_led: bool = False
) -> tuple[Task | None, Request]:
    """Return the task that a sentence is about; that of the answer where it may be of several.

    Args:
        ports: for what the tasks were taught.
        request: the sentence.
        judged: the answer.
        counts: whether it says more or less than before: then only a name leads elsewhere.
        is_led: whether its words go on from something: then a field that is told leads elsewhere
            too, by name, unit or words that were taught, but no number that happens to fit.
    """
    async with ports.open_work() as work:
        is_named = await names_another_task(work, judged.task, request)
        if counts and not is_named:
            return judged.task, request
        is_elsewhere = is_led and await _is_told_elsewhere(ports, work, request, judged)
        if is_led and not (is_named or is_elsewhere):
            return judged.task, request
        try:
            return await find_task(work, request, ports=ports)
        except AskFirst:
            return (None if is_elsewhere else judged.task), request


async def _is_told_elsewhere(ports: Ports, work: Work, request: Request, judged: Judged) -> bool:
    """Return whether another task has more fields that are told than that of the answer."""
    own = fields_told(request, judged.task, judged.known)
    for task in (await work.tasks.all(judged.task.community))[:MAX_OFFERED]:
        known = (await ports.recollection.of(work, task)).known
        if task.id != judged.task.id and fields_told(request, task, known) > own:
            return True
    return False
