"""Raters: whose rating it is, what they rated before, and what others may be shown of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from statistics import fmean

from core.assistant.recollection import Recalled
from core.assistant.request import Request
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Field, FieldKind, Value, Values, show_plain
from core.domain.identity import FieldKey
from core.domain.member import Consent, Member
from core.domain.task import Task, field_key
from core.domain.text import name_key
from core.errors import Conflict, NotAllowed
from core.ports.work import Work

FEWEST_VOTES = 3
"""Of fewer ratings neither the mean nor a row is shown: who gave one could tell the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """What all members together think of an item."""

    count: int
    mean: float | None
    """The mean as it was last shown; None where there are too few to hide one."""
    mean_of: int = 0
    """How many ratings that mean is of."""


def with_rater(fields: tuple[Field, ...], locale: str) -> tuple[Field, ...]:
    """Return a rating task's fields with one more, that holds who rates."""
    taken = {field.name.casefold() for field in fields}
    wanted = say("rater", locale=locale)
    names = [wanted, *(f"{wanted} {number}" for number in range(2, len(fields) + 3))]
    name = next(name for name in names if name.casefold() not in taken)
    key = field_key(len(fields) + 1)
    return (*fields, Field(key=key, name=name, kind=FieldKind.MEMBER))


def without_rater(values: Values, task: Task) -> dict[FieldKey, Value]:
    """Return the values without who rates."""
    rater = task.rater
    return {key: value for key, value in values.items() if rater is None or key != rater.key}


def rated_by(values: Values, task: Task, request: Request) -> dict[FieldKey, Value]:
    """Return the values with the sender as who rates, where the task asks for it."""
    bare = without_rater(values, task)
    return bare | {task.rater.key: request.sender.member} if task.rater else bare


def asked_by(asker: Member | None, values: Values, task: Task, request: Request) -> Values:
    """Return the values with the sender as who would rate, if they agreed to be known."""
    has_agreed = asker is not None and asker.consent is Consent.AGREED
    return rated_by(values, task, request) if has_agreed else without_rater(values, task)


def with_sides(values: Values, task: Task, recalled: Recalled) -> dict[FieldKey, Value]:
    """Return the values with what all lessons of the same item agree on, where it is not given."""
    same = [e for e in recalled.newest.values() if _item_of(e.values, task)]
    wanted = _item_of(values, task)
    said: dict[FieldKey, list[Value]] = defaultdict(list)
    for example in same if wanted else ():
        if _item_of(example.values, task) == wanted:
            for key, value in example.values.items():
                said[key].append(value)
    keys = {field.key for field in task.typed_fields}
    agreed = {k: v[0] for k, v in said.items() if k in keys and all(one == v[0] for one in v)}
    return task.convert_values(agreed) | dict(values)


async def own_rating(work: Work, values: Values, task: Task, request: Request) -> Example | None:
    """Return the sender's rating of the same item, which a new one replaces."""
    sender = request.sender
    mine = await work.examples.of_author(sender.community, sender.member)
    return newest_of_item(mine, task).get(what_is_rated(values, task))


def newest_of_item(examples: Sequence[Example], task: Task) -> Mapping[object, Example]:
    """Return the newest example of each item among these of the task that stand."""
    standing = (e for e in examples if e.task_id == task.id and e.stands)
    return {what_is_rated(e.values, task): e for e in sorted(standing, key=lambda e: e.number)}


async def require_single(
    work: Work, examples: Sequence[Example], task: Task, request: Request
) -> None:
    """Return where none of these is a second rating by its member of what it rates.

    Raises:
        Conflict: one is.
    """
    authors = {e.author for e in examples if e.author and e.stands}
    for author in authors if task.rater else ():
        by_item: dict[object, Example] = {}
        for example in await work.examples.of_author(task.community, author):
            if example.task_id != task.id or not example.stands:
                continue
            other = by_item.setdefault(what_is_rated(example.values, task), example)
            if other is not example and (pair := {e.id for e in examples} & {other.id, example.id}):
                number = (example if other.id in pair else other).number
                raise Conflict(say("rated since", locale=request.sender.locale, number=number))


def what_is_rated(values: Values, task: Task) -> object:
    """Return what two ratings of the same thing share: the item, or else all that is known."""
    return _item_of(values, task) or tuple(sorted(without_rater(values, task).items(), key=str))


def _item_of(values: Values, task: Task) -> str:
    item = task.item
    return name_key(show_plain(values[item.key])) if item and item.key in values else ""


async def forget_rater(work: Work, examples: Sequence[Example], task: Task) -> None:
    """Let a member's ratings count without telling the model any more whose they are."""
    for example in examples if task.rater else ():
        bare = without_rater(example.values, task)
        if example.task_id == task.id and example.target is not None and bare != example.values:
            await work.examples.edit(example.id, values=bare, target=example.target)


async def votes_of(work: Work, values: Values, task: Task) -> Votes:
    """Return how many members rated the item, and their mean where it tells nobody's rating.

    The mean stays as it was last shown until as many members as hide one have rated anew, changed
    their rating or taken it back: the difference of two means then hides one too.
    """
    wanted = what_is_rated(values, task)
    everything = await work.examples.changed_since(task.id, 0)
    same = [e for e in everything if e.target is not None and _is_of(e, wanted, task)]
    counting = [e for e in same if e.counts]
    ratings = [e.target for e in counting if isinstance(e.target, float)]
    name = f"mean {task.id} {sha256(repr(wanted).encode()).hexdigest()[:16]}"
    match await work.settings.get(task.community, name):
        case [int(revision), float(mean), int(count)]:
            shown = Votes(count=len(ratings), mean=mean, mean_of=count)
        case _:
            revision, shown = 0, Votes(count=len(ratings), mean=None)
    changed = {e.author for e in same if e.revision > revision}
    raters = {e.author for e in counting}
    if min(len(changed), len(raters)) < FEWEST_VOTES:
        return shown
    mean = round(fmean(ratings), 1)
    newest = max(e.revision for e in everything)
    await work.settings.put(task.community, name, [newest, mean, len(ratings)])
    return Votes(count=len(ratings), mean=mean, mean_of=len(ratings))


def _is_of(example: Example, wanted: object, task: Task) -> bool:
    return what_is_rated(example.values, task) == wanted


def showable(examples: Sequence[Example], task: Task, request: Request) -> list[Example]:
    """Return the examples whose truth the sender may see: in a rating task, their own."""
    mine = request.sender.member
    return [e for e in examples if task.rater is None or e.author == mine]


def require_showable(example: Example, task: Task, request: Request) -> None:
    """Return where the sender may see the example's truth.

    Raises:
        NotAllowed: it is another member's rating.
    """
    if not showable([example], task, request):
        raise NotAllowed(say("rating hidden", locale=request.sender.locale, number=example.number))


def nameless(examples: Sequence[Example], task: Task) -> list[Example]:
    """Return ratings to export: of items with enough of them, and none that tells whose it is."""
    raters: dict[object, set[object]] = defaultdict(set)
    for example in examples:
        raters[what_is_rated(example.values, task)].add(example.author or example.id)
    kept = [e for e in examples if len(raters[what_is_rated(e.values, task)]) >= FEWEST_VOTES]
    bare = [
        replace(
            e,
            number=0,
            author=None,
            source=None,
            taught_at=task.created_at,
            values=without_rater(e.values, task),
        )
        for e in kept
    ]
    return sorted(bare, key=lambda e: (str(what_is_rated(e.values, task)), str(e.target)))
