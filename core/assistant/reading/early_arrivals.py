"""What came early in a lesson of how late things are: 提前了3分钟 is offered as −3."""

import re
from typing import Final

from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.quantities import quantity_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, is_unit_of, settled
from core.domain.fields import FieldKind

_LATENESS: Final = re.compile(
    r"晚点|延误|误点|迟到|晚到|延迟|\bdelay|\blate(?:ness)?\b", re.IGNORECASE
)
_BEFORE: Final = phrases("提 前 到 了|提 前 了|提 前|早 到 了|早 到|早 了")


def read_early(sheet: Sheet) -> None:
    """Offer for the open target, where it says how late, the negative of how early it was."""
    slot = next((slot for slot in sheet.open_slots() if slot.key is None), None)
    is_late = slot is not None and slot.kind is FieldKind.NUMBER and _LATENESS.search(slot.name)
    if slot is None or not is_late:
        return
    for at in range(len(sheet.tokens)):
        found = _early_at(sheet, slot, at)
        if found is not None:
            number, stop = found
            sheet.ask(slot, (-number,), at, stop)
            return


def _early_at(sheet: Sheet, slot: Slot, at: int) -> tuple[float, int] | None:
    """Return how early it was, where that is said there, and where the words end."""
    first = phrase_at(sheet.tokens, at, _BEFORE)
    if first is None or first >= len(sheet.tokens):
        return None
    quantity = quantity_at(sheet.tokens, first, own=sheet.own)
    if quantity is None or not is_unit_of(quantity, slot) or not sheet.are_free(at, quantity.stop):
        return None
    number = settled(quantity, slot)
    return (number, quantity.stop) if isinstance(number, float) else None
