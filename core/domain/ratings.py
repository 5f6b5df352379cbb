"""Ratings: what the answers to a member rest on, so that none tells another member's rating.

They rest on the member's own ratings and on the means that everybody is told. A mean is told from
so many raters on as hide one, rounded, and anew after as many changes. Whatever is computed from
these two alone tells no more than they do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import sqrt
from statistics import fmean
from types import MappingProxyType
from typing import TypeAlias

from core.domain.example import Example
from core.domain.fields import Value, Values, show_plain
from core.domain.identity import FieldKey, MemberId, TaskId
from core.domain.task import Task
from core.domain.text import name_key

FEWEST_VOTES = 3
"""Of fewer ratings neither the mean nor a row is told: who gave one could tell the other."""


SPREAD = 0.25
"""How far ratings of a thing lie from their mean, over the length of the scale: about one star of
1 to 5. Source: Harper and Konstan 2015, "The MovieLens Datasets" (standard deviation 1.0 to 1.1).
"""


GOLDEN = (sqrt(5) - 1) / 2
"""Its multiples fall evenly between whole numbers: no member's ratings all come out low."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The mean of an item's ratings as it was last told."""

    revision: int
    """The task's revision at that time."""
    mean: float
    """Rounded to tenths."""
    count: int
    """How many ratings it is of."""


Means: TypeAlias = Mapping[str, Told]
"""What was told of each item, by its digest."""
NO_MEANS: Means = MappingProxyType({})
"""Of a task that predicts no rating, or of which nothing was told yet."""


def means_name(task_id: TaskId) -> str:
    """Return the name of the setting that keeps a task's means."""
    return f"means {task_id}"


def means_to_json(means: Means) -> object:
    """Return means as a small JSON value."""
    return {digest: [one.revision, one.mean, one.count] for digest, one in means.items()}


def means_from_json(stored: object) -> Means:
    """Return the means of a JSON value; what is none of them is left out."""
    found = {}
    for digest, one in stored.items() if isinstance(stored, dict) else ():
        match one:
            case [int(revision), float(mean), int(count)]:
                found[str(digest)] = Told(revision=revision, mean=mean, count=count)
    return found


def without_rater(values: Values, task: Task) -> dict[FieldKey, Value]:
    """Return the values without who rates."""
    rater = task.rater
    return {key: value for key, value in values.items() if rater is None or key != rater.key}


def item_of(values: Values, task: Task) -> str:
    """Return the item that values name, as names are compared; empty where there is none."""
    item = task.item
    return name_key(show_plain(values[item.key])) if item and item.key in values else ""


def what_is_rated(values: Values, task: Task) -> object:
    """Return what two ratings of the same thing share: the item, or else all that is known."""
    return item_of(values, task) or tuple(sorted(without_rater(values, task).items(), key=str))


def digest_of(rated: object) -> str:
    """Return a digest that stands for a rated item or a question, so that no text is kept twice."""
    return sha256(repr(rated).encode()).hexdigest()[:16]


def agreed(examples: Iterable[Example]) -> dict[FieldKey, Value]:
    """Return the values on which all of these agree that have them."""
    said: dict[FieldKey, list[Value]] = defaultdict(list)
    for example in examples:
        for key, value in example.values.items():
            said[key].append(value)
    return {key: some[0] for key, some in said.items() if all(one == some[0] for one in some)}


def told_anew(means: Means, examples: Sequence[Example], task: Task) -> dict[str, Told]:
    """Return the means after these examples: a new one where enough members changed theirs.

    Args:
        means: as they were last told.
        examples: all of the task, also those that count no more, each with its newest revision.
        task: a task that predicts a rating.
    """
    newest = max((example.revision for example in examples), default=0)
    told = dict(means)
    for digest, same in _by_item(examples, task).items():
        before = told.get(digest)
        counting = [e for e in same if e.counts]
        changed = {e.author for e in same if before is None or e.revision > before.revision}
        raters = {e.author for e in counting}
        if min(len(changed), len(raters)) >= FEWEST_VOTES:
            ratings = [e.target for e in counting if isinstance(e.target, float)]
            mean = round(fmean(ratings), 1)
            told[digest] = Told(revision=newest, mean=mean, count=len(ratings))
    return told


def seen_by(
    member: MemberId | None, examples: Iterable[Example], means: Means, task: Task
) -> list[Example]:
    """Return what the answers to a member rest on, by ascending id.

    Their own ratings, and in place of those by others as many about the mean that was told of the
    item: as far from it as ratings commonly are, for the mean alone would look much too sure.

    Args:
        member: who rates, as the values of a question have it; None for whoever is not known.
        examples: the task's ratings that count.
        means: as they were last told.
        task: their task.
    """
    rater = task.rater
    found: list[Example] = []
    for digest, same in _by_item(examples, task).items():
        own = {e.id: e for e in same if rater and member and e.values.get(rater.key) == member}
        found += own.values()
        if told := means.get(digest):
            others = [e for e in same if e.id not in own]
            sides = without_rater(agreed(same), task)
            about = _about(told.mean, len(others), task)
            pairs = zip(sorted(others, key=lambda e: e.id * GOLDEN % 1), about, strict=True)
            found += [replace(e, author=None, values=sides, target=t) for e, t in pairs]
    return sorted(found, key=lambda e: e.id)


def _about(mean: float, count: int, task: Task) -> list[float]:
    """Return so many numbers of this mean, evenly about it, as far as the scale has room."""
    scale = task.target.scale
    ends = (scale.ratings[0], scale.ratings[-1]) if scale else (mean, mean)
    widest = SPREAD * (ends[1] - ends[0]) * sqrt(3)  # the half width of even numbers so far spread
    away = max(min(widest, mean - ends[0], ends[1] - mean), 0.0)
    return [mean + away * (2 * place + 1 - count) / count for place in range(count)]


def _by_item(examples: Iterable[Example], task: Task) -> Mapping[str, list[Example]]:
    """Return the examples of each item, by its digest; what was erased is of none."""
    by_item: dict[object, list[Example]] = defaultdict(list)
    for example in examples:
        if example.target is not None:
            by_item[what_is_rated(example.values, task)].append(example)
    return {digest_of(rated): same for rated, same in by_item.items()}
