"""Contradictions: what lessons of the same question say beside a new one."""

import statistics
from dataclasses import dataclass

from core.assistant import show
from core.assistant.recollection import Recalled
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.task import Task, Truth

RECURS_FROM = 3
"""A question that a member taught as often has several outcomes by nature: rain or not."""
_NEAR = 0.25
"""Two measurements of the same thing may differ by this share of the larger one."""
_NEAR_SPREADS = 0.5
"""And by this share of the robust spread of all truths."""
_FEWEST = 5
"""Of fewer truths the spread says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What other lessons say of the question that was just taught."""

    repeats: int | None = None
    """The number of a lesson by the same member that says the same."""
    differs: int | None = None
    """The number of another member's lesson that says otherwise."""
    own: tuple[Example, ...] = ()
    """The member's own lessons that say otherwise."""

    @property
    def otherwise(self) -> tuple[int, ...]:
        """The numbers of the member's own lessons that say otherwise."""
        return tuple(example.number for example in self.own)

    def words(self, task: Task, locale: str) -> list[str]:
        """Return a line for each lesson that is to be told of."""
        lines = []
        if self.repeats:
            lines.append(say("repeats", locale=locale, number=self.repeats))
        for example in self.own:
            said = show.truth(example.target or 0.0, task.target, locale=locale)
            number = example.number
            lines.append(say("says otherwise", locale=locale, number=number, truth=said))
        if self.differs:
            lines.append(say("differs", locale=locale, number=self.differs))
        return lines


NOTHING_BESIDE = Compared()


def compared(example: Example, recalled: Recalled) -> Compared:
    """Return what the newest other lessons say of the same question."""
    if not example.values:
        return NOTHING_BESIDE
    everything = recalled.newest.values()
    same = [e for e in everything if e.id != example.id and e.values == example.values]
    mine = [e for e in same if e.author == example.author]
    repeats = [e for e in mine if e.target == example.target]
    others = [e for e in same if e.author != example.author and e.target != example.target]
    own = [e for e in mine if _is_otherwise(e.target, example.target, recalled)]
    return Compared(
        repeats=repeats[0].number if repeats else None,
        differs=others[0].number if others else None,
        own=tuple(own) if len(mine) < RECURS_FROM else (),
    )


def _is_otherwise(before: Truth | None, now: Truth | None, recalled: Recalled) -> bool:
    """Return whether two truths contradict: other labels, or numbers clearly apart."""
    if not isinstance(before, float) or not isinstance(now, float):
        return before is not None and before != now
    truths = recalled.known.targets
    near = _NEAR * max(abs(before), abs(now))
    if len(truths) >= _FEWEST:
        middle = statistics.median(truths)
        spread = 1.4826 * statistics.median(abs(t - middle) for t in truths)
        near = max(near, _NEAR_SPREADS * spread)
    return abs(before - now) > near
