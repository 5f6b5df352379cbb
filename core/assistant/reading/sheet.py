"""The sheet on which a sentence is read: which words are used, and what was found."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.bare_parts import own_units
from core.assistant.reading.markup import markup_of, without_markup
from core.assistant.reading.records import Doubt, Unclear
from core.assistant.reading.slots import Slot, own_dimensions, settled
from core.assistant.reading.tokens import TokenKind, clauses_of, tokenise, with_quotes_whole
from core.assistant.reading.units import own_measures
from core.domain.fields import FieldKind, Value
from core.errors import InvalidValue

_COMPARISONS: Final = 50_000
"""How many words one sentence may have compared, so that no message keeps the bot busy."""
_UNIT_COST: Final = 5
"""Fitting a number to a field takes about as long as comparing five words."""
_MOST_READINGS: Final = 5


class Sheet:
    """A sentence while it is read.

    Each step takes the words that it understands, and the next sees only the rest.
    """

    def __init__(self, source: str, slots: Sequence[Slot], *, rival: Slot | None = None) -> None:
        self.source = source
        self.rival = rival
        """What is not to be filled, yet may be what a number means: a question's target."""
        self.is_told = False
        """Whether it is a lesson, in which a question mark leaves in doubt what it follows."""
        self.tokens = with_quotes_whole(tokenise(source))
        self._clauses = clauses_of(self.tokens)
        self._markup = markup_of(source)
        self.slots = tuple(slots)
        self.own = own_dimensions(slots) | own_units(slot.unit for slot in slots)
        self._measuring: dict[str, list[Slot]] = {}
        for slot in slots:
            for measure in own_measures(slot.unit) if slot.unit else ():
                self._measuring.setdefault(measure.dimension, []).append(slot)
        self.values: dict[Slot, Value] = {}
        self.unclear: dict[Slot, Unclear] = {}
        self.offers: list[Unclear] = []
        self._users: list[Slot | None] = [None] * len(self.tokens)
        self._used = [False] * len(self.tokens)
        self._ignored: dict[int, int] = {}
        self._comparisons_left = _COMPARISONS

    def is_free(self, index: int) -> bool:
        """Return whether there is such a token and no step has taken it."""
        return index < len(self.tokens) and not self._used[index]

    def are_free(self, first: int, stop: int) -> bool:
        """Return whether all these tokens are free."""
        return not any(self._used[first:stop])

    def is_free_han(self, index: int) -> bool:
        """Return whether there is such a token, a Chinese character that no step has taken."""
        return index >= 0 and self.is_free(index) and self.tokens[index].kind is TokenKind.HAN

    def user_of(self, index: int) -> Slot | None:
        """Return the slot that took the token; None where none did, or there is no such token."""
        return self._users[index] if index < len(self._users) else None

    def is_open(self, slot: Slot) -> bool:
        """Return whether nothing was read for the slot yet."""
        return slot not in self.values and slot not in self.unclear

    def is_unread(self, slot: Slot) -> bool:
        """Return whether the slot was named, and nothing could be made of what stands there."""
        return any(o.field == slot.key and o.why is Doubt.UNREADABLE for o in self.offers)

    def open_slots(self) -> list[Slot]:
        """Return the slots that nothing was read for yet."""
        return [slot for slot in self.slots if self.is_open(slot)]

    def slots_measuring(self, dimension: str) -> Sequence[Slot]:
        """Return the slots whose unit measures this."""
        return self._measuring.get(dimension, ())

    def text(self, first: int, stop: int) -> str:
        """Return the tokens as they were typed."""
        if first >= stop:
            return ""
        start, end = self.tokens[first].start, self.tokens[stop - 1].end
        return self._markup.part(self.source, start, end)

    def fill(self, slot: Slot, value: Value, first: int, stop: int) -> bool:
        """Give the slot its value and take the tokens; refuse a value that it cannot hold."""
        if not self.is_open(slot):
            return False
        try:
            self.values[slot] = slot.check(_without_format(value, slot))
        except InvalidValue:
            return False
        self._take(slot, first, stop)
        return True

    def ask(
        self,
        slot: Slot,
        readings: Sequence[Value],
        first: int,
        stop: int,
        *,
        quoted: tuple[int, int] | None = None,
    ) -> bool:
        """Leave the slot to be asked for, and take the tokens; others may be quoted."""
        if not self.is_open(slot):
            return False
        try:
            checked = tuple(slot.check(_without_format(value, slot)) for value in readings)
        except InvalidValue:
            return False
        text = self.text(*(quoted or (first, stop)))
        self.unclear[slot] = Unclear(field=slot.key, text=text, readings=checked)
        self._take(slot, first, stop)
        return True

    def settle(self, slot: Slot, quantity: Quantity, *, first: int | None = None) -> bool:
        """Fill the slot with the number, or ask which is meant; refuse what does not fit.

        Args:
            slot: what the number is for.
            quantity: the number.
            first: where the words begin that go with it; its own first token if left out.
        """
        start = quantity.first if first is None else first
        number = settled(quantity, slot)
        if number is None:
            return False
        if isinstance(number, tuple):
            return self.ask(slot, number, start, quantity.stop)
        return self.fill(slot, number, start, quantity.stop)

    def ask_which(self, slot: Slot, quantities: Sequence[Quantity]) -> None:
        """Leave the slot to be asked for: several numbers could be meant for it."""
        apart: dict[Value, str] = {}
        for one in quantities[:_MOST_READINGS]:
            if isinstance(number := settled(one, slot), float):
                apart.setdefault(number, self.text(one.first, one.stop))
        if len(apart) < 2:
            self.settle(slot, quantities[0])
        elif self.ask(slot, tuple(apart), quantities[0].first, quantities[0].stop):
            self.unclear[slot] = replace(self.unclear[slot], apart=tuple(apart.values()))
            for quantity in quantities[1:]:
                self._take(slot, quantity.first, quantity.stop)

    def take_also(self, slot: Slot, first: int, stop: int) -> None:
        """Take words that go with a value already read."""
        self._take(slot, first, stop)

    def ignore(self, first: int, stop: int) -> None:
        """Note what fits nothing, and take it."""
        self._ignored[first] = stop
        self._take(None, first, stop)

    def doubt(self, slot: Slot, case: Unclear, first: int, stop: int) -> bool:
        """Leave the slot to be asked for, or offer what is near where that is the doubt."""
        if case.why is Doubt.SEVERAL:
            return self.ask(slot, case.readings, first, stop)
        if self.offer(slot, case.text, case.readings, why=case.why):
            self.set_aside(first, stop)
        return True

    def offer(
        self,
        slot: Slot,
        text: str,
        readings: Sequence[Value],
        *,
        why: Doubt,
        is_named: bool = True,
        beside: tuple[Slot, str] | None = None,
    ) -> bool:
        """Note what may be meant, once for each slot; nothing of it is taken.

        Return whether it was noted; else its words are still to be shown as unread.

        Args:
            slot: what it may be meant for.
            text: the words.
            readings: what they may mean.
            why: what the doubt is.
            is_named: whether the slot was named.
            beside: the text slot that holds the words meanwhile, and what it holds without them.
        """
        is_first = all(one.field != slot.key for one in self.offers)
        if is_first:
            text_slot, without = beside or (None, "")
            self.offers.append(
                Unclear(
                    field=slot.key,
                    text=text,
                    readings=tuple(readings[:_MOST_READINGS]),
                    why=why,
                    is_named=is_named,
                    text_field=text_slot.key if text_slot else None,
                    text_without=without,
                )
            )
        return is_first

    def leave_unread(self, slot: Slot, first: int, stop: int, *, value: int | None = None) -> None:
        """Note that nothing can be made of what stands beside the slot's name, and take it all.

        Args:
            slot: whose name it is.
            first: where the name and its value begin.
            stop: where they end.
            value: where the value begins; the whole is quoted if left out.
        """
        text = self.text(first if value is None else value, stop)
        self.offer(slot, text, (), why=Doubt.UNREADABLE)
        self.ignore(first, stop)

    def contest(self, slot: Slot, value: Value, first: int, stop: int) -> None:
        """Ask which value is meant of a slot that has one, for its name leads to another too."""
        try:
            other = slot.check(_without_format(value, slot))
        except InvalidValue:
            return
        before = self._words_of(slot)
        self._take(slot, first, stop)
        if slot in self.values:
            if self.values[slot] == other:
                return
            apart = {self.values.pop(slot): before}
        else:
            asked = self.unclear[slot]
            apart = dict(zip_longest(asked.readings, asked.apart, fillvalue=""))
        apart.setdefault(other, self.text(first, stop))
        readings, words = zip(*[*apart.items()][:_MOST_READINGS], strict=True)
        case = Unclear(field=slot.key, text=self._words_of(slot), readings=readings, apart=words)
        self.unclear[slot] = case

    def _words_of(self, slot: Slot) -> str:
        """Return the words that went to the slot, and what stands between them."""
        own = [at for at, user in enumerate(self._users) if user is slot]
        return self.text(own[0], own[-1] + 1)

    def set_aside(self, first: int, stop: int) -> None:
        """Take words that an offer speaks of."""
        self._take(None, first, stop)

    @property
    def ignored(self) -> list[tuple[int, int]]:
        """Where what fits nothing begins and ends."""
        return list(self._ignored.items())

    def may_compare(self, count: int) -> bool:
        """Return whether so many more words may be compared, and count them."""
        if count > self._comparisons_left:
            return False
        self._comparisons_left -= count
        return True

    def may_fit(self, count: int) -> bool:
        """Return whether a number may be fitted to so many fields, and count them."""
        return self.may_compare(count * _UNIT_COST)

    def clauses(self) -> Sequence[tuple[int, int]]:
        """Return the stretches between commas, semicolons and line ends, none of them empty."""
        return self._clauses

    def clause_of(self, index: int) -> tuple[int, int]:
        """Return where the clause begins and ends that the token stands in."""
        at = bisect_right(self._clauses, index, key=lambda clause: clause[0]) - 1
        return self._clauses[at]

    def is_clause(self, first: int, stop: int) -> bool:
        """Return whether these tokens are a clause of their own."""
        tokens = self.tokens
        begins = first == 0 or tokens[first - 1].kind is TokenKind.BREAK
        return begins and (stop == len(tokens) or tokens[stop].kind is TokenKind.BREAK)

    def ends_at(self, index: int) -> bool:
        """Return whether what is said ends there: at a sign, or where a step has read on."""
        return not self.is_free(index) or not self.tokens[index].has_content

    def word(self, index: int) -> str:
        """Return the folded text of a token, empty outside the sentence."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def _take(self, slot: Slot | None, first: int, stop: int) -> None:
        for index in range(first, stop):
            self._used[index] = True
            self._users[index] = slot


def _without_format(value: Value, slot: Slot) -> Value:
    """Return a new category without formatting; a text keeps its own."""
    is_new = isinstance(value, str) and slot.kind is FieldKind.CATEGORY and value not in slot.seen
    return without_markup(value) if is_new and isinstance(value, str) else value
