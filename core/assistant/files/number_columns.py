"""Columns of numbers: their unit, words for missing ones, and what only looks like numbers."""

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from core.assistant.files.around_numbers import (
    are_counted_codes,
    are_grades,
    are_numbered_names,
    are_shares,
    frame_of,
    has_lost_letters,
    has_ranges,
    has_sizes,
    heads_of,
    number_sections,
    tails_of,
)
from core.assistant.files.cells import Writing, fold_name, is_yes_or_no
from core.assistant.files.columns import SURE, Column, Habits, Typed, are_most
from core.assistant.files.day_texts import is_dotted_day
from core.assistant.files.fitting import amounts, fits_most, fitting, peek_at, wanted_field
from core.assistant.files.heading_units import split_unit
from core.assistant.files.missing import (
    MOST_WORDS,
    MOSTLY_NUMBERS,
    least_recurring,
    missing_in_numbers,
)
from core.assistant.files.named_columns import MAX_LEVELS
from core.assistant.files.number_texts import (
    are_years,
    common_tail,
    flags_in,
    has_lakhs,
    has_notes,
    is_bare_number,
    is_number_said,
    without_head,
    without_marks,
    without_tail,
    year_in,
)
from core.assistant.files.scale_letters import (
    are_labels,
    are_lettered_codes,
    are_parts_of_codes,
    ends_in_letter,
    have_codes,
)
from core.assistant.files.writing_of import currencies_of, decimal_commas, typed_unit
from core.assistant.reading.units import own_measures
from core.domain.fields import FieldKind

_NINES: Final = re.compile(r"-9{3,}(\.[09]+)?")
_FEWEST_FLAGS: Final = 2
"""Letters that are no units: one alone may be a unit of its own."""
_LEAST_NUMBERS: Final = 3
"""Of fewer a short column may as well hold names."""
_LEAST_AMOUNTS, _MOST_AMOUNTS = 12, 0.75
"""Different numbers, and their share of the cells, beside which a few words are missing ones."""
_MOST_SAID: Final = 6
"""Words: so many are named when they are taken as missing."""
_OF_DIGITS: Final = re.compile(r"[\d.,'’\s+\-−]")
_SPREAD: Final = 40
"""Cells that are looked at before all are."""
_FAR_TOO_FEW: Final = 0.3
"""With this share of numbers among them, half of all cells are hardly ever some."""
_NO_UNIT: Final = re.compile(r"[KMBk]?")
"""What may stand beside the digits of a number without a unit."""
_BOUND: Final = re.compile(r"[<>≤≥±]")
"""What makes a number a range: ``<=50K`` is a label."""
_FAR: Final = 20.0
"""Times: a bare number that much beyond those with a unit is likely in another."""
_LENGTH: Final = re.compile(r"\d\s?h(?![A-Za-z])")


