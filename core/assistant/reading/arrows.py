"""Where the target of a lesson begins: ``size 1 -> 2``, ``size 3 = 6``."""

from collections.abc import Sequence

from core.assistant.reading.names import Names
from core.assistant.reading.pair_names import name_before
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import TokenKind


def split_at_arrow(sentence: str, slots: Sequence[Slot]) -> tuple[str, str] | None:
    """Return what stands before and after the last arrow, or None where there is none.

    An equals sign is an arrow where no field's name stands before it. Without slots, as nothing
    is known of a task yet, it is one where a number stands before it in its clause.
    """
    sheet = Sheet(sentence, slots)
    arrows = [index for index, token in enumerate(sheet.tokens) if token.kind is TokenKind.ARROW]
    at = arrows[-1] if arrows else _equals_sign(sheet)
    if at is None:
        return None
    return sentence[: sheet.tokens[at].start], sentence[sheet.tokens[at].end :]


def _equals_sign(sheet: Sheet) -> int | None:
    signs = [index for index, token in enumerate(sheet.tokens) if token.text == "="]
    if not signs or signs[-1] == 0:
        return None
    last = signs[-1]
    is_arrow = _has_no_name(sheet, signs) if sheet.slots else _has_number(sheet, last)
    return last if is_arrow else None


def _has_no_name(sheet: Sheet, signs: Sequence[int]) -> bool:
    names, last = Names(sheet.slots), signs[-1]
    since = signs[-2] + 1 if len(signs) > 1 else 0
    exact = name_before(sheet, names, last, since=since)
    return exact is None and names.nearest(sheet.tokens[last - 1].text) is None


def _has_number(sheet: Sheet, sign: int) -> bool:
    for token in reversed(sheet.tokens[:sign]):
        if token.kind is TokenKind.NUMBER:
            return True
        if token.kind is TokenKind.BREAK or token.text in {":", "="}:
            return False
    return False
