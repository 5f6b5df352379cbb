"""What members write around a text to classify: words that ask for its label, or that give it.

``which label for this: ants in the kale`` asks about the words behind the colon; ``hosepipe split
again, that's a tools one`` tells the label of the words before.
"""

import re
from collections.abc import Collection
from typing import Final

from core.assistant.acts import ends_as_question, plain_words

_QUOTED: Final = re.compile(r"[\"“「『](?P<text>[^\"“”「」『』]{4,})[\"”」』]")
_ASKING: Final = re.compile(
    r"\b(?:which|what (?:kind|label|type|category|is|would)|label(?:led)?|file|class(?:ify)?|"
    r"category|sort)\b|哪|归|算|分类|什么类",
    re.IGNORECASE,
)
_LED: Final = re.compile(
    r"^\W*(?:(?:what|which|how|where)\b[^:：]{2,60}"
    r"|(?:please )?(?:label|classify|sort|file)\b[^:：]{0,40}"
    r"|(?:帮我?|请)?(?:看看|分分|归归)?[^:：，。]{0,12}(?:哪一?类|什么类|怎么归|归哪|算哪|算什么|算啥|属于哪|属于什么)[^:：，。]{0,8})"
    r"[:：]\s*(?P<text>\S.{3,})$",
    re.IGNORECASE | re.DOTALL,
)
_TRAILED: Final = re.compile(
    r"^(?P<text>.{4,}?)[\s，,。;；:：!！–—-]+(?:这[条个]?|那)?(?:应该?|该|要|得)?"
    r"(?:归到?|算|属于|分到?|划到?)[^，。,\s]{0,6}?(?:哪一?[类种个]|什么类|啥类)(?:别|标签|型)?[里呢啊呀的]*[\s?？。]*$"
    r"|^(?P<said>.{4,}?)\s*[,.;:!–—-]+\s*(?:which|what)\s+(?:label|category|class)"
    r"(?:\s+(?:is|would|should)(?:\s+\w+){1,3})?[\s?.]*$",
    re.IGNORECASE | re.DOTALL,
)
"""A text before the question for its label: 电梯又卡住了，归哪类？"""
_LABEL_NOUN: Final = (
    r"(?:\s*(?:one|post|thing|again|innit|right|tbh|imo|lol|btw|though|pls|please|"
    r"thanks|actually|definitely|obviously|for sure|i think))*"
)
_POINTS: Final = (
    r"(?:(?:that|this|it|they|one)(?:['’]?s|\s+is|\s+was|['’]?re|\s+are|\s+should be|\s+counts as|"
    r"\s+goes (?:in|to|under)|\s+belongs (?:in|to))|should be|counts as)\s+"
    r"(?:clearly |really |probably |just |more of )?(?:an?\s+|the\s+)?"
)
_POINTS_HAN: Final = (
    r"(?:这[个条种]?|那[个条]?|就|也|都)?(?:应该?|明显|其实|肯定)?"
    r"(?:算是|算|属于|归为|归到|归|是|就是|标为)\s*"
)
_MOST_HAN: Final = 3
_MOST_WORDS: Final = 1
"""Chinese characters, and words, beside a label that make no text to classify."""
_LEAST: Final = 3
"""Words, or Chinese characters, of a text that is told its label."""


def framed_text(text: str, labels: Collection[str]) -> str:
    """Return the text that a sentence asks about, without the words that ask; else all of it.

    Args:
        text: the sentence.
        labels: of the task: ``is "…" tools or weeds?`` asks for one of them.
    """
    quoted = _QUOTED.search(text)
    if quoted and label_told(text, labels) is None:
        rest = f"{text[: quoted.start()]} {text[quoted.end() :]}"
        is_asked = _ASKING.search(rest) or any(_has_words(rest, label) for label in labels)
        return quoted["text"].strip() if is_asked else text
    led = _LED.match(text)
    return led["text"].strip() if led else text_before_question(text) or text


def text_before_question(text: str) -> str:
    """Return the text before a question for its label; empty where a sentence ends with none."""
    found = _TRAILED.match(text)
    return (found["text"] or found["said"]).strip() if found else ""


def _has_words(text: str, label: str) -> bool:
    """Return whether a text has the words of a label, whatever signs stand around them."""
    said, name = plain_words(text), plain_words(label)
    return bool(name) and (f" {name} " in f" {said} " if name.isascii() else name in said)


def label_told(text: str, labels: Collection[str]) -> tuple[str, str] | None:
    """Return the label that the end of a sentence says, and the text before; None where none does.

    The text is empty where nothing but the label is said: ``that's pests innit``.

    Args:
        text: the sentence.
        labels: of the task.
    """
    if ends_as_question(text):
        return None
    for label in sorted(labels, key=len, reverse=True):
        if _is_little_more(text, label):
            return label, ""
        name = re.escape(label)
        ends = r"[吧啊呢哦呀啦嘛]*[\s.!。！]*$"
        told = re.search(rf"{_POINTS_HAN}{name}{ends}", text, re.IGNORECASE) or re.search(
            rf"(?<!\w){_POINTS}{name}(?!\w){_LABEL_NOUN}(?:,?\s+not\s+\w[\w ]{{0,20}})?{ends}",
            text,
            re.IGNORECASE,
        )
        apart = re.search(rf"(?:[:：=]|\s[-–—])\s*{name}{ends}", text, re.IGNORECASE)
        found = told or apart
        if found:
            before = _unquoted(text[: found.start()].strip(" ,，.。;；:：!！-–—"))
            is_text = len(plain_words(before).split()) >= _LEAST or (
                not before.isascii() and len(before) > _LEAST
            )
            is_text |= "=" in found[0] and bool(plain_words(before))  # "cheers mate = casual"
            return label, before if is_text else ""
    return None


def _is_little_more(text: str, label: str) -> bool:
    """Return whether a sentence is a label and a word or two: 吐槽无疑, ``pests obviously``."""
    said, name = plain_words(text), plain_words(label)
    if not name or name == said or name not in said:
        return False
    rest = f" {said} ".replace(f" {name} " if name.isascii() else name, " ", 1).split()
    return len("".join(rest)) <= _MOST_HAN if not name.isascii() else len(rest) <= _MOST_WORDS


def _unquoted(text: str) -> str:
    """Return what a text begins with in quotes, else all of it."""
    quoted = _QUOTED.match(text)
    return quoted["text"].strip() if quoted else text
