"""Steps: each save is noted with what it changed, so that it is taken back as one."""

from collections.abc import Iterable, Sequence

from core.assistant.request import Request
from core.domain.example import Example
from core.domain.identity import StepId
from core.domain.step import StepKind, added, changed
from core.domain.task import Task
from core.ports.work import Work


async def record_step(
    work: Work,
    request: Request,
    task: Task,
    kind: StepKind,
    *,
    new: Iterable[Example] = (),
    since: int = 0,
    edited: Sequence[tuple[Example, Example]] = (),
) -> StepId | None:
    """Note what the sender's save changed, in the unit of work that saves it.

    An importer calls it once for the whole file, so that ``undo`` takes back all of its rows.

    Args:
        work: the unit of work that saved the examples.
        request: what the member said.
        task: the examples' task.
        kind: what the member did.
        new: the examples saved as new; those that were there before are passed over.
        since: the task's revision before the save, which tells them.
        edited: examples that were changed, before and after.

    Returns:
        The step to take back; None where nothing was changed.
    """
    changes = [change for before, after in edited for change in changed(before, after)]
    changes += added(example for example in new if example.revision > since)
    if not changes:
        return None
    step = await work.steps.add(
        community=request.sender.community,
        member=request.sender.member,
        task_id=task.id,
        kind=kind,
        changes=changes,
    )
    return step.id
