"""Numbers as tables write them, with the digits that programs write: ``1234.5`` of ``1.234,50``."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from core.assistant.files.day_texts import era_year
from core.assistant.reading.number_words import number_words_at
from core.assistant.reading.tokens import tokenise

_PLAIN: Final = re.compile(r"-?\d{1,15}(\.\d+)?([eE][+-]?\d{1,3})?")
_NO_WHOLE: Final = re.compile(r"(?<![\w.,])(?=[.,]\d)")
"""Where the 0 before a decimal sign is left out: ``.5``, ``-,25``."""
_BLANKS: Final = "\u00a0\u202f\u2009 "
_DIGITS: Final = re.compile(rf"\d[\d.,'’{_BLANKS}]*\d|\d")
_SPACED: Final = re.compile(rf"\d{{1,3}}([{_BLANKS}'’]\d{{3}})+")
_RATE: Final = re.compile(r"([$€£¥￥₹])\s?(\d[\d.,]*)\s?(/(?:[A-Za-z]{1,6}|[\u4e00-\u9fff]{1,2}))")
_LAKHS: Final = re.compile(
    r"(?<!\d)(?<!\d,)(\d++(?:,\d++)*+(?:\.\d++)?)\s*+(lakhs?|lacs?|crores?)(?![a-z])",
    re.IGNORECASE,
)
_SHORT_LAKHS: Final = re.compile(
    r"(?<!\d)(?<!\d,)(\d++(?:,\d++)*+(?:\.\d++)?)\s*+(crs?|l)\.?$", re.IGNORECASE
)
_OF_BANKS: Final = re.compile(r"([$€£₹]?\s?\d[\d.,' ]*?)\s?(cr|dr)\.?", re.IGNORECASE)
_DEBIT: Final = re.compile(r"\d\s?dr\.?$", re.IGNORECASE)
_INDIAN: Final = re.compile(r"₹|\b(rs|inr)\b|\d\s*(lakh|lac|crore)", re.IGNORECASE)
"""Beside these ``Cr`` and ``L`` are crores and lakhs; elsewhere credit and litres."""
_SIZES: Final = {"l": 1e5, "c": 1e7}
_YEAR_SAID: Final = re.compile(r"((?:1[89]|20)\d\d)\s?(?:年|年份|年建|年建成|年竣工|年款|model)")
_LONGEST_SAID: Final = 100
"""Signs: no number in words is longer."""
_MARKS: Final = re.compile(r"(?<=[\d%)])(\s?(\[\w{1,4}\]|[†‡§#]{1,3}))+$|(?<=\d)\s?\]$")
"""What points to a note below the table: ``1,234[a]``, ``7†``; ``7*`` may hide digits."""
_NUMBER: Final = r"(?P<number>[^\d*]{0,4}(?P<whole>\d[\d,]*)(?P<part>\.\d+)?\s?[%‰]?)"
_STARRED: Final = re.compile(_NUMBER + r"\s?(?:\*{1,3}|\(\*{1,3}\))")
_BARE: Final = re.compile(_NUMBER)
_LARGEST: Final = 1e20
_NO_DIGITS: Final = 99
"""No number has so many."""
_NO_CENTS: Final = re.compile(r"(?<=\d)[.,]([-–—]{1,2})(?=\D|$)")
"""``1.200,-`` and ``CHF 900.-`` have no cents."""


_BRACKETED: Final = re.compile(
    r"^(?=[^()（）\d]*+\d)([^()（）]*[^()（）\s])\s*+[(（][^()（）]*+[)）]$"
)
_BELOW_ZERO: Final = re.compile(r"^([$€£¥₹])\s*\(\s*([\d.,]+)\s*\)$")
"""As accountants write it: ``$ (56)``."""
_ALL_IN_BRACKETS: Final = re.compile(r"^\[\s*([+\-−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)\s*\]$")
"""A number that its table marks as one: ``[1885]``. ``[1, 2]`` and ``[1,2]`` are lists."""
_ABOUT_BEFORE: Final = re.compile(
    r"^(\D{0,30}?)(?:[~≈∼～]|(?<![^\W\d_])(?:ca|circa|etwa|rund|ungefähr|about|around|approx|roughly"
    r"|env|environ|aprox|unos)(?![^\W\d_])\.?|(?:约|約|大约|大概|およそ)(?:(?![^\W\d_])\.?|(?=\d)))"
    r"\s?(?=\D?\d)",
    re.IGNORECASE,
)
"""Before the first digit: ``58~168`` is a range."""
_ABOUT_AFTER: Final = re.compile(
    r"(?<=\w)\s?(左右|上下|前後|程度|くらい|ぐらい|起|or so|more or less)$", re.IGNORECASE
)
_HEAD: Final = re.compile(r"([^\W\d_][^\d$€£¥₹]{0,30}?)\s?(?=[$€£¥₹]?\s?\d)")
_FLAG: Final = re.compile(r"(?<=\d)\s([a-z]{1,3})$")
_IN_DOUBT: Final = re.compile(r"\d.*[*?？!！~∼～]")
_AT_LEAST: Final = re.compile(r"(?<=\d)\s?\+$")
_OR_MORE: Final = re.compile(r"(?<=[\d万亿])\s?\+(?=\s?[^\W\d_])")
_NUMBER_AND_UNIT: Final = re.compile(r"\D{0,4}\d[\d.,]*\s?[^\d\s]*(?=\s)")
_MAGNITUDE: Final = re.compile(
    r"^(t(?=€|eur)|mio|mill|million|millions|mrd|milliarden|bn|billion|billions|tsd|thousand|万|萬|亿|億|千)"
    r"(?=$|[\s.€$£元円]|eur|(?<=[万萬亿億])[\u4e00-\u9fff])[\s.]*",
    re.IGNORECASE,
)


def is_beyond_all(cell: str) -> bool:
    """Return whether a cell is a number that is larger than any id of 20 digits: ``1e999``."""
    try:
        return abs(float(cell)) > _LARGEST
    except ValueError:
        return False


def without_marks(cell: str) -> str:
    """Return a cell without brackets behind it, marks of notes, of rough numbers, of no cents."""
    text = _ALL_IN_BRACKETS.sub(r"\1", cell.strip())
    text = _BELOW_ZERO.sub(r"-\1\2", _BRACKETED.sub(r"\1", text))
    return _NO_CENTS.sub("", _MARKS.sub("", exactly(text)))


def has_notes(counts: Mapping[str, int]) -> bool:
    """Return whether stars behind some numbers point to notes, and hide no digits of theirs.

    They hide some where fewer digits are left than the numbers without a star have: ``1**``.
    """
    if not any("*" in cell for cell in counts):
        return False
    starred = [found for cell in counts if (found := _STARRED.fullmatch(cell.strip()))]
    bare = [found for cell in counts if (found := _BARE.fullmatch(cell.strip()))]
    fewest = min((len(one["whole"].replace(",", "")) for one in bare), default=_NO_DIGITS)
    return bool(starred) and all(
        one["part"] or "," in one["whole"] or len(one["whole"]) >= fewest for one in starred
    )


def without_star(cell: str) -> str:
    """Return a number without the stars behind it."""
    found = _STARRED.fullmatch(cell.strip())
    return found["number"] if found else cell


def has_brackets(cell: str) -> bool:
    """Return whether something stands in brackets behind a number: ``77 kW (105 PS)``."""
    return bool(_BRACKETED.search(cell.strip()))


def exactly(cell: str) -> str:
    """Return a rough number as if it were exact: ``120`` of ``ca. 120`` or 120左右."""
    return _OR_MORE.sub("", _ABOUT_AFTER.sub("", _ABOUT_BEFORE.sub(r"\1", cell.strip())))


def is_rough(cell: str) -> bool:
    """Return whether a number is said to be rough: ``ca. 120``, ``~5``, 120左右, ``5+``."""
    return exactly(cell) != cell.strip() or bool(_AT_LEAST.search(cell))


def at_least(text: str) -> str:
    """Return a number without the plus behind it that says it is more: ``5`` of ``5+``."""
    return _AT_LEAST.sub("", text)


def is_in_doubt(cell: str) -> bool:
    """Return whether digits are hidden, doubted or part of a range: ``1**``, ``12?``, ``3~5``."""
    return bool(_IN_DOUBT.search(cell))


def magnitude_of(unit: str) -> str:
    """Return the thousands or millions that a unit begins with, case folded; else nothing."""
    found = _MAGNITUDE.match(unit)
    return found[1].casefold() if found else ""


def without_magnitude(unit: str) -> str:
    """Return what is left of a unit without its thousands or millions: ``€`` of ``Mio. €``."""
    return _MAGNITUDE.sub("", unit)


def rate_last(cell: str, *, in_lakhs: bool = False) -> str:
    """Return money per something with its unit as one word: ``150 $/mo`` of ``$150/mo``.

    Lakhs and crores are digits: ``₹ 4500000`` of ``₹ 45 Lac``.
    """
    text = _LAKHS.sub(_in_digits, cell.strip())
    text = _SHORT_LAKHS.sub(_in_digits, text) if in_lakhs else _signed(text)
    return _RATE.sub(r"\2 \1\3", text)


def _signed(text: str) -> str:
    """Return an amount of a bank with its sign in front: ``-4.50`` of ``4.50 DR``."""
    found = _OF_BANKS.fullmatch(text)
    return text if not found else f"-{found[1]}" if found[2][0] in "dD" else found[1]


def _in_digits(found: re.Match[str]) -> str:
    return f"{float(found[1].replace(',', '')) * _SIZES[found[2][0].casefold()]:.15g}"


def has_lakhs(heading: str, counts: Mapping[str, int]) -> bool:
    """Return whether ``Cr`` and ``L`` in a column are crores and lakhs, not credit and litres."""
    has_debits = any(_DEBIT.search(text) for text in counts)
    return not has_debits and any(_INDIAN.search(text) for text in (heading, *counts))


def year_in(cell: str) -> str | None:
    """Return the year of ``2011年``, ``2015 model`` or 平成31年; None for anything else."""
    found = _YEAR_SAID.fullmatch(cell.strip())
    return found[1] if found else era_year(cell)


def are_years(counts: Mapping[str, int]) -> bool:
    """Return whether a column's cells are years with a word: ``2011年``, ``2015 model``."""
    return all(year_in(cell) for cell in counts)


