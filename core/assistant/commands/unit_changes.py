"""A changed unit: whether what was taught is converted, or only the unit's name is another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.assistant import show
from core.assistant.reading.units import AS_IS, Conversion, conversion, own_measures
from core.assistant.request import AskFirst, Request, Unsure, Way
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus, Foretold
from core.domain.fields import Field, FieldKind, Value
from core.domain.identity import FieldKey
from core.domain.task import Task, Truth
from core.ports.work import Work

MOST_CONVERTED = 2_000
"""How many examples are converted at most, all in one unit of work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """Numbers of a task that are to be in another unit: a field's, or the target's."""

    key: FieldKey | None
    """None for the target."""
    before: str | None
    after: str | None

    @property
    def conversion(self) -> Conversion | None:
        """What a number is converted by to say the same; None where the units measure not alike.

        Where a sign stands for several currencies, either may be meant by both units.
        """
        if not self.before or not self.after:
            return None
        old, new = own_measures(self.before), own_measures(self.after)
        found = [way for o in old for n in new if (way := conversion(o, n))]
        return found[0] if found else None

    def number_of(self, example: Example) -> Truth | Value | None:
        """Return the number of an example that the unit is of."""
        return example.target if self.key is None else example.values.get(self.key)


def unit_change(task: Task, changed: Task, locale: str) -> UnitChange | None:
    """Return which unit a changed task has otherwise; None where all are as they were.

    Raises:
        Unsure: there are two, of which each would have to be asked about.
    """
    found: list[UnitChange] = []
    if task.target.kind.is_number and task.target.unit != changed.target.unit:
        found.append(UnitChange(key=None, before=task.target.unit, after=changed.target.unit))
    now = {field.key: field for field in changed.fields}
    for field in task.fields:
        new = now.get(field.key)
        if new and _are_numbers(field, new) and field.unit != new.unit:
            found.append(UnitChange(key=field.key, before=field.unit, after=new.unit))
    if len(found) > 1:
        raise Unsure(say("one unit at a time", locale=locale))
    return found[0] if found else None


def _are_numbers(*fields: Field) -> bool:
    return all(field.kind is FieldKind.NUMBER for field in fields)


async def ask_to_convert(work: Work, task: Task, change: UnitChange, request: Request) -> None:
    """Ask what becomes of what was taught: converted, where the units measure the same, or not.

    Raises:
        AskFirst: the member has not said so yet.
    """
    locale, way = request.sender.locale, change.conversion
    taught = await _taught(work, task, change)
    if way == AS_IS or not taught or request.agreed & {"convert", "keep numbers"}:
        return
    number = float(str(change.number_of(taught[0])))
    old = show.value_of(number, change.before, locale=locale)
    kept = show.value_of(number, change.after, locale=locale)
    before, after = (
        unit or say("no unit", locale=locale) for unit in (change.before, change.after)
    )
    keep = Way(
        label=say("only the unit", locale=locale),
        request=request.about(task.name).agree("keep numbers"),
        is_yes=way is None,
    )
    renamed = say("if renamed", locale=locale, old=old, new=kept)
    if way is None:
        title = say("rename the unit", locale=locale, count=len(taught), before=before, after=after)
        raise AskFirst(title, renamed, ways=(keep,))
    new = show.value_of(way.of(number), change.after, locale=locale)
    convert = Way(
        label=say("convert them", locale=locale, count=len(taught)),
        request=request.about(task.name).agree("convert"),
    )
    can_convert = len(taught) <= MOST_CONVERTED
    first = say("if converted", locale=locale, old=old, new=new)
    if not can_convert:
        first = say("too many to convert", locale=locale, limit=MOST_CONVERTED)
    title = say("convert the taught", locale=locale, before=before, after=after)
    raise AskFirst(title, first, renamed, ways=(convert, keep) if can_convert else (keep,))


async def _taught(work: Work, task: Task, change: UnitChange) -> Sequence[Example]:
    """Return the examples that have a number in the unit."""
    found = await work.examples.changed_since(task.id, 0)
    whole = [each for each in found if each.status is not ExampleStatus.ERASED]
    return [each for each in whole if isinstance(change.number_of(each), float)]


async def convert(work: Work, task: Task, changed: Task, change: UnitChange) -> Task:
    """Convert what was taught, and return the task as it is then.

    A field's numbers get a new key: those of earlier questions are in the old unit, so that an
    answer corrected later must not bring them back.
    """
    way = change.conversion or AS_IS
    after, key = _with_new_key(changed, change.key)
    for example in await _taught(work, task, change):
        number = way.of(float(str(change.number_of(example))))
        values, target = dict(example.values), example.target
        if change.key is None or key is None:
            target = after.target.check(number)
        else:
            values[key] = number
            del values[change.key]
        if target is not None:
            await work.examples.edit(example.id, values=values, target=target)
        if change.key is None and example.foretold is not None:
            await work.examples.set_foretold(example.id, _converted(example.foretold, way))
    return after


def _with_new_key(task: Task, key: FieldKey | None) -> tuple[Task, FieldKey | None]:
    """Return the task with a field under a new key, where it was, and that key."""
    if key is None:
        return task, None
    old = task.field(key)
    more = task.without_field(key).with_field(old.name, old.kind, unit=old.unit)
    new = more.fields[-1]
    fields = tuple(new if field.key == key else field for field in task.fields)
    return replace(more, fields=fields), new.key


def _converted(foretold: Foretold, way: Conversion) -> Foretold:
    """Return what was foretold in the new unit."""

    def of(number: Truth | None) -> float | None:
        return None if number is None else way.of(float(number))

    return replace(
        foretold,
        answer=of(foretold.answer) or 0.0,
        naive=of(foretold.naive) or 0.0,
        low=of(foretold.low),
        high=of(foretold.high),
    )


async def reads_now(
    work: Work, task: Task, change: UnitChange, request: Request
) -> tuple[str, ...]:
    """Return what a taught number reads after its unit alone was changed."""
    taught = await _taught(work, task, change)
    if not taught:
        return ()
    number, locale = float(str(change.number_of(taught[0]))), request.sender.locale
    old = show.value_of(number, change.before, locale=locale)
    new = show.value_of(number, change.after, locale=locale)
    return (say("reads now", locale=locale, number=taught[0].number, old=old, new=new),)
