"""Chinese words for a time that is no one day: 月底, 12月初, 前年, 国庆."""

import re
from typing import Final

from core.assistant.reading.marks import Marks, slots_of_kind
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.tokens import TokenKind, is_glued
from core.domain.fields import FieldKind

_YEAR: Final = "(?:[今去前明后]年|(?:19|20)[0-9]{2}年)"
_MONTH: Final = "(?:(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]|上上?个?|[这本下]个?)月份?)"
_PART: Final = "(?:初|底|末|中旬?|[上下]旬)"
_VAGUE: Final = re.compile(
    rf"{_YEAR}?{_MONTH}{_PART}?|{_YEAR}(?!五一|国庆|端午|中秋|春节|元旦|清明|除夕|七夕|圣诞)(?:{_PART}|[上下]半年|[春夏秋冬][天季]?)?|[月年]{_PART}"
    r"|[上下]半年|(?:上上?|[这本下])(?:个?(?:星期|礼拜)|周)|前几天|前阵子|前段时间|前些天"
    rf"|{_YEAR}?(?:五一|国庆节?|端午节?|中秋节?|春节|元旦|清明节?|除夕|过年|七夕|圣诞节?|双十一)"
)
_LONGEST: Final = 10
"""Characters of such words."""


def read_vague_days(sheet: Sheet, marks: Marks) -> None:
    """Ask for the day of a lesson where its words say only about when it was."""
    slots = [slot for slot in slots_of_kind(sheet, FieldKind.DATE) if slot.is_past]
    if len(slots) != 1 or sheet.is_unread(slots[0]):
        return
    for at, token in enumerate(sheet.tokens):
        if not sheet.is_free(at) or token.kind not in {TokenKind.HAN, TokenKind.NUMBER}:
            continue
        if is_glued(sheet.tokens, at) and sheet.tokens[at - 1].kind is TokenKind.NUMBER:
            continue
        stop = _vague_stop(sheet, at)
        if stop is not None:
            named = marks.leading_to(at)
            first = named.first if named is not None and named.slot is slots[0] else at
            sheet.leave_unread(slots[0], first, stop, value=at)
            return


def _vague_stop(sheet: Sheet, first: int) -> int | None:
    """Return where such words end, none of them read, and no number behind them; None if none."""
    stop = first + 1
    while stop < len(sheet.tokens) and stop < first + _LONGEST and is_glued(sheet.tokens, stop):
        stop += 1
    ends: dict[int, int] = {}
    length = 0
    for at in range(first, stop):
        length += len(sheet.word(at))
        ends[length] = at + 1
    found = _VAGUE.match("".join(sheet.word(at) for at in range(first, stop)))
    end = ends.get(found.end()) if found else None
    return end if end is not None and sheet.are_free(first, end) else None
