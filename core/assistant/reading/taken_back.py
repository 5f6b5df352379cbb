"""A number that words take back at once for another: ``45, no, 47``, 30，不对，32."""

import re
from typing import Final

_PARTING: Final = r"\s,;.…!！，。；、–—-"
_LEAD: Final = re.compile(
    rf"(?<![{_PARTING}])[{_PARTING}]++"
    r"(?:(?:(?:no|nope|wait|sorry|oops|whoops|actually|rather|i meant?|make (?:that|it))\b"
    r"|哦?不对|哦不|不是(?=[\s，,。])|说?错了|应该|抱歉|不好意思)是?"
    rf"[{_PARTING}]*+)++(?=[0-9])",
    re.IGNORECASE,
)
"""What stands between the number that is taken back and the one that is meant."""
_NUMBER: Final = re.compile(r"[0-9]")


def without_taken_back(text: str) -> str:
    """Return what words say last, where they take the number before it back; else the text."""
    found = list(_LEAD.finditer(text))
    if not found or _NUMBER.search(text[: found[-1].start()]) is None:
        return text
    return text[found[-1].end() :]
