"""Which task is meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.assistant.grammar import head_of
from core.assistant.incoming import Sender
from core.assistant.reading import Known, read_question
from core.assistant.request import AskFirst, Request, Way
from core.assistant.wording import say
from core.domain.fields import FieldKind
from core.domain.identity import CommunityId, TaskId
from core.domain.task import Task, check_task_name
from core.errors import InvalidValue, NotFound
from core.ports.work import Work

MAX_OFFERED = 10


async def require_task(work: Work, request: Request) -> tuple[Task, Request]:
    """Return the task that the request is about, and the request without its name.

    Raises:
        NotFound: the task that it names is not there, or the community has none.
        AskFirst: it could be about several.
    """
    task, request = await find_task(work, request)
    if task is None:
        named = request.option("task")
        raise NotFound(await _no_such_task(work, request, named))
    return task, request


async def task_of_id(work: Work, request: Request) -> Task:
    """Return the community's task whose id a button carries.

    Raises:
        NotFound: it was deleted, or is another community's.
    """
    for task in await work.tasks.all(request.sender.community):
        if str(task.id) == request.option("id"):
            return task
    raise NotFound(say("stale task", locale=request.sender.locale))


async def find_task(work: Work, request: Request) -> tuple[Task | None, Request]:
    """Return the task named, or the one that fits; None where the one named is not there."""
    tasks = await work.tasks.all(request.sender.community)
    named = request.option("task")
    if named:
        return _named(tasks, named, request)
    first, rest = head_of(request.text)
    if first and (task := _by_name(tasks, first)):
        return task, replace(request, text=rest)
    word = request.text.split(maxsplit=1)
    if word and (task := _by_name(tasks, word[0])):
        return task, replace(request, text=request.text.strip()[len(word[0]) :].strip())
    place_task = await task_of_place(work, request.sender)
    of_place = [task for task in tasks if task.id == place_task]
    return of_place[0] if of_place else _fitting(tasks, request), request


def place_setting(place: str) -> str:
    """Return the name of the setting that holds a channel's task."""
    return f"place {place}"


async def other_tasks(work: Work, task: Task) -> list[str]:
    """Return the names of the community's tasks but this one."""
    return [each.name for each in await work.tasks.all(task.community) if each.id != task.id]


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


def _named(tasks: Sequence[Task], named: str, request: Request) -> tuple[Task | None, Request]:
    """Return the task of this name, unless the word before the colon is a field's."""
    task = _by_name(tasks, named)
    if task is None and any(_has_field(t, named) for t in tasks):
        whole = replace(request, text=f"{named}: {request.text}")
        whole = replace(whole, options={k: v for k, v in request.options.items() if k != "task"})
        return _fitting(tasks, whole), whole
    return task, request


def _by_name(tasks: Sequence[Task], name: str) -> Task | None:
    try:
        wanted = check_task_name(name)
    except InvalidValue:
        return None
    return next((task for task in tasks if task.name == wanted), None)


def _has_field(task: Task, name: str) -> bool:
    return any(field.name.casefold() == name.casefold() for field in task.fields)


def _fitting(tasks: Sequence[Task], request: Request) -> Task | None:
    """Return the only task, the one mentioned, or the one most of the sentence fits."""
    if len(tasks) <= 1:
        return tasks[0] if tasks else None
    words = set(request.text.casefold().replace(",", " ").split())
    mentioned = [task for task in tasks if task.name in words]
    if len(mentioned) == 1:
        return mentioned[0]
    counts = [(len(_glance(request.text, task)), task) for task in tasks[:100]]
    best = max(count for count, _ in counts)
    fitting = [task for count, task in counts if count == best]
    if best and len(fitting) == 1:
        return fitting[0]
    ways = tuple(Way(label=task.name, request=request.about(task.name)) for task in fitting)
    raise AskFirst(say("which task", locale=request.sender.locale), ways=ways[:MAX_OFFERED])


def _glance(text: str, task: Task) -> dict[str, object]:
    """Return what a sentence gives a task, apart from what any text would give it."""
    values = read_question(text[:500], task, Known(), today=date(2000, 1, 1)).values
    kinds = {field.key: field.kind for field in task.fields}
    return {k: v for k, v in values.items() if kinds[k] not in (FieldKind.TEXT, FieldKind.ITEM)}


async def _no_such_task(work: Work, request: Request, named: str) -> str:
    tasks = await work.tasks.all(request.sender.community)
    if not tasks:
        return say("no tasks yet", locale=request.sender.locale)
    names = ", ".join(task.name for task in tasks[:20])
    return say("no such task", locale=request.sender.locale, name=named[:60], names=names)
