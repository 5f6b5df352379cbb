"""Which field each number of a sentence goes to: by name, by unit, or because it alone fits."""

from collections.abc import Iterable, Sequence

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.foreign_amounts import (
    counts_persons,
    has_other_unit,
    is_other_amount,
    is_sum_of_money,
)
from core.assistant.reading.marks import Marks, slots_of_kind
from core.assistant.reading.names import Named
from core.assistant.reading.names_beside import names_beside, open_slots_in_unit_of
from core.assistant.reading.repeats import other_before
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import (
    Slot,
    candidates_for,
    is_far_smaller,
    is_unit_of,
    rather_nearest_unit,
    settled,
    usual_in,
)
from core.assistant.reading.speech import (
    FILLERS,
    HALVES_OF_DAY,
    STOP_WORDS,
)
from core.assistant.reading.tokens import is_glued, words_of
from core.assistant.reading.units import is_measure, is_money, own_measures, unit_key
from core.domain.fields import FieldKind

_JOINING = frozenset(["and", "or", "&", "/", "和", "跟", "或"])
"""What joins a second number to the one before it."""
_ADDING = {"+": 1, "plus": 1, "minus": -1, "less": -1, "加": 1, "减": -1}
"""What makes another number of the one before it with a second."""
_NONE = frozenset(["no", "zero"])
"""What says before a name that there is none of it."""
_ALWAYS_THERE = frozenset(["temperature", "span", "%"])
"""What is measured of a thing that always has some of it."""
_INCH_MARKS = frozenset("\"'")
_BEFORE_NUMBER = frozenset("([~≈\"':=,;")
_CLOCK_LEADS = frozenset(["at", "@"])
"""What stands before a bare number that is rather a time of the day than an amount."""
_AFTER_NUMBER = frozenset(".?!)]\"',;:")


def read_named(sheet: Sheet, marks: Marks, quantities: Sequence[Quantity]) -> None:
    """Read ``area 90``, ``3 rooms``, ``3-bed``, 三室."""
    names = marks.covered()
    for quantity in quantities:
        for named in names_beside(sheet, marks, quantity):
            elsewhere = quantity.has_unit and not is_unit_of(quantity, named.slot)
            if elsewhere and open_slots_in_unit_of(sheet, quantity):
                continue  # "bright rooms 90 m²": the area
            if named.stop <= quantity.first and has_other_unit(sheet, named.slot, quantity, names):
                stop = quantity.stop + (not quantity.is_ordinal)
                sheet.leave_unread(named.slot, named.first, stop, value=quantity.first)
                break
            if sheet.settle(named.slot, quantity):
                marks.take(named, quantity.first, quantity.stop)
                break
    read_second(sheet, marks, quantities)
    _read_none(sheet, marks)


def _read_none(sheet: Sheet, marks: Marks) -> None:
    """Read ``no tours`` as 0; a lesson with the first 0 of what has a unit is asked about.

    What is always there cannot be none: ``no temp`` says that nobody knows it.
    """
    for named in marks.free(FieldKind.NUMBER):
        slot, before = named.slot, sheet.word(named.first - 1)
        is_all = (sheet.word(named.stop), sheet.word(named.stop + 1)) == ("at", "all")
        stop = named.stop + 2 * is_all
        is_said = before in _NONE and sheet.is_free(named.first - 1) and sheet.is_open(slot)
        if not is_said or slot.key is None or not sheet.ends_at(stop):
            continue
        if slot.unit and not (slot.low is not None and slot.low <= 0):
            if own_measures(slot.unit)[0].dimension in _ALWAYS_THERE:
                continue
            if sheet.is_told:
                sheet.ask(slot, (0.0,), named.first - 1, stop)
        sheet.fill(slot, 0.0, named.first - 1, stop)


def read_second(sheet: Sheet, marks: Marks, quantities: Sequence[Quantity]) -> None:
    """Ask which of two numbers is meant where a second one goes to a field that has one."""
    for quantity in quantities:
        beside = {sheet.word(quantity.first - 1), sheet.word(quantity.first)}
        is_loose = quantity.is_loose and beside.isdisjoint(_ADDING)
        if sheet.are_free(quantity.first, quantity.stop) and not is_loose:
            _read_second(sheet, marks, quantity)


