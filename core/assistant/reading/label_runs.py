"""How far a new category goes on that begins at a word."""

import re

from core.assistant.reading.category_context import begins_han
from core.assistant.reading.marks import Marks
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import FILLERS, STOP_WORDS
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.units import unit_at
from core.domain.fields import FieldKind

_MOST_NEW_WORDS = 4
MOST_NEW_HAN = 8
"""Words and Chinese characters of a new category's name."""
_NUMBERED = re.compile("[号栋幢楼座区路街弄巷院线期村门组队班]|单元")
"""What a number counts in the name of a place, once more words stand before it."""
_GOING = re.compile("[去到]|下[雨雪]")
"""What is done at a place, or until when, and ends a name with a number: 3号坡下雨."""
_COUNTS = frozenset("个人")


def is_plain_word(sheet: Sheet, index: int) -> bool:
    """Return whether a free word stands there, and no number or sign."""
    return sheet.is_free(index) and sheet.tokens[index].kind is TokenKind.WORD


def new_label_stop(sheet: Sheet, marks: Marks, at: int) -> int:
    """Return where a new category that begins there ends."""
    if not sheet.is_free(at) or not sheet.tokens[at].has_content:
        return at
    if marks.begins_at(at) or (sheet.word(at) in STOP_WORDS and not begins_han(sheet, at)):
        return at
    match sheet.tokens[at].kind:
        case TokenKind.NUMBER if unit_at(sheet.tokens, at + 1, own=sheet.own) is not None:
            return at  # "cheese of 6 months"
        case TokenKind.NUMBER:
            return _numbered_stop(sheet, marks, at)
        case TokenKind.HAN:
            return _run_stop(sheet, marks, at, most=MOST_NEW_HAN)
    first, end = sheet.clause_of(at)
    is_rest = marks.begins_at(first) and _is_run(sheet, marks, at, end)
    return end if is_rest else _run_stop(sheet, marks, at, most=_MOST_NEW_WORDS)


def _numbered_stop(sheet: Sheet, marks: Marks, at: int) -> int:
    """Return where a name ends that begins with a number: ``12B``, 3号坡."""
    stop = at + 1
    if not is_glued(sheet.tokens, stop) or not sheet.tokens[stop].has_content:
        return stop
    if sheet.word(stop) in _COUNTS:
        return at  # 3个人
    if sheet.tokens[stop].kind is not TokenKind.HAN or not sheet.is_free(stop):
        return stop + 1
    return _run_stop(sheet, marks, stop, most=MOST_NEW_HAN, is_numbered=True)


def _is_in_address(sheet: Sheet, index: int) -> bool:
    """Return whether a number stands there that a Chinese name goes on with: 南山3号坡.

    It does not where a field counts so: 碧桂园5楼 says a place and a 楼层.
    """
    is_number = sheet.tokens[index].kind is TokenKind.NUMBER and is_glued(sheet.tokens, index)
    after = index + 1
    is_whole = is_number and is_glued(sheet.tokens, after) and sheet.is_free(after)
    if not is_whole or _NUMBERED.match(_two_at(sheet, after)) is None:
        return False
    return not _is_counted(sheet, sheet.word(after))


def _is_counted(sheet: Sheet, word: str) -> bool:
    """Return whether a number field without a value counts so, by its unit or its name."""
    numbers = [slot for slot in sheet.open_slots() if slot.kind is FieldKind.NUMBER]
    return any(word in f"{slot.unit or ''}{slot.name}" for slot in numbers)


def _two_at(sheet: Sheet, index: int) -> str:
    """Return the characters that stand there, two where they touch."""
    after = sheet.word(index + 1) if is_glued(sheet.tokens, index + 1) else ""
    return sheet.word(index) + after


def _is_run(sheet: Sheet, marks: Marks, at: int, end: int) -> bool:
    """Return whether a few plain words are all that stands there: ``Lake loop``."""
    words = range(at, end)
    return len(words) <= _MOST_NEW_WORDS and all(
        is_plain_word(sheet, one)
        and not (marks.begins_at(one) or sheet.word(one) in STOP_WORDS | FILLERS)
        for one in words
    )


def _run_stop(sheet: Sheet, marks: Marks, at: int, *, most: int, is_numbered: bool = False) -> int:
    """Return where the run of words ends that begins there; capitals keep to capitals."""
    first = sheet.tokens[at]
    is_capital = sheet.source[first.start].isupper()
    stop, words, index = at + 1, 1, at + 1
    while sheet.is_free(index) and words < most and not marks.begins_at(index):
        token = sheet.tokens[index]
        glued = is_glued(sheet.tokens, index)
        if is_numbered and _GOING.match(_two_at(sheet, index)):
            break
        if token.kind is first.kind and (glued or first.kind is TokenKind.WORD):
            goes_on = glued or not is_capital or sheet.source[token.start].isupper()
            if token.text in STOP_WORDS or not goes_on:
                break
            stop, words = index + 1, words + 1
        elif first.kind is TokenKind.HAN and _is_in_address(sheet, index):
            stop, is_numbered = index + 1, True
        elif token.text not in {"-", "/", "&", "'", "."} or not glued:
            break
        index += 1
    return stop
