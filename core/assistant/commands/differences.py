"""A question by how much the answer would differ: ``how much less without roadworks?``."""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant import describe
from core.assistant.commands.judged import Judged
from core.assistant.wording import say

_MORE: Final = (
    r"(?:less|more|better|worse|(?!other|never|ever|after|over|under|number)[a-z]{2,12}er)\b"
)
_ASKS: Final = re.compile(
    rf"\bhow (?:much|many)\b.{{0,12}}?\b{_MORE}|\b(?:what|any|much of a|a big) difference\b"
    r"|(?:便宜|[贵多少快慢长短差省高低早晚])(?:[了上出])?(?:多少|几[^\W\d_])|有(?:什么|多大)?差别",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(
    rf"(?:{_MORE}|\b(?:difference|make|makes|would|be)\b|[会能要]|可以|便宜|差别"
    r"|[贵多少快慢长短差省高低早晚]|[\s,，])+",
    re.IGNORECASE,
)
"""What such a question consists of beside the values that it changes."""


def asks_difference(text: str) -> bool:
    """Return whether a sentence asks by how much something would be more or less."""
    return _ASKS.search(text) is not None


def without_comparing(parts: Sequence[str]) -> Sequence[str]:
    """Return the unread parts of such a question but those that only compare."""
    return [part for part in parts if not _WORDS.fullmatch(part)]


def answer_before(judged: Judged, locale: str) -> str:
    """Return the sentence that repeats the answer to compare with: ``?1 was 1,510 元``."""
    said = describe.headline(judged.prediction.answer, judged.task, locale=locale)
    return say("answered before", locale=locale, number=judged.prediction.number, answer=said)