def without_flag(cell: str) -> str:
    """Return a number without the letters of flags behind it: ``5.4`` of ``5.4 bp``."""
    return _FLAG.sub("", cell)


def flags_in(cells: Iterable[str]) -> frozenset[str]:
    """Return the letters of flags behind numbers, none where other letters stand there, too."""
    found = [_FLAG.search(cell) for cell in cells if not is_bare_number(cell.strip())]
    return frozenset("".join(one[1] for one in found if one)) if all(found) else frozenset()


def head_of(cell: str) -> str:
    """Return the words before the amount in a cell: ``Guide Price`` of ``Guide Price £5``."""
    found = _HEAD.match(cell)
    return found[1] if found else ""


def without_head(cell: str, heads: frozenset[str]) -> str:
    """Return a cell without the words before its amount, where they are some of these."""
    head = head_of(cell) if heads else ""
    return cell.removeprefix(head).strip() if head in heads else cell


def without_tail(cell: str, tails: Iterable[str]) -> str:
    """Return a cell without the first of these words that it ends with."""
    tail = next((one for one in tails if one and cell.endswith(one)), "")
    return cell.removesuffix(tail).rstrip() if tail else cell


def common_tail(cells: Iterable[str]) -> str:
    """Return the words behind the unit that all cells share: `` away`` of ``2 km away``."""
    tails: set[str] = set()
    for cell in cells:
        found = _NUMBER_AND_UNIT.match(cell)
        tails.add(cell[found.end() :] if found else "")
    tail = tails.pop() if len(tails) == 1 else ""
    return "" if any(map(str.isdigit, tail)) else tail


