"""The amount of a lesson without an arrow that no name or unit gives to a field or the target.

A verb leads to it (``spent 120 on it``, 收了1200), or it is called a total (``78 altogether``).
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.foreign_amounts import is_other_amount, is_sum_of_money
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, is_unit_of, usual_in
from core.assistant.reading.speech import AFTER_NUMBERS, FILLERS, STOP_WORDS
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.verbs import PAST, PAST_ALONE, is_past
from core.domain.fields import FieldKind

_TOTALS: Final = frozenset(["altogether", "total", "overall"])
"""What stands behind the amount that is asked for rather than behind one of several."""
_DONE_HAN: Final = frozenset("了到过")
"""What ends a Chinese verb whose amount follows: 收了1200."""
_DEEDS: Final = frozenset(["turned", "signed"])
"""Verbs of people who came, before ``up``."""
_DEALT: Final = re.compile("[收出卖买入转][了的掉]|成交|[入出到]手|拿下")
"""What is done at a price."""
_LONGEST_DEED: Final = 3
"""Words of a verb and what belongs to it: ``came to it``."""
_IDLE: Final = STOP_WORDS | FILLERS | AFTER_NUMBERS


def read_told(sheet: Sheet, quantities: Sequence[Quantity]) -> None:
    """Give the open target of a lesson the number that a verb leads to; ask which of several."""
    target = next((slot for slot in sheet.open_slots() if slot.key is None), None)
    if target is None or target.kind is not FieldKind.NUMBER or sheet.is_unread(target):
        return
    is_price = is_sum_of_money(target)
    told = [one for one in quantities if _is_told(sheet, one, is_price=is_price)]
    told = [one for one in told if usual_in(one, target)]
    if told and sheet.may_fit(len(told)):
        sheet.ask_which(target, told)
        for one in told:
            _take_words_around(sheet, target, one)


def _take_words_around(sheet: Sheet, target: Slot, quantity: Quantity) -> None:
    """Take the verb and the word for a total, which say nothing else."""
    if _is_done_before(sheet, quantity.first):
        is_han = sheet.tokens[quantity.first - 1].kind is TokenKind.HAN
        first = quantity.first - 1 - (is_han and sheet.is_free(quantity.first - 2))
        sheet.take_also(target, first, quantity.first)
    if sheet.word(quantity.stop) in _TOTALS:
        sheet.take_also(target, quantity.stop, quantity.stop + 1)
    elif _is_done_behind(sheet, quantity.first, quantity.stop):
        sheet.take_also(target, quantity.stop, sheet.clause_of(quantity.first)[1])


def _is_told(sheet: Sheet, quantity: Quantity, *, is_price: bool) -> bool:
    """Return whether a free number stands where the amount of what was done does.

    A price also stands before what was done at it: 3200收了台小牛, 2500出的.
    """
    first, stop = quantity.first, quantity.stop
    is_one = len(quantity.figures) == 1 and sheet.are_free(first, stop)
    if not is_one or quantity.is_loose or quantity.is_ordinal or quantity.is_clock:
        return False
    if quantity.has_unit and any(is_unit_of(quantity, slot) for slot in sheet.slots if slot.key):
        return False
    if sheet.word(stop) in _TOTALS or _is_done_behind(sheet, first, stop):
        return True
    if is_price and _DEALT.match("".join(sheet.word(at) for at in range(stop, stop + 3))):
        return sheet.are_free(stop, stop + 2)
    return _is_plain_behind(sheet, stop) and _is_done_before(sheet, first)


def _is_plain_behind(sheet: Sheet, stop: int) -> bool:
    """Return whether no word behind a number says that it counts something else."""
    is_word = stop < len(sheet.tokens) and sheet.is_free(stop) and sheet.tokens[stop].has_content
    return not is_word or sheet.word(stop) in _IDLE


def _is_done_behind(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a number did what ends the clause: ``31 came``, ``12 turned up``."""
    _, end = sheet.clause_of(first)
    is_alone = first == 0 or not sheet.is_free(first - 1) or not sheet.tokens[first - 1].has_content
    is_short = 1 <= end - stop <= _LONGEST_DEED and sheet.are_free(stop, end)
    return is_alone and is_short and is_past(sheet.word(stop), PAST_ALONE | _DEEDS)


def _is_done_before(sheet: Sheet, first: int) -> bool:
    """Return whether a verb in the past stands right before a number, and means no other amount."""
    if first < 1 or not sheet.is_free(first - 1):
        return False
    word = sheet.word(first - 1)
    if sheet.tokens[first - 1].kind is TokenKind.WORD:
        return is_past(word, PAST) and not is_other_amount(sheet, first)
    is_verb = word in _DONE_HAN and first > 1 and is_glued(sheet.tokens, first - 1)
    return is_verb and not is_other_amount(sheet, first)
