"""The weekdays that a sentence names, where a field holds such."""

from collections.abc import Mapping
from typing import Final

from core.assistant.reading.category_context import is_denied
from core.assistant.reading.marks import Marks
from core.assistant.reading.relative_days import weekday_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import TokenKind
from core.assistant.reading.weekdays import WEEKS, as_spelt, holds_weekdays, weekday_of
from core.domain.fields import FieldKind

_SUN: Final = "sun"
_OTHER_WORDS: Final = frozenset([_SUN, "sat", "wed", "mon"])
"""Short names of days that are other words, too, where they are written small."""
_DAY_NAMES: Final = frozenset(
    ["day", "weekday", "day of week", "day of the week", "星期", "礼拜", "周几", "星期几"]
)
"""Names of fields that hold days of the week, whichever words they are."""


def read_known_weekdays(sheet: Sheet, marks: Marks) -> None:
    """Read a weekday that a category knows before a date could take it: ``Friday`` for "Fri".

    It is a clause of its own, or stands behind the category's name, and begins no longer date.
    """
    slots = [s for s in sheet.open_slots() if s.kind is FieldKind.CATEGORY and s.key is not None]
    for at in range(len(sheet.tokens) if slots else 0):
        day = weekday_at(sheet.tokens, at) if sheet.is_free(at) else None
        if day is None or not _is_clear(sheet, at):
            continue
        named = marks.before(at)
        is_alone = named is None and sheet.is_clause(at, day[1])
        for slot in slots:
            is_of_slot = is_alone or (named is not None and named.slot is slot)
            values = [v for v in (*slot.options, *slot.seen) if weekday_of(v) == day[0]]
            if is_of_slot and values and sheet.is_open(slot):
                start = at if named is None else named.first
                sheet.fill(slot, values[0], start, day[1])
                break


def read_weekdays(sheet: Sheet, marks: Marks) -> None:
    """Read the weekdays of a sentence where one field holds such; two of them are asked about."""
    slots = [slot for slot in sheet.open_slots() if slot.key is not None and holds_weekdays(slot)]
    found: dict[str, tuple[int, int]] = {}
    for first, stop in _days_in(sheet):
        if not slots:
            _fill_new(sheet, marks, first, stop)
        elif len(slots) == 1 and (value := as_spelt(sheet.text(first, stop), slots[0])):
            found.setdefault(value, (first, stop))
    if found:
        _fill_or_ask(sheet, marks, slots[0], found)


def _days_in(sheet: Sheet) -> list[tuple[int, int]]:
    """Return where free words stand that name a day and are not denied."""
    found = []
    for at in range(len(sheet.tokens)):
        day = weekday_at(sheet.tokens, at)
        is_free = day is not None and sheet.are_free(at, day[1]) and not is_denied(sheet, at)
        if day is not None and is_free and _is_clear(sheet, at):
            found.append((at, day[1]))
    return found


def _is_clear(sheet: Sheet, at: int) -> bool:
    """Return whether an English name is a day: ``Sun``, not ``sun``; yet ``sat`` as a clause."""
    token = sheet.tokens[at]
    if token.kind is not TokenKind.WORD or token.text not in _OTHER_WORDS:
        return True
    is_alone = token.text != _SUN and sheet.is_clause(at, at + 1)
    return is_alone or sheet.source[token.start].isupper()


def _fill_new(sheet: Sheet, marks: Marks, first: int, stop: int) -> None:
    """Give a day to the field of such that has seen none: 星期六 to 星期, ``Friday`` to "day"."""
    for slot in sheet.open_slots():
        is_new = slot.kind is FieldKind.CATEGORY and not slot.seen
        is_named = slot.name in WEEKS and sheet.text(first, stop).startswith(slot.name)
        if is_new and (is_named or slot.name.casefold() in _DAY_NAMES):
            named = marks.before(first)
            start = named.first if named is not None and named.slot is slot else first
            sheet.fill(slot, sheet.text(first, stop), start, stop)
            return


def _fill_or_ask(
    sheet: Sheet, marks: Marks, slot: Slot, found: Mapping[str, tuple[int, int]]
) -> None:
    (first, stop), *others = found.values()
    named = marks.before(first)
    if named is not None and named.slot is slot:
        first = named.first
    if not others:
        sheet.fill(slot, next(iter(found)), first, stop)
    elif sheet.ask(slot, tuple(found), first, stop):
        for span in others:
            sheet.take_also(slot, *span)