def is_bare_number(text: str) -> bool:
    """Return whether a text is a number as programs write it, with no unit."""
    return bool(_PLAIN.fullmatch(text))


def is_number_said(cell: str) -> bool:
    """Return whether a cell is a number in words: ``thirty``, ``SIXTY THOUSAND``."""
    if len(cell) > _LONGEST_SAID or any(map(str.isdigit, cell)):
        return False
    tokens = tokenise(cell)
    found = number_words_at(tokens, 0) if tokens else None
    return found is not None and found[0] is not None and found[1] == len(tokens)


def is_plain(text: str, *, has_commas: bool) -> bool:
    """Return whether a number is as programs write it; a point is none beside decimal commas."""
    return is_bare_number(text) and not (has_commas and "." in text)


def plain_digits(cell: str, *, has_commas: bool) -> str:
    """Return a cell with the digits of its numbers as programs write them: ``1234.5``.

    A fraction of three digits gets a fourth, which says that it is no group of thousands.
    """
    text = cell.strip()
    if is_plain(text, has_commas=has_commas):
        return text
    mark, other = (",", ".") if has_commas else (".", ",")

    def plain(found: re.Match[str]) -> str:
        digits = found.group()
        whole, point, fraction = digits.partition(mark)
        groups = whole.split(other)
        if len(groups) > 1 and not _are_groups(groups):
            return digits
        if any(sign in fraction for sign in ".,'’ ") and point:
            return digits
        if any(sign in whole for sign in f"{_BLANKS}'’"):
            if not _SPACED.fullmatch(whole):
                return digits
            whole = re.sub(rf"[{_BLANKS}'’]", "", whole)
        whole = whole.replace(other, "")
        return f"{whole}.{fraction}{'0' if len(fraction) == 3 else ''}" if point else whole

    return _DIGITS.sub(plain, _NO_WHOLE.sub("0", text))


def _are_groups(groups: list[str]) -> bool:
    """Return whether digits are grouped by thousands, or as in lakhs: ``1,23,456``."""
    first, *middle, last = groups
    return 1 <= len(first) <= 3 and len(last) == 3 and all(len(group) in (2, 3) for group in middle)
