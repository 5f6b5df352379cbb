"""The names of fields that stand in a sentence without a colon, and what they go with."""

from collections.abc import Mapping
from typing import Final

from core.assistant.reading.halves import is_one_and_more
from core.assistant.reading.han_numbers import han_number_at
from core.assistant.reading.names import Named, Names
from core.assistant.reading.relative_days import is_in_weekday, weekday_at
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import FILLERS, NO, STOP_WORDS
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.units import own_measures, unit_at
from core.domain.fields import FieldKind

_SHORTEST_MISSPELT = 5
_MOST_FILLERS = 3
_LONGEST_UNIT = 2
"""Characters of a unit that may stand between a number and a short name."""
_PAIRS = frozenset(["大概", "大约"])
"""Chinese fillers of two characters, of which neither alone is one."""
_MORE_OR_LESS = frozenset("多少")
"""What makes a difference of the amount that a verb leads to."""
MEASURE_WORDS: Final = frozenset("个位名件台辆道瓶杯盒袋")
"""Chinese words between a number and the noun of what it counts."""
_JOINING = frozenset("-") | MEASURE_WORDS
"""What may stand between a number and the name of what it counts."""
_IN_PAIRS = frozenset("大概")


_AFTER_NAMES: Final = STOP_WORDS | FILLERS | NO | frozenset("加和跟配再还另外能要可做包多")
"""What may follow a name of one character right away and begins other words."""


