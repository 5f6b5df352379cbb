"""A year that stands apart from its date: ``in 2025 we left 3 May``, 去年去的，5月3日出发."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.assistant.reading.dates import days_in_year
from core.assistant.reading.marks import Marks
from core.assistant.reading.relative_days import count_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import FILLERS, IDLE, STOP_WORDS
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.verbs import is_past
from core.assistant.word_sets import word_set
from core.domain.fields import FieldKind

_YEARS: Final = range(1950, 2101)
_LEADS: Final = word_set("in during year since")
"""What stands before the figures of a year."""
_NEAR_YEARS: Final = {"last": -1, "this": 0, "next": 1}
_NEAR_YEARS_HAN: Final = {"去": -1, "今": 0, "明": 1, "前": -2}
_YEAR: Final = frozenset(["year", "年"])
_MADE: Final = word_set("built made born bought founded sold went left got done")
"""Verbs in the past that are not in "ed", of which the year may be the only thing said."""
_LITTLE: Final = STOP_WORDS | FILLERS | IDLE | _LEADS | word_set("we i it way")
_LONGEST_DATE: Final = 12
"""Tokens of a date with its weekday and its time."""


@dataclass(frozen=True, slots=True)
class _Year:
    """A year and where it stands."""

    number: int
    first: int
    stop: int


def read_years_apart(sheet: Sheet, marks: Marks, *, today: date) -> None:
    """Put dates that were said without a year into the one that the sentence says elsewhere.

    Where the year may be that of another thing, it is asked which date is meant.
    """
    slots = [slot for slot in sheet.slots if slot.kind is FieldKind.DATE]
    slots = [slot for slot in slots if not sheet.is_open(slot)]
    if not slots or any(_holds_years(slot) for slot in sheet.open_slots()):
        return
    years = [year for year in _years_in(sheet, today) if marks.leading_to(year.first) is None]
    if not years or len({year.number for year in years}) > 1:
        return
    is_used = False
    for slot in slots:
        is_used = _put_into(sheet, slot, years[0]) or is_used
    if is_used:
        sheet.set_aside(years[0].first, years[0].stop)


def _put_into(sheet: Sheet, slot: Slot, year: _Year) -> bool:
    """Put a slot's date into the year, or ask; return whether that was done."""
    own = [at for at in range(len(sheet.tokens)) if sheet.user_of(at) is slot]
    place = _date_in(sheet, own, year.number)
    is_sure = None if place is None else _is_of_date(sheet, year, place[0], place[1])
    if place is None or is_sure is None:
        return False
    first, stop, days = place
    before = sheet.unclear.pop(slot).readings if slot in sheet.unclear else ()
    before = before or (sheet.values.pop(slot),)
    readings = tuple(dict.fromkeys((*days, *(() if is_sure else before))))
    if len(readings) == 1:
        return sheet.fill(slot, readings[0], first, stop)
    begins, ends = min(first, year.first), max(stop, year.stop)
    return sheet.ask(slot, readings, first, stop, quoted=(begins, ends))


def _date_in(sheet: Sheet, own: list[int], year: int) -> tuple[int, int, tuple[date, ...]] | None:
    """Return where the date among a slot's tokens stands that has no year, and its days in one."""
    own = own[:_LONGEST_DATE]
    for first in own:
        stop = max(at for at in own if at < first + _LONGEST_DATE) + 1
        days = days_in_year(sheet.tokens, first, stop, year)
        if days:
            return first, stop, days
    return None


def _is_of_date(sheet: Sheet, year: _Year, first: int, stop: int) -> bool | None:
    """Return whether the year is surely the date's; None where it is rather of something else."""
    begin, end = sheet.clause_of(year.first)
    before = sheet.word(year.first - 1)
    is_of_verb = year.first > begin and (before in _MADE or is_past(before, frozenset()))
    is_same = begin <= first < end
    words = [*range(begin, year.first), *range(year.stop, end)]
    is_alone = all(sheet.word(at) in _LITTLE or not sheet.tokens[at].has_content for at in words)
    if is_alone or year.first == stop or year.stop == first:
        return True
    between = range(min(stop, year.stop), max(first, year.first))
    is_parted = any(sheet.word(at) == "的" for at in between)
    if is_same:
        return not (is_of_verb or is_parted)
    return None if is_of_verb else False


def _holds_years(slot: Slot) -> bool:
    """Return whether a number field is of years itself: ``year``, 年份, or 1998 to 2015."""
    if slot.kind is not FieldKind.NUMBER:
        return False
    is_named = slot.name.casefold() in _YEAR or "年份" in slot.name
    return is_named or (slot.low is not None and slot.low in _YEARS)


def _years_in(sheet: Sheet, today: date) -> Iterable[_Year]:
    """Yield the years that are said, with the words that lead to them."""
    for index in range(len(sheet.tokens)):
        if sheet.is_free(index):
            year = _relative_year(sheet, index, today) or _year_in_figures(sheet, index)
            if year is not None and sheet.are_free(year.first, year.stop):
                yield year


def _relative_year(sheet: Sheet, index: int, today: date) -> _Year | None:
    """Return ``last year``, ``two years ago`` or 去年 where it stands there."""
    word, after = sheet.word(index), sheet.word(index + 1)
    is_glue = is_glued(sheet.tokens, index + 1)
    step = _NEAR_YEARS_HAN.get(word) if after == "年" and is_glue else None
    step = _NEAR_YEARS.get(word) if after == "year" else step
    if step is not None:
        return _Year(today.year + step, index, index + 2)
    count, stop = count_at(sheet.tokens, index)
    is_ago = sheet.word(stop) in {"year", "years"} and sheet.word(stop + 1) == "ago"
    return _Year(today.year - (count or 0), index, stop + 2) if count and is_ago else None


def _year_in_figures(sheet: Sheet, index: int) -> _Year | None:
    """Return ``in 2025``, ``(2025)``, 2025年 or a clause that is a year."""
    token = sheet.tokens[index]
    if token.kind is not TokenKind.NUMBER or not (token.text.isascii() and token.text.isdigit()):
        return None
    if len(token.text) != 4 or int(token.text) not in _YEARS:
        return None
    number, first, stop = int(token.text), index, index + 1
    if sheet.word(stop) == "年" and is_glued(sheet.tokens, stop):
        return _Year(number, first, stop + 1)
    if sheet.word(index - 1) == "(" and sheet.word(stop) == ")":
        return _Year(number, first - 1, stop + 1)
    if is_glued(sheet.tokens, stop) and sheet.tokens[stop].has_content:
        return None
    while first > 0 and sheet.word(first - 1) in _LEADS and sheet.is_free(first - 1):
        first -= 1
    is_led = first < index
    return _Year(number, first, stop) if is_led or sheet.is_clause(index, stop) else None
