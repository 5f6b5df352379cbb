"""One clause of a first lesson as a field and its value: ``rooms 3``, ``os: mac``, ``116 min``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.assistant.reading.dates import date_at
from core.assistant.reading.quantities import Quantity, quantities_in
from core.assistant.reading.records import Known
from core.assistant.reading.slots import settled, slot_of_field
from core.assistant.reading.speech import FILLERS, SOLD_FOR
from core.assistant.reading.tokens import CONTENT, Token, TokenKind, is_glued, tokenise
from core.assistant.reading.units import PLAIN, is_money, own_measures, unit_at
from core.domain.fields import MAX_NAME, Field, FieldKind, Value
from core.domain.identity import FieldKey
from core.errors import InvalidValue

_YES: Final = frozenset({"yes", "true", "with"})
_NO: Final = frozenset({"no", "false", "without"})
_TEXT_NAMES: Final = frozenset(
    {"text", "post", "message", "comment", "title", "description", "review", "note", "question"}
)
_HAN_NAME: Final = re.compile(r"[\u4e00-\u9fff]{1,8}")
_NAME_AND_VALUE: Final = 2
_TEXT_WORDS: Final = 4
_NAME_WORDS: Final = 3
_ENDS: Final = frozenset(".?!")
_BY_DIMENSION: Final = {
    "area": "area",
    "length": "length",
    "mass": "weight",
    "data": "storage",
    "time": "duration",
    "%": "share",
}
_YEARS: Final = range(1900, 2101)
_COUNTED: Final = frozenset(
    [
        *("year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days"),
        *("hour", "hours", "people", "persons", "guests", "members", "pieces", "pcs", "times"),
        *("floors", "rooms", "doors", "seats", "pages", "points", "stars", "°c", "°f", "km/h"),
        *("mph", "kw", "kwh", "w", "v", "hp", "ps", "cc", "l", "ml", "liters", "litres", "hz"),
        *("ghz", "mhz", "mah", "mp", "px", "kcal", "cal", "db", "lux", "bar", "psi", "rpm"),
        *(
            "岁",
            "人",
            "年",
            "个月",
            "月",
            "天",
            "周",
            "个",
            "次",
            "件",
            "层",
            "间",
            "室",
            "度",
            "升",
        ),
        *("毫升", "瓦", "匹", "马力", "页", "站", "座", "分", "名", "位", "台", "辆", "斤", "公斤"),
    ]
)
"""What follows a number that a field's name leads to: ``age 3 years``; other words do not count."""
_DAYS: Final = (date(2024, 1, 1), date(2026, 6, 16))
"""Two days to read a date from: one that depends on the day is not understood here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a clause shows of a field."""

    name: str
    """Empty where the clause has no name."""
    kind: FieldKind
    value: Value
    unit: str | None = None

    @property
    def default_name(self) -> str:
        """A name that says what kind of thing it is."""
        if self.kind is FieldKind.NUMBER and self.unit is not None:
            measures = own_measures(self.unit)
            return "price" if is_money(measures) else _BY_DIMENSION.get(measures[0].dimension, "")
        if self.kind is FieldKind.NUMBER:
            return "year" if self.value in _YEARS else "number"
        return self.kind.value


class Clause:
    """The words between two commas."""

    def __init__(self, source: str) -> None:
        self.source = source.strip()
        self.tokens: tuple[Token, ...] = tokenise(self.source)

    def text(self, first: int, stop: int) -> str:
        """Return the tokens as they were typed."""
        return (
            self.source[self.tokens[first].start : self.tokens[stop - 1].end]
            if first < stop
            else ""
        )


def part_of(source: str) -> Part:
    """Return the field and value that a clause shows.

    Raises:
        InvalidValue: its number can be read in two ways.
    """
    clause = Clause(source)
    named = _explicit(clause)
    if named is not None:
        return named
    return _date(clause) or _number(clause) or _yes_or_no(clause) or _words(clause)


def target_of(source: str) -> Part:
    """Return the target that stands after the arrow: a number, or else a label."""
    clause = Clause(source)
    mark = _mark_in(clause)
    if mark is not None:
        value = Clause(clause.source[clause.tokens[mark].end :])
        found, name = _number(value) or _label(value), clause.text(0, mark)
        return Part(name=name, kind=found.kind, value=found.value, unit=found.unit)
    found = _number(clause) or _label(clause)
    if found.name.casefold() in SOLD_FOR:
        return Part(name="", kind=found.kind, value=found.value, unit=found.unit)
    return found


def _label(clause: Clause) -> Part:
    return Part(name="", kind=FieldKind.CATEGORY, value=clause.source)


def _mark_in(clause: Clause) -> int | None:
    """Return the colon or equals sign after a name, as in ``os: mac`` but not in ``10:30``."""
    for index, token in enumerate(clause.tokens[:-1]):
        if token.text in {":", "="} and index > 0:
            is_name = clause.tokens[index - 1].kind is not TokenKind.NUMBER
            is_short = len(clause.text(0, index)) <= MAX_NAME
            return index if is_name and is_short else None
    return None


def _explicit(clause: Clause) -> Part | None:
    mark = _mark_in(clause)
    if mark is None:
        return None
    name = clause.text(0, mark)
    value = Clause(clause.source[clause.tokens[mark].end :])
    for read in (_date, _number, _yes_or_no):
        found = read(value)
        if found is not None and not found.name:
            return Part(name=name, kind=found.kind, value=found.value, unit=found.unit)
    is_text = name.casefold() in _TEXT_NAMES or _is_text(value.source)
    kind = FieldKind.TEXT if is_text else FieldKind.CATEGORY
    return Part(name=name, kind=kind, value=value.source)


