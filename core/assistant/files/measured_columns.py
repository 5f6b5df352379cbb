"""Columns of times, lengths of time and degrees: numbers that are written in parts."""

from collections import Counter
from collections.abc import Callable, Sequence

from core.assistant.files.cells import Writing
from core.assistant.files.clock_lengths import says_hours, two_parts
from core.assistant.files.column_names import names_length, names_time_of_day
from core.assistant.files.columns import PEEK, Column, Habits, Typed, are_most
from core.assistant.files.measure_texts import (
    degrees_of,
    feet_of,
    hours_of,
    inches_of,
    is_in_seconds,
    is_on_globe,
    is_pace,
    length_in_hours,
    length_in_minutes,
    length_parts,
    minutes_of,
    padded_clock,
    seconds_of,
    without_day_zero,
)
from core.assistant.files.number_texts import is_bare_number
from core.assistant.files.writing_of import signs_in
from core.domain.fields import FieldKind

_OF_NUMBERS = frozenset("0123456789.,+- ")
"""Of these signs no unit and no part of an amount is made."""

_BOTH = 0.95
"""With this share of times and numbers, and the rest of it of either, a column has two scales."""
_FEWEST_OF_BOTH = 10
"""Rows."""
_CLEAR = 0.5
"""With this share of times in two digits the others, as ``9:5``, are no score or scale."""
_DAY = 24
"""Hours."""
_ROUND = 5
"""Minutes: people name times of the day by such steps; results are no multiples of it."""

Parse = Callable[[str], float | None]


def clock_times(
    column: Column,
    counts: Counter[str],
    habits: Habits,  # noqa: ARG001
) -> Typed | None:
    """Return times of the day, or how long things take, in hours or minutes."""
    if not are_clock_times(counts):
        return None
    parts = [without_day_zero(cell).split(":") for cell in counts if ":" in cell]
    short = [part for part in parts if len(part) == 2]
    if not short and _are_minutes_alone(column, parts):
        return Typed(kind=FieldKind.NUMBER, unit="min", writing=Writing(parse=hours_of))
    is_minutes, is_guessed = _are_minutes(column, counts, parts), False
    if is_minutes is None:
        is_minutes, is_guessed = names_length(column.heading), True
    return Typed(
        kind=FieldKind.NUMBER,
        unit="min" if is_minutes else "h",
        writing=Writing(is_clock=True, is_minutes=is_minutes),
        is_size_guessed=is_guessed,
    )


def _are_minutes(
    column: Column, counts: Counter[str], parts: Sequence[Sequence[str]]
) -> bool | None:
    """Return whether times in two parts are minutes and seconds; None where nothing tells."""
    short = [part for part in parts if len(part) == 2]
    is_mixed = 0 < len(short) < len(parts) and all(part[-1][-1:].isdigit() for part in parts)
    if is_mixed or any(int(part[0]) > _DAY or "." in part[1].rstrip("mM.") for part in short):
        return True
    if any(map(is_pace, counts)):
        return True
    in_hours = says_hours(column.heading)
    if in_hours is not None:
        return not in_hours
    is_sure = not any(map(two_parts, counts)) or names_time_of_day(column.heading)
    return False if is_sure else None


def _are_minutes_alone(column: Column, parts: Sequence[Sequence[str]]) -> bool:
    """Return whether a spreadsheet added seconds to minutes and seconds: ``34:47:00``.

    All of them are 0, and some are of more hours than a day has, or the heading names a length.
    """
    are_added = all(part[-1] == "00" for part in parts)
    has_others = any(int(part[1]) % _ROUND for part in parts)
    is_beyond = any(int(part[0].lstrip("+-−") or 0) > _DAY for part in parts)
    return are_added and has_others and (is_beyond or names_length(column.heading))


def are_clock_times(counts: Counter[str]) -> bool:
    """Return whether most of a column's cells are times like ``8:30``, some of them ``8:5``."""
    peek = list(counts)[:PEEK]
    padded = sum(hours_of(padded_clock(cell)) is not None for cell in peek)
    clear = sum(hours_of(cell) is not None or is_in_seconds(cell) for cell in peek)
    return bool(peek) and are_most(padded, len(peek)) and clear >= _CLEAR * len(peek)


def two_scales(
    column: Column,  # noqa: ARG001
    counts: Counter[str],
    habits: Habits,  # noqa: ARG001
) -> Typed | None:
    """Return a column better left out, of paces and speeds in turn: ``6:34`` beside ``28.7``."""
    clocks = sum(n for cell, n in counts.items() if hours_of(cell) is not None)
    plain = sum(n for cell, n in counts.items() if is_bare_number(cell) and float(cell))
    are_all = clocks + plain >= _BOTH * counts.total() >= _BOTH * _FEWEST_OF_BOTH
    if not are_all or min(clocks, plain) < (1 - _BOTH) * counts.total():
        return None
    return Typed(kind=FieldKind.CATEGORY, left_out="out scales")


def results(
    column: Column,  # noqa: ARG001
    counts: Counter[str],
    habits: Habits,  # noqa: ARG001
) -> Typed | None:
    """Return seconds, of which some results have minutes before them: ``58.32``, ``1:02.45``."""
    if not _are_results(counts):
        return None
    return Typed(kind=FieldKind.NUMBER, unit="s", writing=Writing(parse=seconds_of))


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
    if _are_results(counts):
        results: dict[str, Parse] = {"s": seconds_of, "min": minutes_of}
        return results.get(wanted or "s"), wanted or "s"
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


def _are_results(counts: Counter[str]) -> bool:
    """Return whether seconds stand beside minutes and seconds as exact: ``58.32``, ``1:02.45``."""
    peek = [cell.strip() for cell in list(counts)[:PEEK]]
    fractions = {len(cell.rpartition(".")[2]) for cell in counts if seconds_of(cell) is not None}
    are_both = len(fractions) == 1 and len({":" in cell for cell in counts}) > 1
    return are_both and are_most(sum(seconds_of(cell) is not None for cell in peek), len(peek))


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
