"""Sentences about the labels of a task about texts, which are no text to classify.

They tell several labels (塑料瓶可回收，果皮厨余), say one as a fact (小区的厨余桶又满了), or
ask what has one (有害的有哪些).
"""

import re
from collections.abc import Collection, Sequence
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.statements import has_question_words
from core.assistant.text_frames import POINTS_HAN, of_kind, without_telling

_DENIED: Final = re.compile(r"(?:[不没非别]|\b(?:not|never|no))\s*$", re.IGNORECASE)
_CLAUSES: Final = re.compile(r"[,，;；。！!、\n]+|\.\s")
_GOES: Final = (
    r"\b(?:it|that|this|they|he|she)(?:['’]s| is| are| was| were)\s+(?:an?\s+|the\s+)?"
    r"|\b(?:(?:goes?|belongs?|counts?)|(?:i|we|you)(?:['’]ve)?\s+(?:put|threw|filed|sorted))\b"
    r".{0,40}?\b(?:in|into|to|under|as)\s+(?:the\s+|an?\s+)?"
)
"""What leads to an English label that something has."""
_THING: Final = "(?:(?![了吧啊呢都是在很又太真好多有也不没要会满扔放去来，。；！])[^\\W_]){2,12}"
"""The words of a thing, of which nothing is told."""
_REST: Final = frozenset(["其他", "其它", "其余", "other", "others", "none", "misc", "rest"])


def labels_told_apart(
    text: str, labels: Collection[str], *, noun: str = ""
) -> Sequence[tuple[str, str]]:
    """Return the label and text of each clause that ends with a label: 塑料瓶可回收，果皮厨余."""
    found = []
    for clause in _CLAUSES.split(without_telling(text)):
        for label in sorted(labels, key=len, reverse=True):
            of = rf"{of_kind(label, noun)}[了吧啊呢哦呀啦嘛哈]*\s*$"
            name = re.escape(label) if not label.isascii() else rf"(?<!\w){re.escape(label)}"
            links = rf"(?:{POINTS_HAN}|\b(?:is|are|goes? (?:in|to)|=)\s+)?"
            ended = re.search(rf"{links}{name}{of}", clause, re.IGNORECASE)
            before = clause[: ended.start()].strip() if ended else ""
            if before and not _DENIED.search(before):
                found.append((label, before))
                break
    return found


def holds_label(text: str, labels: Collection[str]) -> bool:
    """Return whether a sentence that asks nothing says a label: 小区的厨余桶又满了.

    What stands for all the rest (其他) is said for much else, and so are English words but where
    something is said to be, or to go, in them.
    """
    if ends_as_question(text) or has_question_words(text) or _is_labelled_thing(text, labels):
        return False
    return any(
        re.search(rf"(?:{_GOES}){re.escape(label)}(?!\w)", text, re.IGNORECASE) is not None
        if label.isascii()
        else len(label) > 1 and label in text
        for label in labels
        if label.casefold() not in _REST
    )


def _is_labelled_thing(text: str, labels: Collection[str]) -> bool:
    """Return whether a text is a thing that its label stands before: 可回收的旧衣服袋."""
    names = "|".join(re.escape(label) for label in labels if not label.isascii())
    return re.fullmatch(rf"\W*(?:{names})的{_THING}\W*", text) is not None if names else False


def asks_for_labelled(text: str, labels: Collection[str], *, noun: str = "") -> bool:
    """Return whether a sentence asks what has a label: 有害的有哪些, ``what is hazardous?``."""
    names = "|".join(re.escape(label) for label in labels)
    if not names:
        return False
    things = f"(?:{re.escape(noun)}|东西|物品)?" if noun else "(?:东西|物品)?"
    asked = (
        rf"^\W*(?:{things}(?:里面?|中)?的?)?(?:{names}){things}的?{things}(?:里面?|中)?"
        rf"(?:一共|都|到底)*(?:有|是|包括|包含)(?:哪些|哪几[个种样]|什么|啥)\W*[呢啊呀]?\W*$"
        rf"|^\W*(?:有)?(?:哪些|哪几[个种样]|什么|啥){things}(?:都|才)?"
        rf"(?:是|算|属于|归|归到)(?:{names}){things}的?[呢啊呀]?\W*$"
        r"|^\W*(?:what|which)(?: else)?(?: (?:ones?|things?|items?|stuff|posts?))?"
        r" (?:is|are|counts? as|goe?s? in(?:to)?|belongs? (?:in|to))"
        rf"(?: an?| the| all| in)* (?:{names})(?: (?:ones?|things?|stuff|posts?))?\W*$"
    )
    return re.search(asked, text, re.IGNORECASE) is not None
