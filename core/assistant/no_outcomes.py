"""Amounts that a sentence says and that are no outcome: denied, of each of several, or to come.

``the heath did not give 50 kg``, ``12 kg per hive`` and ``5 hives will bring 80 kg`` do not tell
how much came of a case. ``3 minutes early`` is less than no delay.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.early_arrivals import is_of_delay, names_early, says_early
from core.assistant.reading.traditional import simplified
from core.domain.task import TargetKind, Task, Truth

_NUMBER: Final = r"[€$£¥]?\d[\d.,]*"
_FIGURES: Final = re.compile(r"\d+(?:\.\d+)?")
_QUALIFIED: Final = (
    r"(?:(?:really|quite|even|exactly|about|around|over|the|a|only|just|more|less|than|up to)\s+)*"
)
_DENIED: Final = re.compile(
    rf"(?:\b(?:did|do|does|have|has|had|could|can|will|would)\s*(?:not|nt|never)|\bnever)\s+"
    rf"(?:[a-z]+\s+){{0,2}}?{_QUALIFIED}{_NUMBER}"
    rf"|\b(?:is|was|were|are|am)\s*(?:not|nt)\s+{_QUALIFIED}{_NUMBER}"
    rf"|没有?(?:到|够|达到?|超过?|[卖收用花跑打拿产][到了过]?)?{_NUMBER}|(?:不是|并非){_NUMBER}"
)
"""A verb that denies the amount behind it: ``did not give 50 kg``, 没卖到50."""
_INSTEAD: Final = re.compile(
    r"(?:\b(?:but|rather|instead|it was|its)\b|是|才|只)[^.;!?。；！？]*\d"
)
"""What follows a denied amount where the true one is said as well."""
_EACH: Final = re.compile(
    rf"{_NUMBER}\s*[^\W\d]*\s*(?:\b(?:per|each|apiece|every)\b|/\s*[^\W\d])"
    rf"|\b(?:per|each|every)\s+[a-z]+[^,.;\d]{{0,24}}?{_NUMBER}"
    rf"|(?<!平)(?:每一?[一-鿿]{{1,2}}?|人均|平均)[一-鿿]{{0,3}}?{_NUMBER}|{_NUMBER}\s*[^\W\d]*\s*[一每]人(?![一-鿿])"
)
"""An amount of each of several."""
_NAMES_EACH: Final = re.compile(r"/|\b(?:per|each|average|mean|rate)\b|每|均|率")
_TO_COME: Final = re.compile(
    rf"\b(?:will|going to|gonna|might|(?:it|that|they|you)ll)\s+(?:[a-z]+\s+){{0,4}}?{_NUMBER}"
    r"|\b(?:thinks|reckons|guesses|believes|hopes|bets|predicts|expects|promises)\b"
    rf"|(?:(?<![机大社开议])会|(?<!麻)将|预计|估计|可能|应该能?|希望|打算)[一-鿿]{{0,4}}?{_NUMBER}"
)
"""An amount that somebody only expects."""
_VOID: Final = re.compile(
    r"(?<!not )(?<!nt )(?<!never )"
    r"\b(?:cancell?ed|called off|postponed|abandoned|rained off|put off)\b"
    r"|(?<![没未不])(?<!没有)(?:取消|延期|改期)了?|没办成"
)
"""What tells that a case did not take place."""
_CAME_HAN: Final = re.compile(rf"[一-鿿](?<!期)(?<!取消)[了到]{_NUMBER}")
"""An amount that came of it all the same: 花了40天."""
_PART: Final = re.compile(
    r"(?:[,;]\s*|\s*\band\s+)?\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half)"
    r"\s+of\s+(?:them|those|these|the|our|my)\b[^,;.!?]*"
    r"|[，、]?其中有?(?:\d+|[一二两三四五六七八九十]+)[^，,。；]*",
    re.IGNORECASE,
)
"""What is told of a part of what there was: ``4 of them were cracked``."""
_LATE: Final = re.compile(
    r"\b(?:late|behind(?: (?:time|schedule))?|overdue|longer(?! than)|early|"
    r"ahead of (?:time|schedule|plan)|before time|sooner(?! than))\b"
    r"|晚点?了?|迟了?到?|延误了?|提[前早]了?|早到?了?",
    re.IGNORECASE,
)
_ON_TIME: Final = re.compile(
    r"(?<!not )(?<!nt )\b(?:on (?:time|schedule)|punctual|no delay)\b"
    r"|\b(?:not|wasnt|isnt) (?:late|delayed)\b|(?<!不)(?:准[时点]|正点|按时)"
    r"|没有?(?:晚点?|迟到?|延误|误点)"
)


def says_no_outcome(text: str, task: Task) -> bool:
    """Return whether the amount that a sentence says is not what came of its case."""
    if not task.target.kind.is_number:
        return False
    folded = _folded(text)
    denied = _DENIED.search(folded)
    if denied and not _INSTEAD.search(folded, denied.end()):
        return True
    if is_void([text], task) or names_one(text, task):
        return True
    return _TO_COME.search(folded) is not None or is_of_each(text, task)


def amounts_of_case(text: str, task: Task, truths: Sequence[Truth]) -> Sequence[Truth]:
    """Return those truths of a sentence that came of its case.

    What was early is less than no delay, and of another task no amount at all.

    Args:
        text: the sentence.
        task: that it is for.
        truths: what it says as a lesson.
    """
    if says_no_outcome(text, task) or not _figures_denied(text).isdisjoint(truths):
        return ()
    if not truths and is_on_time(text, task):
        return (0.0,)
    if not is_early(text, task):
        return truths
    return tuple(-abs(one) for one in truths if isinstance(one, float)) if is_of_delay(task) else ()


def denies_amount(text: str, task: Task) -> bool:
    """Return whether a sentence denies an amount, to a task that asks for one."""
    return task.target.kind.is_number and _DENIED.search(_folded(text)) is not None


def _figures_denied(text: str) -> set[float]:
    denied = _DENIED.search(_folded(text))
    return {float(figures) for figures in _FIGURES.findall(denied[0])} if denied else set()


def is_void(parts: Sequence[str], task: Task) -> bool:
    """Return whether parts of a sentence tell that its case did not take place.

    They do not where a field asks for that (延期), or an amount is behind it: 延期了，花了40天.
    """
    names = _folded(" ".join((_names(task), *(field.name for field in task.fields))))
    for part in map(_folded, parts):
        void = _VOID.search(part)
        if void and void[0].rstrip("了") not in names and not _CAME_HAN.search(part, void.end()):
            return True
    return False


def names_one(text: str, task: Task) -> bool:
    """Return whether the one number of a sentence is that of a case: ``race 2`` of "races"."""
    name = task.name.removesuffix("s")
    if not name.isascii() or name == task.name or len(_FIGURES.findall(text)) != 1:
        return False
    return re.search(rf"\b{re.escape(name)} #?\d+\b", text.casefold()) is not None


def is_of_other(text: str, task: Task) -> bool:
    """Return whether an amount is of each of several, or the number of a case, or of none held."""
    return is_of_each(text, task) or names_one(text, task) or is_void([text], task)


def without_part(text: str) -> str:
    """Return a sentence without what it tells of a part of what there was."""
    return _PART.sub(" ", text)


def is_of_each(text: str, task: Task) -> bool:
    """Return whether an amount is of each of several, where the task asks for no such amount."""
    return not _NAMES_EACH.search(_names(task)) and _EACH.search(_folded(text)) is not None


def is_early(text: str, task: Task) -> bool:
    """Return whether an amount tells how much before its time something was."""
    if task.target.kind is not TargetKind.NUMBER or names_early(_names(task)):
        return False
    return says_early(text)


def is_on_time(text: str, task: Task) -> bool:
    """Return whether a sentence says that there was no delay, to a task that asks how much."""
    return is_of_delay(task) and _ON_TIME.search(_folded(text)) is not None


def without_lateness(text: str) -> str:
    """Return a sentence without the words that make its amount a delay: ``3 minutes late``."""
    return _LATE.sub(" ", simplified(text))


def _names(task: Task) -> str:
    return _folded(f"{task.name} {task.target.name} {task.target.unit or ''}")


def _folded(text: str) -> str:
    return re.sub(r"[’'`]", "", simplified(unicodedata.normalize("NFKC", text).casefold()))
