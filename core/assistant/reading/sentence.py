"""A plain sentence as the values of a task's fields, and of its target in a lesson."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from core.assistant.reading import category_steps, near_steps, number_steps, order_steps
from core.assistant.reading.arrows import split_at_arrow
from core.assistant.reading.categories import Vocabulary
from core.assistant.reading.count_names import read_counted, read_oneself
from core.assistant.reading.date_steps import read_dates
from core.assistant.reading.early_arrivals import is_of_delay, read_early, without_early
from core.assistant.reading.excluded import set_excluded_aside
from core.assistant.reading.free_quantities import free_quantities
from core.assistant.reading.hour_steps import read_hours
from core.assistant.reading.joined_categories import ask_second
from core.assistant.reading.leftovers import ask_counted, unread_in
from core.assistant.reading.lesson_truth import (
    as_asked,
    field_named,
    is_asked,
    is_no_text,
    is_no_truth,
    truth_and_more,
)
from core.assistant.reading.marks import Marks
from core.assistant.reading.misread import Misread
from core.assistant.reading.names import Names
from core.assistant.reading.new_categories import read_named_new
from core.assistant.reading.opposites import read_un_and_less
from core.assistant.reading.pairs import read_pairs
from core.assistant.reading.plurals import other_numbers
from core.assistant.reading.records import Known, Reading, Unclear
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, slot_of_target, slots_of
from core.assistant.reading.speech import COST_WHOM, SOLD_FOR
from core.assistant.reading.text_steps import offer_left, read_named_rest, read_text
from core.assistant.reading.tokens import TokenKind, words_of
from core.assistant.reading.told_amounts import read_told
from core.assistant.reading.told_verbs import read_told_verbs
from core.assistant.reading.truths import beside_truth, read_truth
from core.assistant.reading.vague_days import read_vague_days
from core.assistant.reading.weekday_steps import read_known_weekdays, read_weekdays
from core.assistant.reading.year_steps import read_years_apart
from core.assistant.reading.yes_no_steps import read_yes_or_no
from core.domain.fields import FieldKind
from core.domain.task import Task
from core.domain.text import visible

_SAID_ONCE: Final = frozenset({FieldKind.NUMBER, FieldKind.DATE})
"""Kinds of fields whose names say nothing more once they are read."""


def read_question(
    sentence: str,
    task: Task,
    known: Known,
    *,
    today: date,
    is_quoted: bool = False,
    is_past: bool = False,
) -> Reading:
    """Return what a question says of the task's fields; a target after an arrow is ignored.

    Args:
        sentence: what was written.
        task: whose fields.
        known: what the task has seen.
        today: the member's day, from which days in words are counted.
        is_quoted: whether it was not written as a question: an arrow in it is part of it.
        is_past: whether it is about what has been, so that a day without a year has passed.
    """
    sentence = visible(sentence)
    slots, rival = slots_of(task, known, is_past=is_past), slot_of_target(task.target, known)
    parts = None if is_quoted else split_at_arrow(sentence, slots)
    if parts is None or not is_no_text(parts[1], task.target, known):
        return _reading(_read(sentence, slots, today, rival=rival), task)
    reading = _reading(_read(parts[0], slots, today), task)
    target = parts[1].strip(" ?")
    return replace(reading, unread=(*reading.unread, target)) if target else reading


def read_lesson(sentence: str, task: Task, known: Known, *, today: date) -> Reading:
    """Return what a lesson says of the task's fields and of its target.

    The target is what follows the arrow or, without one, what is named (``price 420k``), said
    (``sold for 420k``) or left over for it alone.

    Raises:
        InvalidValue: what follows the arrow is no target of this task.
    """
    sentence = visible(sentence)
    slots = slots_of(task, known, is_past=True)
    parts = split_at_arrow(sentence, slots)
    if parts is None:
        all_slots = (*slots, slot_of_target(task.target, known))
        sheet = _read(sentence, all_slots, today, is_delay=is_of_delay(task))
        return _reading(sheet, task)
    has_text = any(slot.kind is FieldKind.TEXT for slot in slots)
    earlier = split_at_arrow(parts[0], slots)
    if earlier is not None and not (has_text and is_no_truth(earlier[1], task.target, known)):
        raise Misread("one lesson")
    named = field_named(parts[1], slots)
    if named is not None:
        raise Misread("field for target", name=named.name, said=parts[1].strip())
    said, more = truth_and_more(parts[1], task.target)
    timely = without_early(said) if is_of_delay(task) else said
    truth = read_truth(timely, task.target, known)
    reading = _reading(_read(parts[0], slots, today, is_told=True), task)
    if more:
        others = [slot for slot in slots if _may_follow_target(slot, reading)]
        reading = _joined(reading, _reading(_read(more, others, today), task))
    beside = beside_truth(timely, task.target, known)
    reading = replace(reading, unread=(*reading.unread, *beside))
    if is_asked(said, task.target, known):
        truth = as_asked(timely, task.target, known)
    elif timely != said and isinstance(truth, float):
        truth = Unclear(field=None, text=said.strip(), readings=(-abs(truth),))
    if isinstance(truth, Unclear):
        return replace(reading, unclear=(*reading.unclear, truth))
    return replace(reading, target=truth)


def _may_follow_target(slot: Slot, reading: Reading) -> bool:
    """Return whether the slot is still open, and no text, which would take in any remark."""
    is_open = slot.key not in reading.values and all(u.field != slot.key for u in reading.unclear)
    return is_open and slot.kind is not FieldKind.TEXT and not slot.holds_item


def _joined(reading: Reading, more: Reading) -> Reading:
    """Return a lesson with what was said of its fields behind its target."""
    return Reading(
        values={**reading.values, **more.values},
        unclear=(*reading.unclear, *more.unclear),
        offers=(*reading.offers, *(one for one in more.offers if one.is_named)),
        unread=(*reading.unread, *more.unread),
    )


def _read(
    sentence: str,
    slots: Sequence[Slot],
    today: date,
    *,
    rival: Slot | None = None,
    is_delay: bool = False,
    is_told: bool = False,
) -> Sheet:
    """Return the sheet after every step; each sees only what those before it left."""
    sheet = Sheet(sentence, slots, rival=rival)
    sheet.is_told = is_told
    cues = [(cue, slot) for slot in slots if slot.key is None for cue in (*SOLD_FOR, *COST_WHOM)]
    names, vocabulary = Names(slots, cues), Vocabulary(slots)
    set_excluded_aside(sheet)
    is_apart = partial(_is_value_alone, sheet, today)
    read_pairs(sheet, names, vocabulary, today=today, is_apart=is_apart)
    marks = Marks(sheet, names)
    _read_times(sheet, marks, today)
    category_steps.read_named_known(sheet, marks, vocabulary)
    for _ in range(2):  # what follows a name may be known itself: "Dune Villeneuve"
        category_steps.read_known(sheet, marks, vocabulary)
    read_un_and_less(sheet)
    marks.add_misspelt()
    quantities = free_quantities(sheet, marks)
    if is_delay:
        read_early(sheet)
    read_counted(sheet, quantities)
    number_steps.read_named(sheet, marks, quantities)
    read_yes_or_no(sheet, marks)
    read_named_new(sheet, marks, vocabulary)
    number_steps.read_by_unit(sheet, quantities)
    order_steps.read_in_order(sheet, today=today)
    order_steps.read_item(sheet)
    number_steps.read_others(sheet, quantities)
    number_steps.read_alone(sheet, quantities)
    read_oneself(sheet)
    read_told(sheet, quantities)
    read_told_verbs(sheet)
    number_steps.read_second(sheet, marks, quantities)
    order_steps.read_numeric_item(sheet)
    read_vague_days(sheet, marks)
    near_steps.offer_near(sheet, vocabulary)
    read_named_rest(sheet, marks)
    read_text(sheet)
    ask_second(sheet, vocabulary)
    number_steps.ignore_numbers(sheet, quantities)
    return sheet


def _read_times(sheet: Sheet, marks: Marks, today: date) -> None:
    """Read what says when: days of the week, dates, years and times of the day."""
    read_known_weekdays(sheet, marks)
    read_dates(sheet, marks, today=today)
    read_years_apart(sheet, marks, today=today)
    read_weekdays(sheet, marks)
    read_hours(sheet, marks)


def _is_value_alone(sheet: Sheet, today: date, first: int, stop: int) -> bool:
    """Return whether a clause behind a named text is all a known value of another field."""
    others = [
        slot
        for slot in sheet.open_slots()
        if slot.kind is not FieldKind.TEXT and not slot.holds_item and slot.key is not None
    ]
    if stop - first > _LONGEST_APART or not sheet.may_compare(len(others) * _CLAUSE_COST):
        return False
    if all(token.kind is TokenKind.NUMBER for token in sheet.tokens[first:stop]):
        return False
    alone = _read(sheet.text(first, stop), others, today)
    is_known = all(
        slot.kind is not FieldKind.CATEGORY or value in slot.seen or _begins_with(alone, slot)
        for slot, value in alone.values.items()
    )
    return (
        bool(alone.values) and is_known and not (alone.unclear or alone.offers or unread_in(alone))
    )


def _begins_with(sheet: Sheet, slot: Slot) -> bool:
    """Return whether the sentence begins with the slot's name."""
    name = words_of(slot.name)
    return tuple(token.text for token in sheet.tokens[: len(name)]) == tuple(name)


