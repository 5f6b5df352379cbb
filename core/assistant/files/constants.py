"""Columns of which nothing can be learned: the same in each row, or filled in in hardly any."""

from typing import Final

from core.assistant.files.cells import TRUE, fold_name
from core.assistant.files.column_names import says_whether
from core.assistant.files.columns import MOSTLY, TOLD, Column, Typed
from core.domain.fields import FieldKind

_NAMES: Final = (FieldKind.CATEGORY, FieldKind.YES_NO)
_SPARSE: Final = 0.03
"""Share of the rows."""


def tells_nothing(column: Column, typed: Typed) -> str:
    """Return why nothing can be learned from a column, as a key of what is said; else nothing.

    A word that stands in some rows alone, as ``PB`` beside best times, tells those from the
    others; a single one of all rows tells nothing, and so does a number without another. Whether
    ``TRUE`` alone leaves no for the empty cells, only a heading as ``isNew`` says.
    """
    counts = column.without(typed.writing.missing)
    if typed.left_out or column.rows < TOLD or not counts:
        return ""
    filled = counts.total()
    folded = {fold_name(cell) for cell in counts}
    if len(folded) == 1 and (
        typed.kind not in _NAMES or filled == 1 or filled >= MOSTLY * column.rows
    ):
        return "out constant"
    if filled < _SPARSE * column.rows:
        return "out sparse"
    return "out only yes" if folded <= TRUE and not says_whether(column.heading) else ""
