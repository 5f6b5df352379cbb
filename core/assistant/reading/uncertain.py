"""Words beside a yes-or-no field that leave open which of the two it is."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.sheet import Sheet

_INDIFFERENT: Final = (
    "or not",
    "either way",
    "any way",
    "optional",
    "doesn ' t matter",
    "does not matter",
    "don ' t care",
    "whatever",
    "with or without",
    "都行",
    "都可以",
    "无所谓",
    "不重要",
    "随便",
    "与否",
    "不确定",
    "not sure",
    "unknown",
    "no clue",
    "no idea",
    "dunno",
    "don ' t know",
    "dont know",
    "not known",
    "不清楚",
    "不知道",
    "没注意",
    "忘了",
)
"""What says that a yes is as good as a no, or that nobody knows."""
_DOUBTFUL: Final = (
    "yes and no",
    "%",
    "chance",
    "概率",
    "几率",
    "maybe",
    "perhaps",
    "probably",
    "possibly",
    "unlikely",
    "likely",
    "might",
    "可能",
    "也许",
    "好像",
    "似乎",
    "貌似",
    "疑似",
    "据说",
    "听说",
    "说不定",
    "broken",
    "out of order",
    "expired",
    "removed",
    "used to",
    "hardly",
    "barely",
    "formerly",
    "坏",
    "过期",
    "拆",
    "停用",
    "原来",
    "以前",
    "曾经",
)
"""What makes of a yes perhaps a no, or of a no perhaps a yes."""


def is_unknown(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words there say that nobody knows, or that it is all one."""
    return _says(sheet, first, stop, _INDIFFERENT)


def is_doubtful(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words there make of a yes perhaps a no, or the other way round."""
    return _says(sheet, first, stop, _DOUBTFUL)


def _says(sheet: Sheet, first: int, stop: int, phrases: Sequence[str]) -> bool:
    """Return whether one of the phrases stands there; the % of a field's number is none."""
    is_read = [sheet.word(at) == "%" and not sheet.is_free(at) for at in range(first, stop)]
    words = [token.text for token in sheet.tokens[first:stop]]
    spaced = " ".join(word for word, taken in zip(words, is_read, strict=False) if not taken)
    joined, spaced = spaced.replace(" ", ""), f" {spaced} "
    return any(f" {one} " in spaced if one.isascii() else one in joined for one in phrases)
