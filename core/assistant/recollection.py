"""Recollection: what a task's newest examples tell, followed along with the store."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.assistant.reading import Known
from core.domain.example import Example, ExampleStatus
from core.domain.fields import NAMED_KINDS, FieldKind
from core.domain.identity import ExampleId, TaskId
from core.domain.task import Task
from core.ports.work import Work

NEWEST = 500
"""How many of the newest examples tell what a task has seen."""
MAX_TASKS = 64
"""How many tasks are kept in mind; another is read anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """A task's newest examples that count, and what they tell of its fields and target."""

    task: Task
    revision: int
    newest: Mapping[ExampleId, Example]
    known: Known


class Recollection:
    """Keeps what was recalled, and reads only what has changed since."""

    def __init__(self) -> None:
        self._recalled: OrderedDict[TaskId, Recalled] = OrderedDict()

    async def of(self, work: Work, task: Task) -> Recalled:
        """Return what the task's newest examples tell, as this unit of work sees them."""
        before = self._recalled.get(task.id)
        if before is None or before.task != task:
            # The revision comes first: what changes in between is then read twice, never missed.
            revision = await work.examples.revision(task.id)
            page = await work.examples.page(task.id, limit=NEWEST, status=ExampleStatus.ACTIVE)
            newest = {e.id: e for e in sorted(page, key=lambda e: e.number)}
            recalled = _recalled(task, revision, newest)
        else:
            recalled = _updated(before, await work.examples.changed_since(task.id, before.revision))
        self._keep(recalled)
        return recalled

    def _keep(self, recalled: Recalled) -> None:
        self._recalled[recalled.task.id] = recalled
        self._recalled.move_to_end(recalled.task.id)
        while len(self._recalled) > MAX_TASKS:
            self._recalled.popitem(last=False)


def _updated(before: Recalled, changed: Sequence[Example]) -> Recalled:
    """Return what is recalled once these examples are taught, changed or gone."""
    if not changed:
        return before
    newest = dict(before.newest)
    for example in changed:
        newest.pop(example.id, None)
        if example.counts:
            newest[example.id] = example
    kept = sorted(newest.values(), key=lambda e: e.number)[-NEWEST:]
    return _recalled(before.task, changed[-1].revision, {e.id: e for e in kept})


def _recalled(task: Task, revision: int, newest: Mapping[ExampleId, Example]) -> Recalled:
    known = known_from(task, tuple(newest.values()))
    return Recalled(task=task, revision=revision, newest=newest, known=known)


def known_from(task: Task, examples: Sequence[Example]) -> Known:
    """Return the categories, numbers and targets that these examples hold."""
    categories = {}
    numbers = {}
    for field in task.fields:
        values = (e.values[field.key] for e in examples if field.key in e.values)
        if field.kind in NAMED_KINDS:
            converted = (field.convert(value) for value in dict.fromkeys(values))
            seen = (*field.options, *(v for v in converted if isinstance(v, str)))
            categories[field.key] = tuple(dict.fromkeys(seen))
        elif field.kind is FieldKind.NUMBER:
            # Numbers are stored as the field checked them; only what is of another kind is not.
            read = (v if isinstance(v, float) else field.convert(v) for v in values)
            numbers[field.key] = tuple(v for v in read if isinstance(v, float))
    truths = [e.target for e in examples]
    if task.target.kind.is_number:
        targets = tuple(t for t in truths if isinstance(t, float))
        return Known(categories=categories, numbers=numbers, targets=targets)
    labels = (*task.target.labels, *(t for t in truths if isinstance(t, str)))
    return Known(categories=categories, numbers=numbers, labels=tuple(dict.fromkeys(labels)))
