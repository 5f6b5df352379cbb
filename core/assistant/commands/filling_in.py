"""Words that answer the bot's question what a field is: ``10`` after ``[€ 9] [€ 11]``."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.commands.amending import amending_words
from core.assistant.commands.amendments import read_part
from core.assistant.commands.teaching import number_in
from core.assistant.commands.told_changes import without_leads
from core.assistant.reading import Known
from core.assistant.request import TARGET, AskFirst, Ports, Request
from core.assistant.settling import WITHOUT
from core.assistant.task_fit import stands_in, takes_any_words
from core.assistant.waiting_questions import WaitingQuestion
from core.assistant.which import find_task
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work

_CLAUSES: Final = re.compile(r"[;；，、]|,(?!\d)")


async def filled_in(ports: Ports, request: Request, waiting: WaitingQuestion) -> Request | None:
    """Return what waits with the value that words say of what was asked; None for other words."""
    asked = _asked_of(waiting)
    if asked is None or not request.is_sentence or ends_as_question(request.text):
        return None
    key, before = asked
    async with ports.open_work() as work:
        try:
            task = await _task_of(work, before)
        except (AskFirst, NotFound):
            return None
        if task is None:
            return None
        known = (await ports.recollection.of(work, task)).known
    value = _value_of(request.text, key, task, known, request.sender.day_of(ports.clock()))
    return None if value is None else before.settle(key, value)


async def _task_of(work: Work, request: Request) -> Task | None:
    """Return the task of what waits: a lesson, a question, or a change of an example."""
    if request.name == "examples edit":
        number = number_in(request)
        example = await work.examples.numbered(request.sender.community, number)
        return await work.tasks.get(example.task_id)
    return (await find_task(work, request))[0]


def _asked_of(waiting: WaitingQuestion) -> tuple[str, Request] | None:
    """Return the one field, or the target, that a question asks for, and what goes on from it.

    A question that a yes answers asks for none, and neither does one which lesson to change how.
    """
    before, ways = waiting.request, waiting.question.ways
    if waiting.question.asks:
        return waiting.question.asks, before
    is_of_edit = any(way.request.name == "examples edit" != before.name for way in ways)
    if not ways or is_of_edit or any(way.is_yes for way in ways):
        return None
    keys: set[str] = set()
    for way in ways:
        agreed = way.request.agreed - before.agreed
        keys |= way.request.settled.keys() - before.settled.keys()
        keys |= {each.removeprefix(WITHOUT) for each in agreed if each.startswith(WITHOUT)}
    if len(keys) != 1:
        return None
    [key], first = keys, ways[0].request
    settled = {one: value for one, value in first.settled.items() if one != key}
    return key, replace(first, settled=settled, agreed=first.agreed - {f"{WITHOUT}{key}"})


def _value_of(text: str, key: str, task: Task, known: Known, today: date) -> Value | None:
    """Return the one value that words are, or each of their clauses is."""
    part = None if key == TARGET else FieldKey(key)
    fields = {field.key: field for field in task.fields}
    if part is not None and (part not in fields or takes_any_words(fields[part])):
        return None
    is_put_right = bool(amending_words(text))  # with a name that is an amendment: shown first
    names = (f.name.casefold() for f in task.fields if is_put_right or f.key != part)
    if any(stands_in(name, text.casefold()) for name in names):
        return None
    for clauses in ([text], _CLAUSES.split(text)):
        words = [without_leads(amending_words(each) or each) for each in clauses]
        said = [read_part(each, part, task, known, today) for each in words]
        if said[0] is not None and all(one == said[0] for one in said):
            return said[0]
    return None
