"""Words that point at taught examples: ``#4``, ``my last two``, 第三条, 倒数第二条, 刚才那条."""

import re
from dataclasses import dataclass
from typing import Final

from core.assistant.reading.han_numbers import figures_of
from core.assistant.reading.number_words import ORDINALS, SMALL_NUMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Which examples a sentence means: one of these, or else by their words."""

    number: str = ""
    last: int = 0
    """How many of the newest that the sender taught."""
    back: int = 0
    """Which of those, counted from the newest."""
    words: str = ""
    is_of_example: bool = False
    """Whether it says that an example is meant: ``the … one``, 那条."""
    is_many: bool = False
    """Whether all that have the words are meant."""
    is_this: bool = False
    """Whether it only points: ``this one``."""
    is_change: bool = False
    """Whether it points at what was changed last, not at an example: ``my last change``."""


HEAD: Final = r"(?:ones?|examples?|lessons?|entry|entries|records?|rows?|ratings?|data ?points?)"
_COUNTS: Final = {
    **{word: number for word, number in SMALL_NUMBERS.items() if 1 <= number <= 10},
    "couple": 2,
    "couple of": 2,
}
_NUMBER: Final = re.compile(
    rf"(?:(?:the|my|that)\s+)?(?:{HEAD}\s*)?(?:(?:number|no\.?|nr\.?)\s*)?#?\s?(?P<figures>\d{{1,9}})"
    rf"|(?:(?:the|my|that)\s+)?(?:(?P<nth>\d{{1,9}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))"
    rf"\s+{HEAD}",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    r"(?:(?:the|my|our|that|this|those|these)\s+)?(?:very\s+)?"
    r"(?:last|latest|newest|most recent|previous)"
    rf"(?:\s+(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})(?=\s|$))?(?:\s+{HEAD}|\s+things?)?"
    r"(?:\s+(?:that\s+)?(?:i|we)(?:['’]ve| have)?(?:\s+just)?\s+(?:taught|told|added|entered|said|"
    r"gave)(?: you)?)?(?:\s+of mine)?"
    rf"|(?:what|the {HEAD}(?: that)?)\s+i(?:['’]ve| have)?\s+just\s+"
    r"(?:taught|told|added|entered|said|gave)(?: you)?"
    r"|what\s+you(?:['’]ve| have)?\s+(?:just\s+)?(?:saved?|stored?|noted?|learn(?:ed|t)|kept)"
    r"(?:\s+(?:last|just now))?",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    rf"(?:the|my)\s+(?:second|2nd)[ -](?:to[ -])?last(?:\s+{HEAD})?"
    rf"|(?:the|my)\s+{HEAD}\s+before\s+(?:that|the last(?:\s+one)?)"
    rf"|(?:the|my)\s+last(?:\s+{HEAD})?\s+but\s+one",
    re.IGNORECASE,
)
_THIS: Final = re.compile(rf"(?:it|this|that|this {HEAD}|that {HEAD})", re.IGNORECASE)
CLASSIFIER: Final = "[条个例笔项次号]"
_NUMBER_HAN: Final = re.compile(
    rf"(?:我的?|那个?|这个?)?(?:例子|样本|示例|记录)?第\s?(?P<figures>\d{{1,9}}|[一二三四五六七八九十])\s?"
    rf"{CLASSIFIER}(?:例子|样本|示例|记录)?"
    r"|(?:例子|样本|示例|记录)?#?\s?(?P<bare>\d{1,9})\s?号?(?:例子|样本|示例|记录)?"
)
_BACK_HAN: Final = re.compile(
    rf"(?:我的?)?(?:教的)?倒数第(?P<nth>\d{{1,2}}|[一二三四五六七八九十]){CLASSIFIER}(?:例子|记录)?"
)
_LAST_HAN: Final = re.compile(
    r"(?:我们?的?)?(?:刚才|刚刚|刚|上|最后|最近|最新|前|之前)(?:我们?)?"
    r"(?:[教加说输录填存记](?:给你|你|过|进去)?的?|的|这|那|面)*"
    rf"(?P<count>\d{{1,2}}|[一两二三四五六七八九十])?"
    rf"(?:{CLASSIFIER}(?:例子|样本|示例|记录)?|例子|样本|示例|记录|(?<=[教加说输录填存记]的))"
)
_CHANGE: Final = re.compile(
    r"(?:the|my|that|this)\s+(?:last\s+|latest\s+)?(?:change|edit|correction)"
    r"|what\s+i(?:['’]ve| have)?\s+just\s+(?:changed|edited|corrected)",
    re.IGNORECASE,
)
_CHANGE_HAN: Final = re.compile(
    r"(?:我?(?:刚才|刚刚|刚|上次|最后)|[这那上](?:一)?次)(?:我)?的?(?:[那这]?次?(?:修改|更改|改动)|改的)"
)
_THIS_HAN: Final = re.compile(rf"[这那](?:一)?{CLASSIFIER}(?:例子|样本|示例|记录)?|它")


def reference_in(said: str) -> Meant | None:
    """Return which example words point at: by its number, by its place from the newest, or this."""
    return in_english(said) or in_chinese(said)


def in_english(said: str) -> Meant | None:
    """Return which example English words point at."""
    if _CHANGE.fullmatch(said):
        return Meant(is_this=True, is_change=True)
    if _THIS.fullmatch(said):
        return Meant(is_this=True)
    if found := _NUMBER.fullmatch(said):
        word = (found["word"] or "").casefold()
        nth = str(ORDINALS[word]) if word else found["nth"]
        return Meant(number=found["figures"] or nth, is_of_example=True)
    if _BACK.fullmatch(said):
        return Meant(back=2, is_of_example=True)
    if found := _LAST.fullmatch(said):
        count = (found["count"] or "1").casefold()
        last = _COUNTS.get(count) or int(count)
        return Meant(last=last, is_of_example=True) if last else None
    return None


def in_chinese(said: str) -> Meant | None:
    """Return which example Chinese words point at."""
    if _CHANGE_HAN.fullmatch(said):
        return Meant(is_this=True, is_change=True)
    if _THIS_HAN.fullmatch(said):
        return Meant(is_this=True)
    if found := _NUMBER_HAN.fullmatch(said):
        return Meant(number=figures_of(found["figures"] or found["bare"]), is_of_example=True)
    if found := _BACK_HAN.fullmatch(said):
        return Meant(back=int(figures_of(found["nth"])), is_of_example=True)
    if found := _LAST_HAN.fullmatch(said):
        return Meant(last=int(figures_of(found["count"] or "1")), is_of_example=True)
    return None
