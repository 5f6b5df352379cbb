"""What stands behind a yes or a no to an open offer: ``yes but it was 36``, 对，不过是36."""

import re
from dataclasses import dataclass
from typing import Final

from core.assistant.reading.traditional import simplified

_FILLERS: Final = r"\W*(?:(?:oh|ah|well|hm+|um+|uh+|er+|hey|please)\b\W*)*"
_SURE: Final = r"yes|yep|yup|yeah|yea|ya|aye|sure|right|correct|exactly|of course"
_SHORT: Final = r"ok(?:ay)?|k|fine|good|great|perfect|almost|nearly|close"
"""They say yes, or begin something else: only with a condition they surely are about the offer."""
_DOING: Final = (
    r"(?:please |do )?(?:save|store|learn|record|note|keep|add|teach|change|do)"
    r"(?: (?:it|that|this|so))?(?: please)?"
)
_BUT: Final = (
    r"but|only|except(?: that| for)?|although|though|however|(?:one|a) (?:thing|change|correction)"
)
_MORE: Final = r"just|with|as|and|also|plus"
_ENGLISH: Final = re.compile(
    rf"{_FILLERS}(?:(?:(?P<sure>{_SURE})|(?:{_SHORT})"
    rf"|(?P<doing>{_DOING})(?=\s*[,.;:!–—-]|\s+(?:{_BUT}|{_MORE})\b))\b[\s,.;:!–—-]*)+"
    rf"(?P<beside>(?:(?:(?P<but>{_BUT})|{_MORE})\b[\s,;:–—-]*)*)(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BUT_HAN: Final = r"不过|但是?|可是|只不过|只是|就是|除了"
_MORE_HAN: Final = r"另外|而且|还有|同时|并且"
_TONES: Final = "[的啊呀嘞喔哦噢啦哈哒滴吧]*"
_SURE_HAN: Final = "是|对|没错|确定|确认|同意|当然|没问题|要得"
_SHORT_HAN: Final = "好|嗯+|行|可以|成|中"
_DOING_HAN: Final = (
    "(?:就|那就|请|帮我|给我)*(?:保存|存|记|学|改)(?:起来|下来|一下|下|住|会|了|上|它)*[吧呗啊啦]*"
)
_CHINESE: Final = re.compile(
    r"\W*(?:[哦啊呃唉][\s,，]*)?"
    rf"(?:(?:(?P<sure>(?:{_SURE_HAN}){_TONES})|(?:{_SHORT_HAN}){_TONES}|(?P<doing>{_DOING_HAN}))"
    rf"(?:[\s,，。.！!、；;:：]+|(?={_BUT_HAN}|{_MORE_HAN}|保存|存[下起吧]|记[下住起])))+"
    rf"(?P<beside>(?:(?:(?P<but>{_BUT_HAN})|{_MORE_HAN})[\s,，]*)*)(?P<rest>\S.*)",
    re.DOTALL,
)
_NO: Final = re.compile(
    rf"{_FILLERS}(?:no|nope|nah)\s+(?=(?:it|that|the|this|they|there|we|i|make)\b)", re.IGNORECASE
)
"""A no before what is so instead; ``no rain`` is a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What words say beside their yes or no to an offer."""

    words: str
    is_sure: bool
    """Whether they say more than a word that may begin anything: ``ok``."""
    is_bound: bool
    """Whether they are about that offer, whatever they say."""


def condition_in(text: str) -> Condition | None:
    """Return what a text says beside a yes or a no; None where it says neither, or no more."""
    stripped = text.strip()
    if denied := _NO.match(stripped):
        return Condition(words=stripped[denied.end() :], is_sure=True, is_bound=False)
    found = _ENGLISH.fullmatch(stripped) or _CHINESE.fullmatch(simplified(stripped))
    if found is None:
        return None
    is_sure = bool(found["sure"] or found["doing"])
    is_bound = bool(found["but"] or found["doing"] or (is_sure and found["beside"]))
    return Condition(
        words=stripped[found.start("rest") :].strip(),
        is_sure=is_sure or is_bound,
        is_bound=is_bound,
    )
