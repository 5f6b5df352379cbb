"""A label of a lesson's target that a Chinese verb tells: 抢到了 and 没抢到 of 抢到, 中了 of 中."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.assistant.reading.asking_han import verb_asked
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import TokenKind, fold, is_glued
from core.assistant.reading.uncertain import is_doubtful, is_unknown
from core.assistant.reading.yes_no_labels import yes_and_no
from core.domain.fields import FieldKind

_LEADS: Final = re.compile(
    "(?:[还就真也可]是|后来|最后|最终|结果|果然|竟然|居然|终于|已经|[又也都就还才真他她我咱]|[我他她咱]们)*"
)
"""What may stand right before such a verb; behind other words it may mean something else."""
_LONGEST_LEAD: Final = 8
"""Characters."""
_ENDS: Final = frozenset("啊呀哦哈啦咯")
_DONE: Final = ("了", "过了", "啦", "成了")
_NOT: Final = ("没", "没有", "未", "还没")
_MOST_LABELS: Final = 20
_LONGEST: Final = 5
"""Characters of a verb."""


def may_be_told(slot: Slot) -> bool:
    """Return whether a verb may tell the slot's label: the target's, by its Chinese name."""
    is_target = slot.key is None and slot.kind is FieldKind.CATEGORY
    return is_target and not slot.name.isascii()


def read_told_verbs(sheet: Sheet) -> None:
    """Give a lesson's open target the label that a verb tells; ask where two are told."""
    slot = next((slot for slot in sheet.open_slots() if slot.key is None), None)
    has_text = any(other.kind is FieldKind.TEXT for other in sheet.slots)
    if slot is None or slot.kind is not FieldKind.CATEGORY or has_text:
        return
    told = [
        (value, at, at + len(words))
        for words, value in _forms_of(slot).items()
        for at in _places(sheet, words)
    ]
    clauses = {sheet.clause_of(at) for _, at, _ in told}
    if any(is_doubtful(sheet, *clause) or is_unknown(sheet, *clause) for clause in clauses):
        return
    values = tuple(dict.fromkeys(value for value, _, _ in told))
    if len(values) == 1:
        sheet.fill(slot, *told[0])
    elif values:
        sheet.ask(slot, values, min(at for _, at, _ in told), max(stop for *_, stop in told))


def _forms_of(slot: Slot) -> Mapping[str, str]:
    """Return the words that tell a label by its verb, each with the label."""
    labels = (slot.options or slot.seen)[:_MOST_LABELS]
    answers, forms = yes_and_no(labels), dict[str, str]()
    if answers is not None:
        pairs = [(verb_asked(fold(slot.name)), answers[0], answers[1])]
    else:
        denied = {label: [f"{no}{label}" for no in ("没", "不", "未", "没有")] for label in labels}
        pairs = [
            (label, label, next((one for one in labels if one in denied[label]), ""))
            for label in labels
        ]
    for verb, yes, no in pairs:
        if not all("一" <= char <= "鿿" for char in verb) or not 0 < len(verb) <= _LONGEST:
            continue
        forms |= {f"{verb}{done}": yes for done in _DONE}
        forms |= {f"{lead}{verb}": no for lead in _NOT if no}
        forms |= {f"{lead}{verb}过": no for lead in _NOT if no}
    return forms


def _places(sheet: Sheet, words: str) -> Iterator[int]:
    """Yield where the words stand as a predicate of their own, none of them read."""
    for at in range(len(sheet.tokens) - len(words) + 1):
        stop = at + len(words)
        if not sheet.are_free(at, stop) or sheet.word(at) != words[0]:
            continue
        if any(sheet.word(at + index) != char for index, char in enumerate(words)):
            continue
        if not _goes_on(sheet, stop) and _LEADS.fullmatch(_run_before(sheet, at)):
            yield at


def _run_before(sheet: Sheet, at: int) -> str:
    """Return the Chinese characters in a row before that place that no step has read."""
    first = at
    while first > max(0, at - _LONGEST_LEAD - 1) and _touches(sheet, first - 1, first):
        first -= 1
    return "".join(sheet.word(index) for index in range(first, at))


def _goes_on(sheet: Sheet, stop: int) -> bool:
    """Return whether a character touches the words that end there, and may change them."""
    return _touches(sheet, stop, stop) and sheet.word(stop) not in _ENDS


def _touches(sheet: Sheet, index: int, joint: int) -> bool:
    """Return whether the token is a Chinese character, unread and with no blank at the joint."""
    is_han = sheet.is_free(index) and sheet.tokens[index].kind is TokenKind.HAN
    return is_han and is_glued(sheet.tokens, joint)
