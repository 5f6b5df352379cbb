"""Which names of fields may go with a number: the one before it, or the one that it counts."""

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.foreign_amounts import is_other_amount
from core.assistant.reading.marks import Marks
from core.assistant.reading.names import Named
from core.assistant.reading.quantities import quantity_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, rather_nearest_unit
from core.assistant.reading.speech import SOLD_FOR
from core.assistant.reading.tokens import TokenKind, is_glued
from core.domain.fields import FieldKind

_PREPOSITIONS = (" for", " at")
_MOST_IN_TURN = 8
"""Names in a row that each follow their number."""
_INDIRECT = (" us", " me", " him", " her", " them", " you")  # whom it cost; what it did follows


def names_beside(sheet: Sheet, marks: Marks, quantity: Quantity) -> list[Named]:
    """Return the names that may go with the number, the likeliest first."""
    if not quantity.figures:
        return []
    before = marks.before(quantity.first)
    is_of = quantity.has_unit and sheet.word(quantity.stop) == "of"  # "1 kg of sugar"
    after = marks.after(quantity.stop + is_of) or _counted_as(sheet, marks, quantity)
    if after is not None and _leads_to_another(sheet, quantity, after):
        after = None
    is_led = before is not None or not _numbers_lead(sheet, marks, after)
    own = _own_number(sheet, after) if after is not None and is_led else None
    if own is not None and (
        marks.leads_its_clause(quantity.first) or _is_rather_its(sheet, own, quantity, after)
    ):
        after = None  # "model 3 mileage 30000": the mileage has its own number
    if after is not None and _is_rather_of_another(sheet, quantity, after, own):
        after = None
    if is_glued(sheet.tokens, quantity.stop):  # "3-bed", "3室"
        is_word = sheet.tokens[quantity.stop].kind is TokenKind.WORD
        if is_word and after is None and sheet.is_free(quantity.stop):
            before = None  # what "12x" means is not known
        before, after = after, before
    short = None
    if before is None and after is None:
        unit = quantity.unit_first
        short = marks.abbreviated(unit + (sheet.word(unit) == "-"))
    is_other = is_other_amount(sheet, quantity.first)  # "lost 20 min"
    found = [named for named in (before, after, short) if named is not None]
    return [named for named in found if not (is_other and named.slot.key is None)]


def _numbers_lead(sheet: Sheet, marks: Marks, named: Named | None) -> bool:
    """Return whether each number is followed by its name, the last too: 5斤糯米2斤肉.

    The last may be of something that no field asks for: 5斤糯米2斤水果.
    """
    for _ in range(_MOST_IN_TURN):
        number = _own_number(sheet, named) if named is not None else None
        if named is None or number is None:
            return named is not None
        named = marks.after(number.stop)
        if named is None:
            return _counts_other(sheet, number.stop)
        if named.slot.kind is not FieldKind.NUMBER:
            return False
    return False


def _counts_other(sheet: Sheet, stop: int) -> bool:
    """Return whether Chinese words follow a number right away that are no field's name."""
    is_inside = stop < len(sheet.tokens) and sheet.is_free(stop)
    is_joined = is_inside and is_glued(sheet.tokens, stop)
    return is_joined and sheet.tokens[stop].kind is TokenKind.HAN


def _is_rather_of_another(
    sheet: Sheet, quantity: Quantity, named: Named, own: Quantity | None
) -> bool:
    """Return whether the unit of a number says another field than the name behind it.

    ``10 km climb 500 m`` is no climb of 10 km; nor is ``12000 m climb 0.6 km`` one of 12 km. Yet
    ``4 lb, 1 kg of sugar`` has a kilogram of sugar, whatever the units of the fields.
    """
    slots = open_slots_in_unit_of(sheet, quantity) if quantity.has_unit else []
    others = [slot for slot in slots if slot is not named.slot]
    return bool(others) and (named.slot not in slots or own is not None)


def _leads_to_another(sheet: Sheet, quantity: Quantity, named: Named) -> bool:
    """Return whether words say what number comes, not what the one before them was.

    ``3 sold for 240k``, ``the big one costs 240k``.
    """
    cue = sheet.text(named.first, named.stop).casefold()
    is_pronoun = sheet.text(quantity.first, quantity.stop).casefold() == "one"
    if cue.endswith(_INDIRECT) and _own_number(sheet, named) is not None:
        return True  # "the tacos for 5 cost us 66"
    return cue in SOLD_FOR and (is_pronoun or cue.endswith(_PREPOSITIONS))


def _counted_as(sheet: Sheet, marks: Marks, quantity: Quantity) -> Named | None:
    """Return the name behind a category that says what kind is counted: 42 stoneware pieces."""
    stop = quantity.stop
    while (slot := sheet.user_of(stop)) is not None and slot.kind is FieldKind.CATEGORY:
        stop += 1
    named = marks.after(stop) if stop > quantity.stop and not quantity.measures else None
    if named is None or named.slot.kind is not FieldKind.NUMBER:
        return None
    return named if _own_number(sheet, named) is None else None


def _own_number(sheet: Sheet, named: Named) -> Quantity | None:
    """Return the number that follows a name as well, if any."""
    is_free = sheet.is_free(named.stop)
    found = quantity_at(sheet.tokens, named.stop, own=sheet.own) if is_free else None
    return None if found is None or found.is_loose else found


def _is_rather_its(sheet: Sheet, own: Quantity, quantity: Quantity, named: Named | None) -> bool:
    """Return whether of the numbers around a name the second is in its unit: 四千五 用了一年."""
    slots = open_slots_in_unit_of(sheet, own) if own.has_unit and not quantity.has_unit else []
    return named is not None and slots != [] and rather_nearest_unit(own, slots) == [named.slot]


def open_slots_in_unit_of(sheet: Sheet, quantity: Quantity) -> list[Slot]:
    """Return the open slots in whose unit the number is given."""
    dimensions = {measure.dimension for measure in quantity.measures}
    found = {slot for name in dimensions for slot in sheet.slots_measuring(name)}
    return [slot for slot in found if sheet.is_open(slot) and not sheet.is_unread(slot)]