def _read_second(sheet: Sheet, marks: Marks, quantity: Quantity) -> None:
    """Read a number to which a name leads whose field has one, or cannot be that number."""
    first, joint = quantity.first - 1, sheet.word(quantity.first - 1)
    if joint not in _ADDING and sheet.word(quantity.first) in _ADDING:
        first, joint = quantity.first, sheet.word(quantity.first)  # "minus one"
    before = sheet.user_of(first - 1) if first > 0 else None
    if before is not None and (joint in _JOINING or joint in _ADDING):
        is_other = _counts(sheet, quantity.stop) or (
            quantity.has_unit and not is_unit_of(quantity, before)
        )
        is_number = before.kind is FieldKind.NUMBER and not is_other
        number = settled(quantity, before) if is_number else None
        one = sheet.values.get(before)
        if isinstance(number, float) and joint in _ADDING and isinstance(one, float):
            number = one + _ADDING[joint] * abs(number)
        if isinstance(number, float):
            sheet.contest(before, number, first, quantity.stop)
        return
    named = marks.leading_to(quantity.first) or _counted_again(sheet, marks, quantity)
    if named is None or named.slot.kind is not FieldKind.NUMBER:
        return
    if sheet.is_open(named.slot):
        if not (quantity.has_unit and open_slots_in_unit_of(sheet, quantity)):
            sheet.leave_unread(named.slot, named.first, quantity.stop, value=quantity.first)
        return
    number = settled(quantity, named.slot)
    if isinstance(number, float):
        first, stop = min(named.first, quantity.first), max(named.stop, quantity.stop)
        sheet.contest(named.slot, number, first, stop)


def _counted_again(sheet: Sheet, marks: Marks, quantity: Quantity) -> Named | None:
    """Return the name behind a number whose field another clause gives one: ``4 nights, 5 nights``.

    Both clauses begin with their number, as those of two cases do.
    """
    named = next((n for n in marks.free(FieldKind.NUMBER) if n.first == quantity.stop), None)
    begins = sheet.clause_of(quantity.first)[0] == quantity.first
    if named is None or not begins or sheet.is_open(named.slot) or quantity.has_unit:
        return None
    before = [first for first, _ in sheet.clauses() if first < quantity.first]
    return named if any(sheet.user_of(first) is named.slot for first in before) else None


def read_others(sheet: Sheet, quantities: Sequence[Quantity]) -> None:
    """Ask which number is meant where another thing of the same kind has one of its own."""
    for quantity in _still_free(sheet, quantities):
        first = None if quantity.is_loose else other_before(sheet, quantity)
        users = [sheet.user_of(at) for at in range(quantity.first)] if first is not None else []
        slot = next((s for s in reversed(users) if s and s.kind is FieldKind.NUMBER), None)
        number = settled(quantity, slot) if slot is not None else None
        if first is not None and slot is not None and isinstance(number, float):
            sheet.contest(slot, number, first, quantity.stop)


def read_by_unit(sheet: Sheet, quantities: Sequence[Quantity]) -> None:
    """Read ``90 m²`` where one field is in such a unit."""
    claims: dict[Slot, list[Quantity]] = {}
    for quantity in _still_free(sheet, quantities):
        slots = (
            open_slots_in_unit_of(sheet, quantity)
            if quantity.has_unit and not quantity.is_clock
            else []
        )
        if len(slots) > 1 and sheet.may_fit(len(slots)):
            slots = rather_nearest_unit(quantity, _spelled_so(sheet, quantity, slots))
        slots = [slot for slot in slots if not _is_beside(sheet, quantity, slot)]
        if len(slots) == 1 and candidates_for(quantity, slots[0]):
            claims.setdefault(slots[0], []).append(quantity)
    for slot, claimed in claims.items():
        _give(sheet, slot, claimed)
    for quantity in quantities:
        is_free = sheet.are_free(quantity.first, quantity.stop)
        if is_free and quantity.is_altered and quantity.has_unit:
            slots = open_slots_in_unit_of(sheet, quantity)
            if len(slots) == 1:
                sheet.leave_unread(slots[0], quantity.first, quantity.stop)
            elif slots:  # "over 20 km" is no name either
                sheet.ignore(quantity.first, quantity.stop)


def _spelled_so(sheet: Sheet, quantity: Quantity, slots: list[Slot]) -> list[Slot]:
    """Return the slots whose own unit is the word typed, where others measure something else.

    25 m beside fields in m and in min are metres, where the metres seen were about as many.
    """
    typed = unit_key("".join(t.text for t in sheet.tokens[quantity.unit_first : quantity.stop]))
    same = [slot for slot in slots if slot.unit and unit_key(slot.unit) == typed]
    if len(same) != 1 or len({own_measures(slot.unit or "")[0].dimension for slot in slots}) == 1:
        return slots
    is_usual = same[0].low is not None and usual_in(quantity, same[0])
    return same if is_usual else slots


def _is_beside(sheet: Sheet, quantity: Quantity, slot: Slot) -> bool:
    """Return whether a number in the slot's unit is no amount of it.

    A wheel of 28" is no distance in km, and ``lost 20 min`` not how long something took.
    """
    is_other = slot.key is None and is_other_amount(sheet, quantity.first)
    return is_other or is_far_smaller(quantity, slot) or counts_persons(sheet, quantity, slot)


def _give(sheet: Sheet, slot: Slot, claimed: list[Quantity]) -> None:
    usual = [quantity for quantity in claimed if usual_in(quantity, slot)]
    if len(claimed) > 1 and len(usual) == 1:
        claimed = usual
    if len(claimed) == 1:
        sheet.settle(slot, claimed[0])
    else:
        sheet.ask_which(slot, claimed)


