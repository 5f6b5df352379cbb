"""What came early in a task of how late things are: 提前了3分钟 and ``3 min early`` are −3."""

import re
import unicodedata
from typing import Final

from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.quantities import quantity_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, is_unit_of, settled
from core.assistant.reading.traditional import simplified
from core.domain.task import TargetKind, Task

_NAMES_LATE: Final = re.compile(
    r"(?<![a-z])(?:late(?:ness)?|delay(?:s|ed)?|overdue|overruns?|lags?)(?![a-z])"
    r"|[晚误]点|晚[到了多几]|迟到|延[误迟时期]|拖[延期]|逾期"
)
_NAMES_EARLY: Final = re.compile(
    r"(?<![a-z])(?:early|earliness|ahead|lead|before)(?![a-z])|提前|早"
)
_EARLY: Final = re.compile(
    r"\b(?:too |so )?(?:early|ahead of (?:time|schedule|plan)|before time|too soon|sooner)\b"
    r"(?: by\b)?|\bahead by\b|提[前早](?:到了?)?了?|早(?:到了?|了)",
    re.IGNORECASE,
)
_BEFORE: Final = phrases(
    "提 前 到 了|提 前 了|提 前 到|提 前|提 早 到 了|提 早 了|提 早|早 到 了|早 到|早 了"
    "|early by|ahead by"
)
_BEHIND: Final = phrases(
    "early|too early|so early|ahead of time|ahead of schedule|ahead of plan|before time|too soon"
)


def is_of_delay(task: Task) -> bool:
    """Return whether the amounts of a task say how late something is, and not how early."""
    if task.target.kind is not TargetKind.NUMBER:
        return False
    names = f"{task.name} {task.target.name} {task.target.unit or ''}"
    return bool(_NAMES_LATE.search(_folded(names))) and not names_early(names)


def names_early(names: str) -> bool:
    """Return whether what is called so tells itself how early something is."""
    return _NAMES_EARLY.search(_folded(names)) is not None


def says_early(text: str) -> bool:
    """Return whether a text says that something was before its time."""
    return _EARLY.search(_folded(text)) is not None


def without_early(text: str) -> str:
    """Return a text without the words that say so, or the same where it says nothing else."""
    rest = _EARLY.sub(" ", simplified(text))
    return rest if rest != simplified(text) and rest.strip() else text


def read_early(sheet: Sheet) -> None:
    """Offer for the open target of how late something is the negative of how early it was."""
    slot = next((slot for slot in sheet.open_slots() if slot.key is None), None)
    if slot is None or any(names_early(each.name) for each in sheet.slots):
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
    start = at if first is None else first
    quantity = None
    if start < len(sheet.tokens):
        quantity = quantity_at(sheet.tokens, start, own=sheet.own)
    if quantity is None or not is_unit_of(quantity, slot):
        return None
    stop = quantity.stop if first else phrase_at(sheet.tokens, quantity.stop, _BEHIND)
    if stop is None or not sheet.are_free(at, stop):
        return None
    number = settled(quantity, slot)
    return (number, stop) if isinstance(number, float) else None


def _folded(text: str) -> str:
    return re.sub(r"[’'`]", "", simplified(unicodedata.normalize("NFKC", text).casefold()))
