"""What a text says is so, and what it says is not: ``32 not 22``, 不是周二，是周五."""

import re
from collections.abc import Sequence
from typing import Final

_ENDS: Final = " .!。！,，;；"
_IS: Final = r"(?:(?:it|that|they)(?:['’]?s|['’]re| is| was| are| were) |was |is )?+"
"""What leads to what is so, or is not."""
_IS_NOT: Final = rf"(?:{_IS}not|(?:[^,;]{{1,30}}\s)?(?:is|was|are|were)n['’]?t)"
"""What leads to what is not so: ``the milk wasn't``."""
_CONTRAST: Final = (
    re.compile(
        rf"{_IS}(?P<new>.{{1,40}}?)\s*+[,;–—-]?\s*+"
        r"\b(?:and not|not|instead of|rather than)\s+(?P<old>.{1,40})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_IS_NOT}\s+(?P<old>[^,;–—]{{1,40}})(?:[,;]|\s[–—])\s*(?:but |rather )?{_IS}"
        r"(?P<new>\S.{0,40})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_IS_NOT}\s+(?P<old>.{{1,40}}?)"
        rf"(?:\s*[,;–—-]\s*|\s+)(?:but |rather )?{_IS}(?P<new>\S.{{0,40}})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<old>.{1,40}?)\s+should (?:be|have been|read|say)\s+(?P<new>.{1,40})", re.IGNORECASE
    ),
    re.compile(
        r"[^\d，,；;。]{0,10}?不是(?P<old>.{1,20}?)[，,\s]*(?:而?是|应该是)(?P<new>.{1,20})"
    ),
    re.compile(r"是?(?P<new>.{1,20}?)[，,\s]*(?:而不是|不是)(?P<old>.{1,20})"),
    re.compile(r"(?P<old>.{1,20}?)(?:应该是|应为|改成|改为)(?P<new>.{1,20})"),
)
"""What is so, and what it is not, of which one was typed."""
_LONGEST_CONTRAST: Final = 120
"""Characters of a sentence that says so: 40 for either side, and the words between them."""
_ON: Final = re.compile(
    r"^(?:on|in(?!\s+\d)|at(?!\s+\d))\s+(?:an?\s+|the\s+)?(?=\S)", re.IGNORECASE
)


def contrasted(text: str) -> Sequence[tuple[str, str]]:
    """Return what a text says is so and what is not, in each way that it can be parted."""
    bare = text.strip(_ENDS)
    if len(bare) > _LONGEST_CONTRAST:
        return ()
    found = (pattern.fullmatch(bare) for pattern in _CONTRAST)
    return [(_side(one["new"]), _side(one["old"])) for one in found if one]


def _side(text: str) -> str:
    """Return one side of a contrast without the words that lead to it: ``on a Friday``."""
    return _ON.sub("", text.strip(_ENDS))
