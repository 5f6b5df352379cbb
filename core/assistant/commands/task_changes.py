"""What ``task edit`` changes, option by option."""

import re
from collections.abc import Callable
from dataclasses import replace

from core.assistant.reading import draft_fields
from core.assistant.reply import Effect
from core.assistant.request import AskFirst, Request, Unsure, Way
from core.assistant.wording import say
from core.domain.fields import Field
from core.domain.task import Task
from core.errors import Conflict
from core.ports.work import Work

_ASKED = ("remove", "rename", "name")
"""Changes that are asked about first."""
_SEPARATORS = re.compile(r"[;\n]")


def lines_of(text: str) -> list[str]:
    """Return the fields of an option, one a line or parted by semicolons."""
    return [line for line in _SEPARATORS.split(text) if line.strip()]


def labels_of(text: str) -> tuple[str, ...]:
    """Return the labels of an option."""
    parts = (part.strip() for part in re.split(r"[,;|\n，、]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def is_balanced(request: Request) -> bool:
    """Return whether every label is to count alike.

    Raises:
        Unsure: neither yes nor no is said.
    """
    said = request.option("balanced").casefold() or "no"
    if said not in {"yes", "no"}:
        raise Unsure(say("yes or no", locale=request.sender.locale, option="balanced"))
    return said == "yes"


async def ask_about_change(work: Work, task: Task, request: Request) -> None:
    """Ask before something is renamed or removed, by its name.

    Raises:
        AskFirst: it was not agreed to yet.
        Conflict: the new name is that of another task.
    """
    taken = await work.tasks.named(task.community, request.option("name"))
    if taken is not None and taken.id != task.id:
        raise Conflict(say("task exists", locale=request.sender.locale, task=taken.name))
    asked = [option for option in _ASKED if request.option(option)]
    if not asked or "change" in request.agreed:
        return
    locale = request.sender.locale
    labels = [_change_words(option, task, request) for option in asked]
    way = Way(
        label=" · ".join(labels),
        request=request.about(task.name).agree("change"),
        is_yes=True,
        effect=Effect.DESTROYS if "remove" in asked else Effect.HARMLESS,
    )
    lines = [say("removed for good", locale=locale)] if "remove" in asked else []
    raise AskFirst(say("really change", locale=locale, task=task.name), *lines, ways=(way,))


def _change_words(option: str, task: Task, request: Request) -> str:
    """Return a change in words: what is renamed to what, or removed."""
    before = task.name if option == "name" else task.field_named(request.option(option)).name
    after = request.option("name" if option == "name" else "to")
    key = "remove it" if option == "remove" else "rename it"
    return say(key, locale=request.sender.locale, before=before, after=after[:60])


def _add(task: Task, request: Request) -> Task:
    for line in lines_of(request.option("add")):
        [field] = draft_fields([line])
        task = task.with_field(field.name, field.kind, unit=field.unit, options=field.options)
    return task


def _rename(task: Task, request: Request) -> Task:
    field = task.field_named(request.option("rename"))
    new_name = request.option("to")
    if not new_name:
        raise Unsure(say("how to rename", locale=request.sender.locale, field=field.name))
    taken = [f for f in task.fields if f.name.casefold() == new_name.casefold()]
    if taken and taken[0].key != field.key:
        raise Conflict(say("field exists", locale=request.sender.locale, field=new_name[:60]))
    return task.with_changed(replace(field, name=new_name))


def _retype(task: Task, request: Request) -> Task:
    field = task.field_named(request.option("retype"))
    if not request.option("to"):
        raise Unsure(say("how to retype", locale=request.sender.locale, field=field.name))
    [drawn] = draft_fields([f"{field.name}: {request.option('to')}"])
    return task.with_changed(
        Field(
            key=field.key, name=field.name, kind=drawn.kind, unit=drawn.unit, options=drawn.options
        )
    )


def _remove(task: Task, request: Request) -> Task:
    return task.without_field(task.field_named(request.option("remove")).key)


CHANGES: dict[str, Callable[[Task, Request], Task]] = {
    "add": _add,
    "rename": _rename,
    "retype": _retype,
    "remove": _remove,
    "name": lambda task, request: replace(task, name=request.option("name")),
    "about": lambda task, request: replace(task, description=request.option("about")),
    "unit": lambda task, request: replace(
        task, target=replace(task.target, unit=request.option("unit"))
    ),
    "target": lambda task, request: replace(
        task, target=replace(task.target, name=request.option("target"))
    ),
    "labels": lambda task, request: replace(
        task, target=replace(task.target, labels=labels_of(request.option("labels")))
    ),
    "balanced": lambda task, request: replace(
        task, target=replace(task.target, is_balanced=is_balanced(request))
    ),
}
