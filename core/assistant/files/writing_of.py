"""How a column is written, told from all of its cells: decimal sign, day order, unit, spellings."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from core.assistant.files.cells import FALSE, TRUE, fold_name
from core.assistant.files.day_texts import date_text, is_month
from core.assistant.files.number_texts import (
    is_bare_number,
    magnitude_of,
    rate_last,
    without_magnitude,
    without_marks,
)

_COMMA_DECIMAL: Final = re.compile(
    r"\d{1,3}(\.\d{3})+,\d+(?!\d)|\d,[-–—]|(?<![\d.,])\d+,(\d{1,2}|\d{4,})(?![\d,])|(?<![\d.])0,\d+"
    r"|(?<![\w.,]),\d+(?![\d.,])"
)
_POINT_DECIMAL: Final = re.compile(
    r"\d{1,3}(,\d{2,3})+\.\d+(?!\d)|(?<![\d.,])\d+\.(\d{1,2}|\d{4,})(?![\d.])|(?<![\d,])0\.\d+"
    r"|(?<![\w.,])\.\d+(?![\d.,])"
)
"""No group of thousands begins with its mark: ``.544`` has a decimal point, ``,5`` a comma."""
_COMMA_GROUPS: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(,\d{3})+(?![\d.,])")
_TWO_GROUPS: Final = re.compile(r"\d\.\d{3}\.\d{3}")
_POINTED: Final = re.compile(r"\d\.\d")
_POINT_GROUPS: Final = re.compile(r"(?<![\d.])[1-9]\d{0,2}(\.\d{3})+(?![\d.])")
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_ENDS_IN_0: Final = re.compile(r"\.\d\d0(?!\d)")
_TENS: Final = re.compile(r"\d\d\.")
_BEFORE_POINT: Final = re.compile(r"(\d{1,3})\.")
_FAR_APART: Final = 3
"""How many times as large the largest of some prices or ways is as the smallest, or more; what
people are measured by is closer."""
_SEVERAL: Final = 3
"""Different cells, of which one in a thousand would all end in 0 by chance."""
_SLIPS: Final = 0.1
"""A column's order is the one that all but this share of its telling dates have."""
_SLASHED: Final = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{2}|\d{4})(?!\d)")
_SHORT_DOTTED: Final = re.compile(r"(?!0|\d+\.0)\d{1,2}\.\d{1,2}\.\d\d")
"""``3.9.23``: in full, ``03.09.2023``, points stand where the day comes first."""
_DATE: Final = re.compile(
    r"\d{4}\s?[-/.年]\s?\d{1,2}([-/.月]\s?\d{1,2}日?|月)"
    r"|\d{4}\s?[-/年]\s?\d{1,2}|(19|20)\d\d\.\d\d"
    r"|([A-Za-z]{3,9}\.?,?\s+)?\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})"
    r"|([A-Za-z]{3,9}\.?,?\s+)?\d{1,2}(st|nd|rd|th)?\.?[\s/-]+(of\s)?[A-Za-zäéû]{3,9}\.?,?[\s/-]+'?(\d{4}|\d{2})"
    r"|([A-Za-z]{3,9}\.?,?\s+)?[A-Za-z]{3,9}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4}"
    r"|[A-Za-z]{3,9}[ -]\d{4}"
)
_NO_UNIT: Final = re.compile(
    r".*\d.*[A-Za-z]{3}.*|.*\d\s?[\u3040-\u30ff\u4e00-\u9fff].*|[^\w%‰°$€£¥₹₽₩₺₴₫￥\"″′㎡㎥℃℉㎞㎏㎝㎜]+|\d+|(st|nd|rd|th|º|ª|er|[eè]re|[eè]me|nde)|E[+-]?\d+",
    re.IGNORECASE,
)
"""A code goes on after its digits: ``9E0xyz``; ``m2`` and ``l/100km`` are units.

Neither are ``~`` and ``'``, the rest of a fraction, and the ending of an ordinal.
"""
_TERM: Final = re.compile(r"((?:19|20)\d\d)[-/][1-4]")
_YEAR_PAIR: Final = re.compile(r"(\d{4})[-/–](\d{2}|\d{4})")
_CURRENCIES: Final = frozenset("$€£¥₹₽₩₺₴₫")
_OF_NUMBERS: Final = frozenset("0123456789.,+- ")
"""Where a column has no other sign than these, no unit stands in it."""
_UNIT: Final = re.compile(
    r"^[(+\-−–]*+\s*+(?P<before>[^\d\s(+\-−–.,]{1,5})?\s*+"
    r"[+\-−–]?\(?[\d.,'’\u00a0\u202f\u2009 ]*\d\s*+"
    r"(?P<large>[KMBk](?![^\W\d_]|[/²³]))?\)?-?\s*+"
    r"(?P<after>[^\d\s)+\-][^\s)+]{0,11}(\s[^\d\s)+]{1,8})?)?\)?[+\-]?$"
)


