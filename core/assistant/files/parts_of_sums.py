"""Columns of 0 and 1 that are counts: with those beside them they add up to another column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from core.assistant.files.columns import Typed
from core.assistant.files.number_texts import is_bare_number
from core.assistant.files.sheet import Row
from core.domain.fields import FieldKind

_MOST_PARTS: Final = 8
"""Columns of one sum."""
_LOOKED_AT: Final = 100
"""Rows with a 1, which must all add up."""
_FEWEST: Final = 2
"""Rows: one adds up by chance."""


def counts_in_sums(rows: Sequence[Row], typed: Mapping[str, Typed]) -> dict[str, Typed]:
    """Return the kinds; yes/no is a number where it is a part of a sum: Male, Female, Other."""
    names = list(typed)
    return {
        name: replace(one, kind=FieldKind.NUMBER)
        if one.kind is FieldKind.YES_NO and _is_part(name, names, rows, typed)
        else one
        for name, one in typed.items()
    }


def _is_part(
    name: str, names: Sequence[str], rows: Sequence[Row], typed: Mapping[str, Typed]
) -> bool:
    """Return whether a column and the numbers beside it add up to the next number after them."""
    ones = list(islice((row for row in rows if row.cells.get(name) in ("1", "1.0")), _LOOKED_AT))
    if len(ones) < _FEWEST:
        return False
    return any(
        all(_adds_up(row, parts, total) for row in ones)
        for parts, total in _sums(names.index(name), names, typed)
    )


def _sums(
    at: int, names: Sequence[str], typed: Mapping[str, Typed]
) -> Iterator[tuple[Sequence[str], str]]:
    """Yield what columns around this one may be the parts of a sum, and the column of the sum."""
    first = last = at
    while first > 0 and _is_count(typed[names[first - 1]]) and at - first < _MOST_PARTS:
        first -= 1
    while last + 1 < len(names) and _is_count(typed[names[last + 1]]) and last - at < _MOST_PARTS:
        last += 1
    for total in range(at + 1, last + 1):
        for start in range(first, at + 1):
            parts = [typed[part] for part in names[start:total]]
            if any(part.kind is FieldKind.NUMBER for part in parts):
                yield names[start:total], names[total]


def _is_count(typed: Typed) -> bool:
    return typed.kind in (FieldKind.NUMBER, FieldKind.YES_NO)


def _adds_up(row: Row, parts: Sequence[str], total: str) -> bool:
    cells = [row.cells.get(name, "") for name in (*parts, total)]
    if not all(map(is_bare_number, cells)):
        return False
    *numbers, wanted = map(float, cells)
    return sum(numbers) == wanted