_LONGEST_APART = 8
"""Words and signs of a clause that says another field's value; more are a part of the text."""
_CLAUSE_COST = 20
"""Reading a clause takes about as long as comparing so many words with each field."""


def _names_filled(sheet: Sheet) -> set[str]:
    """Return the words of the names of numbers and dates that are read: ``2 days of drying``."""
    slots = [slot for slot in sheet.slots if slot.kind in _SAID_ONCE and slot in sheet.values]
    return {word for slot in slots for word in words_of(slot.name)}


def _reading(sheet: Sheet, task: Task) -> Reading:
    idle = {word for name in (task.name, task.target.name) for word in words_of(name)}
    plural = {other for word in idle for other in other_numbers(word)}
    spans = unread_in(sheet, idle | plural | _names_filled(sheet))
    offer_left(sheet, spans)
    spans = ask_counted(sheet, spans)
    target = next((value for slot, value in sheet.values.items() if slot.key is None), None)
    return Reading(
        values={s.key: sheet.values[s] for s in sheet.slots if s in sheet.values and s.key},
        target=target if isinstance(target, float | str) else None,
        unclear=tuple(sheet.unclear[slot] for slot in sheet.slots if slot in sheet.unclear),
        offers=tuple(sheet.offers),
        unread=tuple(text for span in spans if (text := sheet.text(*span)).strip()),
    )
