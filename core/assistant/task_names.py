"""Names of tasks, where they stand in a sentence."""

import re
from collections.abc import Sequence

from core.assistant.acts import heard
from core.assistant.reading.traditional import simplified
from core.assistant.request import Request
from core.domain.task import Task, check_task_name
from core.errors import InvalidValue
from core.ports.work import Work

_WITHIN = re.compile(r"(?:这个)?(?:任务)?(?:里面|里头|里边|里|中|当中)|这个任务的?")
"""What follows the name of a task that something is asked of: 房价里教过哪些."""

_SIGNS = "?!.;:…\"'“”()"
"""What stands right before or behind a word and is no part of a task's name."""


def tasks_mentioned(tasks: Sequence[Task], text: str) -> Sequence[Task]:
    """Return the tasks whose names a sentence has as words; Chinese has no blanks around them."""
    folded = text.casefold()
    words = {word.strip(_SIGNS) for word in folded.replace(",", " ").split()}
    found = [
        task for task in tasks if task.name in words or (is_han(task.name) and task.name in folded)
    ]
    longest = max((task.name for task in found), key=len, default="")
    return [task for task in found if task.name == longest or task.name not in longest]


def is_han(name: str) -> bool:
    """Return whether a name is of Chinese characters, two at least."""
    return len(name) > 1 and all("\u4e00" <= sign <= "\u9fff" for sign in name)


def han_lead(tasks: Sequence[Task], text: str) -> tuple[str, str]:
    """Return the Chinese task's name that a sentence begins with, and the rest: 房价里教过哪些."""
    for task in sorted(tasks, key=lambda task: -len(task.name)):
        if task.name.isascii() or not text.startswith(task.name):
            continue
        rest = text[len(task.name) :]
        within, spoken = _WITHIN.match(rest), heard(rest)
        is_act = is_han(task.name) and spoken is not None and not spoken.act.is_loose
        if within or is_act:
            return task.name, rest[within.end() if within else 0 :].strip()
    return "", ""


def first_word(text: str) -> tuple[str, str]:
    """Return the first word and what follows it, without a dash that parts them."""
    word, _, rest = text.strip().partition(" ")
    return word, re.sub(r"^\s*[-–—|•]\s+", "", rest).strip()


def by_name(tasks: Sequence[Task], name: str) -> Task | None:
    """Return the task of a name, in either script of Chinese; None where there is none."""
    try:
        wanted = check_task_name(name)
    except InvalidValue:
        return None
    same = next((task for task in tasks if task.name == wanted), None)
    alike = [task for task in tasks if simplified(task.name) == simplified(wanted)]
    return same or (alike[0] if len(alike) == 1 else None)


def has_name(task: Task, said: str) -> bool:
    """Return whether a word is the name of one of the task's fields, or of its target."""
    names = (*(field.name for field in task.fields), task.target.name)
    return said.casefold() in {name.casefold() for name in names}


async def names_another_task(work: Work, task: Task, request: Request) -> bool:
    """Return whether a sentence names another task of the community than this one."""
    if "task" in request.options:
        return request.option("task") != task.name
    named = tasks_mentioned(await work.tasks.all(task.community), request.text)
    return bool(named) and task not in named
