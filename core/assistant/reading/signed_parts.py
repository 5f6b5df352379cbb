"""Amounts that signs part: ``1:20``, ``2:05:00``, ``5'11"``; and 九五新, which is 95 %."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.figures import Figure, figure_of
from core.assistant.reading.halves import ends_there
from core.assistant.reading.han_numbers import HAN_DIGITS
from core.assistant.reading.measures import Measure
from core.assistant.reading.tokens import Token, TokenKind, is_glued
from core.assistant.reading.units import scaled, unit_at

HOUR: Final = Measure("time", 3600.0)
MINUTE: Final = Measure("time", 60.0)
SECOND: Final = Measure("time", 1.0)
FOOT: Final = Measure("length", 0.3048)
INCH: Final = Measure("length", 0.0254)
STONE: Final = Measure("mass", 6350.29318)
POUND: Final = Measure("mass", 453.59237)
SIXTY: Final = 60
_DIGITS: Final = re.compile(r"([0-9]{1,3})(\.[0-9]{1,6})?")
_DAY: Final = 24
"""More hours than that before a colon are minutes."""
_HALF_DAY: Final = frozenset(["am", "pm", "a.m", "p.m", "o"])
INCHES: Final = frozenset(['"', "″", "in", "ins"])
_MARKS: Final = {"'": (FOOT, MINUTE), '"': (INCH, SECOND)}


def clock_at(tokens: Sequence[Token], at: int, own: Collection[str]) -> Quantity | None:
    """Read ``1:20``, ``2:05:00``, ``1:20 h`` where a field is in such units."""
    numbers, stop = _joined_by_colons(tokens, at)
    if "time" not in own or len(numbers) not in {2, 3} or any(n >= SIXTY for n in numbers[1:]):
        return None
    if not ends_there(tokens, stop) or (stop < len(tokens) and tokens[stop].text in _HALF_DAY):
        return None
    if at and tokens[at - 1].text in {"at", "@"}:
        return None
    total = numbers[0]
    for number in numbers[1:]:
        total = total * SIXTY + number
    plain = Quantity(
        first=at,
        stop=stop,
        figures=(sure(total),),
        measures=(SECOND,),
        unit_first=stop,
        parts=len(numbers),
    )
    if len(numbers) == 3:
        return plain
    unit = _unit_behind(tokens, stop, own)
    if unit is not None:
        return replace(plain, stop=unit[1], measures=(MINUTE if unit[0] == HOUR else SECOND,))
    is_short, minutes = numbers[0] > _DAY, total / SIXTY
    figure = Figure((total, minutes), minutes if is_short else total, is_sure=is_short)
    return replace(plain, figures=(figure,), measures=(MINUTE,), is_clock=True)


def _joined_by_colons(tokens: Sequence[Token], at: int) -> tuple[list[float], int]:
    """Return the numbers that colons join there, and where they end; none where it is no clock."""
    numbers: list[float] = []
    while at < len(tokens) and tokens[at].kind is TokenKind.NUMBER:
        digits = _DIGITS.fullmatch(tokens[at].text)
        if digits is None or (numbers and len(digits[1]) != 2):
            return [], at
        numbers.append(float(tokens[at].text))
        is_joined = is_glued(tokens, at + 1) and is_glued(tokens, at + 2)
        if not is_joined or tokens[at + 1].text != ":" or digits[2]:
            return numbers, at + 1
        at += 2
    return [], at


def _unit_behind(
    tokens: Sequence[Token], stop: int, own: Collection[str]
) -> tuple[Measure, int] | None:
    """Return the hours or minutes behind a clock: ``1:20 h``."""
    found = unit_at(tokens, stop, own=own)
    measures = [m for m in found[0] if m in {HOUR, MINUTE}] if found else []
    return (measures[0], found[1]) if found and measures else None


def marked_at(tokens: Sequence[Token], at: int, own: Collection[str]) -> Quantity | None:
    """Read ``5'11"``, ``24'30"``, ``6'``, ``27"`` beside fields of lengths or of times."""
    if tokens[at].kind is not TokenKind.NUMBER or not is_glued(tokens, at + 1):
        return None
    kinds = [n for n, kind in enumerate(("length", "time")) if kind in own]
    marks = _MARKS.get(tokens[at + 1].text)
    figure = figure_of(tokens[at].text)
    if len(kinds) != 1 or marks is None or figure is None or len(figure.readings) > 1:
        return None
    is_quoted = sum(token.text == tokens[at + 1].text for token in tokens[:at]) % 2
    if is_quoted:
        return None
    unit, total, stop, parts = marks[kinds[0]], figure.likely, at + 2, 1
    small = _MARKS['"'][kinds[0]]
    if unit != small and stop < len(tokens) and tokens[stop].kind is TokenKind.NUMBER:
        ratio = small.factor / unit.factor
        part = float(tokens[stop].text) if tokens[stop].text.isdecimal() else 1 / ratio
        if part * ratio >= 1 or not is_last(tokens, stop + 1):
            return None
        stop, total, parts = stop + 1, total + scaled(part, ratio), 2
        stop += stop < len(tokens) and tokens[stop].text in INCHES
    if not ends_there(tokens, stop):
        return None
    return Quantity(
        first=at,
        stop=stop,
        figures=(sure(total),),
        measures=(unit,),
        unit_first=at + 1,
        parts=parts,
    )


def as_new_at(tokens: Sequence[Token], at: int, own: Collection[str]) -> Quantity | None:
    """Read 95新, 九五新, which are 95 %, beside a field in percent."""
    stop = at
    while stop < min(len(tokens), at + 2) and tokens[stop].text in HAN_DIGITS:
        stop += 1
    text = "".join(str(HAN_DIGITS[token.text]) for token in tokens[at:stop])
    if stop == at and tokens[at].kind is TokenKind.NUMBER:
        text, stop = tokens[at].text, at + 1
    is_new = stop < len(tokens) and tokens[stop].text == "新"
    is_whole = is_new and ends_there(tokens, stop + 1)  # 20新楼盘 are new houses
    if "%" not in own or not is_whole or len(text) != 2 or not text.isdecimal():
        return None
    figure, unit = sure(float(text)), Measure("%", 1.0)
    return Quantity(first=at, stop=stop + 1, figures=(figure,), measures=(unit,), unit_first=stop)


def is_last(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether the clause ends there, or a sign follows."""
    return stop >= len(tokens) or not tokens[stop].has_content


def sure(number: float) -> Figure:
    """Return the figure that can be read in one way."""
    return Figure((number,), number)
