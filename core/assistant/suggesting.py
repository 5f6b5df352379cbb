"""Suggestions: what a half-typed option of a command may become."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from core.assistant import show
from core.assistant.completing import complete
from core.assistant.incoming import Sender
from core.assistant.place_tasks import task_of_place
from core.assistant.request import Ports
from core.domain.task import Task
from core.ports.work import Work

MAX_OFFERED = 25
Suggestion: TypeAlias = tuple[str, str]
"""What is shown, and what it stands for."""
_FIELDS = ("rename", "retype", "remove")
_SENTENCES = {"lesson": "teach", "text": "ask"}


async def suggest(
    ports: Ports, sender: Sender, option: str, begun: str, *, given: Mapping[str, str]
) -> Sequence[Suggestion]:
    """Return tasks, fields, examples or words that fit what was begun.

    Args:
        ports: the way to what is stored.
        sender: who types, and where.
        option: the option being typed.
        begun: its text so far.
        given: the command's other options so far.
    """
    async with ports.open_work() as work:
        tasks = await work.tasks.all(sender.community)
        if option == "task":
            return _fitting([(task.name, task.name) for task in tasks], begun)
        task = await _meant(work, sender, tasks, given.get("task", ""))
        if option == "number":
            return _fitting(await _examples(work, task, sender), begun)
    if task is not None and option in _FIELDS:
        return _fitting([(field.name, field.name) for field in task.typed_fields], begun)
    if task is not None and option in _SENTENCES:
        return await _sentences(ports, sender, f"{_SENTENCES[option]} {task.name}: ", begun)
    return ()


async def _meant(work: Work, sender: Sender, tasks: Sequence[Task], named: str) -> Task | None:
    """Return the task named, the channel's, or the only one."""
    bound = await task_of_place(work, sender)
    chosen = [t for t in tasks if (t.name == named.casefold() if named else t.id == bound)]
    if chosen or named:
        return chosen[0] if chosen else None
    return tasks[0] if len(tasks) == 1 else None


async def _examples(work: Work, task: Task | None, sender: Sender) -> list[Suggestion]:
    """Return the newest examples of a task, or without one the sender's own."""
    tasks = {task.id: task} if task else {t.id: t for t in await work.tasks.all(sender.community)}
    if task is not None:
        page = await work.examples.page(task.id, limit=MAX_OFFERED * 4)
        found = [e for e in page if task.rater is None or e.author == sender.member]
    else:
        own = await work.examples.of_author(sender.community, sender.member)
        found = list(reversed(own))[: MAX_OFFERED * 4]
    return [
        (show.example_of(e, tasks[e.task_id], locale=sender.locale, limit=4), str(e.number))
        for e in found
        if e.target is not None
    ]


async def _sentences(ports: Ports, sender: Sender, head: str, begun: str) -> list[Suggestion]:
    """Return what was begun with its last word completed."""
    before = begun if begun.endswith(" ") else begun.rpartition(" ")[0]
    before = before.rstrip() + " " if before.strip() else ""
    words = await complete(ports, sender, head + begun)
    return [(f"{before}{word}", f"{before}{word}") for word in words]


def _fitting(offers: Sequence[Suggestion], begun: str) -> list[Suggestion]:
    wanted = begun.casefold().strip()
    return [offer for offer in offers if wanted in offer[0].casefold()][:MAX_OFFERED]
