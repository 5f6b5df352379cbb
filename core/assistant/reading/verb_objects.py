"""What is said in Chinese with one half of a yes-or-no name: 没喝 of 喝酒, 没票 of 有发票."""

from collections.abc import Iterator, Sequence
from typing import Final

from core.assistant.reading.names import Named, held_by, without_aspect
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import TokenKind, fold, is_glued

_VERBS: Final = frozenset("报喝吃抽吸刮下打买换坐开请带穿做去学洗修租养戴骑看交付住游跑")
"""Verbs that are said without their object; other first characters may belong to a noun."""
_LONGEST_NAME: Final = 4
_NOT: Final = frozenset("没不未")
_LEADS: Final = frozenset("人都也还已经就又从我们他她咱你家")
"""What stands right before a verb or its denial; behind another character a word goes on."""
_IDLE_LEADS: Final = tuple("都也还又从")
_ENDS: Final = frozenset("的呢啊")
_HELD: Final = {"有": True, "带": True, "没": False, "无": False}
"""What is said before the last character of a thing that there is or is not."""


def halves_said(sheet: Sheet, slots: Sequence[Slot]) -> list[tuple[Named, bool | None]]:
    """Return what is said with one half of a name that no other field shares, None if unsure.

    Args:
        sheet: the sentence.
        slots: the yes-or-no fields.
    """
    found: list[tuple[Named, bool | None]] = []
    for slot in slots:
        held, name = held_by(slot), without_aspect(slot) or fold(slot.name)
        if held and _is_han(held) and len(held) > 1 and _is_only(sheet, slot, held[-1]):
            found += _held(sheet, slot, held[-1])
        elif not held and _is_han(name) and 1 < len(name) <= _LONGEST_NAME:
            if name[0] in _VERBS:
                found += _of_object(sheet, slot, name[0], name[1:])
            if _is_only(sheet, slot, name[0]):
                found += _of_verb(sheet, slot, name[0])
    return found


def _is_han(text: str) -> bool:
    return all("一" <= char <= "鿿" for char in text)


def _is_only(sheet: Sheet, slot: Slot, char: str) -> bool:
    """Return whether no other field has the character in its name."""
    return not any(char in other.name for other in sheet.slots if other is not slot)


def _of_object(
    sheet: Sheet, slot: Slot, verb: str, thing: str
) -> Iterator[tuple[Named, bool | None]]:
    """Yield where 报了班, 没报过班, 电池换了 and 电池还没换 stand."""
    yes = (f"{verb}了{thing}", f"{verb}过{thing}", f"{thing}{verb}了", f"{thing}{verb}过了")
    before = ("没", "没有", "还没", "没有", "都没", "也没")
    no = [f"{lead}{verb}{end}{thing}" for lead in ("没", "没有", "未") for end in ("过", "了")]
    no += [f"{thing}{lead}{verb}{end}" for lead in before for end in ("", "过")]
    said = {**dict.fromkeys(no, False), **dict.fromkeys(yes, True)}
    for words, value in said.items():
        for at in _places(sheet, words):
            char = _before(sheet, at)
            is_denied = (value and char in _NOT) or char == verb  # 换没换过
            if not is_denied and _ends(sheet, at + len(words)):
                yield Named(slot, at, at + len(words)), value


def _of_verb(sheet: Sheet, slot: Slot, verb: str) -> Iterator[tuple[Named, bool | None]]:
    """Yield where the verb is said without its object: 没喝, 没喝过, 喝了."""
    for words in (f"没{verb}过", f"没有{verb}", f"没{verb}", f"不{verb}", f"没怎么{verb}"):
        for at in _places(sheet, words):
            is_asked = sheet.word(at - 1) == verb  # 喝没喝
            if _begins(sheet, at) and _ends(sheet, at + len(words)) and not is_asked:
                is_clear = verb in _VERBS and "怎" not in words
                first = _with_leads(sheet, at)
                yield Named(slot, first, at + len(words)), False if is_clear else None
    for at in _places(sheet, f"{verb}了") if verb in _VERBS else ():
        if _begins(sheet, at) and _ends(sheet, at + 2):
            yield Named(slot, at, at + 2), True


def _held(sheet: Sheet, slot: Slot, thing: str) -> Iterator[tuple[Named, bool | None]]:
    """Yield where 有票, 带票, 没票 and 无票 stand."""
    for lead, value in _HELD.items():
        for at in _places(sheet, f"{lead}{thing}"):
            if _begins(sheet, at) and _ends(sheet, at + 2):
                yield Named(slot, at, at + 2), value


def _places(sheet: Sheet, words: str) -> Iterator[int]:
    """Yield where the characters stand in a row, none of them read."""
    for at in range(len(sheet.tokens) - len(words) + 1):
        if sheet.word(at) != words[0] or not sheet.are_free(at, at + len(words)):
            continue
        if all(sheet.word(at + index) == char for index, char in enumerate(words)):
            yield at


def _before(sheet: Sheet, at: int) -> str:
    """Return the Chinese character right before that place that no step has read, if any."""
    is_han = at > 0 and sheet.tokens[at - 1].kind is TokenKind.HAN and is_glued(sheet.tokens, at)
    return sheet.word(at - 1) if is_han and sheet.is_free(at - 1) else ""


def _with_leads(sheet: Sheet, at: int) -> int:
    """Return where little words begin that say no more of a denial: 都还没喝."""
    while _before(sheet, at) in _IDLE_LEADS:
        at -= 1
    return at


def _begins(sheet: Sheet, at: int) -> bool:
    before = _before(sheet, at)
    return not before or before in _LEADS


def _ends(sheet: Sheet, stop: int) -> bool:
    """Return whether no Chinese word goes on there, nor a question: 喝了吗."""
    is_han = stop < len(sheet.tokens) and sheet.tokens[stop].kind is TokenKind.HAN
    if not is_han or not is_glued(sheet.tokens, stop) or not sheet.is_free(stop):
        return True
    return sheet.word(stop) in _ENDS