def _is_text(source: str) -> bool:
    return len(source.split()) >= _TEXT_WORDS


def _date(clause: Clause) -> Part | None:
    for index in range(min(len(clause.tokens), _NAME_WORDS + 1)):
        one, other = (date_at(clause.tokens, index, today=today) for today in _DAYS)
        if one is None or one != other or one.stop != len(clause.tokens):
            continue
        name = _name(clause, 0, index)
        if len(one.readings) == 1 and name is not None:
            return Part(name=name, kind=FieldKind.DATE, value=one.readings[0])
    return None


def _number(clause: Clause) -> Part | None:
    found = [q for q in quantities_in(clause.tokens, own=()) if q.figures]
    if len(found) != 1 or len(found[0].figures) > 1:
        return None
    quantity = found[0]
    before = _name(clause, 0, quantity.first)
    after = _name(clause, _past_hyphen(clause, quantity.stop), len(clause.tokens))
    counted = clause.text(quantity.stop, len(clause.tokens)).rstrip(".!? ")
    if before and counted.casefold() in _COUNTED and not quantity.has_unit:
        after = ""
    else:
        counted = ""
    if before is None or after is None or (before and after):
        return None
    if before and _is_part_of_word(clause, quantity.first):
        return None
    if quantity.is_loose and not (before or after):
        return None
    unit = _unit_in(clause, quantity) or counted or None
    value = _value(clause, quantity, unit)
    return Part(name=before or after, kind=FieldKind.NUMBER, value=value, unit=unit)


def _is_part_of_word(clause: Clause, index: int) -> bool:
    """Return whether the number ends a word: ``class_0``; Chinese has no blanks to tell by."""
    return is_glued(clause.tokens, index) and clause.tokens[index - 1].kind is not TokenKind.HAN


def _past_hyphen(clause: Clause, stop: int) -> int:
    is_hyphen = stop < len(clause.tokens) and clause.tokens[stop].text == "-"
    return stop + (is_hyphen and is_glued(clause.tokens, stop))


def _name(clause: Clause, first: int, stop: int) -> str | None:
    """Return the few words there, without fillers, as a name; None where they are no name."""
    tokens = clause.tokens
    while first < stop and tokens[first].text in FILLERS:
        first += 1
    while first < stop and (tokens[stop - 1].text in FILLERS or tokens[stop - 1].text in _ENDS):
        stop -= 1
    words = [token for token in tokens[first:stop] if token.kind in CONTENT]
    is_plain = all(t.kind in CONTENT or t.text in {"-", "_", "/"} for t in tokens[first:stop])
    is_name = is_plain and len(words) <= _NAME_WORDS and len(clause.text(first, stop)) <= MAX_NAME
    return clause.text(first, stop) if is_name else None


def _unit_in(clause: Clause, quantity: Quantity) -> str | None:
    """Return the unit as typed, without magnitude: the € of ``420k €``."""
    if not quantity.has_unit:
        return None
    found: list[tuple[bool, str]] = []
    for index in range(quantity.first, quantity.stop):
        unit = unit_at(clause.tokens, index, own=())
        is_unit = unit is not None and any(m.dimension != PLAIN for m in unit[0])
        if unit is not None and is_unit and unit[1] <= quantity.stop:
            found.append((is_money(unit[0]), clause.text(index, unit[1]).removeprefix("-")))
    return max(found, key=lambda one: one[0])[1] if found else None


def _value(clause: Clause, quantity: Quantity, unit: str | None) -> float:
    field = Field(key=FieldKey("f1"), name="number", kind=FieldKind.NUMBER, unit=unit)
    number = settled(quantity, slot_of_field(field, Known()))
    if isinstance(number, float):
        return number
    typed = clause.text(quantity.first, quantity.stop)
    readings = " or ".join(f"{reading:g}" for reading in number or ())
    raise InvalidValue(f"{typed!r} can mean {readings}; write it so that only one is meant.")


def _yes_or_no(clause: Clause) -> Part | None:
    texts = [token.text for token in clause.tokens]
    if not texts:
        return None
    is_said_last = texts[-1] in (_YES | _NO) - {"with", "without"}
    is_said_first = len(texts) > 1 and texts[0] in {"with", "without", "no"}
    if not is_said_last and not is_said_first:
        return None
    said = texts[-1] if is_said_last else texts[0]
    first, stop = (0, len(texts) - 1) if is_said_last else (1, len(texts))
    name = _name(clause, first, stop)
    return None if name is None else Part(name=name, kind=FieldKind.YES_NO, value=said in _YES)


def _words(clause: Clause) -> Part:
    """Read ``district Kreuzberg`` as name and category, other words as one or as a text."""
    words = clause.source.split()
    if _has_name(words):
        return Part(name=words[0], kind=FieldKind.CATEGORY, value=" ".join(words[1:]))
    kind = FieldKind.TEXT if _is_text(clause.source) else FieldKind.CATEGORY
    return Part(name="", kind=kind, value=clause.source)


def _has_name(words: Sequence[str]) -> bool:
    if len(words) == _NAME_AND_VALUE and _HAN_NAME.fullmatch(words[0]):
        return True
    if len(words) < _NAME_AND_VALUE or not (words[0].isalpha() and words[0].islower()):
        return False
    return len(words) == _NAME_AND_VALUE or all(word[0].isupper() for word in words[1:])
