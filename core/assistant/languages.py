"""Languages: which one a text is written in, and which one a member wants to be answered in."""

import re
from typing import Final

from babel import Locale

CHINESE: Final = "zh-CN"
ENGLISH: Final = "en"

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_KANA_OR_HANGUL: Final = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_WORD: Final = re.compile(r"[a-z\u00c0-\u024f]+", re.IGNORECASE)
_DEFINES: Final = re.compile(r"\s*/?task\s+(?:new|edit)\b", re.IGNORECASE)
_OPTIONS: Final = re.compile(
    r"^\s*/?task\s+(?:new|edit)\b|(?<!\S)[a-z]+:|\b(?:numbers?|counts?|category|categories|yes|no|"
    r"dates?|texts?|items?|member|rating|picture|sound)\b",
    re.IGNORECASE,
)
"""The command's own words: its options and the kinds of fields."""
_SPOKEN: Final = {
    "english": ENGLISH,
    "英语": ENGLISH,
    "英文": ENGLISH,
    "chinese": CHINESE,
    "mandarin": CHINESE,
    "simplified chinese": CHINESE,
    "中文": CHINESE,
    "汉语": CHINESE,
    "华语": CHINESE,
    "普通话": CHINESE,
    "国语": CHINESE,
    "简体中文": CHINESE,
}
"""Languages that the bot speaks, by what members call them."""
_NAMES: Final = frozenset(
    name.casefold() for own in ("en", "zh") for name in Locale(own).languages.values()
)
"""What the languages of the world are called in English and in Chinese."""
_WANTED: Final = re.compile(
    r"\W*(?:(?:please|pls|now|ok|hey|and|but|can you|could you|can we|let['’]?s|do you|"
    r"i want you to|i['’]?d like you to)\b\W*)*"
    r"(?:speak|talk|say|write|answer|reply|respond|switch)\b"
    r"(?:\s+(?:me|us|it|that|this|again|everything|the|answer|reply|language|only|to))*?"
    r"(?:\s+(?:in|to|into))?\s+(?P<language>[a-z]+(?: [a-z]+)??)"
    r"(?:\s+(?:to me|with me|please|pls|instead|now|again|from now on|only))*\W*"
    r"|(?:请|麻烦|能不能|能否|能|会不会|会|可以|可不可以|你|您|以后|现在|都|我们|咱们)*"
    r"(?:(?:说|讲|切换成?到?|换成|改成|改用|用|使用|回答用|回复用)(?:一下)?)"
    r"(?P<han>[\u4e00-\u9fff]{1,6}?[语文话])"
    r"(?:来|跟我|和我|给我)*(?:说|讲|回答|回复|答|聊|交流|再说一遍)?(?:一下|我|好吗|行吗|可以吗|吗|吧|呢|啊)*\W*",
    re.IGNORECASE,
)
"""The whole sentence wants a language: ``say it in English``, 请用中文回答."""


def is_chinese(text: str) -> bool:
    """Return whether a text is mostly of Han characters, each of which counts like a word.

    What a command that makes or changes a task is written with is of no language.
    """
    if _KANA_OR_HANGUL.search(text):
        return False
    own = _OPTIONS.sub(" ", text) if _DEFINES.match(text) else text
    return len(_HAN.findall(own)) > len(words_of(own))


def has_han(text: str) -> bool:
    """Return whether a text has any Han character."""
    return _HAN.search(text) is not None


def words_of(text: str) -> list[str]:
    """Return the words of a text that are written in Latin letters."""
    return _WORD.findall(text)


def language_wanted(text: str) -> tuple[str, str] | None:
    """Return the language a member wants to be answered in, as they call it, and its locale.

    The locale is empty for a language that the bot does not speak; None where none is wanted.
    """
    match = _WANTED.fullmatch(text.strip())
    name = (match["language"] or match["han"]) if match else ""
    known = name.casefold()
    if known in _SPOKEN:
        return name, _SPOKEN[known]
    return (name, "") if known in _NAMES else None
