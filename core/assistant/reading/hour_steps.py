"""Times of the day, where a field holds hours of it: 3 pm, 下午三点半 and 15:30 are 15 or 15.5."""

import re
from typing import Final

from core.assistant.reading.hours import DAY, hours_at
from core.assistant.reading.marks import Marks
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.domain.fields import FieldKind

_CLOCK_NAMES: Final = re.compile(r"\b(?:time|when)\b|时间|時間|几点|幾點", re.IGNORECASE)
"""Names of fields without a unit that may hold hours of the day: ``start time``, 时间."""


def read_hours(sheet: Sheet, marks: Marks) -> None:
    """Read the times of a sentence where one field holds such; two of them are asked about.

    A part of the day that a category knows is left to it: 下午 of 下午3点 beside 时段.
    """
    slots = [slot for slot in sheet.open_slots() if _holds_hours(slot)]
    takes_clock = any(slot.is_hour_of_day for slot in slots)
    found = _times_in(sheet, takes_clock=takes_clock) if slots else []
    if not found:
        return
    named = marks.before(found[0][0])
    of_name = [slot for slot in slots if named is not None and named.slot is slot]
    if len(slots) > 1 and not of_name:
        return
    slot = (of_name or slots)[0]
    first, number, stop, hours = found[0]
    if len(found) > 1 or hours is None:
        hours_said = tuple(dict.fromkeys(one[3] for one in found if one[3] is not None))
        if len(hours_said) < 2 or not sheet.ask(slot, hours_said, first, stop):
            sheet.ignore(first, stop)
        for other in found[1:]:
            sheet.take_also(slot, other[0], other[2])
        return
    start = first if named is None or named.slot is not slot else named.first
    start = number if _is_category(sheet, sheet.text(first, number)) else start
    sheet.fill(slot, hours, start, stop)


def _holds_hours(slot: Slot) -> bool:
    if slot.kind is not FieldKind.NUMBER:
        return False
    is_named = slot.unit is None and _CLOCK_NAMES.search(slot.name) is not None
    return slot.is_hour_of_day or (is_named and (slot.high is None or slot.high <= DAY))


def _is_category(sheet: Sheet, text: str) -> bool:
    return any(slot.kind is FieldKind.CATEGORY and text in slot.seen for slot in sheet.slots)


def _times_in(sheet: Sheet, *, takes_clock: bool) -> list[tuple[int, int, int, float | None]]:
    """Return where the free times of a sentence begin, where their number does, their end."""
    found, at = [], 0
    while at < len(sheet.tokens):
        is_free = sheet.is_free(at)
        time = hours_at(sheet.tokens, at, takes_clock=takes_clock) if is_free else None
        if time is not None and sheet.are_free(at, time[1]):
            found.append((at, *time))
            at = time[1]
        else:
            at += 1
    return found
