"""Amounts that are said several times: ``two lengths of the 25 m pool``, ``3 x 400 m``, 两圈400米.

How much they come to is not said, so each is a range from one to all of them, which is asked.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.figures import Figure
from core.assistant.reading.quantities import quantity_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import ARTICLES, IDLE, STOP_WORDS
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.word_sets import word_set

_TIMES: Final = frozenset(["x", "×", "*", "times"])
"""What stands between a count and the amount."""
_LEADING: Final = ARTICLES | {"our", "this", "that", "each"}
"""What stands right before the amount: ``of the 25 m pool``."""
_NOUNS: Final = word_set(
    "laps lengths rounds circuits loops reps sets widths trips runs walks swims climbs sessions "
    "bags boxes packs bottles cans pieces bits parts couple pair half quarter third part some most "
    "rest several"
)
"""What without a count says that the amount is there several times, or in part."""
_TWICE: Final = frozenset(["twice", "thrice", "double", "half"])
_HAN_COUNTERS: Final = frozenset("圈趟遍组轮")
"""What Chinese counts repeats with."""
_SAID: Final = frozenset(["is", "was", "are", "'", "s", "是", "age", "aged"])
"""What stands between a thing and the number that is said of it."""
_OTHERS: Final = frozenset(["one", "other", "another", "second", "third", "last", "others", "rest"])
"""What a second thing of the same kind is called: ``one is 2 years and one 5``."""
_HAN_OTHERS: Final = ("另一个", "另一只", "另外", "一个", "一只", "一位", "一条", "一间")
_HAN_MOST: Final = 6
"""Chinese characters between an amount and the count behind it: 25米泳池游两趟."""


def with_repeats(
    sheet: Sheet, quantities: Sequence[Quantity], names: Container[int]
) -> list[Quantity]:
    """Return the quantities, those that are there several times as what one and all come to."""
    found: list[Quantity] = []
    for quantity in quantities:
        if not quantity.has_unit or len(quantity.figures) != 1:
            found.append(quantity)
            continue
        before = found[-1] if found else None
        first, count = _count_before(sheet, quantity, before, names)
        if count is None:
            count = _count_behind(sheet, quantity.stop)
        elif before is not None and first == before.first:
            found.pop()
        found.append(replace(_repeated(quantity, count), first=first))
    return found


def other_before(sheet: Sheet, quantity: Quantity) -> int | None:
    """Return where ``the other`` begins that a bare number is said of, as of the first before."""
    at = quantity.first - 1
    while at > 0 and sheet.word(at) in _SAID and sheet.is_free(at):
        at -= 1
    if quantity.measures or at <= 0 or not sheet.is_free(at):
        return None
    if sheet.word(at) in _OTHERS:
        return at
    words = "".join(sheet.word(index) for index in range(max(0, at - 2), at + 1))
    return next((at + 1 - len(one) for one in _HAN_OTHERS if words.endswith(one)), None)


def _repeated(quantity: Quantity, count: float | None) -> Quantity:
    """Return a quantity so many times; altered for 0, which is a count that nobody said."""
    if count is None or count == 1:
        return quantity
    figure = quantity.figures[0]
    if not count or not figure.is_sure:
        return replace(quantity, figures=(), is_altered=True)
    whole = float(f"{figure.likely * count:.12g}")
    return replace(quantity, figures=(figure, Figure((whole,), whole)))


def _count_before(
    sheet: Sheet, quantity: Quantity, before: Quantity | None, names: Container[int]
) -> tuple[int, float | None]:
    """Return where the words begin that count an amount, and the count; None where none does."""
    first, at = quantity.first, quantity.first - 1
    while at >= 0 and sheet.word(at) in _LEADING and sheet.is_free(at):
        at -= 1
    if at < 0 or not sheet.is_free(at):
        return first, None
    counted = before.stop if before is not None and _is_count(before) else None
    if counted is not None and before is not None:
        is_times = counted == at and sheet.word(at) in _TIMES
        noun = counted if counted == at - 1 and sheet.word(at) == "of" else None
        is_of = noun is not None and _is_noun(sheet, noun)
        is_some = counted == at and sheet.word(at) == "of" and at < first - 1  # "4 of the 25 m"
        is_han = counted == at == first - 1 and sheet.word(at) in _HAN_COUNTERS
        if is_times or is_of or is_some or is_han:
            is_of_field = noun is not None and noun in names
            return first if is_of_field else before.first, before.figures[0].likely
    if sheet.word(at) in _TWICE:
        return first, 0
    is_some = sheet.word(at) == "of" and sheet.word(at - 1) in _NOUNS
    return first, 0 if is_some else None


def _is_count(quantity: Quantity) -> bool:
    return len(quantity.figures) == 1 and not quantity.measures and not quantity.is_ordinal


def _is_noun(sheet: Sheet, at: int) -> bool:
    is_word = sheet.is_free(at) and sheet.tokens[at].kind is TokenKind.WORD
    return is_word and sheet.word(at) not in STOP_WORDS | IDLE


def _count_behind(sheet: Sheet, stop: int) -> float | None:
    """Return the count behind an amount, 0 for one that is not known: ``400 m x 3``, 游两趟."""
    at = stop
    if sheet.word(at) in _TIMES and sheet.is_free(at):
        return _count_at(sheet, at + 1)
    while at < stop + _HAN_MOST and sheet.is_free(at):
        is_han = sheet.tokens[at].kind in {TokenKind.HAN, TokenKind.NUMBER}
        if not is_han or not is_glued(sheet.tokens, at):
            return None
        count = quantity_at(sheet.tokens, at, own=sheet.own)
        if count is not None:
            is_way = [sheet.word(count.stop), sheet.word(count.stop + 1)] == ["来", "回"]
            is_way |= sheet.word(count.stop) == "个" and sheet.word(count.stop + 1) == "来"
            is_counted = sheet.word(count.stop) in _HAN_COUNTERS and _is_count(count)
            return 0 if is_way else count.figures[0].likely if is_counted else None
        at += 1
    return None


def _count_at(sheet: Sheet, at: int) -> float | None:
    count = quantity_at(sheet.tokens, at, own=sheet.own) if at < len(sheet.tokens) else None
    return count.figures[0].likely if count is not None and _is_count(count) else None
