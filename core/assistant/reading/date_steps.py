"""Which dates of a sentence are the values of which date fields."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from core.assistant.reading.dates import DateMention, date_at
from core.assistant.reading.fitting_days import fits
from core.assistant.reading.marks import Marks, slots_of_kind
from core.assistant.reading.names import Named, numbered_slot
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import WORDS, TokenKind, is_glued, words_of
from core.assistant.reading.units import unit_at
from core.domain.fields import FieldKind

_LEADS: Final = frozenset(["on", "the"])
"""What leads to a day: ``on 3.10.``, ``the 3.10.``."""
_BETWEEN: Final = frozenset(["it", "them", "one", "and", "since", "from", "between"])
"""Other words that may stand before a day."""
_UNTIL: Final = frozenset(["to", "till", "until", "-", "–", "—"])
"""What joins the days of a range."""
_JOINING: Final = _UNTIL | {"and", "or"}
_DOTS: Final = frozenset(".…")
_MONTH_DIGITS: Final = 2
"""What tells a month at a sentence's end from a number's decimal: ``3.10.``, not ``3.5.``."""


def read_dates(sheet: Sheet, marks: Marks, *, today: date) -> None:
    """Read dates where the task has a date field; one that fits none is ignored."""
    if not any(slot.kind is FieldKind.DATE for slot in sheet.slots):
        return
    mentions = _dates_in(sheet, marks, today)
    for mention in mentions:
        named = _name_beside(marks, mention)
        if named is not None and named.slot.kind is FieldKind.DATE:
            _give_named(sheet, marks, named, mention)
    rest = [
        mention for mention in mentions if sheet.is_free(mention.first) and not mention.is_loose
    ]
    slots = slots_of_kind(sheet, FieldKind.DATE)
    rest = _without_numbers(sheet, marks, rest, has_day=not slots)
    fitting = [one for one in rest if len(slots) == 1 and fits(sheet, slots[0], one, today)]
    if fitting:
        _give_any(sheet, slots[0], fitting)
    for mention in rest:
        if sheet.is_free(mention.first):
            sheet.ignore(mention.first, mention.stop)
    for mention in mentions:
        user = sheet.user_of(mention.first)
        if mention.time is not None and user is not None and user in sheet.values:
            sheet.ignore(mention.time, mention.stop)  # a date holds no time: it is shown


def _without_numbers(
    sheet: Sheet, marks: Marks, mentions: Sequence[DateMention], *, has_day: bool
) -> list[DateMention]:
    """Return the dates without 25号 where a number may be meant: then that is asked.

    Args:
        sheet: the sentence.
        marks: the names in it.
        mentions: the dates that are left.
        has_day: whether each date field has its day.
    """
    slot = numbered_slot(sheet.slots)
    bare = [m for m in mentions if sheet.word(m.stop - 1) == "号" and m.stop == m.first + 2]
    bare = [m for m in bare if "." not in sheet.word(m.first)]
    if slot is None or not sheet.is_open(slot) or not bare:
        return list(mentions)
    led = [m for m in bare if (named := marks.leading_to(m.first)) and named.slot is slot]
    has_number = any(
        named.slot is slot and all(named.first != m.stop - 1 for m in bare)
        for named in marks.free(FieldKind.NUMBER)
    )
    if has_number and not led:  # 号码25，12号
        return list(mentions)
    rest = [mention for mention in mentions if mention not in (led or bare)]
    if not (led or has_day or rest):
        sheet.leave_unread(slot, bare[0].first, bare[0].stop)
    return rest


def _give_named(sheet: Sheet, marks: Marks, named: Named, mention: DateMention) -> None:
    """Give a date to the field whose name stands beside it."""
    first, stop = min(named.first, mention.first), max(named.stop, mention.stop)
    if not sheet.is_open(named.slot):
        for day in mention.readings:
            sheet.contest(named.slot, day, first, stop)
    elif _give(sheet, named.slot, mention):
        marks.take(named, mention.first, mention.stop)
    elif not mention.is_loose:
        sheet.leave_unread(named.slot, first, stop, value=mention.first)


def _give_any(sheet: Sheet, slot: Slot, mentions: Sequence[DateMention]) -> None:
    """Give the only date field the only date, and ask where there are several or none is clear."""
    readings = tuple(dict.fromkeys(day for mention in mentions for day in mention.readings))
    first = mentions[0]
    if len(mentions) == 1 and not readings:
        sheet.leave_unread(slot, first.first, first.stop)
    elif len(mentions) == 1:
        _give(sheet, slot, first)
    elif len(readings) == 1:
        _give(sheet, slot, next(mention for mention in mentions if mention.readings))
    elif readings and sheet.ask(slot, readings, first.first, first.stop):
        for mention in mentions[1:]:
            sheet.take_also(slot, mention.first, mention.stop)


def _is_number(sheet: Sheet, index: int) -> bool:
    return sheet.tokens[index].kind is TokenKind.NUMBER


def _name_beside(marks: Marks, mention: DateMention) -> Named | None:
    return marks.leading_to(mention.first) or marks.after(mention.stop)


def _dates_in(sheet: Sheet, marks: Marks, today: date) -> list[DateMention]:
    found, index, is_past = [], 0, any(slot.is_past for slot in sheet.slots)
    read = partial(date_at, sheet.tokens, today=today, is_past=is_past)
    while index < len(sheet.tokens):
        mention = read(index) if sheet.is_free(index) else None
        is_weekday = mention is not None and mention.is_relative
        if sheet.is_free(index) and (is_weekday or (mention is None and _is_number(sheet, index))):
            short = read(index, is_named=True)
            mention = (_as_day(sheet, marks, short) if short else None) or mention
        if mention is not None and sheet.are_free(index, mention.stop):
            found.append(mention)
            index = mention.stop
        else:
            index += 1
    return found


def _as_day(sheet: Sheet, marks: Marks, mention: DateMention) -> DateMention | None:
    """Return two figures as a day and a month: named so, or as only a day is written."""
    first = mention.first
    at = next((i for i in range(first, mention.stop) if _is_number(sheet, i)), None)
    if at is None or mention.is_relative:
        return None
    is_dotted = "." in sheet.word(at) and sheet.word(at + 1) == "." and at + 1 < mention.stop
    is_closed = is_dotted and _closes_day(sheet, at, mention.stop)
    if at > first:
        return mention if is_closed else None  # "Sunday 12.10.", not "Sunday 7.5 km"
    named = _name_beside(marks, mention)
    if named is not None and named.slot.kind is FieldKind.DATE:
        return mention
    if "." not in sheet.word(at) or sum(s.kind is FieldKind.DATE for s in sheet.slots) != 1:
        return None
    if is_closed:
        return _closed_day(sheet, marks, mention)
    is_open_end = _is_end(sheet, mention.stop) and sheet.word(first - 1) in _UNTIL
    if is_open_end and _is_behind_day(sheet, first - 1):
        return mention  # "1.11. to 3.11"
    at_on = first - 1 - (sheet.word(first - 1) == "the")
    if sheet.word(at_on) != "on" or not (is_dotted or _is_end(sheet, mention.stop)):
        return None
    is_clear = _has_month_digits(sheet, at) or (is_dotted and at_on < first - 1)
    return mention if is_clear else replace(mention, is_unsure=True)


def _closed_day(sheet: Sheet, marks: Marks, mention: DateMention) -> DateMention | None:
    """Return a day before whose full stop no word leads to another number; unsure as a sentence."""
    before, stop = mention.first - 1, mention.stop
    if sheet.word(before) in _LEADS or _is_behind_day(sheet, before):
        return mention
    if marks.leading_to(mention.first) is not None or not _is_apart(sheet, before):
        return None
    is_word = stop < len(sheet.tokens) and sheet.tokens[stop].kind in WORDS
    is_unsure = is_word and not _has_month_digits(sheet, mention.first)  # "3.5. it was sunny"
    return replace(mention, is_unsure=is_unsure)


def _closes_day(sheet: Sheet, at: int, stop: int) -> bool:
    """Return whether the full stop behind figures ends no sentence, or they are no decimal."""
    if stop < len(sheet.tokens) and (sheet.word(stop) in _DOTS or is_glued(sheet.tokens, stop)):
        return sheet.word(stop) not in _DOTS
    goes_on = stop < len(sheet.tokens) and not sheet.text(stop, stop + 1)[0].isupper()
    return goes_on or _has_month_digits(sheet, at)


def _has_month_digits(sheet: Sheet, at: int) -> bool:
    return len(sheet.word(at).partition(".")[2]) == _MONTH_DIGITS


def _is_behind_day(sheet: Sheet, joint: int) -> bool:
    """Return whether a word joins what follows to another such day: ``1.11. to 3.11.``."""
    is_joint = joint > 1 and sheet.word(joint) in _JOINING and sheet.word(joint - 1) == "."
    is_spaced = is_joint and not is_glued(sheet.tokens, joint)
    return is_spaced and _is_number(sheet, joint - 2) and "." in sheet.word(joint - 2)


def _is_apart(sheet: Sheet, index: int) -> bool:
    """Return whether the word there makes no other number of the next: ``iOS 12.5.``."""
    word = sheet.word(index)
    if index > 0 and word in {"-", "/", "and"} and _is_number(sheet, index - 1):
        return False  # "rain 2 and 2.11."
    if word in {"-", "/"} and is_glued(sheet.tokens, index):
        return False  # "1.11.-3.11."
    if index < 0 or sheet.tokens[index].kind not in WORDS or not sheet.is_free(index):
        return True
    is_unit = _is_number(sheet, max(0, index - 1)) and unit_at(sheet.tokens, index, own=sheet.own)
    is_known = any(word in words_of(value) for slot in sheet.slots for value in slot.seen)
    return bool(is_unit) or is_known or word in _BETWEEN


def _is_end(sheet: Sheet, index: int) -> bool:
    return index >= len(sheet.tokens) or not sheet.tokens[index].has_content


def _give(sheet: Sheet, slot: Slot, mention: DateMention) -> bool:
    if not mention.readings:
        return False
    if len(mention.readings) > 1 or mention.is_unsure:
        return sheet.ask(slot, mention.readings, mention.first, mention.stop)
    return sheet.fill(slot, mention.readings[0], mention.first, mention.stop)