def read_alone(sheet: Sheet, quantities: Iterable[Quantity]) -> None:
    """Read a bare number where, of the fields left, it fits the history of just one."""
    slots = [s for s in slots_of_kind(sheet, FieldKind.NUMBER) if not sheet.is_unread(s)]
    claims: dict[Slot, list[Quantity]] = {}
    for quantity in _still_free(sheet, quantities):
        if not _stands_alone(sheet, quantity) or not sheet.may_fit(len(slots)):
            continue
        fitting = [slot for slot in slots if usual_in(quantity, slot)]
        fitting = [slot for slot in fitting if not _is_beside(sheet, quantity, slot)]
        if _is_of_another(sheet, quantity):
            fitting = [slot for slot in fitting if is_unit_of(quantity, slot)]
        if sheet.word(quantity.first - 1) in _CLOCK_LEADS and not quantity.measures:
            fitting = [slot for slot in fitting if slot.is_hour_of_day]  # "we start at 9"
        if quantity.measures:
            fitting = _rather_money(sheet, quantity, fitting)
        elif _counts_category(sheet, quantity.stop):
            fitting = [slot for slot in fitting if not (slot.unit and is_measure(slot.unit))]
        if len(fitting) == 1 and fitting[0] is not sheet.rival:
            claims.setdefault(fitting[0], []).append(quantity)
    for slot, claimed in claims.items():
        if len(claimed) == 1:
            sheet.settle(slot, claimed[0])


def _counts_category(sheet: Sheet, at: int) -> bool:
    """Return whether a category in the plural stands there: ``2 tenors`` are no 2 euros."""
    slot = sheet.user_of(at)
    if slot is None or slot.kind is not FieldKind.CATEGORY:
        return False
    word = sheet.word(at)
    return word.endswith("s") and all(word not in words_of(value) for value in slot.seen)


def _is_of_another(sheet: Sheet, quantity: Quantity) -> bool:
    """Return whether a field is in such units: ``3 kg`` beside a weight are no size."""
    return quantity.has_unit and any(is_unit_of(quantity, slot) for slot in sheet.slots)


def _rather_money(sheet: Sheet, quantity: Quantity, fitting: list[Slot]) -> list[Slot]:
    """Return the slots of money if there are any: 420k is rather a price than a floor."""
    if sheet.rival is not None and usual_in(quantity, sheet.rival):
        fitting = [*fitting, sheet.rival]
    money = [slot for slot in fitting if slot.unit and is_money(own_measures(slot.unit))]
    if is_money(quantity.measures):  # 11 euros are no number of actors
        return money or [slot for slot in fitting if is_sum_of_money(slot)]
    return money or fitting


def _still_free(sheet: Sheet, quantities: Iterable[Quantity]) -> list[Quantity]:
    return [q for q in quantities if q.figures and sheet.are_free(q.first, q.stop)]


def _stands_alone(sheet: Sheet, quantity: Quantity) -> bool:
    """Return whether no word beside it says that it counts something else: ``iPhone 15``."""
    if quantity.is_loose or quantity.is_ordinal or quantity.is_clock:
        return False
    before, after = quantity.first - 1, quantity.stop
    if sheet.word(before) == "-" and _counts(sheet, before - 1):
        return False  # "profit - 5": a minus, or a dash
    if is_glued(sheet.tokens, quantity.first) and not _is_apart(sheet, before, _BEFORE_NUMBER):
        return False
    if is_glued(sheet.tokens, after) and not _is_apart(sheet, after, _AFTER_NUMBER):
        return False
    if is_glued(sheet.tokens, after) and sheet.word(after) in _INCH_MARKS:
        opened = [t.text for t in sheet.tokens[: quantity.first]].count(sheet.word(after))
        if not opened % 2:
            return False  # 28"
    if sheet.word(after) in HALVES_OF_DAY:
        return False
    return bool(quantity.measures) or not (_counts(sheet, before) or _counts(sheet, after))


def _is_apart(sheet: Sheet, index: int, signs: frozenset[str]) -> bool:
    return not sheet.is_free(index) or sheet.word(index) in signs


def _counts(sheet: Sheet, index: int) -> bool:
    if index < 0 or not sheet.is_free(index) or not sheet.tokens[index].has_content:
        return False
    return sheet.word(index) not in STOP_WORDS and sheet.word(index) not in FILLERS


def ignore_numbers(sheet: Sheet, quantities: Iterable[Quantity]) -> None:
    """Note the numbers that fitted no field, so that the member sees it."""
    for quantity in quantities:
        if sheet.are_free(quantity.first, quantity.stop) and not (
            quantity.figures and quantity.is_loose
        ):
            sheet.ignore(quantity.first, quantity.stop)
