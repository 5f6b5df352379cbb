"""What members write around a text to classify: words that ask for its label, or that give it.

``which label for this: ants in the kale`` asks about the words behind the colon; ``hosepipe split
again, that's a tools one`` tells the label of the words before.
"""

import re
from collections.abc import Collection
from typing import Final

from core.assistant.acts import ends_as_question, plain_words
from core.domain.fields import Field, FieldKind, Value, Values
from core.domain.task import Task

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
POINTS_HAN: Final = (
    r"(?:这[个条种]?|那[个条]?|就|也|都)?(?:应该?|明显|其实|肯定)?"
    r"(?:算是|算|属于|归为|归到|归|是|就是|标为)\s*"
)
_DENIED: Final = (
    re.compile(
        r"^(?P<text>.*?)(?:并|可|才|也|都|就)*(?:(?<!是)不是|(?<!属)不属于|(?<!算)不算是?|不归|并非|不该是|不应该?[是算归])"
        r"\s*(?P<label>[^，。,.!！;；:：\s]+?)(?:垃圾|类)?[的吧啊呢哦呀啦嘛哈]*[\s，,。.!！;；]*$"
    ),
    re.compile(
        r"^(?P<text>.*?)\s*\b(?:(?:is|are|was|were|it['’]?s|that['’]?s)\s+not|(?:is|are|was|were)n['’]?t)\s+"
        r"(?:really |actually )?(?:an?\s+|the\s+)?(?P<label>[^,.;:!]+?)[\s,.;!–—-]*(?:but)?$",
        re.IGNORECASE,
    ),
)
"""A text, which may be empty, and the label that it is said not to have."""
_TELLING: Final = re.compile(
    r"^\W*(?:(?:我是说|我说的是|我的意思是)\W*|(?:(?:你|可|千万|请)*(?:别|不要)(?:再|又)?(?:[记搞弄分归说学看]错|忘)了?"
    r"|不是的|不对|错了|我?(?:不是|是)?在?(?:问|教)你?"
    r"|记住|记好了?|记一下|听好了?|你?猜错了?|说错了?|我?告诉你|不"
    r"|\b(?:no|nope|nah|remember|note|listen|actually|wrong|fyi|for the record|i mean|i meant"
    r"|(?:don['’]?t|do not) (?:forget|get (?:it|this) wrong|mix (?:it|this|them) up)"
    r"|i(?:['’]?m| am) (?:not asking|telling you|teaching you))\b)(?:\s+that)?"
    r"\s*[，,:：。.!！;；]\s*(?:but\s+)?)+(?=\S)",
    re.IGNORECASE,
)
"""Words before a text that say only that it is told, or that something else was wrong."""
_TOLD_SO: Final = re.compile(
    r"[\s，,。]*(?:记一?下|记住|记着|记好|别忘了?|学一?下)[了吧哦啊]*[\s。.!！]*$"
)
"""The same behind a label."""
_POINTING: Final = re.compile("[这那它]|上面|刚才|应该|其实|明明|肯定|显然|我")
"""How words begin that only point at a text: 这条, 那个."""
_ENDS: Final = " ,，.。;；:：!！-–—"
"""Signs around a text."""
_SHORTEST_HAN: Final = 2
"""Characters of a Chinese text that is told its label in a sentence."""
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


