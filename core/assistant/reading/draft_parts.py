"""One clause of a first lesson as a field and its value: ``rooms 3``, ``os: mac``, ``116 min``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.dates import date_at
from core.assistant.reading.draft_units import new_quantities, unit_in
from core.assistant.reading.draft_words import (
    CAME,
    COUNTED,
    ENDS,
    HAN_NAME,
    HAN_YES,
    HAN_YES_NO,
    MONTHS,
    NAME_AND_VALUE,
    NAME_WORDS,
    NO,
    OF_CALENDAR,
    TEXT_NAMES,
    TEXT_WORDS,
    WORD_OF_NAME,
    YES,
)
from core.assistant.reading.records import Known
from core.assistant.reading.relative_days import weekday_at
from core.assistant.reading.slots import settled, slot_of_field
from core.assistant.reading.speech import FILLERS, SOLD_FOR
from core.assistant.reading.tokens import CONTENT, Token, TokenKind, is_glued, tokenise
from core.domain.fields import MAX_NAME, Field, FieldKind, Value
from core.domain.identity import FieldKey
from core.errors import InvalidValue

_CLOCK: Final = re.compile(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)")
_HOURS_OF_DAY: Final = 24
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
    default: str = ""
    """What the field is called where the clause has no name but its form tells: ``place``."""


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


def part_of(source: str, today: date | None = None) -> Part:
    """Return the field and value that a clause shows.

    Args:
        source: the clause.
        today: from which a day without a year is told; if None, it is none.

    Raises:
        InvalidValue: its number can be read in two ways.
    """
    clause = Clause(source)
    named = _explicit(clause, today)
    if named is not None:
        return named
    dated = _date(clause, today) or _weekday(clause)
    return dated or _number(clause) or _yes_or_no(clause) or _words(clause)


def target_of(source: str) -> Part:
    """Return the target that stands after the arrow: a number, or else a label."""
    clause = Clause(source)
    mark = _mark_in(clause)
    if mark is not None:
        value = Clause(clause.source[clause.tokens[mark].end :])
        found = _number(value) or length_of_time(value.source) or _label(value)
        name = clause.text(0, mark)
        return Part(name=name, kind=found.kind, value=found.value, unit=found.unit)
    found = _counted(_number(clause)) or length_of_time(clause.source) or _label(clause)
    if found.name.casefold() in SOLD_FOR:
        return Part(name="", kind=found.kind, value=found.value, unit=found.unit)
    return found


def _counted(part: Part | None) -> Part | None:
    """Return a number of an answer with what it counts as its unit: ``45人``, ``9 came``."""
    if part is None:
        return None
    name = part.name.casefold()
    if name in CAME:
        return replace(part, name="")
    is_unit = name in COUNTED and part.unit is None
    return replace(part, name="", unit=part.name) if is_unit else part


def _label(clause: Clause) -> Part:
    return Part(name="", kind=FieldKind.CATEGORY, value=clause.source)


def length_of_time(text: str) -> Part | None:
    """Return minutes for ``52:30`` and ``1:45:20``; None where the text is no such length.

    Raises:
        InvalidValue: it can be minutes and seconds, or hours and minutes.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = int(found["hours"] or 0), int(found["minutes"]), int(found["seconds"])
    if found["hours"] is None and minutes < _HOURS_OF_DAY:
        raise InvalidValue(
            f"{found.group()!r} can be {minutes} min {seconds} s or {minutes} h {seconds} min; "
            "write it so.",
            key="first lesson time",
            said=found.group(),
            minutes=str(minutes),
            seconds=str(seconds),
        )
    value = hours * 60 + minutes + seconds / 60
    return Part(name="", kind=FieldKind.NUMBER, value=value, unit="min")


def _mark_in(clause: Clause) -> int | None:
    """Return the colon or equals sign after a name, as in ``os: mac`` but not in ``10:30``."""
    for index, token in enumerate(clause.tokens[:-1]):
        if token.text in {":", "="} and index > 0:
            is_name = clause.tokens[index - 1].kind is not TokenKind.NUMBER
            is_short = len(clause.text(0, index)) <= MAX_NAME
            return index if is_name and is_short else None
    return None


def _explicit(clause: Clause, today: date | None) -> Part | None:
    mark = _mark_in(clause)
    if mark is None:
        return None
    name = clause.text(0, mark)
    value = Clause(clause.source[clause.tokens[mark].end :])
    for read in (partial(_date, today=today), _weekday, _number, _yes_or_no):
        found = read(value)
        if not OF_CALENDAR.fullmatch(value.source):
            found = _counted(found)
        if found is not None and not found.name:
            return Part(name=name, kind=found.kind, value=found.value, unit=found.unit)
    is_text = name.casefold() in TEXT_NAMES or _is_text(value.source)
    kind = FieldKind.TEXT if is_text else FieldKind.CATEGORY
    return Part(name=name, kind=kind, value=value.source)


