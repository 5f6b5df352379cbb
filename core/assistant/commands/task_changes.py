"""What ``task edit`` changes, option by option."""

import re
from collections.abc import Callable
from dataclasses import replace

from core.assistant.reading import draft_fields
from core.assistant.request import Request, Unsure
from core.assistant.wording import say
from core.domain.fields import Field
from core.domain.task import Task
from core.errors import Conflict

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
