"""A letter behind digits: thousands and millions, ``5K``, or a part of a code, ``2B``."""

import re
from collections import Counter
from typing import Final

from core.assistant.files.column_names import names_key
from core.assistant.files.missing import least_recurring
from core.assistant.files.number_texts import is_bare_number

_LETTERED: Final = re.compile(r"[+\-−]?\d[\d.,]*([^\W\d_])")
_WHOLE: Final = re.compile(r"\d+[KkMBb]")
_SCALES: Final = frozenset("KMBk")
_EITHER: Final = frozenset("mw")
"""Metres, minutes or millions; watts or 万: they tell nothing of what stands beside them."""
_SIZES: Final = {"k": 1e3, "m": 1e6, "b": 1e9}
_FAR: Final = 1e4
"""Times: nobody writes millions beside plain numbers that are all below a hundred."""
_LAKHS: Final = frozenset("lLcC")
_MANY: Final = 20
"""Rows, beside which one odd cell is a slip."""
_MOST_LABELS: Final = 12
"""Different cells: of more a column of ``12K`` holds amounts, as no set of labels is so long."""
_LONGEST_CODE: Final = 3
"""Letters: a longer word under a heading for codes may say that there is none."""
_SHARE_OF_LETTERS: Final = 0.1
"""With fewer of its cells, letters among digits may stand for missing ones."""


def have_codes(counts: Counter[str], *, in_lakhs: bool) -> bool:
    """Return whether no letter behind digits in a column can be a scale."""
    return are_parts_of_codes(counts, in_lakhs=in_lakhs) or _are_far_from_plain(counts)


def are_parts_of_codes(counts: Counter[str], *, in_lakhs: bool) -> bool:
    """Return whether other letters than those of a scale stand behind digits: ``2A``, ``2B``."""
    known = _SCALES | _EITHER | (_LAKHS if in_lakhs else frozenset())
    letters: Counter[str] = Counter()
    for cell, count in counts.items():
        if found := _LETTERED.fullmatch(cell.strip()):
            letters[found[1]] += count
    others = sum(count for letter, count in letters.items() if letter not in known)
    scaled = sum(letters[letter] for letter in _SCALES)
    return bool(scaled and others) and (others > 1 or scaled < _MANY)


def _are_far_from_plain(counts: Counter[str]) -> bool:
    """Return whether a scale would lead far beyond all plain numbers: ``2B`` beside 13 and 75."""
    lettered = {cell for cell in counts if _LETTERED.fullmatch(cell.strip())}
    letters = {cell.strip()[-1].casefold() for cell in lettered}
    plain = [abs(float(cell)) for cell in counts if is_bare_number(cell.strip())]
    if len(letters) != 1 or not all(_WHOLE.fullmatch(cell.strip()) for cell in lettered):
        return False
    highest = max(plain, default=0.0)
    return len(plain) + len(lettered) == len(counts) and (
        0 < _FAR * highest <= _SIZES[letters.pop()]
    )


def are_labels(counts: Counter[str]) -> bool:
    """Return whether nothing tells that one letter behind few whole numbers is a scale.

    Plain numbers, currencies, fractions or another scale beside them would: ``850k``, ``1.2M``.
    """
    letters = {cell.strip()[-1:] for cell in counts}
    are_whole = all(_WHOLE.fullmatch(cell.strip()) for cell in counts)
    return are_whole and len(letters) == 1 and len(counts) <= _MOST_LABELS


def ends_in_letter(cell: str) -> bool:
    """Return whether one letter stands behind the digits of a cell: ``2B``."""
    return bool(_LETTERED.fullmatch(cell.strip()))


def are_lettered_codes(heading: str, counts: Counter[str]) -> bool:
    """Return whether letters stand alone beside whole numbers as codes of one set: ``a``, ``0``.

    So they do where the heading says so, or where several letters have a share among few digits.
    """
    letters = Counter({cell: n for cell, n in counts.items() if cell.isalpha()})
    digits = [cell for cell in counts if cell.isascii() and cell.isdigit()]
    if len(letters) + len(digits) < len(counts) or letters.total() < least_recurring(counts):
        return False
    if names_key(heading):
        return all(len(cell) <= _LONGEST_CODE for cell in letters)
    are_single = all(len(cell) == 1 for cell in (*letters, *digits))
    return are_single and len(letters) > 1 and letters.total() >= _SHARE_OF_LETTERS * counts.total()
