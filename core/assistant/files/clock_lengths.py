"""Times in two parts, ``5:30``: hours and minutes, or minutes and seconds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Final

from core.assistant.files.column_names import names_time_of_day
from core.assistant.files.columns import Column, Typed
from core.assistant.files.number_texts import is_bare_number
from core.assistant.files.sheet import Row
from core.domain.fields import FieldKind

_TWO_PARTS: Final = re.compile(r"(\d{1,3}):(\d\d)")
_MOMENT: Final = re.compile(r"(?:^|[T ])(\d{1,2}):(\d\d)(?!\d)")
_HOURS: Final = re.compile(
    r"(?<![^\W_])(?:h|hh?:mm|hrs?|hours?|std|stunden?|heures?|horas?|ore|godzin)(?![^\W_])"
    r"|小时|时分",
    re.IGNORECASE,
)
_MINUTES: Final = re.compile(
    r"(?<![^\W_])(?:mm?:ss|min|mins|minutes?|minuten|minutos?|minuti|minut)(?![^\W_])|分钟|分秒",
    re.IGNORECASE,
)
_SECONDS: Final = re.compile(
    r"(?<![^\W_])(?:s|secs?|seconds?|sekunden?|secondes?|segundos?|secondi)(?![^\W_])|秒",
    re.IGNORECASE,
)
_FEWEST: Final = 5
"""Rows: fewer agree by chance."""
_AGREE: Final = 0.9
_APART: Final = 120
"""Minutes: a break between a beginning and an end is no longer."""
_HALF_DAY, _DAY = 720, 1440
"""Minutes."""
_ROUND: Final = 5
"""Minutes: people name times of the day by such steps; results are no multiples of it."""
_MOST: Final = 6
"""Columns whose times are compared with one another."""

Parts = Mapping[int, tuple[int, int]]
"""What stands before and behind the colon, by row."""


def says_hours(heading: str) -> bool | None:
    """Return whether a heading says hours, or minutes; None where it says neither or both."""
    has_hours, has_minutes = bool(_HOURS.search(heading)), bool(_MINUTES.search(heading))
    return has_hours if has_hours != has_minutes else None


def two_parts(cell: str) -> tuple[int, int] | None:
    """Return what stands before and behind the only colon of a time: 5 and 30 of ``5:30``."""
    found = _TWO_PARTS.fullmatch(cell.strip())
    return (int(found[1]), int(found[2])) if found else None


def sized_by_others(
    rows: Sequence[Row], columns: Mapping[str, Column], typed: Mapping[str, Typed]
) -> dict[str, Typed]:
    """Return the kinds; what ``5:30`` is in a column is told by others of the same rows.

    So do the same lengths in another unit, and a beginning and an end so far apart. Else it is
    minutes and seconds beside a column of times that must be.
    """
    sized = dict(typed)
    unsure = [name for name, one in typed.items() if one.is_size_guessed]
    for name in unsure:
        cells = [row.cells.get(name, "") for row in rows]
        parts = {at: two for at, cell in enumerate(cells) if (two := two_parts(cell))}
        is_minutes = _like_another(rows, parts, name, typed)
        if is_minutes is None:
            is_minutes = _between_others(rows, parts, name, typed)
        if is_minutes is not None:
            sized[name] = _sized(typed[name], is_minutes=is_minutes)
    is_any_long = any(
        one.writing.is_clock and one.writing.is_minutes and not one.is_size_guessed
        for one in sized.values()
    )
    return {
        name: _sized(one, is_minutes=True)
        if is_any_long and one.is_size_guessed and _may_be_long(columns[name])
        else one
        for name, one in sized.items()
    }


def _sized(typed: Typed, *, is_minutes: bool) -> Typed:
    writing = replace(typed.writing, is_minutes=is_minutes)
    unit = "min" if is_minutes else "h"
    return replace(typed, unit=unit, writing=writing, is_size_guessed=False)


def _may_be_long(column: Column) -> bool:
    """Return whether times in two parts may be minutes and seconds, by heading and cells."""
    found = [two_parts(cell) for cell in column.counts]
    seconds = [two[1] for two in found if two]
    is_exact = any(second % _ROUND for second in seconds)
    return is_exact and 2 * len(seconds) > len(found) and not names_time_of_day(column.heading)


def _like_another(
    rows: Sequence[Row], parts: Parts, name: str, typed: Mapping[str, Typed]
) -> bool | None:
    """Return whether a column of numbers says that the times are minutes; None if none does."""
    for other, one in typed.items():
        if other == name or one.kind is not FieldKind.NUMBER or one.writing.is_clock:
            continue
        found = {at: rows[at].cells.get(other, "").replace(",", ".") for at in parts}
        plain = {at: float(cell) for at, cell in found.items() if is_bare_number(cell)}

        if _are_sums(plain, parts, (3600, 60), off=59):
            return False
        in_hours = says_hours(f"{other} {one.unit or ''}")
        if _are_sums(plain, parts, (60, 1), off=1) and (
            in_hours is not None or _SECONDS.search(other)
        ):
            return in_hours is None
        if _are_sums(plain, parts, (1, 1 / 60), off=0.02) and in_hours is not None:
            return not in_hours
    return None


def _are_sums(
    plain: Mapping[int, float], parts: Parts, sizes: tuple[float, float], *, off: float
) -> bool:
    """Return whether numbers are times of which each part has such a size."""
    first, last = sizes
    return _agree(
        [
            abs(number - first * parts[at][0] - last * parts[at][1]) <= off
            for at, number in plain.items()
        ]
    )


def _between_others(
    rows: Sequence[Row], parts: Parts, name: str, typed: Mapping[str, Typed]
) -> bool | None:
    """Return whether two columns of moments are so many minutes apart; None if nothing tells."""
    moments: dict[str, dict[int, int]] = {}
    for other, one in typed.items():
        is_moment = one.kind is FieldKind.DATE or (one.writing.is_clock and not one.is_size_guessed)
        if other == name or not is_moment:
            continue
        found = {at: _MOMENT.search(rows[at].cells.get(other, "")) for at in parts}
        moments[other] = {at: 60 * int(one[1]) + int(one[2]) for at, one in found.items() if one}
    for first, last in permutations(list(moments.values())[:_MOST], 2):
        apart = {at: last[at] - first[at] for at in first.keys() & last.keys()}
        as_hours = {at: 60 * parts[at][0] + parts[at][1] for at in apart}
        if _agree([_off(gap, as_hours[at], _HALF_DAY) <= _APART for at, gap in apart.items()]):
            return False
        if _agree([_off(gap, parts[at][0], _DAY) <= 1 for at, gap in apart.items()]):
            return True
    return None


def _off(gap: int, length: int, around: int) -> int:
    """Return how far two lengths are from one another, round a clock."""
    off = (gap - length) % around
    return min(off, around - off)


def _agree(fits: Sequence[bool]) -> bool:
    return len(fits) >= _FEWEST and sum(fits) >= _AGREE * len(fits)