def _is_text(source: str) -> bool:
    return len(source.split()) >= TEXT_WORDS


def _date(clause: Clause, today: date | None) -> Part | None:
    for index in range(min(len(clause.tokens), NAME_WORDS + 1)):
        one, other = (date_at(clause.tokens, index, today=day) for day in _DAYS)
        if one is None or one.stop != len(clause.tokens):
            continue
        if one != other:
            is_day = not MONTHS.isdisjoint(token.text for token in clause.tokens[index:])
            one = (
                date_at(clause.tokens, index, today=today, is_past=True)
                if today and is_day
                else None
            )
        name = _name(clause, 0, index)
        if one is not None and len(one.readings) == 1 and name is not None:
            return Part(name=name, kind=FieldKind.DATE, value=one.readings[0])
    return None


def _weekday(clause: Clause) -> Part | None:
    """Read ``Saturday``, 星期六 and the like, which return, as a category."""
    for index in range(min(len(clause.tokens), NAME_WORDS + 1)):
        found, name = weekday_at(clause.tokens, index), _name(clause, 0, index)
        if found and found[1] == len(clause.tokens) and name is not None:
            said = clause.text(index, found[1])
            return Part(name=name, kind=FieldKind.CATEGORY, value=said)
    return None


def _number(clause: Clause) -> Part | None:
    found = new_quantities(clause.tokens)
    if len(found) != 1 or len(found[0].figures) > 1:
        return None
    quantity = found[0]
    before = _name(clause, 0, quantity.first)
    after = _name(clause, _past_hyphen(clause, quantity.stop), len(clause.tokens))
    counted = clause.text(quantity.stop, len(clause.tokens)).rstrip(".!? ")
    if before and counted.casefold() in COUNTED and not quantity.has_unit:
        after = ""
    else:
        counted = ""
    if before is None or after is None or (before and after):
        return None
    if before and _is_part_of_word(clause, quantity.first):
        return None
    if quantity.is_loose and not (before or after):
        return None
    unit = unit_in(clause.source, clause.tokens, quantity) or counted or None
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
    while first < stop and (tokens[stop - 1].text in FILLERS or tokens[stop - 1].text in ENDS):
        stop -= 1
    words = WORD_OF_NAME.findall(clause.text(first, stop))
    is_plain = all(t.kind in CONTENT or t.text in {"-", "_", "/"} for t in tokens[first:stop])
    is_name = is_plain and len(words) <= NAME_WORDS and len(clause.text(first, stop)) <= MAX_NAME
    return clause.text(first, stop) if is_name else None


def _value(clause: Clause, quantity: Quantity, unit: str | None) -> float:
    field = Field(key=FieldKey("f1"), name="number", kind=FieldKind.NUMBER, unit=unit)
    number = settled(quantity, slot_of_field(field, Known()))
    if isinstance(number, float):
        return number
    typed = clause.text(quantity.first, quantity.stop)
    readings = [f"{reading:g}" for reading in number or ()]
    raise InvalidValue(
        f"{typed!r} can mean {' or '.join(readings)}; write it so that only one is meant.",
        key="first lesson number",
        said=typed,
        readings=" / ".join(readings),
    )


def _yes_or_no(clause: Clause) -> Part | None:
    texts = [token.text for token in clause.tokens]
    if not texts:
        return None
    han = HAN_YES_NO.fullmatch(clause.source)
    if han:
        is_yes = han["said"] in HAN_YES
        return Part(name=han["name"] or "", kind=FieldKind.YES_NO, value=is_yes)
    is_said_last = texts[-1] in (YES | NO) - {"with", "without"}
    is_said_first = len(texts) > 1 and texts[0] in {"with", "without", "no", "not"}
    if not is_said_last and not is_said_first:
        return None
    said = texts[-1] if is_said_last else texts[0]
    first, stop = (0, len(texts) - 1) if is_said_last else (1, len(texts))
    name = _name(clause, first, stop)
    return None if name is None else Part(name=name, kind=FieldKind.YES_NO, value=said in YES)


def _words(clause: Clause) -> Part:
    """Read ``district Kreuzberg`` as name and category, other words as one or as a text."""
    words = clause.source.split()
    if _has_name(words):
        return Part(name=words[0], kind=FieldKind.CATEGORY, value=" ".join(words[1:]))
    kind = FieldKind.TEXT if _is_text(clause.source) else FieldKind.CATEGORY
    return Part(name="", kind=kind, value=clause.source)


def _has_name(words: Sequence[str]) -> bool:
    if len(words) == NAME_AND_VALUE and HAN_NAME.fullmatch(words[0]):
        return True
    if len(words) < NAME_AND_VALUE or not (words[0].isalpha() and words[0].islower()):
        return False
    return len(words) == NAME_AND_VALUE or all(word[0].isupper() for word in words[1:])
