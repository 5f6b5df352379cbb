"""A yes-or-no name of which is asked whether it is so: 有没有电梯, 包邮不, ``is it furnished``."""

import re
from typing import Final

from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.reading.tokens import fold, is_glued
from core.assistant.word_sets import word_set

_VERBS: Final = frozenset("报喝吃抽吸刮下打买换坐开请带穿做去学洗修租养戴骑看交付住游跑")
"""Behind these 没有 asks; behind a noun it denies: 洗衣机没有."""
_SHORTEST_NAME: Final = 2
_ASPECTS: Final = frozenset("过了")
_NOT: Final = frozenset("没不未")
_ASKING: Final = frozenset("吗么嘛")
ASKING_VERBS: Final = word_set("会不会 能不能 是不是 要不要 可不可以 有没有 是否 会否 能否")
"""What asks before a name or within it: 会不会下雨, 老师会不会来."""
_LONGEST_VERB: Final = 4
_TRAILS: Final = frozenset("啊呀呢的")
"""What may follow a 不 that asks."""
_WHOSE: Final = r"(?:it|there|they|that|this|he|she|we|you|i|(?:the|that|this|my|your|our) [a-z]+)"
_BEGINS: Final = re.compile(
    rf"(?:(?:and|so|but|ok|also) )?(?:(?:is|are|was|were) {_WHOSE}"
    rf"|(?:do|does|did) {_WHOSE}(?: (?:have|get|include|offer|(?<=it )come with))?"
    rf"|(?:has|have) {_WHOSE}(?: got)?|(?:will|would) {_WHOSE}(?: (?:be|have|get))?)"
    r"(?: not)?(?: (?:a|an|the|any|some))?"
)
"""What leads from the beginning of a clause to a name that is asked."""
_ASKS: Final = "?"
_LONGEST: Final = 8
"""Tokens of such a lead."""


def may_ask(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a no behind the words there asks: 有电梯没有, 下雨没, yet 洗衣机没有."""
    is_done = stop - first == _SHORTEST_NAME or sheet.word(first + 1) in _ASPECTS
    return sheet.word(first) == "有" or (sheet.word(first) in _VERBS and is_done)


def asked_span(sheet: Sheet, slot: Slot, first: int, stop: int) -> tuple[int, int] | None:
    """Return where words ask whether a name is so, if they do."""
    asking = _asking_before(sheet, first)
    if asking is not None:
        return asking, stop
    lead = "".join(sheet.word(at) for at in range(max(0, first - 2), first))
    is_free = sheet.are_free(max(0, first - 2), first)
    is_either = len(lead) > 1 and lead[-1] in _NOT and lead[-2] == sheet.word(first)
    if is_free and is_either:  # 喝不喝酒
        return first - 2, stop
    end = asked_stop(sheet, stop) or _either_stop(sheet, slot, stop)
    if end:
        return first, end
    return (first, stop) if _is_asked_first(sheet, first, stop) else None


def _asking_before(sheet: Sheet, first: int) -> int | None:
    """Return where a word begins that asks for what follows it: 会不会, 是否; None without one."""
    for length in range(min(_LONGEST_VERB, first), 1, -1):
        words = "".join(map(sheet.word, range(first - length, first)))
        if words in ASKING_VERBS and sheet.are_free(first - length, first):
            return first - length
    return None


def asked_stop(sheet: Sheet, stop: int) -> int | None:
    """Return where a word ends that asks of the Chinese words before it: 吗, or a last 不."""
    after = stop + (sheet.word(stop) == "了")
    if sheet.word(after) in _ASKING:
        return after + 1
    is_no = sheet.word(after) in _NOT and _is_han_run(sheet, after, after + 1)
    at = after + 1 + (sheet.word(after + 1) in _TRAILS)
    return after + 1 if is_no and _is_end(sheet, at) else None


def _either_stop(sheet: Sheet, slot: Slot, stop: int) -> int | None:
    """Return where 不来 ends behind 老师来, or 不包 behind 包邮."""
    name = fold(slot.name)
    is_either = sheet.word(stop) in _NOT and sheet.word(stop + 1) in {name[:1], name[-1:]}
    if not is_either or not _is_han_run(sheet, stop, stop + 2):
        return None
    is_whole = "".join(sheet.word(stop + 1 + at) for at in range(len(name))) == name
    return stop + 1 + (len(name) if is_whole else 1)


def _is_end(sheet: Sheet, at: int) -> bool:
    return at >= len(sheet.tokens) or not sheet.tokens[at].has_content


def _is_han_run(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether unread words there touch what stands before them."""
    is_there = first > 0 and stop <= len(sheet.tokens) and sheet.are_free(first, stop)
    return is_there and all(is_glued(sheet.tokens, at) for at in range(first, stop))


def _is_asked_first(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a clause asks by its first words, and goes on with none: ``is it furnished``.

    A predicate of their own makes other questions of the same words: ``will it sell furnished``.
    """
    begin, end = sheet.clause_of(first)
    if not 1 < first - begin <= _LONGEST:
        return False
    end = next((at for at in range(stop, end) if sheet.word(at) == _ASKS), end)
    lead = " ".join(token.text for token in sheet.tokens[begin:first])
    rest = range(stop, end)
    is_last = all(sheet.word(at) in STOP_WORDS or not sheet.is_free(at) for at in rest)
    return is_last and _BEGINS.fullmatch(lead) is not None