def signs_in(cells: Iterable[str]) -> frozenset[str]:
    """Return every sign that stands in a column: what has none of some needs no closer look."""
    return frozenset("".join(cells))


def decimal_commas(counts: Mapping[str, int], *, is_likely: bool, is_said: bool = False) -> bool:
    """Return whether a comma in the column's numbers is the decimal point.

    Args:
        counts: the column's cells.
        is_likely: whether the file's other columns or its separator speak for commas.
        is_said: whether the member said so, which only the column's own decimal signs outweigh.
    """
    if "," not in signs_in(counts):
        if any(_POINT_DECIMAL.search(cell) for cell in counts):
            return False
        if is_said:
            return is_likely
        if _are_point_groups(counts):
            return True
        return is_likely or any(_TWO_GROUPS.search(cell) for cell in counts)
    commas = sum(n for cell, n in counts.items() if _COMMA_DECIMAL.search(cell))
    points = sum(n for cell, n in counts.items() if _POINT_DECIMAL.search(cell))
    if commas != points:
        return commas > points
    if any(_TWO_GROUPS.search(cell) for cell in counts):
        return True
    has_groups = any(_COMMA_GROUPS.search(cell) for cell in counts)
    return is_likely and not has_groups


def shows_points(counts: Mapping[str, int]) -> bool:
    """Return whether a point in the column's numbers must be the decimal point."""
    return "." in signs_in(counts) and any(_POINT_DECIMAL.search(cell) for cell in counts)


def _are_point_groups(counts: Mapping[str, int]) -> bool:
    """Return whether points stand before thousands, as the column's numbers alone can tell.

    Whole numbers up to 999 stand among numbers with three digits after the point, of which some
    end in 0: ``850`` and ``12.500``. Or each of them is round, and they are far apart: ``85.000``,
    ``9.400``; not so ``174.000`` and ``168.500``, which may be heights. Or it is money of which
    each has three such digits; the price of a litre has them, too, but is small.
    """
    whole = [cell for cell in counts if not _POINTED.search(cell)]
    pointed = [cell for cell in counts if _POINT_GROUPS.search(cell)]
    if len(whole) + len(pointed) != len(counts) or not pointed:
        return False
    if whole:
        are_small = not any(_FOUR_DIGITS.search(cell) for cell in whole)
        return are_small and any(_ENDS_IN_0.search(cell) for cell in pointed)
    has_tens = any(_TENS.search(cell) for cell in pointed)
    are_round = len(pointed) >= _SEVERAL and all(_ENDS_IN_0.search(cell) for cell in pointed)
    if has_tens and are_round and _are_far_apart(pointed):
        return True
    is_money = all(_CURRENCIES.intersection(cell) for cell in counts)
    return is_money and len(counts) > 1 and has_tens


def _are_far_apart(pointed: Sequence[str]) -> bool:
    """Return whether the largest number before a point is a few times the smallest."""
    found = [int(match[1]) for cell in pointed if (match := _BEFORE_POINT.search(cell))]
    return bool(found) and max(found) >= _FAR_APART * max(min(found), 1)


def has_unclear_points(counts: Mapping[str, int], *, is_typed: bool) -> bool:
    """Return whether nothing in the column tells if its points are decimal: ``85.123``, ``9.851``.

    Args:
        counts: the column's cells.
        is_typed: whether numbers without a unit were numbers already.
    """
    if "," in signs_in(counts) or shows_points(counts):
        return False
    pointed = [cell for cell in counts if _POINTED.search(cell)]
    are_groups = all(_POINT_GROUPS.search(cell) for cell in pointed)
    is_open = are_groups and not any(_TWO_GROUPS.search(cell) for cell in pointed)
    is_told = _are_point_groups(counts) or (is_typed and all(map(_is_bare, pointed)))
    return bool(pointed) and is_open and not is_told


def _is_bare(cell: str) -> bool:
    return _OF_NUMBERS.issuperset(cell)


