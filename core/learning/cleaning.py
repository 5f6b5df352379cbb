"""What counts: every lesson, but an exact copy once, and one that has faded not at all.

Lessons are observations, and equal ones are repeats: rain and "cancelled" eighteen times is
eighteen observations, whoever taught them. Only where two lessons can hardly agree by chance (long
texts, many digits) is one a copy of the other, and both are one observation.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

from core.domain.copies import copy_of
from core.domain.example import Example
from core.domain.identity import ExampleId
from core.domain.task import Task

Key: TypeAlias = bytes
"""Of what makes a lesson, a digest: the whole would take kilobytes for each."""


def lesson_key(task: Task, example: Example) -> Key:
    """Return what copies of a lesson share; any other lesson is like no other."""
    copied = copy_of(task, example)
    whole = repr(example.id if copied is None else copied)
    return blake2b(whole.encode(errors="surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Which examples stopped counting and which began to, by a change; an edit does both."""

    gone: tuple[ExampleId, ...]
    came: tuple[ExampleId, ...]


class Counting:
    """Keeps which examples count: of those that are copies, the one with the lowest id.

    Those with a lower id than ``since`` have faded: they do not count, whatever they share.
    """

    def __init__(self) -> None:
        self._since = 0
        self._keys: dict[ExampleId, Key] = {}
        self._alike: dict[Key, set[ExampleId]] = {}

    @property
    def duplicates(self) -> int:
        """How many examples are copies of another."""
        return len(self._keys) - len(self._alike)

    @property
    def faded(self) -> int:
        """How many examples have faded, repetitions aside."""
        return sum(max(ids) < self._since for ids in self._alike.values())

    def change(
        self, *, put: Sequence[tuple[ExampleId, Key]], drop: Collection[ExampleId]
    ) -> Change:
        """Add examples (a known one is replaced), drop others; return what that changes."""
        replaced = {example for example, _ in put}
        touched = [self._keys[x] for x in {*drop, *replaced} if x in self._keys]
        touched += [key for _, key in put]
        before = self._leaders(touched)
        for example in {*drop, *replaced}:
            self._remove(example)
        for example, key in put:
            self._remove(example)
            self._keys[example] = key
            self._alike.setdefault(key, set()).add(example)
        after = self._leaders(touched)
        return Change(
            gone=tuple(sorted(x for x in before if x not in after or x in replaced)),
            came=tuple(sorted(x for x in after if x not in before or x in replaced)),
        )

    def counted(self) -> set[ExampleId]:
        """Return all that count."""
        return self._leaders(self._alike)

    def since(self, since: ExampleId | None) -> "Counting":
        """Return what counts of the same examples where others have faded."""
        other = self.copy()
        other._since = since or 0
        return other

    def copy(self) -> "Counting":
        """Return an independent copy."""
        other = Counting()
        other._since = self._since
        other._keys = dict(self._keys)
        other._alike = {key: set(ids) for key, ids in self._alike.items()}
        return other

    def _leaders(self, keys: Iterable[Key]) -> set[ExampleId]:
        alike = (self._alike[key] for key in keys if key in self._alike)
        unfaded = ([one for one in ids if one >= self._since] for ids in alike)
        return {min(ids) for ids in unfaded if ids}

    def _remove(self, example: ExampleId) -> None:
        key = self._keys.pop(example, None)
        if key is None:
            return
        self._alike[key].discard(example)
        if not self._alike[key]:
            del self._alike[key]
