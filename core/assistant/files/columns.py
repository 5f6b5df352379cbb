"""Columns: a heading with its counted cells, and the kind that it was found to be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.assistant.files.cells import Writing
from core.domain.fields import FieldKind

PEEK: Final = 400
"""Different cells that are looked at to tell a column's kind."""
TOLD: Final = 10
"""Rows: in fewer a value is the same in each, or different in each, by chance."""
SURE: Final = 20
"""Of fewer rows nothing can be told from each cell being different, or from 0 and 1."""
MOSTLY: Final = 0.9
"""A column is of the kind that this share of its cells is; the rows of the others are bad."""
_FEW: Final = 5
ALL_DIFFERENT: Final = 0.8
NEARLY_ALL: Final = 0.95

NO_HABITS: Final = Writing()
"""Of a column that is written as programs write."""


def are_most(fitting: int, total: int) -> bool:
    """Return whether a column is of the kind that so many of its cells are; one may be wrong."""
    return fitting >= MOSTLY * total or (total >= _FEW and total - fitting <= 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A column's kind, its unit, how it is written, and why it is better left out, if it is."""

    kind: FieldKind
    unit: str | None = None
    writing: Writing = NO_HABITS
    left_out: str = ""
    """The key of the reason; empty for what is learned from."""
    placeholders: tuple[str, ...] = ()
    """Words among numbers that were taken as missing."""
    is_size_guessed: bool = False
    """Whether nothing tells if its ``5:30`` is minutes and seconds, or hours and minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's heading and its cells, counted."""

    heading: str
    counts: Counter[str]
    in_order: Sequence[str] = ()
    """The first cells, as they stand."""
    rows: int = 0
    """How many rows the file has, those without a cell in this column too."""

    def without(self, missing: frozenset[str]) -> Counter[str]:
        """Return the cells that hold something."""
        if not missing:
            return self.counts
        return Counter({c: n for c, n in self.counts.items() if c.casefold() not in missing})


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What the file's columns tell of one another."""

    today: date
    has_commas: bool = False
    are_points_said: bool = False
    """Whether the member said if points are decimal or for thousands."""
    missing: frozenset[str] = frozenset()
    is_day_first: bool | None = None
    is_order_said: bool = False
    """Whether the member said the order of day and month."""
