"""Words that stand for a cell without a value."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from core.assistant.files.word_sets import word_set

ALWAYS: Final = word_set(
    "nan null n/a #n/a #na n.a. n.a n\\a \\n <na> (null) (blank) ?",
    "-- --- – — #div/0! #ref! #value! #name? #num! #null! #error!",
    "- . .. k.a. ??? nil undefined",
) | {"not available", "not applicable", "no data", "#n/a n/a", "keine angabe", "暂无数据"}
"""No category is called so."""
SOMETIMES: Final = word_set(
    "na none unknown missing 无 未知 暂无 缺失 空 不详 keine unbekannt",
    "inconnu - n tba tbd",
) - {"n", "-"}
"""North America and Namibia are NA, a smoker of nothing smokes None: values where they recur."""
_RECURS: Final = 2


def missing_in_numbers(cells: Iterable[str]) -> frozenset[str]:
    """Return which of a column's cells stand for a missing number or date, case folded."""
    return frozenset({cell.casefold() for cell in cells} & (ALWAYS | SOMETIMES))


def missing_in_names(counts: Mapping[str, int], elsewhere: frozenset[str]) -> frozenset[str]:
    """Return which of a category column's cells stand for a missing value, case folded.

    Args:
        counts: how often each cell occurs.
        elsewhere: the words that stand for missing numbers in the same file.
    """
    folded: Counter[str] = Counter()
    for cell, count in counts.items():
        folded[cell.casefold()] += count
    values = {
        word
        for word in SOMETIMES
        if folded[word] >= _RECURS and (word not in elsewhere or word == "none")
    }
    return frozenset((folded.keys() & (ALWAYS | SOMETIMES)) - values)
