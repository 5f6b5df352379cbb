"""Doubts: what of a lesson is nothing like what was seen, and what it likely should be."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from core.assistant.plausible import MIN_HISTORY, History
from core.assistant.priors import prior_of
from core.assistant.reading import Known
from core.assistant.recollection import Recalled
from core.assistant.request import TARGET, Ports
from core.domain.fields import FieldKind, Values
from core.domain.identity import FieldKey
from core.domain.task import UNNAMED, Task, Truth
from core.ports.work import Work

MAX_TASKS = 20
"""Other tasks of the community that are looked at for numbers of the same name and unit."""
_Quantity: TypeAlias = tuple[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Which numbers of a lesson are nothing like what was seen."""

    fields: tuple[FieldKey, ...] = ()
    is_target: bool = False
    meant: float | None = None
    """What an odd target likely should be."""

    def __bool__(self) -> bool:
        """Return whether anything is odd."""
        return self.is_target or bool(self.fields)


async def doubt_of(
    ports: Ports, task: Task, recalled: Recalled, values: Values, truth: Truth
) -> Doubt:
    """Return what of a lesson is odd beside the task's numbers, and others of the same name."""
    known = recalled.known
    related: Mapping[str, Sequence[float]] = {}
    if any(len(seen) < MIN_HISTORY for _, seen in _seen(task, known, values)):
        async with ports.open_work() as work:
            related = await _related(ports, work, task)
    fields = tuple(
        field.key
        for field in task.fields
        if isinstance(value := values.get(field.key), float)
        and History(
            known.numbers.get(field.key, ()),
            prior=prior_of(field.name, field.unit),
            related=related.get(field.key, ()),
        ).is_far_outside(value)
    )
    if not isinstance(truth, float) or task.target.scale:
        return Doubt(fields=fields)
    targets = History(
        known.targets,
        prior=prior_of(task.target.name, task.target.unit),
        related=related.get(TARGET, ()),
    )
    if not targets.is_far_outside(truth):
        return Doubt(fields=fields)
    return Doubt(fields=fields, is_target=True, meant=targets.likely_meant(truth))


def _seen(task: Task, known: Known, values: Values) -> list[tuple[str, Sequence[float]]]:
    """Return the numbers seen of the target and of each number field that has a value."""
    given = [
        (str(f.key), known.numbers.get(f.key, ()))
        for f in task.fields
        if f.kind is FieldKind.NUMBER and f.key in values
    ]
    return [*given, (TARGET, known.targets)] if task.target.kind.is_number else list(given)


async def _related(ports: Ports, work: Work, task: Task) -> Mapping[str, Sequence[float]]:
    """Return what the community's other tasks have seen under the same names and units."""
    wanted = _quantities(task)
    names = set(wanted.values())
    found: dict[_Quantity, list[float]] = defaultdict(list)
    tasks = [t for t in await work.tasks.all(task.community) if t.id != task.id]
    for other in tasks[:MAX_TASKS]:
        shared = {k: q for k, q in _quantities(other).items() if q in names}
        if not shared:
            continue
        known = (await ports.recollection.of(work, other)).known
        for key, quantity in shared.items():
            seen = known.targets if key == TARGET else known.numbers.get(FieldKey(key), ())
            found[quantity] += seen
    return {key: found[quantity] for key, quantity in wanted.items() if quantity in found}


def _quantities(task: Task) -> dict[str, _Quantity]:
    """Return what each number of a task that has a unit is called and measured in."""
    named: dict[str, _Quantity] = {
        str(f.key): (f.name.casefold(), f.unit) for f in task.fields if f.unit
    }
    if task.target.unit and task.target.name != UNNAMED:
        named[TARGET] = (task.target.name.casefold(), task.target.unit)
    return named
