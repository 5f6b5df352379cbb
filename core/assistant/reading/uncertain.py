"""Words beside a yes-or-no field that leave open which of the two it is."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.sheet import Sheet
from core.assistant.reading.tokens import Token

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
_HEDGES: Final = (
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
)
"""What says that whoever wrote it is not sure."""
_DOUBTFUL: Final = (
    *_HEDGES,
    "yes and no",
    "%",
    "chance",
    "概率",
    "几率",
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
    return _says(_unread_words(sheet, first, stop), _INDIFFERENT)


def is_doubtful(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words there make of a yes perhaps a no, or the other way round."""
    return _says(_unread_words(sheet, first, stop), _DOUBTFUL)


def is_hedged(tokens: Sequence[Token]) -> bool:
    """Return whether the words say that whoever wrote them is not sure: ``maybe bug``."""
    return _says([token.text for token in tokens], _HEDGES)


def _unread_words(sheet: Sheet, first: int, stop: int) -> list[str]:
    """Return the words there; the % of a field's number is none."""
    taken = [sheet.word(at) == "%" and not sheet.is_free(at) for at in range(first, stop)]
    words = [token.text for token in sheet.tokens[first:stop]]
    return [word for word, is_read in zip(words, taken, strict=False) if not is_read]


def _says(words: Sequence[str], phrases: Sequence[str]) -> bool:
    """Return whether one of the phrases stands among the words."""
    spaced = " ".join(words)
    joined, spaced = spaced.replace(" ", ""), f" {spaced} "
    return any(f" {one} " in spaced if one.isascii() else one in joined for one in phrases)
