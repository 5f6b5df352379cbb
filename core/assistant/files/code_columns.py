"""Columns of digits that are names, not amounts: ids, postcodes, numbers of the rows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from core.assistant.files.column_names import (
    names_code,
    names_counted,
    names_id,
    names_key,
    names_long_key,
    names_loosely,
    names_lost_index,
    names_nothing,
    names_only_rows,
    names_part_of_time,
    names_reference,
    names_some_index,
    names_sort,
)
from core.assistant.files.columns import (
    ALL_DIFFERENT,
    MOSTLY,
    NEARLY_ALL,
    SURE,
    TOLD,
    Column,
    Habits,
    Typed,
)
from core.assistant.files.date_columns import compact_dates
from core.assistant.files.heading_units import is_known_unit, split_unit
from core.assistant.files.named_columns import names_writing
from core.assistant.files.number_names import names_line, names_place, names_thing
from core.domain.fields import FieldKind

_SHORT_CODE: Final = 3
"""Digits: less is no postcode and no telephone number, whatever the heading says."""
_LONG_ID: Final = 12
"""Digits: a number so long is a name."""
_LONG_KEY: Final = 5
"""Digits: under a heading for numbers of things so many are hardly an amount."""
_PHONE: Final = 7
"""Digits: so many tell rows apart; a postcode that is new in each row is still a place."""
_PADDED: Final = re.compile(r"0\d")
_DIGITS: Final = re.compile(r"\d")
_REMARK: Final = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$")
"""What a heading says of its kind: 课程代码（文本）."""
_COUNTED_ON: Final = re.compile(r"(?<=[^\W\d_]{2})[\s_]?\d{1,2}$")
"""The number of a heading that is there several times: ``code 1``, ``code 2``."""
_HOUSE: Final = re.compile(r"\d{1,5}\s?[-/]?\s?[A-Za-z]")
_NUMBER: Final = re.compile(r"n[uú]mero|number|nummer|n[rº°o]\.?|num\.?|numer|номер", re.IGNORECASE)
_SIXTY: Final = 60
_FEW: Final = 2
"""Rows: in so few everything is different."""
_MOST_KEYS: Final = 0.5
"""With more keys for its rows, a column tells next to nothing of any of them."""
_MANY_KEYS, _SEVERAL_KEYS = 200, 0.3
"""Nor does one of so many keys with a larger share than this of its rows: the races of a year."""
_SURELY: Final = 100
"""Rows: of so many, amounts have different numbers of digits."""
_LENGTHS: Final = 3
"""Of numbers given out evenly, more than two lengths in digits never have a tenth each."""
_SHARE_OF_LENGTH: Final = 0.1
_RECUR: Final = 3
"""How often each number of a sort occurs on average."""
_LONG_AMOUNT: Final = 9
"""Digits: amounts so long are few or rounded, and rarely all as long."""


def type_code(column: Column, counts: Counter[str], habits: Habits) -> Typed | None:
    """Return digits that are names: leading zeros, long ids, postcodes, numbers of the rows."""
    if not split_unit(column.heading)[1]:
        bare = _REMARK.sub("", column.heading).strip()
        bare = bare if names_nothing(bare) else _COUNTED_ON.sub("", bare)
        column = replace(column, heading=bare or column.heading)
    if _names_thing(column.heading):
        counts = _as_whole(counts)
    if names_reference(column.heading):
        counts = Counter({cell: n for cell, n in counts.items() if cell.strip("0")}) or counts
    if _are_house_numbers(column.heading, counts):
        return _category(column, habits)
    digits = [cell for cell in counts if cell.isascii() and cell.isdigit()]
    are_codes = _are_padded_codes(counts)
    if len(digits) < MOSTLY * len(counts) and not are_codes:
        words = [cell for cell in counts if cell.isalpha() and len(cell) >= _SHORT_CODE]
        is_place = names_place(column.heading) and 2 * len(digits) >= len(counts) > _FEW
        is_place &= len(digits) + len(words) == len(counts)
        return _category(column, habits) if is_place else None
    total, is_all_different = counts.total(), len(counts) == counts.total()
    most = _MOST_KEYS if total >= SURE and names_long_key(column.heading) else ALL_DIFFERENT
    is_named_id = names_id(column.heading) and len(counts) > most * total
    is_named_id &= not _counts_something(column)
    are_given_out = names_thing(column.heading) and _are_given_out(column, digits)
    is_named_id |= are_given_out and len(counts) > ALL_DIFFERENT * total
    is_padded = are_codes or any(map(_PADDED.match, digits))
    is_padded = is_padded and not _are_parts_of_time(column, digits)
    is_long = sum(len(cell) >= _LONG_ID for cell in digits) > len(counts) / 2
    is_code = _is_called_code(column, digits)
    if is_padded or is_long or is_code:
        is_short = is_code and len(next(iter(counts))) < _PHONE
        is_sure = total >= SURE or (is_long and total > _FEW)
        is_id = is_all_different or is_named_id or (is_long and len(counts) > _MOST_KEYS * total)
        is_id |= is_long and names_only_rows(column.heading)
        out = "out id" if is_id and is_sure and not is_short else ""
        return replace(_category(column, habits), left_out=out)
    is_running = _numbers_rows(column, digits, total) or (
        _runs_with_rows(column, digits, total) and not compact_dates(column, counts, habits)
    )
    is_running = is_running or _are_unnamed_ids(column, digits, total)
    is_running |= names_lost_index(column.heading) or _are_long_and_alike(column, digits, total)
    if (is_named_id and total > _FEW) or is_running:
        return Typed(kind=FieldKind.NUMBER, left_out="out id")
    are_keys = are_given_out or _are_keys(column, counts) or _are_long_keys(column, digits)
    if total > _FEW and (are_keys or _are_unnamed_codes(column, digits, total, habits)):
        return _key(column, counts, habits)
    return None


def _are_house_numbers(heading: str, counts: Counter[str]) -> bool:
    """Return whether several numbers under a mere word for them have a letter: ``450-B``."""
    lettered = sum(bool(_HOUSE.fullmatch(cell)) for cell in counts)
    return bool(_NUMBER.fullmatch(heading.strip())) and lettered > _FEW


def _category(column: Column, habits: Habits) -> Typed:
    return Typed(kind=FieldKind.CATEGORY, writing=names_writing(column, habits))


def _are_given_out(column: Column, digits: Sequence[str]) -> bool:
    """Return whether numbers are all as long, or go one way: no counts of persons are so."""
    lengths = {len(cell) for cell in digits}
    if len(lengths) == 1:
        return min(lengths) >= _SHORT_CODE
    cells = [int(cell) for cell in column.in_order if cell.isascii() and cell.isdigit()]
    ups = {before < after for before, after in pairwise(cells) if before != after}
    return len(ups) == 1 and column.rows >= SURE


def _are_unnamed_codes(column: Column, digits: Sequence[str], total: int, habits: Habits) -> bool:
    """Return whether a column without a heading holds numbers as long as those of phones."""
    is_long = {len(cell) for cell in digits} == {len(digits[0])} and len(digits[0]) >= _PHONE
    is_round = any(cell.endswith("00") for cell in digits)
    are_so = names_nothing(column.heading) and total >= TOLD and is_long and not is_round
    return are_so and not compact_dates(column, column.counts, habits)


def _are_keys(column: Column, counts: Counter[str]) -> bool:
    """Return whether a heading stands over the numbers of things: ``city_id``, ``Stadtbezirk``.

    Two different ones, as of 0 and 1, rather say whether something is one.
    """
    if names_key(column.heading):
        return not (names_loosely(column.heading) and _counts_something(column))
    if len(counts) <= _FEW or split_unit(column.heading)[1]:
        return False
    is_line = names_line(column.heading) and len(counts) < counts.total()
    is_sort = names_sort(column.heading) and _RECUR * len(counts) <= counts.total()
    return is_line or is_sort or names_place(column.heading)


def _names_thing(heading: str) -> bool:
    return any(names(heading) for names in (names_id, names_key, names_place, names_line))


def _are_long_and_alike(column: Column, digits: Sequence[str], total: int) -> bool:
    """Return whether all cells are different numbers of as many digits, and none is round.

    No amounts are so; what stands for a day or a moment is read as such before.
    """
    if total < SURE or len(set(digits)) < total or split_unit(column.heading)[1]:
        return False
    is_long = {len(cell) for cell in digits} == {len(digits[0])} and len(digits[0]) >= _LONG_AMOUNT
    return is_long and not any(cell.endswith("00") for cell in digits[:SURE])


def _counts_something(column: Column) -> bool:
    """Return whether a word for numbers of things stands over how many or how much there is.

    So it does in ``No. of rooms``. ``Number`` alone, and the index of something, is an amount
    where it goes up and down: what a program numbered goes one way. What was numbered on and on
    has mostly as many digits as the last; amounts like ``view_num`` have few or many.
    """
    if names_counted(column.heading):
        return True
    cells = [int(cell) for cell in column.in_order if cell.isascii() and cell.isdigit()]
    is_up_and_down = len({before < after for before, after in pairwise(cells)}) > 1
    is_short = max((len(str(cell)) for cell in cells), default=0) <= _LONG_KEY
    if column.heading.strip().casefold() == "number" or names_some_index(column.heading):
        is_sure = column.rows >= _SURELY and len(column.counts) == column.counts.total()
        return is_up_and_down and is_short and not is_sure
    if not names_loosely(column.heading):
        return False
    lengths: Counter[int] = Counter()
    for cell, count in column.counts.items():
        lengths[len(cell)] += count
    usual = [length for length, n in lengths.items() if n >= _SHARE_OF_LENGTH * lengths.total()]
    return is_up_and_down and len(usual) >= _LENGTHS


def _are_parts_of_time(column: Column, digits: Sequence[str]) -> bool:
    """Return whether padded digits are below sixty, under a heading for minutes or the like."""
    return names_part_of_time(column.heading) and all(int(cell) <= _SIXTY for cell in digits)


def _are_long_keys(column: Column, digits: Sequence[str]) -> bool:
    """Return whether long numbers under ``Invoice No`` or ``VIAFID`` name things that recur."""
    if names_counted(column.heading):
        return False
    is_even = len({len(cell) for cell in digits}) == 1 or not names_id(column.heading)
    is_long = sum(len(cell) >= _LONG_KEY for cell in digits) >= MOSTLY * len(digits)
    return is_even and is_long and names_long_key(column.heading)


def _as_whole(counts: Counter[str]) -> Counter[str]:
    """Return the cells of ids without the point behind them, or the ``.0`` that programs add."""
    whole: Counter[str] = Counter()
    for cell, count in counts.items():
        whole[cell.removesuffix(".0").removesuffix(".")] += count
    return whole


def _are_padded_codes(counts: Counter[str]) -> bool:
    """Return whether codes of one length, or of as many digits, hold letters: ``051Y``, ``113``."""
    is_padded = any(_PADDED.match(cell) for cell in counts)
    if not is_padded or not all(cell.isalnum() and any(map(str.isdigit, cell)) for cell in counts):
        return False
    letters = {cell: _DIGITS.sub("", cell) for cell in counts}
    lengths = {len(cell) for cell in counts}
    digits = {len(cell) - len(letters[cell]) for cell in counts}
    if 1 not in (len(lengths), len(digits)):
        return False
    named = {*letters.values()} - {""}
    return len(named) != 1 or not is_known_unit(named.pop())


def _key(column: Column, counts: Counter[str], habits: Habits) -> Typed:
    """Return a category for the numbers of things that recur: ``city_id``; else an id."""
    is_many = len(counts) > _MANY_KEYS and len(counts) > _SEVERAL_KEYS * counts.total()
    is_id = is_many or len(counts) > _MOST_KEYS * counts.total() or names_only_rows(column.heading)
    out = "out id" if is_id else ""
    return replace(_category(column, habits), left_out=out)


def _is_called_code(column: Column, digits: Sequence[str]) -> bool:
    """Return whether a heading like ``zip`` stands over digits that can be one."""
    fitting = sum(len(cell) >= _SHORT_CODE for cell in digits)
    return names_code(column.heading) and fitting >= MOSTLY * len(digits)


def _numbers_rows(column: Column, digits: Sequence[str], total: int) -> bool:
    """Return whether a column without a name of its own counts the rows from 0 or 1 on."""
    if not names_nothing(column.heading) or len(digits) != total or len(digits[0]) >= _LONG_ID:
        return False
    start = int(digits[0])
    return [int(cell) for cell in column.in_order[:SURE]] == [
        start + at for at in range(min(SURE, len(column.in_order)))
    ]


def _are_unnamed_ids(column: Column, digits: Sequence[str], total: int) -> bool:
    """Return whether long whole numbers, each as long and another, have no name of their own."""
    is_sure = names_nothing(column.heading) and total >= _SURELY
    lengths = {len(cell) for cell in digits}
    is_long = len(lengths) == 1 and min(lengths) > _LONG_KEY
    return is_sure and is_long and NEARLY_ALL * total <= len(digits)


def _runs_with_rows(column: Column, digits: Sequence[str], total: int) -> bool:
    """Return whether whole numbers, all different, run one way with the rows.

    So do the numbers of rows that are left of more, and ids, where no name says what they are.
    """
    is_unnamed = names_nothing(column.heading) or names_only_rows(column.heading)
    if not is_unnamed or total < SURE or len(set(digits)) < NEARLY_ALL * total:
        return False
    first = [int(cell) for cell in column.in_order if cell.isascii() and cell.isdigit()]
    up = sum(before < after for before, after in pairwise(first))
    return len(first) == len(column.in_order) and up in (0, len(first) - 1)
