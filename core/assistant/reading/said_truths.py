"""The one truth that a member's sentence about an answer says, clause by clause."""

import re
from collections.abc import Collection
from typing import Final

from core.assistant.reading.misread import Misread
from core.assistant.reading.negation import is_negated, without_denial
from core.assistant.reading.records import Known, Unclear
from core.assistant.reading.relative import relatives_in
from core.assistant.reading.slots import own_dimensions, slot_of_target
from core.assistant.reading.sums import says_sum
from core.assistant.reading.taken_back import without_taken_back
from core.assistant.reading.tokens import tokenise
from core.assistant.reading.truths import other_label, read_truth
from core.domain.task import Target, TargetKind, Truth

_BREAKS: Final = re.compile(
    r"[,;.!…](?=\s|$)|[，；。！、\n]|\s[-–—]\s|(?<=[一-鿿])\s+(?=[一-鿿])"
    r"|\b(?:but|instead of|rather than)\b|而是|但是",
    re.IGNORECASE,
)
_DROPPED: Final = re.compile(r"\b(?:instead of|rather than)\b", re.IGNORECASE)
"""What parts two clauses, of which the second says what the truth is not."""
_RELATIVE: Final = re.compile(
    r"\b(?:too|(?<!more )(?<!sort )(?:more|less|fewer|higher|lower|off|above|below|over|under)|"
    r"cheaper|dearer|longer|shorter|bigger|smaller)\b(?! like\b)|[+-]\s?\d+\s?%|"
    r"\bby \d|(?:高|低|多|少|贵|便宜|长|短|大|小|差)了|[多少高低贵]\s?\d|上下浮动",
    re.IGNORECASE,
)
"""Words that tell how far from the truth an answer is, not what the truth is."""
_YEAR: Final = re.compile(
    r"\b(?:in|since|until|till|during|of|from|before|after|by)\s+(?:\w+\s+)?(?:19|20)\d\d\b"
    r"(?!\s*[^\W\d_])|(?:19|20)\d\d\s?年",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d|[★⭐]")


def read_said_truth(text: str, target: Target, known: Known) -> Truth | Unclear:
    """Return the truth that a sentence about an answer says.

    Of a number that is the one clause which says it: ``nope, way less, like 250k I think``. One
    that denies a number (``not 500k``), says how far off it was or names a year says none. Of two
    labels, denying one says the other.

    Raises:
        InvalidValue: it says none, or several.
    """
    if target.kind is TargetKind.CATEGORY:
        return other_label(text, target, known) or read_truth(text, target, known)
    text = _YEAR.sub(" ", without_taken_back(text))
    own = own_dimensions([slot_of_target(target, known)])
    clauses = [c for c in _clauses(text) if _NUMBER.search(c) or _is_relative(c, own)]
    plain = [clause for clause in clauses if not _says_how_far(clause, own)]
    said = [clause for clause in plain if not is_negated(without_denial(tokenise(clause)))]
    is_whole = len(clauses) == len(said) and not _DROPPED.search(text)
    if is_whole and not (clauses and _says_how_far(text, own)):
        return read_truth(text, target, known)
    if len(said) != 1:
        raise Misread("said how far", text=text.strip()[:40], name=target.name)
    return read_truth(said[0], target, known)


def _says_how_far(text: str, own: Collection[str]) -> bool:
    """Return whether a text tells how far off an answer is, and no sum that makes the truth."""
    if not (_RELATIVE.search(text) or _is_relative(text, own)):
        return False
    return not says_sum(tokenise(text), own=own)


def _is_relative(clause: str, own: Collection[str]) -> bool:
    """Return whether a clause says a number that is only more or less than another: 再多两个."""
    return any(each.is_sure for each in relatives_in(tokenise(clause), clause, own))


def _clauses(text: str) -> list[str]:
    """Return the clauses of a text, those left out that a word denies."""
    clauses, start, is_dropped = [], 0, False
    for found in _BREAKS.finditer(text):
        clauses += [] if is_dropped else [text[start : found.start()]]
        start, is_dropped = found.end(), bool(_DROPPED.match(found[0]))
    return clauses if is_dropped else [*clauses, text[start:]]
