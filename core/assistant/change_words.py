"""Words that change something into another: ``set the ticket to 9``, 把人数改成7; and clauses.

What is said aloud before it (``yeah no``, ``or was it``) or again behind it changes nothing.
"""

import re
from typing import Final

CLAUSES: Final = re.compile(r"[;!；！。，、]|(?<!\d)[,.]|[,.](?!\d)|\s[-–—]\s")
"""What parts the clauses of a sentence, and no number."""
_BECOMES: Final = r"(?:也|都)?(?:应该)?(?:改成|改为|改到|换成|换为|换到|变成|写成|更新为|设为)"
BECOMES: Final = re.compile(_BECOMES)
"""Between what there was, or a field's name, and its new value: 人数改成7."""
_CHANGED: Final = re.compile(
    r"(?:(?:please|pls)\s+)?(?:(?:set|change|put|make|update|correct|edit|switch|swap)\s+"
    r"(?:the\s+)?(?P<from>\S.{0,40}?)\s+(?:to|as|into)\s+(?P<to>\S.{0,80})"
    r"|(?:change|switch|swap)\s+(?:the\s+)?(?P<of>\S.{0,40}?)\s+(?:for|with)\s+(?P<by>\S.{0,80}))"
    r"|(?:请|麻烦|帮我|那|再)*+[把将]?(?P<old>(?![那再就都也]|如果|要是|假如|假设)\S.{0,20}?)"
    rf"{_BECOMES}(?P<new>\S.{{0,40}}?)[吧呢咧呐嘞哩啦啊\s。.!！?？]*",
    re.IGNORECASE,
)

_HEDGES: Final = re.compile(
    r"\W*(?:(?:yeah|yep|yes|ok(?:ay)?|hm+|um+|er+|uh|oh|ah|well|so|right)\b[\s,.…–—-]*)+"
    r"(?=(?:no|nope|nah|wait|actually|sorry|or|make)\b)"
    r"|\W*(?:or|hm+|no|wait)[\s,.…–—-]+(?:was|were|is) (?:it|that)\b\W*(?=\S)",
    re.IGNORECASE,
)
"""What leads to words that put something right and says nothing itself."""
_AGAIN: Final = re.compile(
    r"(?<!\d)(?P<first>\d[\d.,]{0,12}(?<=\d))(?!\d)(?P<between>[^\d]{0,40}?)[\s,.…!?–—-]+"
    r"(?:yeah|yep|yes|definitely|right|ok)\b[\s,.…–—-]*(?:it was |it['’]s |its )?(?P=first)\W*$",
    re.IGNORECASE,
)
"""A number that is said once more, to be sure: ``or 63… yeah 63``."""


def without_hedges(text: str) -> str:
    """Return what puts something right without what is said around it: ``no, 63``."""
    hedged = _HEDGES.match(text)
    bare = _AGAIN.sub(r"\g<first>\g<between>", text)
    if hedged is None:
        return bare
    is_wondered = hedged[0].rstrip().casefold().endswith(("it", "that"))
    return f"{'no, ' if is_wondered else ''}{bare[hedged.end() :]}"


def changed_to(text: str) -> tuple[str, str] | None:
    """Return what a sentence changes, a field or its value, and into what; None if it does not."""
    found = _CHANGED.fullmatch(text.strip())
    if found is None:
        return None
    old, new = (part for part in found.groups() if part is not None)
    return old.strip(), new.strip()
