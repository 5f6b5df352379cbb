"""Words that ask at the edges of an item: ``would we enjoy Dune``, ``Dune will I like it``."""

import re
from typing import Final

from core.assistant.reading.sheet import Sheet

_MAY: Final = r"(?:would|will|do|does|did|should|could|might)"
_WHO: Final = r"(?:i|we|you|he|she|they|people|everyone|anyone)"
_LIKE: Final = r"(?:like|love|enjoy|rate|recommend|watch|read|play|try|hate)"
_LEAD: Final = re.compile(
    r"(?-i:(?:ok(?:ay)?,? |so |but )?(?:and|or))(?: for)?"  # a title may begin with "And"
    rf"|(?:do you think |so )?{_MAY} {_WHO} (?:really )?{_LIKE}(?-i: an?)?"
    rf"|do you think(?: {_WHO}(?: would| will| ?['’]d| ?['’]ll) {_LIKE})?"
    rf"|(?:what|how) {_MAY} {_WHO} (?:give|rate|score|think of|like)(?: an?| the)?"
    r"|how (?:good|nice|great|bad|fun|tasty) (?:is|are|was|were|would|will)(?-i: an?| the)?(?: be)?"
    r"|how (?:is|are)|how['’]?s"
    r"|(?:any )?(?:thoughts|opinions?|views?) (?:on|of|about)"
    r"|(?:你觉得)?(?:我|我们|大家|你)?(?:会不会|会|应该会|可能会)喜欢|(?:你)?觉得",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    rf"[\s,]*(?:{_MAY} {_WHO} (?:really )?{_LIKE}(?: (?:it|this|that))?"
    r"|is it (?:any )?(?:good|worth it|worth watching|bad)|what do you think|any good|worth it"
    r"|(?:你觉得|觉得)?(?:我|我们|大家|你)?(?:会不会|会|应该会|可能会)喜欢(?:它|这个)?[吗么嘛]?"
    r"|(?:好|值得)(?:看|玩|吃|喝|听|读)[吗么嘛]|怎么?样|咋样|好不好(?:看|玩|吃|喝|听)?|如何|呢)[\s?？!.。]*",
    re.IGNORECASE,
)


_ASKS: Final = re.compile(r"[吗么嘛][\s?？!.。]*")
"""What ends a question that begins with words that ask; a title may end so as well."""


_BE: Final = frozenset(["is", "was", "are", "were"])
_LONGEST: Final = 24
"""Words and signs that ask at one edge, at most: 你觉得大家应该会喜欢这个吗 has 14."""


def without_question(sheet: Sheet, first: int, stop: int) -> tuple[int, int]:
    """Return where an item begins and ends without the words that ask about it.

    Nothing is cut from what is quoted, and never everything.
    """
    if sheet.word(first) in {'"', "“", "「"}:
        return first, stop
    is_led = False
    for start in range(min(stop - 1, first + _LONGEST), first, -1):
        if _LEAD.fullmatch(sheet.text(first, start)):
            first, is_led = start, True
            break
    for end in range(max(first + 1, stop - _LONGEST), stop):
        tail = sheet.text(end, stop)
        if _TAIL.fullmatch(tail) or (is_led and _ASKS.fullmatch(tail)):
            is_verb_first = end < stop and sheet.word(first) in _BE and first + 1 < end
            return first + is_verb_first, end  # "is Dune any good"
    return first, stop


def only_asks(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a clause asks and names nothing: ``is it any good``."""
    return stop - first <= _LONGEST and _TAIL.fullmatch(sheet.text(first, stop)) is not None
