"""Columns of times, lengths of time and degrees: numbers that are written in parts."""

from collections import Counter
from collections.abc import Callable

from core.assistant.files.cells import Writing
from core.assistant.files.column_names import names_length
from core.assistant.files.columns import PEEK, Column, Habits, Typed, are_most
from core.assistant.files.measure_texts import (
    degrees_of,
    feet_of,
    hours_of,
    inches_of,
    is_on_globe,
    length_in_hours,
    length_in_minutes,
    length_parts,
)
from core.assistant.files.writing_of import signs_in
from core.domain.fields import FieldKind

_OF_NUMBERS = frozenset("0123456789.,+- ")
"""Of these signs no unit and no part of an amount is made."""

Parse = Callable[[str], float | None]


def clock_times(
    column: Column,
    counts: Counter[str],
    habits: Habits,  # noqa: ARG001
) -> Typed | None:
    """Return times of the day, or how long things take, in hours or minutes."""
    if not are_clock_times(counts):
        return None
    parts = [cell.split(":") for cell in counts if ":" in cell]
    short = [part for part in parts if len(part) == 2]
    is_mixed = 0 < len(short) < len(parts) and all(part[-1][-1:].isdigit() for part in parts)
    is_minutes = bool(short) and (
        is_mixed
        or names_length(column.heading)
        or any(int(part[0]) > 24 or "." in part[1].rstrip("mM.") for part in short)
    )
    writing = Writing(is_clock=True, is_minutes=is_minutes)
    return Typed(kind=FieldKind.NUMBER, unit="min" if is_minutes else "h", writing=writing)


def are_clock_times(counts: Counter[str]) -> bool:
    """Return whether most of a column's cells are times like ``8:30``."""
    return _are_most(counts, hours_of)


def in_parts(
    column: Column,
    counts: Counter[str],
    habits: Habits,  # noqa: ARG001
) -> Typed | None:
    """Return ``1h 23m``, ``52°31'N`` and ``5'11"`` as one number each."""
    parse, unit = parts_reader(counts, is_time=names_length(column.heading))
    if parse is None:
        return None
    return Typed(kind=FieldKind.NUMBER, unit=unit, writing=Writing(parse=parse))


def parts_reader(
    counts: Counter[str], wanted: str | None = None, *, is_time: bool = False
) -> tuple[Parse | None, str | None]:
    """Return what reads a column whose numbers are written in parts, and in which unit."""
    if signs_in(counts) <= _OF_NUMBERS:  # the usual case, told at once
        return None, None
    if any(map(is_on_globe, counts)) and _are_most(counts, degrees_of):
        return (degrees_of, "°") if wanted in (None, "°") else (None, None)
    if not is_time and _are_heights(counts):
        heights: dict[str, Parse] = {"in": inches_of, "ft": feet_of}
        return heights.get(wanted or "in"), wanted or "in"
    if any(length_parts(cell) > 1 for cell in list(counts)[:PEEK]) and _are_most(
        counts, length_in_hours
    ):
        unit = wanted or _unit_of_lengths(counts)
        readers: dict[str, Parse] = {"h": length_in_hours, "min": length_in_minutes}
        return readers.get(unit), unit
    return None, None


def _are_heights(counts: Counter[str]) -> bool:
    """Return whether cells are feet and inches, each less than twelve of them."""
    peek = list(counts)[:PEEK]
    return all(inches_of(cell) is not None for cell in peek) and any(
        not cell.strip()[-1].isdigit() or cell.count("'") == 1 for cell in peek
    )


def _unit_of_lengths(counts: Counter[str]) -> str:
    """Return hours or minutes: which of them most that are said in one unit last, or else all."""
    hours = {cell: length_in_hours(cell) or 0.0 for cell in counts}
    alone = [hours[cell] for cell in counts if length_parts(cell) == 1 and ":" not in cell]
    for lengths in (alone, [*hours.values()]):
        has_hours = 2 * sum(length >= 1 for length in lengths) - len(lengths)
        if has_hours:
            return "h" if has_hours > 0 else "min"
    return "h"


def _are_most(counts: Counter[str], parse: Parse) -> bool:
    peek = list(counts)[:PEEK]
    return bool(peek) and are_most(sum(parse(cell) is not None for cell in peek), len(peek))
