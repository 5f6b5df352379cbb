"""What ``2 more rooms`` or ``half the climb`` makes of the question before."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from core.assistant import show
from core.assistant.commands.judged import Judged
from core.assistant.commands.moved_days import moved_by
from core.assistant.commands.relative_words import SHOWN, relatives_of
from core.assistant.reading import Reading
from core.assistant.reading.amounts import Quantity
from core.assistant.reading.parts import amount_at
from core.assistant.reading.relative_amount import Relative
from core.assistant.reading.slots import own_dimensions, slots_of
from core.assistant.reading.tokens import Token, tokenise
from core.assistant.reading.units import own_measures
from core.assistant.request import AskFirst, Request, Unsure, Way
from core.assistant.show import clip
from core.assistant.wording import say
from core.domain.fields import Field, Value
from core.domain.identity import FieldKey

_ODD: Final = "98765.5"
"""A number in place of the one said: only a field that is named takes one so far from the usual."""
_TRAIL: Final = re.compile(r"(?<!\s)\s+(?:on top|extra|as well)\b(?=\W*$)", re.IGNORECASE)
"""What follows an amount that is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The values that relative amounts make of those before, and the sentence without them."""

    text: str
    values: Mapping[FieldKey, Value] = field(default_factory=dict)
    is_clear: bool = True
    """Whether each amount was read; otherwise nothing of the sentence is to be taken."""


def counted_on(request: Request, judged: Judged, *, today: date) -> Counted | None:
    """Return what the relative amounts of a sentence make; None where it has none.

    Raises:
        AskFirst: one may be of several fields.
        Unsure: the question before does not say what one would be added to.
    """
    sentence = _Sentence(request, judged, today)
    return sentence.counted() if sentence.relatives else None


class _Sentence:
    """A sentence with relative amounts, after an answer."""

    def __init__(self, request: Request, judged: Judged, today: date) -> None:
        self.request, self.judged, self._today = request, judged, today
        self.task, self.text = judged.task, request.text
        self.before = self.task.convert_values(judged.prediction.question.values)
        self.relatives = relatives_of(self.text, self.task, judged.known)
        self._tokens: Sequence[Token] = tokenise(self.text)
        self._turned = ""
        self._idle: list[str] = []

    def counted(self) -> Counted:
        """Return what all of the amounts make; the first that is not clear ends it."""
        values: dict[FieldKey, Value] = {}
        said: dict[int, str] = {}
        for at, relative in enumerate(self.relatives):
            if not relative.is_of_question:
                return Counted(text=self.text, is_clear=False)
            if relative.is_shift:  # when something is, and never how long it takes
                found = moved_by(relative, self.before, self.task)
            else:
                found = self._of_field(at, relative, said)
            if relative.is_shift and found:  # "晚半小时出发": the name says nothing more
                self._idle.append(self.task.field(found[0]).name)
            if found is None or found[0] in values:
                return Counted(text=self.text, is_clear=False)
            values[found[0]] = found[1]
        without = self._read(self._with({}))
        is_clear = without.keys().isdisjoint(values)
        text = self._turned or _TRAIL.sub("", self._with(said))
        for name in self._idle:
            text = text.replace(name, " ")
        return Counted(text=text, values=values, is_clear=is_clear)

    def _of_field(
        self, at: int, relative: Relative, said: dict[int, str]
    ) -> tuple[FieldKey, Value] | None:
        """Return the number field that an amount is of, and its new number.

        Args:
            at: which amount it is.
            relative: the amount.
            said: receives the words that name the field with a number that is none of it.
        """
        by = self._field_and_amount(at, relative)
        if by is None:
            return self._chosen(relative) if self._says_no_noun(at, relative) else None
        key, amount, said[at] = by
        old = self.before.get(key)
        if not isinstance(old, float):
            raise self._no_base(relative, self.task.field(key))
        now, of = relative.of(old, amount), self.task.field(key)
        if relative.factor is not None and not self._may_be(now, of):
            now = float(math.floor(now + 0.5))  # "10% fewer guests" are so many whole ones
        return None if now < 0 <= old else (key, now)

    def _field_and_amount(self, at: int, relative: Relative) -> tuple[FieldKey, float, str] | None:
        """Return the field that the amount would be a value of, the amount, and how it is said."""
        without = self._read(self._with({}))
        number, noun = self._number_and_noun(relative)
        said = relative.amount if number is None else f"{_ODD}{noun}"
        for words in (said, f" {said} ", f" : {said}"):
            found = [
                (key, value)
                for key, value in self._read(self._with({at: words})).items()
                if isinstance(value, float) and without.get(key) != value
            ]
            if len(found) == 1 and not self._is_by_fit(found[0][0], number):
                key, value = found[0]
                return key, value if number is None else number, words
        return self._counting(said, number) if len(self.relatives) == 1 else None

    def _is_by_fit(self, key: FieldKey, number: float | None) -> bool:
        """Return whether a field would take any number, and it is not the only one given."""
        given = [value for value in self.before.values() if isinstance(value, float)]
        return number is not None and len(given) > 1 and key in self._read(_ODD)

    def _number_and_noun(self, relative: Relative) -> tuple[float | None, str]:
        """Return the number of an amount that has no unit, and the noun it has; None for others."""
        tokens = tokenise(relative.amount)
        own = own_dimensions(slots_of(self.task, self.judged.known))
        amount: Quantity | None = amount_at(tokens, 0, own, ()) if tokens else None
        if amount is None:
            return 0.0, ""
        noun = relative.amount[tokens[amount.stop - 1].end :]
        return (None if amount.has_unit else amount.figures[0].likely), noun

    def _counting(self, said: str, number: float | None) -> tuple[FieldKey, float, str] | None:
        """Return the same where the noun stands before its amount: 人多一倍 is about 人数."""
        turned = f"{said}{self._with({})}"
        found = [
            (key, value) for key, value in self._read(turned).items() if isinstance(value, float)
        ]
        if turned.isascii() or len(found) != 1 or self._is_by_fit(found[0][0], number):
            return None
        self._turned = turned
        return found[0][0], found[0][1] if number is None else number, said

    def _says_no_noun(self, at: int, relative: Relative) -> bool:
        """Return whether nothing but the amount itself is left unread of the sentence."""
        number, noun = self._number_and_noun(relative)
        if number is None or noun:
            return False
        reading = self._reading(self._with({at: _ODD}))
        return all(part.strip() == _ODD for part in reading.unread) and not reading.unclear

    def _chosen(self, relative: Relative) -> tuple[FieldKey, Value] | None:
        """Return the field that is meant where none is named, and its new number.

        Raises:
            AskFirst: there are several, or the answer itself may be meant.
        """
        by = self._number_and_noun(relative)[0] or 0.0
        made = {
            each.key: now
            for each in self.task.fields
            if isinstance(old := self.before.get(each.key), float) and _speaks_of(relative, each)
            if ((now := relative.of(old, by)) >= 0 or old < 0) and self._may_be(now, each)
        }
        if relative.dimensions and len(made) == 1:
            return next(iter(made.items()))
        return chosen_of(self.request, self.judged, self._words(relative), made)

    def _may_be(self, now: float, each: Field) -> bool:
        """Return whether a field may have a number: what only counts things stays whole."""
        seen = self.judged.known.numbers.get(each.key, ())
        is_count = each.unit is None and all(float(number).is_integer() for number in seen)
        return not is_count or now.is_integer()

    def _no_base(self, relative: Relative, of: Field) -> Unsure:
        locale, number = self.request.sender.locale, self.judged.prediction.number
        words = self._words(relative)
        return Unsure(say("no base", locale=locale, text=words, name=of.name, number=number))

    def _words(self, relative: Relative) -> str:
        first, last = self._tokens[relative.first], self._tokens[relative.stop - 1]
        return clip(self.text[first.start : last.end], SHOWN)

    def _with(self, said: Mapping[int, str]) -> str:
        """Return the sentence without its relative amounts, some of them in other words."""
        parts, at = [], 0
        for index, relative in enumerate(self.relatives):
            parts += [self.text[at : self._tokens[relative.first].start], said.get(index, " ")]
            at = self._tokens[relative.stop - 1].end
        return "".join((*parts, self.text[at:])).strip()

    def _read(self, text: str) -> Mapping[FieldKey, Value]:
        return self._reading(text).values

    def _reading(self, text: str) -> Reading:
        readings = self.request.readings
        return readings.of(text, self.task, self.judged.known, today=self._today)


def chosen_of(
    request: Request, judged: Judged, text: str, values: Mapping[FieldKey, Value]
) -> tuple[FieldKey, Value] | None:
    """Return the one of the values that the sender chose; None where there is none to choose.

    Raises:
        AskFirst: they have not chosen yet which field an amount is of.
    """
    for key in values:
        if key in request.settled:
            return key, request.settled[key]
    if not values:
        return None
    locale, task = request.sender.locale, judged.task
    ways = tuple(
        Way(
            label=show.values_of({key: value}, task, locale=locale),
            request=request.settle(key, value),
        )
        for key, value in values.items()
    )
    raise AskFirst(say("which field", locale=locale, text=clip(text, SHOWN)), ways=ways)


def number_of_some_field(
    request: Request, judged: Judged, said: str
) -> tuple[FieldKey, Value] | None:
    """Return the field that a bare number is of, where the question before gave several.

    Words may lead to it (``she only has 150``); none follows, which would say what it counts.

    Raises:
        AskFirst: the sender has not chosen yet which.
    """
    amount = _last_number(said)
    if amount is None:
        return None
    before = judged.task.convert_values(judged.prediction.question.values)
    number, shown = amount
    fields = [slot for slot in slots_of(judged.task, judged.known) if slot.key]
    given = [slot for slot in fields if slot.key and isinstance(before.get(slot.key), float)]
    usual = [slot for slot in given if slot.looks_usual(number)] or given
    return chosen_of(request, judged, shown, {slot.key: number for slot in usual if slot.key})


def _last_number(said: str) -> tuple[float, str] | None:
    """Return the one number of a text that ends with it, and its words; None for another text."""
    tokens = [token for token in tokenise(said) if token.has_content]
    for at in range(len(tokens)):
        amount = amount_at(tokens, at, (), ())
        if amount is not None:
            is_last = amount.stop == len(tokens) and len(amount.figures) == 1
            is_bare = is_last and not (at and (amount.has_unit or amount.is_loose))
            return (
                (amount.figures[0].likely, said[tokens[at].start : tokens[-1].end])
                if is_bare
                else None
            )
    return None


def _speaks_of(relative: Relative, each: Field) -> bool:
    """Return whether an adjective may be of what the field measures; without one it may be any."""
    if not relative.dimensions:
        return True
    own = own_measures(each.unit) if each.unit else ()
    return any(measure.dimension in relative.dimensions for measure in own)
