"""Names that a verb parts: 老师会不会来, 风不太大 of the fields 老师来 and 风大."""

from typing import Final

from core.assistant.reading.asked_truths import ASKING_VERBS
from core.assistant.reading.names import Named
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.word_sets import word_set

NOT_HAN: Final = frozenset("不没無无未")
"""What denies what follows it."""
_INFIX_HAN: Final = NOT_HAN | frozenset("太很怎么那这算是有会能要可以否")
"""What a denial between the two parts of a Chinese name consists of: 风不太大."""
_MODAL_INFIXES: Final = word_set("会 要 能 可以 会有")
"""What says there that it will, or may, be so: 老师会来."""
_CERTAIN_INFIXES: Final = word_set("会 要 会有")
"""Those of them that leave no doubt."""
_WISHED_HAN: Final = ("希望", "要是", "如果", "但愿", "盼", "想", "假如", "最好")
"""What makes a wish or a condition of what follows."""
_ENDING_HAN: Final = frozenset(["了", "啊", "的", "吧", "哦", "呢", "吗", "么", "嘛"])
"""What may stand between such a name and the end of its clause."""
_DEGREES: Final = frozenset("大小多少高低冷热强弱好坏快慢")
"""What a name of two characters ends with that says how its first is; 停车 is none."""
_HOW_MUCH: Final = frozenset("少大久")
"""What makes a question of 多 before it: 人要多少."""
_LONGEST_INFIX: Final = 5
"""Characters."""


def said_within(sheet: Sheet, slot: Slot, core: tuple[str, ...]) -> list[tuple[Named, bool | None]]:
    """Return what is said or asked between a subject and its verb: 风不大, 老师会不会来."""
    found: list[tuple[Named, bool | None]] = []
    for at in range(len(sheet.tokens)):
        for split in range(1, len(core)):
            stop, value = _infix_at(sheet, at, core[:split], core[split:])
            if stop:
                found.append((Named(slot, at, stop), value))
    return found


def _infix_at(
    sheet: Sheet, at: int, head: tuple[str, ...], tail: tuple[str, ...]
) -> tuple[int, bool | None]:
    """Return where a name ends that begins there and is parted, and what is said; 0 for none."""
    first = at + len(head)
    if tuple(map(sheet.word, range(at, first))) != head:
        return 0, None
    stop = first
    while sheet.is_free(stop) and sheet.word(stop) in _INFIX_HAN and stop < first + _LONGEST_INFIX:
        stop += 1
    end = stop + len(tail)
    infix = "".join(map(sheet.word, range(first, stop)))
    if tuple(map(sheet.word, range(stop, end))) != tail or not sheet.are_free(at, end):
        return 0, None
    if sheet.word(end) in _HOW_MUCH:
        return 0, None
    if infix in ASKING_VERBS:
        return end, None
    if infix in _MODAL_INFIXES:
        return _said_to_be(sheet, at, end, infix, is_long=len(head) + len(tail) > 2)
    is_denied = infix[:1] in NOT_HAN and not any(word in NOT_HAN for word in infix[1:])
    return (end, False) if infix and is_denied else (0, None)


def _said_to_be(
    sheet: Sheet, at: int, end: int, infix: str, *, is_long: bool
) -> tuple[int, bool | None]:
    """Return where a name ends that is to be so: 老师会来; 0 where it is wished, or goes on.

    What may or can be so is asked. Of two characters the second says how the first is: 风会大.
    """
    first, stop = sheet.clause_of(at)
    before = "".join(map(sheet.word, range(first, at)))
    after = {sheet.word(index) for index in range(end, stop)}
    is_wished = any(word in before for word in _WISHED_HAN)
    if is_wished or not after <= _ENDING_HAN or not (is_long or sheet.word(end - 1) in _DEGREES):
        return 0, None
    return end, True if infix in _CERTAIN_INFIXES else None
