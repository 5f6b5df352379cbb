"""The numbers of a sentence, with what changes them and how often they are there."""

from dataclasses import replace

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.bounds import bound_before, relative_spans
from core.assistant.reading.foreign_amounts import is_adverb, is_one_of_all
from core.assistant.reading.marks import Marks
from core.assistant.reading.quantities import quantity_at
from core.assistant.reading.repeats import with_repeats
from core.assistant.reading.sheet import Sheet


def free_quantities(sheet: Sheet, marks: Marks) -> list[Quantity]:
    """Return the quantities among the free words."""
    found, index, names = [], 0, marks.covered()
    relative = relative_spans(sheet)
    while index < len(sheet.tokens):
        stop = relative.get(index)
        if stop is not None and sheet.are_free(index, stop):
            found.append(
                Quantity(first=index, stop=stop, figures=(), unit_first=stop, is_altered=True)
            )
            index = stop
            continue
        is_free = sheet.is_free(index)
        quantity = quantity_at(sheet.tokens, index, own=sheet.own, names=names) if is_free else None
        is_no_count = quantity is not None and (
            (quantity.stop not in names and is_adverb(sheet, quantity))
            or is_one_of_all(sheet, quantity)
        )
        if quantity is not None and is_no_count:
            index = quantity.stop
        elif quantity is not None and sheet.are_free(quantity.first, quantity.stop):
            bound = bound_before(sheet, quantity.first)
            if bound is not None:
                first = bound if sheet.are_free(bound, quantity.stop) else quantity.first
                quantity = replace(quantity, first=first, figures=(), is_altered=True)
            found.append(quantity)
            index = quantity.stop
        else:
            index += 1
    return with_repeats(sheet, found, names)
