"""A table that comes with a sentence, or alone: offered to be imported, never passed over."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from core.assistant.incoming import Attachment
from core.assistant.place_tasks import task_of_place
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.show import clip
from core.assistant.wording import say
from core.domain.task import Task, check_task_name
from core.errors import InvalidValue

TABLES = frozenset([".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".xls", ".parquet"])
_TEXT = ".txt"
_MOST_TASKS = 3
_NAMED = re.compile(
    r"\b(?:import|learn|load)\s+(?:(?:into|as|to)\s+)?(\S+)|导入\s*(\S+)", re.IGNORECASE
)
_INTO = re.compile(r"(?:导入|学习|加入|放进|[到进入给])$")
"""Han words that a task's name follows without a blank."""
_NO_NAMES = frozenset(
    ["this", "it", "that", "these", "the", "file", "please", "data", "my", "a", "from"]
)
"""Words after ``import`` that name nothing."""


def is_table(file: Attachment | None, text: str) -> bool:
    """Return whether a file that came with a text is offered to be imported.

    Its name says that it holds rows; a plain text file may, so there the words have to say it, or
    there are none.
    """
    ending = PurePath(file.name).suffix.casefold() if file else ""
    is_told = not text.strip() or _NAMED.search(text) is not None
    return ending in TABLES or (ending == _TEXT and is_told)


async def offer_import(ports: Ports, request: Request) -> Reply:
    """Ask whether a file is to be imported, and into which task.

    Raises:
        AskFirst: always, unless nothing can be offered.
        Unsure: its name makes no task's name and there is no task.
    """
    file, locale = request.attachment, request.sender.locale
    name = file.name if file else ""
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        place = await task_of_place(work, request.sender)
    named = _named(request.text, tasks)
    into = named or [task for task in tasks if task.id == place] or list(tasks[:_MOST_TASKS])
    ways = [_way(request, t.name, say("import into", locale=locale, task=t.name)) for t in into]
    new = None if named else _new_name(request.text, name, tasks)
    if new is not None:
        ways.insert(0, _way(request, new, say("import as new", locale=locale, task=new)))
    if not ways:
        raise Unsure(say("how to import", locale=locale))
    raise AskFirst(say("import file", locale=locale, file=clip(name, 60)), ways=tuple(ways))


def _named(text: str, tasks: Sequence[Task]) -> list[Task]:
    """Return the tasks whose names stand in a text; of names within each other the longest."""
    found = [task for task in tasks if _stands_in(text.casefold(), task.name)]
    return [task for task in found if not any(_is_part_of(task.name, t.name) for t in found)]


def _stands_in(text: str, name: str) -> bool:
    """Return whether a name stands in a text as a word of its own.

    Han words stand together without blanks: there one clear edge is enough.
    """
    edges = [
        (not text[:at] or not _joins(text[at - 1]) or bool(_INTO.search(text[:at])))
        + (not text[at + len(name) :] or not _joins(text[at + len(name)]))
        for at in (each.start() for each in re.finditer(re.escape(name), text))
    ]
    return max(edges, default=0) >= (2 if name.isascii() else 1)


def _joins(sign: str) -> bool:
    """Return whether a sign beside a word belongs to it."""
    return sign.isalnum() or sign in "_-"


def _is_part_of(name: str, other: str) -> bool:
    return name != other and name in other


def _way(request: Request, task: str, label: str) -> Way:
    asked = Request(
        sender=request.sender,
        name="task import",
        options={"task": task},
        delivery=request.delivery,
        attachment=request.attachment,
    )
    return Way(label=label, request=asked)


def _new_name(text: str, file: str, tasks: Sequence[Task]) -> str | None:
    """Return a task's name that is free: the one said after ``import``, or the file's."""
    found = _NAMED.search(text)
    said = (found[1] or found[2]).strip(".,:;!?\"'：，。；！？“”「」") if found else ""
    stem = re.sub(r"[^\w-]+", "-", PurePath(file).stem).strip("-_")
    for name in ("" if said.casefold() in _NO_NAMES else said, stem):
        try:
            free = check_task_name(name)
        except InvalidValue:
            continue
        if all(task.name != free for task in tasks):
            return free
    return None
