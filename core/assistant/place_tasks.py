"""Which task a channel is for."""

from core.assistant.incoming import Sender
from core.domain.identity import CommunityId, TaskId
from core.domain.task import Task
from core.ports.work import Work


def place_setting(place: str) -> str:
    """Return the name of the setting that holds a channel's task."""
    return f"place {place}"


async def task_of_place(work: Work, sender: Sender) -> TaskId | None:
    """Return the task that the sender's channel is for, if any."""
    if sender.place is None:
        return None
    task = await bound_task(work, sender.community, sender.place)
    return task.id if task else None


async def bound_task(work: Work, community: CommunityId, place: str) -> Task | None:
    """Return the task that a channel is bound to; None where it is not, or the task is gone."""
    bound = await work.settings.get(community, place_setting(place))
    return next((task for task in await work.tasks.all(community) if task.id == bound), None)