class Marks:
    """Every free name in the sentence, by where it begins and where it ends."""

    def __init__(self, sheet: Sheet, names: Names) -> None:
        self._sheet = sheet
        self._names = names
        self._from: dict[int, Named] = {}
        self._to: dict[int, Named] = {}
        index = 0
        while index < len(sheet.tokens):
            named = names.at(sheet.tokens, index) if sheet.is_free(index) else None
            if named is not None and self._is_whole(named):
                self._add(named)
                index = named.stop
            else:
                index += 1

    def _is_whole(self, named: Named) -> bool:
        """Return whether the name is free and no part of another word: 菜 is no name in 川菜."""
        tokens, first = self._sheet.tokens, named.first
        if not self._sheet.are_free(first, named.stop):
            return False
        day = weekday_at(tokens, first)
        if day is not None and day[1] > named.stop:
            return False  # 星期 in 星期六
        if named.slot.key is None and first and tokens[first - 1].text in _MORE_OR_LESS:
            return False  # 多花了50
        if self._is_unit(named):
            return False  # 8 km 300 m
        is_short = named.stop == first + 1 and tokens[first].kind is TokenKind.HAN
        is_joined = first > 0 and is_glued(tokens, first) and not is_in_weekday(tokens, first - 1)
        is_counted = is_joined and han_number_at(tokens, first - 1)
        if is_counted and named.slot.kind is not FieldKind.NUMBER:
            return False  # 三年级
        if not is_short or not is_glued(tokens, first) or not self._sheet.is_free(first - 1):
            return True
        before = tokens[first - 1]
        is_word = before.kind is TokenKind.HAN and before.text not in STOP_WORDS | FILLERS | NO
        if not is_word or han_number_at(tokens, first - 1) is not None or self._counts(first):
            return True
        if named.slot.kind is not FieldKind.NUMBER or self._goes_on(named.stop):
            return False  # 2斤水果 is of no 水
        return self._is_measured(first)

    def _goes_on(self, stop: int) -> bool:
        """Return whether a Chinese character follows that may be of the same word."""
        tokens = self._sheet.tokens
        if stop >= len(tokens) or not (is_glued(tokens, stop) and self._sheet.is_free(stop)):
            return False
        is_word = tokens[stop].kind is TokenKind.HAN and tokens[stop].text not in _AFTER_NAMES
        return is_word and han_number_at(tokens, stop) is None

    def _is_unit(self, named: Named) -> bool:
        """Return whether a field's name, also its unit, ends an amount with no other name before.

        Beside ``climb 300 km 8`` the unit is a name, yet not beside ``the ridge trail 6 km``.
        """
        tokens, first = self._sheet.tokens, named.first
        if named.slot.unit and is_one_and_more(tokens, first, self._sheet.own):
            return True  # "hour and a half"
        if first == 0 or tokens[first - 1].kind is not TokenKind.NUMBER or not named.slot.unit:
            return False
        unit = unit_at(tokens, first, own=self._sheet.own)
        is_own = unit is not None and unit == (own_measures(named.slot.unit), named.stop)
        leading = self.leading_to(first - 1)
        is_led = leading is not None and leading.slot.kind is FieldKind.NUMBER
        return is_own and not is_led

    def _counts(self, first: int) -> bool:
        """Return whether a number and a measure word stand before what begins there: 5道菜."""
        tokens = self._sheet.tokens
        if first < 2 or tokens[first - 1].text not in MEASURE_WORDS:
            return False
        number = tokens[first - 2]
        return number.kind is TokenKind.NUMBER or han_number_at(tokens, first - 2) is not None

    def _is_measured(self, first: int) -> bool:
        """Return whether a number and its unit end right before what begins there: 2斤肉, 3尺宽."""
        tokens = self._sheet.tokens
        first -= tokens[first - 1].text == "半"
        for at in range(max(1, first - _LONGEST_UNIT), first):
            unit = unit_at(tokens, at, own=self._sheet.own)
            if unit is None or unit[1] != first:
                continue
            number = tokens[at - 1]
            return number.kind is TokenKind.NUMBER or han_number_at(tokens, at - 1) is not None
        return False

    def _add(self, named: Named) -> None:
        self._from[named.first] = named
        self._to[named.stop] = named

    def of_kind(self, kind: FieldKind) -> list[Named]:
        """Return the names of such slots, in the order of the sentence, values still missing."""
        return [n for n in self._from.values() if n.slot.kind is kind and self._is_open(n)]

    def free(self, kind: FieldKind) -> list[Named]:
        """Return the names of such slots that no step has taken, values missing or not."""
        names = [named for named in self._from.values() if named.slot.kind is kind]
        return [n for n in names if self._sheet.are_free(n.first, n.stop)]

    def leads_its_clause(self, index: int) -> bool:
        """Return whether a name begins the clause that the token stands in."""
        first, _ = self._sheet.clause_of(index)
        return first in self._from

    def covered(self) -> Mapping[int, FieldKind]:
        """Return the tokens that belong to a name, and what kind of field it names."""
        return {at: n.slot.kind for n in self._from.values() for at in range(n.first, n.stop)}

    def slot_at(self, index: int) -> Slot | None:
        """Return the slot whose name begins with this token, if any."""
        named = self._from.get(index)
        return named.slot if named else None

    def begins_at(self, index: int) -> bool:
        """Return whether a name begins with this token."""
        return index in self._from

    def add_misspelt(self) -> None:
        """Look again, tolerantly, at the words beside numbers and at those that begin clauses."""
        sheet = self._sheet
        for index, token in enumerate(sheet.tokens):
            is_candidate = (
                token.kind is TokenKind.WORD
                and len(token.text) >= _SHORTEST_MISSPELT
                and token.text not in STOP_WORDS
                and sheet.is_free(index)
                and self._may_be_name(index)
            )
            if is_candidate and sheet.may_compare(self._names.count):
                slot = self._names.nearest(token.text)
                if slot is not None:
                    self._add(Named(slot, index, index + 1))

    def _may_be_name(self, index: int) -> bool:
        tokens = self._sheet.tokens
        begins = index == 0 or tokens[index - 1].kind in {TokenKind.BREAK, TokenKind.NUMBER}
        return begins or (index + 1 < len(tokens) and tokens[index + 1].kind is TokenKind.NUMBER)

    def before(self, first: int) -> Named | None:
        """Return the name that leads to what begins there: ``area is about 90``."""
        at = first
        for _ in range(_MOST_FILLERS + 1):
            named = self._to.get(at)
            if named is not None:
                return named if self._is_open(named) else None
            if at == 0 or self._sheet.word(at - 1) not in FILLERS:
                return None
            at -= 1
        return None

    def leading_to(self, first: int) -> Named | None:
        """Return the free name that leads to what begins there, its slot filled or not."""
        at = first
        while at > 0 and self._sheet.word(at - 1) in FILLERS:
            at -= 1
        named = self._to.get(at)
        is_free = named is not None and self._sheet.are_free(named.first, named.stop)
        return named if is_free else None

    def after(self, stop: int) -> Named | None:
        """Return the name that follows what ends there: ``3 rooms``, ``3-room``, 3个员工."""
        if self._sheet.word(stop) in _JOINING and is_glued(self._sheet.tokens, stop):
            stop += 1
        named = self._from.get(stop)
        return named if named is not None and self._is_open(named) else None

    def abbreviated(self, index: int) -> Named | None:
        """Return the name that the word there abbreviates, as ``min`` does ``minutes``."""
        sheet = self._sheet
        if not sheet.is_free(index) or sheet.tokens[index].kind is not TokenKind.WORD:
            return None
        if not sheet.may_compare(self._names.count):
            return None
        slot = self._names.beginning_with(sheet.word(index))
        is_number = slot is not None and slot.kind is FieldKind.NUMBER and sheet.is_open(slot)
        return Named(slot, index, index + 1) if slot and is_number else None

    def past_fillers(self, at: int) -> int:
        """Return where the value of a name that ends there begins."""
        for _ in range(_MOST_FILLERS):
            if not self._is_filler(at) or not self._sheet.is_free(at):
                break
            at += 1
        return at

    def _is_filler(self, at: int) -> bool:
        """Return whether the word there leads to a value and is no part of one.

        A Chinese one stands right behind the name: 商圈是山城, yet 商圈 是山; and 大 only in 大概.
        """
        sheet = self._sheet
        word = sheet.word(at)
        if word not in FILLERS or sheet.tokens[at].kind is not TokenKind.HAN:
            return word in FILLERS
        if word in _IN_PAIRS:
            return (
                f"{sheet.word(at - 1)}{word}" in _PAIRS or f"{word}{sheet.word(at + 1)}" in _PAIRS
            )
        is_of_value = is_glued(sheet.tokens, at + 1) and not is_glued(sheet.tokens, at)
        return not is_of_value or sheet.tokens[at + 1].kind is TokenKind.NUMBER

    def _is_open(self, named: Named) -> bool:
        return self._sheet.is_open(named.slot) and self._sheet.are_free(named.first, named.stop)

    def take(self, named: Named, first: int, stop: int) -> None:
        """Take a name together with its value and what stands between them."""
        start, end = min(named.first, first), max(named.stop, stop)
        self._sheet.take_also(named.slot, start, end)


def slots_of_kind(sheet: Sheet, kind: FieldKind) -> list[Slot]:
    """Return the open slots of a kind."""
    return [slot for slot in sheet.open_slots() if slot.kind is kind]