def label_told(text: str, labels: Collection[str], *, noun: str = "") -> tuple[str, str] | None:
    """Return the label that the end of a sentence says, and the text before; None where none does.

    The text is empty where nothing but the label is said: ``that's pests innit``.

    Args:
        text: the sentence.
        labels: of the task.
        noun: what a label may stand before: the task's name, as in 有害垃圾.
    """
    if ends_as_question(text) or label_denied(text, labels) is not None:
        return None
    text = _TOLD_SO.sub("", text)
    for label in sorted(labels, key=len, reverse=True):
        name = re.escape(label)
        ends = rf"{of_kind(label, noun)}[吧啊呢哦呀啦嘛哈哟喔噢]*[\s.!。！]*$"
        told = re.search(rf"{POINTS_HAN}{name}{ends}", text, re.IGNORECASE) or re.search(
            rf"(?<!\w){_POINTS}{name}(?!\w){_LABEL_NOUN}(?:,?\s+not\s+\w[\w ]{{0,20}})?{ends}",
            text,
            re.IGNORECASE,
        )
        apart = re.search(rf"(?:[:：=]|\s[-–—])\s*{name}{ends}", text, re.IGNORECASE)
        found = told or apart
        if not found:
            if _is_little_more(text, label):
                return label, ""
            continue
        before = text[: found.start()].strip(_ENDS)
        bare = _text_told(before, labels)
        is_plain = bare != _unquoted(before) or "=" in found[0]  # "cheers mate = casual"
        return label, bare if _is_text(bare, is_plain=is_plain, is_said=told is not None) else ""
    return None


def of_kind(label: str, noun: str) -> str:
    """Return the pattern of a noun behind a Chinese label: 有害垃圾, 有害类的."""
    if label.isascii():
        return ""
    return rf"(?:{re.escape(noun)}|类)?的?" if noun and not noun.isascii() else "类?的?"


def label_denied(text: str, labels: Collection[str]) -> tuple[str, str] | None:
    """Return the label that a sentence says its text does not have, and the text; else None.

    The text is empty where the sentence only points at it: 那个不是厨余. In English, where a text
    may say so itself (``the food was not good``), words must tell it.

    Args:
        text: the sentence.
        labels: of the task.
    """
    bare = _TOLD_SO.sub("", without_telling(text))
    if ends_as_question(text) or (bare.isascii() and bare == text.strip()):
        return None
    before, label = _without_denial(bare, labels)
    is_text = _is_text(before, is_plain=before.isascii(), is_said=True)
    return (label, before if is_text else "") if label else None


def without_telling(text: str) -> str:
    """Return a text without the words before it that say only that it is told: 别记错了，…."""
    found = _TELLING.match(text)
    return text[found.end() :].strip() if found else text.strip()


def without_own_names(values: Values, task: Task) -> Values:
    """Return values of which no text begins with its field's own name: 东西 旧报纸."""
    return {key: _without_name(value, task.field(key)) for key, value in values.items()}


def _without_name(value: Value, field: Field) -> Value:
    if field.kind is not FieldKind.TEXT or not isinstance(value, str):
        return value
    name = re.escape(field.name)
    led = re.compile(rf"\s*{name}(?:\s*[:：是]|\s+(?:is|was)\b|\s)\s*", re.IGNORECASE).match(value)
    return (value[led.end() :].strip() or value) if led else value


def _without_denial(text: str, labels: Collection[str]) -> tuple[str, str]:
    """Return a text without the end that denies a label, and that label, if there is one."""
    by_words = {plain_words(label): label for label in labels}
    for form in _DENIED:
        found = form.match(text)
        label = by_words.get(plain_words(found["label"])) if found else None
        if found and label:
            return found["text"].strip(_ENDS), label
    return text, ""


def _text_told(before: str, labels: Collection[str]) -> str:
    """Return the text that words before a told label are, without what tells or denies one."""
    bare = _unquoted(without_telling(before))
    return _without_denial(bare, labels)[0]


def _is_text(text: str, *, is_plain: bool, is_said: bool) -> bool:
    """Return whether words are a text that may have a label.

    Args:
        text: the words.
        is_plain: whether the sentence is plainly of them.
        is_said: whether a verb leads to the label: 鱼骨头算厨余.
    """
    words = plain_words(text).split()
    if len(words) >= _LEAST or (is_plain and words and text.isascii()):
        return True
    least = _SHORTEST_HAN if (is_said or is_plain) and not _POINTING.match(text) else _LEAST + 1
    return not text.isascii() and len(text) >= least


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
