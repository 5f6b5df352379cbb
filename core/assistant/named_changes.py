"""Sentences that say what a lesson should say instead, which they point at: ``#2 should be 20``.

``change my last example to 46``, ``the wind of #4 is wrong, it was 9``,
2号应该是20, 把上一条改成46.
"""

import re
from dataclasses import dataclass
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.example_references import Meant, reference_in
from core.assistant.reading.traditional import simplified
from core.assistant.task_names import has_name
from core.domain.task import Task

_LONGEST: Final = 160
"""Characters of a sentence that does no more than this: 60 for either side, and its verb."""
_LEADS: Final = (
    r"^[^\w#]*+(?>(?:please|pls|ok|okay|oh|hey|hmm?|um+|so|and|but|no|nope|sorry|wait|actually|oops|"
    r"can you|could you|let['’]?s|just|my bad|also)\b[^\w#]*+)*+"
)
_LEADS_HAN: Final = (
    r"^[^\w#]*+(?>(?:请|麻烦你?|帮我|帮忙|能不能|可以|那就?|哎呀?|嗯|不对|不好意思|抱歉|对了|还有|啊|呃)"
    r"[\s，,、]*+)*+"
)
_FORMS: Final = (
    re.compile(
        rf"{_LEADS}(?:change|edit|correct|fix|update|amend|set|modify)\s+(?P<object>.{{1,60}}?)"
        r"\s*(?:\b(?:to(?![ -]?last\b)|into|so it says)\s|->|→|=>|=|:)\s*(?P<new>\S.{0,60})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEADS}(?P<object>.{{1,60}}?)\s+(?:should(?:['’]ve| have)? (?:been|be|say|read)\b|"
        r"was (?:meant|supposed) to (?:be|say)\b|needs to be\b|(?:is|was) (?:actually|really)\b|"
        r"(?:is|was|['’]s) (?:wrong|off|mis(?:counted|read|typed|heard|measured))\W+"
        r"(?:(?:it|that)(?:['’]?s| is| was| should be)?|make (?:it|that)|should be)?)"
        r"\s*(?P<new>\S.{0,60})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEADS}(?P<object>#\s?\d{{1,9}}(?!\d))\s+(?:was|is|were)\s+"
        r"(?P<new>[^\w\s]?\d\S{0,20}(?:\s[^\W\d_]{1,8})??(?:,?\s+not\s+\S{1,20})?)"
        r"(?:[\s,]+(?:after all|actually|really|in fact|in the end|though|sorry))*[\s.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEADS_HAN}[把将]?(?P<object>.{{1,30}}?)"
        r"(?:都?应该是|应该|应为|应是|改成|改为|换成|其实是|(?:我?[写打说填输弄记教]?错了?)[，,\s]*(?:应该)?是)"
        r"\s*(?P<new>\S.{0,40})"
    ),
)
_OF_LESSON: Final = re.compile(
    r"\b(?:examples?|lessons?|entry|entries|records?|rows?|data ?points?|taught|added|entered)\b"
    r"|例子|样本|示例|记录|[教录]",
    re.IGNORECASE,
)
"""Words of a lesson; ``the last one`` may be an answer as well."""
_PARTED: Final = (
    re.compile(r"(?P<meant>.+?)['’]s\s+(?P<part>.+)"),
    re.compile(r"(?P<meant>#\s?\d{1,9})(?:的|\s+)(?P<part>.+)"),
    re.compile(r"(?:the\s+)?(?P<part>.+?)\s+(?:of|in|for|on)\s+(?P<meant>.+)", re.IGNORECASE),
    re.compile(r"(?P<meant>.{0,8}?(?:[条个例笔项次录子]|号(?![线楼栋馆店院门])))的?(?P<part>.+)"),
)
"""A lesson and what of it is meant: ``the wind of #4``."""


_TARGET: Final = re.compile(
    r"(?:the\s+)?(?P<word>labels?|answer|class|category|result|target|标签|类别|分类|答案|结果)\s+",
    re.IGNORECASE,
)
"""What the answer of a lesson may be called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedChange:
    """A lesson that a sentence points at, and what that should say instead."""

    meant: Meant
    name: str
    """The words that point at it."""
    words: str
    """What it should say."""
    may_be_answer: bool
    """Whether what was answered last may be meant as well."""


def named_change_in(text: str) -> NamedChange | None:
    """Return which lesson a sentence changes, and to what; None where it points at none."""
    folded = " ".join(simplified(text).split())
    if len(folded) > _LONGEST or ends_as_question(folded):
        return None
    for form in _FORMS:
        found = form.match(folded)
        change = _pointed_at(found["object"].strip(), found["new"]) if found else None
        if change is not None:
            return change
    return None


def without_target_word(words: str, task: Task) -> str:
    """Return what a lesson should say without a word for its answer: spam of ``label spam``."""
    found = _TARGET.match(words)
    if found is None or has_name(task, found["word"]):
        return words
    return words[found.end() :]


def names_number(text: str) -> bool:
    """Return whether a sentence changes a lesson that it names by its number."""
    change = named_change_in(text)
    return change is not None and bool(change.meant.number)


def _pointed_at(said: str, new: str) -> NamedChange | None:
    parted = (one.fullmatch(said) for one in _PARTED)
    named = [(found["meant"].strip(), f"{found['part']} {new}") for found in parted if found]
    for name, words in ((said, new), *named):
        meant = None if name.isdigit() else reference_in(name)
        if meant is None or meant.is_this or meant.last > 1:
            continue
        may_be_answer = bool(meant.last) and _OF_LESSON.search(name) is None
        return NamedChange(meant=meant, name=name, words=words.strip(), may_be_answer=may_be_answer)
    return None
