"""What a sentence excludes, which is no value of its case: 除了佳能, ``except Malta``."""

import re
from bisect import bisect_left
from typing import Final

from core.assistant.reading.sheet import Sheet
from core.domain.fields import FieldKind

_EXCLUDED: Final = re.compile(
    r"(?:除了|除去|除开)[^,，.。;；:：!！?？\s]{1,12}?"
    r"(?:以外|之外|外|(?=其[他它余]|别的|都|全|谁|[,，.。;；:：!！?？\s]|\Z))"
    r"|除[^,，.。;；:：!！?？\s了]{1,12}?(?:以外|之外|外)"
    r"|[^,，.。;；:：!！?？\s]{1,8}除外"
    r"|\b(?:except(?:\sfor)?|excluding|other\sthan|(?:anything|everything|anywhere|all|any)\sbut)"
    r"(?:\s(?:the|an?|our|my))?\s[^\W\d]+(?:\s(?!and\b|with\b|for\b|in\b|on\b|at\b|by\b)[^\W\d]+)?"
    r"|\b(?:instead\sof|rather\sthan)\s(?:(?:the|our|my)\s)?"
    r"(?:(?:usual|planned|normal|expected|original)\s)?\d+(?:[.,:]\d+)*",
    re.IGNORECASE,
)
_INCLUDED: Final = re.compile(r"[^,，.。;；]{0,12}?[,，]?\s*[^,，.。;；]{0,6}?[还也又]")
"""What follows where the words mean "besides": 除了阳台还有花园."""


def excludes(text: str) -> bool:
    """Return whether a text says what something is not about."""
    return _EXCLUDED.search(text) is not None


def set_excluded_aside(sheet: Sheet) -> None:
    """Ignore what the sentence says that it is not about; it is shown as such."""
    if any(slot.kind is FieldKind.TEXT or slot.holds_item for slot in sheet.slots):
        return
    starts = [token.start for token in sheet.tokens]
    for found in _EXCLUDED.finditer(sheet.source):
        if found[0].startswith("除") and _INCLUDED.match(sheet.source, found.end()):
            continue
        first, stop = bisect_left(starts, found.start()), bisect_left(starts, found.end())
        if first < stop and sheet.are_free(first, stop):
            sheet.ignore(first, stop)
