"""Weekdays as categories: in one field a day has one spelling, the one that is known."""

from typing import Final

from core.assistant.reading.relative_days import HAN_WEEKS, WEEKDAYS, weekday_at
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import tokenise
from core.domain.fields import FieldKind

_FULL: Final = WEEKDAYS.split()
SHORT_DAYS: Final = [day[:3] for day in _FULL]
WEEKS: Final = tuple("".join(words) for words in HAN_WEEKS)
_HAN: Final = [[f"{week}{day}" for day in f"一二三四五六{sun}"] for week in WEEKS for sun in "日天"]
_STYLES: Final = (
    *([change(day) for day in days] for days in (_FULL, SHORT_DAYS) for change in (str.title, str)),
    *_HAN,
)
"""The ways to write all seven days."""


def weekday_of(text: str) -> int | None:
    """Return which day of the week the whole text is, Monday being 0; None if it is none."""
    tokens = tokenise(text)
    found = weekday_at(tokens, 0)
    return found[0] if found is not None and found[1] == len(tokens) else None


def holds_weekdays(slot: Slot) -> bool:
    """Return whether all that the slot has seen are weekdays."""
    if slot.kind is not FieldKind.CATEGORY or not slot.seen:
        return False
    return all(weekday_of(value) is not None for value in slot.seen)


def as_spelt(text: str, slot: Slot) -> str | None:
    """Return a weekday as the slot spells it: 星期六 as 周六 beside 周一; None where it is none.

    A numeral alone is one behind the slot's name: 六 in the field 星期. Beside a spelling of its
    own, as "Tues", a day stays as it was typed.
    """
    if not holds_weekdays(slot):
        return None
    name = slot.name if slot.name in WEEKS else ""
    day = weekday_of(text)
    day = weekday_of(f"{name}{text}") if day is None and name else day
    if day is None:
        return None
    known = [value for value in slot.seen if weekday_of(value) == day]
    styles = [days for days in _STYLES if {*slot.seen} <= {*days}]
    if known or slot.options:
        return known[0] if known else None
    return styles[0][day] if styles else text if weekday_of(text) == day else None
