"""Columns with the same value in each row, from which nothing can be learned."""

from typing import Final

from core.assistant.files.cells import fold_name
from core.assistant.files.columns import MOSTLY, TOLD, Column, Typed
from core.domain.fields import FieldKind

_NAMES: Final = (FieldKind.CATEGORY, FieldKind.YES_NO)


def is_constant(column: Column, typed: Typed) -> bool:
    """Return whether a column says the same of each row.

    A word that stands in some rows alone, as ``PB`` beside best times, tells those from the
    others; a single one of all rows tells nothing, and so does a number without another.
    """
    counts = column.without(typed.writing.missing)
    if typed.left_out or column.rows < TOLD or not counts:
        return False
    if len({fold_name(cell) for cell in counts}) > 1:
        return False
    filled = counts.total()
    return typed.kind not in _NAMES or filled == 1 or filled >= MOSTLY * column.rows
