"""Amounts that are no truth alone: what was added, taken off or paid back: 多5块, 退了5块."""

import re
from typing import Final

_ADDED: Final = re.compile(
    r"(?:(?<![差至最很众许更几太好不么])[多少](?:[收付花给来算交用卖])?|(?<![参更附])加[收价]?|减去?|差)"
    r"(?:[了掉上]|我|你){0,2}\s?\Z"
    r"|\b(?:another|extra|additional)\s\Z"
    r"|\b(?:same|that|this|it|yours|usual)\s+(?:plus|minus|less)\s\Z",
    re.IGNORECASE,
)
"""What stands right before an amount that is only how much more or less there was."""
_PAID_BACK: Final = re.compile(
    r"(?:[退返找省补赔涨降贵高低]|优惠|倒贴)(?:[了掉回还给现零款钱我你他她]){0,4}\s?\Z"
    r"|\b(?:refund(?:ed)?|rebate|cashback|saved?|saving|overpaid|underpaid)"
    r"(?:\s(?:me|us|of|by|was|about)){0,2}\s\Z",
    re.IGNORECASE,
)
"""The same of money."""
_BEHIND: Final = re.compile(r"\s(?:off|on top|back|extra)\s*(?:[.,;!]|\Z)", re.IGNORECASE)
"""What follows such an amount."""
_DIFFERENCES: Final = re.compile(r"discount|\boff\b|rebate|refund|saving|extra")
"""What names a target that is such an amount itself."""
_WORDS: Final = re.compile(r"[a-z]{4,}|[^\W\da-z]")
_STEM: Final = 3
"""Letters that two forms of one word share: ``saved`` of ``savings``."""


def is_moved(before: str, behind: str, name: str, *, is_money: bool) -> bool:
    """Return whether the words beside an amount say that it was added, taken off or paid back.

    Args:
        before: the words before the amount.
        behind: those behind it and its unit.
        name: of the target, whose own amounts may be such: 退款 of 退了5块.
        is_money: whether the amount is money.
    """
    found = _ADDED.search(before) or (_PAID_BACK.search(before) if is_money else None)
    folded = name.casefold()
    if found is not None:
        words = _WORDS.findall(found[0].casefold())
        return not any(word[:_STEM] in folded for word in words)
    return _BEHIND.match(behind) is not None and not _DIFFERENCES.search(folded)
