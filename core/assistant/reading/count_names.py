"""Numbers whose nouns, or the beginning of a field's Chinese name, say which field is meant.

前面32个人 is of a field 前面人数, 8个月 of 月龄, 奶190 of 奶量, and ``just me`` is one person.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.counting import counts_people
from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import fold, is_glued
from core.domain.fields import FieldKind

_PERSONS: Final = "人数"
_COUNTED: Final = re.compile("(?:[个位名号]人?|人)")
"""What counts persons behind a number."""
_ROUGH: Final = re.compile("来[号个]?人|多[号个]?人|几[号个]?人")
"""The same of about so many."""
_BETWEEN: Final = re.compile(
    "(?:了|还|就|才|只|只有|有|是|的|大概|大约|差不多|约|排着?|坐着?|站着?)*"
)
"""What may stand between the beginning of a name and its number."""
_SAME: Final = {"前面": ("前面", "前头", "前边")}
"""Other words for the beginning of a name."""
_MONTHS: Final = "月龄"
_OF_MONTHS: Final = re.compile("个(?P<half>半)?月(?![前后内没以底初])大?")
_AMOUNT: Final = "量"
_ONESELF: Final = phrases(
    "just me|only me|just myself|only myself|by myself|on my own|just for me|only for me"
)
_LONGEST: Final = 8
"""Characters beside a number that are looked at."""


def read_counted(sheet: Sheet, quantities: Sequence[Quantity]) -> None:
    """Read numbers by what they count, where one open field is called so."""
    slots = [s for s in sheet.open_slots() if s.kind is FieldKind.NUMBER and s.key is not None]
    persons = [slot for slot in slots if len(_stem(slot, _PERSONS)) > 1]
    months = [slot for slot in slots if fold(slot.name) == _MONTHS]
    amounts = [slot for slot in slots if slot.unit and _stem(slot, _AMOUNT)]
    for quantity in quantities:
        if quantity.has_unit or not sheet.are_free(quantity.first, quantity.stop):
            continue
        for slot in persons:
            _read_persons(sheet, slot, quantity)
        if len(months) == 1:
            _read_months(sheet, months[0], quantity)
        for slot in amounts:
            _read_amount(sheet, slot, quantity)


def read_oneself(sheet: Sheet) -> None:
    """Read a clause that says that its member is alone as one person, of the one such field."""
    slots = [s for s in sheet.open_slots() if s.kind is FieldKind.NUMBER and s.key is not None]
    slots = [slot for slot in slots if counts_people(slot)]
    if len(slots) != 1:
        return
    for at in range(len(sheet.tokens)):
        stop = phrase_at(sheet.tokens, at, _ONESELF)
        if stop and sheet.are_free(at, stop) and sheet.is_clause(at, stop):
            sheet.fill(slots[0], 1.0, at, stop)
            return


def _stem(slot: Slot, end: str) -> str:
    """Return a name without its end; empty where it has another."""
    name = fold(slot.name)
    return name.removesuffix(end) if name.endswith(end) else ""


def _read_persons(sheet: Sheet, slot: Slot, quantity: Quantity) -> None:
    """Read 前面32个人, and 三十个人报名, of 前面人数 and 报名人数."""
    number = _end_of_number(sheet, quantity)
    behind = _han_from(sheet, number)
    counted = _ROUGH.match(behind) or _COUNTED.match(behind)
    if not counted or not sheet.is_open(slot):
        return
    stop, stem = number + counted.end(), _stem(slot, _PERSONS)
    first = _stem_before(sheet, stem, quantity.first)
    if first is None and behind[counted.end() :].startswith(stem):
        first, stop = quantity.first, stop + len(stem)
    if first is None or not sheet.are_free(first, stop):
        return
    if number > quantity.stop or counted.re is _ROUGH or quantity.is_altered:
        sheet.leave_unread(slot, first, stop, value=quantity.first)
    elif sheet.settle(slot, quantity):
        sheet.take_also(slot, first, stop)


def _end_of_number(sheet: Sheet, quantity: Quantity) -> int:
    """Return where the figures of a number end, before what makes it one of about so many."""
    stop = quantity.stop
    while stop > quantity.first + 1 and sheet.word(stop - 1) in "来多几号个人":
        stop -= 1
    return stop


def _stem_before(sheet: Sheet, stem: str, stop: int) -> int | None:
    """Return where the beginning of a name stands that leads to what begins there."""
    first = stop
    while first > 0 and stop - first < _LONGEST and sheet.is_free_han(first - 1):
        first -= 1
    text = "".join(sheet.word(at) for at in range(first, stop))
    for word in _SAME.get(stem, (stem,)):
        at = text.rfind(word)
        if at >= 0 and _BETWEEN.fullmatch(text, at + len(word)):
            return first + at
    return None


def _read_months(sheet: Sheet, slot: Slot, quantity: Quantity) -> None:
    """Read 8个月 and 8个半月 of 月龄."""
    number = _end_of_number(sheet, quantity)
    while number > quantity.first + 1 and sheet.word(number - 1) in "个半月":
        number -= 1
    found = _OF_MONTHS.match(_han_from(sheet, number))
    whole = sheet.word(quantity.first)
    figure = float(whole) if whole.isdecimal() and number == quantity.first + 1 else None
    if figure is None and quantity.figures and not quantity.is_altered:
        figure = quantity.figures[0].likely
    if not found or figure is None or not sheet.is_open(slot):
        return
    value = figure + (0.5 if found["half"] else 0.0)
    sheet.fill(slot, value, quantity.first, number + found.end())


def _read_amount(sheet: Sheet, slot: Slot, quantity: Quantity) -> None:
    """Read 奶190 of 奶量: the name without its end right before a number."""
    stem = _stem(slot, _AMOUNT)
    first = quantity.first - len(stem)
    is_said = first >= 0 and "".join(map(sheet.word, range(first, quantity.first))) == stem
    is_begun = is_said and (first == 0 or not is_glued(sheet.tokens, first))
    is_begun = is_begun or (is_said and not sheet.is_free_han(first - 1))
    is_end = not (sheet.is_free(quantity.stop) and is_glued(sheet.tokens, quantity.stop))
    is_end = is_end or not sheet.tokens[quantity.stop].has_content
    is_plain = is_glued(sheet.tokens, quantity.first) and sheet.word(quantity.first).isdecimal()
    is_meant = is_begun and is_end and is_plain and not quantity.is_altered
    if is_meant and sheet.are_free(first, quantity.stop) and sheet.settle(slot, quantity):
        sheet.take_also(slot, first, quantity.stop)


def _han_from(sheet: Sheet, at: int) -> str:
    """Return the Chinese characters that stand from there on."""
    stop = at
    while stop < len(sheet.tokens) and stop - at < _LONGEST and sheet.is_free_han(stop):
        stop += 1
    return "".join(sheet.word(index) for index in range(at, stop))
