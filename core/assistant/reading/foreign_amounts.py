"""Amounts that are not those of the name or the verb beside them."""

import re
from collections.abc import Container
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.marks import MEASURE_WORDS
from core.assistant.reading.quantities import quantity_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, candidates_for, is_unit_of
from core.assistant.reading.speech import (
    AFTER_NUMBERS,
    FILLERS,
    IDLE,
    NO,
    OTHER_AMOUNTS,
    STOP_WORDS,
    YES,
)
from core.assistant.reading.surroundings import HAN_AFTER
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.units import is_money, own_measures
from core.domain.fields import FieldKind

_MONEY_NAMES: Final = re.compile(
    r"price|cost|budget|fees?\b|rent|pay|paid|sal[ae]|wage|income|spen[dt]|bill|worth|value|money|"
    r"takings|turnover|revenue|deposit|tip|fare|preis|kosten|miete|prix|precio|[价费钱金额租薪款]",
    re.IGNORECASE,
)
"""Names of fields without a unit that are sums of money."""
_LONGEST_HAN_VERB: Final = 4
"""Chinese characters before a number that may make a difference of it: 多卖了10斤."""
_ADVERBS: Final = frozenset("天夜晚直路起些点会阵样般边")
"""What makes a word of time or manner of a Chinese one: 卖了一天, 一直."""

_WHICH: Final = frozenset("同每另某哪任")
"""What says before a one which is meant, and not how many."""
_WHICH_FIRST: Final = frozenset("这那上下前后头")
"""The same where no word goes on before it, as in 楼下一间."""
_PERSONS: Final = frozenset("人客员")
"""What nouns for persons are written with: 客人, 顾客, 员工."""


def is_sum_of_money(slot: Slot) -> bool:
    """Return whether the slot asks for a sum of money, by its unit or its name."""
    if slot.unit:
        return is_money(own_measures(slot.unit))
    return _MONEY_NAMES.search(slot.name) is not None


def is_adverb(sheet: Sheet, quantity: Quantity) -> bool:
    """Return whether a number in words is a part of a word of time or manner: 一天, 一起."""
    at = quantity.stop
    is_han = sheet.is_free(at) and sheet.tokens[at].kind is TokenKind.HAN
    return (
        quantity.is_loose and is_han and is_glued(sheet.tokens, at) and sheet.word(at) in _ADVERBS
    )


def is_one_of_all(sheet: Sheet, quantity: Quantity) -> bool:
    """Return whether a one counts nothing, but says which or each of them: 同一个人, 每一天."""
    first = quantity.first
    is_one = sheet.word(first) == "一" and quantity.stop > first and quantity.is_worded
    if not is_one or not first or not is_glued(sheet.tokens, first):
        return False
    if sheet.word(first - 1) in _WHICH:
        return True
    is_begun = first < 2 or not is_glued(sheet.tokens, first - 1)
    is_begun = is_begun or sheet.tokens[first - 2].kind is not TokenKind.HAN
    return sheet.word(first - 1) in _WHICH_FIRST and is_begun


def is_other_amount(sheet: Sheet, first: int) -> bool:
    """Return whether the words right before a number make another amount of it: ``lost 20``."""
    if first and sheet.tokens[first - 1].kind is TokenKind.WORD:
        return sheet.word(first - 1) in OTHER_AMOUNTS
    before = "".join(sheet.word(at) for at in range(max(0, first - _LONGEST_HAN_VERB), first))
    return any(other in before for other in OTHER_AMOUNTS if not other.isascii())


def counts_persons(sheet: Sheet, quantity: Quantity, slot: Slot) -> bool:
    """Return whether a measure word counts persons, and the slot does not: 7个人 of 菜 in 个."""
    at = quantity.stop
    is_noun = sheet.word(at - 1) in MEASURE_WORDS and is_glued(sheet.tokens, at)
    if not is_noun or _PERSONS.isdisjoint((sheet.word(at), sheet.word(at + 1))):
        return False
    return _PERSONS.isdisjoint(slot.name + (slot.unit or ""))


def is_amount_of_another(sheet: Sheet, slot: Slot, at: int) -> bool:
    """Return whether an amount stands behind a slot's colon that is in another's unit only.

    ``ground floor: 1.5 h`` and ``with the dog: 4 h`` say how long it took.
    """
    if not sheet.is_free(at) or slot.kind not in {FieldKind.NUMBER, FieldKind.YES_NO}:
        return False
    quantity = quantity_at(sheet.tokens, at, own=sheet.own)
    if quantity is None or not quantity.has_unit or is_unit_of(quantity, slot):
        return False
    is_refused = slot.kind is FieldKind.NUMBER and candidates_for(quantity, slot) is None
    others = [*sheet.open_slots(), *([sheet.rival] if sheet.rival else [])]
    return not is_refused and any(is_unit_of(quantity, one) for one in others if one is not slot)


def has_other_unit(
    sheet: Sheet, slot: Slot, quantity: Quantity, names: Container[int] = ()
) -> bool:
    """Return whether a word follows that may be an unknown unit: ``volume 30 pints``.

    Args:
        sheet: the sentence.
        slot: whose name stands before the number.
        quantity: the number.
        names: the tokens that are names of fields, and so no units.
    """
    at = quantity.stop
    if slot.unit is None or quantity.has_unit:
        return False
    if quantity.is_ordinal:
        return True
    if not sheet.is_free(at) or at in names:
        return False
    word = sheet.word(at)
    if sheet.tokens[at].kind is TokenKind.HAN:
        is_last = at + 1 == sheet.clause_of(at)[1]  # 400华氏度, 3 筐
        is_noun = is_glued(sheet.tokens, at) or is_last
        return is_noun and word not in HAN_AFTER | STOP_WORDS | AFTER_NUMBERS
    is_word = sheet.tokens[at].kind is TokenKind.WORD
    return is_word and word not in STOP_WORDS | FILLERS | IDLE | AFTER_NUMBERS | NO | YES
