"""Raters: whose rating it is, what they rated before, and what others may be shown of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.assistant import show
from core.assistant.describe import sample_lesson
from core.assistant.recollection import Recalled
from core.assistant.request import Request, Unsure
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Field, FieldKind, Value, Values
from core.domain.identity import ExampleId, FieldKey, MemberId
from core.domain.member import Consent, Member
from core.domain.ratings import (
    FEWEST_VOTES,
    Means,
    Told,
    agreed,
    digest_of,
    item_of,
    means_from_json,
    means_name,
    means_to_json,
    told_anew,
    what_is_rated,
    without_rater,
)
from core.domain.task import Task, field_key
from core.errors import Conflict, NotAllowed
from core.ports.work import Work


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
    wanted = item_of(values, task)
    newest = recalled.newest.values() if wanted else ()
    said = agreed(e for e in newest if item_of(e.values, task) == wanted)
    keys = {field.key for field in task.typed_fields}
    sides = {key: value for key, value in said.items() if key in keys}
    return task.convert_values(sides) | dict(values)


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
    rated = (e for e in everything if e.counts and e.target is not None)
    count = sum(what_is_rated(e.values, task) == wanted for e in rated)
    told = (await tell_means(work, task, everything)).get(digest_of(wanted))
    if told is None:
        return Votes(count=count, mean=None)
    return Votes(count=count, mean=told.mean, mean_of=told.count)


async def tell_means(work: Work, task: Task, examples: Sequence[Example]) -> Means:
    """Return the means of all items after these examples, all of the task, and keep them."""
    name = means_name(task.id)
    before = means_from_json(await work.settings.get(task.community, name))
    means = told_anew(before, examples, task)
    if new := {digest for digest in means if digest not in before}:
        means = told_anew({**before, **await _of_old(work, task, new)}, examples, task)
    if means != before:
        await work.settings.put(task.community, name, means_to_json(means))
    return means


async def _of_old(work: Work, task: Task, digests: set[str]) -> dict[str, Told]:
    """Return means that were told when each had a setting of its own."""
    old = {d: await work.settings.get(task.community, f"mean {task.id} {d}") for d in digests}
    return dict(means_from_json(old))


def is_read_by_others(task: Task, request: Request) -> bool:
    """Return whether others would read a rating that the sender is shown.

    A rating may have been given where nobody else read it, so what shows one is told aside.
    """
    return task.rater is not None and request.sender.is_overheard


def shown_to_all(example: Example, task: Task, request: Request) -> str:
    """Return an example as a line, without its rating where others would read that."""
    locale = request.sender.locale
    if is_read_by_others(task, request):
        return f"#{example.number} {show.values_of(example.values, task, locale=locale)}".strip()
    return show.example_of(example, task, locale=locale)


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


async def nameless(work: Work, examples: Sequence[Example], task: Task) -> list[Example]:
    """Return ratings to export: those whose mean was told, and nothing that tells whose one is.

    As they were then: an item is left out while one of its ratings was changed since, so that two
    exports differ by no single rating.
    """
    means = means_from_json(await work.settings.get(task.community, means_name(task.id)))
    of_item: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        digest = digest_of(what_is_rated(example.values, task))
        if digest in means and example.counts and example.revision <= means[digest].revision:
            of_item[digest].append(example)
    whole = [same for digest, same in of_item.items() if len(same) == means[digest].count]
    bare = [
        replace(
            e,
            number=0,
            author=None,
            source=None,
            foretold=None,
            taught_at=task.created_at,
            values=without_rater(e.values, task),
        )
        for same in whole
        for e in same
    ]
    return sorted(bare, key=lambda e: (str(what_is_rated(e.values, task)), str(e.target)))


def too_few(recalled: Recalled, task: Task, locale: str) -> Unsure:
    """Return what to say where neither own ratings nor a told mean make an answer."""
    raters: dict[object, set[MemberId | ExampleId]] = defaultdict(set)
    for example in recalled.newest.values():
        raters[what_is_rated(example.values, task)].add(example.author or example.id)
    most = max(map(len, raters.values()), default=0)
    count = max(FEWEST_VOTES - most, 1)
    words = say("too few raters", locale=locale, count=count, task=task.name)
    how = say("first lesson", locale=locale, task=task.name, lesson=sample_lesson(task, locale))
    return Unsure(f"{words}\n{how}")