def day_order(counts: Mapping[str, int], *, is_strict: bool = False) -> bool | None:
    """Return whether the day comes first in the column's dates; None where they do not tell.

    Args:
        counts: the column's cells.
        is_strict: whether only days beyond the 12th tell, and no slip is allowed.
    """
    first = second = dotted = 0
    for cell in counts:
        found = _SLASHED.match(date_text(cell))
        if found:
            first += int(found[1]) > 12
            second += int(found[3]) > 12
            dotted += found[2] == "." and not _SHORT_DOTTED.fullmatch(found[0])
    slips = 0 if is_strict else _SLIPS
    if first and second <= slips * first:
        return True
    if second and first <= slips * second:
        return False
    return True if dotted and not second and not is_strict else None


def are_year_pairs(counts: Mapping[str, int]) -> bool:
    """Return whether the cells are years over two calendar years: ``2010-11``, ``2011/12``."""
    pairs = [_YEAR_PAIR.fullmatch(cell) for cell in counts]
    return all(
        pair is not None and int(pair[2]) == (int(pair[1]) + 1) % 10 ** len(pair[2])
        for pair in pairs
    )


def are_terms(counts: Mapping[str, int]) -> bool:
    """Return whether the cells are terms or quarters of several years: ``2010-1``, ``2011-2``."""
    found = [_TERM.fullmatch(cell) for cell in counts]
    return all(found) and len({one[1] for one in found if one}) > 1


def is_swappable(counts: Mapping[str, int]) -> bool:
    """Return whether the column has dates like ``5/6/2024``, of which the order must be known."""
    return any(
        found and found[1] != found[3]
        for found in (_SLASHED.match(date_text(cell)) for cell in counts)
    )


def looks_like_date(cell: str) -> bool:
    """Return whether a cell has the shape of a whole date."""
    return bool(_DATE.fullmatch(date_text(cell)))


def currencies_of(counts: Mapping[str, int]) -> frozenset[str]:
    """Return the currency signs that stand in a column, but for the odd cell."""
    if not signs_in(counts) & _CURRENCIES:
        return frozenset()
    signs: Counter[str] = Counter()
    for cell, count in counts.items():
        for sign in set(cell) & _CURRENCIES:
            signs[sign] += count
    return frozenset(s for s, n in signs.items() if n > 0.1 * sum(counts.values()))


def typed_unit(counts: Mapping[str, int], *, in_lakhs: bool = False) -> str | None:
    """Return the unit that stands beside most of the column's numbers, as it is written."""
    if signs_in(counts) <= _OF_NUMBERS:
        return None
    units: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    large: set[str] = set()
    for cell, count in counts.items():
        text = rate_last(without_marks(cell), in_lakhs=in_lakhs)
        found = None if is_bare_number(text) else _UNIT.match(text)
        unit = (found["before"] or found["after"] or "") if found else ""
        unit = unit.strip(" /.,")
        unit = "" if _NO_UNIT.fullmatch(unit) or is_month(unit) else unit
        large.add(magnitude_of(unit))
        units[unit.casefold()] += count
        written.setdefault(unit.casefold(), Counter())[unit] += count
    if len(large) > 1 or any(one.isascii() for one in large - {""}):
        units, written = _without_magnitudes(written)
    named = [(unit, n) for unit, n in units.most_common(4) if unit]
    if not named or named[0][1] < 0.3 * units.total():
        return None
    return written[named[0][0]].most_common(1)[0][0]


def _without_magnitudes(
    written: Mapping[str, Counter[str]],
) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Return units whose thousands or millions are part of some of the numbers alone."""
    units: Counter[str] = Counter()
    bare: dict[str, Counter[str]] = {}
    for spelled in written.values():
        for unit, count in spelled.items():
            rest = without_magnitude(unit)
            units[rest.casefold()] += count
            bare.setdefault(rest.casefold(), Counter())[rest] += count
    return units, bare


def spellings_of(counts: Mapping[str, int]) -> dict[str, str]:
    """Return the spelling of each category that most cells have, by its folded form.

    Where all are words for yes and no, each of the two is one: ``ja``, ``J`` and ``yes``.
    """
    totals: dict[str, Counter[str]] = {}
    for cell, count in counts.items():
        totals.setdefault(fold_name(cell), Counter())[" ".join(cell.split())] += count
    if totals.keys() <= TRUE | FALSE and totals.keys() & TRUE and totals.keys() & FALSE:
        sides: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for folded, spelled in totals.items():
            sides[folded in TRUE].update(spelled)
        totals = {folded: sides[folded in TRUE] for folded in totals}
    return {folded: spelled.most_common(1)[0][0] for folded, spelled in totals.items()}