def numbers(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    """Return amounts in one unit; a few words among them stand for missing ones."""
    with_digits = Counter(
        {c: n for c, n in counts.items() if _has_number(c) and not _BOUND.search(c)}
    )
    if sum(with_digits.values()) < MOSTLY_NUMBERS * counts.total():
        return None
    with_digits.update({c: n for c, n in counts.items() if is_number_said(c)})
    if _are_no_amounts(column, counts):
        return None
    peek = peek_at(with_digits)
    writing = _number_writing(column, with_digits, habits)
    is_of_unit = split_unit(column.heading)[1] is not None
    if _are_codes(with_digits, writing) or (are_labels(with_digits) and not is_of_unit):
        return None
    if len(currencies_of(with_digits)) > 1:
        return Typed(kind=FieldKind.NUMBER, writing=writing, left_out="out currencies")
    if _are_hardly_any(column, peek, writing, habits):
        return _without_words(column, counts, with_digits, habits)
    best = _best_unit(column, with_digits, writing, habits)
    if are_counted_codes(with_digits, best[1]):
        return None
    writing = replace(writing, bare=_bare_range(peek, best[1], writing, habits))
    if not fits_most(peek, wanted_field(FieldKind.NUMBER, best[1]), writing, habits):
        return _without_words(column, counts, with_digits, habits)
    words = {c: n for c, n in counts.items() if c not in with_digits}
    recurring = tuple(c for c, n in words.items() if n >= least_recurring(counts))
    recurring = recurring or _placeholders(words, with_digits, counts)
    recurring = _few_words(words, with_digits, counts) or recurring
    share = counts.total() - sum(n for c, n in words.items() if c not in recurring)
    are_many = len(recurring) > (MOST_WORDS if len(words) > len(recurring) else _MOST_SAID)
    if not are_most(share, counts.total()) or are_many:
        return None
    if not are_most(with_digits.total(), counts.total()) and not recurring:
        return None
    missing = frozenset(word.casefold() for word in recurring) | _sentinels(counts)
    writing = replace(writing, missing=missing)
    return Typed(kind=FieldKind.NUMBER, unit=best[1], writing=writing, placeholders=recurring)


def _are_no_amounts(column: Column, counts: Counter[str]) -> bool:
    """Return whether digits are parts of names, classes, codes or numbers of sections."""
    are = (
        has_ranges,
        has_lost_letters,
        has_sizes,
        are_numbered_names,
        are_grades,
        _are_days,
    )
    return (
        are_lettered_codes(column.heading, counts)
        or any(one(counts) for one in are)
        or number_sections(column.in_order)
    )


def _are_codes(counts: Counter[str], writing: Writing) -> bool:
    """Return whether digits with letters are no slips: other letters recur, or plain numbers do."""
    if not writing.has_codes or are_parts_of_codes(counts, in_lakhs=writing.in_lakhs):
        return writing.has_codes
    plain = sum(n for cell, n in counts.items() if not ends_in_letter(cell))
    return not are_most(plain, counts.total())


def _are_hardly_any(column: Column, counts: Counter[str], writing: Writing, habits: Habits) -> bool:
    """Return whether few of the cells, spread over all, can be read: it is quick to tell names."""
    sample = Counter(list(counts)[:: max(1, len(counts) // _SPREAD)])
    rows, _ = _best_unit(column, sample, writing, habits)
    return len(sample) >= _SPREAD and rows < _FAR_TOO_FEW * len(sample)


def _without_words(
    column: Column, counts: Counter[str], with_digits: Counter[str], habits: Habits
) -> Typed | None:
    """Return amounts before or behind each of which the same words stand."""
    heads = heads_of(with_digits)
    tails: tuple[str, ...] = () if heads else tuple(filter(None, (common_tail(with_digits),)))
    tails = tails or (() if heads else tails_of(with_digits))
    if not (heads or tails) and (frame := frame_of(with_digits)):
        heads, tails = frame
    if not (heads or tails) or len(with_digits) < _LEAST_NUMBERS:
        return None
    bare: Counter[str] = Counter()
    for cell, count in counts.items():
        bare[without_head(without_tail(cell, tails), heads)] += count
    typed = numbers(column, bare, habits) if bare != counts else None
    if typed is None or (heads and typed.placeholders and len(counts) <= MAX_LEVELS):
        return None  # words of their own among few others that end in a number are labels
    inner = typed.writing
    both = (*(one + tail for one in inner.tails for tail in tails or ("",)), *tails)
    around = replace(inner, tails=both, heads=inner.heads | heads)
    return replace(typed, writing=around)


def _placeholders(
    words: dict[str, int], numbers: Counter[str], counts: Counter[str]
) -> tuple[str, ...]:
    """Return the one or two words of a short column that stand where it has no number."""
    is_short = counts.total() < SURE and not are_most(numbers.total(), counts.total())
    are_words = all(
        (len(word) > 1 or word.islower()) and not is_yes_or_no(fold_name(word)) for word in words
    )
    units = {_OF_DIGITS.sub("", cell).casefold() for cell in numbers}
    is_clear = (
        len(units) == 1 and 0 < len(words) <= MOST_WORDS and numbers.total() >= _LEAST_NUMBERS
    )
    return tuple(words) if is_short and are_words and is_clear else ()


def _few_words(
    words: dict[str, int], numbers: Counter[str], counts: Counter[str]
) -> tuple[str, ...]:
    """Return the few words that stand where amounts have none, as no set of labels is so long."""
    are_amounts = (
        len(numbers) >= _LEAST_AMOUNTS and numbers.total() >= _MOST_AMOUNTS * counts.total()
    )
    are_words = all(len(word) > 1 and not is_yes_or_no(fold_name(word)) for word in words)
    return tuple(words) if are_amounts and are_words and len(words) <= _MOST_SAID else ()


def _has_number(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell) or year_in(cell) is not None


def as_amounts(column: Column, habits: Habits) -> Typed | None:
    """Return a column as numbers where half of its cells can be read so, the others being bad."""
    missing = missing_in_numbers(column.counts)
    counts = column.without(missing)
    writing = _number_writing(column, counts, habits)
    rows, unit = _best_unit(column, counts, writing, habits)
    if not counts or len(currencies_of(counts)) > 1 or 2 * rows < peek_at(counts).total():
        return None
    bare = _bare_range(peek_at(counts), unit, writing, habits)
    writing = replace(writing, missing=missing, bare=bare)
    return Typed(kind=FieldKind.NUMBER, unit=unit, writing=writing)


def _bare_range(
    counts: Counter[str], unit: str | None, writing: Writing, habits: Habits
) -> tuple[float, float] | None:
    """Return between what the numbers without a unit can be in the unit of the others."""
    if unit is None:
        return None
    with_unit = Counter({c: n for c, n in counts.items() if _has_unit(c)})
    read = amounts(with_unit, wanted_field(FieldKind.NUMBER, unit), writing, habits)
    said = [abs(amount) for amount in read if amount]
    return (min(said) / _FAR, max(said) * _FAR) if len(said) > 1 else None


def _has_unit(cell: str) -> bool:
    """Return whether more stands beside a number than its sign and its thousands."""
    if is_bare_number(cell.strip()) or is_number_said(cell):
        return False
    rest = _OF_DIGITS.sub("", without_marks(cell)).strip("()")
    return not _NO_UNIT.fullmatch(rest)


def _number_writing(column: Column, counts: Counter[str], habits: Habits) -> Writing:
    in_lakhs = has_lakhs(column.heading, peek_at(counts))
    return Writing(
        has_commas=decimal_commas(
            counts, is_likely=habits.has_commas, is_said=habits.are_points_said
        ),
        in_lakhs=in_lakhs,
        has_codes=have_codes(counts, in_lakhs=in_lakhs),
        has_hours=has_hours(counts),
        has_flags=_has_flags(counts),
        has_notes=has_notes(counts),
    )


def _has_flags(counts: Counter[str]) -> bool:
    """Return whether several letters stand behind some numbers, most of which are bare."""
    bare = sum(n for cell, n in counts.items() if is_bare_number(cell.strip()))
    flags = [one for one in flags_in(counts) if own_measures(one)[0].dimension[:5] == "unit "]
    return 2 * bare >= counts.total() and len(flags) >= _FEWEST_FLAGS


def _sentinels(counts: Counter[str]) -> frozenset[str]:
    """Return numbers of nines below zero that are far from all others: ``-999``."""
    found = frozenset(cell for cell in counts if _NINES.fullmatch(cell))
    digits = [cell for cell in counts if cell not in found and is_bare_number(cell)]
    lowest = min(map(float, digits), default=0.0)
    return found if digits and all(10 * lowest > float(cell) for cell in found) else frozenset()


def has_hours(counts: Counter[str]) -> bool:
    """Return whether lengths like ``1.5 h`` stand in a column."""
    return any(_LENGTH.search(cell) for cell in counts)


def _best_unit(
    column: Column, counts: Counter[str], writing: Writing, habits: Habits
) -> tuple[int, str | None]:
    """Return how many rows can be read as numbers in the unit with which most can, and it."""
    said = None if are_years(counts) else typed_unit(counts, in_lakhs=writing.in_lakhs)
    lengths = "h" if writing.has_hours else None
    of_heading = None if are_shares(column.heading, counts) else split_unit(column.heading)[1]
    units = [unit for unit in (of_heading, said, lengths) if unit] + [None]
    best: tuple[int, str | None] = (-1, None)
    peek = peek_at(counts)
    for unit in dict.fromkeys(units):
        rows, _ = fitting(peek, wanted_field(FieldKind.NUMBER, unit), writing, habits)
        best = max(best, (rows, unit), key=lambda pair: pair[0])
        if rows == peek.total():
            break
    return best


def _are_days(counts: Counter[str]) -> bool:
    """Return whether the cells may be days without a year: ``24.12.``."""
    return all(map(is_dotted_day, counts))
